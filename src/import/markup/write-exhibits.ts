import type { Element } from 'hast';
import type { Kind } from '../coverage.ts';
import { sliceMapped, type MappedText } from '../mapped-text.ts';
import { captionPatterns, exhibitSource, ordinal, sentenceAboutExhibit } from '../words/paper-words.ts';
import type { SourceExhibit } from '../source-document.ts';
import { attribute, isElement, outermost, outermostIn } from './elements.ts';
import { isImage, leavesOf, textOfLeaf, type Leaf } from './leaves.ts';
import { cellsOf } from './table-cells.ts';
import { startText } from './text-writer.ts';
import { writeLine, type LineContext } from './write-line.ts';

interface Exhibit {
  leaf: Leaf;
  captions: Leaf[];
  sources: Leaf[];
}

/** The exhibits of a text, written in the order of its blocks. */
interface WrittenExhibits {
  /** True if a leaf is an exhibit, or the caption or source of one. */
  has: (leaf: Leaf) => boolean;
  /** Writes the exhibit of a leaf, if it is one, after the block written last. */
  place: (leaf: Leaf, before: MappedText | undefined) => void;
  /** All placed exhibits; reports what is lost. */
  finish: () => SourceExhibit[];
}

const MAX_CAPTION = 600;

/** Finds tables and figures with their captions among the leaves of a text. */
export function writeExhibits(
  leaves: Leaf[],
  context: LineContext,
  omit: (kind: Kind, content: MappedText) => void,
): WrittenExhibits {
  const { out, warn } = context;
  const { exhibits, belongs } = pairCaptions(leaves);
  const found: SourceExhibit[] = [];
  const pictures: { offset: number; id: string }[] = [];
  const taken = new Set<string>();
  // Printed numbers are reserved for their exhibits.
  const printedIds = new Set(
    [...exhibits.values()].flatMap(({ leaf, captions }) => {
      const element = leaf.content.find(isElement);
      const [caption] = [...(element ? captionsIn(element).captions : []), ...captions];
      const { kind, number } = numbered(caption ? textOfLeaf(caption) : '', 'figure');
      return number === undefined ? [] : [`${kind}-${number}`];
    }),
  );
  const numberOf = (kind: SourceExhibit['kind'], printed: number | undefined): number => {
    let number = printed ?? 1;
    const isFree = (): boolean =>
      !taken.has(`${kind}-${number}`) && (number === printed || !printedIds.has(`${kind}-${number}`));
    while (!isFree()) number++;
    taken.add(`${kind}-${number}`);
    return number;
  };
  const write = (leaf: Leaf): MappedText => {
    out.open();
    writeLine(leaf.content, { ...context, spans: [], citations: [] }, 'plain');
    return out.content();
  };

  function place(leaf: Leaf, before: MappedText | undefined): void {
    const exhibit = exhibits.get(leaf);
    if (!exhibit) return;
    const [element] = leaf.content.filter(isElement);
    if (!element) return;
    const start = before?.offsets.at(-1) ?? 0;
    const inElement = captionsIn(element);
    const table = tableIn(leaf);
    const captions = [...inElement.captions, ...exhibit.captions];
    const images = outermost(element, isImage);
    const alternatives = images.map((image) => attribute(image, 'alt').trim()).filter(Boolean);
    if (captions.length === 0 && alternatives.length === 0 && !table) {
      if (images.length > 0) warn(start, 'a picture without a caption is not imported');
      return;
    }
    const title = captions.map(write);
    const printed = numbered(title[0]?.text ?? '', table ? 'table' : 'figure');
    const { kind } = printed;
    const number = numberOf(kind, printed.number);
    if (number !== printed.number)
      warn(
        title[0]?.offsets[0] ?? start,
        `a ${kind} without a number, or with another’s number, is numbered ${number}`,
      );
    if (title[0]) omit('caption', sliceMapped(title[0], 0, printed.length));
    const rows = table ? writeCells(table) : { rows: alternatives.map(writeText), cells: undefined };
    if (!table) pictures.push({ offset: title[0]?.offsets[0] ?? start, id: `${kind}-${number}` });
    // The captions after the title explain the exhibit.
    const [first, ...explained] = title;
    const [source, ...further] = [...inElement.sources, ...exhibit.sources].map(write);
    const beneath = [...explained, ...further];
    found.push({
      kind,
      number,
      start,
      title: first ? sliceMapped(first, printed.length) : { text: '', offsets: [] },
      rows: rows.cells ? rows.rows : [...rows.rows, ...beneath],
      ...(rows.cells ? { cells: rows.cells } : {}),
      source: rows.cells ? joined([...beneath, ...(source ? [source] : [])]) : source,
    });
  }

  /** The text of a cell, without note marks. */
  const textOfCell = (cell: Element): string =>
    leavesOf(cell)
      .map(({ content }) => {
        const own = startText();
        const offset = out.end();
        const said = (_: number, reason: string): void => warn(offset, reason);
        writeLine(content, { ...context, out: own, spans: [], citations: [], warn: said }, 'plain');
        return own.content().text;
      })
      .filter(Boolean)
      .join(' ');

  const writeText = (text: string): MappedText => {
    out.open();
    out.write(text);
    return out.content();
  };
  function writeCells(table: Element): { rows: MappedText[]; cells: string[][] | undefined } {
    const cells = cellsOf(table, textOfCell);
    const rows = cells.map((row) => writeText(row.join(' ')));
    // A table with a single row or column becomes lines.
    return { rows, cells: cells.length > 1 && (cells[0]?.length ?? 0) > 1 ? cells : undefined };
  }
  function finish(): SourceExhibit[] {
    const [first] = pictures;
    if (first)
      warn(
        first.offset,
        `pictures are not imported, only the texts about them: describe what they show in exhibits/${pictures.map(({ id }) => id).join(', ')}`,
      );
    return found;
  }
  return { has: (leaf) => belongs.has(leaf), place, finish };
}

/** Pairs tables and figures with the captions and sources beside them; `belongs` are the leaves of all of these. */
function pairCaptions(leaves: Leaf[]): { exhibits: Map<Leaf, Exhibit>; belongs: Set<Leaf> } {
  const exhibits = new Map<Leaf, Exhibit>();
  const belongs = new Set<Leaf>();
  leaves.forEach((leaf, i) => {
    if (leaf.kind !== 'table' && leaf.kind !== 'figure') return;
    const kind = leaf.kind === 'figure' && tableIn(leaf) ? 'table' : leaf.kind;
    const near = kind === 'table' ? [i - 1, i + 1] : [i + 1, i - 1];
    const free = (place: number): Leaf | undefined => {
      const other = leaves[place];
      return other && !belongs.has(other) && other.kind !== 'table' && other.kind !== 'figure'
        ? other
        : undefined;
    };
    const caption = near.map(free).find((other) => other && isCaption(other, kind));
    const source = free(caption === leaves[i + 1] ? i + 2 : i + 1);
    const sources = source && exhibitSource.test(textOfLeaf(source)) ? [source] : [];
    const exhibit = { leaf, captions: caption ? [caption] : [], sources };
    exhibits.set(leaf, exhibit);
    for (const part of [leaf, ...exhibit.captions, ...sources]) belongs.add(part);
  });
  return { exhibits, belongs };
}

const tableIn = ({ content }: Leaf): Element | undefined =>
  outermostIn(content, ({ tagName }) => tagName === 'table')[0];

function isCaption(leaf: Leaf, kind: 'figure' | 'table'): boolean {
  const text = textOfLeaf(leaf);
  if (text.length > MAX_CAPTION || leaf.kind === 'heading' || leaf.kind === 'list item') return false;
  const named = captionPatterns.find(({ pattern }) => pattern.test(text));
  if (leaf.kind === 'caption') return named === undefined || named.kind === kind;
  return named?.kind === kind && !sentenceAboutExhibit.test(text);
}

/** The captions and sources inside the element of an exhibit. */
function captionsIn(element: Element): { captions: Leaf[]; sources: Leaf[] } {
  const captions = outermost(element, ({ tagName }) => /^(?:fig)?caption$/.test(tagName)).flatMap(leavesOf);
  const foot = outermost(element, ({ tagName }) => tagName === 'footer').flatMap(leavesOf);
  const isSource = (leaf: Leaf): boolean => exhibitSource.test(textOfLeaf(leaf));
  return {
    captions: captions.filter((leaf) => !isSource(leaf)),
    sources: [...captions.filter(isSource), ...foot],
  };
}

/** Joins lines with spaces. */
function joined([first, ...more]: MappedText[]): MappedText | undefined {
  return more.reduce<MappedText | undefined>(
    (before, { text, offsets }) =>
      before && {
        text: `${before.text} ${text}`,
        // The space has the offset of the line break.
        offsets: [...before.offsets, offsets[0]! - 1, ...offsets],
      },
    first,
  );
}

/** The kind and number in a caption, and the length of their text. */
function numbered(
  caption: string,
  kind: 'figure' | 'table',
): { kind: 'figure' | 'table'; number: number | undefined; length: number } {
  for (const { kind: named, pattern } of captionPatterns) {
    const match = pattern.exec(caption);
    if (!match) continue;
    const sign = /^[\s.:：．、|—–-]*/.exec(caption.slice(match[0].length))?.[0] ?? '';
    return { kind: named, number: ordinal(match.groups?.['number']), length: match[0].length + sign.length };
  }
  return { kind, number: undefined, length: 0 };
}
