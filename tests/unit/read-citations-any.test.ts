import { describe, expect, test } from 'vitest';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import { workSchema } from '../../src/model/work.ts';
import { isWhole } from '../support/whole.ts';

const parts = [
  '张三、李四：《山地河流的冬季水位》，《水文学刊》2020年第4期，第12—34页',
  '[美]约翰·史密斯：《风车的历史》，王五译，海潮出版社2010年版，第21页',
  '陈一：《沙丘上的村庄》，载周二主编：《边地研究》，海潮出版社2012年版',
  '《海港改造全面启动》，海滨网，2020年9月23日，http://www.haibin.example/news/ 2020-09/23/c_12.htm',
  '张三, 李四, 等. 山地河流[J]. 水文学刊, 2020, 15(4): 12-34',
  '陈一. 沙丘[C]//周二. 边地. 北京: 海潮出版社, 2012: 88-101',
  'CHEN W, LI H. Dams[J/OL]. Water History, 2015, 8(1): 1-20. https://doi.org/10.1000/wh.2015.1',
  'Peter Marlow, Windfall of Salt, New York: Harbour & Sons, 2017, p. 46',
  'Anna Reed, “Salt Roads,” Journal of Trade, Vol. 37, No. 2, 2018, pp. 175-190',
  'Anna Reed, "The Mine," in A. Brown, ed., Towns (London: Harbour Press, 2010), 20',
  '“Mine Closes,” Reuters, 26 July 2019, https://times. example/x',
  '同上，第9页',
  '同注③',
  '前引书',
  '张三前引文，第3页',
  'Ibid., p. 5',
  'Marlow, op. cit., p. 60',
  'Marlow, p. 3',
  '参见',
  '相关研究可参见：',
  'For example, see ',
  '转引自',
  '这一看法流传很广',
  'The coast changed in 2019, and the town too',
  '数据来自网站，www.a.example/b',
  ...'；; 。. ，, ：: （ ） ( ) 《 》 〈 〉 “ ” " ‘ ’ [ ] [J] [M]// 等 et al. 第 页 译 2019年 1999 p. 5 //'.split(
    ' ',
  ),
  ' ',
  '\u3000',
  '\u200b',
  '\u{2000b}',
  'é',
  '\n',
];

/** Park and Miller’s minimal standard generator, so that a failure can be had again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const random = randomFrom(20210705);
const paper = (): string[] =>
  Array.from({ length: 1 + random(6) }, () =>
    Array.from({ length: 1 + random(8) }, () => parts[random(parts.length)] ?? '').join(
      random(3) === 0 ? '；' : '',
    ),
  );

describe('whatever the notes hold', () => {
  test('their pieces joined are the notes, every work fits the schema, and every id leads to a work', () => {
    for (let i = 0; i < (isWhole ? 600 : 60); i++) {
      const [notes, entries] = [paper(), paper()];
      const { works, notes: read, references, warnings } = readCitations(notes, entries);
      expect(read.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual(notes);
      for (const work of works)
        expect(workSchema.safeParse(work).error, JSON.stringify(work)).toBeUndefined();
      const ids = works.map(({ id }) => id);
      expect(new Set(ids).size, ids.join(' ')).toBe(ids.length);
      const named = [
        ...read.flatMap((pieces) => pieces.flatMap(({ work }) => work ?? [])),
        ...references.flat(),
      ];
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      expect(ids.filter((id) => !named.includes(id))).toEqual([]);
      expect(references).toHaveLength(entries.length);
      expect(read.flat().filter(({ text }) => text === '')).toEqual([]);
      for (const doubt of warnings) {
        const text = 'note' in doubt.in ? notes[doubt.in.note] : entries[doubt.in.reference];
        expect(doubt.offset).toBeLessThanOrEqual((text ?? '').length);
      }
    }
  });

  test('nothing at all is read as nothing', () => {
    expect(readCitations([''])).toEqual({ works: [], notes: [[]], references: [], warnings: [] });
  });

  test('reading twice gives the same', () => {
    const notes = parts.map((part) => `${part}。`);
    expect(readCitations(notes, notes)).toEqual(readCitations(notes, notes));
  });
});
