import type { Scheme } from '../markdown/nodes.ts';
import type { Dossier } from '../read/dossier.ts';

/** What a dossier has that a link can lead to, by scheme. */
export function knownTargets(dossier: Dossier): Record<Scheme, string[]> {
  const ids = (entries: { id: string }[]): string[] => entries.map(({ id }) => id);
  return {
    case: ids(dossier.cases),
    term: ids(dossier.terms),
    actor: ids(dossier.actors),
    work: ids(dossier.works),
    exhibit: ids(dossier.exhibits),
    seg: [...new Set(dossier.chapters.flatMap(({ segments }) => ids(segments)))],
    note: [...new Set(dossier.chapters.flatMap(({ notes }) => notes.map(({ label }) => label)))],
  };
}
