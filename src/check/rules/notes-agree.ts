import { writeLocator } from '../../model/locator.ts';
import { comparisonsOf, type Comparison } from '../../model/alignment.ts';
import type { Edition } from '../../model/settings.ts';
import type { Dossier, Mark, Note } from '../../read/dossier.ts';
import { marksIn, notesIn } from '../../read/text-in.ts';
import { marksMissing, placeIn } from '../pairs.ts';
import type { Finding, Rule } from '../rule.ts';

export const notesAgree: Rule = {
  id: 'notes-agree',
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const comparison of comparisonsOf(dossier.settings.value.editions)) {
      yield* citingOthers(dossier, comparison);
      yield* markedElsewhere(dossier, comparison);
    }
  },
};

/** Notes that cite other works than in the root edition. */
function* citingOthers(dossier: Dossier, { root, edition }: Comparison): Generator<Finding> {
  const notesInRoot = new Map(notesIn(dossier, root.id).map((note) => [note.number, note]));
  for (const note of notesIn(dossier, edition.id)) {
    const partner = notesInRoot.get(note.number);
    if (!partner || cited(note) === cited(partner)) continue;
    yield {
      about: `note ${note.label}`,
      place: note.place,
      cause: partner.place,
      reason: `Unexpected citations in note ${note.label} (${cited(note)}), expected ${cited(partner)} as in edition ${root.id}`,
    };
  }
}

/** Notes that are marked elsewhere than in the root edition, or in one of the two only. */
function* markedElsewhere(dossier: Dossier, { root, edition, by }: Comparison): Generator<Finding> {
  const marksOf = ({ id }: Edition): Map<number, Mark> =>
    new Map(marksIn(dossier, id).map((mark) => [mark.number, mark]));
  const [rootMarks, marks] = [marksOf(root), marksOf(edition)];
  for (const mark of marks.values()) {
    const partner = rootMarks.get(mark.number);
    if (!partner || placeIn(partner, by) === placeIn(mark, by)) continue;
    yield {
      about: mark.segment,
      place: mark.place,
      cause: partner.place,
      reason: `Unexpected mark of note ${mark.number} at ${placeIn(mark, by)}, expected it at ${placeIn(partner, by)} as in edition ${root.id}`,
    };
  }
  for (const [mark, segment] of [
    ...marksMissing(dossier, edition, rootMarks, marks),
    ...marksMissing(dossier, root, marks, rootMarks),
  ])
    yield {
      about: segment.id,
      place: segment.place,
      cause: mark.place,
      reason: `Missing mark of note ${mark.number} in segment ${segment.id}, expected it at ${placeIn(mark, by)} as in the other edition`,
    };
}

/** The works that a note cites, as an editor writes them in its definition. */
const cited = ({ citations }: Note): string =>
  citations.length === 0
    ? 'no work'
    : `[${citations
        .map(({ key, locator }) =>
          locator ? `@${key}, ${writeLocator(locator).replace(/[–—]/g, '-')}` : `@${key}`,
        )
        .join('; ')}]`;
