import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { translationsFor } from '../../src/i18n/translations.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { builtPages } from '../support/built-pages.ts';
import { leave, openPage, settled, type OpenedPage } from '../support/open-page.ts';
import { attribute, builtTree, textIn } from '../support/page-tree.ts';

// Neutral pages, and their versions in each language, which have addresses of their own.

let page: OpenedPage | undefined;
afterEach(() => leave(page));

describe.each([
  { name: 'dyke', folder: inject('siteOut'), base: '' },
  { name: 'well', folder: inject('otherOut'), base: '/sub/dir' },
])('the dossier $name', ({ name, folder, base }) => {
  const addresses = new Set(builtPages(folder).map(({ address }) => address));
  const neutral = [...addresses].filter((one) =>
    /^\/(?:p|note|case|term|actor|work|check|parallel)\/[^/]+\/$/.test(one),
  );

  test('a neutral page has a page in each language, which names it as canonical', async () => {
    const dossier = await dossierIn(`tests/fixtures/dossiers/${name}`);
    const { editions } = dossier.settings.value;
    expect(neutral.length).toBeGreaterThan(10);
    for (const { id } of editions)
      for (const address of neutral) expect(addresses).toContain(`/${id}${address}`);
    const firstOfKind = new Map(neutral.toReversed().map((one) => [one.split('/')[1], one]));
    for (const address of firstOfKind.values())
      for (const { id, lang } of editions) {
        const spoken = `/${id}${address}`;
        const tree = builtTree(folder, spoken.slice(1));
        expect(attribute(select('html', tree)!, 'lang'), spoken).toBe(lang);
        const canonical = select('link[rel=canonical]', tree);
        if (base) expect(attribute(canonical!, 'href'), spoken).toBe(`https://example.net${base}${address}`);
        // The page’s language comes first, and only once.
        const [column] = selectAll('main [lang]', tree);
        if (!address.startsWith('/parallel/'))
          expect(attribute(select('.side-by-side > [lang]', tree)!, 'lang'), spoken).toBe(lang);
        else expect(column, spoken).toBeDefined();
        // Other languages open on a click; for a paragraph, they are beside it.
        if (!/^\/(?:parallel|p)\//.test(address)) {
          expect(selectAll('main > .side-by-side > [lang]', tree), spoken).toHaveLength(1);
          expect(selectAll('main > .side-by-side > details', tree), spoken).toHaveLength(editions.length - 1);
          expect(
            selectAll('main h1', tree)
              .map((one) => textIn(one))
              .join(),
            spoken,
          ).not.toContain(' / ');
        }
        expect(select('[data-pagefind-body]', tree), spoken).toBeUndefined();
        const current = selectAll('.languages a[aria-current]', tree).map((one) => attribute(one, 'href'));
        expect(current, spoken).toEqual([`${base}${spoken}`]);
      }
  });

  test('on the page of a paragraph, the other texts have words of their own language and nothing a second time', async () => {
    const dossier = await dossierIn(`tests/fixtures/dossiers/${name}`);
    const { editions } = dossier.settings.value;
    for (const { id } of editions)
      for (const address of neutral.filter((one) => one.startsWith('/p/'))) {
        const spoken = `/${id}${address}`;
        const tree = builtTree(folder, spoken.slice(1));
        for (const part of ['.apparatus', '.own-address', '.report'])
          expect(selectAll(`.side-by-side > .text ${part}`, tree), `${spoken} ${part}`).toHaveLength(1);
        for (const column of selectAll('.side-by-side > .text', tree))
          for (const way of selectAll('.more a', column))
            expect(textIn(way).trim(), spoken).toBe(
              translationsFor(attribute(column, 'lang') ?? '').segment.inChapter,
            );
        const targets = selectAll('main > .jumps a, .side-by-side .byline a', tree).map((one) =>
          attribute(one, 'href'),
        );
        expect(targets.filter((one) => one === '#remarks').length, spoken).toBeLessThan(2);
      }
  });

  test('a sitemap lists canonical addresses', () => {
    if (!base) return;
    const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    for (const address of neutral) {
      expect(sitemap).toContain(`<loc>https://example.net${base}${address}</loc>`);
      expect(sitemap).not.toMatch(new RegExp(`${base}/[^/]+${RegExp.escape(address)}<`));
    }
  });

  test('an address without an id lists the pages below it', () => {
    const below = Map.groupBy(
      addresses,
      (address) =>
        /^((?:\/[^/]+)?\/(?:p|note|case|term|actor|work|check|parallel)\/)[^/]+\/$/.exec(address)?.[1],
    );
    for (const [above, own] of below) {
      if (above === undefined) continue;
      const links = selectAll('main a', builtTree(folder, above.slice(1))).map((one) =>
        attribute(one, 'href'),
      );
      expect(links, above).toEqual(expect.arrayContaining(own.map((address) => `${base}${address}`)));
    }
    expect(below.size).toBeGreaterThan(10);
  });

  test('a chapter links to pages in its language', async () => {
    const dossier = await dossierIn(`tests/fixtures/dossiers/${name}`);
    for (const { edition, id } of dossier.chapters) {
      const tree = builtTree(folder, `${edition}/${id}/`);
      const links = selectAll('main a.permalink, a[data-parallel]', tree).map((one) =>
        attribute(one, 'href'),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toMatch(new RegExp(`^${base}/${edition}/(p|note|parallel)/`));
    }
  });
});

test('readers who have chosen a language see neutral pages in it, and Back returns to the previous page', async () => {
  page = await openPage('p/2.1.2/');
  const root = new URL('../../', page.url()).href;
  const lang = (): Promise<string> => page!.evaluate(() => document.documentElement.lang);
  await settled(page);
  // Reading in a language does not choose it.
  await page.goto(`${root}en/2-actions/`);
  await page.goto(`${root}p/2.1.2/`);
  await settled(page);
  expect(page.url()).toBe(`${root}p/2.1.2/`);
  expect(await lang()).toBe('zh-Hans');
  await page.locator('.languages a[data-edition=en]').click();
  await page.waitForURL(`${root}en/p/2.1.2/`);
  for (const address of ['note/5/', 'parallel/2-actions/', 'p/']) {
    await page.goto(`${root}en/terms/`);
    await page.goto(`${root}${address}?q=dyke#main`);
    await page.waitForURL(`${root}en/${address}?q=dyke#main`);
    expect(await lang()).toBe('en');
    await page.goBack();
    await page.waitForURL(`${root}en/terms/`);
  }
  await page.goto(root);
  await settled(page);
  expect(page.url()).toBe(root);
  await page.goto(`${root}p/2.1.2/`);
  await page.waitForURL(`${root}en/p/2.1.2/`);
  await page.locator('.languages a[data-edition=zh]').click();
  await page.waitForURL(`${root}zh/p/2.1.2/`);
  await settled(page);
  expect(page.url()).toBe(`${root}zh/p/2.1.2/`);
  // A language of another dossier on the same host.
  await page.evaluate(() => localStorage.setItem('edition', 'nl'));
  await page.goto(`${root}p/2.1.2/`);
  await settled(page);
  expect(page.url()).toBe(`${root}p/2.1.2/`);
  expect(page.complaints).toEqual([]);
});

test('readers who have chosen none see neutral pages in the language of their browser, if an edition is in it', async () => {
  for (const [locale, shown] of [
    ['en-GB', 'en/p/2.1.2/'],
    ['zh-TW', 'p/2.1.2/'],
    ['pt-BR', 'p/2.1.2/'],
  ] as const) {
    page = await openPage('p/2.1.2/', { locale });
    await settled(page);
    expect(page.url().replace(inject('site'), ''), locale).toBe(shown);
    // It is only followed, not remembered.
    expect(await page.evaluate(() => localStorage.getItem('edition'))).toBeNull();
    await leave(page);
  }
  page = await openPage('p/2.1.2/', { locale: 'en-GB' });
  await page.locator('.languages a[data-edition=zh]').click();
  await page.waitForURL('**/zh/p/2.1.2/');
  await page.goto(`${inject('site')}note/5/`);
  await page.waitForURL('**/zh/note/5/');
  expect(page.complaints).toEqual([]);
});

test('a page in one language links to others in that language', () => {
  const spoken = builtPages(inject('siteOut')).flatMap(({ address, html }) => {
    const [, own] = /^\/[^/]+(\/(?:p|note|case|term|actor|work|check|parallel)\/.*)/.exec(address) ?? [];
    return own === undefined ? [] : [{ address, html, own }];
  });
  expect(spoken.length).toBeGreaterThan(20);
  for (const { address, html, own } of spoken) {
    const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length, address).toBeGreaterThan(5);
    const neutral = links
      // Its neutral address is there for citing.
      .filter((href) => !href.startsWith(own))
      .filter((href) => /^\/(?:p|note|case|term|actor|work|check|parallel)\/(?:[^/]+\/)?(?:#|$)/.test(href));
    expect(neutral, address).toEqual([]);
  }
});
