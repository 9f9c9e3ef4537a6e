import { distance } from 'fastest-levenshtein';
import type { Words } from './record.ts';
import { foldQuery } from './units.ts';

/** Shorter words are too like too many others. */
const SHORTEST = 4;

/**
 * A query with each word that no text has respelled: as the most frequent one that differs from it by a letter, or by two
 * that changed places. Undefined where nothing is to be changed or some word is like none.
 */
export function respelled(query: string, words: Words): string | undefined {
  const known = Object.entries(words).sort(([, a], [, b]) => b - a);
  const asked = foldQuery(query).split(' ');
  const meant = asked.map((word) =>
    known.some(([one]) => one.startsWith(word)) || word.length < SHORTEST || !/^[a-z]+$/.test(word)
      ? word
      : known.find(([one]) => isAlike(one, word))?.[0],
  );
  return meant.includes(undefined) || meant.join(' ') === asked.join(' ') ? undefined : meant.join(' ');
}

const isAlike = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) < 2 &&
  (distance(a, b) === 1 || (distance(a, b) === 2 && [...a].sort().join('') === [...b].sort().join('')));
