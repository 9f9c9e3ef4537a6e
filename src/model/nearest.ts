import { distance } from 'fastest-levenshtein';

/** ` (nearest: sullivan-2017)` where one of the known names is like the one written, else nothing. */
export function nearest(written: string, known: string[]): string {
  const name = nearestOf(written, known, Math.max(2, written.length / 2));
  return name === undefined ? '' : ` (nearest: ${name})`;
}

/** The known name that differs from the one written in the fewest letters, in no more than that many. */
export function nearestOf(written: string, known: string[], most: number): string | undefined {
  const [best] = known
    .map((name) => ({ name, letters: distance(written, name) }))
    .sort((a, b) => a.letters - b.letters);
  return best && best.letters <= most ? best.name : undefined;
}
