import type { Name } from '../../model/work.ts';
import type { ShortForm } from './read-short-form.ts';
import type { Draft, Reading } from './reading.ts';

/** A work in the course of reading, filled up by every citation of it. */
export interface Known {
  work: Draft;
  /** No citation of it prints more than a name and a title. */
  isShort: boolean;
}

/** The works cited so far, by what a later citation repeats of them. */
export interface Shelf {
  byTitle: Map<string, Known[]>;
  byFamily: Map<string, Known[]>;
  latest: Known[];
}

export const emptyShelf = (): Shelf => ({ byTitle: new Map(), byFamily: new Map(), latest: [] });

export function addToShelf(shelf: Shelf, known: Known): void {
  shelf.latest.push(known);
  for (const key of new Set([titleKey(known.work.title), mainTitle(known.work.title)]))
    put(shelf.byTitle, key, known);
  for (const family of familiesOf(known.work)) put(shelf.byFamily, family, known);
}

function put(map: Map<string, Known[]>, key: string, known: Known): void {
  const there = map.get(key);
  if (there) there.push(known);
  else map.set(key, [known]);
}

/** So far back a repeat is looked for among works that share a title or an author; a bound keeps reading linear. */
const MOST_CANDIDATES = 64;

/** The work that a citation repeats: its title, or with the author the beginning of it. */
export function findRepeated(shelf: Shelf, { work, isShort = false }: Reading): Known | undefined {
  const title = titleKey(work.title);
  const same = (shelf.byTitle.get(title) ?? [])
    .slice(-MOST_CANDIDATES)
    .findLast((known) => isCompatible(known, work, isShort, title));
  if (same || title.length < 2) return same;
  const families = familiesOf(work);
  if (families.length === 0) return undefined;
  return (shelf.byFamily.get(families[0] ?? '') ?? []).slice(-MOST_CANDIDATES).findLast((known) => {
    const other = titleKey(known.work.title);
    const begins = other.startsWith(title) || (isShort && title.length > 3 && other.includes(title));
    return (
      ((begins && (isShort || sameYear(known.work, work))) || (known.isShort && title.startsWith(other))) &&
      isCompatible(known, work, isShort, title)
    );
  });
}

/** The work that a short form names by its author or kind. */
export function findByForm(
  shelf: Shelf,
  { name, title, isBook, year, letter }: ShortForm,
): { known: Known | undefined; isOnly: boolean } {
  const among =
    name === undefined ? shelf.latest : (shelf.byFamily.get(familyKey(name)) ?? byAnyName(shelf, name));
  const fitting = among
    .slice(-MOST_CANDIDATES)
    .filter(
      ({ work }) =>
        (isBook === undefined || isBook === isBookType(work)) &&
        (year === undefined || yearOf(work) === year) &&
        (title === undefined || titleKey(work.title).startsWith(titleKey(title))),
    );
  // Who wrote only an article is cited as a book by a slip.
  const found =
    fitting.length > 0 || year !== undefined || title !== undefined || name === undefined
      ? fitting
      : among.slice(-MOST_CANDIDATES);
  const distinct = [...new Set(found)];
  const lettered = letter === undefined ? undefined : distinct[letter.charCodeAt(0) - 97];
  if (lettered && distinct.length > 1) return { known: lettered, isOnly: true };
  return { known: distinct.at(-1), isOnly: distinct.length === 1 };
}

export const namesAuthor = (work: Draft, name: string): boolean => {
  const key = familyKey(name);
  return familiesOf(work).some((family) => family === key || key.startsWith(family));
};

function byAnyName(shelf: Shelf, name: string): Known[] {
  const [whole, first, two] = [familyKey(name), [...name][0] ?? '', [...name].slice(0, 2).join('')];
  return [...(shelf.byFamily.get(first) ?? []), ...(shelf.byFamily.get(two) ?? [])].filter(({ work }) =>
    peopleOf(work).some((person) => wholeName(person) === whole),
  );
}

const isBookType = (work: Draft): boolean =>
  work.type === 'book' || work.type === 'report' || work.type === 'thesis';
const yearOf = (work: Draft): number | undefined => work.issued?.['date-parts'][0]?.[0];
const sameYear = (a: Draft, b: Draft): boolean => yearOf(a) === yearOf(b);

function isCompatible(known: Known, work: Draft, isShort: boolean, title: string): boolean {
  const [mine, other] = [familiesOf(work), familiesOf(known.work)];
  if (mine.length > 0 && other.length > 0 && !mine.some((family) => other.includes(family)))
    if (!peopleOf(work).some((name) => other.includes(wholeName(name)))) return false;
  if (
    mine.length > 0 !== other.length > 0 &&
    !isShort &&
    !known.isShort &&
    !agrees(known.work, work, 'URL') &&
    known.work.type !== work.type
  )
    return false;
  const [year, printed] = [yearOf(known.work), yearOf(work)];
  if (year !== undefined && printed !== undefined && year !== printed) return false;
  // A short title alone that another work merely begins with is no repeat.
  if (title !== titleKey(known.work.title) && !isShort && !known.isShort && !sameYear(known.work, work))
    return false;
  return (
    agrees(known.work, work, 'volume') &&
    agrees(known.work, work, 'container-title') &&
    agrees(known.work, work, 'edition') &&
    agrees(known.work, work, 'number')
  );
}

function agrees(
  a: Draft,
  b: Draft,
  field: 'volume' | 'container-title' | 'edition' | 'number' | 'URL',
): boolean {
  const [mine, other] = [a[field], b[field]];
  return mine === undefined || other === undefined || titleKey(mine) === titleKey(other);
}

/** What a later citation prints and the earlier ones did not. */
export function fillUp(known: Known, { work, isShort = false }: Reading): void {
  if (known.isShort && !isShort) {
    Object.assign(known.work, { type: work.type, title: work.title, language: work.language });
    known.isShort = false;
  } else if (isShort) return;
  for (const [field, value] of Object.entries(work))
    if (!(field in known.work) && field !== 'note') Object.assign(known.work, { [field]: value });
}

const peopleOf = (work: Draft): Name[] => work.author ?? work.editor ?? work.translator ?? [];
const familiesOf = (work: Draft): string[] => [
  ...new Set(
    peopleOf(work).flatMap((name) =>
      'literal' in name ? [familyKey(name.literal)] : [familyKey(name.family)],
    ),
  ),
];
const wholeName = (name: Name): string =>
  'literal' in name ? familyKey(name.literal) : familyKey(name.family + (name.given ?? ''));

const familyKey = (name: string): string => titleKey(name);
/** Letters and digits alone, in lower case and without diacritics. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=[a-z]{4})/, '');
const mainTitle = (title: string): string => titleKey(title.split(/[:：]|——/u)[0] ?? title);
