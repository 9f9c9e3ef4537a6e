import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { builtPages } from '../support/built-pages.ts';
import { freePort, runBuild, runNode } from '../support/sites.ts';
import { headers } from '../../src/config/policy.ts';
import { CannotRun, type Sweep } from './sweep.ts';

// The site served by nginx with the configuration that the build wrote, deployed as the manual says.

export const name = 'hosting';
export const covers =
  'a site served by nginx as the manual says: headers, redirects, every page, and deploys under load';

const BASE = '/sub/dir/';

export async function run(sweep: Sweep, folder: string): Promise<void> {
  if (spawnSync('nginx', ['-v']).status !== 0) throw new CannotRun('nginx is not installed here');
  const content = join(folder, 'content');
  const variables = { DOSSIER: content, OUT: join(folder, 'dist'), SITE: `https://example.net${BASE}` };
  let nginx: ChildProcess | undefined;
  try {
    cpSync('tests/fixtures/dossiers/well', content, { recursive: true });
    for (const args of [['permalinks'], ['build']]) await run_(args);
    // A redirect: a term is renamed, and its former address is kept.
    renameSync(join(content, 'terms/well.yaml'), join(content, 'terms/spring.yaml'));
    retarget(content, 'term:well', 'term:spring');
    await run_(['permalinks', '--move', '/term/well/', '/term/spring/']);
    await run_(['build']);

    deploy(folder, 'one');
    const port = await freePort();
    nginx = await serveByNginx(folder, port);
    const site = `http://127.0.0.1:${port}${BASE}`;
    for (const [what, look] of [
      ['headers and redirects', () => answers(site, sweep)],
      ['every page', () => everyPage(folder, site, sweep)],
      ['a page that changes and comes back', () => redeploy(folder, content, site, run_, sweep)],
      ['deploys under load', () => underLoad(folder, content, site, run_, sweep)],
    ] as const) {
      console.log(`  ${what}`);
      await look();
    }
  } finally {
    nginx?.kill();
  }

  async function run_([command = '', ...args]: string[]): Promise<void> {
    const { code, output } =
      command === 'build'
        ? await runBuild(variables)
        : await runNode([`src/cli/${command}.ts`, ...args], variables);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}:\n${output}`);
  }
}

/** As in the manual: a separate folder for every build, files that open pages may still request, and one rename. */
function deploy(folder: string, as: string): void {
  const script =
    readFileSync('docs/how-to/host.md', 'utf8')
      .split('```')
      .find((block) => block.startsWith('sh\nnew=')) ?? '';
  if (script === '') throw new Error('the manual does not say how to deploy');
  const { status, stderr } = spawnSync(
    'sh',
    ['-eu', '-c', script.slice(3).replace(/^new=.*$/m, `new=builds/${as}`)],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`deploying by the manual: ${stderr}`);
}

/** A rollback as in the manual: the link points to an older build. */
function deployAgain(folder: string, build: string): void {
  symlinkSync(join('builds', build), join(folder, 'next'));
  renameSync(join(folder, 'next'), join(folder, 'current'));
}

async function serveByNginx(folder: string, port: number): Promise<ChildProcess> {
  const root = join(folder, 'root');
  mkdirSync(join(root, BASE, '..'), { recursive: true });
  if (!existsSync(join(root, BASE)))
    symlinkSync(join(folder, 'current'), join(root, BASE).replace(/\/$/, ''));
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${folder}/current/site.nginx;
  }
}
`,
  );
  const nginx = spawn('nginx', ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  for (let i = 0; i < 100; i++) {
    if (await fetch(`http://127.0.0.1:${port}${BASE}`).catch(() => undefined)) return nginx;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not answer:\n${readFileSync(join(folder, 'error.log'), 'utf8')}`);
}

/** Checks what the configuration promises, one request after another. */
async function answers(site: string, { failures }: Sweep): Promise<void> {
  const get = (path: string, given: Record<string, string> = {}): Promise<Response> =>
    fetch(site + path, { redirect: 'manual', headers: { 'accept-encoding': 'identity', ...given } });
  const expect = (what: string, found: unknown, wanted: unknown): void => {
    if (found !== wanted) failures.push(`${what}: ${String(found)}, expected ${String(wanted)}`);
  };
  const page = await get('de/1-tiefe/');
  for (const [header, value] of Object.entries(headers)) {
    expect(header, page.headers.get(header), value);
    expect(`${header} of what is missing`, (await get('nowhere/')).headers.get(header), value);
  }
  expect('type of a page', page.headers.get('content-type'), 'text/html; charset=utf-8');
  expect('caching of a page', page.headers.get('cache-control'), 'no-cache');

  const html = await page.text();
  const asset = /href="[^"]*(assets\/[^"]+\.css)"/.exec(html)?.[1] ?? 'no style sheet';
  const style = await get(asset);
  expect('type of a style sheet', style.headers.get('content-type'), 'text/css; charset=utf-8');
  expect('caching of an asset', style.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  expect('policy of an asset', style.headers.get('x-content-type-options'), 'nosniff');
  expect('a missing asset', (await get('assets/none.css')).status, 404);
  expect(
    'caching of a missing asset',
    (await get('assets/none.css')).headers.get('cache-control'),
    'no-cache',
  );

  for (const path of ['de/1-tiefe/', asset, 'data.json', 'works.bib', 'works.ris', 'data.csv']) {
    const packed = await get(path, { 'accept-encoding': 'gzip' });
    const isLong = Number((await get(path)).headers.get('content-length')) >= 512;
    expect(`compression of ${path}`, packed.headers.get('content-encoding'), isLong ? 'gzip' : null);
    const etag = packed.headers.get('etag') ?? '';
    const again = await get(path, { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect(`${path}, asked for again`, again.status, 304);
  }
  for (const [path, type] of [
    ['works.bib', 'application/x-bibtex'],
    ['works.ris', 'application/x-research-info-systems'],
    ['data.csv', 'text/csv'],
    ['de/1-tiefe/index.md', 'text/markdown'],
    ['icon.svg', 'image/svg+xml'],
    ['data.json', 'application/json'],
  ] as const) {
    const answer = await get(path);
    if (answer.status === 200)
      expect(`type of ${path}`, answer.headers.get('content-type')?.replace(/; charset=utf-8$/, ''), type);
  }
  for (const path of ['nowhere/', 'p/9.9.9/', '_headers', '_redirects', 'site.nginx', 'de/none']) {
    const missing = await get(path);
    expect(`status of ${path}`, missing.status, 404);
    if (!(await missing.text()).includes('class="label"'))
      failures.push(`${path} is not answered by the site’s own page`);
  }
  const slashless = await get('de/1-tiefe');
  expect('an address without its slash', slashless.status, 301);
  expect('where it leads', slashless.headers.get('location'), `${BASE}de/1-tiefe/`);
  const former = await get('term/well/');
  expect('an address that leads on', former.status, 301);
  expect('where that leads', former.headers.get('location'), `${BASE}term/spring/`);
  expect('a request that writes', (await fetch(site, { method: 'POST' })).status, 405);
}

/** Opens every page in a browser with those headers: no errors, and no requests to other hosts. */
async function everyPage(folder: string, site: string, { failures }: Sweep): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) failures.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(site)) failures.push(`${page.url()} asks for ${request.url()}`);
    });
    const addresses = builtPages(join(folder, 'dist')).map(({ address }) => address.slice(1));
    for (const address of [...addresses, 'de/search/?q=Brunnen', 'de/1-tiefe/?q=Stein'])
      if (!address.endsWith('404.html')) await page.goto(site + address, { waitUntil: 'load' });
    await page.close();
  } finally {
    await browser.close();
  }
}

/**
 * A conditional request with an earlier deployment’s validators returns the new text, even if it has exactly the same
 * length, and the old text again after a rollback.
 */
async function redeploy(
  folder: string,
  content: string,
  site: string,
  run_: (args: string[]) => Promise<void>,
  { failures }: Sweep,
): Promise<void> {
  const settings = join(content, 'dossier.yaml');
  const before = readFileSync(settings, 'utf8');
  const page = `${site}de/1-tiefe/`;
  const heldFrom = (answer: Response): Record<string, string> => ({
    'if-none-match': answer.headers.get('etag') ?? '',
    'if-modified-since': answer.headers.get('last-modified') ?? '',
  });
  const old = await fetch(page);
  const oldText = await old.text();
  writeFileSync(settings, before.replaceAll('Die Tiefe', 'Die Teife'));
  await run_(['build']);
  deploy(folder, 'same-length');
  const changed = await fetch(page, { headers: heldFrom(old) });
  const newText = await changed.text();
  if (changed.status !== 200 || newText.length !== oldText.length || newText === oldText)
    failures.push(`a page that changed and kept its length is answered with ${changed.status}`);
  deployAgain(folder, 'one');
  const rolledBack = await fetch(page, { headers: heldFrom(changed) });
  if ((await rolledBack.text()) !== oldText)
    failures.push(`a page of an older build that came back is answered with ${rolledBack.status}`);
  writeFileSync(settings, before);
  await run_(['build']);
  deploy(folder, 'two');
}

/** Deploys two builds alternately under load: every request succeeds, and every page comes from a single build. */
async function underLoad(
  folder: string,
  content: string,
  site: string,
  run_: (args: string[]) => Promise<void>,
  { failures }: Sweep,
): Promise<void> {
  const settings = join(content, 'dossier.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll('Die Tiefe', 'Die andere Tiefe'));
  const former = readFileSync(join(folder, 'dist/de/1-tiefe/index.html'), 'utf8');
  await run_(['build']);
  const current = readFileSync(join(folder, 'dist/de/1-tiefe/index.html'), 'utf8');
  if (former === current) failures.push('the edit changed nothing');
  cpSync(join(folder, 'dist'), join(folder, 'second'), { recursive: true, preserveTimestamps: true });

  let isOver = false;
  let requests = 0;
  const seen = new Set<string>();
  const reader = async (): Promise<void> => {
    while (!isOver) {
      const answer = await fetch(`${site}de/1-tiefe/`).catch((error: unknown) => String(error));
      requests++;
      if (typeof answer === 'string' || answer.status !== 200) {
        failures.push(`a request during a deploy: ${typeof answer === 'string' ? answer : answer.status}`);
        continue;
      }
      const html = await answer.text();
      seen.add(html);
      if (html !== former && html !== current) failures.push('a page mixes two builds');
      for (const [, asset = ''] of html.matchAll(/(?:href|src)="[^"]*(assets\/[^"]+)"/g)) {
        const { status } = await fetch(site + asset);
        if (status !== 200) failures.push(`${asset} of a page that is open: ${status}`);
      }
    }
  };
  const readers = Array.from({ length: 8 }, reader);
  for (let i = 0; i < 20 || requests < 200; i++) {
    deploy(folder, i % 2 === 0 ? `new-${i}` : `old-${i}`);
    // The former build returns, as after a rollback.
    if (i % 2 === 0) {
      rmSync(join(folder, 'dist'), { recursive: true });
      cpSync(join(folder, 'builds/two'), join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
    } else {
      rmSync(join(folder, 'dist'), { recursive: true });
      cpSync(join(folder, 'second'), join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  isOver = true;
  await Promise.all(readers);
  if (seen.size !== 2) failures.push(`readers saw ${seen.size} builds, expected both`);
}

function retarget(content: string, from: string, to: string): void {
  for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /\.(?:mdx|yaml)$/.test(one),
  )) {
    const path = join(content, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}
