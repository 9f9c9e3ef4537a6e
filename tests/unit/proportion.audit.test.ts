import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { hostilePaper, importText } from '../support/hostile-paper.ts';
import { layOut } from '../support/lay-out.ts';
import { sampleNotes } from '../support/sample-notes.ts';
import { workOf } from '../support/work-of.ts';

// For any input, the work is proportional to its length. If other tests keep the machine busy, it is slow, but
// superlinear work would take minutes.

const LENGTH = 100_000;
const SOON = 10_000;

describe('reading takes time in proportion to length', () => {
  test.each([
    ...[
      '《',
      '《》',
      '《甲》，',
      '张三：《甲》',
      '“',
      '“a,” ',
      '‘a ',
      '"a" ',
      '(',
      '(1990)',
      '(a: b, ',
      '《“（',
      '（张三：《甲》）',
    ],
    ...[
      ',',
      '，',
      '；',
      '. ',
      'Aa. ',
      'Aa 1. ',
      'A, B, 1990. ',
      '张三、',
      '张三，',
      '参见',
      '参见《甲》',
      '同上',
      '前引',
      'Ibid. ',
      'op. cit. ',
    ],
    ...[
      'http://http://',
      'http://a ',
      'http://a/ b/ ',
      'www.a ',
      '[J]',
      '甲. 乙[J]. ',
      '2010年',
      '第1页',
      'Vol. 1, ',
      'et al., ',
      'A and ',
      ' ',
      'a',
      '张',
    ],
  ])('%j repeated', (unit) => {
    const note = unit.repeat(LENGTH / unit.length);
    let read: string | undefined;
    const work = workOf(() => {
      read = readCitations([note], [note])
        .notes[0]?.map(({ text }) => text)
        .join('');
    });
    expect(read).toBe(note);
    expect(work).toBeLessThan(SOON);
  });

  test('ten thousand notes', () => {
    const notes = Array.from(
      { length: 10_000 },
      (_, i) => `${sampleNotes[i % sampleNotes.length] ?? ''}${i}。`,
    );
    expect(workOf(() => readCitations(notes))).toBeLessThan(2 * SOON);
  });
});

test.each([
  ['marks that open nothing', '《'.repeat(50_000)],
  ['braces and tags', '{<'.repeat(20_000)],
  ['signs of emphasis', '*_~`'.repeat(25_000)],
  ['a line of blanks', `石${' '.repeat(100_000)}坪`],
  ['addresses', '见http://a.example/b。'.repeat(4000)],
  ['years in brackets', '陈安（2011）'.repeat(8000)],
])('endless %s are read in a few seconds', (_, stretch) => {
  const faults: string[] = [];
  const work = workOf(() => {
    for (const place of ['paragraph', 'note'])
      faults.push(...importText(hostilePaper(stretch, place)).faults);
  });
  expect(faults).toEqual([]);
  expect(work).toBeLessThan(20_000);
});

test('three thousand notes are read in a few seconds, each with its mark', () => {
  const word = (i: number): string => String.fromCodePoint(0x4e00 + i, 0x5e00 + ((i * 7) % 3000));
  const text = layOut(
    {
      title: '井水与轮次',
      authors: '王永年',
      abstract: '公井是乡村的公共工程。',
      blocks: Array.from({ length: 1000 }, (_, i) => ({
        type: 'paragraph' as const,
        text: `${word(i)}井在东乡。${NOTE_MARK}${word(i + 1)}井在西乡，${NOTE_MARK}${word(i + 2)}井已废，村人另凿一眼。${NOTE_MARK}`,
      })),
      notes: Array.from({ length: 3000 }, (_, i) => `${word(i)}井见于碑文。`),
    },
    // Circled numbers on a page go up to twenty.
    { width: 66, height: 22, paragraphs: 'indent' },
  );
  const { paper, faults } = importText(text);
  expect(faults).toEqual([]);
  expect(paper.notes).toHaveLength(3000);
  expect(paper.notes[1500]?.content.text).toBe(`${word(1500)}井见于碑文。`);
});

// If every note were compared with every other, four times as many would take sixteen times the work.
test('a dossier is checked in proportion to its notes', async () => {
  const workOn = async (count: number): Promise<number> => {
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const chapter = [
      ...numbers.map((n) => `{/* 1.0.${n} */} Satz.[^${n}]`),
      ...numbers.map((n) => `[^${n}]: [@amt-1950, p. ${n}].`),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'dossier-limits-'));
    cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
    writeFileSync(join(folder, 'chapters/de/1-tiefe.mdx'), chapter.join('\n\n'));
    const started = process.cpuUsage();
    await checkDossier(folder);
    const { user, system } = process.cpuUsage(started);
    rmSync(folder, { recursive: true });
    return user + system;
  };
  await workOn(250);
  const [some, more] = [await workOn(250), await workOn(1000)];
  expect(more / some).toBeLessThan(9);
});
