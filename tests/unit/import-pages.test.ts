import { describe, expect, test } from 'vitest';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { writeLedger } from '../../src/import/write/ledger.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { parse } from 'yaml';
import { layOut } from '../support/lay-out.ts';

// A paper of several pages, separated by form feeds, without printed page numbers.
const text = layOut(
  {
    title: '公井的轮次',
    authors: '王永年',
    abstract: '公井是乡村最小的公共工程。',
    blocks: Array.from({ length: 12 }, (_, i) => ({
      type: 'paragraph' as const,
      text: `第${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(i)}户在井边等候了很久，直到淘井的人把绳子收好，才轮到他们下桶汲水，这是碑上写明的次序。${i % 3 === 0 ? NOTE_MARK : ''}`,
    })),
    notes: Array.from(
      { length: 4 },
      (_, i) => `王永年：《井碑》，江岸：江岸出版社，2001 年，第 ${i + 1} 页。`,
    ),
  },
  { width: 60, height: 16, paragraphs: 'trailing space' },
);
const numbered = (first: number): string =>
  text
    .split('\f')
    .map((page, i) => `${page.trimEnd()}\n\n${first + i}\n`)
    .join('\f');

const imported = (source: string, firstPage?: number): Imported =>
  importPaper({ text: source, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01', firstPage);
const pagesIn = ({ files }: Imported): unknown =>
  settingsSchema.parse(parse(files.get('dossier.yaml') ?? '')).paper.pages;
const markedIn = ({ files }: Imported): number[] =>
  [...(files.get('chapters/zh/0-introduction.mdx') ?? '').matchAll(/\{\/\* p\. (\d+) \*\/\}/g)].map(
    ([, page]) => Number(page),
  );
const doubtsOf = ({ ledger }: Imported): string[] =>
  ledger.doubts.map(({ place, reason }) => `${place} ${reason}`);

describe('a paper that prints no page numbers', () => {
  test('has no printed pages, and the ledger contains a doubt', () => {
    const found = imported(text);
    expect(pagesIn(found)).toBeUndefined();
    expect(markedIn(found)).toEqual([]);
    expect(doubtsOf(found)).toEqual([
      'paper.txt:1:1 no page numbers are printed; give the number of the first page with --first-page',
    ]);
    expect(writeLedger(found.ledger)).toContain('- paper.txt:1:1: no page numbers');
    expect(found.faults).toEqual([]);
  });

  test('has pages counted from the first, if that is given', () => {
    const found = imported(text, 126);
    expect(pagesIn(found)).toEqual([126, 128]);
    expect(markedIn(found)).toEqual([127, 128]);
    expect(doubtsOf(found)).toEqual([]);
  });
});

test('a paper that prints its page numbers has them, even if others are given', () => {
  for (const found of [imported(numbered(45)), imported(numbered(45), 126)]) {
    expect(pagesIn(found)).toEqual([45, 47]);
    expect(markedIn(found)).toEqual([46, 47]);
    expect(doubtsOf(found)).toEqual([]);
  }
});

test('a text without page breaks has no printed pages, even if the first is given', () => {
  for (const found of [imported(text.replaceAll('\f', '')), imported(text.replaceAll('\f', ''), 126)]) {
    expect(pagesIn(found)).toBeUndefined();
    expect(markedIn(found)).toEqual([]);
    expect(doubtsOf(found)).toContain(
      'paper.txt:1:1 the text does not show where pages begin; its printed pages are unknown',
    );
  }
});
