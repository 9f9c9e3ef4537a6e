import { HAN } from '../model/language.ts';
import { printedPageIn } from './printed-page.ts';
import { foldQuery } from './fold.ts';
import { parseQuery } from './parse-query.ts';
import type { SearchResult, Match, SearchSource } from './search-source.ts';
import { mayBePinyin, spellings } from './spell.ts';

/** What an edition has to say to a query. */
export interface Answer {
  query: string;
  /** Whatever has what was asked for, or what differs from it only in punctuation or script, best first. */
  exact: Match[];
  /** As the page that has it is to be asked: the query in the edition's own characters. */
  asked: string;
  /** Other strings that the letters of a query may be read as. */
  alsoRead: string[];
  /** What has most of it; empty where something has all. */
  near: Match[];
  /** Where the query asks for a printed page: the paragraphs on it. */
  onPage: Match[];
  /** Where the query is a name of the glossary: the other names of the same. */
  synonyms: { name: string; edition: string }[];
}

const MAX_NEAR_MATCHES = 10;

/** Answers a query: as it is written, else in variants of its characters, else as pinyin, else with what is near. */
export async function search(source: SearchSource, query: string): Promise<Answer> {
  const page = printedPageIn(query);
  const answer: Answer = {
    query,
    exact: [],
    asked: query,
    alsoRead: [],
    near: [],
    onPage: page === undefined ? [] : source.onPage(page),
    synonyms: synonymsOf(source, query),
  };
  const { scripts } = source;
  const written = await source.find(parseQuery(query, { scripts }));
  if (written.matches.length > 0) return { ...answer, exact: written.matches };

  for (const withOwn of HAN.test(query) ? [false, true] : []) {
    const variants = await source.variants();
    const found = await source.find(
      parseQuery(query, { spell: (folded) => spellings(folded, variants, withOwn), scripts }),
    );
    if (found.matches.length > 0)
      return { ...answer, exact: found.matches, asked: await inOwnCharacters(query, found, source, withOwn) };
  }

  if (mayBePinyin(query)) {
    const [first, ...others] = await source.readAs(query);
    if (first !== undefined) {
      const { matches } = await source.find(parseQuery(first, { scripts }));
      return {
        ...answer,
        exact: matches,
        asked: first,
        alsoRead: others.slice(0, 5),
        synonyms: synonymsOf(source, first),
      };
    }
  }
  if (answer.onPage.length > 0) return answer;
  return { ...answer, near: await source.near(query, MAX_NEAR_MATCHES) };
}

/** The query as the edition writes it: each word in the spelling that was found. */
async function inOwnCharacters(
  query: string,
  { matches }: SearchResult,
  source: SearchSource,
  withOwn: boolean,
): Promise<string> {
  const variants = await source.variants();
  const [first] = (await matches[0]?.read()) ?? [];
  const text = first?.record.text ?? '';
  return query.replace(/[^\s"-]+/g, (word) => {
    const spelt = spellings(foldQuery(word), variants, withOwn);
    return spelt.find((one) => text.includes(one)) ?? spelt[0] ?? word;
  });
}

/** The other names of the term that goes by that name. */
function synonymsOf({ terms, edition }: SearchSource, query: string): Answer['synonyms'] {
  const asked = foldQuery(query);
  if (asked === '') return [];
  const found = terms.filter(({ names }) =>
    Object.values(names)
      .flat()
      .some((name) => foldQuery(name) === asked),
  );
  const others = found.flatMap(({ names }) =>
    Object.entries(names).flatMap(([other, list]) => list.map((name) => ({ name, edition: other }))),
  );
  return others
    .filter(({ name }, i) => foldQuery(name) !== asked && others.findIndex((one) => one.name === name) === i)
    .sort((a, b) => Number(b.edition === edition) - Number(a.edition === edition));
}
