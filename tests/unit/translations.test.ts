import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judgeInterface } from '../../src/check/rules/interface-translated.ts';
import { citationStyles } from '../../src/model/citation-style.ts';
import { translationKeys } from '../../src/i18n/keys.ts';
import { sayDate, sayLocator, sayPages, sayPassage } from '../../src/i18n/phrases.ts';
import { readTranslations, type KeyTree } from '../../src/i18n/read-translations.ts';
import {
  ownTranslations,
  templatesOf,
  translate,
  translationsFor,
  untranslated,
} from '../../src/i18n/translations.ts';
import { formatPlace, startOf } from '../../src/model/place.ts';
import { settingsSchema } from '../../src/model/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-i18n-'));
  for (const name of ['en.yaml', 'zh-Hans.yaml']) cpSync(join('src/i18n', name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The current interface with one more language file. */
const withLanguage = (tag: string, text: string) => {
  writeFileSync(join(folder, `${tag}.yaml`), text);
  return readTranslations(folder, translationKeys);
};

const esperanto = `
nav:
  front: Titolpaĝo
cases:
  shown: '{count, plural, one {1 kazo} other {{count} kazoj}}'
`;

describe('a partly translated language', () => {
  test('has its own texts, and the others in English', async () => {
    const { languages, messages } = await withLanguage('eo', esperanto);
    expect(messages).toEqual([]);
    const t = translate('eo', languages);
    expect(t.lang).toBe('eo');
    expect(t.nav.front).toBe('Titolpaĝo');
    expect([1, 2].map((count) => t.cases.shown({ count }))).toEqual(['1 kazo', '2 kazoj']);
    expect(t.nav.search).toBe('Search');
  });

  test('reports the missing texts as todos', async () => {
    const { languages } = await withLanguage('eo', esperanto);
    const { keys, file, instead } = untranslated('eo', languages);
    expect({ file, instead }).toEqual({ file: join(folder, 'eo.yaml'), instead: 'en' });
    expect(keys).toContain('nav.search');
    expect(keys).not.toContain('nav.front');
    expect(keys).not.toContain('cases.shown');
  });
});

describe('a language without a file', () => {
  test.each([
    ['zh', 'zh-Hans', '首页'],
    ['zh-CN', 'zh-Hans', '首页'],
    ['zh-Hant', 'zh-Hans', '首页'],
    ['en-GB', 'en', 'Home'],
    ['de', 'en', 'Home'],
  ])('%s falls back to %s', (lang, said, front) => {
    const t = translationsFor(lang);
    expect([t.lang, t.nav.front]).toEqual([said, front]);
  });

  test('lacks nothing if only its region differs, and everything if its script differs', () => {
    const missing = (lang: string) => untranslated(lang, ownTranslations.languages).keys.length;
    expect([missing('en-GB'), missing('zh-CN')]).toEqual([0, 0]);
    expect(missing('zh-Hant')).toBe(missing('fr'));
    expect(missing('fr')).toBeGreaterThan(250);
  });

  test('prefers the file of its own region', async () => {
    const { languages } = await withLanguage(
      'en-GB',
      'actors: { kind: { organisation: organisation (UK) } }',
    );
    expect(translate('en-GB', languages).actors.kind.organisation).toBe('organisation (UK)');
    expect(translate('en', languages).actors.kind.organisation).toBe('Organisation');
    expect(translate('de', languages).actors.kind.organisation).toBe('Organisation');
  });
});

describe('check', () => {
  const settings = {
    value: settingsSchema.parse({
      paper: { title: { fr: 'Le puits' }, authors: [], language: 'fr' },
      dossier: {
        title: { fr: 'Dossier' },
        editors: { fr: 'N. N.' },
        description: { fr: 'Un dossier.' },
        version: '1.0.0',
        issued: '2001-02-03',
      },
      editions: [
        { id: 'fr', lang: 'fr', role: 'original', name: 'Français' },
        { id: 'en', lang: 'en', role: 'paraphrase', name: 'English' },
      ],
      chapters: [{ id: '1-a', section: 1, title: { fr: 'A' } }],
    }),
    at: (...keys: PropertyKey[]) => startOf(keys.join('.')),
  };
  const judge = async (tag: string, text: string) =>
    [...judgeInterface({ settings }, await withLanguage(tag, text))].map(
      ({ place, level = 'error', reason }) =>
        `${formatPlace(place).replace(`${folder}/`, '')} ${level} ${reason}`,
    );

  test('reports at the edition that its language has no file', async () => {
    expect(await judge('eo', esperanto)).toEqual([
      'editions.0.lang:1:1 todo Missing interface in fr, expected src/i18n/fr.yaml in the engine',
    ]);
  });

  test('reports in the file which texts are missing', async () => {
    const all = readFileSync('src/i18n/en.yaml', 'utf8');
    const lacking = all.replace(/^ {2}(?:noThesis|licence): .*\n/gm, '');
    expect(await judge('fr', lacking)).toEqual([
      'fr.yaml:1:1 todo Missing texts dossier.licence, argument.noThesis, expected a complete interface in fr',
    ]);
    expect(await judge('fr', all)).toEqual([]);
  });

  test.each([
    ['nav: { fronte: Accueil }', 'fr.yaml:1:8 error Unexpected key “fronte” of nav, expected front'],
    [
      'note:\n  name: Note {id}',
      'fr.yaml:2:3 error Unexpected argument {id}, expected number (at note.name)',
    ],
    [
      'note:\n  name: "{number, plural, one {<b>{who}</b>} other {}}"',
      'fr.yaml:2:3 error Unexpected argument {b}, expected number (at note.name)',
    ],
    ['none: Rien de {tel}', 'fr.yaml:1:1 error Unexpected argument {tel}, expected none (at none)'],
    [
      'cases:\n  shown: "{count, plural, one {cas}}"',
      'fr.yaml:2:3 error Unexpected text, expected ICU MessageFormat: missing other clause (at cases.shown)',
    ],
    ['nav: Accueil', 'fr.yaml:1:1 error Unexpected “Accueil” (at nav), expected keys with values'],
    ['none: 1', 'fr.yaml:1:1 error Unexpected number 1 (at none), expected text'],
    ['none: a\nnone: b', 'fr.yaml:2:1 error Unexpected second key “none”, expected it once'],
  ])('reports what a language file may not contain: %s', async (text, said) => {
    expect(await judge('fr', text)).toEqual([said]);
  });
});

describe('every language of the interface', () => {
  const samples: Record<string, string | number> = { count: 3, number: 3, year: 1999, first: 1, last: 2 };
  /** Each text with its key, formatted with all its possible arguments. */
  const textsIn = (keys: KeyTree, texts: object, parent = ''): [string, unknown][] =>
    Object.entries(keys).flatMap(([name, inner]): [string, unknown][] => {
      const text: unknown = new Map(Object.entries(texts)).get(name);
      if (!Array.isArray(inner)) return textsIn(inner as KeyTree, text as object, `${parent}${name}.`);
      const values = Object.fromEntries(inner.map((one: string) => [one, samples[one] ?? `‹${one}›`]));
      return [[`${parent}${name}`, typeof text === 'function' ? text(values) : text]];
    });

  test.each(ownTranslations.languages.map(({ tag }) => tag))('%s formats each of its texts', (tag) => {
    const texts = textsIn(translationKeys, translationsFor(tag));
    expect(texts.filter(([, text]) => typeof text !== 'string' || /[{}]/.test(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(250);
  });

  test.each(ownTranslations.languages.map(({ tag }) => tag))('%s has valid language settings', (tag) => {
    const { language, typography } = translationsFor(tag);
    expect(citationStyles).toContain(language.citationStyle);
    expect(Number(language.compactFrom)).toBeGreaterThan(999);
    expect(() => new RegExp(language.measure, 'gu')).not.toThrow();
    expect(Intl.DateTimeFormat.supportedLocalesOf(language.dates)).toEqual([language.dates]);
    expect(typography.quotes.split(' ')).toHaveLength(4);
  });

  test('is complete and valid for English and Chinese', () => {
    expect(ownTranslations.messages).toEqual([]);
    for (const lang of ['en', 'zh-Hans'])
      expect(untranslated(lang, ownTranslations.languages).keys).toEqual([]);
  });
});

describe('the text of a page', () => {
  const [en, zh] = [translationsFor('en'), translationsFor('zh-Hans')];

  test('alternates quotation marks inside quotation marks', () => {
    expect(en.segment.printed({ text: 'the “wells”' })).toBe('The paper prints “the ‘wells’”.');
    expect(zh.segment.printed({ text: '“井”' })).toBe('论文印作“‘井’”。');
  });

  test.each([
    ['2020-09-22', undefined, '22 September 2020', '2020年9月22日'],
    ['2020-09', undefined, 'September 2020', '2020年9月'],
    ['0079', undefined, '79', '79年'],
    ['2020/2021-03', undefined, '2020 to March 2021', '2020年至2021年3月'],
    ['20XX', undefined, '21st century', '21世纪'],
    ['18XX', 'late', 'end of the 19th century', '19世纪末'],
  ] as const)('writes the date %s %s', (date, part, english, chinese) => {
    expect([en, zh].map((t) => sayDate(t, date, part))).toEqual([english, chinese]);
  });

  test('writes single pages and page ranges', () => {
    expect([en, zh].map((t) => sayPages(t, [7, 7]))).toEqual(['p. 7', '第7页']);
    expect([en, zh].map((t) => sayPages(t, [7, 9]))).toEqual(['pp. 7–9', '第7—9页']);
  });

  test('the abstract has its name, as a place also if only some of its sentences are meant', () => {
    expect(sayPassage(en, 'abstract', undefined)).toBe('Abstract');
    expect(sayPassage(en, 'abstract', [2, 2])).toBe('Abstract, sentence 2');
    expect(sayPassage(zh, 'abstract', [1, 3])).toBe('内容摘要第1—3句');
    expect(sayPassage(en, 'table-1', undefined)).toBe('Table 1');
    expect(sayPassage(en, '2.1.3', [2, 4])).toBe('2.1.3, sentences 2–4');
  });

  test('writes the range of a locator with a dash, but in Chinese as it is', () => {
    expect([en, zh].map((t) => sayLocator(t, 'pp. 7-9, re-issued'))).toEqual([
      'pp. 7–9, re-issued',
      'pp. 7-9, re-issued',
    ]);
  });

  test('chooses by number and by the presence of a value', () => {
    expect([0, 1, 1234].map((count) => en.cite.shown({ count }))).toEqual([
      '0 works',
      '1 work',
      '1234 works',
    ]);
    expect(en.cases.asOf({ year: 'none' })).toMatch(/^This summary follows the paper\. /);
    expect(en.cases.asOf({ year: 1931 })).toMatch(/^This summary follows the paper of 1931\. /);
    expect(zh.cite.title.translation({ name: '井', translator: '某君', language: '中文' })).toBe(
      '井（某君译）',
    );
  });

  test('is available to the scripts of a page as templates', () => {
    expect(templatesOf(en.search.marked)).toMatchObject({ next: 'Next', of: '{} of {}' });
    expect(en.cases.shown.template).toBe('{} cases');
    expect(templatesOf({ box: zh.search.box }).box.kinds.term).toBe('概念');
  });
});
