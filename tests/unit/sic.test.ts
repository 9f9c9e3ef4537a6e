import { describe, expect, test } from 'vitest';
import { workSchema } from '../../src/model/work.ts';
import { sayPrinted } from '../../src/site/work-as-printed.ts';
import { translationsFor } from '../../src/i18n/translations.ts';

const workWith = (sic: unknown) =>
  workSchema.parse({ id: 'doe-2007', type: 'book', language: 'en', title: 'On Wells', custom: { sic } });

const english = { id: 'en', t: translationsFor('en') };
const chinese = { id: 'zh', t: translationsFor('zh-Hans') };

describe('notes on how the paper prints a work', () => {
  test('say what is printed, in the language of the page', () => {
    const work = workWith({ volume: { printed: '34' } });
    expect(sayPrinted(work, english.id, english.t)).toEqual(['The paper prints the volume as 34']);
    expect(sayPrinted(work, chinese.id, chinese.t)).toEqual(['论文所印卷号：34']);
  });

  test('ascribe a remark to the editors, in each language, and never to the paper', () => {
    const work = workWith({ issued: { remark: { zh: '论文未印年份。', en: 'The paper prints no year.' } } });
    expect(sayPrinted(work, english.id, english.t)).toEqual([
      'Editors’ note on the date: The paper prints no year.',
    ]);
    expect(sayPrinted(work, chinese.id, chinese.t)).toEqual(['编者按（日期）：论文未印年份。']);
  });

  test('distinguish the two if there are both', () => {
    const work = workWith({ author: { printed: 'J. Doe', remark: { en: 'The second author is missing.' } } });
    expect(sayPrinted(work, english.id, english.t)).toEqual([
      'The paper prints the author as J. Doe',
      'Editors’ note on the author: The second author is missing.',
    ]);
  });

  test('treat a plain string as what is printed', () => {
    expect(sayPrinted(workWith({ volume: '34' }), english.id, english.t)).toEqual([
      'The paper prints the volume as 34',
    ]);
  });

  test('reject a field without content', () => {
    expect(() => workWith({ volume: {} })).toThrow(/Missing/);
  });
});
