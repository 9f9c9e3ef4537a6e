import type { Entry } from './entries.ts';
import {
  isBareNumber,
  keysOf,
  missingFor,
  nameKey,
  numberedIn,
  sentenceIn,
  type Missing,
} from './known-items.ts';
import {
  dividedAtMarks,
  endsInCapitals,
  isInCapitals,
  parseQuery,
  withoutLoneMark,
  wordsOf,
  type Query,
  type Writing,
} from './parse-query.ts';
import type { SearchRecord } from './record.ts';
import { isAccount, isSame, type Match } from './matches.ts';
import type { SearchSource } from './source.ts';
import { isPinyin } from './pinyin-letters.ts';
import { otherSpellings, spellings, standingFor } from './spell.ts';
import { foldQuery, unitsOf } from './units.ts';

/** An edition’s answer to a query. */
export interface Answer {
  query: string;
  /** Records with the name or number that was asked for, then those that contain the query or something alike. */
  exact: Match[];
  /** Whether the query asks for an item by its number, which is the same in every language. */
  isNumbered: boolean;
  /** Whether this edition has the query, or, if that is a name in this edition, another name of the same item. */
  isHere: boolean;
  /** Whether the query is an abbreviation that names an entry, and so is sought as a whole word. */
  isWhole: boolean;
  /** The number that was asked for but does not exist. */
  missing?: Missing | undefined;
  /** What to mark on a result’s page: the query in the edition’s own characters. */
  asked: string;
  /** If the query is an alias that no passage has: the name that it shortens, or the own one, if the texts have it. */
  ownName?: string | undefined;
  /** Whether `asked` is the item’s own name. */
  isByOwnName?: boolean;
  /** What a query in pinyin is taken to mean, which is `asked`, and what else it may mean. */
  readAs?: string;
  alsoRead: string[];
  /** Other names of the term, case or actor with that name, and in how many places each occurs. */
  synonyms: { name: string; edition: string; places: number }[];
}

const MAX_READ_AS = 5;
type Spell = NonNullable<Writing['spell']>;

/** Answers a query: with variants for characters that the edition lacks, or else for others too, or else as pinyin. */
export async function search(source: SearchSource, typed: string): Promise<Answer> {
  const { scripts } = source;
  const query = withoutLoneMark(typed);
  const none = { exact: [], alsoRead: [], synonyms: [] };
  const noAnswer = { ...none, query: typed, asked: query, isNumbered: false, isHere: false, isWhole: false };
  const folded = foldQuery(query);
  const variants = await source.variantsFor(query);
  const isWhole =
    endsInCapitals(query) && (await source.itemsNamed(folded)).some((item) => isNamed(item, folded));
  for (const withOwn of variants === '' ? [false] : [false, true]) {
    const spell: Spell = (one) => spellings(one, standingFor(variants, withOwn));
    const names = [...new Set([folded, ...spell(folded), ...otherSpellings(folded)])];
    const result = {
      ...(await findWithItems(source, names, parseQuery(query, { spell, scripts, isWhole }))),
      isWhole,
    };
    if (result.exact.length > 0) {
      const beside = await findReadings(source, query, result.exact);
      const asked = result.isNumbered ? query : await inCharactersOfEdition(query, result.exact, spell);
      return { ...noAnswer, ...result, asked, alsoRead: beside.map(({ text }) => text) };
    }
    // For a number, the same digits elsewhere in the text would be no answer.
    if (result.missing || numberedIn(query).some(({ kind }) => kind !== 'check'))
      return { ...noAnswer, ...result };
  }

  // What is nowhere as typed may be words beside a quoted phrase.
  const divided = dividedAtMarks(query);
  if (divided !== query) {
    const answer = await search(source, divided);
    if (answer.exact.length > 0) return { ...answer, query: typed };
  }

  const read = isPinyin(query) ? await source.readAs(query) : [];
  const [readAs, ...alsoRead] = read.slice(0, 1 + MAX_READ_AS).map(({ text }) => text);
  if (readAs === undefined) return noAnswer;
  const result = await findWithItems(source, [readAs], parseQuery(readAs, { scripts }));
  return { ...noAnswer, ...result, asked: readAs, readAs, alsoRead };
}

/** Answers a query as readers want it: an alias that no passage has is also searched as the item’s own name. */
export async function searchByOwnName(source: SearchSource, query: string): Promise<Answer> {
  const answer = await search(source, query);
  const { ownName: name } = answer;
  if (name === undefined || wordsOf(query).some(({ isQuoted }) => isQuoted)) return answer;
  const isWhole = isInCapitals(name);
  const own = await findWithItems(source, [name], parseQuery(name, { scripts: source.scripts, isWhole }));
  const leading = answer.exact.map((one) => own.exact.find((other) => isSame(one, other)) ?? one);
  const others = own.exact.filter((match) => !leading.some((one) => isSame(one, match)));
  const synonyms = answer.synonyms.filter((one) => one.name !== name);
  return { ...answer, exact: [...leading, ...others], synonyms, isWhole, asked: name, isByOwnName: true };
}

/** The matches of an answer’s query in another edition, in which items have the same names. */
export async function findInEdition(
  { asked, exact, isWhole }: Answer,
  source: SearchSource,
  other: SearchSource,
): Promise<Entry[]> {
  const items = exact.filter(({ isKnown }) => isKnown);
  if (!items.every(isAccount)) return (await search(other, asked)).exact;
  const query = parseQuery(asked, { scripts: other.scripts, isWhole });
  const found = await other.find(items.length > 0 ? inOnePiece(query) : query);
  const named = await Promise.all(items.map((item) => item.read()));
  // There, it may stand for another name.
  if (found.every(isAccount) && named.some((item) => isNamed(item, asked, [other.edition])))
    return (await searchByOwnName(other, asked)).exact;
  // Corresponding lots have the same items, in the same order.
  const sameKind = ({ entries }: SearchSource, item: Entry): Entry[] =>
    entries.filter(({ lot, kind }) => lot === item.lot && kind === item.kind);
  const counterparts = items.flatMap(
    (item) => sameKind(other, item)[sameKind(source, item).findIndex((one) => isSame(one, item))] ?? [],
  );
  return [...counterparts, ...found.filter((match) => !counterparts.some((item) => isSame(item, match)))];
}

/** The words that a query may be pinyin for if it occurs only in references, which have romanised titles. */
export async function findReadings(
  source: SearchSource,
  query: string,
  matches: Entry[],
): Promise<{ text: string; places: number }[]> {
  if (matches.length === 0 || !matches.every(isReference) || !isPinyin(query)) return [];
  const [word] = await source.readAs(query);
  if (!word?.isWord) return [];
  const { exact } = await search(source, word.text);
  return exact.every(isReference) ? [] : [{ text: word.text, places: exact.length }];
}

const isReference = ({ kind }: Pick<Entry, 'kind'>): boolean => kind === 'work' || kind === 'note';

/** Whether a term, case or actor has a name in some of the editions, rather than a name of which it is a part. */
const isNamed = (
  { record: { names = {} } }: { record: SearchRecord },
  wanted: string,
  editions = Object.keys(names),
): boolean => editions.some((edition) => names[edition]?.some((name) => nameKey(name) === nameKey(wanted)));

/** A query without the meaning that its words are apart: those of a name say nothing then. */
const inOnePiece = ({ meanings, not }: Query): Query => ({
  meanings: meanings.filter((parts, i) => i === 0 || parts.length === 1),
  not,
});

/**
 * The matches of a query, preceded by the records with one of the names. If that is an alias that no passage has,
 * `ownName` is the name that it shortens, or else the item’s own name, if the texts have that.
 */
async function findWithItems(
  source: SearchSource,
  names: string[],
  query: Query,
): Promise<Pick<Answer, 'exact' | 'isNumbered' | 'isHere' | 'missing' | 'synonyms' | 'ownName'>> {
  // A query with exclusions does not ask for an item by its name.
  const itemNames = names.filter((name) => !/(?:^|\s)-\S/.test(name));
  const found = Promise.all(itemNames.map(source.itemsNamed)).then((all) => all.flat());
  // “n 30” asks for an item, not for an “n” and a 30 anywhere; a bare number may mean either.
  const asksForNumber = itemNames.some((name) => numberedIn(name).length > 0 && !isBareNumber(name));
  const isNumbered = asksForNumber && (await found).length > 0;
  const missing = isNumbered
    ? undefined
    : itemNames.map((name) => missingFor(name, source.ends)).find(Boolean);
  const [named, whole] = await Promise.all([found, source.find(inOnePiece(query))]);
  const isMeant = named.length > 0 || missing;
  const matches = isMeant || whole.some(({ literal }) => literal > 0) ? whole : await source.find(query);
  const known = named.filter((one, i, all) => all.findIndex((other) => isSame(one, other)) === i);
  const leading = known.map((one): Match => ({
    ...(matches.find((match) => isSame(match, one)) ?? one),
    isKnown: true,
    printedPage: one.printedPage,
  }));
  const sentence = isNumbered ? itemNames.map(sentenceIn).find(Boolean) : undefined;
  if (sentence && leading[0])
    leading[0] = (await import('./at-sentence.ts')).atSentence(leading[0], sentence, source);
  const exact = [...leading, ...matches.filter((match) => !known.some((one) => isSame(one, match)))];
  const keys = itemNames.map(nameKey);
  const synonyms = listSynonyms(known, keys, source.edition);
  const ownNames = known.flatMap(({ record: { names = {} } }) => names[source.edition] ?? []);
  const isOwnName = ownNames.some((name) => keys.includes(nameKey(name)));
  const here = synonyms.filter(({ edition }) => edition === source.edition).map(({ name }) => name);
  const isHere = (isOwnName && here.length > 0) || exact.some(({ count }) => count > 0);
  // The places of a name that has the query in it have been found already.
  const isShortFor = (name: string): boolean =>
    keys.some((key) => {
      const words = key.split(' ').map((word) => word.replace(/[$+.^|]/g, '\\$&'));
      return !nameKey(name).includes(key) && RegExp(words.join('.*')).test(nameKey(name));
    });
  const ownName =
    isOwnName && exact.every(isAccount)
      ? (here.find(isShortFor) ?? here.find((name) => nameKey(name) === nameKey(ownNames[0] ?? '')))
      : undefined;
  return { isNumbered, isHere, missing, exact, synonyms, ownName };
}

/** The query in the edition’s own characters: each word in the spelling that was found. */
async function inCharactersOfEdition(query: string, [best]: Match[], spell: Spell): Promise<string> {
  const isOwn = (word: string): boolean => String(spell(foldQuery(word))) === foldQuery(word);
  if (query.match(WORD)?.every(isOwn)) return query;
  const { record } = (await best?.read()) ?? {};
  // An item may have the name as typed, in another edition.
  if (record && keysOf(record).includes(nameKey(query))) return query;
  const text = record?.text ?? '';
  return query.replace(WORD, (word) => {
    const spellingsOfWord = spell(foldQuery(word));
    return spellingsOfWord.find((one) => text.includes(one)) ?? spellingsOfWord[0] ?? word;
  });
}
const WORD = /[^\s"-]+/g;

/** The other names of the records found by name: those of this edition first, then the most frequent. */
function listSynonyms(
  items: { record: SearchRecord }[],
  asked: string[],
  sourceEdition: string,
): Answer['synonyms'] {
  const names = items
    .flatMap(({ record: { names = {}, places = {} } }) =>
      Object.entries(names).flatMap(([edition, list]) =>
        list.map((name, i) => ({ name, edition, places: places[edition]?.[i] ?? 0 })),
      ),
    )
    .filter(({ name, places }) => places > 0 && !asked.includes(nameKey(name)))
    .sort(
      (a, b) =>
        Number(b.edition === sourceEdition) - Number(a.edition === sourceEdition) ||
        b.places - a.places ||
        unitsOf(a.name).length - unitsOf(b.name).length,
    );
  // Spellings that are found together, such as one without accents or title marks, are one name.
  return names.filter(({ name }, i) => names.findIndex((one) => nameKey(one.name) === nameKey(name)) === i);
}
