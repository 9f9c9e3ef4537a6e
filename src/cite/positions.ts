import type { Locator } from '../model/locator.ts';

/** A work as cited in a note. */
interface Cited {
  key: string;
  locator?: Locator;
}

/** Determines whether a note prints a work in full or in short, according to CSL’s definition of positions. */
export type Position =
  { type: 'first' } | { type: 'subsequent' | 'ibid' | 'ibid-with-locator'; firstNote: number };

/** The positions of all works cited in notes, note by note in order; `number` is the note’s number. */
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
      // Ibid. can only refer to the previous note if that note cites a single work.
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
