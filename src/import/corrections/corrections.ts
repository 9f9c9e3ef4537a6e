import { cutAt } from '../words/letters.ts';
import { z } from 'zod';
import type { Line } from '../lines.ts';
import { indexAtOrBefore } from '../lower-bound.ts';

/** What an editor may declare a line to be. All but the last five kinds belong to the running text. */
export const lineKinds = [
  'title',
  'heading',
  'paragraph',
  'quotation',
  'goes on',
  'note',
  'note goes on',
  'table',
  'running head',
  'left out',
] as const;
export type LineKind = (typeof lineKinds)[number];

const lineCorrectionSchema = z.strictObject({
  line: z.string().trim().min(1).meta({
    description: 'The beginning of the line, long enough to distinguish it from the other lines of its page.',
  }),
  page: z.int().min(1).optional().meta({
    description:
      'The page of the file that contains the line, from 1. Needed if lines on several pages begin in this way.',
  }),
  nth: z.int().min(1).optional().meta({
    description:
      'Which of these lines, counted from 1 from the top, if several lines of the page are the same.',
  }),
  to: z.string().trim().min(1).optional().meta({
    description: 'The beginning of the last line, if the correction applies to several lines.',
  }),
  is: z.enum(lineKinds).meta({
    description:
      'What the line is. “title”, “heading”, “paragraph”, “quotation” and “note” begin with the line; a paragraph is split if the line is in the middle of one. “goes on” joins the line to the paragraph, heading or title before it, “note goes on” to the note before it, “table” to the figure or table before it. A “running head” and text that is “left out” are in no chapter.',
  }),
  level: z.int().min(1).max(4).optional().meta({
    description: 'The level of a heading: 1 begins a chapter. Without it, the heading’s number decides.',
  }),
});
type LineCorrection = z.output<typeof lineCorrectionSchema>;

/** `.import/corrections.yaml`: an editor’s corrections of what an import recognises by itself. */
export const correctionsSchema = z.strictObject({
  pages: z
    .tuple([z.int().min(1), z.int().min(1)])
    .refine(([first, last]) => first <= last, 'Unexpected order, expected the first page before the last')
    .optional()
    .meta({
      description:
        'The first and last page of the paper in the file, from 1, without covers and the contents of the issue.',
    }),
  'first-page': z.int().min(1).optional().meta({
    description: 'The number of the paper’s first page, if no page numbers are printed.',
  }),
  title: z.string().trim().min(1).optional().meta({ description: 'The correct title.' }),
  authors: z.array(z.string().trim().min(1)).optional().meta({
    description: 'The names of the authors as printed, in order.',
  }),
  journal: z.string().trim().min(1).optional().meta({ description: 'The name of the journal.' }),
  year: z.int().min(1000).max(9999).optional().meta({ description: 'The year of the issue.' }),
  volume: z.string().trim().min(1).optional().meta({ description: 'The number of the volume.' }),
  issue: z.string().trim().min(1).optional().meta({ description: 'The number of the issue.' }),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'expected a language such as de or zh-Hant')
    .optional()
    .meta({ description: 'The language of the paper, as a BCP 47 tag.' }),
  lines: z.array(lineCorrectionSchema).optional().meta({
    description: 'Lines that the import takes for something else.',
  }),
});
export type Corrections = z.output<typeof correctionsSchema>;

/** A correction that does not fit the source: its keys in the file, and one sentence. */
export interface UnusableCorrection {
  keys: (string | number)[];
  reason: string;
}

/**
 * A correction with its range of the source, from the first character of a line to the last of the same or a later one.
 */
export interface PlacedCorrection extends LineCorrection {
  /** Its index in the list. */
  index: number;
  start: number;
  end: number;
}

/**
 * Finds the lines that corrections name. `pageStarts` are the offsets at which the file’s pages begin; `firstPage` is
 * the number of the first of them.
 */
export function placeCorrections(
  corrections: LineCorrection[],
  lines: Line[],
  pageStarts: number[],
  firstPage = 1,
): { placed: PlacedCorrection[]; unusable: UnusableCorrection[] } {
  const placed: PlacedCorrection[] = [];
  const unusable: UnusableCorrection[] = [];
  const pageAt = (offset: number): number =>
    pageStarts.length === 0 ? 1 : indexAtOrBefore(pageStarts, offset) + firstPage;
  const texts = lines.map(({ text }) => bare(text));
  const beginning = (words: string): number[] => {
    const wanted = bare(words);
    return texts.flatMap((text, i) => (text.startsWith(wanted) ? [i] : []));
  };
  corrections.forEach((correction, i) => {
    const { line, page, nth, to } = correction;
    const everywhere = beginning(line);
    const same = everywhere.filter((at) => page === undefined || pageAt(lines[at]!.start) === page);
    const found = nth === undefined ? same : same.slice(nth - 1, nth);
    const pagesOf = (some: number[], word: string): string =>
      [...new Set(some.map((one) => pageAt(lines[one]!.start)))]
        .join(', ')
        .replace(/, (?=\d+$)/, ` ${word} `);
    const expected = (words: string): string => {
      const within = texts.findIndex((text) => text.includes(bare(words)));
      if (within < 0) return 'expected the first words of a line, as the text layer has them';
      const { start, text } = lines[within]!;
      const onPage = pageStarts.length === 0 ? '' : ` of page ${pageAt(start)}`;
      return `expected the first words of a line, such as “${beginningOf(text)}”${onPage}, which contains them`;
    };
    const [at] = found;
    const last = to === undefined ? at : beginning(to).find((one) => at !== undefined && one >= at);
    const reject = (key: keyof LineCorrection, reason: string): number =>
      unusable.push({ keys: ['lines', i, key], reason });
    if (at === undefined && same.length > 0)
      reject(
        'nth',
        `Unexpected number ${nth}, expected at most ${same.length}: that many lines begin with “${line}”`,
      );
    else if (at === undefined)
      reject(
        'line',
        `Unexpected words “${line}”: no line ${page === undefined ? '' : `of page ${page} `}begins with them, ${everywhere.length > 0 ? `expected page ${pagesOf(everywhere, 'or')}` : expected(line)}`,
      );
    else if (found.length > 1)
      reject(
        'line',
        page === undefined && new Set(found.map((one) => pageAt(lines[one]!.start))).size > 1
          ? `Unexpected words “${line}”: ${found.length} lines begin with them, on pages ${pagesOf(found, 'and')}; expected more of the line, or its page`
          : `Unexpected words “${line}”: ${found.length} lines of page ${pagesOf(found, 'and')} begin with them; expected ${found.every((one) => texts[one] === texts[at]) ? '' : 'more of the line, or '}which of them it is, such as nth: 2`,
      );
    else if (last === undefined)
      reject(
        'to',
        `Unexpected words “${to}”: no line after “${beginningOf(lines[at]!.text)}” begins with them, ${expected(to!)}`,
      );
    else placed.push({ ...correction, index: i, start: lines[at]!.start, end: lines[last]!.end });
  });
  return { placed: placed.sort((a, b) => a.start - b.start), unusable };
}

/** Enough of a line to recognise it. */
const beginningOf = (text: string): string => cutAt(text, SHORTEST * 2);

/** A line as it is compared, without blanks, which are easily lost when words are copied. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * The beginning of a line of a page that distinguishes it from the others, given by its index; with its number if
 * others begin with all of its words.
 */
export function nameLine(lines: string[], at: number): Pick<LineCorrection, 'line' | 'nth'> {
  const text = lines[at]!;
  const same = (words: string): number[] =>
    lines.flatMap((other, i) => (bare(other).startsWith(bare(words)) ? [i] : []));
  for (let length = SHORTEST; length < text.length; length += SHORTEST) {
    const words = text.slice(0, length).trim();
    if (same(words).length < 2) return { line: words };
  }
  const all = same(text);
  return { line: text.trim(), ...(all.length > 1 ? { nth: all.indexOf(at) + 1 } : {}) };
}

const SHORTEST = 12;
