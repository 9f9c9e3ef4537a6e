import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import type { ElementContent } from 'hast';
import type {} from 'mdast-util-to-hast';
import { z } from 'zod';
import type { Permalink } from '../model/permalink.ts';
import { frozenHead, type FrozenEdition } from '../model/release.ts';
import { htmlId, unitHtmlId } from '../model/segment-id.ts';
import { urls } from '../model/urls.ts';
import { exhibitHast, tableHast } from './exhibit-hast.ts';

/**
 * The format in which version 1.0 of this program kept a release: each text with marks beside it, from `start` up to
 * but excluding `end`, in UTF-16 code units. It is read for as long as dossiers released in it exist; nothing writes
 * it.
 */

const extent = { start: z.int().min(0), end: z.int().min(0) };

const markSchema = z.discriminatedUnion('type', [
  /** The text of a formula is TeX. */
  z.strictObject({
    type: z.enum(['emphasis', 'strong', 'deleted', 'code', 'superscript', 'subscript', 'formula']),
    ...extent,
  }),
  /** To a web address, or to something in the dossier: `case:dry-summer`, `seg:1.2.3`. */
  z.strictObject({ type: z.literal('link'), ...extent, to: z.string() }),
  /** References as they were printed, and the ids of the works in order. */
  z.strictObject({ type: z.literal('citation'), ...extent, works: z.array(z.string()) }),
  /** One reference, in the work’s own language. */
  z.strictObject({ type: z.literal('reference'), ...extent, lang: z.string() }),
  /** A note mark; zero length. */
  z.strictObject({ type: z.literal('note'), ...extent, number: z.int() }),
  /** The beginning of a printed page; zero length. */
  z.strictObject({ type: z.literal('page'), ...extent, page: z.int() }),
]);
/** Marks are sorted by start, the outer one first; they nest and never overlap partially. */
type Mark = z.output<typeof markSchema>;

const textSchema = z.strictObject({ text: z.string(), marks: z.array(markSchema).optional() });
type Text = z.output<typeof textSchema>;

const blockSchema = z.discriminatedUnion('type', [
  /** The units in order; their texts joined are the paragraph, including the spaces between them. */
  z.strictObject({ type: z.literal('paragraph'), units: z.array(textSchema) }),
  z.strictObject({ type: z.literal('heading'), content: textSchema }),
  z.strictObject({
    type: z.literal('list'),
    /** The first number, if the list is numbered. */
    from: z.int().optional(),
    get items() {
      return z.array(z.array(blockSchema));
    },
  }),
  z.strictObject({
    type: z.literal('quotation'),
    get blocks() {
      return z.array(blockSchema);
    },
  }),
  /** The first row is the table’s head. */
  z.strictObject({ type: z.literal('table'), rows: z.array(z.array(textSchema)) }),
  z.strictObject({ type: z.literal('formula'), tex: z.string() }),
  /** A figure as its boxes with their text, then its arrows; a table as its rows, the first of which is its head. */
  z.strictObject({
    type: z.literal('exhibit'),
    title: z.string(),
    rows: z.array(z.array(z.string())),
    source: z.string().optional(),
    remark: z.string().optional(),
  }),
]);
type Block = z.output<typeof blockSchema>;

const segmentSchema = z.strictObject({
  id: z.string(),
  pages: z.tuple([z.int(), z.int()]).optional(),
  blocks: z.array(blockSchema),
  remarks: z.array(z.strictObject({ printed: z.string(), text: z.string() })).optional(),
});

export const format1Schema = z.strictObject({
  format: z.literal('dossier-release-1'),
  ...frozenHead,
  chapters: z.array(
    z.strictObject({
      id: z.string(),
      section: z.int(),
      title: z.string(),
      segments: z.array(segmentSchema),
      notes: z.array(z.strictObject({ number: z.int(), blocks: z.array(blockSchema) })),
    }),
  ),
});
type Format1 = z.output<typeof format1Schema>;

/**
 * Converts a release to the present format with the same words. `permalinks` give the addresses of what it links to.
 */
export function fromFormat1(old: Format1, permalinks: Permalink[]): FrozenEdition {
  const address = addressesFor(old, permalinks);
  return {
    ...old,
    format: 'dossier-release-2',
    chapters: old.chapters.map((chapter) => ({
      ...chapter,
      segments: chapter.segments.map(({ blocks, ...segment }) => ({
        ...segment,
        units: blocks.flatMap(unitsOf).map((unit, i, all) => (i < all.length - 1 ? unit : unit.trimEnd())),
        notes: blocks.flatMap(marksIn).flatMap((mark) => (mark.type === 'note' ? [mark.number] : [])),
        html: htmlOf(blocks, address, segment.id),
      })),
      notes: chapter.notes.map(({ number, blocks }) => ({
        number,
        text: blocks.flatMap(unitsOf).join('').trim(),
        html: htmlOf(blocks, address),
      })),
    })),
  };
}

function unitsOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph': {
      const units = block.units.map(wordsOf);
      return [...units.slice(0, -1), `${units.at(-1)?.trimEnd() ?? ''}\n`];
    }
    case 'heading':
      return [`${wordsOf(block.content)}\n`];
    case 'list':
      return block.items.flat().flatMap(unitsOf);
    case 'quotation':
      return block.blocks.flatMap(unitsOf);
    case 'table':
      return block.rows.map((row) => `${row.map(wordsOf).join('\t')}\n`);
    case 'formula':
      return [`${block.tex}\n`];
    case 'exhibit':
      return [`${[block.title, ...block.rows.map((row) => row.join('\t'))].join('\n')}\n`];
  }
}

/** A citation is replaced by the works that it names. */
function wordsOf({ text, marks = [] }: Text): string {
  let words = '';
  let at = 0;
  for (const mark of marks) {
    if (mark.type !== 'citation') continue;
    words += `${text.slice(at, mark.start)}${mark.works.join('; ')}`;
    at = mark.end;
  }
  return words + text.slice(at);
}

function marksIn(block: Block): Mark[] {
  const of = (texts: Text[]): Mark[] => texts.flatMap(({ marks = [] }) => marks);
  switch (block.type) {
    case 'paragraph':
      return of(block.units);
    case 'heading':
      return of([block.content]);
    case 'list':
      return block.items.flat().flatMap(marksIn);
    case 'quotation':
      return block.blocks.flatMap(marksIn);
    case 'table':
      return of(block.rows.flat());
    default:
      return [];
  }
}

type Address = (to: string) => string | undefined;

/** Links to segments and notes stay in the same release; links to entries go to the dossier. */
function addressesFor({ version, edition, chapters }: Format1, permalinks: Permalink[]): Address {
  const root = '../../../..';
  const inChapter = (chapter: string | undefined, fragment: string): string | undefined =>
    chapter && `${root}${urls.chapterInRelease(version, edition.id, chapter)}#${fragment}`;
  return (to) => {
    const [, scheme = '', id = ''] = /^([a-z]+):(.*)$/.exec(to) ?? [];
    if (/^(?:https?|mailto)$/.test(scheme)) return to;
    if (scheme === 'seg' || scheme === 'exhibit')
      return inChapter(
        chapters.find(({ segments }) => segments.some((segment) => segment.id === id))?.id,
        htmlId(id),
      );
    if (scheme === 'note')
      return inChapter(
        chapters.find(({ notes }) => notes.some(({ number }) => String(number) === id))?.id,
        `note-${id}`,
      );
    const own = permalinks.filter((one) => one.kind === scheme && one.id === id).map(({ path }) => path);
    const path = own.find((one) => one.startsWith(`/${edition.id}/`)) ?? own[0];
    return path === undefined ? (to.startsWith('/') ? root + to : undefined) : root + path;
  };
}

/** `segment` is the segment of the blocks; undefined for a note. */
function htmlOf(blocks: Block[], address: Address, segment?: string): string {
  let units = 0;
  const toHast = (block: Block): ElementContent => {
    switch (block.type) {
      case 'paragraph':
        return h(
          'p',
          block.units.map((unit) => {
            units++;
            return h(
              'span',
              segment === undefined ? {} : { id: unitHtmlId(segment, units) },
              inline(unit, address),
            );
          }),
        );
      case 'heading':
        return h('h2', inline(block.content, address));
      case 'list': {
        const items = block.items.map((item) => h('li', item.map(toHast)));
        return block.from === undefined ? h('ul', items) : h('ol', { start: block.from }, items);
      }
      case 'quotation':
        return h('blockquote', block.blocks.map(toHast));
      case 'table':
        return tableHast(block.rows.map((row) => row.map((cell) => inline(cell, address))));
      case 'formula':
        return h('p', [formula(block.tex, true)]);
      case 'exhibit':
        return exhibitHast(block);
    }
  };
  return toHtml({ type: 'root', children: blocks.map(toHast) }, { allowDangerousHtml: true });
}

/** Wraps marked text in its marks. A zero-length mark at the end of another comes after it. */
function inline({ text, marks = [] }: Text, address: Address): ElementContent[] {
  let next = 0;
  const between = (start: number, end: number): ElementContent[] => {
    const pieces: ElementContent[] = [];
    let at = start;
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      next++;
      pieces.push(...plain(text.slice(at, mark.start)));
      const inside = mark.end > mark.start ? between(mark.start, mark.end) : [];
      pieces.push(...marked(mark, text.slice(mark.start, mark.end), inside, address));
      at = mark.end;
    }
    return [...pieces, ...plain(text.slice(at, end))];
  };
  return between(0, Infinity);
}

const plain = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((line, i): ElementContent[] => [...(i > 0 ? [h('br')] : []), { type: 'text', value: line }])
    .filter((piece) => piece.type !== 'text' || piece.value !== '');

const elements: Partial<Record<Mark['type'], string>> = {
  emphasis: 'em',
  strong: 'strong',
  deleted: 'del',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
};

function marked(mark: Mark, text: string, inside: ElementContent[], address: Address): ElementContent[] {
  const name = elements[mark.type];
  if (name !== undefined) return [h(name, inside)];
  switch (mark.type) {
    case 'formula':
      return [formula(text, false)];
    case 'link': {
      const href = address(mark.to);
      return href === undefined ? inside : [h('a', { href }, inside)];
    }
    case 'reference':
      return [h('cite', { lang: mark.lang }, inside)];
    case 'note': {
      const { number } = mark;
      const link = { href: `#note-${number}`, role: 'doc-noteref', id: `note-${number}-mark` };
      return [h('sup', [h('a', link, String(number))])];
    }
    case 'page':
      return [h('span', { dataPage: String(mark.page) })];
    default:
      return inside;
  }
}

function formula(tex: string, displayMode: boolean): ElementContent {
  const html = katex.renderToString(tex, { output: 'mathml', displayMode, throwOnError: false });
  return { type: 'raw', value: html.replace('<span class="katex">', '<span>') };
}
