import { distance } from 'fastest-levenshtein';

/** ` (nearest: sullivan-2017)` where one of the known names is like the one written, else nothing. */
export function nearest(written: string, known: string[]): string {
  const [best] = known
    .map((name) => ({ name, distance: distance(written, name) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, written.length / 2) ? ` (nearest: ${best.name})` : '';
}
