import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, test } from 'vitest';
import { excerpt } from '../../src/search/excerpt.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { emptyWords } from '../../src/language/questions.ts';
import { isInCapitals } from '../../src/search/parse-query.ts';
import { search } from '../../src/search/search.ts';
import { compareMatches } from '../../src/search/matches.ts';
import { ADDRESS, isLikeAddress } from '../../src/search/units.ts';
import { isWhole } from './whole.ts';
import { builtSearch } from './built-search.ts';
import {
  comparable,
  comparableWords,
  compared,
  inOtherNumbers,
  randomFrom,
  shownPlaces,
  spelt,
  stands,
  standingInOtherNumber,
  timesIn,
  type Compared,
  type ShownPlace,
} from './search-truth.ts';

/** Printed when a test fails, so that the same queries can be repeated. */
const SEED = Number(process.env['SEED'] ?? 11);

interface Result {
  kind: SearchRecord['kind'];
  id: string;
  excerpt: { text: string; hit: boolean }[];
}

/** Searches an edition and returns the exact matches. */
function searchIn(folder: string, edition: string): (query: string) => Promise<Result[]> {
  return async (query) => {
    const { exact } = await search(await builtSearch(folder, edition), query);
    // Matches by name come first, whether or not they contain the string, and have tests of their own.
    const found = exact.filter(({ count }) => count > 0).sort(compareMatches);
    const hits = await Promise.all(found.map((match) => match.read()));
    return hits.map(({ record, spans }) => ({
      kind: record.kind,
      id: record.id,
      excerpt: excerpt(record.text, spans),
    }));
  };
}

/**
 * Tests that search in a built dossier in Chinese and English finds a string exactly where the pages show it. The
 * pages’ content is read from the pages, not from the index; random queries are drawn from it, `part` of the full
 * number.
 */
export function testSearchExactly(folder: string, part: number): void {
  describe.each(['zh', 'en'])('in %s', (edition) => {
    const random = randomFrom(SEED);
    const share = isWhole ? 1 : part;
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const picks = <T>(list: readonly T[], n: number): T[] => Array.from({ length: n }, () => pick(list));
    let ask: (query: string) => Promise<Result[]>;
    /** With all lines normalised for comparison. */
    let places: (ShownPlace & Compared)[];
    /** Without web addresses, whose words are not found as words of the text. */
    let wordPlaces: (ShownPlace & Compared)[];
    let lines: string[];

    beforeAll(() => {
      ask = searchIn(folder, edition);
      const prepared = (divide: (line: string) => string[]): typeof places =>
        shownPlaces(folder, edition).map(({ name, lines: whole }) => {
          const some = whole.flatMap(divide);
          return {
            name,
            lines: some,
            strict: some.map(comparable).join('\n'),
            loose: some.map((line) => comparableWords(line)).join('\n'),
            divided: some.map((line) => comparableWords(line, true)).join('\n'),
            joined: some.map((line) => comparableWords(line, false, true)).join('\n'),
          };
        });
      places = prepared((line) => [line]);
      wordPlaces = prepared((line) => line.split(ADDRESS));
      lines = wordPlaces.flatMap(({ lines: some }) => some);
    });

    const count = (list: number): number => Math.ceil(list * share);
    const times = (place: (typeof places)[number], wanted: string): number =>
      timesIn(place.strict, comparable(wanted));
    const placesFor = (wanted: string): typeof places =>
      isLikeAddress(comparable(wanted)) ? places : wordPlaces;
    const known = new Map<string, string[]>();
    /** The places that contain a string, regardless of punctuation. */
    const having = (wanted: string): string[] => {
      const asked = spelt(wanted).map(compared);
      const standsInOther = standingInOtherNumber(wanted);
      const found =
        known.get(wanted) ??
        placesFor(wanted)
          .filter((place) => asked.some((one) => stands(place, one)) || standsInOther(place))
          .map(({ name }) => name);
      known.set(wanted, found);
      return found;
    };
    /** The places that contain exactly that string. */
    const havingJust = (wanted: string): string[] =>
      placesFor(wanted)
        .filter((place) => times(place, wanted) > 0)
        .map(({ name }) => name);
    /** The words that are sought apart from each other: without those that say nothing. */
    const telling = (words: string[]): string[] => {
      const some = words.filter((word) => !emptyWords.has(word.toLowerCase()));
      return some.length > 1 ? some : words;
    };
    const runs = (): string[] => lines.flatMap((line) => line.match(/\p{Script=Han}+/gu) ?? []);

    /** A stretch of a line that does not begin inside a word or cut a number. */
    function stretch(shortest: number, longest: number, from = lines, wanted = /[\p{L}\p{N}]/u): string {
      for (;;) {
        const characters = [...pick(from)];
        const start = Math.floor(random() * characters.length);
        const some = characters.slice(
          start,
          start + shortest + Math.floor(random() * (longest - shortest + 1)),
        );
        const [before = '', text, after = ''] = [
          characters[start - 1],
          some.join('').trim(),
          characters[start + some.length],
        ];
        const cuts =
          (/^[\p{L}\p{M}]/u.test(text) &&
            !/^\p{Script=Han}/u.test(text) &&
            /[\p{L}\p{M}]/u.test(before) &&
            !/\p{Script=Han}/u.test(before)) ||
          (/^[\p{Nd}\p{P}\p{S}]/u.test(text) && /\p{Nd}/u.test(before)) ||
          (/\p{Nd}[\p{P}\p{S}]?$/u.test(text) && /\p{Nd}/u.test(after));
        if (!cuts && text.length >= Math.min(2, shortest) && wanted.test(text) && !/["\s]-|^-|"/.test(text))
          return text;
      }
    }

    /**
     * Tests that each query finds exactly the expected places, and ranks the passage of the paper with most
     * occurrences first.
     */
    async function expectExactly(
      queries: { query: string; expected: string[]; phrase?: string }[],
    ): Promise<void> {
      expect(queries.length).toBeGreaterThan(0);
      // Names of entries in capitals and possessives are sought as whole words, which has tests of its own.
      const asked = queries.filter(({ query }) => !isInCapitals(query) && !/['’]s$/.test(query));
      // Among passages with the same words, those that also have the sign at an end of the query are not first.
      const ranked = new Set(asked.filter(({ query }) => !/^[\p{P}\p{S}]|[\p{P}\p{S}]$/u.test(query)));
      const wrong: string[] = [];
      let reciprocal = 0;
      for (const one of asked) {
        const { query, expected, phrase } = one;
        const answer = await ask(query);
        const found = namesOf(answer);
        const missing = expected.filter((name) => !found.includes(name));
        const added = found.filter((name) => !expected.includes(name));
        if (missing.length + added.length > 0)
          wrong.push(`${query}: missing ${missing.join(', ')}; added ${added.join(', ')}`);
        if (phrase === undefined) continue;
        const having = placesFor(phrase)
          .filter(({ name }) => expected.includes(name))
          .map((place): [string, number] => [place.name, times(place, phrase)]);
        // The paper ranks above what is said about it.
        const leading = having.filter(([name, n]) => n > 0 && /^(?:segment|heading|note) /.test(name));
        const counts = new Map(leading.length > 0 ? leading : having);
        const most = Math.max(0, ...counts.values());
        if (ranked.has(one))
          reciprocal +=
            expected.length === 0 ? 1 : 1 / (1 + found.findIndex((name) => counts.get(name) === most));
        for (const { excerpt: pieces } of answer) {
          const marked = pieces.filter(({ hit }) => hit).map(({ text }) => text);
          const isMarked = (as: (text: string) => string): boolean =>
            [...spelt(phrase), ...inOtherNumbers(phrase)].some((one) =>
              marked.some((text) => as(text).includes(as(one)) && as(text).length <= as(one).length + 6),
            );
          const isAlike =
            isMarked(comparableWords) ||
            isMarked((text) => comparableWords(text, false, true)) ||
            // An opening quotation mark may look like an apostrophe.
            isMarked((text) => comparableWords(text).replaceAll(' ', ''));
          if (!isMarked(comparable) && !isAlike)
            wrong.push(`${query}: marked ${marked.join('|')} in ${pieces.map(({ text }) => text).join('')}`);
        }
      }
      expect(wrong, `seed ${SEED}`).toEqual([]);
      if (ranked.size > 0 && queries.every(({ phrase }) => phrase !== undefined))
        expect(reciprocal / ranked.size).toBeGreaterThan(0.98);
    }
    const asPhrases = (list: string[]) =>
      [...new Set(list)].map((query) => ({ query, expected: having(query), phrase: query }));

    test('terms, random stretches and single characters find exactly where they stand', async () => {
      const segmenter = new Intl.Segmenter(edition, { granularity: 'word' });
      const words = [
        ...new Set(
          lines.flatMap((line) =>
            [...segmenter.segment(line)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
          ),
        ),
      ];
      const characters = edition === 'zh' ? [...new Set(runs().join(''))] : [];
      await expectExactly(
        asPhrases([
          ...picks(words, count(350)).filter((word) => having(word).length > 0),
          ...(isWhole || characters.length === 0 ? characters : picks(characters, count(800))),
        ]),
      );
      await expectExactly(
        asPhrases(Array.from({ length: count(300) }, () => stretch(2, edition === 'zh' ? 8 : 30))),
      );
    });

    test('mixed scripts, numbers and signs find exactly where they stand', async () => {
      const mixed = lines.filter((line) => /\d|[a-z].*\p{Script=Han}|%|℃/iu.test(line));
      const around = mixed
        .flatMap((line) => line.match(/[^\s"]{0,3}(?:\d[\d.%℃]*|[%℃]) ?[^\s"]{0,4}/gu) ?? [])
        .filter((one) => !one.startsWith('-'));
      const numbers = mixed.flatMap((line) => line.match(/\d+/g) ?? []);
      // Where it does not stand literally, what is divided by a space is also sought as separate words.
      const spaced = picks(around, count(60))
        .map((one) => one.replace(/(\d)(\p{Script=Han})/gu, '$1 $2'))
        .filter((one) => havingJust(one).length > 0);
      await expectExactly(
        [
          ...picks(around, count(120)),
          ...picks(numbers, count(60)),
          ...spaced,
          ...Array.from({ length: count(60) }, () => stretch(4, 12, mixed)),
        ]
          .filter((query) => having(query).length > 0)
          .map((query) => ({ query, expected: having(query), phrase: query })),
      );
    });

    test('what does not stand there is not found', async () => {
      const absent = Array.from({ length: count(400) }, () => {
        const text = [...stretch(4, 8)];
        const at = Math.floor(random() * (text.length - 1));
        [text[at], text[at + 1]] = [text[at + 1]!, text[at]!];
        return text.join('').trim();
      }).filter(
        (query) =>
          !/["-]/.test(query) &&
          wordPlaces.every(({ loose }) =>
            spelt(query).every((one) =>
              comparableWords(one)
                .split(' ')
                .some((word) => !loose.includes(word)),
            ),
          ),
      );
      const asked = [...new Set(absent)].filter((query) => !/^[a-z' ]+$/i.test(query)).slice(0, count(150));
      expect(asked.length).toBeGreaterThan(edition === 'zh' ? 100 * share : 0);
      await expectExactly(asked.map((query) => ({ query, expected: [] })));
    });

    test('several terms must all occur; a quoted one as it is written, an excluded one not', async () => {
      const terms = places
        .filter(({ name }) => name.startsWith('term '))
        .map(({ lines: [name = ''] }) => name);
      // Few combinations occur together anywhere, so they are tried until there are enough.
      const apart = Array.from({ length: Math.max(150, count(400)) }, () =>
        picks(terms, random() < 0.7 ? 2 : 3),
      );
      const both = apart
        .values()
        .map((some) => [...new Set(some.join(' ').split(' '))])
        .filter((words) => words.length > 1 && (edition === 'zh' || having(words.join(' ')).length === 0))
        .map((words) => ({
          query: words.join(' '),
          expected: places
            .map(({ name }) => name)
            .filter((name) => telling(words).every((word) => having(word).includes(name))),
        }))
        .filter(({ expected }) => expected.length > 0)
        .take(Math.max(5, count(400)))
        .toArray();
      expect(both.length).toBeGreaterThan(20 * share);
      await expectExactly(both);
      const termWords = [...new Set(terms.flatMap((term) => term.split(' ')))];
      const without = Array.from({ length: 60 }, () => picks(termWords, 2) as [string, string])
        .values()
        .filter(([a, b]) => !b.includes(' ') && a !== b && !a.includes(' '))
        .map(([a, b]) => ({
          query: `${a} -${b}`,
          expected: having(a).filter((name) => !having(b).includes(name)),
        }))
        .filter(({ expected }) => expected.length > 0)
        .take(count(60))
        .toArray();
      await expectExactly(without);
      const quoted = Array.from({ length: count(60) }, () => stretch(4, 12)).map((text) => ({
        query: `"${text}"`,
        expected: havingJust(text),
        phrase: text,
      }));
      await expectExactly(quoted);
    });

    test('a string is found across punctuation that was not typed, whether it also stands without or not', async () => {
      const across = lines
        .flatMap(
          (line) =>
            line.match(
              edition === 'zh'
                ? /\p{Script=Han}{2,4}[“”《》、，·—（）]+\p{Script=Han}{2,4}/gu
                : /\b\p{L}+[,;:] \p{L}+/gu,
            ) ?? [],
        )
        .map((one) => comparableWords(one));
      await expectExactly(
        picks(across, count(80)).map((query) => ({
          query,
          // If words occur nowhere as typed, all places that contain every word are found.
          expected: (() => {
            const parts = telling(query.split(' '));
            return parts.length > 1 && havingJust(query).length === 0
              ? places
                  .map(({ name }) => name)
                  .filter((name) => parts.every((part) => having(part).includes(name)))
              : having(query);
          })(),
        })),
      );
    });

    test('other widths and cases are the same string', async () => {
      const wider = lines.filter((line) => /[a-z0-9]/i.test(line));
      // A full-width comma is one with a space after it, so a stretch that begins with one has no single best place.
      const texts = Array.from({ length: count(60) }, () =>
        stretch(3, 10, wider, /^(?=[\p{L}\p{N}]).*[a-z0-9]/iu),
      );
      const wide = (text: string): string =>
        text.replace(/[!#-,.-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      await expectExactly(
        texts.flatMap((text) =>
          [wide(text), text.toUpperCase()].map((query) => ({ query, expected: having(text), phrase: text })),
        ),
      );
    });

    if (edition === 'zh') {
      test('Traditional characters and compatibility forms find the Simplified text', async () => {
        const [toTaiwan, toHongKong] = [
          OpenCC.Converter({ from: 'cn', to: 'tw' }),
          OpenCC.Converter({ from: 'cn', to: 'hk' }),
        ];
        const texts = Array.from({ length: count(300) }, () =>
          stretch(
            2,
            8,
            runs().filter(({ length }) => length > 3),
          ),
        );
        const queries = texts.flatMap((text) =>
          [toTaiwan(text), toHongKong(text)]
            .filter((query) => query !== text)
            .map((query) => ({ query, expected: having(text) })),
        );
        expect(queries.length).toBeGreaterThan(150 * share);
        await expectExactly(queries);
      });

      test('pinyin finds what it spells', async () => {
        const terms = places
          .filter(({ name }) => name.startsWith('term '))
          .map(({ lines: [name = ''] }) => name)
          .filter((name) => /^\p{Script=Han}{3,}$/u.test(name));
        const queries = terms.map((term) =>
          pinyin(term, { toneType: 'none', type: 'array', v: true }).join(''),
        );
        const answers = await Promise.all(queries.map((query) => ask(query)));
        const right = terms.filter(
          (term, i) => namesOf(answers[i]!).sort().join() === having(term).sort().join(),
        );
        expect(terms.length).toBeGreaterThan(2);
        expect(right.length / terms.length).toBeGreaterThan(0.97);
      });
    }
  });
}

/** Exhibits are drawings; searching their text has tests of its own. */
const namesOf = (answer: Result[]): string[] =>
  answer.filter(({ kind }) => kind !== 'exhibit').map(({ kind, id }) => `${kind} ${id}`);
