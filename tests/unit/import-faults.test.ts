import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decode, LONGEST_LINE, MAX_BYTES } from '../../src/import/text/decode.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { workSchema } from '../../src/model/work.ts';

const paperOf = (name: string): string => {
  const decoded = decode(readFileSync(`tests/fixtures/papers/${name}/paper.txt`));
  if ('refusal' in decoded) throw new Error(decoded.refusal);
  return decoded.text;
};
const imported = (text: string): Imported =>
  importPaper({ text, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01', 45);
/** Doubts as `line: what is odd`, without those that the undamaged paper raises. */
function newDoubts(whole: string, faulty: string): string[] {
  const known = imported(whole).ledger.doubts.map(({ reason }) => reason);
  return imported(faulty)
    .ledger.doubts.filter(({ reason }) => !known.includes(reason))
    .map(({ place, page, reason }) => `${place.split(':')[1]}, p. ${page}: ${reason}`);
}
/** The line, from 1, that contains a given text. */
const lineOf = (text: string, stretch: string): number =>
  text.slice(0, text.indexOf(stretch)).split('\n').length;

describe('a fault in the paper is reported with its line and page', () => {
  const whole = paperOf('spaced-rule');
  const note = /^\u2461.*\n+(?:[^\u2460-\u2473\n].*\n+)*/m.exec(whole)?.[0] ?? '';

  test('a note that is missing', () => {
    const faulty = whole.replace(note, '');
    const mark = lineOf(faulty, '\u2461');
    expect(newDoubts(whole, faulty)).toContainEqual(
      expect.stringMatching(`^${mark}, p. 45: the mark 2 has no note`),
    );
    expect(newDoubts(whole, faulty)).toContainEqual(expect.stringContaining('no note is numbered 2'));
  });

  test('a mark that is missing', () => {
    const faulty = whole.replace('\u2461', '');
    expect(newDoubts(whole, faulty)).toContainEqual(
      expect.stringMatching(`^${lineOf(faulty, note.slice(0, 8))}, p. 45: note 2 has no mark`),
    );
  });

  test('a mark that occurs twice', () => {
    const faulty = whole.replace('\u2462', '\u2461');
    const found = newDoubts(whole, faulty);
    expect(found).toContainEqual(expect.stringMatching(/^\d+, p. 45: the mark 2 occurs a second time/));
    expect(found).toContainEqual(expect.stringMatching(/^\d+, p. 45: note 3 has no mark/));
  });

  test('a number that two notes have', () => {
    const faulty = whole.replace(/^\u2462/m, '\u2461');
    expect(newDoubts(whole, faulty)).toContainEqual(
      expect.stringMatching(/^\d+, p. 45: two notes are numbered 2; both are kept/),
    );
  });

  test('a file that ends too early', () => {
    const faulty = whole.slice(0, Math.floor(whole.length * 0.55));
    expect(newDoubts(whole, faulty)).toContainEqual(
      expect.stringMatching(/it may be incomplete|something may be missing/),
    );
  });

  test('a citation that is not understood, which is kept as a document with its full text', () => {
    const odd = '\u65E7\u520A\u672C\u4E4B\u5377\u9996\u4E8E1931\u5E74\u5341\u6708';
    const faulty = whole.replace(note, `\u2461 \u53C2\u89C1${odd}\u3002 \n\n`);
    expect(newDoubts(whole, faulty)).toContainEqual(
      expect.stringMatching(`^${lineOf(faulty, odd)}, p. 45: The citation was not understood`),
    );
    const { files } = imported(faulty);
    const works = z.array(workSchema).parse(JSON.parse(files.get('works.json') ?? ''));
    const kept = works.filter(({ note: text }) => text === odd);
    expect(kept.map(({ type }) => type)).toEqual(['document']);
    expect(files.get('chapters/zh/0-introduction.mdx')).toContain(
      `[^2]: \u53C2\u89C1[${odd}](work:${kept[0]?.id})\u3002`,
    );
  });

  test('without any loss of text', () => {
    for (const faulty of [
      whole.replace(note, ''),
      whole.replace('\u2461', ''),
      whole.replace('\u2462', '\u2461'),
      whole.slice(0, Math.floor(whole.length * 0.55)),
    ]) {
      expect(imported(faulty).faults).toEqual([]);
      expect(imported(faulty).ledger.remainder).toBe(0);
    }
  });
});

describe('a table', () => {
  const whole = paperOf('english');
  const row = /^1915 .*/m.exec(whole)?.[0] ?? '';

  test('whose rows all divide into the same columns becomes a data table', () => {
    expect(imported(whole).files.get('exhibits/table-1.yaml')).toMatch(/^type: table/);
  });

  test('with a broken row is kept line by line', () => {
    const faulty = whole.replace(row, row.replace(/ {3,}\d+$/, ''));
    const file = imported(faulty).files.get('exhibits/table-1.yaml') ?? '';
    expect(file).toMatch(/^type: lines/);
    expect(file).toContain('1915');
  });
});

describe('a file that is not a paper is refused in a sentence', () => {
  test.each([
    ['empty', new Uint8Array(0), 'it is empty'],
    ['blank', new TextEncoder().encode(' \n\n'), 'white space'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'it is a PDF'],
    ['a packed file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '.docx'],
    ['a program', new Uint8Array([0x41, 7, 1, 2, 0x42, 0x43, 0x44]), 'control characters'],
    ['in no encoding', new Uint8Array([0x41, 0xff, 0x20, 0xfe, 0x80, 0x20, 0xff]), 'neither UTF-8'],
    ['too large', new Uint8Array(MAX_BYTES + 1).fill(0x41), '2 MB'],
    [
      'of too long a line',
      new TextEncoder().encode(`A\n${'A'.repeat(LONGEST_LINE + 1)}`),
      'line 2 has 200 KB',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(decode(bytes)).toEqual({ refusal: expect.stringContaining(sentence) as string });
  });

  test.each([
    ['UTF-8', [0xe6, 0x96, 0xb9], '\u65B9'],
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xe6, 0x96, 0xb9], '\uFEFF\u65B9'],
    ['UTF-16LE', [0xff, 0xfe, 0xb9, 0x65], '\uFEFF\u65B9'],
    ['UTF-16BE', [0xfe, 0xff, 0x65, 0xb9], '\uFEFF\u65B9'],
    ['GB18030', [0xb7, 0xbd], '\u65B9'],
  ])('but %s is read', (encoding, bytes, text) => {
    expect(decode(new Uint8Array(bytes))).toEqual({ text, encoding });
  });
});
