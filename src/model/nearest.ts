import { distance } from 'fastest-levenshtein';

/** ` (nearest: sullivan-2017)` if one of the known names resembles the written one, else an empty string. */
export function nearest(written: string, known: string[]): string {
  const name = nearestOf(written, known, Math.max(2, written.length / 2));
  return name === undefined ? '' : ` (nearest: ${name})`;
}

/** The known name with the smallest edit distance from the written one, if that is at most `most`. */
export function nearestOf(written: string, known: string[], most: number): string | undefined {
  const [best] = known
    .map((name) => ({ name, letters: distance(written, name) }))
    .sort((a, b) => a.letters - b.letters);
  return best && best.letters <= most ? best.name : undefined;
}
