import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportFormats } from '../../src/cite/export.ts';
import type { Work } from '../../src/model/work.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import type { Sweep } from './sweep.ts';

const start = promisify(execFile);

// What we hand to reference managers, read by programs of Debian’s that know nothing of us.

export const name = 'exports';

export async function run(): Promise<Sweep> {
  const sweep: Sweep = { failures: [], skipped: [] };
  const { dossier } = await readDossier('content');
  const works = dossier?.works.map(({ value }) => value) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'exports-'));
  try {
    const bib = join(folder, 'works.bib');
    const ris = join(folder, 'works.ris');
    await writeFile(bib, exportFormats.bib.write(works));
    await writeFile(ris, exportFormats.ris.write(works));

    if (await isThere('biber')) sweep.failures.push(...(await byBiber(bib, folder, works)));
    else sweep.skipped.push('what biber reads: it is not installed (Debian: apt-get install biber)');

    if (await isThere('pandoc')) {
      sweep.failures.push(...(await byPandoc(bib, 'biblatex', works)));
      sweep.failures.push(...(await byPandoc(ris, 'ris', works)));
    } else sweep.skipped.push('what pandoc reads: it is not installed (Debian: apt-get install pandoc)');
  } finally {
    await rm(folder, { recursive: true });
  }
  return sweep;
}

const isThere = (program: string): Promise<boolean> =>
  start(program, ['--version']).then(
    () => true,
    () => false,
  );

async function byBiber(bib: string, folder: string, works: Work[]): Promise<string[]> {
  const out = join(folder, 'read.bib');
  const options = ['--tool', '--nolog', '--validate-datamodel', `--output-file=${out}`, bib];
  const { stdout } = await start('biber', options);
  const warnings = stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
  const read = (await readFile(out, 'utf8')).match(/^@\w+\{/gm)?.length ?? 0;
  return [
    ...warnings.map((warning) => `biber: ${warning}`),
    ...(read === works.length ? [] : [`biber reads ${read} of ${works.length} records`]),
  ];
}

async function byPandoc(file: string, format: 'biblatex' | 'ris', works: Work[]): Promise<string[]> {
  const { stdout } = await start('pandoc', ['--from', format, '--to', 'csljson', file], { maxBuffer: 1e7 });
  const items: Record<string, unknown>[] = JSON.parse(stdout);
  const read = new Map(items.map((item) => [String(item['id']), digest(item)]));
  return works.flatMap((work) => {
    const [found, wanted] = [read.get(work.id), digest({ ...work })];
    return found === wanted ? [] : [`pandoc reads from ${format} ${found} instead of ${wanted}`];
  });
}

/**
 * Title and names in one line, whatever fields their parts are kept in, whatever markup keeps their case, and however deep
 * a reader takes quotation marks to be.
 */
function digest(item: Record<string, unknown>): string {
  const names = (Array.isArray(item['author']) ? item['author'] : [])
    .map((name: Record<string, unknown>) =>
      ['dropping-particle', 'non-dropping-particle', 'family', 'given', 'literal']
        .map((part) => name[part])
        .filter(Boolean)
        .join(' '),
    )
    .filter((name) => name !== 'others');
  const title = String(item['title']).replace(/<\/?span[^>]*>/g, '');
  return [title, ...names].join(' | ').replace(/[“”‘’"']/g, "'");
}
