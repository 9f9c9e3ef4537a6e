import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { archiveOf } from '../../src/build/archive.ts';
import { serveCuttable, type CuttableSite } from '../support/cuttable-site.ts';
import { openPage, settled, type OpenedPage } from '../support/open-page.ts';

// The dossier below a base path, in a copy that may change while it is read.

const base = '/sub/dir/';
let folder: string;
let site: CuttableSite;
let page: OpenedPage | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offline-'));
  await cp(inject('otherOut'), join(folder, 'site'), { recursive: true });
  site = await serveCuttable(join(folder, 'site'), base);
});
afterEach(async () => {
  site.mend();
  await page?.context().close();
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const siteFiles = (): { path: string; content: Buffer }[] =>
  readdirSync(join(folder, 'site'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ path: relative(join(folder, 'site'), file), content: readFileSync(file) }));

const workersIn = (front: Page): Promise<number> =>
  front.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)');

async function openFront(): Promise<Page> {
  page = await openPage('de/', { site: site.address, locale: 'de' });
  return page;
}

async function takeOffline(): Promise<Page> {
  const front = await openFront();
  await front.getByRole('button', { name: 'Take offline' }).click();
  await front.getByText('release 2.0.0 of 2001-02-03').waitFor();
  return front;
}

describe('a dossier saved for offline reading', () => {
  test('loads nothing of it, and no worker, before it is requested', async () => {
    const front = await openFront();
    await settled(front);
    expect(await front.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(
      0,
    );
    expect(site.asked.length).toBeGreaterThan(3);
    expect(site.asked.filter((path) => /take-offline|offline\/|worker/.test(path))).toEqual([]);
  });

  test('opens at every address without a network connection, with its search', async () => {
    const front = await takeOffline();
    site.cut();
    const pages = siteFiles().filter((file) => file.path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(100);
    const answers = (await front.evaluate(
      `Promise.all(${JSON.stringify(pages.map(({ path }) => path))}.map((file) =>
        fetch(${JSON.stringify(base)} + file.replace(/(?<=^|\\/)index\\.html$/, '')).then((answer) => answer.text())))`,
    )) as string[];
    expect(pages.filter(({ content }, i) => answers[i] !== content.toString())).toEqual([]);

    await front.goto(`${site.address}p/1.1.1`);
    expect(front.url()).toBe(`${site.address}p/1.1.1/`);
    await front.keyboard.press('/');
    await front.getByRole('searchbox').fill('Brunnen');
    await front.locator('dossier-search .exact a.place').first().click();
    await front.waitForURL(({ searchParams }) => searchParams.get('q') === 'Brunnen');
    expect(await front.goto(`${site.address}nowhere/`).then((answer) => answer?.status())).toBe(404);
  });

  test('says if the site is newer, and can be updated and removed', async () => {
    const front = await takeOffline();
    const index = join(folder, 'site/de/index.html');
    const was = await readFile(index, 'utf8');
    const noteFile = join(folder, 'site/offline/archive.json');
    const note = await readFile(noteFile, 'utf8');
    try {
      await writeFile(index, was.replace('</h1>', ' – anders</h1>'));
      const changed = archiveOf(siteFiles(), { ...JSON.parse(note), version: '2.1.0' });
      await writeFile(join(folder, 'site/offline', changed.note.archive), changed.content);
      await writeFile(noteFile, JSON.stringify(changed.note));

      site.cut();
      await front.reload();
      expect(await front.locator('h1').innerText()).not.toContain('anders');
      site.mend();
      await front.reload();
      await front.getByText('The site has changed since').waitFor();
      await front.getByRole('button', { name: 'Update' }).click();
      await front.getByText('release 2.1.0').waitFor();
      site.cut();
      await front.reload();
      expect(await front.locator('h1').innerText()).toContain('anders');

      await front.getByRole('button', { name: 'Remove' }).click();
      await front.getByRole('button', { name: 'Take offline' }).waitFor();
      expect(await front.evaluate('caches.keys()')).toEqual([]);
      await expect(front.reload()).rejects.toThrow();
    } finally {
      await writeFile(index, was);
      await writeFile(noteFile, note);
    }
  });

  test('shows a message if it cannot be saved', async () => {
    const front = await openFront();
    await settled(front);
    await rm(join(folder, 'site/offline/archive.json'));
    await front.getByRole('button', { name: 'Take offline' }).click();
    await front.getByText('The site could not be saved').waitFor();
    expect(await workersIn(front)).toBe(0);
    await cp(join(inject('otherOut'), 'offline/archive.json'), join(folder, 'site/offline/archive.json'));
  });
});

describe('the folder', () => {
  test('works from a disk, where all links work and each page says that there is no search', async () => {
    const archive = readdirSync(join(inject('otherOut'), 'offline')).find((file) => file.endsWith('.zip'))!;
    const files = unzipSync(await readFile(join(inject('otherOut'), 'offline', archive)));
    const out = join(folder, 'unzipped');
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(out, path, '..'), { recursive: true });
      await writeFile(join(out, path), content);
    }
    const pages = Object.keys(files).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(60);
    const astray = pages.flatMap((path) => {
      const html = Buffer.from(files[path]!).toString();
      expect(html, path).toMatch(/without search|不含检索/);
      return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
        .map(([, link = '']) => link.replaceAll('&amp;', '&'))
        .filter((link) => !/^(?:https?:|mailto:)/.test(link))
        .filter((link) => {
          const file = decodeURIComponent(new URL(link, `file:///${path}`).pathname.slice(1));
          return files[file] === undefined;
        })
        .map((link) => `${path}: ${link}`);
    });
    expect(astray).toEqual([]);

    page = await openPage(
      `${join(
        out,
        pages.find((path) => path.endsWith('/de/index.html'))!,
      )}`,
      { site: 'file://' },
    );
    await page.getByRole('link', { name: 'Anfang' }).first().click();
    await page.waitForURL(/\/de\/0-anfang\/index\.html/);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily')).toContain(
      'Serif',
    );
    expect(page.complaints).toEqual([]);
  });
});
