import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { buildIndex, vocabularyOf } from './build-index.ts';
import { variantsOf } from './variants.ts';
import type { Shard } from './record.ts';
import { searchShard, type SearchRenderer } from './records.ts';
import { scriptsOf } from './scripts.ts';

/**
 * Up to so many characters an edition's text is one file, which the first query loads: about 180 KB, compressed. More
 * go into an index.
 */
export const MAX_FILE_CHARACTERS = 150_000;

/** Writes what the search of a dossier consists of, each file by its name in the search's folder. */
export async function writeSearch(
  dossier: Dossier,
  editions: Edition[],
  renderer: SearchRenderer,
  target: { folder: string; write: (name: string, text: string) => Promise<void> },
): Promise<void> {
  await target.write('editions.json', JSON.stringify(editions.map(({ id, lang }) => ({ id, lang }))));
  for (const edition of editions) await writeShard(searchShard(dossier, edition, renderer), target);
}

/** One edition's part of it: its records in a file, or in an index where they are more than `most` characters. */
export async function writeShard(
  shard: Shard,
  { folder, write }: { folder: string; write: (name: string, text: string) => Promise<void> },
  most = MAX_FILE_CHARACTERS,
): Promise<void> {
  const { edition, records, lang } = shard;
  const characters = records.reduce((sum, { text }) => sum + sizeOf(text), 0);
  const texts = records.map(({ text }) => text);
  const whole: Shard = { ...shard, scripts: scriptsOf(texts) };
  await write(`${edition}.forms.json`, JSON.stringify(variantsOf(texts)));
  if (characters <= most) return write(`${edition}.json`, JSON.stringify(whole));
  await buildIndex(records, `${folder}/${edition}`);
  await write(`${edition}.words.json`, JSON.stringify(vocabularyOf(records, lang)));
  await write(`${edition}.json`, JSON.stringify({ ...whole, records: [], indexed: records.length }));
}

/** Characters of a text, letters counted as what they weigh beside Han characters. */
const sizeOf = (text: string): number => text.length - (text.match(/[\x00-\x7F]/g)?.length ?? 0) * 0.65;
