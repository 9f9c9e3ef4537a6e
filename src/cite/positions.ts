import type { Locator } from '../model/locator.ts';

/** A work where a note cites it. */
export interface Cited {
  key: string;
  locator?: Locator;
}

/** Whether a note's style prints a work in full or in short, after CSL's own account of positions. */
export type Position =
  { type: 'first' } | { type: 'subsequent' | 'ibid' | 'ibid-with-locator'; firstNote: number };

/** The positions of all that notes cite, note by note in their order; `number` is the note's own. */
export function positionsOf(notes: { number: number; items: Cited[] }[]): Position[][] {
  const firstNotes = new Map<string, number>();
  let before: Cited[] = [];
  return notes.map(({ number, items }) => {
    const positions = items.map((item, i): Position => {
      const firstNote = firstNotes.get(item.key);
      if (firstNote === undefined) {
        firstNotes.set(item.key, number);
        return { type: 'first' };
      }
      // In the note before, ibid. is understood only of a work that stands there alone.
      const previous = i > 0 ? items[i - 1] : before.length === 1 ? before[0] : undefined;
      return { type: previous ? repetition(previous, item) : 'subsequent', firstNote };
    });
    before = items;
    return positions;
  });
}

function repetition(previous: Cited, item: Cited): 'subsequent' | 'ibid' | 'ibid-with-locator' {
  if (previous.key !== item.key || (previous.locator && !item.locator)) return 'subsequent';
  const isSame =
    previous.locator?.label === item.locator?.label && previous.locator?.value === item.locator?.value;
  return isSame ? 'ibid' : 'ibid-with-locator';
}
