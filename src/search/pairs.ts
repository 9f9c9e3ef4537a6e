import { foldQuery } from './fold.ts';
import type { Pairs, Readings } from './record.ts';
import { initialOf } from './spell.ts';

/** What stands behind each character of the texts, by the letter with which one of its readings begins. */
export function pairsByInitial(texts: string[], { syllables }: Readings): Map<string, Pairs> {
  const pairs = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const [run] of foldQuery(text).matchAll(/\p{Script=Han}{2,}/gu)) {
      const characters = [...run];
      for (const [i, first] of characters.slice(0, -1).entries()) {
        const after = pairs.get(first) ?? new Map<string, number>();
        const next = characters[i + 1] ?? '';
        pairs.set(first, after.set(next, (after.get(next) ?? 0) + 1));
      }
    }
  const files = new Map<string, Pairs>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    const file = files.get(initialOf(syllable)) ?? {};
    files.set(initialOf(syllable), file);
    for (const character of characters) {
      const after = [...(pairs.get(character) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      if (after.length > 0) file[character] = after.map(([next]) => next).join('');
    }
  }
  return files;
}
