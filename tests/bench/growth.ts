import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sketch, writeDossier } from '../support/synthetic-dossier.ts';
import { writeBareAstro } from './bare-astro.ts';

// Usage: node tests/bench/growth.ts. Builds dossiers of about 50, 500 and 2,500 pages, and bare Astro sites with the
// same content; needs GNU time.

const sizes = [
  { sections: 1, paragraphs: 3, cases: 1 },
  { sections: 11, paragraphs: 8, cases: 5 },
  { sections: 56, paragraphs: 8, cases: 25 },
];

interface Cost {
  /** In seconds: the time on the clock, and the CPU time on all cores. */
  wall: number;
  cpu: number;
  /** Of the largest process, in MB. */
  memory: number;
}

interface Run {
  pages: number;
  bytes: number;
  /** The average for a page of a single item (passage, note or work); the length of lists depends on the dossier. */
  page: number;
  cold: Cost;
  /** After an edit in one chapter. */
  warm: Cost;
  bare: Cost;
}

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
const runs: Run[] = [];
try {
  console.log(`${availableParallelism()} cores, Node ${process.version}`);
  for (const [i, size] of sizes.entries()) {
    const environment = { DOSSIER: join(folder, `content-${i}`), OUT: join(folder, `site-${i}`) };
    writeDossier(environment.DOSSIER, sketch(size));
    measure(['src/cli/permalinks.ts'], environment);
    const cold = measure(['src/cli/build.ts'], environment);
    const { script, folder: bareFolder } = writeBareAstro(environment.OUT, String(i));
    const files = filesIn(environment.OUT);
    const pages = files.filter((file) => file.endsWith('.html'));
    const ofThings = pages.filter((file) => /\/(?:p|note|work)\/[^/]+\/index\.html$/.test(file));
    const sum = (list: string[]): number => list.reduce((total, file) => total + statSync(file).size, 0);
    const [bytes, bytesOfThings] = [sum(files), sum(ofThings)];

    const chapter = join(environment.DOSSIER, 'chapters/de/1-teil.mdx');
    writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('Im ', 'In dem '));
    const warm = measure(['src/cli/build.ts'], environment);
    const bare = measure([script], {});
    rmSync(bareFolder, { recursive: true });
    runs.push({
      pages: pages.length,
      bytes,
      page: bytesOfThings / ofThings.length,
      cold,
      warm,
      bare,
    });
    print(runs.at(-1)!);
  }
  const [first, middle, last] = runs as [Run, Run, Run];
  const exponent = (of: (run: Run) => number): string =>
    (Math.log(of(last) / of(middle)) / Math.log(last.pages / middle.pages)).toFixed(2);
  console.log(
    `exponent from ${middle.pages} to ${last.pages} pages: work ${exponent(({ cold }) => cold.cpu)} (at most 0.9), bytes ${exponent(({ bytes }) => bytes)} (1.0)`,
  );
  console.log(
    `against bare Astro at ${last.pages} pages: work ${(last.cold.cpu / last.bare.cpu).toFixed(2)} (at most 0.5)`,
  );
  console.log(
    `rebuild after an edit: ${(last.warm.cpu / last.cold.cpu).toFixed(2)} of the cold one (at most 0.6)`,
  );
  console.log(
    `a page is ${((last.page / first.page - 1) * 100).toFixed(1)} % heavier than at ${first.pages} pages (at most 2 %)`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function print({ pages, bytes, page, cold, warm, bare }: Run): void {
  const cost = ({ wall, cpu, memory }: Cost): string =>
    `${cpu.toFixed(1)} s of work, ${wall.toFixed(1)} s, ${memory.toFixed(0)} MB`;
  console.log(
    `${pages} pages: ${cost(cold)}; ${(bytes / pages / 1000).toFixed(1)} kB a page in all, ${(page / 1000).toFixed(2)} kB the page of a thing`,
  );
  console.log(`  after an edit: ${cost(warm)}`);
  console.log(`  bare Astro: ${cost(bare)}`);
}

function measure(args: string[], environment: Record<string, string>): Cost {
  const report = join(folder, 'time');
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e %U %S %M', '-o', report, process.execPath, ...args],
    { env: { ...process.env, ...environment }, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stdout}${stderr}`);
  const [wall = 0, user = 0, system = 0, memory = 0] = readFileSync(report, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { wall, cpu: user + system, memory: memory / 1000 };
}

function filesIn(where: string): string[] {
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
