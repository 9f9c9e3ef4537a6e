import { expect, test } from 'vitest';
import { copiedDossier } from '../support/copied-dossier.ts';

const { edit, said, write } = copiedDossier('bridge');

test('a country in place of a language gets the language as a suggestion', async () => {
  edit('dossier.yaml', 'id: zh, lang: zh-Hans,', 'id: zh, lang: cn,');
  expect(await said()).toContain(
    [
      'dossier.yaml:19:15 todo interface-translated Unexpected language “cn”, expected a known one such as zh-Hans or en (nearest: zh-Hans)',
      '  Until then, the interface is in en, and rules that depend on the language do not apply.',
    ].join('\n'),
  );
});

test('a version that YAML reads as a number gets the right form at once', async () => {
  edit('dossier.yaml', 'version: 1.0.0', 'version: 1.0');
  expect(await said()).toEqual([
    expect.stringContaining(
      'dossier.yaml:14:3 error schema-holds Unexpected version, expected one like 1.0.0 (at dossier.version)\n',
    ),
  ]);
});

test('of an id that is used twice, only that is reported', async () => {
  write(
    'cases/severn/case.yaml',
    'title: { zh: 塞文桥, en: Severn Bridge }\nsummary: { zh: 吊桥。, en: A suspension bridge. }\nkind: bridge\npassages: [1.0.1-2]\n',
  );
  edit(
    'dossier.yaml',
    'chapters:',
    'caseKinds:\n  - { id: bridge, name: { zh: 桥, en: Bridge } }\nchapters:',
  );
  edit('chapters/en/1-spans.mdx', '[^1]:', '{/* 1.0.1 */} It spans far.\n\n[^1]:');
  const messages = await said();
  expect(messages.join('\n')).toContain('Unexpected second segment 1.0.1, expected a unique id');
  expect(messages.join('\n')).not.toContain('expected units of 1.0.1 up to');
});

test('of a note that is defined twice, only that is reported', async () => {
  edit('chapters/en/1-spans.mdx', '[^1]: Two', '[^1]: Two.\n\n[^1]: Two');
  expect((await said()).map((one) => one.split('\n')[0])).toEqual([
    'chapters/en/1-spans.mdx:5:1 error notes-paired Unexpected second definition of note 1, expected exactly one',
  ]);
});

test('a note without its definition keeps its paragraph from being compared, and the message says so', async () => {
  edit('chapters/zh/1-spans.mdx', '[^1]: 另有两座桥未列入。\n', '');
  expect(await said()).toContain(
    [
      'chapters/zh/1-spans.mdx:1:76 error notes-paired Missing definition of note 1, expected [^1]: … at the end of this chapter',
      '  Until then, 1.0.1 is not compared with other editions: more messages may follow.',
    ].join('\n'),
  );
});

test('of a paragraph without its id, the printed page in it is not reported too', async () => {
  edit('chapters/zh/1-spans.mdx', '{/* 1.0.1 */} 1987', '{/* 1.0.1 */} {/* p. 1 */}1987');
  edit('chapters/en/1-spans.mdx', '{/* 1.0.1 */} In', '{/* p. 1 */}In');
  const messages = await said();
  expect(messages.join('\n')).toContain('Missing id at the start of a paragraph');
  expect(messages.filter((one) => one.includes('pages-ordered'))).toEqual([]);
});

test('one sentence less: the message names the first that no longer fits', async () => {
  edit('chapters/zh/1-spans.mdx', '耗资340亿美元，', '耗资340亿美元。');
  expect(await said()).toContain(
    [
      'chapters/en/1-spans.mdx:1:159 error units-aligned Unexpected 2 units in segment 1.0.1 of edition en, expected 3 as in edition zh',
      '  see chapters/zh/1-spans.mdx:1:68',
      '  Compare first 1.0.1-2, “The author points out that a s…”, with “约占预算的七成。”. If nothing is missing, divide a sentence or join two; or set {/* | */} between units in both editions.',
    ].join('\n'),
  );
});

test('a passage counts the units of the first edition, and the message names the right one', async () => {
  write(
    'cases/severn/case.yaml',
    'title: { zh: 塞文桥, en: Severn, own: Severn }\nsummary: { zh: 铁。, en: Iron., own: Iron. }\nkind: bridge\npassages: [1.0.1-2, 1.0.1]\n',
  );
  edit(
    'dossier.yaml',
    'editions:\n',
    'caseKinds:\n  - { id: bridge, name: { zh: 桥, en: Bridge, own: Bridge } }\neditions:\n  - { id: own, lang: zh-Hans, role: original, name: 原文 }\n',
  );
  write(
    'chapters/own/1-spans.mdx',
    '{/* 1.0.1 */} [塞文桥](case:severn)在此。[^1]法国建桥。\n\n[^1]: 注。\n',
  );
  for (const edition of ['zh', 'en'])
    edit(
      `chapters/${edition}/1-spans.mdx`,
      edition === 'zh' ? '梁桥](term:beam-bridge)的' : ' times as',
      edition === 'zh' ? '梁桥](term:beam-bridge)的[塞](case:severn)' : ' [times](case:severn) as',
    );
  expect((await said()).filter((one) => one.includes('pointers-match'))).toEqual([
    [
      'cases/severn/case.yaml:4:12 todo pointers-match Unexpected passage 1.0.1-2 of the case “severn”, expected one that links to the case or names what it is about in edition own, whose units passages count',
      '  see chapters/own/1-spans.mdx:1:40',
      '  There, 1.0.1-1 does.',
    ].join('\n'),
  ]);
});

test('a source check needs a sentence that names a number of its claim', async () => {
  const check = (passage: string): void =>
    write(
      'checks.yaml',
      `- id: 1.0.1a\n  passage: ${passage}\n  claim: { zh: 跨度是10倍, en: The span is 10 times as much }\n  source: { zh: 书, en: A book }\n  read: nothing\n  verdict: not-to-be-had\n  finding: { zh: 未见。, en: Not seen. }\n  date: "1988-01-01"\n  sought: { zh: 图书馆。, en: A library. }\n`,
    );
  check('1.0.1-1');
  expect(await said()).toEqual([
    [
      'checks.yaml:2:3 todo pointers-match Unexpected passage 1.0.1-1 of source check 1.0.1a, expected a unit that names one of the numbers of its claim: 10 times',
      '  see chapters/zh/1-spans.mdx:1:15',
      '  In edition zh, 1.0.1-2 does.',
    ].join('\n'),
  ]);
  check('1.0.1-2');
  expect(await said()).toEqual([]);
});
