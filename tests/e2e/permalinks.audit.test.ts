import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { select } from 'hast-util-select';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Permalink } from '../../src/model/permalink.ts';
import { checkLabels } from '../../src/build/check-built.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { addressesOf } from '../../src/permalinks/current-addresses.ts';
import { registryOf, type Registry } from '../../src/permalinks/resolve.ts';
import { entityKey } from '../../src/model/entity-key.ts';
import { frozenEntities } from '../../src/release/entities.ts';
import { editSeries } from '../support/edit-series.ts';
import { sketch, writeDossier } from '../support/synthetic-dossier.ts';
import { builtPages, idsGivenTwice } from '../support/built-pages.ts';
import { openPage } from '../support/open-page.ts';
import { answersIn } from '../support/own-addresses.ts';
import { attribute, builtTree, textIn } from '../support/page-tree.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';
import { runBuild, serve } from '../support/sites.ts';

describe('a dossier after every kind of edit, below another base path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-permalinks-'));
  const [content, out, base] = [join(folder, 'content'), join(folder, 'out'), '/neu/ort/'];
  let published: Permalink[];
  let registry: Registry;
  /** For each edition, the text at each address at the time of publication. */
  let said: Map<string, Map<string, string>>;
  let site: { address: string; close: () => Promise<void> };

  const command = (name: string, ...args: string[]): Promise<Outcome> =>
    runCommand(name, args, { env: { DOSSIER: content } });

  beforeAll(async () => {
    const plan = sketch({ sections: 4, paragraphs: 8, cases: 4 });
    writeDossier(content, plan);
    expect((await command('release', '--yes', '1.0.0')).code).toBe(0);
    const first = (await readDossier(content)).dossier!;
    published = first.permalinks.value;
    said = new Map(
      first.releases.files.map(({ edition, value }) => [
        edition,
        new Map(frozenEntities(value).map((entity) => [entityKey(entity), entity.text])),
      ]),
    );
    plan.version = '1.1.0';
    for (const { edit, decisions } of editSeries) {
      const asked = decisions.map((decision) => decision(plan));
      edit(plan);
      writeDossier(content, plan);
      for (const decision of asked.length === 0 ? [[]] : asked) await command('permalinks', ...decision);
    }
    expect((await command('release', '--yes', '1.1.0')).output).toContain('Release 1.1.0');
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

  const isMoved = ({ path }: Permalink): boolean => !registry.live.has(path);

  /** One moved address of every kind and name, and all others. */
  const someOf = (all: Permalink[]): Permalink[] => {
    const changed = Map.groupBy(
      all.filter(isMoved),
      ({ path }) => `${registry.resolve(path).status} ${path.replace(/[^/#]*\d[^/#]*/g, '…')}`,
    );
    const others = all.filter((one) => !isMoved(one) && /\/$|#/.test(one.path));
    return [...[...changed.values()].map(([first]) => first!), ...others];
  };

  /** The sentences once published at an address, or the first words of a page that only lists items. */
  const sentencesOf = ({ path, kind, id }: Permalink): string[] =>
    (said.get(path.startsWith('/fr/') ? 'fr' : 'de')?.get(entityKey({ kind, id })) ?? '')
      .split(/(?<=\.)\s+|\n/)
      .filter((sentence) => sentence.startsWith('Im '));

  /** The element that the address bar points to: the one with its id, or the whole page. */
  const shownAt = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const id = decodeURIComponent(location.hash.slice(1));
      const place = id === '' ? document.querySelector('main') : document.getElementById(id);
      return place?.textContent ?? '';
    });

  /** The target of a path in the page as built. */
  const placesOf = new Map<string, Map<string, Element>>();
  const placeAt = (path: string): Element | undefined => {
    const [address = '', id = MAIN] = path.split('#');
    const places = placesOf.get(address) ?? placesIn(builtTree(out, address));
    placesOf.set(address, places);
    return places.get(id);
  };

  const expectation = (permalink: Permalink): string[] => {
    const resolution = registry.resolve(permalink.path);
    return resolution.status === 'gone'
      ? Object.values(resolution.permalink.gone ?? {})
      : sentencesOf(permalink);
  };

  test('has a file for every published address, as found by a plain file server', () => {
    const answers = answersIn(out);
    expect(published.length).toBeGreaterThan(300);
    // A page that redirects contains every anchor that a server’s redirect would carry over.
    expect(published.map(({ path }) => path).filter((path) => !answers(path))).toEqual([]);
  });

  test('has no duplicate ids on a page', () => {
    expect(idsGivenTwice(out)).toEqual([]);
  });

  test('every address shows its original content without scripts, or a link to it at the requested anchor', () => {
    const shows = (path: string, expected: string[]): boolean => {
      const place = placeAt(path);
      const shown = place && textIn(place);
      return shown !== undefined && expected.some((text) => shown.includes(text));
    };
    const astray: string[] = [];
    const pages = published
      .filter(({ path }) => /\/$|#/.test(path))
      .map((permalink) => ({ permalink, expected: expectation(permalink) }))
      .filter(({ expected }) => expected.length > 0);
    for (const { permalink, expected } of pages) {
      if (shows(permalink.path, expected)) continue;
      const place = placeAt(permalink.path);
      const link =
        place &&
        select(permalink.path.includes('#') ? 'a[data-redirect]' : 'a[data-page-redirect]', {
          type: 'root',
          children: [place],
        });
      const href = link && attribute(link, 'href');
      if (!href?.startsWith(base)) astray.push(`${permalink.path} has no link`);
      else if (!shows(`/${href.slice(base.length)}`, expected)) astray.push(`${permalink.path} → ${href}`);
    }
    expect(pages.length).toBeGreaterThan(250);
    expect(astray).toEqual([]);
  });

  test('addresses of every kind lead a browser to their original content', async () => {
    const page = await openPage('', { site: site.address });
    const astray: string[] = [];
    const some = someOf(published);
    for (const permalink of some) {
      const resolution = registry.resolve(permalink.path);
      await page.goto('about:blank');
      await page.goto(site.address + permalink.path.slice(1));
      if (resolution.status === 'live') {
        const end = site.address + resolution.path.slice(1);
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
  });

  test('a sentence moves with its passage', async () => {
    const page = await openPage('de/1-teil/#p1.0.2-2', { site: site.address });
    await page.waitForURL(`${site.address}de/1-beginn/#p1.0.2-2`);
    await page.context().close();
  });

  test('a page that was renamed twice redirects directly to the last address, on servers and on pages', () => {
    expect(readFileSync(join(out, '_redirects'), 'utf8').split('\n')).toContain(
      `${base}de/1-teil/ ${base}de/1-beginn/ 301`,
    );
    expect(readFileSync(join(out, 'site.nginx'), 'utf8')).toContain(
      `location = ${base}de/1-teil/ {\n  return 301 ${base}de/1-beginn/;\n}`,
    );
  });

  test('a withdrawn case is only on the page that says why', () => {
    const pages = builtPages(out);
    expect(pages.find(({ address }) => address === '/case/fall-1/')?.html).toContain('Der Fall war keiner.');
    const naming = pages.filter(({ html }) => html.includes('Der fall-1')).map(({ address }) => address);
    expect(naming).toEqual([]);
  });

  describe('its releases', () => {
    test('always show the released text, whatever its later changes', () => {
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

    test('have label and banner, are not indexed, and load only the scripts of every page and of their address', () => {
      const pages = builtPages(out).filter(({ address }) => /^\/v\/./.test(address));
      expect(pages.length).toBeGreaterThan(70);
      expect(checkLabels(pages.map(({ address, html }) => ({ path: address, html })))).toEqual([]);
      for (const { address, html } of pages) {
        expect(html, address).toContain('<meta name="robots" content="noindex"');
        expect(html, address).toMatch(/class="banner"[^>]*>\s*This is release 1\.[01]\.0 of 2001-02-03/);
        // Data are none.
        expect(html, address).not.toMatch(
          /<script(?! type="application\/ld\+json"| src="[^"]*\/(?:appearance|own-language-first)\.js"| type="module" src="[^"]*\/(?:PageScript|OwnAddress)\.)/,
        );
      }
    });

    test('link to the latest text, even if it has moved', async () => {
      const page = await openPage('v/1.0.0/de/1-teil/', { site: site.address });
      await page.getByRole('link', { name: 'The current text' }).click();
      await page.waitForURL(`${site.address}de/1-beginn/`);
      await page.context().close();
    });

    test('are listed on a segment’s page, which says when its text changed', async () => {
      const page = await openPage('p/1.0.4/', { site: site.address });
      const items = page.locator('section.uses li:has(time)');
      const unfold = () => page.locator('section.uses summary', { hasText: 'Releases' }).first().click();
      await unfold();
      expect((await items.allInnerTexts()).slice(0, 2)).toEqual([
        'Release 1.1.0 2001-02-03 changed (German, French)',
        'Release 1.0.0 2001-02-03 first release of this text',
      ]);
      await page.goto(`${site.address}p/1.0.2/`);
      await unfold();
      expect((await items.allInnerTexts())[0]).toBe('Release 1.1.0 2001-02-03 unchanged');
      expect(await page.getByText('has changed since the latest release').count()).toBe(0);
      await page.goto(`${site.address}p/${sinceChanged}/`);
      await unfold();
      expect(await page.getByText('has changed since the latest release').first().isVisible()).toBe(true);
      await page.context().close();
    });
  });
});

/** The first paragraph of the fourth section, to which a sentence was added after the last release. */
const sinceChanged = '4.0.1';

const MAIN = '(main)';

/** The elements of a page that can be link targets, by id, and the element with the page’s main content. */
function placesIn(page: Root): Map<string, Element> {
  const places = new Map<string, Element>();
  visit(page, 'element', (element) => {
    if (element.tagName === 'main') places.set(MAIN, element);
    const id = attribute(element, 'id');
    if (id !== undefined) places.set(id, element);
  });
  return places;
}
