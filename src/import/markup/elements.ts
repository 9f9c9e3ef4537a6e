import type { Element, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';

export const isElement = (node: { type: string } | undefined): node is Element => node?.type === 'element';

export function elementsOf(node: Element | Root): Element[] {
  const children: RootContent[] = node.children;
  return children.filter(isElement);
}

/** The text of an element with normalised white space. */
export const textOf = (node: Element | Root): string => toString(node).replace(/\s+/g, ' ').trim();

export const attribute = (node: Element, name: string): string => {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
};

/** The outermost elements in a node, including itself, that pass a test. */
export function outermost(node: Element | Root, test: (element: Element) => boolean): Element[] {
  return isElement(node) && test(node) ? [node] : outermostIn(node.children, test);
}

/** The same for several nodes. */
export const outermostIn = (nodes: RootContent[], test: (element: Element) => boolean): Element[] =>
  nodes.filter(isElement).flatMap((node) => outermost(node, test));

export const isLink = ({ tagName }: Element): boolean => tagName === 'a';

/** An element and all its descendants. */
export const everyElement = (node: Element): Element[] => [node, ...elementsOf(node).flatMap(everyElement)];

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math q rp rt ruby s samp small span strong strike sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements that contain no text of the paper, or that are interactive. */
const SKIPPED = new Set(
  'audio button canvas colgroup dialog embed form head iframe input link map meta nav noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const FURNITURE = /^(?:navigation|banner|contentinfo|search|complementary|menu|dialog)$/;

export const isSkipped = (node: Element): boolean =>
  SKIPPED.has(node.tagName) ||
  node.properties['hidden'] !== undefined ||
  (attribute(node, 'ariaHidden') === 'true' && !isText(node)) ||
  FURNITURE.test(attribute(node, 'role')) ||
  (/^(?:#$|javascript:)/.test(attribute(node, 'href')) && CONTROL.test(textOf(node)));

/** The fewest characters in a paragraph that is hardly a notice of the site. */
export const LONG = 100;

/** True for text that is hidden only from a screen reader: a caption that repeats its picture, or paragraphs. */
const isText = (node: Element): boolean =>
  node.tagName === 'figcaption' ||
  outermost(node, (one) => one.tagName === 'p' && textOf(one).length >= LONG).length > 0;

/** The words of links that only a script answers. */
const CONTROL =
  /^(?:(?:show|read|see|view)(?: more| less| all)?|expand|collapse|copy|hide|close|(?:back to )?top|展开|收起|复制|返回顶部)(?: [^\p{L}]*)?$/iu;

/** True if a node is part of a line: text, or an inline element without blocks in it. */
export function isInline(node: RootContent): boolean {
  if (!isElement(node)) return true;
  if (node.tagName === 'math') return attribute(node, 'display') !== 'block';
  return (
    (INLINE.has(node.tagName) || node.tagName.includes(':') || isSkipped(node)) &&
    node.children.every(isInline)
  );
}
