import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { readDossier } from '../../src/read/read-dossier.ts';
import { builtPages } from './built-pages.ts';
import { openPage } from './open-page.ts';

let page: (Page & { complaints: string[] }) | undefined;
afterEach(() => page?.context().close());

const sites = () => [
  { folder: 'dist', content: 'content', editions: ['zh', 'en'] },
  {
    folder: inject('otherOut'),
    content: 'tests/fixtures/dossiers/well',
    editions: ['de', 'welsch', 'hant'],
  },
];

describe.each([0, 1])('dossier %i', (index) => {
  test('a segment lists an entry if and only if the entry lists the segment', async () => {
    const { folder, content, editions } = sites()[index]!;
    const { dossier } = await readDossier(content);
    const pages = new Map(builtPages(folder).map(({ address, html }) => [address, html]));
    page = await openPage('');
    const linksIn = (address: string, selector: string): Promise<string[]> =>
      page!.evaluate(
        ([html, wanted]) => {
          const shown = new DOMParser().parseFromString(html, 'text/html');
          return [...shown.querySelectorAll(wanted)].map((link) => link.getAttribute('href') ?? '');
        },
        [pages.get(address) ?? '', selector] as const,
      );
    let compared = 0;
    for (const edition of editions) {
      const lang = dossier!.settings.value.editions.find(({ id }) => id === edition)?.lang ?? '';
      const fromSegments = new Set<string>();
      const fromEntries = new Set<string>();
      for (const address of [...pages.keys()].filter((one) => /^\/p\//.test(one))) {
        for (const href of await linksIn(address, `.text[lang="${lang}"] .apparatus a`)) {
          const [, kind, slug] = /\/(cases|terms|actors)\/(?:#)?([a-z0-9-]+)\/?$/.exec(href) ?? [];
          if (kind) fromSegments.add(`${kind}/${slug} ${address.slice(3, -1)}`);
        }
      }
      for (const kind of ['cases', 'terms', 'actors']) {
        const entries = [...pages.keys()].filter((one) =>
          new RegExp(`^/${edition}/${kind}/[^/]+/$`).test(one),
        );
        for (const address of entries) {
          for (const href of await linksIn(address, '.uses a.place'))
            fromEntries.add(`${kind}/${address.split('/')[3]} ${segmentOf(href)}`);
        }
      }
      // Cases without a page of their own are entries of the index.
      const index = pages.get(`/${edition}/cases/`) ?? '';
      for (const [, slug = '', item = ''] of index.matchAll(/<li id="([^"]+)"[^>]*>([\s\S]*?)<\/li>/g)) {
        for (const [, segment] of item.matchAll(/class="place" href="[^"#]*#p?([^"]+)"/g))
          fromEntries.add(`cases/${slug} ${segment}`);
      }
      const paged = [...fromEntries].filter((one) => !/ (?:\d+(?:\.\d+)?|figure-\d|table-\d)$/.test(one));
      expect([...fromSegments].sort()).toEqual(paged.sort());
      compared += paged.length;
    }
    expect(compared).toBeGreaterThan(index === 0 ? 500 : 3);
  });
});

const segmentOf = (href: string): string => /#p?(.+)$/.exec(href)?.[1] ?? '';

test('the amounts and dates are read back from the files as they stand in the dossier', async () => {
  const { dossier } = await readDossier('content');
  const records = dossier!.quantities.value;
  const csv = Papa.parse<Record<string, string>>(readFileSync(join('dist', 'data.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(csv.data.map((row) => [row['type'], row['what_zh'], row['what_en'], row['segment']])).toEqual(
    records.map(({ type, what, passage }) => [type, what['zh'], what['en'], passage.segment]),
  );
  expect(new Set(csv.data.map((row) => row['label_zh']))).toEqual(new Set(['转述']));
  const json = JSON.parse(readFileSync(join('dist', 'data.json'), 'utf8')) as {
    label: Record<string, string>;
    records: { value?: number }[];
  };
  expect(json.records.length).toBe(records.length);
  expect(json.label['en']).toContain('Paraphrase edition');
});

test('a cell that a spreadsheet would run as a formula is text in the file', () => {
  const csv = Papa.parse<Record<string, string>>(readFileSync(join(inject('otherOut'), 'data.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.data[1]?.['what_de']).toBe('\'=Der Preis, "einfach"');
});

describe('the page of amounts and dates', () => {
  test('narrows by words and type, and sorts by what an amount is, not by how it is written', async () => {
    page = await openPage('en/data/');
    const rows = page.locator('table.data tbody tr:visible');
    const all = await rows.count();
    await page.getByLabel('Filter').first().fill('hydrogen');
    const some = await rows.count();
    expect(some).toBeGreaterThan(2);
    expect(some).toBeLessThan(all);
    for (const text of await rows.allInnerTexts()) expect(text.toLowerCase()).toContain('hydrogen');
    expect(await page.locator('output').innerText()).toBe(`${some} records`);

    await page.getByLabel('Filter').first().fill('');
    await page.locator('select[name=type]').selectOption('amount');
    const value = page.getByRole('button', { name: 'Value' });
    await value.click();
    await value.click();
    expect(await rows.first().innerText()).toContain('€1 trillion');
    expect(page.complaints).toEqual([]);
  });

  test('is a whole table without JavaScript', async () => {
    page = await openPage('zh/data/', { javaScriptEnabled: false });
    expect(await page.locator('table.data tbody tr').count()).toBeGreaterThan(80);
    expect(await page.locator('form:visible').count()).toBe(0);
  });
});

test('a point of the timeline leads to its date, and the date to the sentence that names it', async () => {
  page = await openPage('zh/timeline/');
  await page
    .getByRole('link', { name: /^2060年 / })
    .first()
    .click();
  const date = page.locator('li:target');
  expect(await date.innerText()).toContain('2060年');
  await date.locator('a.place').first().click();
  const unit = await page.evaluate(() => document.getElementById(location.hash.slice(1))?.textContent ?? '');
  expect(unit).toContain('2060年');
});
