import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex } from './build-index.ts';
import { kindCode } from './entries.ts';
import { pageTokens } from './page-tokens.ts';
import type { Contents, EditionRecords, Facets, SearchRecord } from './record.ts';
import { recordsOf, type SearchRenderer } from './records.ts';
import { tokensOf } from './tokens.ts';
import { pairsByInitial, readingsOf, scriptsOf, variantsOf } from './variants.ts';

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
  await writeJson('contents.json', {
    meta: Buffer.from(meta).toString('base64'),
    editions: editions.map((own, i) => ({
      id: own.edition,
      lang: own.lang,
      scripts: scriptsOf(textsOf(own)),
      lots: (laid[i] ?? []).map((lot) => ({
        kinds: lot.map(kindCode).join(''),
        units: lot.map(({ text }) => tokensOf(text).length),
      })),
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
  const texts = editions.flatMap(textsOf);
  const readings = readingsOf(texts);
  await writeJson('readings.json', readings);
  for (const [initial, pairs] of pairsByInitial(texts, readings))
    await writeJson(`pairs/${initial}.json`, pairs);
}

/** Han characters of a lot: a result loads the lot that it is in. */
const LOT_SIZE = 1800;

/** The records of each edition in lots, so that what corresponds lies in the lots of the same number. */
function layLots(editions: EditionRecords[]): SearchRecord[][][] {
  const keyOf = ({ kind, id }: SearchRecord): string => `${kind} ${id}`;
  const sizes = new Map<string, number>();
  for (const record of editions.flatMap(({ records }) => records))
    sizes.set(keyOf(record), Math.max(sizes.get(keyOf(record)) ?? 0, sizeOf(record.text)));
  const lotOf = new Map<string, number>();
  let [lot, size] = [0, 0];
  for (const [key, own] of sizes) {
    if (size > 0 && size + own > LOT_SIZE) [lot, size] = [lot + 1, 0];
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
