import { expect, test } from 'vitest';
import { printedLanguage } from '../../src/cite/printed-language.ts';
import { workSchema } from '../../src/model/work.ts';

const work = (language: string, title: string) =>
  workSchema.parse({ id: 'x-2000', type: 'book', language, title });
const sea = work('en', 'Sea and Land');
const dunes = work('zh-Hans', '沙丘');
const meer = work('de', 'Das Meer und das Land');

test.each([
  ['an English citation in a Chinese note', 'John Hill, Sea and Land, p. 3', sea, 'zh-Hans', 'en'],
  ['a Chinese citation in an English note', '李四：《沙丘》，第8页', dunes, 'en', 'zh-Hans'],
  ['a short form in the language of the note', '同上，第9页', sea, 'zh-Hans', undefined],
  ['a short form in English of a Chinese work', 'Ibid., 9', dunes, 'en', undefined],
  ['a citation in the language of the note', 'John Hill, Sea and Land', sea, 'en', undefined],
  ['a German title in an English note', 'Hill, Das Meer und das Land, 9', meer, 'en', 'de'],
  ['a short form of a German work', 'Ibid., 9', meer, 'en', undefined],
  ['a work in the other script of Chinese', '李四：《沙灘》', work('zh-Hant', '沙灘'), 'zh-Hans', 'zh-Hant'],
])('%s', (_, printed, cited, around, lang) => {
  expect(printedLanguage(printed, cited, around)).toBe(lang);
});
