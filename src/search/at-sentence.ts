import { sentencesOf } from '../model/sentences.ts';
import type { SentenceAsked } from './known-items.ts';
import type { Hit, Match } from './matches.ts';
import type { SearchRecord } from './record.ts';
import type { SearchSource } from './source.ts';

/** A paragraph that was asked for, read with the unit that a reference to one of its sentences means. */
export const atSentence = (match: Match, asked: SentenceAsked, source: SearchSource): Match => ({
  ...match,
  read: async () => {
    const hit = await match.read();
    const unit = asked.counted === 'address' ? asked.number : await unitOf(hit, asked, source);
    return unit === undefined ? hit : atUnit(hit, unit);
  },
});

function atUnit(hit: Hit, unit: number): Hit {
  const { units = [], text } = hit.record;
  const [start, end = text.length] = units.slice(unit - 1, unit + 1);
  if (start === undefined) return hit;
  return { ...hit, unit, spans: [{ start, end: start + text.slice(start, end).trimEnd().length, part: 0 }] };
}

/** The units of a text with their indices. */
const textsOf = ({ units = [], text }: SearchRecord): { index: number; text: string }[] =>
  units.map((start, index) => ({ index, text: text.slice(start, units[index + 1]) }));

/** The number of the unit in which a sentence begins, in the edition whose readers count it. */
async function unitOf(
  { lot, record: { kind, id } }: Hit,
  { number, counted }: SentenceAsked,
  source: SearchSource,
): Promise<number | undefined> {
  const { record } = (await source.recordIn(lot, kind, id, counted === 'han')) ?? {};
  const units = record ? textsOf(record) : [];
  const at = units.findIndex(({ index }) => (sentencesOf(units, [index])?.[1] ?? 0) >= number);
  return at < 0 ? undefined : at + 1;
}
