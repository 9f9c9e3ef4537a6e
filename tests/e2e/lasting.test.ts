import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Permalink } from '../../src/model/registry.ts';
import { checkLabels } from '../../src/check/check-built.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { addressesOf } from '../../src/release/addresses.ts';
import { registryOf, type Registry } from '../../src/release/registry.ts';
import { thingKey, thingsIn } from '../../src/release/things.ts';
import { editSeries } from '../edit-series.ts';
import { sketch, writeDossier } from '../synthetic-dossier.ts';
import { builtPages, danglingLinks, idsGivenTwice } from './built-pages.ts';
import { openPage } from './open-page.ts';
import { runBuild, runNode, serve } from './sites.ts';

/** Whether a file, or an id on a page, is in a built site. */
function answersIn(folder: string): (path: string) => boolean {
  const pages = new Map(builtPages(folder).map(({ address, html }) => [address, html]));
  return (path) => {
    const [page = '', fragment] = path.split('#');
    if (!page.endsWith('/')) return existsSync(join(folder, page));
    const html = pages.get(page);
    return html !== undefined && (fragment === undefined || html.includes(` id="${fragment}"`));
  };
}

describe.each([
  ['shipped', () => 'dist', 'content'],
  ['second', () => inject('otherOut'), 'tests/fixtures/dossiers/well'],
])('the %s dossier', (_, folder, content) => {
  test('gives every address that it would register, and its pages have no other', async () => {
    const { dossier } = await readDossier(content);
    const paths = addressesOf(dossier!).map(({ path }) => path);
    const answers = answersIn(folder());
    expect(paths.filter((path) => !answers(path))).toEqual([]);
    const former = (dossier!.permalinks.value ?? []).map(({ path }) => path);
    expect(
      builtPages(folder())
        .map(({ address }) => address)
        .filter((address) => !address.startsWith('/v/') && address !== '/404.html')
        // The list of works in another style is found from the list.
        .filter((address) => !/^\/[^/]+\/works\/(?:journal|gbt|chicago)\/$/.test(address))
        .filter((address) => !paths.includes(address) && !former.includes(address)),
    ).toEqual([]);
  });
});

describe('a dossier that has been through every kind of edit, and lies below another base path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-lasting-'));
  const [content, out, base] = [join(folder, 'content'), join(folder, 'out'), '/neu/ort/'];
  let published: Permalink[];
  let registry: Registry;
  /** By edition, what was said behind each address when it was published. */
  let said: Map<string, Map<string, string>>;
  let site: { address: string; close: () => Promise<void> };

  const command = async (script: string, ...args: string[]): Promise<{ code: number; output: string }> =>
    runNode([`src/cli/${script}.ts`, ...args], { DOSSIER: content });

  beforeAll(async () => {
    const plan = sketch({ sections: 4, paragraphs: 8, cases: 4 });
    writeDossier(content, plan);
    expect((await command('release', '1.0.0')).code).toBe(0);
    const first = (await readDossier(content)).dossier!;
    published = first.permalinks.value;
    said = new Map(
      first.releases.files.map(({ edition, value }) => [
        edition,
        new Map(thingsIn(value).map((thing) => [thingKey(thing), thing.text])),
      ]),
    );
    plan.version = '1.1.0';
    for (const { edit, decisions } of editSeries) {
      const asked = decisions.map((decision) => decision(plan));
      edit(plan);
      writeDossier(content, plan);
      for (const decision of asked.length === 0 ? [[]] : asked) await command('permalinks', ...decision);
    }
    expect((await command('release', '1.1.0')).output).toContain('Release 1.1.0');
    plan.chapters[4]!.paragraphs[0]!.names.push('spaeter');
    writeDossier(content, plan);
    const built = await runBuild({ DOSSIER: content, OUT: out, SITE_BASE: base });
    expect(built.code, built.output).toBe(0);
    const { dossier } = await readDossier(content);
    registry = registryOf(dossier!.permalinks.value, addressesOf(dossier!));
    site = await serve(out, base);
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** A hundred addresses: all that are no longer where they were, and others between. */
  const hundred = (): Permalink[] => {
    const isMoved = ({ path }: Permalink): boolean => !registry.living.has(path);
    const isPage = ({ path }: Permalink): boolean => /\/$|#/.test(path);
    const changed = published.filter(isMoved);
    const others = published.filter((one) => !isMoved(one) && isPage(one));
    const wanted = 100 - Math.min(changed.length, 80);
    const step = others.length / wanted;
    return [
      ...changed.slice(0, 80),
      ...Array.from({ length: wanted }, (_, i) => others[Math.floor(i * step)]!),
    ];
  };

  /** The sentences that were said behind an address, or the first words of a page that only lists things. */
  const sentencesOf = ({ path, kind, id }: Permalink): string[] =>
    (said.get(path.startsWith('/fr/') ? 'fr' : 'de')?.get(thingKey({ kind, id })) ?? '')
      .split(/(?<=\.)\s+|\n/)
      .filter((sentence) => sentence.startsWith('Im '));

  /** What stands at the place that the address bar names: the element of its id, or the whole page. */
  const shownAt = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const id = decodeURIComponent(location.hash.slice(1));
      const place = id === '' ? document.querySelector('main') : document.getElementById(id);
      return place?.textContent ?? '';
    });

  const expectation = (permalink: Permalink): string[] => {
    const way = registry.follow(permalink.path);
    return way.end === 'gone' ? Object.values(way.permalink.gone ?? {}) : sentencesOf(permalink);
  };

  test('answers every address that was published, as a plain file server finds it', () => {
    const answers = answersIn(out);
    expect(published.length).toBeGreaterThan(300);
    // On a page that leads on, a place is named where a server would send a browser on with it.
    expect(published.map(({ path }) => path).filter((path) => !answers(path))).toEqual([]);
  });

  test('has no link that leads nowhere, and no id twice on a page', () => {
    expect(danglingLinks(out, base)).toEqual([]);
    expect(idsGivenTwice(out)).toEqual([]);
  });

  test('a hundred addresses lead a browser to what they were given to', async () => {
    const page = await openPage('', { site: site.address });
    const astray: string[] = [];
    for (const permalink of hundred()) {
      const way = registry.follow(permalink.path);
      await page.goto('about:blank');
      await page.goto(site.address + permalink.path.slice(1));
      if (way.end === 'living') {
        const end = site.address + way.path.slice(1);
        await page
          .waitForURL(end, { timeout: 5000 })
          .catch(() => astray.push(`${permalink.path} → ${page.url()}`));
      }
      const shown = await shownAt(page);
      const expected = expectation(permalink);
      if (expected.length > 0 && !expected.some((text) => shown.includes(text)))
        astray.push(`${permalink.path} shows ${shown.slice(0, 80)}`);
    }
    expect(astray).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('without script the same hundred say where to go, in a link at the place that was asked for', async () => {
    const page = await openPage('', { site: site.address, javaScriptEnabled: false });
    const astray: string[] = [];
    for (const permalink of hundred()) {
      await page.goto('about:blank');
      await page.goto(site.address + permalink.path.slice(1));
      const expected = expectation(permalink);
      const read = async (): Promise<boolean> => {
        const shown = await shownAt(page);
        return shown !== '' && (expected.length === 0 || expected.some((text) => shown.includes(text)));
      };
      if (await read()) continue;
      const hash = new URL(page.url()).hash.slice(1);
      const link = page.locator(
        hash === '' ? 'main a[data-page-leads-on]' : `[id="${hash}"] a[data-leads-on]`,
      );
      if ((await link.count()) === 0) {
        astray.push(`${permalink.path} has no link`);
        continue;
      }
      const before = page.url();
      await Promise.all([page.waitForURL((url) => url.href !== before), link.first().click()]);
      if (!(await read())) astray.push(`${permalink.path} → ${page.url()}`);
    }
    expect(astray).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('a sentence of a passage goes with its passage', async () => {
    const page = await openPage('de/1-teil/#p1.0.2-2', { site: site.address });
    await page.waitForURL(`${site.address}de/1-beginn/#p1.0.2-2`);
    await page.context().close();
  });

  test('a page that was renamed twice leads to the last at once, for servers and for pages', () => {
    expect(readFileSync(join(out, '_redirects'), 'utf8').split('\n')).toContain(
      `${base}de/1-teil/ ${base}de/1-beginn/ 301`,
    );
    expect(readFileSync(join(out, 'site.nginx'), 'utf8')).toContain(
      `location = ${base}de/1-teil/ {\n  return 301 ${base}de/1-beginn/;\n}`,
    );
  });

  test('a withdrawn case is nowhere but on the page that says why', () => {
    const pages = builtPages(out);
    expect(pages.find(({ address }) => address === '/case/fall-1/')?.html).toContain('Der Fall war keiner.');
    const naming = pages.filter(({ html }) => html.includes('Der fall-1')).map(({ address }) => address);
    expect(naming).toEqual([]);
  });

  describe('its releases', () => {
    test('show for ever the text that was released, whatever became of it', () => {
      const pages = new Map(builtPages(out).map(({ address, html }) => [address, html]));
      // Deleted, merged, and in a chapter that is called otherwise now.
      for (const id of ['1.0.3', '1.0.6']) {
        const text = said.get('de')?.get(`segment ${id}`) ?? '';
        expect(pages.get(`/v/1.0.0/p/${id}/`), id).toContain(text.split(/(?<=\.) /)[1]);
        expect(pages.get('/v/1.0.0/de/1-teil/'), id).toContain(text.split(/(?<=\.) /)[1]);
        expect(pages.has(`/v/1.1.0/p/${id}/`), id).toBe(false);
      }
      expect(pages.get('/v/1.1.0/fr/1-beginn/')).toContain('id="note-1"');
    });

    test('carry label and banner, are not for search engines, and load no script', () => {
      const pages = builtPages(out).filter(({ address }) => address.startsWith('/v/'));
      expect(pages.length).toBeGreaterThan(70);
      expect(checkLabels(pages.map(({ address, html }) => ({ path: address, html })))).toEqual([]);
      for (const { address, html } of pages) {
        expect(html, address).toContain('<meta name="robots" content="noindex"');
        expect(html, address).toMatch(/class="banner"[^>]*>\s*This is release 1\.[01]\.0 of 2001-02-03/);
        expect(html, address).not.toContain('<script');
      }
    });

    test('lead to the latest text, also where that has moved', async () => {
      const page = await openPage('v/1.0.0/de/1-teil/', { site: site.address });
      await page.getByRole('link', { name: 'The latest text' }).click();
      await page.waitForURL(`${site.address}de/1-beginn/`);
      await page.context().close();
    });

    test('are listed on the page of a segment, which says when its text changed', async () => {
      const page = await openPage('p/1.0.4/', { site: site.address });
      const items = page.locator('section.uses li:has(time)');
      expect((await items.allInnerTexts()).slice(0, 2)).toEqual([
        'Release 1.1.0 2001-02-03 changed (Deutsch, Français)',
        'Release 1.0.0 2001-02-03 first release of this text',
      ]);
      await page.goto(`${site.address}p/1.0.2/`);
      expect((await items.allInnerTexts())[0]).toBe('Release 1.1.0 2001-02-03 unchanged');
      expect(await page.getByText('has changed since the latest release').count()).toBe(0);
      await page.goto(`${site.address}p/${sinceChanged}/`);
      expect(await page.getByText('has changed since the latest release').first().isVisible()).toBe(true);
      await page.context().close();
    });
  });
});

/** The first paragraph of the fourth section, to which a sentence was added after the last release. */
const sinceChanged = '4.0.1';
