import type { CaseKind, Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { listEntries } from './queries.ts';

/** An actor and its number of cases of each kind. */
interface ActorRow {
  id: string;
  name: string;
  /** The form under which readers look for it. */
  filedAs: string;
  /** By kind, in the order of the dossier. */
  counts: number[];
  total: number;
}

export function actorsByKind(dossier: Dossier, edition: Edition): { kinds: CaseKind[]; rows: ActorRow[] } {
  const kinds = dossier.settings.value.caseKinds.filter(({ id }) =>
    dossier.cases.some(({ value }) => value.kind === id),
  );
  const rows = listEntries(dossier, 'actor', edition).map(({ id, name, filedAs }): ActorRow => {
    const own = dossier.cases.filter(({ value }) => value.actors.includes(id));
    const counts = kinds.map((kind) => own.filter(({ value }) => value.kind === kind.id).length);
    return { id, name, filedAs, counts, total: own.length };
  });
  return {
    kinds,
    rows: rows.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
  };
}
