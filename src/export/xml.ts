import { visit } from 'unist-util-visit';
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { legalXml } from '../model/xml.ts';

/**
 * An XML document. The children of elements with the given names are each on a line of their own, so white space must
 * be insignificant there.
 */
export function xmlDocument(root: Element, onLines: string[]): string {
  const tree = broken(root, new Set(onLines));
  visit(tree, (node) => {
    if (node.type === 'text') node.value = legalXml(node.value);
    if (node.type === 'element')
      for (const [name, value] of Object.entries(node.attributes))
        node.attributes[name] = legalXml(String(value));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`;
}

function broken(element: Element, onLines: Set<string>): Element {
  const children = element.children.map((child) =>
    child.type === 'element' ? broken(child, onLines) : child,
  );
  const line: ElementContent = { type: 'text', value: '\n' };
  return onLines.has(element.name) && children.length > 0
    ? { ...element, children: [line, ...children.flatMap((child) => [child, { ...line }])] }
    : { ...element, children };
}
