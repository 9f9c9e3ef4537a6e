import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importKeys } from '../../src/i18n/keys.ts';
import { readTranslations } from '../../src/i18n/read-translations.ts';
import { untranslatedKeys } from '../../src/i18n/translate.ts';
import { importPaper } from '../../src/import/import-paper.ts';
import { drawPages } from '../../src/import/look/draw-pages.ts';
import { readWords, translatedDoubts } from '../../src/import/look/words.ts';

const { languages, messages } = await readTranslations('src/i18n/import', importKeys);

test('the page about an import is in English and Chinese', () => {
  expect(messages).toEqual([]);
  for (const lang of ['en', 'zh-Hans'])
    expect(untranslatedKeys(importKeys, lang, languages).keys).toEqual([]);
});

test('the English text of each doubt is that in the code', async () => {
  const code = globSync('src/import/**/*.ts').map((path) =>
    readFileSync(path, 'utf8').replaceAll("\\'", "'"),
  );
  const missing = Object.keys(await translatedDoubts('zh-Hans')).filter((english) => {
    const parts = english.split(/\{\w+\}|\b(?:dropped|kept|1 other line|other lines)\b/);
    const pattern = new RegExp(parts.map(RegExp.escape).join('[^\n]{0,140}?'));
    return !code.some((text) => pattern.test(text));
  });
  expect(missing).toEqual([]);
});

test('a translated doubt has no variable parts that the English one lacks', async () => {
  const namesIn = (text: string): string[] => text.match(/(?<=\{)\w+/g) ?? [];
  for (const [english, text] of Object.entries(await translatedDoubts('zh-Hans')))
    expect(namesIn(english)).toEqual(
      expect.arrayContaining(namesIn(text.replace(/ \{\p{Script=Han}+\}/gu, ''))),
    );
});

test('every doubt about the papers that are tests is translated', async () => {
  const { sayDoubt } = await readWords('zh-Hans');
  const reasons = globSync('tests/fixtures/papers/*/paper.txt').flatMap((path) =>
    importPaper(
      { text: readFileSync(path, 'utf8'), path, encoding: 'UTF-8' },
      '2020-01-01',
    ).ledger.doubts.map(({ reason }) => reason),
  );
  expect(reasons.length).toBeGreaterThan(10);
  expect(reasons.filter((reason) => sayDoubt(reason) === undefined)).toEqual([]);
});

test('a doubt is translated with its variable parts, whatever these are', async () => {
  const { sayDoubt } = await readWords('zh-Hant');
  expect(sayDoubt('the mark 3 has no note; it remains in the text')).toBe('注号3没有对应的注释，留在正文里');
  expect(sayDoubt('lines disagree on the issue: 4 or 3')).toBe('期号各行不一致：4，或者3');
  expect(sayDoubt('No year is printed for “The “Mill” (1)”; the id contains nd.')).toBe(
    '“The “Mill” (1)”没有印年份；它的编号里写“nd”',
  );
  expect(
    sayDoubt('the title “A” is also on 1 other line, first on line 7; it may be the journal’s name'),
  ).toBe('题名“A”还出现在另外1行，在第7行；它可能是刊名');
  expect(sayDoubt('the moon is full')).toBeUndefined();
});

test('the page about a Chinese paper is in Chinese, apart from entries to copy', async () => {
  const text = [
    '井水与轮次',
    '王永年',
    '内容提要：本文考察三个村子在大旱之年的争执，以及后来刻在碑上的轮次。',
    '一、大旱',
    '    石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，①',
    '后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里。②',
    '① 王永年：《井碑》，江岸出版社，2001 年，第 1 页。',
  ].join('\n');
  const source = { text, path: '井.txt', encoding: 'UTF-8' };
  const imported = importPaper(source, '2020-01-01');
  expect(imported.ledger.doubts.length).toBeGreaterThan(2);
  const page = drawPages(source, imported, await readWords(imported.paper.lang));
  expect(page).toContain('<html lang="zh-Hans">');
  const words = page
    .replace(/<style>[^]*?<\/style>|<pre>[^]*?<\/pre>|<a href="[^"]*(?:yaml|md)">[^<]*<\/a>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .match(/[A-Za-z]{2,}/g);
  expect(new Set(words)).toEqual(new Set(['txt']));
});
