import { translationsFor } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import type { EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { letterOf } from './letter-of.ts';
import { listEntries } from './queries.ts';

/** The minimum number of entries for which a list has letter headings. */
const MANY = 15;

/** A group of index entries under a heading. */
interface IndexGroup {
  /** Its id on the page. */
  id: string;
  name: string;
  /** In alphabetical order; `letter` is undefined if it is the same as before, or if the list is short. */
  entries: { id: string; name: string; letter: string | undefined }[];
}

/** Groups cases by kind, terms by who defines them, actors by kind, and leaves out empty groups. */
export function indexGroups(
  dossier: Dossier,
  kind: Exclude<EntryKind, 'work'>,
  edition: Edition,
): IndexGroup[] {
  const { terms, actors } = translationsFor(edition.lang);
  const grouping: Record<typeof kind, { names: [id: string, name: string][]; of: Map<string, string> }> = {
    case: {
      names: dossier.settings.value.caseKinds.map(({ id, name }) => [id, localised(name, edition)]),
      of: new Map(dossier.cases.map(({ id, value }) => [id, value.kind])),
    },
    term: {
      names: Object.entries(terms.groups).map(([id, name]) => [`by-${id}`, name]),
      of: new Map(dossier.terms.map(({ id, value }) => [id, `by-${value.definedBy}`])),
    },
    actor: {
      names: Object.entries(actors.groups).map(([id, name]) => [`kind-${id}`, name]),
      of: new Map(dossier.actors.map(({ id, value }) => [id, `kind-${value.kind}`])),
    },
  };
  const { names, of } = grouping[kind];
  const entries = listEntries(dossier, kind, edition).map((entry) => ({
    ...entry,
    letter: letterOf(entry.filedAs, edition.lang),
  }));
  return names
    .map(([id, name]) => ({
      id,
      name,
      entries: entries
        .filter((entry) => of.get(entry.id) === id)
        .map((entry, i, all) => ({
          ...entry,
          letter: all.length < MANY || entry.letter === (all[i - 1]?.letter ?? '') ? undefined : entry.letter,
        })),
    }))
    .filter((group) => group.entries.length > 0);
}

/** The entries of a collection, in the order of its index. */
export const entriesInOrder = (
  dossier: Dossier,
  kind: EntryKind,
  edition: Edition,
): { id: string; name: string }[] =>
  kind === 'work'
    ? listEntries(dossier, kind, edition)
    : indexGroups(dossier, kind, edition).flatMap(({ entries }) => entries);
