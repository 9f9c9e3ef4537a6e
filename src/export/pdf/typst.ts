import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { s } from 'hastscript';
import { visit } from 'unist-util-visit';
import { quotesIn } from '../../i18n/phrases.ts';
import { translationsFor } from '../../i18n/translations.ts';
import { isWrittenInHan } from '../../model/language.ts';
import { colours } from '../../draw/colours.ts';
import { hasClass } from '../book/columns.ts';
import { anchor, array, call, row, string } from './code.ts';
import { mathOf } from './math.ts';

/** Content that moves to another place in the book than in the HTML, and the targets of links. */
interface Setting {
  /** Notes by HTML id, which are set at the foot of the page with their first mark. */
  notes: ReadonlyMap<string, ElementContent[]>;
  /** The label for an address within the book; undefined if it has no target. */
  labelOf: (href: string) => string | undefined;
  /** Whether any link points to a label. */
  isTarget: (label: string) => boolean;
  /** The document’s language, which is not marked up. */
  lang: string;
}

/**
 * The body of a book as an expression in Typst’s code mode: it calls functions of the book’s own template, with all
 * text as strings, so that no character of it is read as markup.
 */
export const typstOf = (nodes: ElementContent[], setting: Setting): string =>
  setChildren(nodes, {
    lang: setting.lang,
    book: {
      ...setting,
      marked: new Set(),
      pages: new Set(),
      number: undefined,
      isInParagraph: false,
      isInFirstColumn: true,
    },
  });

/** The book so far. */
interface Book extends Setting {
  /** The notes that are at the foot of a page already. */
  marked: Set<string>;
  /** The printed pages whose number has been said. */
  pages: Set<string>;
  /** The number of the segment whose first line has not been set yet. */
  number: string | undefined;
  isInParagraph: boolean;
  isInFirstColumn: boolean;
}

/** Where content is set. */
interface Around {
  book: Book;
  lang: string;
}

function setChildren(children: ElementContent[], around: Around): string {
  const parts = children.map((node, i) => {
    const next = children[i + 1];
    const isMarked = next?.type === 'element' && next.tagName === 'sup';
    return node.type === 'text' && isMarked ? beforeMark(node.value) : setNode(node, around);
  });
  return row(parts.filter((part) => part !== ''));
}

function setNode(node: ElementContent, { book, lang }: Around): string {
  if (node.type === 'text') return words(node.value);
  if (node.type !== 'element') return '';
  const { lang: said, id, dataMention } = node.properties;
  const own = typeof said === 'string' ? said : lang;
  const set = setElement(node, { book, lang: own });
  const spoken = own !== lang && set !== '' ? inLang(own, set, isInline(node)) : set;
  const before = [
    ...(typeof id === 'string' && book.isTarget(id) && !isHeading(node) ? [anchor(id)] : []),
    ...(typeof dataMention === 'string' ? [call('mention', [string(dataMention)])] : []),
  ];
  return [...before, spoken].join('\n');
}

function setElement(node: Element, around: Around): string {
  const { tagName, children } = node;
  const ofClass = Object.entries(byClass).find(([name]) => hasClass(node, name))?.[1];
  if (ofClass) return ofClass(node, around);
  const wrapping = byName.get(tagName);
  if (wrapping !== undefined) return call(wrapping, [], setChildren(children, around));
  return (byTag.get(tagName) ?? section)(node, around);
}

type SetElement = (node: Element, around: Around) => string;

/** How elements of these classes are set, whatever their tag. */
const byClass: Record<string, SetElement> = {
  permalink: segmentNumber,
  page: printedPage,
  back: () => '',
  pair,
};

/** The functions of the template that only wrap the content of an element. */
const byName = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emph'],
  ['em', 'emph'],
  ['small', 'small'],
  ['figure', 'exhibit'],
  ['figcaption', 'exhibit-words'],
  ['aside', 'remark'],
]);

const byTag = new Map<string, SetElement>([
  ['a', link],
  ['h1', heading],
  ['h2', heading],
  ['h3', heading],
  ['p', paragraph],
  ['q', inQuotationMarks],
  ['br', () => 'linebreak()'],
  ['pre', (node) => call('verse', [], row([toString(node).split('\n').map(string).join('\nlinebreak()\n')]))],
  ['ol', (node, around) => call('enum', [], ...items(node, around))],
  ['ul', (node, around) => call('list', [], ...items(node, around))],
  ['dl', (node, around) => call('facts', [], ...facts(node, around))],
  ['blockquote', ({ children }, around) => call('quote', ['block: true'], setChildren(children, around))],
  ['img', picture],
  ['table', table],
  ['svg', drawing],
  ['math', mathOf],
]);

function segmentNumber(node: Element, { book }: Around): string {
  // The abstract has no number, and its name is already its heading.
  const said = /\d/.test(toString(node)) ? toString(node) : undefined;
  if (book.isInParagraph) return said === undefined ? '' : call('segment-number', [string(said)]);
  book.number = said;
  return '';
}

/** If languages are side by side, the number appears once. */
function printedPage({ properties }: Element, { book: { pages } }: Around): string {
  const page = String(properties['dataPage']);
  const isSaid = pages.has(page);
  pages.add(page);
  return call('printed-page', isSaid ? [] : [string(page)]);
}

function pair({ properties, children }: Element, around: Around): string {
  const { book } = around;
  const cells = children.map((cell, i) => {
    book.isInFirstColumn = i === 0;
    return setNode(cell, around);
  });
  book.isInFirstColumn = true;
  // A pair of corresponding sentences has an id, and is not divided between pages.
  const isSentence = properties['id'] !== undefined;
  return call('pair', [`is-sentence: ${isSentence}`], ...cells.filter((cell) => cell !== ''));
}

function heading({ tagName, properties, children }: Element, around: Around): string {
  const { book } = around;
  const id = String(properties['id'] ?? '');
  const depth = Number(tagName.slice(1));
  const label = book.isTarget(id) ? `#label(${string(id)})` : '';
  const quiet = book.isInFirstColumn ? '' : 'outlined: false, bookmarked: false, ';
  const name = setChildren(withoutMarks(children), around);
  return `[#heading(level: ${depth}, ${quiet}supplement: ${name}, ${setChildren(children, around)})${label}]`;
}

function paragraph(node: Element, around: Around): string {
  const { book } = around;
  const first = book.number === undefined ? [] : [call('segment-number', [string(book.number)])];
  book.number = undefined;
  book.isInParagraph = true;
  const body = row([...first, setChildren(node.children, around)]);
  book.isInParagraph = false;
  const kind = kinds.find((name) => hasClass(node, name));
  return call(kind === undefined ? 'par' : `${kind}-line`, [], body);
}

/** Paragraphs with a style of their own. */
const kinds = ['byline', 'label', 'remark', 'source'];

function inQuotationMarks({ children }: Element, around: Around): string {
  const [open = '', close = ''] = quotesIn(translationsFor(around.lang));
  return row([string(open), setChildren(children, around), string(close)]);
}

function section(node: Element, around: Around): string {
  const { tagName, properties, children } = node;
  const inner = setChildren(children, around);
  const isOf = (...names: string[]): boolean => names.some((name) => hasClass(node, name));
  if (tagName === 'section' && isOf('paragraph', 'abstract')) return call('segment', [], inner);
  if (tagName === 'section' && isOf('small-print')) return call('small-print', [], inner);
  const isCheck = tagName === 'div' && /^check-/.test(String(properties['id']));
  return isCheck ? call('remark', [], inner) : inner;
}

function picture({ properties: { src, width, alt } }: Element): string {
  return call('picture', [string(`/${String(src)}`), String(width), string(String(alt))]);
}

function link({ properties, children }: Element, around: Around): string {
  const { book } = around;
  const href = String(properties['href'] ?? '');
  const inner = setChildren(children, around);
  if (/^[a-z]+:/.test(href)) return call('link', [string(href)], inner);
  const label = book.labelOf(href);
  if (label === undefined) return inner;
  if (properties['role'] !== 'doc-noteref') return call('link', [`label(${string(label)})`], inner);
  // The fonts lack a pencil glyph.
  const sign = string(toString({ type: 'root', children }).replace('✎', '※'));
  const note = book.notes.get(label);
  if (note === undefined)
    return call('check-mark', [string(label), sign, string(String(properties['ariaLabel']))]);
  if (book.marked.has(label)) return call('note-again', [string(label), sign]);
  book.marked.add(label);
  return call('note', [string(label), sign], inOneParagraph(note, around));
}

/** Their contents, one below the other, without a paragraph’s own space. */
function inOneParagraph(nodes: ElementContent[], around: Around): string {
  const lines = nodes.flatMap((node): string[] => {
    if (node.type !== 'element' || hasClass(node, 'back')) return [];
    if (hasClass(node, 'pair')) return node.children.map((cell) => cellLine(cell, around));
    return [node.tagName === 'p' ? setChildren(node.children, around) : setNode(node, around)];
  });
  return row([lines.join('\nlinebreak()\n')]);
}

function cellLine(cell: ElementContent, { book, lang }: Around): string {
  if (cell.type !== 'element') return '[]';
  const own = String(cell.properties['lang'] ?? lang);
  const inner = inOneParagraph(cell.children as ElementContent[], { book, lang: own });
  return own === lang ? inner : inLang(own, inner, true);
}

const items = (node: Element, around: Around): string[] =>
  elementsIn(node, 'li').map(({ children }) => setChildren(children, around));

/** Each term with its descriptions. */
function facts(node: Element, around: Around): string[] {
  const rows: { name: string; said: string[] }[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const content = setChildren(child.children, around);
    if (child.tagName === 'dt') rows.push({ name: content, said: [] });
    else rows.at(-1)?.said.push(content);
  }
  return rows.map(({ name, said }) => array([name, ...said]));
}

function table(node: Element, around: Around): string {
  const rows = (tag: string): Element[] => elementsIn(node, tag).flatMap((part) => elementsIn(part, 'tr'));
  const cells = (row: Element): string[] =>
    row.children.flatMap((cell) => (cell.type === 'element' ? [setChildren(cell.children, around)] : []));
  const head = rows('thead').flatMap(cells);
  const body = rows('tbody');
  const width = Math.max(head.length, ...body.map((row) => cells(row).length));
  return call(
    'matter',
    [`columns: ${width}`, ...(head.length > 0 ? [`table.header(${head.join(', ')})`] : [])],
    ...body.flatMap(cells),
  );
}

/** No line may begin with the middle dot in a foreign name. */
const words = (text: string): string =>
  /^\s*\n\s*$/.test(text) ? '' : string(text.replaceAll('·', '\u2060·'));

/** Moves a mark into the blank half of the closing punctuation before it. */
function beforeMark(text: string): string {
  const [, rest = text, sign] = /^(.*?)([。，、；：”’）》」』]?)$/su.exec(text) ?? [];
  return sign ? [words(rest), call('before-mark', [string(sign)])].filter(Boolean).join('\n') : words(text);
}

/** A drawing, with its words set like those of the text. */
function drawing(node: Element): string {
  const textIn = (name: string): string =>
    elementsIn(node, name)
      .map((one) => toString(one))
      .join('');
  const [left = 0, top = 0, width = 0, height = 0] = String(node.properties['viewBox'])
    .split(' ')
    .map(Number);
  const texts: Element[] = [];
  const lines = structuredClone(node);
  visit(lines, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !/^(?:title|desc|text)$/.test(element.tagName)) return undefined;
    if (element.tagName === 'text') texts.push(element);
    parent.children.splice(index, 1);
    return index;
  });
  lines.children.unshift(s('style', drawingStyle));
  const words = texts.map((one) => {
    const isLabel = hasClass(one, 'box-label');
    const at = [Number(one.properties['x']) - left, Number(one.properties['y']) - top];
    return array([...at.map(String), String(isLabel), string(toString(one))]);
  });
  const size = [
    `width: ${width}`,
    `height: ${height}`,
    `alt: ${string(`${textIn('title')}. ${textIn('desc')}`)}`,
  ];
  return call('drawing', size, string(toHtml(lines)), ...words);
}

const drawingStyle = `rect{fill:none;stroke:${colours.soft}}.arrow{stroke:${colours.vermilion};fill:${colours.vermilion}}`;

/** A heading’s text for use elsewhere: without page numbers and note marks. */
const withoutMarks = (children: ElementContent[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'sup' || hasClass(child, 'page') || hasClass(child, 'permalink')) return [];
    const { id: _, dataMention: __, ...properties } = child.properties;
    return [{ ...child, properties, children: withoutMarks(child.children) }];
  });

/** Content in a language other than its surroundings. */
export const inLang = (lang: string, content: string, isWithinLine: boolean): string =>
  call(isWithinLine ? 'words-in' : 'in-lang', [string(lang), String(isWrittenInHan(lang))], content);

const isInline = ({ tagName }: Element): boolean =>
  !/^(?:div|p|section|aside|figure|h[1-6]|[ou]l|dl)$/.test(tagName);

const elementsIn = (node: Element, tagName: string): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' && child.tagName === tagName ? [child] : []));

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);
