import type { Passage } from '../model/passage.ts';
import { isGrave } from '../model/source-check.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { chapterIn } from '../read/text-in.ts';
import { memoize } from '../model/memoize.ts';

/**
 * The paper to scale. Every place is a share of its length, from 0 at the beginning to 1 at the end: by printed pages
 * of equal length, or by the length of the text if the pages are not known.
 */
export interface Ruler {
  /** Where each printed page begins; empty if this is not known. */
  pages: { page: number; at: number }[];
  chapters: { id: string; section: number; from: number; to: number }[];
  /** The paragraphs, after the abstract. */
  passages: { id: string; chapter: string; from: number; to: number }[];
  notes: { number: number; at: number }[];
  /** Where each passage of a case begins. */
  cases: { id: string; at: number }[];
  exhibits: { id: string; at: number }[];
  /** `isOff`: whether the paper departs from its source in substance. */
  checks: { id: string; at: number; isOff: boolean }[];
}

/** A unit, or a segment without units, with the length of its text. */
interface Stretch {
  segment: Segment;
  unit: number | undefined;
  length: number;
  page: number | undefined;
}

/** Each chapter is measured in the first edition that has it. */
export const rulerOf = memoize((dossier: Dossier): Ruler => {
  const { paper, chapters: heads, editions } = dossier.settings.value;
  const own = heads.flatMap(({ id }) =>
    editions.flatMap((edition) => chapterIn(dossier, edition.id, id) ?? []).slice(0, 1),
  );
  const segments = own.flatMap((chapter) => chapter.segments).filter(({ type }) => type !== 'heading');
  const stretches = segments.flatMap(stretchesOf);
  const { places, pages } = measure(stretches, paper.pages);

  const starts = new Map<string, number>();
  stretches.forEach(({ segment, unit }, i) => {
    const at = places[i] ?? 0;
    if (!starts.has(segment.id)) starts.set(segment.id, at);
    if (unit !== undefined) starts.set(`${segment.id}-${unit}`, at);
  });
  const at = <T>(segment: string, unit: number | undefined, thing: T): (T & { at: number })[] => {
    const place = starts.get(`${segment}-${unit}`) ?? starts.get(segment);
    return place === undefined ? [] : [{ ...thing, at: place }];
  };
  const startOf = ({ segment, units }: Passage) => [segment, units?.[0]] as const;
  const passages = segments.flatMap(({ id, type, chapter }, i) =>
    type === 'exhibit'
      ? []
      : [{ id, chapter, from: starts.get(id) ?? 0, to: starts.get(segments[i + 1]?.id ?? '') ?? 1 }],
  );

  return {
    pages,
    passages,
    chapters: own.flatMap(({ id, section }) => {
      const inside = passages.filter((one) => one.chapter === id && one.id !== 'abstract');
      const [first, last] = [inside[0], inside.at(-1)];
      return first && last ? [{ id, section, from: first.from, to: last.to }] : [];
    }),
    notes: own
      .flatMap((chapter) => chapter.marks)
      .flatMap(({ number, segment, unit }) => at(segment, unit, { number })),
    cases: dossier.cases.flatMap(({ id, value }) =>
      value.passages.flatMap((passage) => at(...startOf(passage), { id })),
    ),
    exhibits: dossier.exhibits.flatMap(({ id }) => at(id, undefined, { id })),
    checks: dossier.checks.value.flatMap((check) =>
      at(...startOf(check.passage), { id: check.id, isOff: isGrave(check) }),
    ),
  };
});

const stretchesOf = (segment: Segment): Stretch[] =>
  segment.units.length > 0
    ? segment.units.map(({ index, text, page }) => ({ segment, unit: index, length: text.length, page }))
    : [{ segment, unit: undefined, length: segment.text.length, page: segment.pages?.[0] }];

/** The places where stretches begin. Stretches that begin on a page divide it in proportion to their lengths. */
function measure(
  stretches: Stretch[],
  printed: readonly [number, number] | undefined,
): { places: number[]; pages: Ruler['pages'] } {
  const known = stretches.flatMap(({ page }) => page ?? []);
  const isPaged = known.length > 0 && known.length === stretches.length;
  const [first, last] = !isPaged ? [0, 0] : (printed ?? [Math.min(...known), Math.max(...known)]);
  const count = last - first + 1;
  const lengths = new Map<number, number>();
  const pageOf = ({ page }: Stretch): number => (isPaged ? (page ?? first) : first);
  const before = stretches.map((stretch) => {
    const sum = lengths.get(pageOf(stretch)) ?? 0;
    lengths.set(pageOf(stretch), sum + stretch.length);
    return sum;
  });
  return {
    places: stretches.map(
      (stretch, i) =>
        (pageOf(stretch) - first + (before[i] ?? 0) / (lengths.get(pageOf(stretch)) || 1)) / count,
    ),
    pages: isPaged ? Array.from({ length: count }, (_, i) => ({ page: first + i, at: i / count })) : [],
  };
}
