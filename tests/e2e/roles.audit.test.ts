import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../support/open-page.ts';
import { runNode, serve } from '../support/sites.ts';

// A dossier with the authors’ own text, a translation of it, and a paraphrase that is called a translation, as in
// dossiers of 1.0.0: everything copied or exported says whose words it has.

const folder = mkdtempSync(join(tmpdir(), 'dossier-roles-'));
const [content, out] = [join(folder, 'content'), join(folder, 'out')];
let site: Awaited<ReturnType<typeof serve>>;
/** The build’s output. */
let said: string;

beforeAll(async () => {
  cpSync('tests/fixtures/dossiers/lamp', content, { recursive: true });
  for (const [script, ...args] of [
    ['confirm', '1-light'],
    ['release', '--yes', '1.0.0'],
    ['build'],
  ] as const) {
    const { code, output } = await runNode([`src/cli/${script}.ts`, ...args], { DOSSIER: content, OUT: out });
    if (code !== 0) throw new Error(output);
    said = output;
  }
  // The path of the address in its dossier.yaml.
  site = await serve(out, '/lamps/');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const read = (file: string): string => {
  const text = readFileSync(join(out, file), 'utf8');
  const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&#34;': '"', '&#38;': '&' };
  return text.replace(/&(?:quot|amp|#34|#38);/g, (one) => entities[one] ?? one);
};

const ORIGINAL = 'The author’s own text: Jane Doe, ‘On Lamps’, Journal of Lamps, 1999, 701–18';
const TRANSLATION = '译文：某君据原文翻译，非作者原文。论文原文为英文：简·多伊：《论灯》';
const PARAPHRASE = 'Paraphrase edition: rewritten paragraph by paragraph';
const ACCOUNT = 'Written by this dossier’s editors about the paper.';
const TRANSLATED_ACCOUNT = '编者所述：本卷宗编者据论文撰写，非作者原文';

describe('whose words they are is stated', () => {
  test.each([
    ['at the foot of a chapter', 'en/1-light/index.html', [ORIGINAL], [PARAPHRASE, ACCOUNT]],
    ['at the foot of a translated one', 'zh/1-light/index.html', [TRANSLATION], ['转述版', ORIGINAL]],
    ['at the foot of a restated one', 'de/1-light/index.html', [PARAPHRASE], [ORIGINAL, 'Translation by']],
    [
      'under the title of a chapter',
      'en/1-light/index.html',
      ['text: Jane Doe, “On Lamps”, <i>Journal of Lamps</i>, 1999'],
      [],
    ],
    ['under that of a translated one', 'zh/1-light/index.html', ['某君译自简·多伊《'], []],
    ['under that of a case', 'de/cases/dark-winter/index.html', ['class="byline"', 'Written by '], []],
    ['on the page of all editions', 'p/1.0.1/index.html', [ORIGINAL, TRANSLATION, PARAPHRASE], []],
    ['on the editors’ account of a case', 'en/cases/dark-winter/index.html', [ACCOUNT, ORIGINAL], []],
    ['on it in a translation', 'zh/terms/lamp/index.html', [TRANSLATED_ACCOUNT, TRANSLATION], ['转述']],
    ['in Markdown', 'en/1-light.md', [ORIGINAL], [PARAPHRASE]],
    ['in translated Markdown', 'zh/1-light.md', [TRANSLATION], ['转述']],
    ['in restated Markdown', 'de/1-light.md', [PARAPHRASE], ['Translation']],
    [
      'in the data of a paragraph',
      'p/1.0.1.json',
      [ORIGINAL, TRANSLATION, PARAPHRASE, '"role": "translation"'],
      [],
    ],
    ['in the account for programs', 'llms.txt', [ORIGINAL, TRANSLATION, PARAPHRASE], []],
    ['in a release', 'v/1.0.0/zh/1-light/index.html', [TRANSLATION], ['转述']],
    ['at the foot of a printed sheet', 'en/print.css', ['The author’s own text: Jane Doe'], []],
    ['at the foot of a translated sheet', 'zh/print.css', ['译文，非作者原文：某君据原文翻译'], []],
    ['at the foot of a sheet of the editors’', 'en/print-account.css', ['By the dossier’s editors'], []],
    [
      'beside what is found',
      'zh/search/index.html',
      ['"labels":{"text":"译文"', '"account":"编者所述"'],
      ['"转述"'],
    ],
  ])('%s', (_, file, said, unsaid) => {
    const text = read(file);
    expect(said.filter((label) => !text.includes(label))).toEqual([]);
    expect(unsaid.filter((label) => text.includes(label))).toEqual([]);
  });

  test('in the references and records of a translation: its authors, then its translator', () => {
    const page = read('p/1.0.1/index.html');
    for (const said of [
      '多伊简：《论灯》（译文），载示例编者主编：《〈论灯〉卷宗（1.0.0版）》，某君译，2000年版，段落1.0.1',
      'translator = {{某君}}',
      'A4  - 某君,',
      'N1  - 译文：某君据原文翻译',
    ])
      expect(page.replace(/<[^>]+>/g, '')).toContain(said);
  });

  test('in a page’s records for reference managers', () => {
    const tags = (file: string): string[] =>
      [...read(file).matchAll(/<meta name="citation_(?:title|author)" content="([^"]*)"/g)].map(
        ([, value = '']) => value,
      );
    expect(tags('en/1-light/index.html')).toEqual(['On Lamps', 'Doe, Jane']);
    expect(tags('zh/1-light/index.html')).toEqual(['光（某君译）', '多伊, 简']);
    expect(tags('de/1-light/index.html')[0]).toBe('Licht');
    expect(tags('en/cases/dark-winter/index.html')[0]).toBe('The dark winter');
    expect(read('zh/1-light/index.html')).toContain('"translator":{"@type":"Person","name":"某君"}');
    expect(read('zh/1-light/index.html')).toContain('"translationOfWork"');
  });
});

test('copied text says whose words it contains, separately for each part of a page', async () => {
  const page = await openPage('en/cases/dark-winter/', { site: site.address });
  const copied = async (selector: string): Promise<string> => {
    await page
      .locator(selector)
      .first()
      .evaluate((element) => getSelection()?.selectAllChildren(element));
    await page.locator('.cite-selection').waitFor({ state: 'attached' });
    return page.evaluate(() => {
      const data = new DataTransfer();
      document.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
  };
  expect(await copied('.account')).toMatch(/\n\nBy the dossier’s editors, not the author’s words\./);
  expect(await copied('.passages [data-wording=en] p')).toMatch(/\n\nThe author’s own text: Jane Doe/);
  await page.locator('.other').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const other of all) other.open = true;
  });
  expect(await copied('.passages [data-wording=zh] p')).toMatch(/\n\n译文，非作者原文：某君据原文翻译/);
  expect(await copied('.passages [data-wording=de] p')).toMatch(/\n\nParaphrase by the dossier’s editors/);
  await page.context().close();
});

test('search matches are highlighted in both scripts, if an edition has both', async () => {
  const page = await openPage('zh/1-light/?q=灯#p1.0.1', { site: site.address });
  await page.getByRole('region', { name: '检索命中' }).waitFor();
  const marked = await page.evaluate(() => [...CSS.highlights.get('search-hit')!].map(String));
  expect([...new Set(marked)].sort()).toEqual(['灯', '燈']);
  await page.goto(`${site.address}zh/search/?q=灯火`);
  await page.locator('.exact mark').first().waitFor();
  expect(await page.locator('.exact mark').allInnerTexts()).toEqual(['燈火']);
  await page.context().close();
});

describe('a paper on pages 701 to 718, without page markers in any edition', () => {
  test('the build says what is missing', () =>
    expect(said).toContain('todo pages-marked Missing printed pages, expected {/* p. 702 */}'));

  test('no file and no form contains a page, except the range of the whole paper', () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:bin|js|zip|epub|pdf)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
        .replace(/701(?:–|—|--|-)(?:7?18)/g, '')
        .replace(/start: "701"\s+end: "718"/g, '')
        .replace(/rft\.spage=701&amp;rft\.epage=718/g, '')
        .replace(/SP {2}- 701(?:\\[rn]|\s)+EP {2}- 718/g, '')
        .replace(/"citation_(?:firstpage|lastpage)" content="7(?:01|18)"/g, '');
      const page = /.{0,40}(?:\b701\b|data-page="\d|class="pages"|"pages?": ?[[\d]).{0,40}/.exec(text)?.[0];
      return page === undefined ? [] : [`${file.slice(out.length)}: ${page}`];
    });
    expect(found).toEqual([]);
  });
});
