import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex, type IndexPage } from './build-index.ts';
import { kindCode } from './entries.ts';
import { layLots } from './lay-lots.ts';
import { pageTokens } from './page-tokens.ts';
import { pairsByInitial } from './pairs.ts';
import type { Contents, EditionRecords, Facets, SearchRecord } from './record.ts';
import { recordsOf, type SearchRenderer } from './records.ts';
import { scriptsOf } from './scripts.ts';
import { tokensOf } from './tokens.ts';
import { readingsOf, variantsOf } from './variants.ts';

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
  const laid = layLots(editions);
  const { files, meta, names } = await buildIndex(laid.flat().map(pageOf));
  for (const { path, content } of files) await write(path, content);

  const pages = names.values();
  const contents: Contents = {
    meta: Buffer.from(meta).toString('base64'),
    editions: editions.map(({ edition, lang, records }, i) => ({
      id: edition,
      lang,
      scripts: scriptsOf(records.map(({ text }) => text)),
      lots: (laid[i] ?? []).map((lot) => ({
        page: pages.next().value ?? '',
        kinds: lot.map(kindCode).join(''),
        units: lot.map(({ text }) => tokensOf(text).length),
      })),
    })),
  };
  await write('contents.json', JSON.stringify(contents));
  for (const [i, { edition, names: facetNames, records }] of editions.entries()) {
    const facets: Facets = {
      names: facetNames,
      lots: (laid[i] ?? []).map((lot) =>
        lot.map(({ kind, chapter, caseKinds, actors, verdict }) => ({
          kind,
          chapter,
          caseKinds,
          actors,
          verdict,
        })),
      ),
    };
    await write(`${edition}.facets.json`, JSON.stringify(facets));
    await write(`${edition}.forms.json`, JSON.stringify(variantsOf(records.map(({ text }) => text))));
  }
  const texts = editions.flatMap(({ records }) => records.map(({ text }) => text));
  const readings = readingsOf(texts);
  await write('readings.json', JSON.stringify(readings));
  for (const [initial, pairs] of pairsByInitial(texts, readings))
    await write(`pairs/${initial}.json`, JSON.stringify(pairs));
}

/** The records of a lot, with what they are found by. */
const pageOf = (records: SearchRecord[]): IndexPage => ({
  // By what they can be narrowed lies apart.
  records: records.map(({ chapter: _chapter, caseKinds: _kinds, actors: _actors, ...record }) => record),
  tokens: pageTokens(records),
});
