import { comparisonsOf } from '../../model/alignment.ts';
import type { ChapterHead, Edition } from '../../model/settings.ts';
import { outcomeOf } from '../../model/source-check.ts';
import type { Chapter, Dossier, Segment, SegmentUnit } from '../../read/dossier.ts';
import { cutAtUnits, segmentText } from '../../release/entities.ts';
import { confirmationOf, type Confirmation } from '../../review/confirmation.ts';
import { chapterIn } from '../../read/text-in.ts';

/** Editions side by side, and the unit of their correspondence. */
export interface Alignment {
  editions: Edition[];
  by: 'unit' | 'segment';
}

/** A pair of corresponding texts: units, or segments if the editions differ in the number of units. */
export interface Row {
  /** `2.4.2-3`; for a whole segment, the segment’s id. */
  id: string;
  segment: string;
  unit: number | undefined;
  chapter: string;
  /** The printed page on which it begins, if known. */
  page: number | undefined;
  /** In the order of the editions; undefined if an edition lacks the text. */
  cells: (Cell | undefined)[];
  /** Its source checks, by id, each with its outcome: `26a differs`. */
  checks: string[];
  /** Whether an editor has confirmed that the texts correspond. */
  state: Confirmation['state'];
}

interface Cell {
  edition: Edition;
  /** Without note marks, trimmed. */
  text: string;
  /** Numbers of the notes marked in it, in order. */
  notes: number[];
}

/** Every edition with the one that it is compared with; a single edition by itself. */
export function alignmentsOf({ settings }: Dossier): Alignment[] {
  const { editions } = settings.value;
  return editions.length === 1
    ? [{ editions, by: 'unit' }]
    : comparisonsOf(editions).map(({ root, edition, by }) => ({ editions: [root, edition], by }));
}

/** Pairs of editions in two languages. */
export const translationsIn = (dossier: Dossier): Alignment[] =>
  alignmentsOf(dossier).filter(
    ({ editions }) => new Set(editions.map(({ lang }) => regionalTag(lang))).size > 1,
  );

/** A language tag with a region, as translation tools use it: zh-CN for zh-Hans. */
export function regionalTag(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

/** The text of these editions, in the order of the paper, each chapter below its title. */
export const rowsOf = (dossier: Dossier, alignment: Alignment): Row[] =>
  dossier.settings.value.chapters.flatMap((head) => {
    const chapters = alignment.editions.map((edition) => chapterIn(dossier, edition.id, head.id));
    const rows = idsIn(chapters).map((id) => segmentRows(dossier, alignment, chapters, id));
    const title = titleRow(head, alignment, chapters);
    const at = rows.findIndex(([row]) => row?.segment !== 'abstract');
    return rows.some(([row]) => row?.id === title.id) || title.cells.every((cell) => cell === undefined)
      ? rows.flat()
      : rows.toSpliced(at < 0 ? rows.length : at, 0, [title]).flat();
  });

/** A segment’s text, cut into units; for a figure or table, one unit per row. */
function unitTexts(dossier: Dossier, segment: Segment): string[] {
  const text = segmentText(dossier, segment);
  const pieces = segment.type === 'exhibit' ? text.split('\n') : cutAtUnits(text, segment);
  return pieces.map((piece) => piece.trim());
}

const idsIn = (chapters: (Chapter | undefined)[]): string[] => [
  ...new Set(chapters.flatMap((chapter) => (chapter?.segments ?? []).map(({ id }) => id))),
];

/** A chapter’s title comes from the settings; its id is the number of its section. */
const titleRow = (head: ChapterHead, { editions }: Alignment, chapters: (Chapter | undefined)[]): Row => ({
  id: String(head.section),
  segment: String(head.section),
  unit: undefined,
  chapter: head.id,
  page: undefined,
  cells: editions.map((edition, i) => {
    const text = head.title[edition.id];
    return chapters[i] && text !== undefined ? { edition, text, notes: [] } : undefined;
  }),
  checks: [],
  state: 'unconfirmed',
});

function segmentRows(
  dossier: Dossier,
  { editions, by }: Alignment,
  chapters: (Chapter | undefined)[],
  id: string,
): Row[] {
  const segments = chapters.map((chapter) => chapter?.segments.find((one) => one.id === id));
  const texts = segments.map((segment) => segment && unitTexts(dossier, segment));
  const [known] = segments.filter((segment) => segment !== undefined);
  const counts = new Set(texts.flatMap((units) => (units ? [units.length] : [])));
  const [count = 0] = counts;
  const isDivided = by === 'unit' && counts.size === 1 && known?.type !== 'heading';
  const checks = dossier.checks.value.filter(({ passage }) => passage.segment === id);
  const row = (unit?: number): Row => ({
    id: unit === undefined ? id : `${id}-${unit}`,
    segment: id,
    unit,
    chapter: known?.chapter ?? '',
    page: unitOf(known, unit)?.page ?? known?.pages?.[0],
    cells: segments.map(
      (segment, i) =>
        segment && {
          edition: editions[i]!,
          text: unit === undefined ? segmentText(dossier, segment).trim() : (texts[i]?.[unit - 1] ?? ''),
          notes: unit === undefined ? segment.notes : (unitOf(segment, unit)?.notes ?? []),
        },
    ),
    checks: checks
      .filter(({ passage }) => unit === undefined || (passage.units?.[0] ?? 1) === unit)
      .map((check) => `${check.id} ${outcomeOf(check)}`),
    state: confirmationOf(dossier, id, editions).state,
  });
  return isDivided ? Array.from({ length: count }, (_, i) => row(i + 1)) : [row()];
}

const unitOf = (segment: Segment | undefined, unit = 0): SegmentUnit | undefined => segment?.units[unit - 1];
