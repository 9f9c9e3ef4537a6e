import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { readDossier } from '../../src/read/read-dossier.ts';
import { searchRenderer } from '../../src/render/renderers.ts';
import type { EditionRecords, SearchRecord } from '../../src/search/record.ts';
import { recordsOf } from '../../src/search/records.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { askBox, countCost, type Cost } from '../support/search-cost.ts';
import { compared, randomFrom, stands, timesIn } from '../support/search-truth.ts';
import { serve } from '../support/sites.ts';
import { writeSearchTo } from '../support/source-of.ts';

// Usage: npm run build && node tests/bench/search-scale.ts [characters] [edition]. Expands the built dossier to that
// many characters (by default 4,000,000) by reordering its own sentences, and prints the cost and correctness of its
// search: kilobytes (gzip) and requests for the first results, with the page, and for the next results, each as a
// multiple of the original dossier’s cost; milliseconds of warm queries; and individually checked answers.

const wanted = Number(process.argv[2] ?? 4_000_000);
const edition = process.argv[3] ?? 'zh';
const random = randomFrom(3);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const { dossier } = await readDossier(process.env['DOSSIER'] ?? 'content');
if (!dossier) throw new Error('The dossier cannot be read');
const own = dossier.settings.value.editions.map((one) => recordsOf(dossier, one, searchRenderer(dossier)));
const charactersIn = (editions: EditionRecords[]): number =>
  editions.find((one) => one.edition === edition)!.records.reduce((sum, { text }) => sum + text.length, 0);
// A copy is slightly longer than the original.
const copied = charactersIn(own.map((one) => lengthened(one, 2))) - charactersIn(own);
const times = 1 + Math.round((wanted - charactersIn(own)) / copied);
const editions = own.map((one) => lengthened(one, times));
const { records } = editions.find((one) => one.edition === edition)!;

const folder = await mkdtemp(join(tmpdir(), 'scale-'));
await cp(join('dist', 'assets'), join(folder, 'assets'), { recursive: true });
await mkdir(join(folder, 'search'), { recursive: true });
await cp(join('dist', 'search', 'search.js'), join(folder, 'search', 'search.js'));
for (const { edition: one } of editions)
  await cp(join('dist', one, 'search'), join(folder, one, 'search'), { recursive: true });
for (const file of ['appearance.js', '404.html']) await cp(join('dist', file), join(folder, file));
const started = Date.now();
await writeSearchTo(folder, editions);
console.log(
  `${edition}: ${times} times the dossier, ${records.length} records, ${charactersIn(editions)} characters, written in ${((Date.now() - started) / 1000).toFixed(1)} s`,
);

const contents = await readFile(join(folder, 'search', 'contents.json'));
const chunks = await readdir(join(folder, 'search', 'index'));
console.log(
  `contents ${(gzipSync(contents).length / 1024).toFixed(0)} KB, ${chunks.length} chunks of the index`,
);

const [short, site] = [await serve('dist', '/'), await serve(folder, '/')];
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  const asked = {
    zh: ['碳边境税', '关键矿产资源', '的', '碳中和', 'CBAM 机制', 'tanbianjingshui'],
    en: ['carbon border tax', 'the', 'hydrogen', 'c'],
  };
  for (const [one, queries] of Object.entries(asked)) for (const query of queries) await compare(one, query);
  await warm();
} finally {
  await browser.close();
  await Promise.all([short.close(), site.close()]);
  await rm(folder, { recursive: true });
}

/** An edition with that many copies of each text; all but the first have sentences that no other text has. */
function lengthened(whole: EditionRecords, copiesWanted: number): EditionRecords {
  const sentences = whole.records.flatMap(({ text }) => text.match(/[^。.]+[。.]?/gu) ?? []);
  const sentence = (): string => {
    const [a, b] = [pick(sentences), pick(sentences)];
    return a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2));
  };
  const textOf = (length: number): string => {
    let text = sentence();
    while (text.length < length) text += sentence();
    return text.replaceAll('\n', '');
  };
  const copies = Array.from({ length: copiesWanted }, (_, copy) =>
    whole.records.map((record): SearchRecord => ({
      ...record,
      // Each name belongs to a single record.
      ...(copy === 0
        ? {}
        : {
            id: `${record.id}-${copy}`,
            title: `${record.title} ${copy}`,
            names: undefined,
            text: textOf(record.text.length),
          }),
    })),
  );
  return { ...whole, records: copies.flat() };
}

/** Prints the cost of a query in an edition of the long dossier, also as a multiple of that in the short one. */
async function compare(one: string, query: string): Promise<void> {
  const [before, after] = [await costOf(short.address, one, query), await costOf(site.address, one, query)];
  const said = after.map(({ kilobytes, requests }, i) => {
    const ratio = kilobytes / (before[i]?.kilobytes ?? 1);
    return `${kilobytes.toFixed(0)} KB in ${requests} (${ratio.toFixed(1)} times)`;
  });
  console.log(`${query}: ${said.join(', then ')}`);
}

/** The cost of a first answer, alone and with the page, and of another one. */
async function costOf(address: string, one: string, query: string): Promise<Cost[]> {
  const page = await (await browser.newContext()).newPage();
  const spent = countCost(page);
  await page.goto(`${address}${one}/search/`);
  await askBox(page, query);
  const first = await spent();
  await askBox(page, one === 'zh' ? '氢能' : 'power grid');
  const second = await spent();
  await page.context().close();
  return [first, second];
}

/** The milliseconds of queries in an open page, and whether the answers are right. */
async function warm(): Promise<void> {
  const places = records.map(({ text, kind, id }) => ({
    name: `${kind} ${id}`,
    lines: text.split('\n').map(compared),
  }));
  const stretch = (): string => {
    const text = [...pick(records).text];
    const at = Math.floor(random() * text.length);
    return text
      .slice(at, at + 2 + Math.floor(random() * 7))
      .join('')
      .trim();
  };
  const queries = Array.from({ length: 150 }, stretch).filter((text) =>
    (edition === 'zh' ? /^\p{Script=Han}+$/u : /^[a-z]{3,}( [a-z]{3,})*$/).test(text),
  );
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.address}${edition}/search/`);
  const answers = (await page.evaluate(`(async () => {
    const { search } = await import('/search/search.js');
    const ask = (query, most) => search(query, { language: '${edition}', most });
    const found = [];
    for (const query of ${JSON.stringify(queries)}) {
      await ask(query, 10);
      const start = performance.now();
      const top = await ask(query + ' ', 10);
      found.push({ query, milliseconds: performance.now() - start, top: top.length });
    }
    for (const one of found.slice(0, 40)) one.all = (await ask(one.query, 1e9)).map(({ kind, segment }) => kind + ' ' + segment);
    return found;
  })()`)) as { query: string; milliseconds: number; all?: string[] }[];
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(0);
  // Queries without literal matches are read in other ways, which are not checked here.
  const checked = answers.flatMap(({ query, all }) => {
    const asked = compared(query);
    const isTyped = places.some(({ lines }) => lines.some(({ strict }) => timesIn(strict, asked.strict) > 0));
    const expected = places
      .filter(({ lines }) => lines.some((line) => stands(line, asked)))
      .map(({ name }) => name);
    return all === undefined || !isTyped ? [] : [{ query, all, expected }];
  });
  const right = checked.filter(({ all, expected }) => String(expected.sort()) === String([...all].sort()));
  for (const one of checked) if (!right.includes(one)) console.log(`not exactly: ${one.query}`);
  console.log(
    `${answers.length} queries again, ten results each: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; ${right.length} of ${checked.length} answers exactly right`,
  );
}
