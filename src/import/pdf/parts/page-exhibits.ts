import { countLetters } from '../../words/count-letters.ts';
import { captionIn, type PrintedExhibit } from '../../text/exhibits.ts';
import { editorialLine, exhibitSource } from '../../words/paper-words.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { endsSentence } from '../lines/ends-sentence.ts';
import { isFull, isSmall, LARGE } from '../lines/line-shape.ts';
import type { Rule } from '../glyphs/page-glyphs.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** A figure or table with its lines. */
export interface FoundExhibit extends Omit<PrintedExhibit<TypeLine>, 'after'> {
  /** Further lines of the caption. */
  captionRest: TypeLine[];
}

interface WithoutExhibits {
  text: TypeLine[];
  exhibits: FoundExhibit[];
  /** Lines in small type that belong to no exhibit and do not read as text, mostly labels in a picture. */
  loose: TypeLine[];
  /** The journal’s notices on the paper. */
  editorial: TypeLine[];
  /** First lines of passages with gaps in columns and no caption. */
  inCells: TypeLine[];
  /** The table with which the page ends, if its source is not below it. */
  open: FoundExhibit | undefined;
}

/**
 * Takes figures and tables out of a page’s lines: their captions, and the lines near these that are neither set as
 * running text nor `headings`. `open` is the table at the end of the page before, whose rows may continue, `lastText`
 * the last line of running text there.
 */
export function exhibitsOnPage(
  lines: TypeLine[],
  rules: Rule[],
  type: BodyType,
  headings: ReadonlySet<TypeLine>,
  open?: FoundExhibit,
  lastText?: TypeLine,
): WithoutExhibits {
  const { captions, rests, isApart } = findApart(lines, rules, type, headings);
  const text: TypeLine[] = [];
  const exhibits: FoundExhibit[] = [];
  const loose: TypeLine[] = [];
  const editorial: TypeLine[] = [];
  const inCells: TypeLine[] = [];
  for (let i = 0; i < lines.length;) {
    if (!isApart(lines[i]!)) {
      text.push(lines[i++]!);
      continue;
    }
    let end = i + 1;
    while (end < lines.length && isApart(lines[end]!)) end++;
    const rest = lines.slice(i, end);
    const part = i === 0 && open ? rest.slice(continueTable(open, rest, captions)) : rest;
    const own = part.flatMap((line, at) => {
      const caption = captions.get(line);
      return caption ? [{ ...caption, at }] : [];
    });
    if (own.length > 0) exhibits.push(...divide(part, own, rests));
    else if (part.every(({ text }) => editorialLine.test(text))) editorial.push(...part);
    else if (
      standsBetweenColumns(part, lines[i - 1] ?? lastText, lines[end], type) ||
      (!readsAsText(part) && part.every((line) => isSmall(line, type)))
    )
      loose.push(...part);
    else {
      text.push(...part);
      if (part.filter(hasGap).length >= MIN_CELLS) inCells.push(part.find(hasGap)!);
    }
    i = end;
  }
  const last = exhibits.at(-1);
  const isOpen = last?.kind === 'table' && last.source.length === 0 && last.rows.at(-1) === lines.at(-1);
  return { open: isOpen ? last : undefined, text, exhibits, loose, editorial, inCells };
}

/** Finds the captions of a page, the further lines of each, and the lines that are not set as running text. */
function findApart(lines: TypeLine[], rules: Rule[], type: BodyType, headings: ReadonlySet<TypeLine>) {
  // The last line of a sentence about an exhibit may have nothing but its name.
  const captions: Captions = new Map(
    lines.flatMap((line, i) => {
      const caption = goesOnFrom(lines[i - 1], line, type) ? undefined : captionOf(line, type);
      return caption ? [[line, caption]] : [];
    }),
  );
  const inTables = linesInTables(lines, rules, type, captions);
  const rests = new Map(lines.map((line, i) => [line, restOfCaption(lines, i, type, captions)] as const));
  const inCaptions = new Set([
    ...[...rests.values()].flat(),
    ...lines.flatMap((_, i) => (captions.has(lines[i]!) ? repeatsBelow(lines, i, rests, type) : [])),
  ]);
  const isApart = (line: TypeLine): boolean =>
    line.isInTable === true ||
    inTables.has(line) ||
    inCaptions.has(line) ||
    ((isSmall(line, type) || hasGap(line) || captions.has(line)) && !headings.has(line));
  return { captions, rests, isApart };
}

/** Adds the lines that continue a table from the page before, up to the next caption; returns their number. */
function continueTable(open: FoundExhibit, part: TypeLine[], captions: Captions): number {
  const next = part.findIndex((line) => captions.has(line));
  const lines = next < 0 ? part : part.slice(0, next);
  const source = lines.findIndex(({ text }) => exhibitSource.test(text));
  const rows = source < 0 ? lines : lines.slice(0, source);
  const isTold = CONTINUED.test(rows[0]?.text.trim() ?? '');
  if (rows.length === 0 || (!isTold && rows.filter(hasGap).length < rows.length * MOSTLY_CELLS)) return 0;
  open.rows.push(...rows);
  open.source.push(...lines.slice(rows.length));
  return lines.length;
}

/** What is printed above the rest of a table in the place of its caption. */
const CONTINUED = /^[（(]?(?:[续續]\s?表|continued)[）)]?$/i;

/** The minimum share of a table’s rows that have gaps. */
const MOSTLY_CELLS = 0.6;

const hasGap = ({ text }: TypeLine): boolean => / {3}\S/.test(text.trim());
/** The fewest lines with gaps that are no coincidence. */
const MIN_CELLS = 3;

/** The lines between the first and last rule of each table, in any type. */
function linesInTables(lines: TypeLine[], rules: Rule[], type: BodyType, captions: Captions): Set<TypeLine> {
  const ofTables = lines.filter((line) => captions.get(line)?.kind === 'table');
  return new Set(
    ofTables.flatMap((caption, i) => {
      const end = ofTables[i + 1]?.y ?? Infinity;
      const below = rules.filter(({ y }) => y > caption.y && y < end).sort((a, b) => a.y - b.y);
      const first = below.find(({ y }) => y - caption.y < caption.size * 5);
      if (!first) return [];
      const within = lines.filter(({ y }) => y > caption.y && y < end);
      const prose = within.findIndex(
        (line, at) => isProse(line, type) && isProse(within[at + 1] ?? line, type),
      );
      const limit = within[prose]?.y ?? end;
      // Rules may be drawn cell by cell; rules above notes are shorter than the table.
      const last = below.findLast(({ y }) => {
        const pieces = below.filter((rule) => Math.abs(rule.y - y) < 1.5);
        const length = pieces.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
        return (
          y < limit &&
          length > (first.x1 - first.x0) * 0.9 &&
          Math.min(...pieces.map(({ x0 }) => x0)) < first.x0 + 8
        );
      })?.y;
      if (last === undefined) return [];
      return lines.filter(({ y, x0, x1 }) => y > caption.y && y < last && x1 > first.x0 && x0 < first.x1);
    }),
  );
}

/** True if a line is running text from edge to edge. */
const isProse = (line: TypeLine, type: BodyType): boolean =>
  line.x1 - line.x0 > (line.right - line.left) * 0.93 && isSetAsText(line, type) && !hasGap(line);

const isSetAsText = (line: TypeLine, type: BodyType): boolean =>
  !isSmall(line, type) && type.fonts.has(line.font);

type Caption = Pick<FoundExhibit, 'kind' | 'number' | 'captionLength'>;
type Captions = ReadonlyMap<TypeLine, Caption>;

/** True if a line continues the sentence of the line above, both set as running text. */
const goesOnFrom = (before: TypeLine | undefined, line: TypeLine, type: BodyType): boolean =>
  before !== undefined &&
  isSetAsText(before, type) &&
  isSetAsText(line, type) &&
  isFull(before) &&
  !endsSentence(before.text) &&
  line.y > before.y &&
  line.y - before.y < type.leading * 1.2 &&
  line.x0 < line.left + 2;

function captionOf(line: TypeLine, type: BodyType): Caption | undefined {
  const isFullWidth =
    isSetAsText(line, type) && line.x1 - line.x0 > (line.right - line.left) * 0.97 && line.x0 < line.left + 2;
  // A sentence about an exhibit may begin a paragraph.
  const opens =
    RUNS_ON.test(line.text) && line.x1 > line.right - line.size && line.x0 < line.left + line.size * 3;
  return isFullWidth || opens ? undefined : captionIn(line.text);
}

/** The number without a space before Han characters, or a lower-case word, as within a sentence. */
const RUNS_ON = /^(?:[图圖表]\d{1,2}\p{Script=Han}|(?:Figure|Table) \d{1,2} \p{Ll})/u;

/** The lines that continue a caption, in its type rather than that of the running text. */
function restOfCaption(lines: TypeLine[], at: number, type: BodyType, captions: Captions): TypeLine[] {
  const caption = lines[at]!;
  const found = captions.get(caption);
  if (found && found.captionLength >= caption.text.trim().length)
    return titleBelow(lines, at, type, captions);
  if (!found) return [];
  // Set as text, or with lines that hang, it goes on as far in as a paragraph would not.
  const [second, third] = lines.slice(at + 1);
  const hangs =
    second !== undefined &&
    second.x0 > caption.x0 + HANGS &&
    !(third && third.sheet === second.sheet && third.x0 < second.x0 - 1 && gapBelow(second, third) < 1.5);
  const isLikeText = isSetAsText(caption, type);
  if (isLikeText && !hangs && caption.x0 < caption.left + caption.size * 0.8) return [];
  const rest: TypeLine[] = [];
  for (let last = caption; ; last = rest.at(-1)!) {
    const next = lines[at + 1 + rest.length];
    const fills = last.x1 - last.x0 > (last.right - last.left) * FULL_CAPTION;
    const isAlike = hangs
      ? next !== undefined && Math.abs(next.x0 - second.x0) < 1
      : next?.font === caption.font &&
        (!isLikeText || (Math.abs(next.x0 - caption.x0) < 1 && !endsSentence(last.text)));
    const goesOn =
      next !== undefined &&
      fills &&
      isAlike &&
      Math.abs(next.size - caption.size) < 0.2 &&
      next.y > last.y &&
      gapBelow(last, next) < 1.5 &&
      !hasGap(next) &&
      !captions.has(next);
    if (!goesOn) return rest;
    rest.push(next);
  }
}

/** The distance of a line from the one above as a multiple of its size. */
const gapBelow = (above: TypeLine, { y, size }: TypeLine): number =>
  y > above.y ? (y - above.y) / size : Infinity;

/** How far in points the further lines of a caption are set in. */
const HANGS = 4;

/** The lines in larger type below a caption that repeat words of it: the title within a chart. */
function repeatsBelow(
  lines: TypeLine[],
  at: number,
  rests: ReadonlyMap<TypeLine, TypeLine[]>,
  type: BodyType,
): TypeLine[] {
  const caption = [lines[at]!, ...(rests.get(lines[at]!) ?? [])];
  const words = new Set(caption.flatMap(({ text }) => wordsIn(text)));
  const below = lines.slice(at + caption.length);
  const isTitle = ({ text, size, y }: TypeLine): boolean =>
    size > type.size * LARGE &&
    y > caption[0]!.y &&
    wordsIn(text).length > 0 &&
    wordsIn(text).every((word) => words.has(word));
  const from = below.findIndex((line) => isTitle(line) || !isSmall(line, type));
  const rest = below.slice(Math.max(from, 0));
  const end = rest.findIndex((line) => !isTitle(line));
  return rest.slice(0, end < 0 ? rest.length : end);
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\d]+/gu) ?? [];

/** The title of an exhibit below a line that has only its number: lines without cells, centred or not set as text. */
function titleBelow(lines: TypeLine[], at: number, type: BodyType, captions: Captions): TypeLine[] {
  const caption = lines[at]!;
  const first = lines[at + 1];
  const isTitle = (line: TypeLine | undefined, before: TypeLine): boolean =>
    line !== undefined &&
    line.font === first?.font &&
    Math.abs(line.size - first.size) < 0.2 &&
    line.y > before.y &&
    line.y - before.y < Math.max(line.size, before.size) * MAX_LEADING &&
    /\p{L}/u.test(line.text) &&
    !hasGap(line) &&
    !captions.has(line) &&
    !exhibitSource.test(line.text) &&
    !isProse(line, type) &&
    (!isSetAsText(line, type) || isCentredWith(line, caption));
  const rest = lines.slice(at + 1, at + 1 + MAX_TITLE);
  const end = rest.findIndex((line, i) => !isTitle(line, rest[i - 1] ?? caption));
  return end < 0 ? rest : rest.slice(0, end);
}

const isCentredWith = (line: TypeLine, caption: TypeLine): boolean =>
  Math.abs(line.x0 + line.x1 - caption.x0 - caption.x1) < line.size && Math.abs(line.x0 - caption.x0) > 1;

/** The most lines of such a title, and its leading as a multiple of its size. */
const MAX_TITLE = 3;
const MAX_LEADING = 2.5;

/** The minimum share of the column’s width that a line of a caption fills if the caption continues. */
const FULL_CAPTION = 0.75;

/**
 * Assigns lines to captions: a table’s lines follow its caption, a figure’s precede it. A repeated caption in another
 * language becomes a row.
 */
function divide(
  part: TypeLine[],
  captions: (Caption & { at: number })[],
  rests: ReadonlyMap<TypeLine, TypeLine[]>,
): FoundExhibit[] {
  const own = captions.filter(
    ({ kind, number }, i) => !captions.slice(0, i).some((one) => one.kind === kind && one.number === number),
  );
  let from = 0;
  return own.map(({ at, kind, number, captionLength }, i) => {
    const next = own[i + 1];
    // A figure ends with its caption, apart from its source.
    let end =
      next === undefined ? part.length : next.kind === 'table' ? next.at : Math.min(at + 1, part.length);
    if (next?.kind === 'figure')
      while (end < next.at && (exhibitSource.test(part[end]!.text) || kind === 'table')) end++;
    const captionRest = rests.get(part[at]!) ?? [];
    const rest = part
      .slice(from, Math.max(end, at + 1 + captionRest.length))
      .filter((line) => line !== part[at] && !captionRest.includes(line));
    from = Math.max(end, at + 1 + captionRest.length);
    const source = rest.findIndex(({ text }) => exhibitSource.test(text));
    return {
      kind,
      number,
      captionLength,
      caption: part[at]!,
      captionRest,
      rows: source < 0 ? rest : rest.slice(0, source),
      source: source < 0 ? [] : rest.slice(source),
    };
  });
}

/**
 * True for a few lines of small type that interrupt a sentence in other type where a column or page ends, below no line
 * of its column and above none: the words at a picture. A quotation has text above or below it.
 */
function standsBetweenColumns(
  part: TypeLine[],
  before: TypeLine | undefined,
  after: TypeLine | undefined,
  type: BodyType,
): boolean {
  const [first, last] = [part[0]!, part.at(-1)!];
  const isNear = (upper: TypeLine, lower: TypeLine): boolean =>
    upper.sheet === lower.sheet &&
    Math.abs(upper.left - lower.left) < 2 &&
    lower.y > upper.y &&
    lower.y - upper.y < type.leading * FAR;
  return (
    before !== undefined &&
    part.length <= FEW_LINES &&
    part.every((line) => isSmall(line, type)) &&
    Math.abs(before.size - first.size) > 0.2 &&
    !endsSentence(before.text) &&
    isFull(before) &&
    !isNear(before, first) &&
    (after === undefined || !isNear(last, after))
  );
}

const FEW_LINES = 8;
/** A multiple of the leading. */
const FAR = 2.5;

/** True for lines of words if half of them are full, the last ends a sentence, or the first begins a quotation. */
function readsAsText(part: TypeLine[]): boolean {
  const words = part.map(({ text }) => text).join(' ');
  const { letters } = countLetters(words);
  const full = part.filter(({ x0, x1, left, right }) => x1 - x0 > (right - left) * 0.6).length;
  if (letters < words.length * 0.6) return false;
  return full >= part.length * 0.5 || /^[“„«]/.test(words) || /[.。!?！？：:”’"]$/.test(part.at(-1)!.text);
}
