/** The first index whose item is not below a bound; `length` if there is none. The items ascend. */
export function lowerBound(length: number, isBelow: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last ascending offset that is not after the given one; 0 if there is none. */
export const indexAtOrBefore = (starts: readonly number[], offset: number): number =>
  Math.max(0, lowerBound(starts.length, (i) => starts[i]! <= offset) - 1);

/** The last of ascending items that does not start after an offset, or else the first. */
export const itemAt = <T extends { start: number }>(items: readonly T[], offset: number): T | undefined =>
  items[Math.max(0, lowerBound(items.length, (i) => items[i]!.start <= offset) - 1)];
