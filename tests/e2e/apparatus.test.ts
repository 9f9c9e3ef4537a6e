import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';
import { testBacklinks } from '../support/backlinks.ts';
import { leave, openPage, type OpenedPage } from '../support/open-page.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

describe('in Chinese and English', () =>
  testBacklinks(inject('siteOut'), 'tests/fixtures/dossiers/dyke', 60));
describe('in other languages', () => testBacklinks(inject('otherOut'), 'tests/fixtures/dossiers/well', 3));

test('the amounts and dates in the downloads match the dossier', async () => {
  const dossier = await dossierIn('tests/fixtures/dossiers/dyke');
  const records = dossier.quantities.value;
  const csv = Papa.parse<Record<string, string>>(readFileSync(join(inject('siteOut'), 'data.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(csv.data.map((row) => [row['type'], row['what_zh'], row['what_en'], row['segment']])).toEqual(
    records.map(({ type, what, passage }) => [type, what['zh'], what['en'], passage.segment]),
  );
  expect(new Set(csv.data.map((row) => row['label_zh']))).toEqual(new Set(['转述']));
  const json = JSON.parse(readFileSync(join(inject('siteOut'), 'data.json'), 'utf8')) as {
    label: Record<string, string>;
    records: { value?: number }[];
  };
  expect(json.records.length).toBe(records.length);
  expect(json.label['en']).toContain('Paraphrase edition');
});

test('a cell that a spreadsheet would execute as a formula is text in the file', () => {
  const csv = Papa.parse<Record<string, string>>(readFileSync(join(inject('otherOut'), 'data.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.data[1]?.['what_de']).toBe('\'=Der Preis, "einfach"');
});

describe('the page of amounts and dates', () => {
  test('filters by words and type, and sorts amounts by value, not by notation', async () => {
    page = await openPage('en/data/');
    const rows = page.locator('table.data [data-item]:visible');
    const all = await rows.count();
    await page.getByLabel('Filter').first().fill('fields');
    const some = await rows.count();
    expect(some).toBe(3);
    expect(some).toBeLessThan(all);
    for (const text of await rows.allInnerTexts()) expect(text.toLowerCase()).toContain('fields');
    expect(await page.locator('output').innerText()).toBe(`${some} records`);
    const totals = await page.locator('[data-total]:visible').allInnerTexts();
    expect(totals.reduce((sum, total) => sum + Number(total), 0)).toBe(some);

    await page.getByLabel('Filter').first().fill('');
    await page.locator('select[name=type]').selectOption('amount');
    const value = page.getByRole('button', { name: 'Value' });
    await value.click();
    await value.click();
    expect(await rows.first().innerText()).toContain('18,600');
    expect(page.complaints).toEqual([]);
  });

  test('is a complete table without JavaScript', async () => {
    page = await openPage('zh/data/', { javaScriptEnabled: false });
    expect(await page.locator('table.data [data-item]').count()).toBe(23);
    expect(await page.locator('form:visible').count()).toBe(0);
  });
});

describe('the index of cases', () => {
  test('can be filtered by type and actor, without empty headings', async () => {
    page = await openPage('en/cases/');
    const shown = (): Promise<string[]> =>
      page!.locator('.group li:visible').evaluateAll((items) => items.map(({ id }) => id));
    await page.getByLabel('Actors').selectOption('north-shoal');
    expect(await shown()).toEqual(['great-breach', 'sluice-key']);
    const types = page.getByLabel('Type').locator('option:not([value=""])');
    expect(await types.and(page.locator(':disabled')).count()).toBe((await types.count()) - 2);
    await page.getByLabel('Type').selectOption('dispute');
    expect(await shown()).toEqual(['sluice-key']);
    expect(await page.getByLabel('Actors').locator('[value=north-shoal]').innerText()).toMatch(/\(1\)$/);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Dispute']);
    expect(await page.locator('output').innerText()).toBe('1 case');
    expect(await page.locator('.groups li:visible').allInnerTexts()).toEqual(['Dispute 1']);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      kind: 'dispute',
      actor: 'north-shoal',
    });
    expect(page.complaints).toEqual([]);
  });

  test('says so if a filter leaves nothing, and offers to clear it or to search for the words', async () => {
    page = await openPage('en/cases/?kind=dispute');
    const nothing = page.locator('.nothing');
    expect(await nothing.isVisible()).toBe(false);
    await page.getByLabel('Filter').fill('no such $& words');
    expect(await nothing.innerText()).toContain('Nothing in this list matches.');
    const search = page.getByRole('link', { name: 'Search the whole dossier for “no such $& words”' });
    expect(await search.getAttribute('href')).toMatch(/en\/search\/\?q=no\+such\+%24%26\+words$/);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    expect(await nothing.isVisible()).toBe(false);
    expect(await page.getByLabel('Type').inputValue()).toBe('');
    expect(new URL(page.url()).search).toBe('');
  });

  test('applies the filters in its address', async () => {
    page = await openPage('en/cases/?kind=disaster');
    expect(await page.locator('output').innerText()).toBe('2 cases');
    expect(await page.getByLabel('Type').inputValue()).toBe('disaster');
  });
});

test('a date of the timeline is reached by its year, and links to its sentence', async () => {
  page = await openPage('zh/timeline/');
  const year = page.getByRole('navigation', { name: '年份' }).getByRole('link', { name: /^1884/ });
  const count = Number(
    /(\d+)个日期/.exec((await year.getByRole('img').getAttribute('aria-label')) ?? '')?.[1],
  );
  await year.click();
  const group = page.locator('section:target');
  expect(await group.getByRole('heading').innerText()).toBe('1884');
  expect(await group.getByRole('listitem').count()).toBe(count);
  const date = group.getByRole('listitem').first();
  await date.locator('a.place').first().click();
  await page.waitForURL(/#p/);
  const unit = await page.evaluate(() => document.getElementById(location.hash.slice(1))?.textContent ?? '');
  expect(unit).toContain('1884年');
});
