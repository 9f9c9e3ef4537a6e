import { z } from 'zod';
import { lastAt } from './place-pages.ts';

/** What an editor may declare a line to be. All but the last three kinds belong to the running text. */
export const lineKinds = [
  'title',
  'heading',
  'paragraph',
  'quotation',
  'goes on',
  'note',
  'note goes on',
  'running head',
  'left out',
] as const;
export type LineKind = (typeof lineKinds)[number];

export const lineCorrectionSchema = z.strictObject({
  line: z.string().trim().min(1).meta({
    description: 'How the line begins: as much of it as no other line of its page begins with.',
  }),
  page: z.int().min(1).optional().meta({
    description:
      'The page of the file on which it stands, from 1. Needed where lines of several pages begin so.',
  }),
  to: z.string().trim().min(1).optional().meta({
    description: 'How the last line begins, where the correction is of more than one.',
  }),
  is: z.enum(lineKinds).meta({
    description:
      'What begins with it: title, heading, paragraph (also in the middle of one, which is then split), quotation, note; or what it goes on with: “goes on” with the paragraph, heading or title before it, which joins the two, “note goes on” with the note before it; or “running head” and “left out”, which are in no chapter.',
  }),
  level: z.int().min(1).max(4).optional().meta({
    description: 'Of a heading: 1 begins a chapter. Without it, its number tells.',
  }),
});
export type LineCorrection = z.output<typeof lineCorrectionSchema>;

/** `.import/corrections.yaml`: an editor’s corrections of what an import recognises by itself. */
export const correctionsSchema = z.strictObject({
  pages: z
    .tuple([z.int().min(1), z.int().min(1)])
    .refine(([first, last]) => first <= last, 'Unexpected order, expected the first page before the last')
    .optional()
    .meta({
      description:
        'The first and the last page of the file that hold the paper, from 1: no cover, no contents of the issue.',
    }),
  'first-page': z.int().min(1).optional().meta({
    description: 'The printed number of the paper’s first page, where none is printed.',
  }),
  title: z.string().trim().min(1).optional().meta({ description: 'The title as it is to stand.' }),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'expected a language such as de or zh-Hant')
    .optional()
    .meta({ description: 'The language of the paper, as a BCP 47 tag.' }),
  lines: z.array(lineCorrectionSchema).optional().meta({
    description: 'Lines that are something else than the import takes them for.',
  }),
});
export type Corrections = z.output<typeof correctionsSchema>;

/** A correction that does not fit the source: its keys in the file, and one sentence. */
export interface Misfit {
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

/** A line of the source in which corrections are looked up. */
export interface FoundLine {
  start: number;
  end: number;
  text: string;
}

/**
 * Finds the lines that corrections name. `pageStarts` are the offsets at which the file’s pages begin; `firstPage` is
 * the number of the first of them.
 */
export function placeCorrections(
  corrections: LineCorrection[],
  lines: FoundLine[],
  pageStarts: number[],
  firstPage = 1,
): { placed: PlacedCorrection[]; misfits: Misfit[] } {
  const placed: PlacedCorrection[] = [];
  const misfits: Misfit[] = [];
  const pageAt = (offset: number): number =>
    pageStarts.length === 0 ? 1 : lastAt(pageStarts, offset) + firstPage;
  const texts = lines.map(({ text }) => bare(text));
  const beginning = (words: string): number[] => {
    const wanted = bare(words);
    return texts.flatMap((text, i) => (text.startsWith(wanted) ? [i] : []));
  };
  corrections.forEach((correction, i) => {
    const { line, page, to } = correction;
    const everywhere = beginning(line);
    const found = everywhere.filter((at) => page === undefined || pageAt(lines[at]!.start) === page);
    const pagesOf = (some: number[]): string =>
      [...new Set(some.map((one) => pageAt(lines[one]!.start)))].join(', ');
    const [at] = found;
    const last = to === undefined ? at : beginning(to).find((one) => at !== undefined && one >= at);
    if (at === undefined)
      misfits.push({
        keys: ['lines', i, 'line'],
        reason: `Unexpected words “${line}”, with which no line ${page === undefined ? '' : `of page ${page} `}begins${everywhere.length > 0 ? `, expected page ${pagesOf(everywhere)}` : ''}`,
      });
    else if (found.length > 1)
      misfits.push({
        keys: ['lines', i, 'line'],
        reason: `Unexpected words “${line}”, with which ${found.length} lines begin, on pages ${pagesOf(found)}: expected more of the line, or its page`,
      });
    else if (last === undefined)
      misfits.push({
        keys: ['lines', i, 'to'],
        reason: `Unexpected words “${to}”, with which no line below begins`,
      });
    else placed.push({ ...correction, index: i, start: lines[at]!.start, end: lines[last]!.end });
  });
  return { placed: placed.sort((a, b) => a.start - b.start), misfits };
}

/** A line as it is compared, without blanks, which are easily lost when words are copied. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** The beginning of a line that distinguishes it from the others on its page. */
export function wordsOf(text: string, others: string[]): string {
  const same = (words: string): boolean =>
    others.filter((other) => bare(other).startsWith(bare(words))).length < 2;
  for (let length = SHORTEST; length < text.length; length += SHORTEST) {
    const words = text.slice(0, length).trim();
    if (same(words)) return words;
  }
  return text.trim();
}

const SHORTEST = 12;
