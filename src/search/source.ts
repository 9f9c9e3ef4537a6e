import { HAN, isWrittenInHan } from '../model/language.ts';
import { countsIn } from './counts.ts';
import type { Entry } from './entries.ts';
import { isBareNumber, keysOf, nameKey, numberedIn, numbersOf } from './known-items.ts';
import { lotsOf, type Files } from './lots.ts';
import { matchParts, searchable } from './match.ts';
import {
  compareMatches,
  groupByFile,
  NONE,
  type Count,
  type Hit,
  type KnownItem,
  type Match,
} from './matches.ts';
import { hasSigns, type Query } from './parse-query.ts';
import type { PinyinFiles } from './readings.ts';
import type { Facets, KnownNames, RecordKind, SearchRecord, Variants, Words } from './record.ts';
import { usualCharacters } from './spell.ts';
import { nameToken, numberToken } from './tokens.ts';
import { foldQuery } from './units.ts';
import { EMPTY } from './words.ts';

/** The search of one edition. */
export type SearchSource = ReturnType<typeof editionSource>;

/** Searches an edition of a dossier. */
export function editionSource(files: Files, edition: string, isShown: boolean) {
  const ofEdition = lotsOf(files, edition, isShown);
  const { own, often, pinyin, json, lots, first, placesOf, recordsIn } = ofEdition;
  const { filesFor, countsOf, countsOfAll, countsInLots } = countsIn(ofEdition);
  const { lang, scripts, ends, ambiguous } = own;
  // Each file has two lots.
  const fileOf = ({ lot }: Entry): number => (first + lot) >> 1;
  const inOrder = (matches: Match[]): Match[] => groupByFile(matches.sort(compareMatches), fileOf);
  /** The first matches, as many as a few files have. */
  const shownFirst = (matches: Match[], most = 5): Match[] =>
    matches
      .slice(0, SHOWN_FIRST)
      .filter((_, i, all) => new Set(all.slice(0, i + 1).map(fileOf)).size <= most);

  const matchOf = (
    entry: Entry,
    mark: (text: string) => Pick<Hit, 'spans' | 'runs'>,
    count = NONE,
  ): Match => ({
    ...entry,
    ...count,
    read: async () => {
      const { lot, place } = entry;
      // The contents list no record that its lot lacks.
      const record = (await recordsIn(lot))[place]!;
      return { lot, place, record, ...mark(record.text) };
    },
  });

  /** The records that a token stands for, among those of the first `most` lots that contain it. */
  async function itemsWith(
    token: string,
    isMeant: (record: SearchRecord) => boolean,
    most = Infinity,
  ): Promise<KnownItem[]> {
    const found = [...(await placesOf(token)).keys()]
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
    entries: lots.flat(),
    /** The results shown at first: fewer if the query had much to be looked up. */
    firstOf: (matches: Match[], { asked, isByOwnName }: { asked: string; isByOwnName?: boolean }): Match[] =>
      shownFirst(matches, isByOwnName || asked.split(' ').length > SHORT ? 4 : 5),
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
        const matchAs = (entry: Entry, count: Count): Match => ({
          ...matchOf(entry, mark, count),
          isApart: i > 0,
        });
        const counts = await countsOfAll(parts, not);
        // Only texts tell which signs they have: those that would be shown first are read until they stay the first, or
        // so many have been read that the others are taken not to have them. As these may have them after all, the
        // words are not sought apart then.
        const read = new Set<number>();
        let mayBeWhole = false;
        while (isShown && parts.some((one) => hasSigns(one) && one.alike.length > 0)) {
          const shown = shownFirst(inOrder(Array.from(counts, (one) => matchAs(...one))));
          const unread = new Set(shown.map(({ lot }) => lot)).difference(read);
          if (!shown.some(({ lot, literal }) => literal > 0 && unread.has(lot))) break;
          if (read.size >= MAX_LOTS_WITH_SIGNS) {
            mayBeWhole = true;
            for (const [entry, { count }] of counts)
              if (!read.has(entry.lot)) counts.set(entry, { count, literal: 0 });
            break;
          }
          const exact = await countsInLots([...unread], parts);
          for (const entry of counts.keys()) {
            const count = exact.get(entry);
            if (count) counts.set(entry, count);
            else if (unread.has(entry.lot)) counts.delete(entry);
          }
          for (const lot of unread) read.add(lot);
        }
        for (const [entry, count] of counts) if (!found.has(entry)) found.set(entry, matchAs(entry, count));
        if (mayBeWhole || counts.values().some(({ literal }) => literal > 0)) break;
      }
      return inOrder([...found.values()]);
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
              nameToken(key, often),
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
     * The strings of the edition that are read as these letters, likeliest first: those listed, in their order; else
     * usual readings, then strings of fewer words, then the most frequent. `isWord` is true of names and words.
     */
    async readAs(letters: string, isMisspelt = false): Promise<{ text: string; isWord: boolean }[]> {
      const { readingsFor } = await import('./readings.ts');
      const files: PinyinFiles = {
        syllables: async (beginning) => (pinyin.includes(beginning) ? json(`pinyin/${beginning}.json`) : {}),
        words: async (beginning) =>
          pinyin.includes(beginning) ? json(`pinyin/${beginning}-words.json`) : {},
      };
      const strings = await readingsFor(letters, files, isMisspelt);
      const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
      const counted = strings.map(async ({ text, rarely, isWord }, i) => {
        const counts = await countsOf({ literal: [text], alike: [] });
        // A string that begins or ends with a particle was probably cut out of a sentence.
        const words = [...segmenter.segment(text)].length + Number(EMPTY.test(text));
        return {
          text,
          rank: isWord === undefined ? 10 * rarely + words : i,
          isWord: isWord ?? (words === 1 && rarely === 0 && [...text].length > 1),
          count: [...counts.values()].reduce((sum, { count }) => sum + count, 0),
        };
      });
      const found = (await Promise.all(counted)).filter(({ count }) => count > 0);
      return found.sort((a, b) => a.rank - b.rank || b.count - a.count);
    },

    /** The variants of the edition’s characters, or none if they cannot matter for a query. */
    variantsFor: async (query: string): Promise<string> =>
      [...foldQuery(query)].some(
        (one) => HAN.test(one) && (!usualCharacters.has(one) || ambiguous.includes(one)),
      )
        ? ((await json<Variants>('variants.json'))[edition] ?? '')
        : '',
    facets: () => json<Facets>(`${edition}.facets.json`),
    names: () => json<KnownNames>(`${edition}.names.json`),
    words: (part: string) => json<Words>(`words/${edition}-${part}.json`),
    /** The record with that kind and id in a lot; given `isHan`, that of an edition in Han characters, or in others. */
    async recordIn(
      lot: number,
      kind: RecordKind,
      id: string,
      isHan?: boolean,
    ): Promise<Omit<Hit, 'spans'> | undefined> {
      const isSo = (one: { lang: string }): boolean =>
        isHan === undefined || isWrittenInHan(one.lang) === isHan;
      const records = await recordsIn(lot, [own, ...files.contents.editions].find(isSo));
      const place = records.findIndex((record) => record.kind === kind && record.id === id);
      const record = records[place];
      return record && { lot, place, record };
    },
  };
}

/** The maximum number of matches that are shown at first, and the number of words in a short query. */
const [SHOWN_FIRST, SHORT] = [10, 3];

/** Once this many lots have been read for the signs in a query, no more are. */
const MAX_LOTS_WITH_SIGNS = 6;

/** The maximum number of lots read for a name: many works may have titles that begin with the same words. */
const MAX_LOTS_WITH_NAME = 8;
