import { sentencesOf } from '../model/sentences.ts';

/** Paragraphs with fewer sentences have no numbers in the margin. */
const MANY = 9;

/**
 * Gives each unit with which a sentence begins the number of that sentence, as references name it, and marks about
 * every fifth in long paragraphs. What shows them is left to style sheets.
 */
export function numberSentences(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-segments] span[id]')];
  const segments = Map.groupBy(all, ({ id }) => id.replace(/-\d+$/, ''));
  for (const spans of segments.values()) {
    const units = spans.map((span, index) => ({ index, text: wordsOf(span) }));
    const isLong = (sentencesOf(units, [0, units.length - 1])?.[1] ?? 0) >= MANY;
    let before = 0;
    for (const [index, { dataset }] of spans.entries()) {
      const [first] = sentencesOf(units, [index]) ?? [before];
      if (first > before) dataset['sentence'] = String(first);
      if (isLong && Math.floor(first / 5) > Math.floor(before / 5)) dataset['fifth'] = '';
      before = first;
    }
  }
}

/** The text without the numbers of notes. */
function wordsOf(span: HTMLElement): string {
  const copy = span.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll('sup')) mark.remove();
  return copy.textContent;
}
