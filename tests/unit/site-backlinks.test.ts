import { describe, expect, test } from 'vitest';
import type { Amount, Quantity } from '../../src/model/entries.ts';
import { actorsByKind } from '../../src/site/actors-by-kind.ts';
import {
  amountSortKey,
  numberOf,
  shareOf,
  quantityKind,
  sayQuantity,
  sayWithWhat,
} from '../../src/site/amounts.ts';
import {
  apparatusOf,
  casesUnder,
  quantitiesIn,
  quantitiesInSegment,
  quantitiesOfCase,
  sentencesUsing,
  usesOf,
} from '../../src/site/backlinks.ts';
import { placePassage } from '../../src/site/placed-passage.ts';
import { comparePassages } from '../../src/model/passage.ts';
import { segmentIn } from '../../src/read/text-in.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier: well, edition: wellEdition } = await fixtureDossier('well');
const { dossier: dyke, edition } = await fixtureDossier('dyke');

const uses = (...[kind, id]: [Parameters<typeof usesOf>[2], string]) =>
  usesOf(dyke, 'en', kind, id).map(({ segment, units }) => [segment.id, units.map(({ index }) => index)]);

describe('the uses of an entry', () => {
  test('are the sentences that link to it, name it or belong to its passages', () => {
    expect(uses('case', 'levy-strike')).toEqual([
      ['1.2.1', [3, 4, 5]],
      ['2.1.2', [4]],
    ]);
    expect(uses('actor', 'salters-guild')).toEqual([
      ['0.0.2', [3]],
      ['1.2.2', [1, 3]],
      ['2.3.1', [2]],
      ['2.3.2', [2]],
    ]);
    expect(uses('seg', '0.0.1')).toEqual([['1.2.3', [3]]]);
  });

  test('are shown as whole sentences, even if a unit is only part of one', () => {
    const texts = ['It rained,', 'and it blew.', 'Then:', 'nothing.'];
    const units = texts.map((text, i) => ({
      ...segmentIn(dyke, 'en', '0.0.2')!.units[0]!,
      text,
      index: i + 1,
    }));
    const segment = { ...segmentIn(dyke, 'en', '0.0.2')!, units };
    const whole = (...wanted: number[]) =>
      sentencesUsing({ segment, units: units.filter(({ index }) => wanted.includes(index)) }, ' ').map(
        ({ index, text }) => [index, text],
      );
    expect(whole(2)).toEqual([[2, 'It rained, and it blew.']]);
    expect(whole(1, 2, 4)).toEqual([
      [1, 'It rained, and it blew.'],
      [4, 'Then: nothing.'],
    ]);
  });

  test('include a figure or table that is a passage of a case', async () => {
    const { dossier: canal } = await fixtureDossier('canal');
    const [first, ...others] = canal.cases;
    const passages = [{ segment: '1.0.1' }, { segment: 'table-1' }];
    const having = { ...canal, cases: [{ ...first!, value: { ...first!.value, passages } }, ...others] };
    expect(usesOf(having, 'en', 'case', first!.id).map(({ segment }) => segment.id)).toContain('table-1');
    expect(usesOf(canal, 'en', 'case', first!.id).map(({ segment }) => segment.id)).not.toContain('table-1');
    expect(passages.toReversed().toSorted(comparePassages)).toEqual(passages);
  });

  test('are empty if nothing links to it', () => {
    expect(uses('term', 'nothing')).toEqual([]);
  });
});

test('a segment lists its entries in the order of its sentences', () => {
  expect(apparatusOf(dyke, segmentIn(dyke, 'en', '2.4.2')!)).toEqual({
    case: ['ice-winter'],
    term: ['shore-bond'],
    actor: ['shore-post', 'prefecture'],
    exhibit: [],
    seg: [],
  });
});

describe('an amount or date', () => {
  test('is numbered by its sentence, and within it from the second on', () => {
    expect(quantitiesInSegment(dyke, '1.1.2').map(({ id }) => id)).toEqual([
      'q1.1.2-2',
      'q1.1.2-2.2',
      'q1.1.2-2.3',
      'q1.1.2-3',
      'q1.1.2-4',
      'q1.1.2-4.2',
    ]);
  });

  test('is found by the case that it belongs to', () => {
    expect(quantitiesOfCase(dyke, 'levy-strike').map(({ id }) => id)).toEqual(['q1.2.1-4', 'q1.2.1-4.2']);
  });

  test('is written in the form of the language', () => {
    const [large, share] = ['q1.1.2-4', 'q1.1.2-4.2'].map(
      (id) => quantitiesIn(dyke).find((one) => one.id === id)!.record,
    );
    expect(sayQuantity(large!, edition('en'))).toBe('14,000 mu');
    expect(sayQuantity(large!, edition('zh'))).toBe('1.4万亩');
    expect(sayQuantity(share!, edition('en'))).toBe('about 1/5 of the former fields');
    expect(share?.type === 'amount' && numberOf(share)).toBe(0.2);
  });

  test('is qualified by what is in brackets at the end of its description', () => {
    const fire: Quantity = {
      type: 'date',
      date: '1911',
      what: { en: 'The fen burns (in summer)', zh: '沼泽失火（夏季）' },
      passage: { segment: '1.0.1' },
    };
    expect(sayWithWhat(fire, edition('en'))).toEqual({
      said: '1911 (in summer)',
      what: 'The fen burns',
      isQualified: true,
    });
    expect(sayWithWhat(fire, edition('zh'))).toMatchObject({ said: '1911年（夏季）', what: '沼泽失火' });
    const plain = { ...fire, what: { en: 'The (great) fire', zh: '大火' } };
    expect(sayWithWhat(plain, edition('en'))).toMatchObject({ said: '1911', isQualified: false });
  });

  const amount = (value: number | string, measure: string): Amount => ({
    type: 'amount',
    value,
    measure: { en: measure },
    what: { en: 'What' },
    passage: { segment: '1.0.1' },
  });

  test('is drawn as a share of its whole, or not at all if it has none', () => {
    const all = [amount(70, '%'), amount(140, '%'), amount('1/4', 'of the fields'), amount(3, '°C')];
    expect(all.map((one) => shareOf(one, edition('en')))).toEqual([0.7, undefined, 0.25, undefined]);
  });

  test('is listed with its kind, and sorted within its unit', () => {
    const all = [amount('1/4', 'of the fields'), amount(5, '€'), amount(3, '°C'), amount(12, 'boats')];
    expect(all.map((one) => quantityKind(one, edition('en')))).toEqual([
      'share',
      'money',
      'amount',
      'amount',
    ]);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const keys = [amount(4, 'boats'), amount(12, 'boats'), amount(3, 'carts')].map((one) =>
      amountSortKey(one, edition('en')),
    );
    expect(keys.toReversed().sort(compare)).toEqual(keys);
  });
});

test('cases are listed under the section that contains them, in the order of the text', () => {
  expect(casesUnder(dyke, '2.1').map(({ id }) => id)).toEqual(['great-breach', 'levy-strike', 'tide-gauge']);
  expect(casesUnder(dyke, '1.2').map(({ id }) => id)).toEqual(['levy-strike', 'sluice-key']);
  // The section’s own opening has none, whatever its subsections contain.
  expect(casesUnder(dyke, '2')).toEqual([]);
});

test('actors are counted by type of case, those with most cases first, without those with none', () => {
  const { kinds, rows } = actorsByKind(dyke, edition('en'));
  expect(kinds.map(({ id }) => id)).toEqual(['disaster', 'dispute', 'background']);
  expect(rows.map(({ name, counts, total }) => [name, counts, total])).toEqual([
    ['North Shoal', [1, 1, 0], 2],
    ['Dyke Board', [0, 1, 0], 1],
    ['prefecture', [0, 1, 0], 1],
    ['Salters’ Guild', [0, 1, 0], 1],
    ['South Shoal', [0, 1, 0], 1],
  ]);
});

test('a passage links to its first sentence or, if the edition lacks it, to the neutral page', () => {
  expect(placePassage(dyke, 'en', { segment: '1.1.2', units: [2, 3] })).toMatchObject({
    pages: [44, 44],
    address: '/en/1-theory/#p1.1.2-2',
  });
  expect(placePassage(well, wellEdition('hant').id, { segment: '1.1.2', units: [1, 2] })).toMatchObject({
    segment: undefined,
    address: '/hant/p/1.1.2/',
  });
});
