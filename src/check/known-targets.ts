import type { Scheme } from '../markdown/nodes.ts';
import type { Dossier } from '../read/dossier.ts';
import { notesIn, segmentsIn } from '../read/text-in.ts';

/** Everything in a dossier that links can point to, by scheme. */
export function knownTargets(dossier: Dossier): Record<Scheme, string[]> {
  const ids = (entries: { id: string }[]): string[] => entries.map(({ id }) => id);
  return {
    case: ids(dossier.cases),
    term: ids(dossier.terms),
    actor: ids(dossier.actors),
    work: ids(dossier.works),
    exhibit: ids(dossier.exhibits),
    seg: [...new Set(ids(segmentsIn(dossier)))],
    note: [...new Set(notesIn(dossier).map(({ label }) => label))],
  };
}
