import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { formsOf } from './forms.ts';
import { searchShard, type SearchPrint } from './records.ts';

/** The files that the search of a dossier consists of, by their names in its folder. */
export function searchFiles(dossier: Dossier, editions: Edition[], print: SearchPrint): Map<string, string> {
  const files = new Map<string, string>();
  files.set('editions.json', JSON.stringify(editions.map(({ id, lang }) => ({ id, lang }))));
  for (const edition of editions) {
    const shard = searchShard(dossier, edition, print);
    files.set(`${edition.id}.json`, JSON.stringify(shard));
    files.set(`${edition.id}.forms.json`, JSON.stringify(formsOf(shard.records.map(({ text }) => text))));
  }
  return files;
}
