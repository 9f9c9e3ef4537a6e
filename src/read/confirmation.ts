import { fingerprint } from '../model/fingerprint.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import type { Dossier, Segment } from './dossier.ts';

/** How far the alignment of a segment's texts is vouched for. */
export type Confirmation =
  /** An edition has no text yet. */
  | { state: 'untranslated'; missing: string[] }
  /** No editor has said that the texts correspond. */
  | { state: 'unconfirmed' }
  | { state: 'confirmed' }
  /** An editor had, and these editions have changed since. */
  | { state: 'stale'; changed: string[] };

/** The fingerprints of a segment's texts as they stand, by edition. */
export const fingerprintsOf = (dossier: Dossier, id: string): Record<string, string> =>
  Object.fromEntries(textsOf(dossier, id).map(({ edition, text }) => [edition, fingerprint(text)]));

export function confirmationOf(dossier: Dossier, id: string): Confirmation {
  const present = fingerprintsOf(dossier, id);
  const missing = dossier.settings.value.editions
    .map((edition) => edition.id)
    .filter((edition) => !(edition in present));
  if (missing.length > 0) return { state: 'untranslated', missing };
  const confirmed = dossier.confirmed.value[id];
  if (!confirmed) return { state: 'unconfirmed' };
  const changed = Object.keys(present).filter((edition) => confirmed[edition] !== present[edition]);
  return changed.length > 0 ? { state: 'stale', changed } : { state: 'confirmed' };
}

/** The segments whose texts are aligned: all but exhibits, which are data. */
export const alignedSegments = ({ chapters }: Dossier): Segment[] => {
  const seen = new Set<string>();
  return chapters
    .flatMap(({ segments }) => segments)
    .filter(({ id }) => parseSegmentId(id)?.type !== 'exhibit' && !seen.has(id) && seen.add(id));
};

const textsOf = ({ chapters }: Dossier, id: string): Segment[] =>
  chapters.flatMap(({ segments }) => segments.filter((segment) => segment.id === id));
