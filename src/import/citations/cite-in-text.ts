import type { Locator } from '../../model/locator.ts';
import { scanNote } from './note-text.ts';
import { readAuthorDate } from './read-author-date.ts';
import { readReference } from './read-reference.ts';
import { addToIndex, emptyIndex, findByShortForm, type Candidate } from './work-index.ts';

/** A part of running text that cites a work of the reference list. */
export interface CitedInText {
  start: number;
  end: number;
  /** The index of its entry in the list. */
  reference: number;
  locator?: Locator | undefined;
}

/** Finds the citations by author and year in a text, given the reference list. */
export function citationsInText(references: readonly string[]): (text: string) => CitedInText[] {
  const works = emptyIndex();
  const places = new Map<Candidate, number>();
  references.forEach((entry, i) => {
    for (const { work } of readReference(entry)) {
      const candidate = { work, isShort: false };
      addToIndex(works, candidate);
      places.set(candidate, i);
    }
  });
  return (text) => {
    const note = scanNote(text);
    const cited: CitedInText[] = [];
    let low = 0;
    for (const { index } of text.matchAll(/(?<!\d)(?:1[4-9]|20)\d\d/g)) {
      // Prose may directly precede a Chinese name: the longest name that is in the list counts.
      for (const from of [low, ...NAME_LENGTHS.map((length) => index - length)]) {
        if (from < low) continue;
        const form = readAuthorDate(note, index, from, text.length);
        const { candidate } = form ? findByShortForm(works, form) : { candidate: undefined };
        const reference = candidate && places.get(candidate);
        if (!form || reference === undefined) continue;
        cited.push({ start: form.start, end: form.end, reference, locator: form.locator });
        low = form.end;
        break;
      }
    }
    return cited;
  };
}

/** Characters in a Chinese name with the bracket or comma after it, in descending order. */
const NAME_LENGTHS = [7, 6, 5, 4, 3];
