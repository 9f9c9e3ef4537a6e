import { describe, expect, test } from 'vitest';
import { NOTE_MARK, splitUnits } from '../../src/model/units.ts';

const units = (text: string): string[] => splitUnits(text).map(({ start, end }) => text.slice(start, end));

describe('units', () => {
  test.each<[string, string[]]>([
    ['甲。乙！丙？', ['甲。', '乙！', '丙？']],
    ['没有句末标点', ['没有句末标点']],
    ['甲；乙，丙：丁。', ['甲；乙，丙：丁。']],
    ['他说：“甲。乙。”丙。', ['他说：“甲。乙。”', '丙。']],
    ['“甲。”，乙。', ['“甲。”，乙。']],
    [
      `甲。${NOTE_MARK}乙${NOTE_MARK}。丙“丁”${NOTE_MARK}。`,
      [`甲。${NOTE_MARK}`, `乙${NOTE_MARK}。`, `丙“丁”${NOTE_MARK}。`],
    ],
    ['甲（见乙。丙）丁。', ['甲（见乙。丙）丁。']],
    ['机制……各方应当行动。', ['机制……各方应当行动。']],
    ['真的？！是的。', ['真的？！', '是的。']],
    ['《人类世：新时代？》一书出版。下句。', ['《人类世：新时代？》一书出版。', '下句。']],
    ['“为什么？”他问道。下句。', ['“为什么？”他问道。', '下句。']],
    [`他说：“走。${NOTE_MARK}”他回来了。`, [`他说：“走。${NOTE_MARK}”`, '他回来了。']],
    ['引号不成对“甲。乙。', ['引号不成对“甲。', '乙。']],
  ])('of %s', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Warming of 1.5 °C is likely. It is 2.', ['Warming of 1.5 °C is likely.', 'It is 2.']],
    [
      'Smith et al. Found it, e.g. here. See No. 5, p. 4.',
      ['Smith et al. Found it, e.g. here.', 'See No. 5, p. 4.'],
    ],
    ['He said no. They left.', ['He said no.', 'They left.']],
    [
      'The U.S. policy of J. Biden changed. Dr. Wu agreed.',
      ['The U.S. policy of J. Biden changed.', 'Dr. Wu agreed.'],
    ],
    ['“Stop. Go,” he said. “Why?” she asked.', ['“Stop. Go,” he said.', '“Why?” she asked.']],
    ['It ends “here.” Then more (see below). Last.', ['It ends “here.”', 'Then more (see below).', 'Last.']],
    [
      `A claim.${NOTE_MARK} Another;${NOTE_MARK} and more.`,
      [`A claim.${NOTE_MARK}`, `Another;${NOTE_MARK} and more.`],
    ],
    [
      'On 15 Sept. 2020 some approx. 40 left Mt. Blanc. Done.',
      ['On 15 Sept. 2020 some approx. 40 left Mt. Blanc.', 'Done.'],
    ],
    ['www.example.org is an address. Yes.', ['www.example.org is an address.', 'Yes.']],
  ])('of %s', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  test('omit only white space', () => {
    const text = '甲。 乙！  One. Two “three. four.” 五。\n六';
    const covered = splitUnits(text);
    const between = covered
      .map(({ end }, i) => text.slice(end, covered[i + 1]?.start ?? text.length))
      .join('');
    expect(between.trim()).toBe('');
    expect(covered[0]?.start).toBe(0);
  });
});
