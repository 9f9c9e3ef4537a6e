import { basename, dirname } from 'node:path';
import type { ElementContent } from 'hast';
import type { Blockquote, Data, Link, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { HAN } from '../model/language.ts';
import { htmlId, unitHtmlId } from '../model/segment-id.ts';
import type { Citation, Target } from './nodes.ts';
import { takeStops } from './quoted-stop.ts';
import { inlineText } from './text.ts';

/** What rendering asks of the dossier and the site: addresses, references, and words in the language of an edition. */
export interface RenderContext {
  /** Address of a target as seen from a page of that edition, base path included. */
  address: (target: Target, edition: string) => string;
  /** Address of the segment's own page, base path included. */
  segmentAddress: (id: string, edition: string) => string;
  /** What to say to readers of a segment whose editions have changed since they were compared, if so. */
  staleness: (id: string, edition: string) => string | undefined;
  /** The references that stand in the place of a citation; `note` is the label of the note that it stands in. */
  citation: (citation: Citation, edition: string, note?: string) => ElementContent[];
  /** The language in which a stretch of an edition's text cites a work, where it is not the edition's. */
  citedIn: (key: string, printed: string, edition: string) => string | undefined;
  /** A number with what it counts, in the language of an edition: no line divides them. */
  measure: (edition: string) => RegExp;
  /** Names for what has no text of its own, in the language of each edition. */
  labels: (edition: string) => {
    abstract: string;
    note: (number: number) => string;
    page: (number: number) => string;
  };
}

/** A mark behind a unit that leads to what the editors say of it. It has no text, so that it is no part of what it follows. */
export interface UnitMark {
  /** Of the element that it leads to, on the same page. */
  id: string;
  sign: string;
  /** What is drawn behind it, less loud. */
  quiet?: string;
  label: string;
}

export interface HtmlOptions extends RenderContext {
  /** The marks behind the nth unit (from 1) of a segment; without it, there are none. */
  unitMarks?: (segment: string, unit: number, edition: string) => UnitMark[];
  /** Whether segments, units and note marks get the ids that `#p2.4.2-3` and `#note-41-mark` lead to: in the chapter only. */
  withAnchors: boolean;
  /** Where a note stands; without it, on the same page. */
  noteAddress?: (number: number) => string;
  /** The label of the note that is rendered. */
  note?: string;
  /** The edition; without it, the folder that the file lies in. */
  edition?: string;
}

/**
 * Decides what every node of our notation becomes in HTML, and leaves out the abstract, which the page of its chapter sets
 * apart. Last of the remark plugins.
 */
export const remarkHtml: Plugin<[() => HtmlOptions], Root> = (optionsNow) => (tree, file) => {
  const options = optionsNow();
  tree.children = tree.children.filter(({ data }) => data?.segment !== 'abstract');
  prepareHtml(tree, { ...options, edition: options.edition ?? basename(dirname(file.path)) });
};

/** Gives every node of a tree what remark-rehype makes its element of. */
export function prepareHtml(tree: Root, options: HtmlOptions & { edition: string }): void {
  const { withAnchors, edition } = options;
  const labels = options.labels(edition);
  takeStops(tree.children, (citation) => options.citation(citation, edition, options.note));
  for (const block of tree.children) {
    const segment = block.data?.segment;
    if (!withAnchors || segment === undefined || !block.data?.opensSegment) continue;
    if (block.type === 'exhibitPlace')
      setElement(block, 'figure', { id: htmlId(segment), dataEdition: edition });
    else {
      block.data.hProperties = { id: htmlId(segment) };
      // Its number is drawn by the style, so that it is no part of the text.
      if (block.type === 'heading') block.data.hProperties['dataNumber'] = segment;
      if (block.type === 'paragraph') {
        const name = segment === 'abstract' ? labels.abstract : segment;
        block.children.unshift(
          permalinkTo(name, options.segmentAddress(segment, edition), options.staleness(segment, edition)),
        );
      }
    }
  }
  dropRemarks(tree);
  freeQuotes(tree); // before the marks, which are bound to the character before them
  keepMarksWithText(tree);
  keepMeasuresUnbroken(tree, options.measure(edition)); // after the marks, which take the last character from a text
  visit(tree, (node: Nodes, index, parent) => {
    switch (node.type) {
      case 'unit':
        node.children.push(...(options.unitMarks?.(node.segment, node.index, edition) ?? []).map(unitMark));
        setElement(
          node,
          'span',
          withAnchors ? { id: unitHtmlId(node.segment, node.index) } : { dataUnit: String(node.index) },
        );
        break;
      case 'noteMark': {
        const { number, again } = node;
        const href = options.noteAddress?.(number) ?? `#note-${number}`;
        const properties = { href, role: 'doc-noteref', ariaLabel: labels.note(number) };
        setElement(node, 'sup', withAnchors ? NOT_SEARCHED : {}, [
          h(
            'a',
            { ...properties, ...(withAnchors && !again ? { id: `note-${number}-mark` } : {}) },
            String(number),
          ),
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
      case 'table':
        if (parent && index !== undefined) (parent.children as Nodes[])[index] = scrolled(node);
        break;
      case 'link':
        if (node.data?.target) leadTo(node, node.data.target, options);
        break;
      default:
    }
  });
}

/**
 * A table in a box that scrolls where it is wider than the page. `align` has an entry a column, since as many cells of
 * each row are rendered; none is aligned, which is styling, and which MDX would write as a style attribute.
 */
function scrolled(table: Table): Blockquote {
  const columns = Math.max(...table.children.map(({ children }) => children.length));
  const { hProperties = {}, ...data } = table.data ?? {};
  return {
    // A parent that mdast knows, so that what is in it is rendered; the name makes it a box.
    type: 'blockquote',
    children: [{ ...table, data, align: Array.from({ length: columns }, () => null) }],
    data: { hName: 'div', hProperties: { ...hProperties, className: ['scroll'], tabIndex: 0 } },
  };
}

/** A printed citation is in the language of its work, so that it is read and broken as such. */
function leadTo(link: Link, target: Target, options: RenderContext & { edition: string }): void {
  link.url = options.address(target, options.edition);
  if (target.scheme !== 'work') return;
  const lang = options.citedIn(target.id, inlineText(link.children), options.edition);
  if (lang !== undefined) link.data = { ...link.data, hProperties: { ...link.data?.hProperties, lang } };
}

/** What editors tell the checks is nothing to readers. */
function dropRemarks(tree: Root): void {
  visit(tree, ['exception', 'unitBoundary'], (_, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

const QUOTED = /^([“‘《〈「『])([^“‘《〈「『”’》〉」』]+)([”’》〉」』])$/u;

/**
 * Sets the marks round words in Han characters before and behind the link that they are in: as wide as a character, and half
 * of it blank, they would be underlined for nothing.
 */
function freeQuotes(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    const [only] = link.children;
    if (!parent || index === undefined || link.children.length !== 1 || only?.type !== 'text') return;
    const [, open, words, close] = QUOTED.exec(only.value) ?? [];
    if (open === undefined || words === undefined || close === undefined || !HAN.test(words)) return;
    only.value = words;
    (parent.children as PhrasingContent[]).splice(index, 1, { type: 'text', value: open }, link, {
      type: 'text',
      value: close,
    });
    return [SKIP, index + 3];
  });
}

/** As wide as a character and half of it blank, so that a mark can stand in that. */
const FULL_STOPS = /[。，、；：]/u;

/** Binds every note mark to the character before it: between Han characters a line could break there. */
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
 * Holds every number together with its unit: 2019 and the word for a year, 60 and per cent. Behind a Han character its first
 * figure, from which no line divides the next, stands outside: Chromium keeps the space between the two scripts where a line
 * begins with what they are parted by.
 */
function keepMeasuresUnbroken(tree: Root, measure: RegExp): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || node.value.search(measure) === -1) return;
    const pieces: PhrasingContent[] = [];
    let at = 0;
    for (const { 0: found, index: start } of node.value.matchAll(measure)) {
      const from = start + (HAN.test(node.value.charAt(start - 1)) && /^\d\d/.test(found) ? 1 : 0);
      if (from > at) pieces.push({ type: 'text', value: node.value.slice(at, from) });
      pieces.push(noBreak([{ type: 'text', value: node.value.slice(from, start + found.length) }]));
      at = start + found.length;
    }
    if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** What no line divides: an inline parent that mdast knows, so that what is in it is rendered; the name makes it a span. */
const noBreak = (children: PhrasingContent[], more: string[] = []): PhrasingContent => ({
  type: 'emphasis',
  children,
  data: { hName: 'span', hProperties: { className: ['marked', ...more] } },
});

/** What the mark says is not in its text but in its style, and in its name for whoever does not see it. */
export const unitMark = ({ id, sign, quiet, label }: UnitMark): PhrasingContent => ({
  type: 'emphasis',
  children: [],
  data: {
    hName: 'a',
    hProperties: {
      className: ['check-mark'],
      href: `#${id}`,
      dataSign: sign,
      ...(quiet === undefined ? {} : { dataQuiet: quiet }),
      // Its name, which a pointer that rests on it is told too.
      title: label,
    },
  },
});

/** As Pagefind, and others that read it, are told what is no part of the text that it stands in. */
const NOT_SEARCHED = { dataPagefindIgnore: '' };

/** The quiet number in the margin that leads to the segment's own page. */
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
