import { expect, test } from 'vitest';
import { divideLines } from '../../src/import/lines.ts';
import { learnSetting, unwrap } from '../../src/import/text/unwrap.ts';

/** The words of lines joined, and those whose hyphens are uncertain; `elsewhere` are other lines of the paper. */
function joined(lines: string, elsewhere = ''): [string, string[]] {
  const source = `${lines}\n${elsewhere}`;
  const all = divideLines(source).filter(({ text }) => text !== '');
  const undecided: string[] = [];
  const { text } = unwrap(source, all.slice(0, lines.split('\n').length), learnSetting(all), (_, word) =>
    undecided.push(word),
  );
  return [text, undecided];
}

// A paper in which most words at the ends of lines are divided.
const DIVIDED = 'the har-\nbour and the har-\nbour than ever clear, a harbour';

test.each([
  ['of a compound that is whole elsewhere', 'a tide-\nmill', 'by the tide-mill', 'a tide-mill'],
  ['even if its font has another hyphen there', 'a tide-\nmill', 'by the tide\u2010mill', 'a tide-mill'],
  ['after a part that has one', 'a less-than-\nclear rule', '', 'a less-than-clear rule'],
  ['before a part that has one', 'a more-\nthan-clear rule', 'more', 'a more-than-clear rule'],
])('a hyphen %s is kept', (_, lines, elsewhere, expected) => {
  expect(joined(lines, `${elsewhere}\n${DIVIDED}`)).toEqual([expected, []]);
});

test('a hyphen within a part of a compound is dropped', () => {
  expect(joined('the cross-disci-\nplinary rule', `a disciplinary rule\n${DIVIDED}`)).toEqual([
    'the cross-disciplinary rule',
    [],
  ]);
});

test('the second half of a divided word is no evidence of a word', () => {
  expect(joined('the half-fer-\nries', `many fer-\nries\nfer\n${DIVIDED}`)).toEqual([
    'the half-ferries',
    ['half-fer-ries'],
  ]);
});

test.each([
  ['two words of the paper are a compound', 'a toll-\nonly gate', 'the toll only', 'a toll-only gate'],
  ['unless the first mostly forms closed ones', 'to over-\ncome it', 'come over', 'to overcome it'],
])('%s, with a doubt', (_, lines, elsewhere, expected) => {
  const [text, undecided] = joined(lines, `${elsewhere}\n${DIVIDED}`);
  expect(text).toBe(expected);
  expect(undecided).toHaveLength(1);
});
