import { compareSegmentIds } from '../../model/segment-id.ts';
import { startOf } from '../../model/place.ts';
import type { Chapter, Dossier, Segment } from '../../read/dossier.ts';
import { chaptersIn, segmentsIn } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

export const segmentsAligned: Rule = {
  id: 'segments-aligned',
  isSuppressedByCause: true,
  *judge(dossier) {
    const { settings, unread } = dossier;
    const [root, ...others] = settings.value.editions;
    if (!root) return;
    const rootChapters = chaptersIn(dossier, root.id);
    const known = new Set(segmentsIn(dossier, root.id).map(({ id }) => id));
    for (const { id: edition } of others) {
      const following = chaptersIn(dossier, edition);
      const pairs = following.flatMap((chapter) => {
        const own = rootChapters.find(({ id }) => id === chapter.id);
        return own ? misnamedIn(own, chapter) : [];
      });
      yield* pairs.map((pair) => againstNames(dossier, pair));
      const named = new Set(pairs.flat());
      for (const segment of segmentsIn(dossier, edition)) {
        const { id, place, chapter } = segment;
        // A chapter that is missing as a whole is reported for its file.
        const isInRoot = rootChapters.some((one) => one.id === chapter);
        if (named.has(segment) || known.has(id) || !isInRoot) continue;
        if (!unread.has(`chapters/${root.id}/${chapter}.mdx`))
          yield {
            place,
            about: id,
            reason: `Unexpected segment ${id}, expected one that edition ${root.id} has`,
          };
      }
      for (const chapter of rootChapters) {
        if (unread.has(`chapters/${edition}/${chapter.id}.mdx`)) continue;
        const partner = following.find(({ id }) => id === chapter.id);
        if (!partner) continue;
        const translated = new Set(partner.segments.map(({ id }) => id));
        for (const segment of chapter.segments) {
          const { id, place } = segment;
          if (translated.has(id) || named.has(segment)) continue;
          yield {
            place,
            about: id,
            level: 'todo',
            cause: startOf(partner.path),
            reason: `Missing segment ${id} in edition ${edition}, expected it as in edition ${root.id}`,
          };
        }
      }
    }
  },
};

/**
 * Pairs of segments with different ids at the same position in two editions of a chapter, between the same
 * neighbours.
 */
function misnamedIn(root: Chapter, other: Chapter): [Segment, Segment][] {
  const all = [...root.segments, ...other.segments];
  const alone = ({ segments }: Chapter): Map<string, Segment> => {
    const isShared = ({ id }: Segment): boolean => all.filter((one) => one.id === id).length > 1;
    return new Map(
      segments.flatMap((segment, i) => {
        const [before, after] = [segments[i - 1], segments[i + 1]];
        return isShared(segment) || (before && !isShared(before)) || (after && !isShared(after))
          ? []
          : [[[segment.type, before?.id, after?.id].join(), segment] as const];
      }),
    );
  };
  const places = alone(other);
  return [...alone(root)].flatMap(([place, segment]): [Segment, Segment][] => {
    const partner = places.get(place);
    return partner ? [[segment, partner]] : [];
  });
}

/**
 * Decides which id is right: the published one, else the one whose number fits its position, else the first
 * edition’s.
 */
function againstNames(
  { chapters, permalinks, settings }: Dossier,
  [first, second]: [Segment, Segment],
): Finding {
  const isPublished = ({ id }: Segment): boolean =>
    permalinks.value.some((line) => line.kind === 'segment' && line.id === id);
  const isInPlace = (segment: Segment): boolean => {
    const { segments = [] } = chapters.find((one) => one.segments.includes(segment)) ?? {};
    const ids = segments.filter(({ type }) => type !== 'exhibit').map(({ id }) => id);
    const at = ids.indexOf(segment.id);
    const heading = ids.slice(0, at).findLast((id) => /^\d+\.\d+$/.test(id));
    if (heading !== undefined && segment.type === 'paragraph' && !segment.id.startsWith(`${heading}.`))
      return false;
    return [ids.slice(at - 1, at + 1), ids.slice(at, at + 2)].every(
      ([one, next]) => one === undefined || next === undefined || compareSegmentIds(one, next) < 0,
    );
  };
  const rank = (segment: Segment): number => (isPublished(segment) ? 2 : 0) + (isInPlace(segment) ? 1 : 0);
  const [meant, slip] = rank(second) > rank(first) ? [second, first] : [first, second];
  const editions = settings.value.editions.length > 2 ? 'every edition' : 'both editions';
  return {
    place: slip.place,
    cause: meant.place,
    invalidates: [meant.id, slip.id],
    reason: `Unexpected segment ${slip.id} where edition ${meant.edition} has ${meant.id}, expected the same id in ${editions}`,
    note: isPublished(meant)
      ? `${meant.id} is published: write {/* ${meant.id} */} here.`
      : `Write {/* ${meant.id} */} here, or {/* ${slip.id} */} there.`,
  };
}
