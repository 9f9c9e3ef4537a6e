import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { s } from 'hastscript';
import { visit } from 'unist-util-visit';
import { translationsFor } from '../../i18n/translations.ts';
import { isWrittenInHan } from '../../model/language.ts';
import { colours } from '../../site/share-image.ts';
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
export function typstOf(nodes: ElementContent[], setting: Setting): string {
  const marked = new Set<string>();
  const pages = new Set<string>();
  // The number of the segment whose first line has not been set yet.
  let number: string | undefined;
  let isInParagraph = false;
  let isInFirstColumn = true;

  const setChildren = (children: ElementContent[], lang: string): string =>
    row(
      children
        .map((node, i) => {
          const next = children[i + 1];
          const isMarked = next?.type === 'element' && next.tagName === 'sup';
          return node.type === 'text' && isMarked ? beforeMark(node.value) : one(node, lang);
        })
        .filter((part) => part !== ''),
    );

  function one(node: ElementContent, lang: string): string {
    if (node.type === 'text') return words(node.value);
    if (node.type !== 'element') return '';
    const { properties } = node;
    const own = typeof properties['lang'] === 'string' ? properties['lang'] : lang;
    const set = element(node, own);
    const spoken = own !== lang && set !== '' ? inLang(own, set, isInline(node)) : set;
    const { id, dataMention } = properties;
    const before = [
      ...(typeof id === 'string' && setting.isTarget(id) && !isHeading(node) ? [anchor(id)] : []),
      ...(typeof dataMention === 'string' ? [call('mention', [string(dataMention)])] : []),
    ];
    return [...before, spoken].join('\n');
  }

  function element(node: Element, lang: string): string {
    const { tagName, properties, children } = node;
    const classes = Array.isArray(properties['className']) ? properties['className'].map(String) : [];
    const set: SetContent = (some) => setChildren(some, lang);
    const inner = (): string => set(children);
    if (classes.includes('permalink')) {
      // The abstract has no number, and its name is already its heading.
      const said = /\d/.test(toString(node)) ? toString(node) : undefined;
      if (isInParagraph) return said === undefined ? '' : call('segment-number', [string(said)]);
      number = said;
      return '';
    }
    if (classes.includes('page')) {
      // If languages are side by side, the number appears once.
      const page = String(properties['dataPage']);
      const isSaid = pages.has(page);
      pages.add(page);
      return call('printed-page', isSaid ? [] : [string(page)]);
    }
    if (classes.includes('back')) return '';
    if (classes.includes('pair')) {
      const cells = children.map((cell, i) => {
        isInFirstColumn = i === 0;
        return one(cell, lang);
      });
      isInFirstColumn = true;
      // A pair of corresponding sentences has an id, and is not divided between pages.
      const isSentence = properties['id'] !== undefined;
      return call('pair', [`is-sentence: ${isSentence}`], ...cells.filter((cell) => cell !== ''));
    }
    switch (tagName) {
      case 'a':
        return link(node, lang);
      case 'h1':
      case 'h2':
      case 'h3': {
        const id = String(properties['id'] ?? '');
        const depth = Number(tagName.slice(1));
        const label = setting.isTarget(id) ? `#label(${string(id)})` : '';
        const quiet = isInFirstColumn ? '' : 'outlined: false, bookmarked: false, ';
        const name = setChildren(withoutMarks(children), lang);
        return `[#heading(level: ${depth}, ${quiet}supplement: ${name}, ${inner()})${label}]`;
      }
      case 'p': {
        const first = number === undefined ? [] : [call('segment-number', [string(number)])];
        number = undefined;
        isInParagraph = true;
        const body = row([...first, inner()]);
        isInParagraph = false;
        const kind = classes.find((name) => kinds.includes(name));
        return call(kind === undefined ? 'par' : `${kind}-line`, [], body);
      }
      case 'b':
      case 'strong':
        return call('strong', [], inner());
      case 'i':
      case 'em':
        return call('emph', [], inner());
      case 'small':
        return call('small', [], inner());
      case 'q': {
        const [open = '', close = ''] = translationsFor(lang).typography.quotes.split(' ');
        return row([string(open), inner(), string(close)]);
      }
      case 'br':
        return 'linebreak()';
      case 'pre':
        return call('verse', [], row([toString(node).split('\n').map(string).join('\nlinebreak()\n')]));
      case 'ol':
        return call('enum', [], ...items(node, set));
      case 'ul':
        return call('list', [], ...items(node, set));
      case 'dl':
        return call('facts', [], ...facts(node, set));
      case 'blockquote':
        return call('quote', ['block: true'], inner());
      case 'figure':
        return call('exhibit', [], inner());
      case 'img': {
        const { src, width, alt } = properties;
        return call('picture', [string(`/${String(src)}`), String(width), string(String(alt))]);
      }
      case 'figcaption':
        return call('exhibit-words', [], inner());
      case 'table':
        return table(node, set);
      case 'svg':
        return drawing(node);
      case 'math':
        return mathOf(node);
      case 'aside':
        return call('remark', [], inner());
      case 'section':
        if (classes.includes('paragraph') || classes.includes('abstract'))
          return call('segment', [], inner());
        return classes.includes('small-print') ? call('small-print', [], inner()) : inner();
      case 'div':
        return /^check-/.test(String(properties['id'])) ? call('remark', [], inner()) : inner();
      default:
        return inner();
    }
  }

  function link({ properties, children }: Element, lang: string): string {
    const href = String(properties['href'] ?? '');
    const inner = setChildren(children, lang);
    if (/^[a-z]+:/.test(href)) return call('link', [string(href)], inner);
    const label = setting.labelOf(href);
    if (label === undefined) return inner;
    if (properties['role'] !== 'doc-noteref') return call('link', [`label(${string(label)})`], inner);
    // The fonts lack a pencil glyph.
    const sign = string(toString({ type: 'root', children }).replace('✎', '※'));
    const note = setting.notes.get(label);
    if (note === undefined)
      return call('check-mark', [string(label), sign, string(String(properties['ariaLabel']))]);
    if (marked.has(label)) return call('note-again', [string(label), sign]);
    marked.add(label);
    return call('note', [string(label), sign], paragraphs(note, lang));
  }

  /** Their contents, one below the other, without a paragraph’s own space. */
  function paragraphs(nodes: ElementContent[], lang: string): string {
    const lines = nodes.flatMap((node): string[] => {
      if (node.type !== 'element' || hasClass(node, 'back')) return [];
      if (hasClass(node, 'pair')) return node.children.map((cell) => cellLine(cell, lang));
      return [node.tagName === 'p' ? setChildren(node.children, lang) : one(node, lang)];
    });
    return row([lines.join('\nlinebreak()\n')]);
  }

  function cellLine(cell: ElementContent, lang: string): string {
    if (cell.type !== 'element') return '[]';
    const own = String(cell.properties['lang'] ?? lang);
    const inner = paragraphs(cell.children as ElementContent[], own);
    return own === lang ? inner : inLang(own, inner, true);
  }

  return setChildren(nodes, setting.lang);
}

/** Sets the children of an element. */
type SetContent = (children: ElementContent[]) => string;

const items = (node: Element, set: SetContent): string[] =>
  elementsIn(node, 'li').map(({ children }) => set(children));

/** Each term with its descriptions. */
function facts(node: Element, set: SetContent): string[] {
  const rows: { name: string; said: string[] }[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const content = set(child.children);
    if (child.tagName === 'dt') rows.push({ name: content, said: [] });
    else rows.at(-1)?.said.push(content);
  }
  return rows.map(({ name, said }) => array([name, ...said]));
}

function table(node: Element, set: SetContent): string {
  const rows = (tag: string): Element[] => elementsIn(node, tag).flatMap((part) => elementsIn(part, 'tr'));
  const cells = (row: Element): string[] =>
    row.children.flatMap((cell) => (cell.type === 'element' ? [set(cell.children)] : []));
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

/** Content in another language than its surroundings. */
export const inLang = (lang: string, content: string, isWithinLine: boolean): string =>
  call(isWithinLine ? 'words-in' : 'in-lang', [string(lang), String(isWrittenInHan(lang))], content);

const isInline = ({ tagName }: Element): boolean =>
  !/^(?:div|p|section|aside|figure|h[1-6]|[ou]l|dl)$/.test(tagName);

/** Paragraphs with a style of their own. */
const kinds = ['byline', 'label', 'remark', 'source'];

const elementsIn = (node: Element, tagName: string): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' && child.tagName === tagName ? [child] : []));

export const hasClass = (node: ElementContent, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);
