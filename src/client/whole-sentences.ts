import { splitUnits } from '../model/units.ts';
import { selectedOf, textsIn, unitAround, within, withoutEdges } from './selected-texts.ts';

/** A selection extended to whole sentences; undefined if it has no other, or none that the page marks. */
export function wholeSentences(chosen: Range): Range | undefined {
  const texts = withoutEdges(chosen, textsIn(chosen));
  const [first, last] = [texts[0], texts.at(-1)];
  const { startOffset, endOffset } = within(chosen, texts);
  const blank = /^\s*/.exec(first?.data.slice(startOffset) ?? '')?.[0].length ?? 0;
  const start = first && sentenceAround(first, startOffset + blank)?.[0];
  const end = last && sentenceAround(last, last.data.slice(0, endOffset).trimEnd().length - 1)?.[1];
  if (!start || !end) return undefined;
  const whole = chosen.cloneRange();
  whole.setStart(...start);
  whole.setEnd(...end);
  const said = (range: Range, all: Text[]): string =>
    all
      .map((text) => selectedOf(range, text))
      .join('')
      .trim();
  return said(whole, textsIn(whole)) === said(chosen, texts) ? undefined : whole;
}

type Point = [text: Text, offset: number];

/**
 * The start and end of the sentence that contains a character of a text, in its unit: a unit corresponds to one of
 * another edition, and may be several sentences of its own.
 */
function sentenceAround(text: Text, offset: number): [Point, Point] | undefined {
  const unit = unitAround(text)?.element;
  if (!unit) return undefined;
  // On a parallel page, a unit is a row of several editions.
  const column = text.parentElement?.closest('[data-column]');
  const range = document.createRange();
  range.selectNodeContents(column && unit.contains(column) ? column : unit);
  let length = 0;
  const texts = textsIn(range, true).map((one) => ({ one, from: length, to: (length += one.length) }));
  const at = (texts.find(({ one }) => one === text)?.from ?? 0) + offset;
  const sentence = splitUnits(texts.map(({ one }) => one.data).join('')).find(({ end }) => end > at);
  const [first, last] = [
    texts.find(({ to }) => sentence && to > sentence.start),
    texts.find(({ to }) => sentence && to >= sentence.end),
  ];
  return sentence && first && last
    ? [
        [first.one, sentence.start - first.from],
        [last.one, sentence.end - last.from],
      ]
    : undefined;
}
