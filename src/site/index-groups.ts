import { pinyin } from 'pinyin-pro';
import { isChinese } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { listEntries, localised, translationsOf } from './queries.ts';

/** From so many entries on, a list has letters. */
const MANY = 15;

/** What of an index belongs together, under a heading. */
interface IndexGroup {
  /** Its place on the page. */
  id: string;
  name: string;
  /** By their letters; `letter` is missing where it is that of the entry before, and in a list that is soon read. */
  entries: { id: string; name: string; letter: string | undefined }[];
}

/** Cases by kind, terms by who defines them, actors by what they are: those groups that have entries. */
export function indexGroups(
  dossier: Dossier,
  kind: Exclude<EntryKind, 'work'>,
  edition: Edition,
): IndexGroup[] {
  const { terms, actors } = translationsOf(edition);
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
        .sort((a, b) => a.letter.localeCompare(b.letter, 'en'))
        .map((entry, i, all) => ({
          ...entry,
          letter: all.length < MANY || entry.letter === (all[i - 1]?.letter ?? '') ? undefined : entry.letter,
        })),
    }))
    .filter((group) => group.entries.length > 0);
}

/** The entries of a collection in the order of their index. */
export const entriesInOrder = (
  dossier: Dossier,
  kind: EntryKind,
  edition: Edition,
): { id: string; name: string }[] =>
  kind === 'work'
    ? listEntries(dossier, kind, edition)
    : indexGroups(dossier, kind, edition).flatMap(({ entries }) => entries);

/**
 * Under which letter a name is looked for: its first, without accents, past an English article; of a Chinese name that of
 * its pinyin. None for what begins with a figure.
 */
export function letterOf(name: string, language: string): string {
  const whole = name.replace(/^[^\p{L}\p{N}]+/u, '');
  const bare = /^en\b/.test(language) ? whole.replace(/^(?:the|an?)\s+(?=\S)/i, '') : whole;
  const [first = ''] = isChinese(language) ? pinyin(bare, { toneType: 'none' }) : bare;
  const letter = first.normalize('NFD')[0] ?? '';
  return /\p{L}/u.test(letter) ? letter.toUpperCase() : '';
}
