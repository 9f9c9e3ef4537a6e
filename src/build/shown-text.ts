import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** Parses a page’s HTML as a browser does, with the place of every element. */
export const parsePage = (html: string): Parent => parse(html, { sourceCodeLocationInfo: true });

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

/** Every element within a node, in document order. */
export function elementsIn(node: Parent, found: Element[] = []): Element[] {
  for (const child of node.childNodes) {
    if (!isElementNode(child)) continue;
    found.push(child);
    elementsIn(child, found);
  }
  return found;
}

export const firstWithClass = (within: Parent, name: string): Element | undefined =>
  elementsIn(within).find((element) => hasClass(element, name));

/** The element and its following siblings. */
export function fromHere(element: Element): Element[] {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.slice(siblings.indexOf(element)).filter(isElementNode);
}

/**
 * The text of elements as readers see it, with white space collapsed, without note marks and the number in the
 * margin.
 */
export const shownText = (nodes: Node[]): string => oneSpaced(nodes.map(textOf).join(' '));

export const oneSpaced = (text: string): string => text.replaceAll('\u00AD', '').replace(/\s+/gu, ' ').trim();

function textOf(node: Node): string {
  if (isTextNode(node)) return node.value;
  if (!isElementNode(node) || hasClass(node, 'permalink') || isNoteMark(node)) return '';
  // A formula counts as its TeX.
  if (node.tagName === 'math') return elementsIn(node).filter(isTex).map(innerText).join('');
  return inline.has(node.tagName) ? innerText(node) : ` ${innerText(node)} `;
}

const innerText = (element: Element): string => element.childNodes.map(textOf).join('');

const isTex = (element: Element): boolean => attribute(element, 'encoding') === 'application/x-tex';

const isNoteMark = ({ tagName, childNodes: [first] }: Element): boolean =>
  tagName === 'sup' &&
  first !== undefined &&
  isElementNode(first) &&
  attribute(first, 'role') === 'doc-noteref';

/** Elements that do not separate the words around them. */
const inline = new Set(
  'a annotation b cite code del em i semantics small span strong sub sup wbr'.split(' '),
);
