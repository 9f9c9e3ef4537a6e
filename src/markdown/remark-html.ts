import { basename, dirname } from 'node:path';
import type { ElementContent } from 'hast';
import type { Blockquote, Data, Link, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { HAN } from '../model/language.ts';
import { apartFromMarks } from '../model/quotation-marks.ts';
import { htmlId, unitHtmlId } from '../model/segment-id.ts';
import type { Citation, Target } from './nodes.ts';
import { hyphenateInHan } from './hyphenate.ts';
import { takeStops } from './quoted-stop.ts';
import { inlineText } from './text.ts';

/** What rendering needs from the dossier and the site: addresses, references, and an edition’s interface words. */
export interface RenderContext {
  /** Address of a target from a page of that edition, base path included. */
  address: (target: Target, edition: string) => string;
  /** Address of the segment’s own page, base path included. */
  segmentAddress: (id: string, edition: string) => string;
  /** The message to readers if a segment’s editions have changed since they were compared. */
  staleness: (id: string, edition: string) => string | undefined;
  /** The references that replace a citation; `note` is the label of the note that contains it. */
  citation: (citation: Citation, edition: string, note?: string) => ElementContent[];
  /** The language of a citation printed in an edition’s text, if it is not the edition’s own. */
  citedIn: (key: string, printed: string, edition: string) => string | undefined;
  /** Matches numbers with their units in an edition’s language, which must not be separated by a line break. */
  measure: (edition: string) => RegExp;
  /** Labels for elements without text, in each edition’s language. */
  labels: (edition: string) => {
    abstract: string;
    note: (number: number) => string;
    page: (number: number) => string;
  };
}

/**
 * A mark after a unit that links to an editors’ comment on it. It has no text, so that it is not part of the
 * sentence.
 */
export interface UnitMark {
  /** Id of the element that it links to, on the same page. */
  id: string;
  sign: string;
  /** Shown after the sign, less prominently. */
  quiet?: string;
  label: string;
  /** The number of the note whose mark it follows within the unit; absent if it stands at the end. */
  after?: number;
}

export interface HtmlOptions extends RenderContext {
  /** The marks after the nth unit (from 1) of a segment; none if absent. */
  unitMarks?: (segment: string, unit: number, edition: string) => UnitMark[];
  /** Whether segments, units and note marks get ids for `#p2.4.2-3` and `#note-41-mark`: only in the chapter. */
  withAnchors: boolean;
  /** The address of a note; if absent, notes are on the same page. */
  noteAddress?: (number: number) => string;
  /** The label of the note being rendered. */
  note?: string;
  /** The edition; defaults to the name of the file’s folder. */
  edition?: string;
}

/**
 * Decides what each node of our notation becomes in HTML, and removes the abstract, which the chapter’s page shows
 * separately. The last of the remark plugins.
 */
export const remarkHtml: Plugin<[() => HtmlOptions], Root> = (optionsNow) => (tree, file) => {
  const options = optionsNow();
  tree.children = tree.children.filter(({ data }) => data?.segment !== 'abstract');
  prepareHtml(tree, { ...options, edition: options.edition ?? basename(dirname(file.path)) });
  hyphenateInHan(tree);
};

/** Sets on every node the data from which remark-rehype makes its element. */
export function prepareHtml(tree: Root, options: HtmlOptions & { edition: string }): void {
  const { edition } = options;
  takeStops(tree.children, (citation) => options.citation(citation, edition, options.note));
  if (options.withAnchors) for (const block of tree.children) anchorSegment(block, options);
  dropRemarks(tree);
  freeQuotes(tree); // before the marks, which are bound to the preceding character
  keepMarksWithText(tree);
  spaceNumbersAfterLinks(tree);
  keepMeasuresUnbroken(tree, options.measure(edition)); // after the marks, which split the last character from a text
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'table') {
      if (parent && index !== undefined) (parent.children as Nodes[])[index] = scrolled(node);
    } else setNode(node, options);
  });
}

/** Gives the first block of a segment its id, and a paragraph the link to its own page. */
function anchorSegment(block: RootContent, options: HtmlOptions & { edition: string }): void {
  const { edition } = options;
  const segment = block.data?.segment;
  if (segment === undefined || !block.data?.opensSegment) return;
  if (block.type === 'exhibitPlace') {
    setElement(block, 'figure', { id: htmlId(segment), dataEdition: edition });
    return;
  }
  block.data.hProperties = { id: htmlId(segment) };
  // The style sheet draws the number, so that it is not part of the text.
  if (block.type === 'heading') block.data.hProperties['dataNumber'] = segment;
  if (block.type === 'paragraph') {
    const name = segment === 'abstract' ? options.labels(edition).abstract : segment;
    block.children.unshift(
      permalinkTo(name, options.segmentAddress(segment, edition), options.staleness(segment, edition)),
    );
  }
}

/** Sets the element of a node that our notation adds, and the address of a link to something in the dossier. */
function setNode(node: Nodes, options: HtmlOptions & { edition: string }): void {
  const { withAnchors, edition } = options;
  const labels = options.labels(edition);
  switch (node.type) {
    case 'unit':
      node.children = withUnitMarks(
        node.children,
        options.unitMarks?.(node.segment, node.index, edition) ?? [],
      );
      setElement(
        node,
        'span',
        withAnchors ? { id: unitHtmlId(node.segment, node.index) } : { dataUnit: String(node.index) },
      );
      break;
    case 'noteMark': {
      const { number, again } = node;
      const href = options.noteAddress?.(number) ?? `#note-${number}`;
      const id = withAnchors && !again ? { id: `note-${number}-mark` } : {};
      const properties = { href, role: 'doc-noteref', ariaLabel: labels.note(number) };
      setElement(node, 'sup', withAnchors ? NOT_SEARCHED : {}, [
        h('a', { ...id, ...properties }, String(number)),
      ]);
      break;
    }
    case 'pageBreak':
      setElement(node, 'span', {
        className: ['page'],
        dataPage: String(node.page),
        title: labels.page(node.page),
      });
      break;
    case 'citation':
      setElement(node, 'span', {}, options.citation(node, edition, options.note));
      break;
    case 'exhibitPlace':
      if (!withAnchors) setElement(node, 'figure', {});
      break;
    case 'link':
      if (node.data?.target) leadTo(node, node.data.target, options);
      break;
    default:
  }
}

/**
 * Wraps a table in a box that scrolls if the table is wider than the page. `align` has one entry per column, since
 * remark-rehype renders that many cells in each row. The entries are null: MDX would write an alignment as a style
 * attribute.
 */
function scrolled(table: Table): Blockquote {
  const columns = Math.max(...table.children.map(({ children }) => children.length));
  const { hProperties = {}, ...data } = table.data ?? {};
  return {
    // A parent type that mdast knows, so that its children are rendered; `hName` makes it a div.
    type: 'blockquote',
    children: [{ ...table, data, align: Array.from({ length: columns }, () => null) }],
    data: { hName: 'div', hProperties: { ...hProperties, className: ['scroll'], tabIndex: 0 } },
  };
}

/** Marks a printed citation with the language of its work, so that it is pronounced and hyphenated correctly. */
function leadTo(link: Link, target: Target, options: RenderContext & { edition: string }): void {
  link.url = options.address(target, options.edition);
  if (target.scheme !== 'work') return;
  const lang = options.citedIn(target.id, inlineText(link.children), options.edition);
  if (lang !== undefined) link.data = { ...link.data, hProperties: { ...link.data?.hProperties, lang } };
}

/** Removes the editors’ remarks to the checks, which readers do not need. */
function dropRemarks(tree: Root): void {
  visit(tree, ['exception', 'unitBoundary'], (_, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/**
 * Moves quotation marks round Han characters out of the link that begins or ends with them: they are as wide as a
 * character and half of that is blank, which would be underlined.
 */
function freeQuotes(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    const [only] = link.children;
    if (!parent || index === undefined || link.children.length !== 1 || only?.type !== 'text') return;
    const [opening, words, closing] = apartFromMarks(only.value);
    if (opening + closing === '') return;
    only.value = words;
    const around = [opening, closing].map((value): PhrasingContent[] =>
      value === '' ? [] : [{ type: 'text', value }],
    );
    const pieces = [...(around[0] ?? []), link, ...(around[1] ?? [])];
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** As wide as a character with half of it blank, so that a note mark fits into the blank. */
const FULL_STOPS = /[。，、；：”’》〉」』）]/u;

/**
 * Binds every note mark to the preceding character: a line could otherwise break between a Han character and its
 * mark.
 */
function keepMarksWithText(tree: Root): void {
  visit(tree, 'noteMark', (mark, index, parent) => {
    if (!parent || index === undefined || index === 0) return;
    const siblings = parent.children as PhrasingContent[];
    const before = siblings[index - 1];
    if (before?.type !== 'text' || !/\S$/.test(before.value)) return;
    const last = [...before.value].at(-1) ?? '';
    before.value = before.value.slice(0, -last.length);
    siblings[index] = noBreak([{ type: 'text', value: last }, mark], FULL_STOPS.test(last) ? ['stop'] : []);
    return SKIP;
  });
}

/**
 * Keeps every number and its unit on one line: 2019 and the word for year, 60 and per cent; likewise ranges of
 * numbers. After a Han character no span begins with the digit: Chromium would keep the space between the two scripts
 * at the start of a line. The first of several digits stays outside (no line breaks between digits); a single one takes
 * the character with it.
 */
function keepMeasuresUnbroken(tree: Root, measure: RegExp): void {
  const kept = new RegExp(String.raw`(?:\d+[—–])?(?:${measure.source})|\d+[—–]\d+`, 'gu');
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || node.value.search(kept) === -1) return;
    const pieces: PhrasingContent[] = [];
    let at = 0;
    let before = 0;
    for (const { 0: found, index: start } of node.value.matchAll(kept)) {
      const digits = HAN.test(node.value.charAt(start - 1)) ? (/^\d*/.exec(found)?.[0].length ?? 0) : 0;
      // A single digit right after another number joins it: the month of a year.
      if (digits === 1 && start === at) pieces.pop();
      const from = digits > 1 ? start + 1 : digits === 0 ? start : start === at ? before : start - 1;
      if (from > at) pieces.push({ type: 'text', value: node.value.slice(at, from) });
      pieces.push(noBreak([{ type: 'text', value: node.value.slice(from, start + found.length) }]));
      before = from;
      at = start + found.length;
    }
    if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/**
 * Sets the space between a link in Han characters and a number after it, and marks that a line may break there:
 * Chromium’s own space would remain at the start of a line.
 */
function spaceNumbersAfterLinks(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    if (!parent || index === undefined || before?.type !== 'link') return;
    if (!/^\d/.test(node.value) || !HAN.test(inlineText(before.children).slice(-1))) return;
    const empty = (hName: string, hProperties: { className?: string[] }): PhrasingContent => ({
      type: 'emphasis',
      children: [],
      data: { hName, hProperties },
    });
    const space = empty('span', { className: ['autospace'] });
    (parent.children as PhrasingContent[]).splice(index, 0, space, empty('wbr', {}));
    return [SKIP, index + 3];
  });
}

/**
 * A span without line breaks. Its type is an inline parent that mdast knows, so that its children are rendered;
 * `hName` makes it a span.
 */
const noBreak = (children: PhrasingContent[], more: string[] = []): PhrasingContent => ({
  type: 'emphasis',
  children,
  data: { hName: 'span', hProperties: { className: ['marked', ...more] } },
});

/** The content of a unit with its marks: each follows the mark of its note, or the whole unit. */
export function withUnitMarks(children: PhrasingContent[], marks: UnitMark[]): PhrasingContent[] {
  const placed = [...children];
  for (const mark of marks) {
    const noted =
      mark.after === undefined ? -1 : placed.findLastIndex((child) => isMarkOf(child, mark.after));
    const at = noted === -1 ? placed.length : noted + 1;
    const next = placed[at];
    const isClosed = next?.type === 'text' && CLOSING.test(next.value);
    placed.splice(at, 0, unitMark(mark, isClosed));
  }
  return placed;
}

/** Punctuation that cannot begin a line. */
const CLOSING = /^[\p{Pe}\p{Pf}，、；：。！？,;:.!?]/u;

const isMarkOf = (node: Nodes, note: number | undefined): boolean =>
  node.type === 'noteMark'
    ? node.number === note
    : 'children' in node && node.children.some((child) => isMarkOf(child, note));

/**
 * The mark’s sign is drawn by the style sheet, not in the text; screen readers get its label. `isClosed`: punctuation
 * follows, which stays on its line.
 */
const unitMark = ({ id, sign, quiet, label }: UnitMark, isClosed: boolean): PhrasingContent => ({
  type: 'emphasis',
  children: [],
  data: {
    hName: 'a',
    hProperties: {
      className: ['check-mark', ...(isClosed ? ['closed'] : [])],
      href: `#${id}`,
      dataSign: sign,
      ...(quiet === undefined ? {} : { dataQuiet: quiet }),
      // Also shown as a tooltip.
      title: label,
    },
  },
});

/** Tells Pagefind, and the script that marks hits, that an element is not part of the surrounding text. */
const NOT_SEARCHED = { dataPagefindIgnore: '' };

/** The unobtrusive number in the margin that links to the segment’s own page. */
function permalinkTo(text: string, address: string, staleness: string | undefined): PhrasingContent {
  return {
    type: 'link',
    url: address,
    title: staleness ?? null,
    children: [{ type: 'text', value: staleness === undefined ? text : `${text} ~` }],
    data: { hProperties: { className: ['permalink'], ...NOT_SEARCHED } },
  };
}

function setElement(
  node: Nodes,
  name: string,
  properties: NonNullable<Data['hProperties']>,
  children?: NonNullable<Data['hChildren']>,
): void {
  node.data = {
    ...node.data,
    hName: name,
    hProperties: properties,
    ...(children ? { hChildren: children } : {}),
  };
}
