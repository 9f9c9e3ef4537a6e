import { describe, expect, test } from 'vitest';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import { workSchema } from '../../src/model/work.ts';
import { sampleNotes } from '../support/sample-notes.ts';
import { isWhole } from '../support/whole.ts';

const parts = [
  ...sampleNotes,
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

/** Park and Miller’s minimal standard generator, so that failures are reproducible. */
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

describe('for any notes', () => {
  test('the concatenated pieces are the notes, every work matches the schema, and every id belongs to a work', () => {
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

  test('an empty list gives an empty result', () => {
    expect(readCitations([''])).toEqual({ works: [], notes: [[]], references: [], warnings: [] });
  });

  test('reading twice gives the same result', () => {
    const notes = parts.map((part) => `${part}。`);
    expect(readCitations(notes, notes)).toEqual(readCitations(notes, notes));
  });
});
