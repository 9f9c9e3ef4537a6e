import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { lineOf, payloads, texts, writeHostileDossier, type Shown } from '../support/hostile-dossier.ts';
import { isWhole, oneIn } from '../support/whole.ts';
import { builtPages } from '../support/built-pages.ts';
import { dangersIn } from '../support/dangers.ts';
import { treeOf } from '../support/page-tree.ts';
import { runCommand } from '../support/run-command.ts';
import { runBuild, serve } from '../support/sites.ts';

// Whatever editors or the paper’s authors put into a dossier appears on its pages as text, and none of it runs, even in
// a browser that ignores content security policies.

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const content = join(folder, 'content');
const out = join(folder, 'site');
let shown: Shown[];
let addresses: string[];
let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  shown = writeHostileDossier(content);
  const env = { DOSSIER: content, OUT: out };
  for (const { code, output } of [await runCommand('permalinks', [], { env }), await runBuild(env)])
    if (code !== 0) throw new Error(output);
  addresses = builtPages(out).map(({ address }) => address.slice(1));
  site = await serve(out, '/');
  browser = await chromium.connect(inject('browser'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('pages show their texts as text, and contain nothing that could run or be loaded', () => {
  const expected = Map.groupBy(shown, ({ address }) => address);
  // An audit reads every page.
  const found = oneIn(5, addresses).flatMap((address) => {
    const page = treeOf(readFileSync(join(out, fileOf(address)), 'utf8'));
    const text = lineOf(toString(select('body', page) ?? page));
    const missing = (expected.get(address) ?? []).filter((one) => !text.includes(lineOf(one.text)));
    return [...missing.map((one) => `does not show ${one.text.slice(0, 80)}`), ...dangersIn(page)].map(
      (what) => `${address}: ${what}`,
    );
  });
  expect(found).toEqual([]);
  expect([...expected.keys()].filter((address) => !addresses.includes(address))).toEqual([]);
});

test.each([
  ['<script>1</script>', 'script without source'],
  ['<script src="https://evil.example/a.js"></script>', 'script from https://evil.example/a.js'],
  ['<p onclick="1">', 'attribute onClick of p'],
  ['<a href="javascript:1">', 'address javascript:1 of a'],
  ['<img src="//evil.example/a.png">', 'address //evil.example/a.png of img'],
  ['<svg><use href="data:image/svg+xml,x"></use></svg>', 'address data:image/svg+xml,x of use'],
  ['<iframe></iframe>', 'element iframe'],
  ['<p style="color: red">', 'attribute style of p'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example/">', 'element meta that says refresh'],
])('%s would be detected', (html, danger) => {
  expect(dangersIn(treeOf(html))).toEqual([danger]);
});

// Without a content security policy, injected code would run; with one, the browser would report it, which only audits
// have time to check: below is a test of the policy itself, and accessibility.test.ts tests that pages comply with it.
describe.each([
  ['with the policy bypassed', true, 0] as const,
  ...(isWhole ? [['with the policy', false, 3] as const] : []),
])('%s', (_, bypassCSP, first) => {
  test('no page runs injected code, sends requests or logs errors', { timeout: 600_000 }, async () =>
    expect(await visit(oneIn(50, addresses.slice(first)), bypassCSP)).toEqual([]),
  );

  // One of the three ways for every eighth text; in an audit, all ways for all texts.
  test('no query and no URL fragment runs as code', { timeout: 600_000 }, async () => {
    const asked = payloads.flatMap(({ text }, i) => {
      const query = encodeURIComponent(text.toWellFormed());
      const ways = [`de/search/?q=${query}`, `p/1.1.1/?q=${query}#${query}`, `p/1.1.2/?${query}#${text}`];
      return ways.filter((_way, n) => isWhole || (i + first) % (8 * ways.length) === n);
    });
    const found = await visit(asked, bypassCSP, async (page, address) => {
      if (address.startsWith('de/search/'))
        await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent);
    });
    expect(found).toEqual([]);
  });
});

test('the test detects code that runs, and the policy forbids it', async () => {
  writeFileSync(
    join(out, 'planted.html'),
    '<script>window.pwned = 1; alert(1)</script><img src=https://evil.example/>',
  );
  const seen = await visit(['planted.html'], true);
  expect(seen.map((one) => one.replace(/ERR_.*/, ''))).toEqual(
    expect.arrayContaining([
      'planted.html: a dialog says 1',
      'planted.html: a request for https://evil.example/',
      'planted.html: something ran',
    ]),
  );
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/.exec(
    readFileSync(join(out, 'index.html'), 'utf8'),
  );
  writeFileSync(join(out, 'planted.html'), `${policy?.[0]}<script>window.pwned = 1; alert(1)</script>`);
  const forbidden = await visit(['planted.html'], false);
  expect(forbidden).toContainEqual(expect.stringContaining('Content Security Policy'));
  expect(forbidden).not.toContainEqual(expect.stringMatching(/dialog|something ran/));
  rmSync(join(out, 'planted.html'));
});

test('downloads contain nothing that a spreadsheet or a reference manager would treat as more than text', () => {
  const csv = readFileSync(join(out, 'data.csv'), 'utf8');
  expect(csv).not.toMatch(/(?:^|[,"])[=@](?:HYPERLINK|SUM)/m);
  expect(csv).toMatch(/'=HYPERLINK/);
  const ris = readFileSync(join(out, 'works.ris'), 'utf8');
  expect(ris.match(/^TY {2}- /gm)).toHaveLength(texts.length);
  expect(ris.match(/^ER {2}-/gm)).toHaveLength(texts.length);
  const bib = readFileSync(join(out, 'works.bib'), 'utf8');
  expect(bib.match(/^@\w+\{/gm)).toHaveLength(texts.length);
  expect(JSON.parse(readFileSync(join(out, 'works.json'), 'utf8'))).toHaveLength(texts.length);
});

test('XML files are well-formed', async () => {
  const page = await browser.newPage();
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.xml'),
  );
  const faults = await page.evaluate(
    (texts) =>
      texts.filter((text) => new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')),
    files.map((file) => readFileSync(join(out, file), 'utf8')),
  );
  await page.close();
  expect(files.sort()).toEqual(['de/search.xml', 'sitemap-0.xml', 'sitemap-index.xml']);
  expect(faults).toEqual([]);
});

test('the header and footer of a printed sheet are only text, before the rules for all sheets', async () => {
  const page = await browser.newPage();
  const rules = await page.evaluate(
    async (text) => {
      const sheet = await new CSSStyleSheet().replace(text);
      return [...sheet.cssRules].map(({ constructor }) => constructor.name);
    },
    readFileSync(join(out, 'de', 'print.css'), 'utf8'),
  );
  await page.close();
  expect(rules).toEqual([
    'CSSPageRule',
    'CSSPageRule',
    // Words that the rules print: before a reference, in the headings of checks, and the key of signs.
    'CSSStyleRule',
    'CSSStyleRule',
    'CSSStyleRule',
    'CSSLayerStatementRule',
    'CSSLayerBlockRule',
    'CSSLayerBlockRule',
    // The words above editors’ notes and before a claim, the sheets of a chapter, and the number of each editors’ note.
    ...Array<string>(3 + texts.length).fill('CSSStyleRule'),
    'CSSPageRule',
  ]);
});

test('nothing was written outside the site', () => {
  expect(readdirSync(folder).sort()).toEqual(['.site.build', 'content', 'site']);
  expect(
    readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => /[^a-zA-Z0-9._/-]/.test(file)),
  ).toEqual([]);
});

/** Opens every address, several at once, and collects everything that should not happen there. */
async function visit(
  list: string[],
  bypassCSP: boolean,
  look?: (page: Page, address: string) => Promise<void>,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...list];
  const worker = async (): Promise<void> => {
    const context = await browser.newContext({ bypassCSP });
    const page = await context.newPage();
    let address = '';
    const say = (what: string): void => void found.push(`${address}: ${what}`);
    page.on('dialog', (dialog) => {
      say(`a dialog says ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) say(`a request for ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') say(message.text());
    });
    page.on('pageerror', (error) => say(error.message));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      address = next;
      await page.goto(site.address + address, { waitUntil: 'load' });
      await look?.(page, address);
      const { pwned, url } = await page.evaluate(() => ({ pwned: 'pwned' in window, url: location.href }));
      if (pwned) say('something ran');
      if (!url.startsWith(site.address)) say(`it leads to ${url}`);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: 3 }, worker));
  return found;
}

const fileOf = (address: string): string => (/(?:^|\/)$/.test(address) ? `${address}index.html` : address);
