import type { LibraryRecord } from '../../cite/read-library.ts';
import type { Work } from '../../model/work.ts';
import { recordFinder, withLanguage } from '../citations/library.ts';
import { withKeys } from '../citations/work-keys.ts';

/** The result of adding records to the works. */
interface AddedWorks {
  /** `works.json` with the new works at its end, otherwise unchanged. */
  text: string;
  added: Work[];
  /** Records that exist as works already, with the ids of those works. */
  known: { title: string; id: string }[];
}

/** Appends the records of a library to the text of `works.json`, each with a unique id. Existing ids do not change. */
export function addWorks(
  text: string,
  works: readonly Work[],
  records: readonly LibraryRecord[],
): AddedWorks {
  const allWorks = [...works];
  const result: AddedWorks = { text, added: [], known: [] };
  for (const record of records.map(withLanguage)) {
    const same = recordFinder(allWorks)(record);
    if (same) {
      result.known.push({ title: record.title, id: same.id });
      continue;
    }
    const [keyed] = withKeys([record]);
    const work = { ...keyed!, id: freeId(keyed!.id, allWorks) };
    allWorks.push(work);
    result.added.push(work);
    result.text = appended(result.text, work);
  }
  return result;
}

/** The text of a JSON array with one more item. */
function appended(text: string, item: unknown): string {
  const end = text.lastIndexOf(']');
  const head = text.slice(0, end).trimEnd();
  const written = JSON.stringify(item, null, 2).replace(/^/gm, '  ');
  return `${head}${head.endsWith('[') ? '' : ','}\n${written}\n${text.slice(end)}`;
}

/** The key, followed by the first free letter if other works have the key. */
function freeId(key: string, works: readonly Work[]): string {
  const taken = new Set(works.map(({ id }) => id));
  if (!taken.has(key) && !taken.has(`${key}a`)) return key;
  const letters = [...'bcdefghijklmnopqrstuvwxyz'];
  const free = letters.find((letter) => !taken.has(key + letter));
  if (free === undefined) throw new Error(`More works go by ${key} than there are letters`);
  return key + free;
}
