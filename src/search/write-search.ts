import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex } from './build-index.ts';
import { kindCode, packed } from './entries.ts';
import { pageTokens } from './page-tokens.ts';
import type { Contents, EditionRecords, Facets, Often, SearchRecord } from './record.ts';
import { recordsOf, type SearchRenderer } from './records.ts';
import { isAccount } from './source.ts';
import { beginningsIn, stemOf, tokensOf } from './tokens.ts';
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
  const laid = layLots(editions);
  const { files, meta } = await buildIndex(
    laid.flat().map((records) => ({
      // By what they can be narrowed lies apart.
      records: records.map(({ chapter: _, caseKinds: _kinds, actors: _actors, ...record }) => record),
      tokens: pageTokens(records),
    })),
  );
  for (const { path, content } of files) await write(path, content);

  const textsOf = ({ records }: EditionRecords): string[] => records.map(({ text }) => text);
  const pinyin = pinyinOf(editions.flatMap(textsOf));
  const frequent = frequentIn(
    editions.map(({ edition }, i) => ({ edition, records: laid[i]?.flat() ?? [] })),
  );
  await writeJson('contents.json', {
    meta: Buffer.from(meta).toString('base64'),
    pinyin: [...pinyin.keys()],
    often: [...frequent.keys()],
    editions: editions.map((own, i) => ({
      id: own.edition,
      lang: own.lang,
      scripts: scriptsOf(textsOf(own)),
      kinds: (laid[i] ?? []).map((lot) => lot.map(kindCode).join('')).join(' '),
      units: packed((laid[i] ?? []).flat().map(({ text }) => tokensOf(text).length)),
    })),
  } satisfies Contents);
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
    await writeJson(`${own.edition}.forms.json`, variantsOf(textsOf(own)));
  }
  for (const [beginning, content] of pinyin) await writeJson(`pinyin/${beginning}.json`, content);
  for (const [unit, counts] of frequent) await writeJson(`often/${stemOf(unit)}.json`, counts);
}

/** What stands more often than there are records, with how often it stands in each. */
function frequentIn(editions: Pick<EditionRecords, 'edition' | 'records'>[]): Map<string, Often> {
  const all = editions.flatMap(({ records }) => records);
  const times = new Map<string, number>();
  for (const { text } of all) for (const one of beginningsIn(text)) times.set(one, (times.get(one) ?? 0) + 1);
  const frequent = new Map<string, Often>();
  for (const [one, count] of times)
    if (count > all.length)
      frequent.set(
        one,
        Object.fromEntries(editions.map(({ edition, records }) => [edition, records.map(() => 0)])),
      );
  for (const { edition, records } of editions)
    for (const [i, { text }] of records.entries())
      for (const one of beginningsIn(text)) {
        const counts = frequent.get(one)?.[edition];
        if (counts) counts[i] = (counts[i] ?? 0) + 1;
      }
  return frequent;
}

/** Han characters of a lot, which a result loads: more of the paper’s text, of which most answers show several passages. */
const lotSizeFor = (record: SearchRecord): number =>
  isAccount(record) || record.kind === 'note' ? 1300 : 2200;

/** The records of each edition in lots, so that what corresponds lies in the lots of the same number. */
function layLots(editions: EditionRecords[]): SearchRecord[][][] {
  const keyOf = ({ kind, id }: SearchRecord): string => `${kind} ${id}`;
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
