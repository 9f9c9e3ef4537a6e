import { HAN } from '../model/language.ts';
import { printedPageIn } from './printed-page.ts';
import { foldQuery } from './fold.ts';
import { entriesNamed, knownItems, type Item } from './known-items.ts';
import { matchParts, searchable } from './match.ts';
import { parseQuery, type Query, type Writing } from './parse-query.ts';
import type { Match, SearchSource } from './search-source.ts';
import { matchOf } from './shard.ts';
import { mayBePinyin, spellings } from './spell.ts';

/** What an edition has to say to a query. */
export interface Answer {
  query: string;
  /** What goes by the name or number that was asked for, then whatever has it or what is alike, best first. */
  exact: Match[];
  /** As the page that has it is to be asked: the query in the edition's own characters. */
  asked: string;
  /** Other strings that the letters of a query may be read as. */
  alsoRead: string[];
  /** What has most of it; empty where something has all. */
  near: Match[];
  /** Where the query asks for a printed page: the paragraphs on it. */
  onPage: Match[];
  /** Where the query is the name of a term, case or actor: the other names of the same. */
  synonyms: { name: string; edition: string }[];
}

const MAX_NEAR_MATCHES = 10;
type Spell = NonNullable<Writing['spell']>;

/** Answers a query: as it is written, else in variants of its characters, else as pinyin, else with what is near. */
export async function search(source: SearchSource, query: string): Promise<Answer> {
  const page = printedPageIn(query);
  const answer: Answer = {
    query,
    exact: [],
    asked: query,
    alsoRead: [],
    near: [],
    onPage: page === undefined ? [] : await source.onPage(page),
    synonyms: synonymsOf(source, query),
  };
  const { scripts } = source;
  const written = await findLed(source, [query], parseQuery(query, { scripts }));
  if (written.length > 0) return { ...answer, exact: written };

  for (const withOwn of HAN.test(query) ? [false, true] : []) {
    const variants = await source.variants();
    const spell: Spell = (folded) => spellings(folded, variants, withOwn);
    const exact = await findLed(source, spell(foldQuery(query)), parseQuery(query, { spell, scripts }));
    if (exact.length > 0) {
      const asked = await inOwnCharacters(query, exact, spell);
      return { ...answer, exact, asked, synonyms: synonymsOf(source, asked) };
    }
  }

  if (mayBePinyin(query)) {
    const [first, ...others] = await source.readAs(query);
    if (first !== undefined) {
      return {
        ...answer,
        exact: await findLed(source, [first], parseQuery(first, { scripts })),
        asked: first,
        alsoRead: others.slice(0, 5),
        synonyms: synonymsOf(source, first),
      };
    }
  }
  if (answer.onPage.length > 0) return answer;
  return { ...answer, near: await source.near(query, MAX_NEAR_MATCHES) };
}

/** What a query finds, led by the records that go by one of the names. */
async function findLed(source: SearchSource, names: string[], query: Query): Promise<Match[]> {
  const { interpretation, matches } = await source.find(query);
  // Whoever excludes something does not ask for an item by its name.
  const known = await knownItems(
    source,
    names.filter((name) => !/(?:^|\s)-\S/.test(name)),
  );
  const isOther = ({ kind, id }: Item): boolean => !known.some((one) => one.kind === kind && one.id === id);
  const leading = known.map((record): Match => {
    const spans = (interpretation && matchParts(searchable(record.text), interpretation)) ?? [];
    return { ...matchOf(record, spans, interpretation), isKnown: true };
  });
  const others = matches.flatMap((match): Match[] => {
    if (match.record) return isOther(match.record) ? [match] : [];
    return [{ ...match, read: async () => (await match.read()).filter(({ record }) => isOther(record)) }];
  });
  return [...leading, ...others];
}

/** The query as the edition writes it: each word in the spelling that was found. */
async function inOwnCharacters(query: string, [best]: Match[], spell: Spell): Promise<string> {
  const [first] = (await best?.read()) ?? [];
  const text = first?.record.text ?? '';
  return query.replace(/[^\s"-]+/g, (word) => {
    const spelt = spell(foldQuery(word));
    return spelt.find((one) => text.includes(one)) ?? spelt[0] ?? word;
  });
}

/** The other names of what goes by that name; a work has only its title. */
function synonymsOf({ entries, edition }: SearchSource, query: string): Answer['synonyms'] {
  const asked = foldQuery(query);
  const others = entriesNamed(entries, query).flatMap(({ kind, names }) =>
    Object.entries(names).flatMap(([other, list]) =>
      (kind === 'work' ? [] : list).map((name) => ({ name, edition: other })),
    ),
  );
  return others
    .filter(({ name }, i) => foldQuery(name) !== asked && others.findIndex((one) => one.name === name) === i)
    .sort((a, b) => Number(b.edition === edition) - Number(a.edition === edition));
}
