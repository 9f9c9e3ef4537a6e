import type { EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';

/** Whether an entry has a page of its own. A case without prose has only its place in the index of cases. */
export const hasPage = ({ cases }: Dossier, kind: EntryKind, id: string): boolean =>
  kind !== 'case' || cases.some((one) => one.id === id && one.prose.length > 0);
