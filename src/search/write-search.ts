import { gzipSync } from 'node:zlib';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex } from './build-index.ts';
import { packed } from './entries.ts';
import { endsOf } from './known-items.ts';
import { matchParts, searchable } from './match.ts';
import {
  isInChapter,
  recordKinds,
  type Contents,
  type EditionRecords,
  type Facets,
  type Often,
  type Packed,
  type SearchRecord,
  type StoredRecord,
  type Words,
} from './record.ts';
import { parseQuery } from './parse-query.ts';
import { PAGEFIND_SIGNATURE } from './pagefind.ts';
import { recordsOf, type SearchRenderer } from './records.ts';
import { isAccount, oftenName } from './source.ts';
import { pageTokens, tokensOf } from './tokens.ts';
import { isCharacter, isWord, wordsIn } from './units.ts';
import { pinyinOf, scriptsOf, variantsOf } from './variants.ts';

/** Writes a file by its name in the search's folder. */
type Write = (name: string, content: string | Uint8Array) => Promise<void>;

/** Writes what the search of a dossier consists of. */
export const writeSearch = (
  dossier: Dossier,
  editions: Edition[],
  renderer: SearchRenderer,
  write: Write,
): Promise<void> =>
  writeEditions(
    editions.map((edition) => recordsOf(dossier, edition, renderer)),
    write,
  );

/** Writes the search of editions: one index for all of them, and what it does not tell. */
export async function writeEditions(editions: EditionRecords[], write: Write): Promise<void> {
  const writeJson = (name: string, content: unknown): Promise<void> => write(name, JSON.stringify(content));
  const placesOf = countPlaces(editions);
  const laid = layLots(editions);
  const often = frequentIn(laid.flat(2));
  const { files, program, meta } = await buildIndex(
    laid.flat().map((records) => ({
      records: records.map((record) => storedOf(record, placesOf)),
      tokens: pageTokens(records, often),
    })),
  );
  for (const { path, content } of files) await write(path, content);

  const textsOf = ({ records }: EditionRecords): string[] => records.map(({ text }) => text);
  const pinyin = pinyinOf(editions.flatMap(textsOf));
  const contents: Contents = {
    pinyin: [...pinyin.keys()],
    often,
    editions: editions.map((own, i) => ({
      id: own.edition,
      lang: own.lang,
      scripts: scriptsOf(textsOf(own)),
      variants: variantsOf(textsOf(own)),
      ends: endsOf(own.records),
      chapters: own.names.chapter,
      kinds: (laid[i] ?? [])
        .map((lot) => lot.map(({ kind }) => recordKinds.indexOf(kind)).join(''))
        .join(' '),
      units: packed((laid[i] ?? []).flat().map(({ text }) => tokensOf(text).length)),
    })),
  };
  const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64');
  await writeJson('contents.json', {
    program: base64(program),
    meta: base64(meta),
    told: base64(gzipSync(PAGEFIND_SIGNATURE + JSON.stringify(contents), { level: 9 })),
  } satisfies Packed);
  for (const [i, own] of editions.entries()) {
    await writeJson(`${own.edition}.facets.json`, {
      names: own.names,
      lots: (laid[i] ?? []).map((lot) =>
        lot.map(({ kind, chapter, caseKinds: caseKind, actors: actor, verdict }) => ({
          kind: [kind],
          verdict: verdict && [verdict],
          chapter: chapter === undefined ? undefined : [chapter],
          caseKind,
          actor,
        })),
      ),
    } satisfies Facets);

    await writeJson(`${own.edition}.words.json`, wordsOf(textsOf(own)) satisfies Words);
  }
  for (const [beginning, content] of pinyin) await writeJson(`pinyin/${beginning}.json`, content);
  const told = editions.map(({ edition }, i) => ({ edition, times: timesOf(often, (laid[i] ?? []).flat()) }));
  for (const [i, one] of often.entries())
    await writeJson(
      `often/${oftenName(one)}.json`,
      Object.fromEntries(told.map(({ edition, times }) => [edition, times[i]])),
    );
}

/** In how many places of its edition a name of an item stands; none where just the item itself has it. */
function countPlaces(editions: EditionRecords[]): PlacesOf {
  const items = editions.flatMap(({ records }) => records);
  const having = new Map<string, Map<string, string[]>>();
  for (const { edition, records } of editions) {
    const names = new Set(items.flatMap((item) => item.names?.[edition] ?? []));
    const asked = Array.from(names, (name) => ({ name, parts: parseQuery(name).meanings[0] ?? [] }));
    const found = new Map(asked.map(({ name }): [string, string[]] => [name, []]));
    // A text at a time: all of them, cut into units, are many times as long.
    for (const record of records) {
      const text = searchable(record.text);
      for (const { name, parts } of asked) if (matchParts(text, parts)) found.get(name)?.push(keyOf(record));
    }
    having.set(edition, found);
  }
  return (name, edition, item) => {
    const keys = having.get(edition)?.get(name) ?? [];
    return keys.every((key) => key === keyOf(item)) ? 0 : keys.length;
  };
}
type PlacesOf = (name: string, edition: string, item: Named) => number;
type Named = Pick<SearchRecord, 'kind' | 'id'>;

const keyOf = ({ kind, id }: Named): string => `${kind} ${id}`;

/** A record without what is told elsewhere, its chapter's title and by what else than that it can be narrowed, but with how often its names stand. */
const storedOf = (
  { caseKinds: _, actors: _actors, title, ...record }: SearchRecord,
  placesOf: PlacesOf,
): StoredRecord => ({
  ...record,
  places:
    record.names &&
    Object.fromEntries(
      Object.entries(record.names).map(([edition, names]) => [
        edition,
        names.map((name) => placesOf(name, edition, record)),
      ]),
    ),
  chapter: isInChapter(record) ? record.chapter : undefined,
  title: isInChapter(record) ? undefined : title,
});

/** How often strings stand in each record, one after the other. */
function timesOf(strings: string[], records: SearchRecord[]): Often[string][] {
  const times = strings.map((one) => ({ part: { literal: [one], alike: [one] }, counts: '', alike: '' }));
  for (const { text } of records) {
    const source = searchable(text);
    for (const one of times) {
      const spans = matchParts(source, [one.part]) ?? [];
      one.counts += packed([spans.length]);
      one.alike += packed([spans.filter(({ isAlike }) => isAlike).length]);
    }
  }
  return times.map(({ counts, alike }) => ({ counts, alike }));
}

/** How often each of some strings is there, of those that are so at least so often. */
function counted(strings: Iterable<string>, least = 1): [string, number][] {
  const times = new Map<string, number>();
  for (const one of strings) times.set(one, (times.get(one) ?? 0) + 1);
  // Of a long text there are millions.
  const enough: [string, number][] = [];
  for (const one of times) if (one[1] >= least) enough.push(one);
  return enough.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** How often each word in letters stands in texts. */
function wordsOf(texts: string[]): Words {
  function* words(): Generator<string> {
    for (const text of texts)
      for (const { text: word } of text.split('\n').flatMap((line) => wordsIn(line)))
        if (/^[a-z]+$/.test(word)) yield word;
  }
  return Object.fromEntries(counted(words()));
}

/** How many characters a string has at most that is counted whole, where they are frequent together. */
const LONGEST_FREQUENT = 4;

/** Strings that stand more than once for every six records. */
const frequentIn = (records: SearchRecord[]): string[] =>
  counted(stringsIn(records), Math.floor(records.length / 6) + 1).flatMap(([string]) =>
    /[\p{L}\p{N}]/u.test(string) ? [string] : [],
  );

/** Characters, runs of them, numbers, and what words begin with. */
function* stringsIn(records: SearchRecord[]): Generator<string> {
  for (const units of records
    .flatMap(({ text }) => text.split('\n'))
    .values()
    .map(wordsIn))
    for (const [i, { text }] of units.entries()) {
      if (!isCharacter(text))
        for (let end = isWord(text) ? 1 : text.length; end <= text.length; end++) yield text.slice(0, end);
      let run = '';
      for (const next of units.slice(i, i + LONGEST_FREQUENT)) {
        if (!isCharacter(next.text)) break;
        yield (run += next.text);
        if (next.gap !== 'plain') break;
      }
    }
}

/** Han characters of a lot, which a result loads: more of the paper’s text, of which most answers show several passages. */
const lotSizeFor = (record: SearchRecord): number =>
  isAccount(record) || record.kind === 'note' ? 1125 : 1550;

/** The records of each edition in lots, so that what corresponds lies in the lots of the same number. */
function layLots(editions: EditionRecords[]): SearchRecord[][][] {
  // Shares of a lot.
  const sizes = new Map<string, number>();
  for (const record of editions.flatMap(({ records }) => records)) {
    const size = sizeOf(record.text) / lotSizeFor(record);
    sizes.set(keyOf(record), Math.max(sizes.get(keyOf(record)) ?? 0, size));
  }
  const lotOf = new Map<string, number>();
  let [lot, size] = [0, 0];
  for (const [key, own] of sizes) {
    if (size > 0 && size + own > 1) [lot, size] = [lot + 1, 0];
    lotOf.set(key, lot);
    size += own;
  }
  return editions.map(({ records }) => {
    const lots = Map.groupBy(records, (record) => lotOf.get(keyOf(record)));
    return Array.from({ length: lot + 1 }, (_, i) => lots.get(i) ?? []);
  });
}

/** Characters of a text, letters counted as what they weigh beside Han characters. */
const sizeOf = (text: string): number => text.length - (text.match(/[\x00-\x7F]/g)?.length ?? 0) * 0.65;
