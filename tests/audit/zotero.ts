import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isoDate } from '../../src/cite/dates.ts';
import { exportNames, type ExportFormat } from '../../src/cite/export.ts';
import { asAuthor } from '../../src/cite/own-items.ts';
import { localised } from '../../src/model/localised.ts';
import type { Edition } from '../../src/model/settings.ts';
import { urls } from '../../src/model/urls.ts';
import type { Work } from '../../src/model/work.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { releasesOf } from '../../src/site/releases.ts';
import { builtPages } from '../support/built-pages.ts';
import { freePort, serve } from '../support/sites.ts';
import { CannotRun, type Sweep } from './sweep.ts';

// What readers save with Zotero’s button. Zotero’s own translators run in its translation server, which is downloaded
// from Zotero’s repositories, cached, and accessed only on this machine.

export const name = 'zotero';
export const covers =
  'three pages of every kind in dist/, in each language, and every work of the lists, as Zotero saves them; every work of works.bib, .ris and .json as it imports them';

const EACH = 3;

/** The repositories at fixed commits, and where the server expects them. */
const repositories = {
  'translation-server': { at: '.', commit: 'd88a8d5384456439962edfef129b14841b09af6d' },
  translate: { at: 'modules/translate', commit: '017253c17c94f722057a652e8741d68515656a8b' },
  utilities: { at: 'modules/utilities', commit: '4051881d59c6c12d34417d4c226f37218051be90' },
  'zotero-schema': { at: 'modules/zotero-schema', commit: '5eedf4402ea6e7393eaf16902b63f572f48707a7' },
  translators: { at: 'modules/translators', commit: '2814370161d05d799086825fac8d499db3a33aa3' },
};

export async function run(sweep: Sweep): Promise<void> {
  const { dossier } = await readDossier('content');
  if (!dossier) return void sweep.failures.push('content/ cannot be read');
  const editions = dossier.settings.value.editions.map(({ id }) => id);
  const pages = sample(builtPages('dist'), editions);
  const server = await startServer();
  if (typeof server === 'string') throw new CannotRun(server);
  const site = await serve('dist', '/');
  try {
    for (const { address, html } of pages) {
      const lang = /<html lang="([^"]+)"/.exec(html)?.[1] ?? '';
      const edition = dossier.settings.value.editions.find((one) => one.lang === lang);
      const items = await server.save(site.address + address.slice(1));
      if (typeof items === 'string' || !edition) sweep.failures.push(`${address}: ${String(items)}`);
      else
        sweep.failures.push(
          ...judge(dossier, edition, { address, html, readAt: site.address + address.slice(1) }, items).map(
            (said) => `${address}: ${said}`,
          ),
        );
    }
    for (const format of exportNames) {
      const items = await server.import(readFileSync(join('dist', urls.worksFile(format)), 'utf8'));
      sweep.failures.push(
        ...(typeof items === 'string' ? [items] : judgeImport(dossier, format, items)).map(
          (said) => `${urls.worksFile(format)}: ${said}`,
        ),
      );
    }
  } finally {
    server.stop();
    await site.close();
  }
}

interface Item {
  itemType: string;
  title: string;
  creators: { name?: string; firstName?: string; lastName?: string }[];
  date?: string;
  language?: string;
  url?: string;
  DOI?: string;
  bookTitle?: string;
  edition?: string;
  abstractNote?: string;
}

/** The first pages of every kind, i.e. pages whose addresses differ only in the last part, except overviews. */
function sample(pages: { address: string; html: string }[], editions: string[]) {
  const kinds = Map.groupBy(
    pages.filter(({ address, html }) => address !== '/404.html' && !html.includes('class="former-page"')),
    ({ address }) => {
      const [first = '', second = '', third] = address.split('/').filter(Boolean);
      const isOverview = third === undefined && editions.includes(first) && /^[a-z]+$/.test(second);
      return isOverview ? address : address.replace(/[^/]+\/$/, '*/');
    },
  );
  return [...kinds.values()].flatMap((own) => own.slice(0, EACH));
}

/** The faults in the items saved from a page. */
function judge(
  dossier: Dossier,
  edition: Edition,
  { address, html, readAt }: { address: string; html: string; readAt: string },
  items: Item[],
): string[] {
  const [item] = items;
  if (/\/works\/(?:[a-z][a-z0-9-]*\/)?$/.test(address) && items.length > 1) return judgeList(dossier, items);
  const key = /\/works?\/([^/]+)\/$/.exec(address)?.[1];
  const work = dossier.works.find(({ id }) => id === key)?.value;
  if (!item || items.length > 1) return [`${items.length} records instead of one`];
  if (work) return judgeWork(work, item);
  const { dossier: own } = dossier.settings.value;
  const version = /^\/v\/([^/]+)\//.exec(address)?.[1];
  const release = dossier.releases.list.value.find((one) => one.version === version);
  // A release has its own editors and title.
  const frozen = releasesOf(dossier)
    .find((one) => one.version === version)
    ?.editions.find((one) => one.edition.id === edition.id);
  const editors = localised(own.editors, edition);
  // “This dossier” means nothing in a library: early releases are by the editors’ present name.
  const namesItself = /this dossier|本卷宗/i.test(frozen?.editors ?? '');
  const wholeTitle = frozen?.title ?? localised(own.title, edition);
  const isWhole = ['/', `/${edition.id}/`, `/v/${version}/`].includes(address);
  const cited = /<link rel="cite-as" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const wanted: [string, unknown, unknown][] = [
    ['type', item.itemType, isWhole ? 'book' : 'bookSection'],
    ['creators', named(item), asAuthor(namesItself ? editors : (frozen?.editors ?? editors))],
    ['date', item.date, release?.issued ?? own.issued],
    ['language', item.language, edition.lang],
    [
      'version',
      item.edition,
      // A page that no release keeps has only a day.
      version ??
        /\/v\/([^/]+)\//.exec(cited)?.[1] ??
        (releasesOf(dossier).length > 0 ? undefined : own.version),
    ],
    isWhole ? ['title', item.title, wholeTitle] : ['title of the whole', item.bookTitle, wholeTitle],
    ['address', item.url, cited.startsWith('http') ? cited : readAt],
  ];
  return [
    ...differing(wanted),
    ...(item.title.includes(' / ') && !isWhole && !/^\/(?:work|parallel)/.test(address)
      ? [`title ${item.title}`]
      : []),
  ];
}

const differing = (fields: [string, unknown, unknown][]): string[] =>
  fields.flatMap(([field, found, wanted]) =>
    found === wanted ? [] : [`${field} ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`],
  );

function judgeList(dossier: Dossier, items: Item[]): string[] {
  const works = dossier.works.map(({ value }) => value);
  return works.flatMap((work) => {
    const item = items.find(({ title }) => title === work.title);
    return item ? judgeWork(work, item).map((said) => `${work.id}: ${said}`) : [`${work.id} is missing`];
  });
}

/** BibTeX has no types for newspapers or blogs; dates are as Zotero reads them. */
function judgeImport(dossier: Dossier, format: ExportFormat, items: Item[]): string[] {
  const works = dossier.works.map(({ value }) => value);
  return works.flatMap((work) => {
    const item = items.find(({ title }) => title === work.title);
    if (!item) return [`${work.id} is missing`];
    return differing([
      ...(format.endsWith('bib')
        ? []
        : ([['type', item.itemType, zoteroTypes[work.type]]] satisfies [string, unknown, unknown][])),
      ['creators', named(item), (work.author ?? []).map(nameOf).join()],
      ['address', item.url, work.URL],
      ['DOI', item.DOI, work.DOI],
    ]).map((said) => `${work.id}: ${said}`);
  });
}

/** Zotero’s names for the types of works cited here. */
const zoteroTypes: Partial<Record<Work['type'], string>> = {
  'article-journal': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  book: 'book',
  chapter: 'bookSection',
  'post-weblog': 'blogPost',
  report: 'report',
  webpage: 'webpage',
};

const judgeWork = (work: Work, item: Item): string[] =>
  differing([
    ['type', item.itemType, zoteroTypes[work.type]],
    ['title', item.title, work.title],
    ['creators', named(item), (work.author ?? []).map(nameOf).join()],
    ['date', item.date ?? '', isoDate(work.issued) ?? ''],
    ['language', item.language, work.language],
    ['abstract', item.abstractNote, undefined],
    ['address', item.url, work.URL],
  ]);

const named = ({ creators }: Item): string =>
  creators
    .map(({ name, lastName, firstName }) => name ?? [lastName, firstName].filter(Boolean).join('|'))
    .join();
const nameOf = (name: NonNullable<Work['author']>[number]): string =>
  'literal' in name
    ? name.literal
    : [
        [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
        name.given,
      ]
        .filter(Boolean)
        .join('|');

interface Server {
  /** The items saved from a page, all of them for a list; or a sentence that says why there are none. */
  save: (url: string) => Promise<Item[] | string>;
  /** The items imported from a file. */
  import: (text: string) => Promise<Item[] | string>;
  stop: () => void;
}

/** The translation server on this machine, or a sentence that says why it is not available. */
async function startServer(): Promise<Server | string> {
  const folder = await fetchServer();
  if (!folder.startsWith('/')) return folder;
  const port = await freePort();
  const child = spawn(process.execPath, ['src/server.js'], {
    cwd: folder,
    env: { ...process.env, DEBUG_LEVEL: '0', NODE_CONFIG: JSON.stringify({ host: '127.0.0.1', port }) },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit').then(() => 'The server ended');
  const ask = async (body: string, type: string, verb = 'web'): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/${verb}`, { method: 'POST', body, headers: { 'content-type': type } });
  const itemsOf = async (response: Response): Promise<Item[] | string> =>
    response.ok || response.status === 300
      ? ((await response.json()) as Item[])
      : `${response.status} ${await response.text()}`;
  const started = async (): Promise<true> => {
    for (;;) {
      if (
        await ask('', 'text/plain').then(
          () => true,
          () => false,
        )
      )
        return true;
      await new Promise((later) => setTimeout(later, 200));
    }
  };
  const state = await Promise.race([started(), ended]);
  if (state !== true) return state;
  return {
    save: async (url) => {
      let response = await ask(url, 'text/plain');
      // For a list, the server asks which works to save.
      if (response.status === 300) response = await ask(await response.text(), 'application/json');
      return itemsOf(response);
    },
    import: async (text) => itemsOf(await ask(text, 'text/plain', 'import')),
    stop: () => child.kill(),
  };
}

/** Downloads the server and its dependencies. Returns its path, or a sentence that says why it is not available. */
async function fetchServer(): Promise<string> {
  const folder = resolve('node_modules/.cache/audit/zotero');
  if (existsSync(join(folder, 'node_modules'))) return folder;
  console.log('  fetching Zotero’s translation server …');
  const start = promisify(execFile);
  try {
    for (const [repository, { at, commit }] of Object.entries(repositories)) {
      const into = join(folder, at);
      rmSync(into, { recursive: true, force: true });
      await start('git', ['init', '--quiet', into]);
      const from = `https://github.com/zotero/${repository}`;
      await start('git', ['-C', into, 'fetch', '--quiet', '--depth=1', from, commit]);
      await start('git', ['-C', into, 'checkout', '--quiet', 'FETCH_HEAD']);
    }
    // The server’s pinned version is fetched by ssh; the package is the same.
    const file = join(folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
    manifest.dependencies['wicked-good-xpath'] = '1.3.0';
    writeFileSync(file, JSON.stringify(manifest));
    rmSync(join(folder, 'package-lock.json'), { force: true });
    await start('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
    });
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `Zotero’s translation server cannot be fetched: ${error instanceof Error ? error.message : String(error)}`;
  }
}
