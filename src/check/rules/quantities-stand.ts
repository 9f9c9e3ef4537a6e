import { knowsNumbers, numbersIn } from '../../language/numbers-in.ts';
import { countedEditions } from '../../model/alignment.ts';
import type { Quantity } from '../../model/entries.ts';
import { textsOf, type TextSide } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const quantitiesStand: Rule = {
  id: 'quantities-stand',
  *judge(dossier) {
    const { quantities, settings } = dossier;
    for (const edition of countedEditions(settings.value.editions)) {
      if (!knowsNumbers(edition.lang)) continue;
      const texts = textsOf(dossier, edition);
      for (const [i, record] of quantities.value.entries()) {
        const { passage, note } = record;
        const where = note === undefined ? `${passage.segment}-${passage.units?.[0] ?? 0}` : `note ${note}`;
        const text = texts.get(where);
        if (!text || isNamed(record, text, before(texts, record))) continue;
        yield {
          place: quantities.at(i, record.type === 'date' ? 'date' : 'value'),
          cause: text.place,
          reason: `Unexpected ${record.type} ${record.type === 'date' ? record.date : record.value}, expected one named in ${where} of edition ${edition.id}`,
          note: `It names ${keysIn(text).join(', ') || 'none'}.`,
        };
      }
    }
  },
};

const keysIn = ({ text, edition }: Pick<TextSide, 'text' | 'edition'>): string[] =>
  (numbersIn(text, edition.lang) ?? []).map(({ key }) => key);

/** The units of the segment up to the record’s unit: a date may take its year from any of them. */
const before = (texts: ReturnType<typeof textsOf>, { passage: { segment, units } }: Quantity): string =>
  Array.from({ length: units?.[0] ?? 0 }, (_, i) => texts.get(`${segment}-${i + 1}`)?.text ?? '').join('\n');

function isNamed(record: Quantity, side: TextSide, soFar: string): boolean {
  const keys = keysIn(side);
  if (record.type === 'amount')
    return keys.some((key) => numbersOfKey(key).some((one) => equals(one, record)));
  const years = [...keys, ...keysIn({ ...side, text: soFar })];
  return record.date.split('/').every((date) => {
    const [year = '', month, day] = date.split('-');
    return (
      (years.includes(`year ${year}`) ||
        // A century is named by its ordinal, optionally followed by “mid” or the like.
        years.some(
          (key) => year.endsWith('XX') && key.split(' ')[1] === String(Number(year.slice(0, 2)) + 1),
        )) &&
      [month && `month ${Number(month)}`, day && `day ${Number(day)}`].every(
        (key) => !key || keys.includes(key),
      )
    );
  });
}

const numbersOfKey = (key: string): number[] => (key.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

/**
 * Whether a number equals a record’s value; a share may be recorded as a fraction and named as a percentage, or vice
 * versa.
 */
function equals(named: number, { value }: Extract<Quantity, { type: 'amount' }>): boolean {
  const [numerator = 0, denominator = 1] = typeof value === 'number' ? [value] : value.split('/').map(Number);
  const wanted = numerator / denominator;
  return [wanted, wanted * 100].some((one) => Math.abs(named - one) <= Math.abs(one) * 1e-4);
}
