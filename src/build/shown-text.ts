import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** A page of the site as a browser builds it of its HTML, every element with its place. */
export const parsePage = (html: string): Parent => parse(html, { sourceCodeLocationInfo: true });

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

/** Every element within a node, in the order of the page. */
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

/** The element and those that follow it in the same parent. */
export function fromHere(element: Element): Element[] {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.slice(siblings.indexOf(element)).filter(isElementNode);
}

/** The words of elements as they are read, white space made one space: without note marks and the number in the margin. */
export const shownText = (nodes: Node[]): string => oneSpaced(nodes.map(textOf).join(' '));

export const oneSpaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function textOf(node: Node): string {
  if (isTextNode(node)) return node.value;
  if (!isElementNode(node) || hasClass(node, 'permalink') || isNoteMark(node)) return '';
  // A formula is read as its TeX.
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

/** Elements between whose words there is no space unless it is written. */
const inline = new Set(
  'a annotation b cite code del em i semantics small span strong sub sup wbr'.split(' '),
);
