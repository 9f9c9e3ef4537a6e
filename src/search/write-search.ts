import { otherNumbers } from '../language/en-plurals.ts';
import { entityKey } from '../model/entity-key.ts';
import { HAN } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex, compressed, compressedTightly } from './build-index.ts';
import { packed } from './entries.ts';
import { endsOf, keysOf, nameKey } from './known-items.ts';
import { matchParts, searchable } from './match.ts';
import {
  isInChapter,
  recordKinds,
  type Contents,
  type EditionRecords,
  type Facets,
  type KnownNames,
  type Often,
  type PackedContents,
  type SearchRecord,
  type StoredRecord,
  type Variants,
} from './record.ts';
import { recordsOf, type SearchRenderer } from './records.ts';
import { isAccount } from './matches.ts';
import { fileName } from './pagefind.ts';
import { isInCapitals, parseQuery } from './parse-query.ts';
import { pageTokens, tokensOf } from './page-tokens.ts';
import { usualCharacters } from './spell.ts';
import { stemOf, tokenAfter } from './tokens.ts';
import { foldQuery, isWord, joinedForms, wordsIn } from './units.ts';
import { pinyinOf } from './pinyin.ts';
import { scriptsOf, variantsOf } from './variants.ts';
import { countStrings, wordsByPart } from './words.ts';

/** Writes a file to the search folder. */
type Write = (name: string, content: string | Uint8Array) => Promise<void>;

/** Writes all search files of a dossier. */
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

/** Writes the search of editions: one index for all of them, and files for what it does not contain. */
export async function writeEditions(editions: EditionRecords[], write: Write): Promise<void> {
  const writeJson = (name: string, content: unknown): Promise<void> => write(name, JSON.stringify(content));
  const lots = divideIntoLots(editions);
  const frequentStrings = frequentIn(lots.flat(2));
  const names = [...new Set(editions.flatMap(({ records }) => records.flatMap(namesOf)))];
  const lotsByEdition = editions.map((own, i) => {
    const records = lots[i]?.flat() ?? [];
    return {
      ...own,
      lots: lots[i] ?? [],
      records,
      keys: records.map((record) => (record.names ? keysOf(record) : [])),
      times: timesIn(records, [...frequentStrings, ...names]),
    };
  });
  // The number of results for an item’s name in an edition: the records that contain it, and the items of that name; 0
  // if only the item itself does.
  const placesOf: PlacesOf = (name, edition, item) => {
    const { records = [], keys, times } = lotsByEdition.find((one) => one.edition === edition) ?? {};
    const { all = [], alike = [] } = times?.get(name) ?? {};
    // A query of several words that are nowhere together would find them apart, and so more than the name.
    if (all.every((count, i) => count === alike[i]) && parseQuery(name).meanings.length > 1) return 0;
    const key = nameKey(name);
    const isElsewhere = records.some((record, i) => all[i] && entityKey(record) !== entityKey(item));
    return isElsewhere ? records.filter((_, i) => all[i] || keys?.[i]?.includes(key)).length : 0;
  };
  const pages = lots.flat().map((records, i) => ({
    records: records.map((record) => storedOf(record, placesOf)),
    tokens: [...pageTokens(records, frequentStrings), ...(i === 0 ? frequentStrings.map(tokenAfter) : [])],
  }));
  const { files, index } = await buildIndex(pages);
  const program = files.get('wasm.unknown.pagefind');
  if (!program) throw new Error('Missing Pagefind’s program, expected it beside the index');
  for (const [path, content] of files) await write(path, content);
  for (const [i, { records }] of pages.entries()) {
    const name = fileName(index, i);
    // As metadata, which Pagefind returns unchanged.
    const fragment = JSON.stringify({ url: '', content: '', anchors: [], meta: { records } });
    await write(`fragment/${name}.pf_fragment`, compressed(fragment));
    if (i % 2 === 0) await writeJson(`pairs/${name}.json`, [records, pages[i + 1]?.records ?? []]);
  }

  const textsOf = ({ records }: EditionRecords): string[] => records.map(({ text }) => text);
  const passages = editions.flatMap(({ records }) =>
    records.flatMap(({ kind, text }) => (kind === 'segment' ? [text] : [])),
  );
  const pinyin = pinyinOf(editions.flatMap(textsOf), passages);
  const variants: Variants = Object.fromEntries(
    lotsByEdition.map((own) => [own.edition, variantsOf(textsOf(own))]),
  );
  await writeJson('variants.json', variants);
  const contents: Contents = {
    index,
    pinyin: [...pinyin.keys()],
    often: frequentStrings,
    alone: aloneIn(lots.flat(2)),
    editions: lotsByEdition.map((own) => ({
      id: own.edition,
      lang: own.lang,
      scripts: scriptsOf(textsOf(own)),
      ambiguous: [...usualCharacters.keys()]
        .filter((one) => variants[own.edition]?.split(' ').some((word) => word.indexOf(one) > 0))
        .join(''),
      ends: endsOf(own.records),
      titles: { ...own.names.chapter, ...sectionTitlesIn(own.records) },
      kinds: own.lots
        .map((lot) => lot.map(({ kind }) => recordKinds.indexOf(kind).toString(36)).join(''))
        .join(' '),
      units: packed(own.records.map(({ text }) => tokensOf(text).length)),
    })),
  };
  const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64');
  await writeJson('contents.json', {
    program: base64(await compressedTightly(program)),
    contents: base64(compressed(JSON.stringify(contents))),
  } satisfies PackedContents);
  for (const own of lotsByEdition) {
    await writeJson(`${own.edition}.facets.json`, {
      names: own.names,
      lots: own.lots.map((lot) =>
        lot.map(({ kind, chapter, caseKinds: caseKind, actors: actor, verdict }) => ({
          kind: [kind],
          verdict: verdict && [verdict],
          chapter: chapter === undefined ? undefined : [chapter],
          caseKind,
          actor,
        })),
      ),
    } satisfies Facets);
    await writeJson(`${own.edition}.names.json`, knownNamesIn(own));
    const headings = own.records.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));
    for (const [part, words] of wordsByPart(textsOf(own), headings, [...names, ...(own.people ?? [])]))
      await writeJson(`words/${own.edition}-${part}.json`, words);
  }
  for (const [beginning, { syllables, words }] of pinyin) {
    await writeJson(`pinyin/${beginning}.json`, syllables);
    await writeJson(`pinyin/${beginning}-words.json`, words);
  }
  for (const one of frequentStrings)
    await writeJson(
      `often/${stemOf(one)}.json`,
      Object.fromEntries(
        lotsByEdition.map(({ edition, times }): [string, Often[string]] => {
          const { all = [], alike = [] } = times.get(one) ?? {};
          return [edition, { counts: packed(all), alike: packed(alike) }];
        }),
      ),
    );
}

type PlacesOf = (name: string, edition: string, item: Named) => number;
type Named = Pick<SearchRecord, 'kind' | 'id'>;

const namesOf = ({ names = {} }: SearchRecord): string[] => Object.values(names).flat();

/** An item with a name that fewer records have is rare as words, too. */
const MIN_KNOWN = 14;

/**
 * The names of an edition’s terms, cases and actors, without other names that have one in them. Of items that few
 * records name only those whose name has one of another item in it.
 */
function knownNamesIn({
  edition,
  records,
  times,
}: Pick<EditionRecords, 'edition' | 'records'> & Times): KnownNames {
  const has = (key: string, others: string[]): boolean =>
    others.some((one) => one !== key && key.includes(one));
  const items = records.map(({ names, kind }) => {
    const own = names?.[edition] ?? [];
    const keys = own.map((name) => spaced(nameKey(name)));
    const known = own.filter((_, i) => i === 0 || !has(keys[i]!, keys));
    const lists = known.map((name) => times.get(name)?.all ?? []);
    const counts = records.map((record, i) =>
      isNamedIn(record) ? lists.reduce((sum, list) => sum + (list[i] ?? 0), 0) : 0,
    );
    return { kind, keys, known, counts, isFrequent: counts.filter(Boolean).length >= MIN_KNOWN };
  });
  const frequent = items.flatMap(({ keys, isFrequent }) => (isFrequent ? keys : []));
  return items.flatMap(({ kind, keys, known, counts, isFrequent }, item): KnownNames =>
    known.length > 0 && (isFrequent || (kind === 'term' && has(keys[0]!, frequent)))
      ? [[item, packedPlaces(counts), ...known]]
      : [],
  );
}
type Times = { times: ReturnType<typeof timesIn> };

/** A name in letters with spaces around it, so that it is not found within words. */
const spaced = (key: string): string => (HAN.test(key) ? key : ` ${key} `);

/** Which records have a name: for each, three times its distance from the last, plus its count up to three. */
function packedPlaces(counts: number[]): string {
  const at = [...counts.keys()].filter((i) => counts[i]);
  return packed(at.map((i, n) => 3 * (i - (at[n - 1] ?? 0)) + Math.min(counts[i]!, 3)));
}

const isNamedIn = ({ kind }: SearchRecord): boolean =>
  ['segment', 'exhibit', 'term', 'case', 'actor'].includes(kind);

/** The headings below those of the chapters, by number. */
const sectionTitlesIn = (records: SearchRecord[]): Record<string, string> =>
  Object.fromEntries(
    records.flatMap(({ kind, id, text }) => (kind === 'heading' && id.includes('.') ? [[id, text]] : [])),
  );

/** A record without what other files have, but with the number of places that contain its names. */
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
  chapter: isInChapter(record) || record.on?.kind === 'segment' ? record.chapter : undefined,
  title: isInChapter(record) ? undefined : title,
});

/** How often each string occurs in each record, and how many of these occurrences are only alike. */
function timesIn(records: SearchRecord[], strings: string[]): Map<string, Record<'all' | 'alike', number[]>> {
  const times = strings.map((string) => {
    const literal = foldQuery(string);
    const alike = joinedForms(literal);
    const forms = alike.map((one) => wordsIn(one).map(({ text }) => [text, ...otherNumbers(text)]));
    const part = { literal: [literal], alike, isWhole: isInCapitals(string) };
    return { string, part, forms, all: [] as number[], alike: [] as number[] };
  });
  for (const { text } of records) {
    const source = searchable(text);
    const folded = foldQuery(text);
    const letters = [folded, ...joinedForms(folded)].join('');
    for (const one of times) {
      // A quick check first, since most names occur in few texts.
      const mayStand = one.forms.some((words) =>
        words.every((forms) => forms.some((word) => letters.includes(word))),
      );
      const spans = (mayStand && matchParts(source, [one.part])) || [];
      one.all.push(spans.length);
      one.alike.push(spans.filter(({ isAlike }) => isAlike).length);
    }
  }
  return new Map(times.map(({ string, ...counts }) => [string, counts]));
}

/** Characters, numbers, words and prefixes of words that occur more than once per six records. */
function frequentIn(records: SearchRecord[]): string[] {
  const units = records.values().flatMap(({ text }) => wordsIn(text).map(({ text: unit }) => unit));
  const strings = units.flatMap((unit) =>
    isWord(unit) ? Array.from(unit, (_, i) => unit.slice(0, i + 1)) : [unit],
  );
  return [...countStrings(strings)]
    .flatMap(([string, count]) =>
      count > records.length / 6 && /[\p{L}\p{N}]/u.test(string) ? [string] : [],
    )
    .sort();
}

/** Words that occur more than once per thirty records, without their plural or singular. */
function aloneIn(records: SearchRecord[]): string[] {
  const times = countStrings(records.values().flatMap(({ text }) => wordsIn(text).map((unit) => unit.text)));
  return [...times].flatMap(([word, count]) =>
    count > records.length / 30 &&
    otherNumbers(word).length > 0 &&
    !otherNumbers(word).some((other) => times.has(other))
      ? [word]
      : [],
  );
}

/** The size of a lot in Han characters. Most answers show several passages of the paper, so its lots are larger. */
const lotSizeFor = (record: SearchRecord): number =>
  isAccount(record) || record.kind === 'note' ? 1060 : 1250;

/** Divides the records of each edition into lots, so that corresponding records are in lots of the same number. */
function divideIntoLots(editions: EditionRecords[]): SearchRecord[][][] {
  // Sizes as shares of a lot.
  const sizes = new Map<string, number>();
  for (const record of editions.flatMap(({ records }) => records)) {
    const size = sizeOf(record.text) / lotSizeFor(record);
    sizes.set(entityKey(record), Math.max(sizes.get(entityKey(record)) ?? 0, size));
  }
  const lotOf = new Map<string, number>();
  let [lot, size] = [0, 0];
  for (const [key, recordSize] of sizes) {
    if (size > 0 && size + recordSize > 1) [lot, size] = [lot + 1, 0];
    lotOf.set(key, lot);
    size += recordSize;
  }
  return editions.map(({ records }) => {
    const byKey = new Map(records.map((record) => [entityKey(record), record]));
    const lots = Array.from({ length: lot + 1 }, (): SearchRecord[] => []);
    for (const [key, i] of lotOf) lots[i]?.push(...[byKey.get(key) ?? []].flat());
    return lots;
  });
}

/** The size of a text, in which an ASCII character counts for about a third of a Han character. */
const sizeOf = (text: string): number => text.length - (text.match(/[\x00-\x7F]/g)?.length ?? 0) * 0.65;
