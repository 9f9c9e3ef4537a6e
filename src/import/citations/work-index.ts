import type { Name } from '../../model/work.ts';
import type { ShortForm } from './read-short-form.ts';
import type { Draft, ParsedCitation } from './parsed-citation.ts';

/** A work found so far, completed by each citation of it. */
export interface Candidate {
  work: Draft;
  /** True if no citation of it prints more than a name and a title. */
  isShort: boolean;
}

/** The works cited so far, by the parts that a later citation may repeat. */
export interface WorkIndex {
  byTitle: Map<string, Candidate[]>;
  byFamily: Map<string, Candidate[]>;
  latest: Candidate[];
}

export const emptyIndex = (): WorkIndex => ({ byTitle: new Map(), byFamily: new Map(), latest: [] });

export function addToIndex(index: WorkIndex, candidate: Candidate): void {
  index.latest.push(candidate);
  const { work } = candidate;
  for (const key of new Set([titleKey(work.title), mainTitle(work.title), reportedAt(work)]))
    put(index.byTitle, key, candidate);
  for (const family of familiesOf(work)) put(index.byFamily, family, candidate);
}

function put(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const there = map.get(key);
  if (there) there.push(candidate);
  else map.set(key, [candidate]);
}

/**
 * The maximum number of works with the same title or author that are searched for a repeat, which keeps parsing linear.
 */
const MAX_CANDIDATES = 64;

/** The work that a citation repeats, by its title, or by its author and the beginning of its title. */
export function findDuplicate(
  index: WorkIndex,
  { work, isShort = false }: ParsedCitation,
): Candidate | undefined {
  const title = titleKey(work.title);
  const same = (index.byTitle.get(title) ?? index.byTitle.get(reportedAt(work)) ?? [])
    .slice(-MAX_CANDIDATES)
    .findLast((candidate) => isCompatible(candidate, work, isShort, title));
  if (same || title.length < 2) return same;
  const families = familiesOf(work);
  if (families.length === 0) return undefined;
  return (index.byFamily.get(families[0] ?? '') ?? []).slice(-MAX_CANDIDATES).findLast((candidate) => {
    const other = titleKey(candidate.work.title);
    const begins = other.startsWith(title) || (isShort && title.length > 3 && other.includes(title));
    return (
      ((begins && (isShort || sameYear(candidate.work, work))) ||
        (candidate.isShort && title.startsWith(other))) &&
      isCompatible(candidate, work, isShort, title)
    );
  });
}

/** The work that a short form refers to by author or kind. */
export function findByShortForm(
  index: WorkIndex,
  { name, title, isBook, year, letter, reporter }: ShortForm,
): { candidate: Candidate | undefined; isOnly: boolean } {
  if (reporter !== undefined) {
    const decisions = index.latest.filter(
      ({ work }) =>
        work.type === 'legal_case' &&
        [reportedAt(work), titleKey(`${work.volume ?? ''} ${work['container-title'] ?? ''}`)].includes(
          titleKey(reporter),
        ),
    );
    const named = decisions.filter(({ work }) => titleKey(work.title).includes(titleKey(title ?? '')));
    const candidate = named.at(-1) ?? (decisions.length === 1 ? decisions[0] : undefined);
    return { candidate, isOnly: named.length < 2 };
  }
  const among =
    name === undefined ? index.latest : (index.byFamily.get(familyKey(name)) ?? byAnyName(index, name));
  const fitting = among
    .slice(-MAX_CANDIDATES)
    .filter(
      ({ work }) =>
        (isBook === undefined || isBook === isBookType(work)) &&
        (year === undefined || yearOf(work) === year) &&
        (title === undefined || titleKey(work.title).startsWith(titleKey(title))),
    );
  // A short form may call an author’s only article a book by mistake.
  const found =
    fitting.length > 0 || year !== undefined || title !== undefined || name === undefined
      ? fitting
      : among.slice(-MAX_CANDIDATES);
  const distinct = [...new Set(found)];
  const lettered = letter === undefined ? undefined : distinct[letter.charCodeAt(0) - 97];
  if (lettered && distinct.length > 1) return { candidate: lettered, isOnly: true };
  return { candidate: distinct.at(-1), isOnly: distinct.length === 1 };
}

export const namesAuthor = (work: Draft, name: string): boolean => {
  const key = familyKey(name);
  return familiesOf(work).some((family) => family === key || key.startsWith(family));
};

function byAnyName(index: WorkIndex, name: string): Candidate[] {
  const [whole, first, two] = [familyKey(name), [...name][0] ?? '', [...name].slice(0, 2).join('')];
  return [...(index.byFamily.get(first) ?? []), ...(index.byFamily.get(two) ?? [])].filter(({ work }) =>
    peopleOf(work).some((person) => wholeName(person) === whole),
  );
}

const isBookType = (work: Draft): boolean =>
  work.type === 'book' || work.type === 'report' || work.type === 'thesis';
export const yearOf = (work: Draft): number | undefined => work.issued?.['date-parts'][0]?.[0];
const sameYear = (a: Draft, b: Draft): boolean => yearOf(a) === yearOf(b);

function isCompatible(candidate: Candidate, work: Draft, isShort: boolean, title: string): boolean {
  const known = candidate.work;
  const [mine, other] = [familiesOf(work), familiesOf(known)];
  const areWhole = !isShort && !candidate.isShort;
  const isShared = (key: string): boolean => other.includes(key);
  if (mine.length > 0 && other.length > 0 && !mine.some(isShared))
    if (!peopleOf(work).some((name) => isShared(wholeName(name)))) return false;
  const isNamedOnce = mine.length > 0 !== other.length > 0;
  if (isNamedOnce && areWhole && !agrees(known, work, 'URL') && known.type !== work.type) return false;
  const [year, printed] = [yearOf(known), yearOf(work)];
  if (year !== undefined && printed !== undefined && year !== printed) return false;
  // A full citation whose title is just the beginning of another work’s is not a repeat.
  if (title !== titleKey(known.title) && areWhole && !sameYear(known, work)) return false;
  return (['volume', 'container-title', 'edition', 'number'] as const).every((field) =>
    agrees(known, work, field),
  );
}

function agrees(a: Draft, b: Draft, field: 'volume' | 'container-title' | 'edition' | 'number' | 'URL') {
  const [mine, other] = [a[field], b[field]];
  return mine === undefined || other === undefined || titleKey(mine) === titleKey(other);
}

/** Adds details from a later citation that earlier ones did not have. */
export function merge(candidate: Candidate, { work, isShort = false }: ParsedCitation): void {
  if (candidate.isShort && !isShort) {
    Object.assign(candidate.work, { type: work.type, title: work.title, language: work.language });
    candidate.isShort = false;
  } else if (isShort) return;
  for (const [field, value] of Object.entries(work))
    if (!(field in candidate.work) && field !== 'note') Object.assign(candidate.work, { [field]: value });
}

const peopleOf = (work: Draft): Name[] => work.author ?? work.editor ?? work.translator ?? [];
export const familiesOf = (work: Draft): string[] => [
  ...new Set(
    peopleOf(work).flatMap((name) =>
      'literal' in name ? [familyKey(name.literal)] : [familyKey(name.family)],
    ),
  ),
];
const wholeName = (name: Name): string =>
  'literal' in name ? familyKey(name.literal) : familyKey(name.family + (name.given ?? ''));

/** Where a court decision is reported, or its title; a note may leave out the name that the text has given. */
const reportedAt = ({ type, title, volume, page, 'container-title': reporter }: Draft): string =>
  titleKey(type === 'legal_case' && reporter ? `${volume ?? ''} ${reporter} ${page ?? ''}` : title);

const familyKey = (name: string): string => titleKey(name);
/** Letters and digits only, in lower case and without diacritics. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=[a-z]{4})/, '');
const mainTitle = (title: string): string => titleKey(title.split(/[:：]|——/u)[0] ?? title);
