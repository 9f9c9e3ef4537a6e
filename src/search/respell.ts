import { foldQuery } from './fold.ts';

/** Shorter words are too like too many others; of longer ones so much is typed right mostly. */
const SHORTEST = 4;
const TYPED_RIGHT = 2;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** How often a word stands in the texts, or words that begin so. */
type Times = (word: string, isWhole: boolean) => Promise<number>;

/**
 * A query with each word that no text has respelled: as the most frequent one that differs from it by a letter, or by two
 * that changed places. Undefined where nothing is to be changed or some word is like none.
 */
export async function respelled(query: string, times: Times): Promise<string | undefined> {
  const words = foldQuery(query).split(' ');
  const meant = await Promise.all(
    words.map(async (word) => ((await times(word, false)) > 0 ? word : likest(word, times))),
  );
  return meant.includes(undefined) || meant.every((word, i) => word === words[i])
    ? undefined
    : meant.join(' ');
}

async function likest(word: string, times: Times): Promise<string | undefined> {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const alike = new Set<string>();
  // What no word begins with is not mended behind it.
  for (let at = TYPED_RIGHT; at <= word.length && (await times(word.slice(0, at), false)) > 0; at++) {
    const [before, here, next, behind] = [
      word.slice(0, at),
      word.charAt(at),
      word.charAt(at + 1),
      word.slice(at + 1),
    ];
    for (const letter of ['', ...LETTERS])
      alike.add(before + letter + behind).add(before + letter + here + behind);
    alike.add(before + next + here + behind.slice(1));
  }
  const counted = [...alike].map(async (one) => ({ one, count: await times(one, true) }));
  const [best] = (await Promise.all(counted)).sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.one : undefined;
}
