import { expect, test } from 'vitest';
import { apartFromStop, isBlock, setQuotation } from '../../src/client/set-quotation.ts';

const quotes = ['“', '”', '‘', '’'];
const words = (count: number): string => Array.from({ length: count }, () => 'tide').join(' ');

test.each([
  ['apa', 39, false],
  ['apa', 40, true],
  ['mla', 49, false],
  ['mla', 50, true],
  ['chicago', 99, false],
  ['chicago', 100, true],
  ['gbt', 400, false],
  ['journal', 400, false],
] as const)('%s with %i words is a block: %s', (style, count, is) => {
  expect(isBlock(words(count), style)).toBe(is);
});

test('a block has no quotation marks of its own, and keeps those within it', () => {
  expect(setQuotation('The “dyke” holds.\nIt “stands”.', 'chicago', quotes)).toEqual([
    'The “dyke” holds.',
    'It “stands.”',
  ]);
});

test('a block of words from within quotation marks has their inner marks as outer ones', () => {
  expect(setQuotation(`${words(40)} ‘dyke’`, 'apa', quotes, true)).toEqual([`${words(40)} “dyke”`]);
});

test('each of several paragraphs has an opening mark, and the last a closing one', () => {
  expect(setQuotation('堤在。\n滩“移”。', 'gbt', quotes)).toEqual(['“堤在。', '“滩‘移’。”']);
  expect(setQuotation('The dyke.\nThe shore.', 'apa', quotes)).toEqual(['“The dyke.', '“The shore.”']);
});

test('Chinese characters are counted as their equivalent in English words', () => {
  expect(isBlock('堤'.repeat(60), 'apa')).toBe(false);
  expect(isBlock('堤'.repeat(70), 'apa')).toBe(true);
});

test('cells of a table are set off in every style, without quotation marks', () => {
  const row = '95%\tShare of the “dyke”\t2.3.3';
  for (const style of ['gbt', 'journal', 'apa', 'mla'] as const) {
    expect(isBlock(row, style)).toBe(true);
    expect(setQuotation(row, style, quotes)).toEqual([row]);
  }
});

test('in English styles, the last stop is before all closing marks', () => {
  expect(setQuotation('They call it “the dyke”.', 'chicago', quotes)).toEqual(['“They call it ‘the dyke.’”']);
  expect(setQuotation('They call it “the dyke”.', 'gbt', quotes)).toEqual(['“They call it ‘the dyke’.”']);
  expect(setQuotation(`${words(50)} “dyke”.`, 'mla', quotes)).toEqual([`${words(50)} “dyke.”`]);
});

test('in English styles, every comma and full stop is before closing marks, but not before an apostrophe', () => {
  const said = 'It has “dykes”, both sides’, not “the board’s ‘key’”. It “holds”; “so”...';
  const inside = '“It has ‘dykes,’ both sides’, not ‘the board’s “key.”’ It ‘holds’; ‘so’...”';
  for (const style of ['chicago', 'chicago-author-date', 'apa', 'mla'] as const)
    expect(setQuotation(said, style, quotes)).toEqual([inside]);
  expect(setQuotation('“dykes”, say', 'journal', quotes)).toEqual(['“‘dykes’, say”']);
  expect(setQuotation(`“dykes”, ${words(50)}`, 'mla', quotes)).toEqual([`“dykes,” ${words(50)}`]);
  expect(setQuotation(`‘a dyke’s end’, ${words(50)}`, 'mla', quotes, true)).toEqual([
    `“a dyke’s end,” ${words(50)}`,
  ]);
  expect(setQuotation('“堤”，', 'apa', quotes)).toEqual(['“‘堤’”']);
});

test.each([
  ['It holds.', 'It holds', '.'],
  ['They call it “the dyke.”', 'They call it “the dyke”', '.'],
  ['They call it “the dyke”.', 'They call it “the dyke”', '.'],
  ['the dyke,”', 'the dyke”', ''],
  ['It joined the EU.', 'It joined the EU', '.'],
  ['the trade of the U.S.', 'the trade of the U.S.', ''],
  ['as said by J.', 'as said by J.', ''],
  ['Will it hold?', 'Will it hold?', '.'],
  ['“Will it hold?”', '“Will it hold?”', '.'],
  ['It holds. (It did not.)', 'It holds. (It did not.)', '.'],
  ['堤在。', '堤在', '.'],
])('before a citation in parentheses, the stop of %s goes behind it', (text, words, stop) => {
  expect(apartFromStop(text, 'mla')).toEqual([words, stop]);
});

test('before a citation in full-width parentheses, the stop is Chinese', () => {
  expect(apartFromStop('他说“堤在。”', 'gbt-author-date')).toEqual(['他说“堤在”', '。']);
});
