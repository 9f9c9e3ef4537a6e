import { HAN } from '../model/language.ts';
import type { Entry } from './entries.ts';
import { isBareNumber, missingFor, nameKey, numberedIn, type Missing } from './known-items.ts';
import { parseQuery, type Query, type Writing } from './parse-query.ts';
import type { SearchRecord } from './record.ts';
import type { Match, SearchSource } from './source.ts';
import { mayBePinyin, spellings, standingFor } from './spell.ts';
import { foldQuery } from './units.ts';

/** An edition’s answer to a query. */
export interface Answer {
  query: string;
  /**
   * Records with the name or number that was asked for, then records that contain the query or something alike, best
   * first.
   */
  exact: Match[];
  /** Whether the query asks for an item by its number, which is the same in every language. */
  isNumbered: boolean;
  /** The number that was asked for but does not exist. */
  missing?: Missing | undefined;
  /** The query to be marked on a result’s page: in the edition’s own characters. */
  asked: string;
  /**
   * The strings that a query in pinyin is taken to mean, of which the first is `asked`, and others that it may mean.
   */
  readAs: string[];
  alsoRead: string[];
  /**
   * If the query is the name of a term, case or actor: its other names that occur in the texts, and in how many places.
   */
  synonyms: { name: string; edition: string; places: number }[];
}

const MAX_READ_AS = 5;
type Spell = NonNullable<Writing['spell']>;

/** Answers a query: literally, or else in variants of its characters, or else as pinyin. */
export async function search(source: SearchSource, query: string): Promise<Answer> {
  const { scripts } = source;
  const nothing = {
    query,
    exact: [],
    isNumbered: false,
    asked: query,
    readAs: [],
    alsoRead: [],
    synonyms: [],
  };
  const written = await findLed(source, [query], parseQuery(query, { scripts }));
  if (written.exact.length > 0) {
    const beside = await readingsBeside(source, query, written.exact);
    return { ...nothing, ...written, alsoRead: beside.map(({ text }) => text) };
  }
  // For a number, the same digits elsewhere in the text would be no answer.
  if (written.missing || numberedIn(query).some(({ kind }) => kind !== 'check'))
    return { ...nothing, ...written };

  for (const withOwn of HAN.test(query) ? [false, true] : []) {
    const spell: Spell = (folded) => spellings(folded, standingFor(source.variants, withOwn));
    const led = await findLed(source, spell(foldQuery(query)), parseQuery(query, { spell, scripts }));
    if (led.exact.length > 0)
      return { ...nothing, ...led, asked: await inOwnCharacters(query, led.exact, spell) };
  }

  const read = mayBePinyin(query) ? await source.readAs(query) : [];
  const [meant, others] = [true, false].map((isMeant) =>
    read.filter((one) => one.isMeant === isMeant).map(({ text }) => text),
  ) as [string[], string[]];
  const [asked] = meant;
  if (asked !== undefined) {
    const led = await findLed(source, meant, parseQuery(asked, { spell: () => meant, scripts }));
    const exact = meant.length > 1 ? led.exact.map(askedByItsWords) : led.exact;
    return { ...nothing, ...led, exact, asked, readAs: meant, alsoRead: others.slice(0, MAX_READ_AS) };
  }
  return nothing;
}

/** Matches short queries. Longer ones are questions, in which no word is assumed to be misspelt. */
const FEW_WORDS = /^(?!.*\p{Script=Han}{9})\S+(?: +\S+){0,3}$/u;

/** What to offer if nothing matches a query: a corrected query if it is `perhapsMisspelt`, otherwise near matches. */
export async function insteadOf(
  source: SearchSource,
  query: string,
  perhapsMisspelt: boolean,
): Promise<{ meant?: { query: string; matches: Match[] }; near?: Match[] }> {
  if (perhapsMisspelt && FEW_WORDS.test(query)) {
    // Imported dynamically, since few queries need it.
    const [{ respelled }, { inCaseOf, respeltPinyin }] = await Promise.all([
      import('./respell.ts'),
      import('./offered.ts'),
    ]);
    const meant = (await respelled(query, source)) ?? (await respeltPinyin(query, source));
    const { exact } = meant === undefined ? { exact: [] } : await search(source, meant);
    if (meant !== undefined && exact.length > 0)
      return { meant: { query: await inCaseOf(exact, meant), matches: exact } };
  }
  return { near: await source.near(query) };
}

/**
 * If a query in letters occurs only in references, which contain romanised titles: the words of the edition that it may
 * be pinyin for, and the number of places that contain each.
 */
export async function readingsBeside(
  source: SearchSource,
  query: string,
  written: Entry[],
): Promise<{ text: string; places: number }[]> {
  if (written.length === 0 || !written.every(isReference) || !mayBePinyin(query)) return [];
  const words = (await source.readAs(query)).filter(({ isMeant, isWord }) => isMeant && isWord);
  const read = words.map(async ({ text }) => {
    const found = await source.find(parseQuery(text, source));
    return found.every(isReference) ? [] : [{ text, places: found.length }];
  });
  return (await Promise.all(read)).flat().slice(0, MAX_READ_AS);
}

const isReference = ({ kind }: Pick<Entry, 'kind'>): boolean => kind === 'work' || kind === 'note';

/** The matches of a query, preceded by the records with one of the names. */
async function findLed(
  source: SearchSource,
  names: string[],
  query: Query,
): Promise<Pick<Answer, 'exact' | 'isNumbered' | 'missing' | 'synonyms'>> {
  // A query with exclusions does not ask for an item by its name.
  const said = names.filter((name) => !/(?:^|\s)-\S/.test(name));
  const found = Promise.all(said.map(source.known)).then((all) => all.flat());
  // “n 30” asks for an item, not for an “n” and a 30 anywhere; a bare number may mean either.
  const asksForNumber = said.some((name) => numberedIn(name).length > 0 && !isBareNumber(name));
  const isNumbered = asksForNumber && (await found).length > 0;
  const missing = isNumbered ? undefined : said.map((name) => missingFor(name, source.ends)).find(Boolean);
  const matches = await source.find(
    isNumbered || missing ? { ...query, meanings: query.meanings.slice(0, 1) } : query,
  );
  const isSame = (a: Entry, b: Entry): boolean => a.lot === b.lot && a.place === b.place;
  const known = (await found).filter((one, i, all) => all.findIndex((other) => isSame(one, other)) === i);
  const leading = known.map((one): Match => ({
    ...(matches.find((match) => isSame(match, one)) ?? one),
    isKnown: true,
    printedPage: one.printedPage,
  }));
  return {
    isNumbered,
    missing,
    exact: [...leading, ...matches.filter((match) => !known.some((one) => isSame(one, match)))],
    synonyms: synonymsOf(known, said, source.edition),
  };
}

/** The query in the edition’s own characters: each word in the spelling that was found. */
async function inOwnCharacters(query: string, [best]: Match[], spell: Spell): Promise<string> {
  const text = (await best?.read())?.record.text ?? '';
  return query.replace(/[^\s"-]+/g, (word) => {
    const spelt = spell(foldQuery(word));
    return spelt.find((one) => text.includes(one)) ?? spelt[0] ?? word;
  });
}

/** A match whose page marks those of several strings that it contains. */
const askedByItsWords = (match: Match): Match => ({
  ...match,
  read: async () => {
    const hit = await match.read();
    const { text } = hit.record;
    return { ...hit, runs: [...new Set(hit.spans.map(({ start, end }) => text.slice(start, end)))] };
  },
});

/** The other names of the records found by name: those of this edition first, then the most frequent. */
function synonymsOf(found: { record: SearchRecord }[], said: string[], own: string): Answer['synonyms'] {
  const asked = new Set(said.map(nameKey));
  const names = found
    .flatMap(({ record: { names = {}, places = {} } }) =>
      Object.entries(names).flatMap(([edition, list]) =>
        list.map((name, i) => ({ name, edition, places: places[edition]?.[i] ?? 0 })),
      ),
    )
    .filter(({ name, places }) => places > 0 && !asked.has(nameKey(name)))
    .sort((a, b) => Number(b.edition === own) - Number(a.edition === own) || b.places - a.places);
  return names.filter(({ name }, i) => names.findIndex((one) => one.name === name) === i);
}
