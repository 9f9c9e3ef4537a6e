import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openPage } from '../support/open-page.ts';
import { freePort, sparing } from '../support/sites.ts';
import { isWhole } from '../support/whole.ts';

// One server, started on a dossier that cannot be read, and one page that is never reloaded by hand.

/** `tests/unit/dev-messages.test.ts` tests the messages, the desk and what is shown of files that cannot be read. */
const inAudit = test.runIf(isWhole);

const folder = mkdtempSync(join(tmpdir(), 'dossier-dev-'));
const content = join(folder, 'content');
const server: { process?: ChildProcess; site: string; output: string } = { site: '', output: '' };
let page: Page;
/**
 * How long to wait: the first page after a change makes the server load every module again, of which most of its time
 * consists. If nine other processes want each processor, that takes a minute and a half.
 */
const patience = { timeout: 150_000, interval: 50 };
/** Whether the page is connected, and would be notified of a change. */
let isListening = false;
async function listening(): Promise<void> {
  await vi.waitFor(() => expect(isListening).toBe(true), patience);
}

beforeAll(async () => {
  cpSync('tests/fixtures/dossiers/well', content, { recursive: true });
  const port = await freePort();
  server.site = `http://localhost:${port}`;
  const settings = edit('dossier.yaml', (text) => text.replace('  year: 1999', '\tyear: 1999'));
  server.process = startServer(port);
  await answered(server.site);
  page = await openPage('404.html');
  page.setDefaultTimeout(patience.timeout);
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) isListening = false;
  });
  page.on('console', (message) => {
    if (message.text().includes('[vite] connected')) isListening = true;
  });
  await page.goto(`${server.site}/de/terms/well/`);
  await page.getByText('Unexpected tab at the start of a line, expected spaces').waitFor();
  await listening();
  settings.mend();
});
afterAll(async () => {
  server.process?.kill();
  await page?.context().close();
  rmSync(folder, { recursive: true });
});

function startServer(port: number): ChildProcess {
  const child = spawn(
    process.execPath,
    [...sparing, 'node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port), '--ignore-lock'],
    {
      env: {
        ...process.env,
        DOSSIER: content,
        NODE_ENV: 'development',
        // Astro serves nothing if it detects a test.
        VITEST: '',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    },
  );
  child.stdout.on('data', (piece) => (server.output += String(piece)));
  child.stderr.on('data', (piece) => (server.output += String(piece)));
  return child;
}

async function answered(address: string): Promise<void> {
  await vi
    .waitFor(() => fetch(address), { ...patience, timeout: 200_000 })
    .catch((cause: unknown) => {
      throw new Error(`The server does not answer:\n${server.output}`, { cause });
    });
}

/** Changes a file of the dossier, or deletes it if the result is undefined. */
function edit(file: string, change: (text: string) => string | undefined): { mend: () => void } {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  if (after === undefined) rmSync(path);
  else writeFileSync(path, after);
  return { mend: () => writeFileSync(path, before) };
}

const banner = () => page.locator('#dossier-messages, .dossier-message');

/** Waits until the page shows that text, without a reload. */
async function says(...texts: string[]): Promise<void> {
  for (const text of texts) await banner().getByText(text).first().waitFor();
}

/** Waits until the page no longer shows that text, without a reload. */
async function saysNoMore(text: string): Promise<void> {
  await banner().getByText(text).first().waitFor({ state: 'detached' });
}

const textOf = async (address: string): Promise<string> => (await fetch(server.site + address)).text();

/** The server renders the page again for each request, which slows its other work. */
const poll = { ...patience, interval: 1000 };

test('a dossier.yaml that cannot be read is reported in place of every page, which appears once it is fixed', async () => {
  await page.getByText('Ein Loch mit Wasser.').first().waitFor();
  expect(await banner().locator('li.error').count()).toBe(0);
  expect(server.output).toContain('dossier.yaml:10:1 error file-readable');
  expect(server.output).not.toMatch(/^\s+at /m);
});

inAudit('files that cannot be read are reported on every page, and their last content is shown', async () => {
  await listening();
  const edits = [
    edit('terms/well.yaml', (text) => `${text}seeAlso:\n\t- ocean\n`),
    edit('cases/dry-summer/case.yaml', (text) => text.replace('1950-06/1950-08', 'Sommer 1950')),
    edit('chapters/de/1-tiefe.mdx', (text) => text.replace('sagt das Amt', 'sagt { das Amt')),
  ];
  await says('terms/well.yaml:6:1', 'Unexpected tab at the start of a line, expected spaces');
  await says('cases/dry-summer/case.yaml:4:9', 'Unexpected date, expected YYYY');
  await says('chapters/de/1-tiefe.mdx:1:82', 'Unexpected { without a closing brace, expected \\{');
  await page.getByText('Ein Loch mit Wasser.').first().waitFor();
  await expect.poll(() => textOf('/de/1-tiefe/'), poll).toContain('Die Tiefe folgt aus der Fallzeit');
  await expect.poll(() => textOf('/de/cases/dry-summer/'), poll).toContain('1950');
  await listening();
  for (const { mend } of edits) mend();
  await saysNoMore('Unexpected');
  await page.getByText('Ein Loch mit Wasser.').first().waitFor();
});

inAudit('the rules’ findings are shown on the pages that they are about', async () => {
  // A reload after the last change may still interrupt it.
  await expect.poll(() => page.goto(`${server.site}/de/0-anfang/`).catch(() => null), poll).not.toBeNull();
  await listening();
  const edits = [
    edit('chapters/de/0-anfang.mdx', (text) => text.replace('(term:well). Er', '(term:wel). Er')),
    edit('chapters/de/1-tiefe.mdx', (text) => text.replace('1.1.2', '1.1.1')),
    edit('chapters/welsch/1-tiefe.mdx', () => undefined),
  ];
  const said = [
    ['/de/0-anfang/', 'chapters/de/0-anfang.mdx:3:34', 'unknown term “wel”'],
    ['/de/1-tiefe/', 'chapters/de/1-tiefe.mdx:16:1', 'Unexpected second segment 1.1.1'],
    ['/parallel/1-tiefe/', 'chapters/welsch/1-tiefe.mdx:1:1', 'Missing chapter “1-tiefe” of edition welsch'],
  ] as const;
  await says(said[0][1], said[0][2]);
  for (const [address, place, reason] of said) {
    await expect.poll(() => textOf(address), poll).toContain(place);
    await expect.poll(() => textOf(address), poll).toContain(reason);
    expect(await textOf('/de/terms/well/')).not.toContain(reason);
    expect(server.output).toContain(reason);
  }
  for (const { mend } of edits) mend();
  await saysNoMore('unknown term');
  await expect.poll(() => textOf('/parallel/1-tiefe/'), poll).toContain('La profondeur découle');
});

inAudit('a new picture is shown, and files whose extension is a route parameter are served', async () => {
  cpSync('tests/fixtures/dossiers/canal/exhibits/summit-lock.png', join(content, 'exhibits/lock.png'));
  const yaml = join(content, 'exhibits/figure-2.yaml');
  writeFileSync(
    yaml,
    'type: picture\ntitle: { de: Die Schleuse }\nfile: lock.png\nalt: { de: Zwei Tore. }\n',
  );
  const edits = ['de', 'welsch'].map((edition) =>
    edit(`chapters/${edition}/1-tiefe.mdx`, (text) =>
      text.replace('{/* 1.1.2 */}', '{/* figure-2 */}\n\n{/* 1.1.2 */}'),
    ),
  );
  // If several files change at once, a busy machine may report only the first: an editor saves again.
  const found = async (): Promise<string | undefined> => {
    utimesSync(yaml, new Date(), new Date());
    return /src="[^"]*(\/pictures\/[^"]*)"/.exec(await textOf('/de/1-tiefe/'))?.[1];
  };
  await expect.poll(found, poll).toBeDefined();
  for (const [address, type] of [
    [(await found())!, 'image/png'],
    ['/works.bib', 'application/x-bibtex'],
  ] as const) {
    const answer = await fetch(server.site + address);
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
  }
  for (const { mend } of edits) mend();
  rmSync(yaml);
  rmSync(join(content, 'exhibits/lock.png'));
});

inAudit('a chapter that is added while another is open has its page at once', async () => {
  expect(await textOf('/de/1-tiefe/')).toContain('Die Tiefe folgt aus der Fallzeit');
  const chapters = ['de', 'welsch'].map((edition) => join(content, 'chapters', edition, '2-ende.mdx'));
  for (const chapter of chapters) writeFileSync(chapter, '{/* 2.0.1 */} Der Brunnen ist leer.\n');
  const { mend } = edit('dossier.yaml', (text) =>
    text.replace(
      /^chapters:\n(?: .*\n)+/m,
      (listed) => `${listed}  - { id: 2-ende, section: 2, title: { de: Ende, welsch: Fin } }\n`,
    ),
  );
  await expect.poll(() => textOf('/de/2-ende/'), poll).toContain('Der Brunnen ist leer.');
  mend();
  for (const chapter of chapters) rmSync(chapter);
  await expect.poll(async () => (await fetch(`${server.site}/de/2-ende/`)).status, poll).toBe(404);
});

// Requested without a browser, where a reload after an edit would lose clicks.
inAudit('the desk lists what is left to do, and shows the editions side by side', async () => {
  const answers = (address: string, text: string | RegExp): Promise<void> =>
    expect.poll(() => textOf(address), poll).toMatch(text);
  const { mend } = edit('chapters/de/1-tiefe.mdx', (text) =>
    text.replace('Das Wasser ging', 'Die Quelle {ging'),
  );
  await answers('/desk/', 'Unexpected { without a closing brace');
  const [, rule = ''] = /href="([^"]+)"[^>]*>no-code</.exec(await textOf('/desk/')) ?? [];
  await answers(rule, /<h1[^>]*>\s*no-code/);
  mend();
  const { mend: unsay } = edit('chapters/de/1-tiefe.mdx', (text) => text.replace('Das Wasser', 'Die Quelle'));
  await answers('/desk/1-tiefe/', /id="p1\.1\.2"[^]*<td[^>]*>[^]*Die Quelle ging\./);
  unsay();
});

test('a built site contains no code of the development server', () => {
  const out = inject('siteOut');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('dossier-message');
  expect(existsSync(join(out, 'desk'))).toBe(false);
});
