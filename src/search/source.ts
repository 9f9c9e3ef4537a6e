import { HAN } from '../model/language.ts';
import { entriesOf, unpacked, type Entry } from './entries.ts';
import { isBareNumber, keysOf, nameKey, numberedIn, numbersOf } from './known-items.ts';
import { matchParts, searchable, type Span } from './match.ts';
import type { PlacesOf } from './pagefind.ts';
import type { Part, Query } from './parse-query.ts';
import { occurrencesOf } from './phrases.ts';
import { readingsFor } from './readings.ts';
import {
  recordKinds,
  type Contents,
  type Facets,
  type Often,
  type Pinyin,
  type RecordKind,
  type SearchRecord,
  type Words,
} from './record.ts';
import { usualCharacters } from './spell.ts';
import { nameToken, numberToken, pairOf, signToken, stemOf } from './tokens.ts';
import { foldQuery, isLikeAddress, unitsOf, wordsIn } from './units.ts';

/** The search files of a dossier, each fetched once. */
export interface Files {
  contents: Contents;
  /** The names of the index’s pages: the lots of each edition, one after the other. */
  pages: string[];
  placesOf: PlacesOf;
  /** The names of the index chunks that may contain a token. */
  chunksFor: (token: string) => string[];
  /** The records of a page of the index. */
  page: (name: string) => Promise<SearchRecord[]>;
  pinyin: (beginning: string) => Promise<Pinyin>;
  often: (name: string) => Promise<Often>;
  facets: (edition: string) => Promise<Facets>;
  variants: (edition: string) => Promise<string>;
  words: (name: string) => Promise<Words>;
}

/** How often the query occurs in a record, and how often literally. */
interface Count {
  count: number;
  literal: number;
}
type Counts = Map<Entry, Count>;

/** A matching record, whose text is fetched on demand. */
export interface Match extends Entry, Count {
  /**
   * Whether it was asked for by name or number, so that it comes first; whether it has the words of the query only
   * apart from each other; the printed page, if it was asked for by page.
   */
  isKnown?: boolean;
  isApart?: boolean;
  printedPage?: string | undefined;
  /** Fetches the record and finds the matches in its text. */
  read: () => Promise<Hit>;
}

/** A record found by its name or number. */
export type KnownItem = Match & { record: SearchRecord };

export interface Hit {
  lot: number;
  place: number;
  record: SearchRecord;
  spans: Span[];
  /** For a near match, or a match of one of several strings: the stretches of the query that it contains. */
  runs?: string[];
  /** For a near match: whether it only contains parts of other words. */
  isOfOthers?: boolean;
}

/** The search of one edition. */
export type SearchSource = ReturnType<typeof editionSource>;

/** Searches an edition of a dossier. */
export function editionSource(files: Files, edition: string) {
  const { editions, often: frequentStrings } = files.contents;
  const contents = editions.find(({ id }) => id === edition);
  if (!contents) throw new Error(`Missing edition ${edition}, expected one that is searched`);
  const { lang, scripts, ends } = contents;
  const lots = entriesOf(contents);
  const entries = lots.flat();
  const first = editions.indexOf(contents) * lots.length;
  const pages = files.pages.slice(first, first + lots.length);
  const lotOf = new Map(pages.map((page, i) => [page, i]));
  const placesOf: PlacesOf = async (token) =>
    new Map([...(await files.placesOf(token))].filter(([page]) => lotOf.has(page)));
  const recordsIn = (lot: number): Promise<SearchRecord[]> => files.page(pages[lot] ?? '');
  const lotsOn = (found: Iterable<string>): number[] => [...found].flatMap((page) => lotOf.get(page) ?? []);
  /** The record at a position on a page; undefined for the tokens that follow the units of all records. */
  const entryAt = (page: string, at: number): Entry | undefined =>
    lots[lotOf.get(page) ?? -1]?.find(({ start, units }) => start <= at && at < start + units);

  const matchOf = (
    entry: Entry,
    mark: (text: string) => Pick<Hit, 'spans' | 'runs' | 'isOfOthers'>,
    count = NONE,
  ): Match => ({
    ...entry,
    ...count,
    read: async () => {
      const { lot, place } = entry;
      const record = (await recordsIn(lot))[place];
      if (!record) throw new Error(`Missing record ${place} of lot ${lot}, expected what the contents say`);
      return { lot, place, record, ...mark(record.text) };
    },
  });

  /** The counts of a very frequent string in each record; undefined if the part is not such a string. */
  async function frequentCounts({
    literal: [string = '', ...others],
    alike,
    isWhole,
  }: Part): Promise<Counts | undefined> {
    // The files count words that only begin with the string too.
    if (
      isWhole ||
      !frequentStrings.includes(string) ||
      others.length > 0 ||
      alike.some((other) => other !== string)
    )
      return undefined;
    const { [edition]: stored } = await files.often(stemOf(string));
    const [all, onlyAlike] = [unpacked(stored?.counts ?? ''), unpacked(stored?.alike ?? '')];
    const counted = entries.map((entry, i): [Entry, Count] => {
      const [count = 0, without = 0] = [all[i], onlyAlike[i]];
      const literal = count - without;
      return [entry, { count: alike.length > 0 ? count : literal, literal }];
    });
    return new Map(counted.filter(([, { count }]) => count > 0));
  }

  /** The files needed to look up a string. */
  function filesFor(string: string): string[] {
    if (frequentStrings.includes(string)) return [stemOf(string)];
    const [unit, next] = wordsIn(string);
    return unit ? files.chunksFor(next ? pairOf(unit.text, next.text) : stemOf(unit.text)) : [];
  }

  /**
   * The records that contain a part of a query. Only the text tells which signs it contains and which words have
   * apostrophes. For a long string found on few pages, reading the text also loads less.
   */
  async function countsOf(part: Part): Promise<Counts> {
    const frequent = await frequentCounts(part);
    if (frequent) return frequent;
    const { literal, alike, isWhole = false } = part;
    const strings = [...new Set([...literal, ...alike])];
    const looking = { isLoose: alike.length > 0, isWhole, inAddresses: literal.some(isLikeAddress) };
    const found = await Promise.all(
      strings.map((string) =>
        occurrencesOf(string, { ...looking, ignoresApostrophes: alike.includes(string) }, placesOf),
      ),
    );
    const signs = strings.map((string) => unitsOf(string).filter(({ isSign }) => isSign));
    const unsure = new Set(found.flatMap((one) => [...one.unsure]));
    // Only a page with all signs of a string can have it literally.
    for (const [i, [first, ...others]] of signs.entries()) {
      if (!first || !literal.includes(strings[i] ?? '')) continue;
      const [pages, ...same] = await Promise.all(
        [first, ...others].map(({ text }) => placesOf(signToken(text))),
      );
      const isOnlySigns = wordsIn(strings[i] ?? '').length === 0;
      for (const page of pages?.keys() ?? [])
        if ((isOnlySigns || found[i]?.found.has(page)) && same.every((some) => some.has(page)))
          unsure.add(page);
    }
    const counts: Counts = new Map();
    const add = (entry: Entry | undefined, literalCount: number): void => {
      const before = entry && (counts.get(entry) ?? NONE);
      if (before) counts.set(entry, { count: before.count + 1, literal: before.literal + literalCount });
    };
    for (const [i, one] of found.entries()) {
      const mayBeLiteral = signs[i]?.length === 0 && literal.includes(strings[i] ?? '');
      if (!mayBeLiteral && alike.length === 0) continue;
      for (const [page, places] of one.found)
        if (!unsure.has(page))
          for (const [at, isLiteral] of places) add(entryAt(page, at), Number(isLiteral && mayBeLiteral));
    }
    for (const [entry, count] of await countsIn(lotsOn(unsure), [part])) counts.set(entry, count);
    return counts;
  }

  /** The records of some lots whose texts contain all parts. */
  async function countsIn(read: number[], parts: Part[]): Promise<Counts> {
    const counted = read.map(async (lot) =>
      (await recordsIn(lot)).flatMap(({ text }, place): [Entry, Count][] => {
        const [entry, spans] = [lots[lot]?.[place], matchParts(searchable(text), parts)];
        const literal = spans?.filter(({ isAlike }) => !isAlike) ?? [];
        const isLiteral = parts.every((_, i) => literal.some(({ part }) => part === i));
        return entry && spans
          ? [[entry, { count: spans.length, literal: isLiteral ? literal.length : 0 }]]
          : [];
      }),
    );
    return new Map((await Promise.all(counted)).flat());
  }

  /** The records that contain all parts and none of the excluded ones. */
  async function countsOfAll(parts: Part[], not: Part[]): Promise<Counts> {
    // The first part is looked up for names anyway, and the longest are the most selective. If they occur nowhere
    // together, skip the rest.
    const lengthOf = ({ literal: [string = ''] }: Part): number => string.length;
    const left = [...parts.slice(0, 1), ...parts.slice(1).sort((a, b) => lengthOf(b) - lengthOf(a))];
    const isShort = parts.length <= PARTS_AT_ONCE;
    const all: Counts[] = [];
    let common: Entry[] = [];
    while (left.length > 0 && (all.length === 0 || common.length > 0)) {
      all.push(
        ...(await Promise.all(left.splice(0, isShort && all.length === 0 ? 1 : PARTS_AT_ONCE).map(countsOf))),
      );
      common = [...(all[0]?.keys() ?? [])].filter((entry) => all.every((counts) => counts.has(entry)));
      // Reading the texts takes fewer requests than looking up the other parts, and those that match are shown anyway.
      const lotsLeft = new Set(common.map(({ lot }) => lot));
      if (lotsLeft.size >= left.length) continue;
      all.splice(0, all.length, await countsIn([...lotsLeft], parts));
      common = [...(all[0]?.keys() ?? [])];
      break;
    }
    const excluded = common.length > 0 ? await Promise.all(not.map(countsOf)) : [];
    return new Map(
      common
        .filter((entry) => !excluded.some((counts) => counts.has(entry)))
        .map((entry) => {
          const each = all.flatMap((counts) => counts.get(entry) ?? []);
          const sum = (of: keyof Count): number => each.reduce((n, count) => n + count[of], 0);
          const isLiteral = each.every(({ literal }) => literal > 0);
          return [entry, { count: sum('count'), literal: isLiteral ? sum('literal') : 0 }];
        }),
    );
  }

  /** The records that a token stands for, among those of the first `most` lots that contain it. */
  async function itemsWith(
    token: string,
    isMeant: (record: SearchRecord) => boolean,
    most = Infinity,
  ): Promise<KnownItem[]> {
    const found = lotsOn((await placesOf(token)).keys())
      .sort((a, b) => a - b)
      .slice(0, most)
      .map(async (lot) =>
        (await recordsIn(lot)).flatMap((record, place) => {
          const entry = lots[lot]?.[place];
          return entry && isMeant(record) ? [{ ...matchOf(entry, () => ({ spans: [] })), record }] : [];
        }),
      );
    return (await Promise.all(found)).flat().sort(compareMatches);
  }

  return {
    edition,
    lang,
    scripts,
    ends,
    entries,
    matchOf,
    filesFor,
    countsOf,

    /** The records that match a query, best first. */
    async find({ meanings, not }: Query): Promise<Match[]> {
      const found = new Map<Entry, Match>();
      for (const [i, parts] of meanings.entries()) {
        const mark = (text: string): Pick<Hit, 'spans'> => ({
          spans: matchParts(searchable(text), parts) ?? [],
        });
        const counts = await countsOfAll(parts, not);
        for (const [entry, count] of counts)
          if (!found.has(entry)) found.set(entry, { ...matchOf(entry, mark, count), isApart: i > 0 });
        if (counts.values().some(({ literal }) => literal > 0)) break;
      }
      return groupByFile([...found.values()].sort(compareMatches), ({ lot }) => (first + lot) >> 1);
    },

    /** The records with a name, or a number such as 注30; for a printed page, its paragraphs. */
    async itemsNamed(name: string): Promise<KnownItem[]> {
      const numbered = numberedIn(name).map(async ({ kind, id }) => {
        const found = await itemsWith(numberToken(kind, id), (record) =>
          numbersOf(record).some((number) => number.kind === kind && number.id === id),
        );
        return found.map((match) => ({ ...match, printedPage: kind === 'page' ? id : undefined }));
      });
      // No name looks like the number of a paragraph, note or page; that of a check may, such as 5G.
      const isNumber = numberedIn(name).some(({ kind }) => kind !== 'check') && !isBareNumber(name);
      const key = isNumber ? '' : nameKey(name);
      const named =
        key === ''
          ? []
          : await itemsWith(
              nameToken(key, frequentStrings),
              (record) => keysOf(record).includes(key),
              MAX_LOTS_WITH_NAME,
            );
      const others = named.filter(({ kind }) => kind !== 'work');
      // A work is meant only if no other record has the name, and by part of its title only if no work has it in full.
      const work =
        named.find(({ record: { title, id } }) => [title, id].map(nameKey).includes(key)) ?? named[0];
      return [...(await Promise.all(numbered)).flat(), ...(others.length > 0 || !work ? others : [work])];
    },

    /**
     * The strings of the edition that are read as these letters: first known words, then usual readings, then strings
     * of fewer words, then the most frequent. Of known words only the most frequent is meant, of other strings all of
     * the best rank. `isWord` is true of names and of strings that the segmenter takes for one word.
     */
    async readAs(
      letters: string,
      isMisspelt = false,
    ): Promise<{ text: string; isMeant: boolean; isWord: boolean }[]> {
      const read = async (beginning: string): Promise<Pinyin> =>
        files.contents.pinyin.includes(beginning) ? files.pinyin(beginning) : {};
      const strings = await readingsFor(letters, read, isMisspelt);
      const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
      const counted = strings.map(async ({ text, rarely, isWord = false }) => {
        const counts = await countsOf({ literal: [text], alike: [] });
        // A string that begins or ends with a particle was probably cut out of a sentence.
        const words = [...segmenter.segment(text)].length + Number(PARTICLE.test(text));
        return {
          text,
          rank: isWord ? 0 : 1 + 10 * rarely + words,
          count: [...counts.values()].reduce((sum, { count }) => sum + count, 0),
        };
      });
      const found = (await Promise.all(counted)).filter(({ count }) => count > 0);
      const [best] = found.sort((a, b) => a.rank - b.rank || b.count - a.count);
      return found.map(({ text, rank, count }) => ({
        text,
        isMeant: rank === best?.rank && (rank > 0 || count === best.count),
        isWord: rank <= ONE_WORD && [...text].length > 1,
      }));
    },

    /** The variants of the edition’s characters, or none if they cannot matter for a query. */
    variantsFor: async (query: string): Promise<string> =>
      [...foldQuery(query)].some(
        (one) => HAN.test(one) && (!usualCharacters.has(one) || contents.ambiguous.includes(one)),
      )
        ? files.variants(edition)
        : '',
    facets: () => files.facets(edition),
    words: (part: string) => files.words(`${edition}-${part}`),
    /** The record with that kind and id in a lot. */
    async recordIn(lot: number, kind: RecordKind, id: string): Promise<Omit<Hit, 'spans'> | undefined> {
      const records = await recordsIn(lot);
      const place = records.findIndex((record) => record.kind === kind && record.id === id);
      const record = records[place];
      return record && { lot, place, record };
    },
  };
}

/** The maximum number of lots read for a name: many works may have titles that begin with the same words. */
const MAX_LOTS_WITH_NAME = 8;

/** The number of query parts that are looked up at once. */
const PARTS_AT_ONCE = 3;

/** The rank of a usual reading that is one word. */
const ONE_WORD = 2;

const NONE: Count = { count: 0, literal: 0 };

/** Whether a record is about the paper, rather than part of it. */
export const isAccount = ({ kind }: Pick<Entry, 'kind'>): boolean =>
  !['segment', 'heading', 'exhibit', 'note'].includes(kind);

/**
 * Matches of the whole query first; then literal matches; then the paper before entries about it, which repeat the name
 * of their subject; then the most frequent.
 */
export const compareByCount = (a: Match, b: Match): number =>
  Number(a.isApart ?? false) - Number(b.isApart ?? false) ||
  Number(b.literal > 0) - Number(a.literal > 0) ||
  Number(isAccount(a)) - Number(isAccount(b)) ||
  b.literal - a.literal ||
  b.count - a.count;

/** Compares by count, then by kind, then by order in the text. */
export const compareMatches = (a: Match, b: Match): number =>
  compareByCount(a, b) ||
  recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind) ||
  a.lot - b.lot ||
  a.place - b.place;

/**
 * Reorders sorted matches after the best one so that the first results need fewer files, each of which has two lots: of
 * about equally good matches, those in a file with a better match come first, then those in the files with most
 * matches.
 */
function groupByFile([best, ...matches]: Match[], fileOf: (match: Match) => number): Match[] {
  if (!best) return [];
  const seen = new Set([fileOf(best)]);
  const groups = Map.groupBy(matches, (match) =>
    [
      match.isApart,
      match.literal > 0,
      isAccount(match),
      Math.floor(Math.log2(match.count) / (isAccount(match) ? 3 : 2)),
    ].join(),
  );
  const sorted = [...groups.values()].flatMap((group) => {
    const byFile = Map.groupBy(group, (match) => (seen.has(fileOf(match)) ? -1 : fileOf(match)));
    for (const match of group) seen.add(fileOf(match));
    return [...byFile]
      .sort(([a, some], [b, others]) => Number(b < 0) - Number(a < 0) || others.length - some.length)
      .flatMap(([, sameFile]) => sameFile);
  });
  return [best, ...sorted];
}

const PARTICLE = /^[的了着过也又就都而或]|[的了着又就都而或]$/u;
