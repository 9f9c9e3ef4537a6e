import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { layOut } from '../support/lay-out.ts';
import { workOf } from '../support/work-of.ts';

// Whatever a paper's text holds comes out as itself and as nothing else, in files of the names that import gives.

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title></script>]]>',
  '<!-- c --><?xml?><![CDATA[x]]>',
  '[here](javascript:alert(1))',
  '![x](data:text/html,<script>1</script>)',
  '{process.exit(0)}',
  '${constructor.constructor("return process")()}',
  '{{x}} <%= x %> #{x}',
  'import x from "y"',
  'export default {}',
  '---',
  'key: value',
  '- item: [a, b]',
  '&a [*a, *a]',
  '<<: *b !!js/function x',
  '%YAML 1.2',
  '../../etc/passwd',
  'C:\\x',
  '__proto__',
  '\u202Eabc\u202C \u2066x\u2069',
  '=1+1',
  '@book{a, title={}}',
  'TY  - JOUR',
  '[^1]: x',
  '[^x]',
  '{/* 1.0.1 */}',
  '\\ \\\\ \\{',
  '$$x$$ ~~a~~ **b** __c__ `d`',
  '| a | b |',
  '# h',
  '> q',
  '1. x',
  '* * *',
  '&lt;b&gt; &#0; &amp;',
  '[@key-2000, p. 3]',
  '[a](work:nope-2000) [b](case:x)',
  'http://a.b/c?d=<e>&f="g"',
  'a@b.example www.x.example\u4E95',
  '\uFFFE\uFDD0\u0085',
];

const places = ['title', 'author', 'abstract', 'paragraph', 'heading', 'row', 'caption', 'note', 'book'];

/** A small paper with something put before what stands in one place. */
function paperWith(payload: string, place: string): string {
  const at = (name: string, own: string): string => (name === place ? payload + own : own);
  return [
    at('title', '\u4E95\u6C34\u4E0E\u8F6E\u6B21'),
    at('author', '\u738B\u6C38\u5E74'),
    `\u3000\u3000\u6458\u8981\uFF1A${at('abstract', '\u516C\u4E95\u662F\u4E61\u6751\u7684\u516C\u5171\u5DE5\u7A0B\u3002')}`,
    '\u3000\u3000\u5173\u952E\u8BCD\uFF1A\u516C\u4E95\uFF1B\u6DD8\u4E95',
    `\u3000\u3000${at('paragraph', '\u77F3\u576A\u53BF\u4E1C\u4E61\u5927\u65F1\uFF0C\u4E09\u4E2A\u6751\u5B50\u4E89\u6267\u4E86\u5341\u4E00\u5929\u3002\u2460\u7891\u6587\u53EA\u6709\u4E5D\u5341\u516D\u4E2A\u5B57\u3002')}`,
    '',
    `\u4E00\u3001${at('heading', '\u4ECE\u53E3\u7EA6\u5230\u77F3\u523B')}`,
    '',
    '\u3000\u3000\u77F3\u576A\u7684\u516C\u4E95\u5927\u591A\u51FF\u4E8E\u65F1\u5E74\uFF0C\u7891\u6587\u5F88\u5C11\u3002\u2461',
    `\u8868 1  ${at('caption', '\u5185\u5BB9')}`,
    '\u8F6E\u6B21  61',
    `${at('row', '\u65F6\u8FB0')}  40`,
    '\u8D44\u6599\u6765\u6E90\uFF1A\u7B14\u8005\u81EA\u5236\u3002',
    '\u6CE8\u91CA',
    `\u2460 ${at('note', '\u6B64\u4E95\u5DF2\u5E9F\u3002')}`,
    `\u2461 \u5468\u660E\u5FB7\uFF1A\u300A${at('book', '\u4E95\u7891')}\u300B\uFF0C\u9752\u77F3\u4E66\u5C402010\u5E74\u7248\uFF0C\u7B2C3\u9875\u3002`,
    '',
  ].join('\n');
}

const imported = (text: string): Imported =>
  importPaper({ text, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01', 45);

describe.each(payloads)('%j in a paper', (payload) => {
  test.each(places)('stays text in its %s', (place) => {
    const { files, faults, ledger } = imported(paperWith(payload, place));
    // What is written was parsed again and is the text, or there would be faults.
    expect(faults).toEqual([]);
    expect(ledger.remainder).toBe(0);
    for (const [path, text] of files) {
      expect(path).toMatch(
        /^(?:dossier\.yaml|works\.json|permalinks\.json|exhibits\/[a-z]+-\d+\.yaml|chapters\/zh\/\d+-[a-z]+\.mdx)$/,
      );
      if (path.endsWith('.yaml')) expect(() => parse(text) as unknown).not.toThrow();
      if (path.endsWith('.json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });
});

test('a literal mark of a note, and an address before Chinese, are written so that neither is misread', () => {
  const text = paperWith('[^1] \uFF08http://a.example/b\uFF09\u4E95', 'paragraph');
  const chapter = imported(text).files.get('chapters/zh/0-introduction.mdx');
  expect(chapter).toContain('\\[^1]');
  expect(chapter).toContain('[http://a.example/b](http://a.example/b)\uFF09');
});

test.each([
  ['marks that open nothing', '\u300A'.repeat(50_000)],
  ['braces and tags', '{<'.repeat(20_000)],
  ['signs of emphasis', '*_~`'.repeat(25_000)],
  ['a line of blanks', `\u77F3${' '.repeat(100_000)}\u576A`],
  ['addresses', '\u89C1http://a.example/b\u3002'.repeat(4000)],
  ['years in brackets', '\u9648\u5B89\uFF082011\uFF09'.repeat(8000)],
])(
  '%s without end are read in a few seconds',
  (_, stretch) => {
    const faults: string[] = [];
    const work = workOf(() => {
      for (const place of ['paragraph', 'note']) faults.push(...imported(paperWith(stretch, place)).faults);
    });
    expect(faults).toEqual([]);
    expect(work).toBeLessThan(20_000);
  },
  60_000,
);

test('three thousand notes are read in a few seconds, each bound to its mark', () => {
  const word = (i: number): string => String.fromCodePoint(0x4e00 + i, 0x5e00 + ((i * 7) % 3000));
  const text = layOut(
    {
      title: '\u4E95\u6C34\u4E0E\u8F6E\u6B21',
      authors: '\u738B\u6C38\u5E74',
      abstract: '\u516C\u4E95\u662F\u4E61\u6751\u7684\u516C\u5171\u5DE5\u7A0B\u3002',
      blocks: Array.from({ length: 1000 }, (_, i) => ({
        type: 'paragraph' as const,
        text: `${word(i)}\u4E95\u5728\u4E1C\u4E61\u3002${NOTE_MARK}${word(i + 1)}\u4E95\u5728\u897F\u4E61\uFF0C${NOTE_MARK}${word(i + 2)}\u4E95\u5DF2\u5E9F\uFF0C\u6751\u4EBA\u53E6\u51FF\u4E00\u773C\u3002${NOTE_MARK}`,
      })),
      notes: Array.from({ length: 3000 }, (_, i) => `${word(i)}\u4E95\u89C1\u4E8E\u7891\u6587\u3002`),
    },
    // Circled numbers end at twenty on a page.
    { width: 66, height: 22, paragraphs: 'indent' },
  );
  const { paper, faults } = imported(text);
  expect(faults).toEqual([]);
  expect(paper.notes).toHaveLength(3000);
  expect(paper.notes[1500]?.content.text).toBe(`${word(1500)}\u4E95\u89C1\u4E8E\u7891\u6587\u3002`);
}, 60_000);
