import { circledNumber } from '../../words/note-families.ts';
import { editorialLine, ordinal } from '../../words/paper-words.ts';
import { lineOf, type Sheet, type TypeLine } from './page-lines.ts';

interface Label {
  number: number | undefined;
  length: number;
  kind: 'raised' | 'sign' | 'plain' | 'star' | 'roman';
  /** True for a plain number with a full stop. */
  hasStop?: boolean;
}

/** True if a paper’s notes have Roman numbers, judging by the first raised marks. */
export function hasRomanMarks(sheets: Sheet[]): boolean {
  const raised = new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap(({ runs }) => runs.flatMap((run) => (run.raised ? [run.text.trim()] : []))),
    ),
  );
  return ['i', 'ii', 'iii', 'iv', 'v'].every((number) => raised.has(number));
}

/** The label at the beginning of a line of notes; a star has no number. */
export function footLabelOf({ text, raised }: TypeLine, hasRomans = false): Label | undefined {
  const roman = hasRomans ? /^([ivxl]{1,8})[.．]?\s+(?=\S)/.exec(text) : null;
  if (roman) return { number: ordinal(roman[1]), length: roman[0].length, kind: 'roman' };
  const [first] = raised;
  const space = (from: number): number => from + (/^[\s.．、]*/.exec(text.slice(from))?.[0].length ?? 0);
  if (first?.start === 0) {
    const written = text.slice(0, first.end).trim();
    if (/^\d{1,3}[.)]?$/.test(written))
      return { number: parseInt(written, 10), length: space(first.end), kind: 'raised' };
  }
  const sign = /^[①-⑳㉑-㉟㊱-㊿]/.exec(text);
  if (sign) return { number: circledNumber(sign[0]), length: space(1), kind: 'sign' };
  const bracket = /^[〔[［]\s?(\d{1,3})\s?[\]］〕]/.exec(text);
  if (bracket) return { number: Number(bracket[1]), length: space(bracket[0].length), kind: 'sign' };
  // A star before a digit is the page number of a court decision in a database: *9.
  if (/^[*∗＊※†‡\uF02A](?!\d)/.test(text) || editorialLine.test(text))
    return { number: undefined, length: 1, kind: 'star' };
  const plain = /^(\d{1,3})(?:[.．](?!\d)\s*|\s+)(?=\S)/.exec(text);
  if (!plain) return undefined;
  const hasStop = /[.．]/.test(plain[0]);
  return { number: Number(plain[1]), length: plain[0].length, kind: 'plain', hasStop };
}

/** Decides whether a label begins a note. `last` is the number of the previous note. */
type JudgeLabel = (
  label: Label,
  sheet: number,
  last: number | undefined,
  isFirst: boolean,
) => 'sure' | 'doubtful' | undefined;

/**
 * Learns how a paper’s notes are labelled, from the labels with marks in the text above. A label with a mark on its
 * page or the page before counts even if earlier labels were not found.
 */
export function learnLabels(sheets: Sheet[], small: number, hasRomans: boolean): JudgeLabel {
  const marksBySheet = sheets.map(({ rows }) => marksAbove(rows, small));
  const marksAt = (sheet: number, number: number): boolean =>
    [sheet, sheet - 1].some((at) => marksBySheet[at]?.has(number) === true);
  const counts = { raised: 0, sign: 0, plain: 0 };
  // Authors’ affiliations are labelled on one page only.
  const pages = { raised: new Set<number>(), sign: new Set<number>(), plain: new Set<number>() };
  let stops = 0;
  sheets.forEach(({ rows }, sheet) => {
    for (const row of rows) {
      const label = row.size <= small ? footLabelOf(lineOf(row, sheet)) : undefined;
      if (
        label &&
        label.kind !== 'star' &&
        label.kind !== 'roman' &&
        marksBySheet[sheet]!.has(label.number ?? 0)
      ) {
        counts[label.kind]++;
        pages[label.kind].add(sheet);
        if (label.hasStop) stops++;
      }
    }
  });
  const [most, next] = (['raised', 'sign', 'plain'] as const).toSorted((a, b) => counts[b] - counts[a]);
  const isKnown = counts[most!] >= MIN_LABELS && pages[most!].size > 1 && counts[most!] > counts[next!] * 2;
  const haveStops = stops > counts.plain * MOST;
  return ({ number, kind, hasStop }, sheet, last, isFirst) => {
    if (number === undefined || (haveStops && hasStop === false)) return undefined;
    if (hasRomans) return kind === 'roman' ? continuesNotes(number, kind, last, isFirst) : undefined;
    if (!isKnown || kind !== most)
      // If notes have other labels, a number at the beginning of a line is a page or volume.
      return isKnown && kind === 'plain' ? undefined : continuesNotes(number, kind, last, isFirst);
    if (marksAt(sheet, number) && number > (last ?? 0)) return 'sure';
    const isAnew = number === 1 && (kind !== 'plain' || marksAt(sheet, 1));
    return number === 1 && !isAnew ? undefined : continuesNotes(number, kind, last, isFirst);
  };
}

/** The fewest labels with marks that show how notes are labelled. */
const MIN_LABELS = 4;
/** The share of plain labels that have a full stop where all have: a volume may have the number of a mark. */
const MOST = 0.8;

/** The numbers of marks in the running text of a page. */
function marksAbove(rows: Sheet['rows'], small: number): Set<number> {
  return new Set(
    rows
      .filter(({ size }) => size > small)
      .flatMap(({ runs }) =>
        runs.flatMap(({ text, raised }) => [
          ...(raised ? [...text.matchAll(/\d{1,3}/g)].map(Number) : []),
          ...[...text.matchAll(/[①-⑳㉑-㉟㊱-㊿]/g)].map(([sign]) => circledNumber(sign)),
        ]),
      ),
  );
}

/** Decides whether a label continues the numbering; it may restart at the first note on a page. */
function continuesNotes(
  number: number,
  kind: Label['kind'],
  last: number | undefined,
  isFirst: boolean,
): 'sure' | 'doubtful' | undefined {
  if (number === (last ?? 0) + 1) return 'sure';
  if (last === undefined) return kind === 'plain' ? undefined : 'sure';
  if (isFirst && number === 1) return kind === 'plain' ? 'doubtful' : 'sure';
  if (kind === 'plain') return number === last + 2 ? 'doubtful' : undefined;
  // A raised number counts even if labels before it were not found.
  return number > last && number <= last + (kind === 'raised' ? 12 : 3) ? 'sure' : undefined;
}
