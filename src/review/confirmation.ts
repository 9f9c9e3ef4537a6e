import { blockText, type Substitute } from '../markdown/text.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { publicEditions } from '../model/settings.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import type { Chapter, Dossier, Note, Segment } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';

/** Whether an editor has confirmed that a segment’s texts correspond. */
export type Confirmation =
  /** An edition has no text yet. */
  | { state: 'untranslated'; missing: string[] }
  /** No editor has confirmed that the texts correspond. */
  | { state: 'unconfirmed' }
  | { state: 'confirmed' }
  /** An editor has confirmed it, but these editions have changed since. */
  | { state: 'stale'; changed: string[] };

/** The fingerprints of a segment’s current texts, by edition. */
export const fingerprintsOf = (dossier: Dossier, id: string): Record<string, string> =>
  Object.fromEntries(
    (segmentsById(dossier.chapters).get(id) ?? [])
      .filter(({ chapter }) => !isPrivate(dossier, chapter.edition))
      .map(({ segment, chapter }) => [chapter.edition, fingerprint(canonicalText(segment, chapter))]),
  );

// Called for every segment in turn; searching all chapters each time would take quadratic time.
const segmentsById = memoize((chapters: Chapter[]) =>
  Map.groupBy(
    chapters.flatMap((chapter) => chapter.segments.map((segment) => ({ segment, chapter }))),
    ({ segment }) => segment.id,
  ),
);

const notesByNumber = memoize((notes: Note[]) => Map.groupBy(notes.entries(), ([, { number }]) => number));

const isPrivate = ({ settings }: Dossier, edition: string): boolean =>
  settings.value.editions.some((one) => one.id === edition && one.private);

/**
 * The text that an editor compares: a segment’s words, the places of its notes and printed pages, and the text of its
 * notes.
 */
export function canonicalText(segment: Segment, { notes }: Chapter): string {
  const own = [...new Set(segment.notes)]
    .flatMap((number) => notesByNumber(notes).get(number) ?? [])
    .sort(([a], [b]) => a - b)
    .map(([, note]) => note);
  return blockText([segment.blocks, ...own.map(({ blocks }) => blocks)].flat(), withPlaces);
}

/** A line break has no placeholder: texts confirmed so far had none. */
const withPlaces: Substitute = (node) => {
  if (node.type === 'noteMark') return `[${node.number}]`;
  if (node.type === 'pageBreak') return `[p. ${node.page}]`;
  return node.type === 'break' ? '' : undefined;
};

/** For the texts of these editions; defaults to all public ones. */
export function confirmationOf(
  dossier: Dossier,
  id: string,
  editions = publicEditions(dossier.settings.value),
): Confirmation {
  const present = fingerprintsOf(dossier, id);
  const compared = editions.map((edition) => edition.id);
  const missing = compared.filter((edition) => !(edition in present));
  if (missing.length > 0) return { state: 'untranslated', missing };
  const confirmed = dossier.confirmed.value[id];
  if (!confirmed) return { state: 'unconfirmed' };
  const changed = compared.filter((edition) => confirmed[edition] !== present[edition]);
  return changed.length > 0 ? { state: 'stale', changed } : { state: 'confirmed' };
}

/** The segments whose texts are aligned: all except exhibits, which are data. */
export const alignedSegments = ({ chapters }: Dossier): Segment[] => {
  const seen = new Set<string>();
  return chapters
    .flatMap(({ segments }) => segments)
    .filter(({ id }) => parseSegmentId(id)?.type !== 'exhibit' && !seen.has(id) && seen.add(id));
};
