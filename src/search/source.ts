import { entriesOf, entryAt, type Entry } from './entries.ts';
import { fold, withoutPunctuation } from './fold.ts';
import { keysOf, meantBy, nameKey, numberedIn, numbersOf } from './known-items.ts';
import { matchParts, searchable, type Span } from './match.ts';
import type { PlacesOf } from './pagefind.ts';
import type { Part, Query } from './parse-query.ts';
import { occurrencesOf, type Occurrence } from './phrases.ts';
import type { Contents, Facets, Often, Pinyin, RecordKind, SearchRecord, Variants } from './record.ts';
import { readingsFor } from './spell.ts';
import {
  contractedToken,
  gaps,
  isWord,
  nameToken,
  numberToken,
  signsIn,
  signToken,
  stemOf,
  tokenOf,
  unitsOf,
} from './tokens.ts';

/** What the files of a dossier's search say, each fetched once. */
export interface Files {
  contents: Contents;
  /** The names of the index's pages: the lots of each edition, one after the other. */
  pages: string[];
  placesOf: PlacesOf;
  /** The records of a page of the index. */
  page: (name: string) => Promise<SearchRecord[]>;
  pinyin: (beginning: string) => Promise<Pinyin>;
  often: (name: string) => Promise<Often>;
  variants: (edition: string) => Promise<Variants>;
  facets: (edition: string) => Promise<Facets>;
}

/** How often what was asked for stands in a record, and how often of that literally. */
interface Count {
  count: number;
  literal: number;
}
type Counts = Map<Entry, Count>;

/** A record that was found, whose text is fetched when it is looked at. */
export interface Match extends Entry, Count {
  /** Whether it was asked for by its name or number, and so leads; the printed page by which it was. */
  isKnown?: boolean;
  printedPage?: string | undefined;
  /** The record with the places of its text that match. */
  read: () => Promise<Hit>;
}

export interface Hit {
  lot: number;
  place: number;
  record: SearchRecord;
  spans: Span[];
  /** Of a record that is only near: what it has of the query. */
  runs?: string[];
}

/** Where an edition's records are looked for. */
export type SearchSource = ReturnType<typeof editionSource>;

/** Searches an edition of a dossier. */
export function editionSource(files: Files, edition: string) {
  const { editions } = files.contents;
  const own = editions.find(({ id }) => id === edition);
  if (!own) throw new Error(`Missing edition ${edition}, expected one that is searched`);
  const { placesOf } = files;
  const lots = entriesOf(own);
  const first = editions.indexOf(own) * lots.length;
  const pages = files.pages.slice(first, first + lots.length);
  const lotOf = new Map(pages.map((page, i) => [page, i]));
  const lotsOn = (found: Iterable<string>): number[] =>
    [...new Set(found)].flatMap((page) => lotOf.get(page) ?? []).sort((a, b) => a - b);
  const recordsIn = (lot: number): Promise<SearchRecord[]> => files.page(pages[lot] ?? '');

  const matchOf = (
    entry: Entry,
    count: Count,
    look: (text: string) => Pick<Hit, 'spans' | 'runs'>,
  ): Match => ({
    ...entry,
    ...count,
    read: async () => {
      const { lot, place } = entry;
      const record = (await recordsIn(lot))[place];
      if (!record) throw new Error(`Missing record ${place} of lot ${lot}, expected what the contents say`);
      return { lot, place, record, ...look(record.text) };
    },
  });

  /** The records in the lots that have a token which are meant by it. */
  async function under(
    token: string,
    isMeant: (record: SearchRecord) => boolean,
  ): Promise<(Match & { record: SearchRecord })[]> {
    const found = lotsOn((await placesOf(token)).keys()).map(async (lot) =>
      (await recordsIn(lot)).flatMap((record, place) => {
        const entry = lots[lot]?.[place];
        return entry && isMeant(record) ? [{ ...matchOf(entry, NONE, () => ({ spans: [] })), record }] : [];
      }),
    );
    return (await Promise.all(found)).flat();
  }

  function countsOf(occurrences: Occurrence[]): Counts {
    // What is found in several ways is found once.
    const places = new Map<string, Occurrence>();
    for (const one of occurrences)
      if (one.isLiteral || !places.has(`${one.page} ${one.at}`)) places.set(`${one.page} ${one.at}`, one);
    const counts: Counts = new Map();
    for (const { page, at, isLiteral } of places.values()) {
      const entry = entryAt(lots[lotOf.get(page) ?? -1] ?? [], at);
      if (!entry) continue;
      const { count, literal } = counts.get(entry) ?? NONE;
      counts.set(entry, { count: count + 1, literal: literal + Number(isLiteral) });
    }
    return counts;
  }

  /** How often what is very frequent stands in each record; undefined for what is not. */
  async function kept({ literal: [one = '', ...others], alike }: Part): Promise<Counts | undefined> {
    const isKept = files.contents.often.includes(one);
    if (!isKept || others.length > 0 || alike.some((other) => other !== one)) return undefined;
    const { [edition]: counts = [] } = await files.often(stemOf(one));
    return new Map(
      lots.flat().flatMap((entry, i): [Entry, Count][] => {
        const { [i]: count = 0 } = counts;
        return count > 0 ? [[entry, { count, literal: count }]] : [];
      }),
    );
  }

  /**
   * The records that have a part of a query. Which signs stand in a text, and whether a word without an apostrophe stands
   * there with one, only the text tells; of what is long and stands in few pages, it tells with less to load.
   */
  async function having(part: Part): Promise<Counts> {
    const strings = [...part.literal, ...part.alike];
    const isSigned = strings.some(hasSigns);
    const pages = isSigned || strings.some(isLong) ? await pagesWith(strings) : undefined;
    const read = isSigned || (pages && pages.length <= FEW_PAGES) ? pages : undefined;
    const counts = read ? new Map<Entry, Count>() : ((await kept(part)) ?? (await indexed(part)));
    for (const lot of lotsOn([...(read ?? []), ...(await pagesContracting(part))]))
      for (const [place, { text }] of (await recordsIn(lot)).entries()) {
        const entry = lots[lot]?.[place];
        const spans = matchParts(searchable(text), [part]);
        const literal = spans?.filter(({ isAlike }) => !isAlike).length ?? 0;
        if (entry && spans) counts.set(entry, { count: spans.length, literal });
      }
    return counts;
  }

  async function indexed({ literal, alike }: Part): Promise<Counts> {
    const found = [...new Set([...literal, ...alike])].map(async (one) => {
      const all = await occurrencesOf(one, { isLoose: alike.includes(one) }, placesOf);
      return all.map((each) => ({ ...each, isLiteral: each.isLiteral && literal.includes(one) }));
    });
    return countsOf((await Promise.all(found)).flat());
  }

  /** The pages that may have one of the strings, or a sign. */
  async function pagesWith(strings: string[]): Promise<string[]> {
    const found = strings.map(async (one) => {
      const [sign] = unitsOf(one).length === 0 ? signsIn(one) : [];
      if (sign) return [...(await placesOf(signToken(sign))).keys()];
      const places = await occurrencesOf(one, { isLoose: true, isSparse: true }, placesOf);
      return places.map(({ page }) => page);
    });
    return [...new Set((await Promise.all(found)).flat())];
  }

  async function pagesContracting({ alike }: Part): Promise<string[]> {
    const words = new Set(alike.flatMap(unitsOf).flatMap(({ text }) => (isWord(text) ? [text] : [])));
    const found = [...words].map(async (word) => [...(await placesOf(contractedToken(word))).keys()]);
    return (await Promise.all(found)).flat();
  }

  /** The records that have all parts, and none of those that they must not have. */
  async function havingAll(parts: Part[], not: Part[]): Promise<Counts> {
    const [all, excluded] = await Promise.all([Promise.all(parts.map(having)), Promise.all(not.map(having))]);
    const counts: Counts = new Map();
    for (const entry of all[0]?.keys() ?? []) {
      const each = all.flatMap((one) => one.get(entry) ?? []);
      if (each.length < all.length || excluded.some((one) => one.has(entry))) continue;
      const sum = (of: keyof Count): number => each.reduce((n, one) => n + one[of], 0);
      const isLiteral = each.every(({ literal }) => literal > 0);
      counts.set(entry, { count: sum('count'), literal: isLiteral ? sum('literal') : 0 });
    }
    return counts;
  }

  function ranked(parts: Part[], counts: Counts): Match[] {
    const look = (text: string): Pick<Hit, 'spans'> => ({ spans: matchParts(searchable(text), parts) ?? [] });
    return besideBetter(
      [...counts].map(([entry, count]) => matchOf(entry, count, look)).sort(compareMatches),
    );
  }

  return {
    edition,
    lang: own.lang,
    scripts: own.scripts,

    /** The records that have what a query means, best first. */
    async find({ meanings, not }: Query): Promise<Match[]> {
      const found: { parts: Part[]; counts: Counts }[] = [];
      for (const parts of meanings) {
        const counts = await havingAll(parts, not);
        if ([...counts.values()].some(({ literal }) => literal > 0)) return ranked(parts, counts);
        found.push({ parts, counts });
      }
      const alike = found.find(({ counts }) => counts.size > 0);
      return alike ? ranked(alike.parts, alike.counts) : [];
    },

    /** Those that have most of what it says, where none has all. */
    async near(query: string, most: number): Promise<Match[]> {
      const { gramsOf, nearest, runsIn } = await import('./near.ts');
      const grams = gramsOf(query).map(
        async (gram) => [gram, countsOf(await occurrencesOf(gram, { isLoose: true }, placesOf))] as const,
      );
      const entries = nearest(new Map(await Promise.all(grams)), lots.flat(), most);
      return entries.map((entry) => matchOf(entry, NONE, (text) => runsIn(query, text)));
    },

    /** How often a word stands in the texts, or words that begin so. */
    async times(word: string, isWhole: boolean): Promise<number> {
      const tokens = isWhole ? gaps.map((gap) => tokenOf(word, undefined, gap)) : [stemOf(word)];
      const found = (await Promise.all(tokens.map(placesOf))).flatMap((places) => [...places]);
      return found.reduce((sum, [page, { length }]) => sum + (lotOf.has(page) ? length : 0), 0);
    },

    /** What goes by a name, or by a number such as 注30; the paragraphs on a printed page. */
    async known(name: string): Promise<(Match & { record: SearchRecord })[]> {
      const key = nameKey(name);
      const numbered = numberedIn(name).map(async ({ kind, id }) => {
        const found = await under(numberToken(kind, id), (record) =>
          numbersOf(record).some((one) => one.kind === kind && one.id === id),
        );
        return found.map((match) => ({ ...match, printedPage: kind === 'page' ? id : undefined }));
      });
      const named = key === '' ? [] : await under(nameToken(key), (record) => keysOf(record).includes(key));
      return [...(await Promise.all(numbered)).flat(), ...meantBy(key, named)];
    },

    /** Strings of the edition that are read as these letters: as they mostly are first, then words, then the most frequent. */
    async readAs(letters: string): Promise<string[]> {
      const strings = await readingsFor(letters, async (beginning) =>
        files.contents.pinyin.includes(beginning) ? files.pinyin(beginning) : {},
      );
      const segmenter = new Intl.Segmenter(own.lang, { granularity: 'word' });
      const counted = strings.map(async ({ text, rarely }) => {
        const counts = countsOf(await occurrencesOf(text, { isLoose: false }, placesOf));
        // What begins or ends in a particle was most likely cut out of a sentence.
        const words = [...segmenter.segment(text)].length + Number(PARTICLE.test(text));
        return {
          text,
          rarely,
          words,
          count: [...counts.values()].reduce((sum, { count }) => sum + count, 0),
        };
      });
      return (await Promise.all(counted))
        .filter(({ count }) => count > 0)
        .sort((a, b) => a.rarely - b.rarely || a.words - b.words || b.count - a.count)
        .map(({ text }) => text);
    },

    variants: () => files.variants(edition),
    facets: () => files.facets(edition),
    /** The record of that kind and id in a lot. */
    async recordIn(lot: number, kind: RecordKind, id: string): Promise<Omit<Hit, 'spans'> | undefined> {
      const records = await recordsIn(lot);
      const place = records.findIndex((record) => record.kind === kind && record.id === id);
      const record = records[place];
      return record && { lot, place, record };
    },
  };
}

const NONE: Count = { count: 0, literal: 0 };

/** What is said of the paper, rather than the paper itself. */
export const isAccount = ({ kind }: Pick<Entry, 'kind'>): boolean =>
  !['segment', 'heading', 'exhibit', 'note'].includes(kind);

/** What has it literally first; of that the paper, since an account repeats the name of its subject; then what has it most often. */
export const compareByCount = (a: Match, b: Match): number =>
  Number(b.literal > 0) - Number(a.literal > 0) ||
  Number(isAccount(a)) - Number(isAccount(b)) ||
  b.literal - a.literal ||
  b.count - a.count;

/** Of equals, checks, which repeat what they check, come last. */
const ranks: RecordKind[] = [
  'segment',
  'heading',
  'note',
  'exhibit',
  'case',
  'term',
  'work',
  'actor',
  'check',
];

/** Of equals by that too, in the order of the text, with what belongs to each passage beside it. */
export const compareMatches = (a: Match, b: Match): number =>
  compareByCount(a, b) || ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || a.lot - b.lot || a.place - b.place;

/**
 * Sorted matches, behind the best of those about as good first that lie in a lot with a better one, or with most of the
 * others: fewer lots are read for the first ones.
 */
function besideBetter([best, ...matches]: Match[]): Match[] {
  if (!best) return [];
  const read = new Set([best.lot]);
  const alike = Map.groupBy(matches, (match) =>
    [match.literal > 0, isAccount(match), Math.floor(Math.log2(match.count))].join(),
  );
  const sorted = [...alike.values()].flatMap((some) => {
    const inLot = Map.groupBy(some, ({ lot }) => (read.has(lot) ? -1 : lot));
    for (const { lot } of some) read.add(lot);
    return [...inLot]
      .sort(([a, one], [b, other]) => Number(b < 0) - Number(a < 0) || other.length - one.length)
      .flatMap(([, own]) => own);
  });
  return [best, ...sorted];
}

/** So many pages are read rather than the rest of a long string looked up. */
const FEW_PAGES = 6;

const PARTICLE = /^[的了着过也又就都而或]|[的了着又就都而或]$/u;

/** Whether a folded string has so many units that hardly anything else begins as it does. */
const isLong = (folded: string): boolean => unitsOf(folded).length > 6;

/** Whether a folded string has signs that are no part of a number. */
const hasSigns = (folded: string): boolean => withoutPunctuation(fold(folded)).text !== folded;
