import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportFormats } from '../../src/cite/export.ts';
import type { Work } from '../../src/model/work.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import type { Sweep } from './sweep.ts';

const run = promisify(execFile);

/** What we hand to reference managers, read by programs of Debian’s that know nothing of us. */
export const sweep: Sweep = {
  name: 'exports: records read back by biber and pandoc',
  async *run() {
    const { dossier } = await readDossier('content');
    const works = dossier?.works.map(({ value }) => value) ?? [];
    const folder = await mkdtemp(join(tmpdir(), 'exports-'));
    const bib = join(folder, 'works.bib');
    const ris = join(folder, 'works.ris');
    await writeFile(bib, exportFormats.bib.write(works));
    await writeFile(ris, exportFormats.ris.write(works));

    if (await isThere('biber')) yield* byBiber(bib, folder, works);
    else yield { type: 'skipped', says: 'biber is not installed (Debian: apt-get install biber)' };

    if (await isThere('pandoc')) {
      yield* byPandoc(bib, 'biblatex', works);
      yield* byPandoc(ris, 'ris', works);
    } else yield { type: 'skipped', says: 'pandoc is not installed (Debian: apt-get install pandoc)' };
    await rm(folder, { recursive: true });
  },
};

const isThere = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

async function* byBiber(bib: string, folder: string, works: Work[]): ReturnType<Sweep['run']> {
  const out = join(folder, 'read.bib');
  const { stdout } = await run('biber', [
    '--tool',
    '--nolog',
    '--validate-datamodel',
    `--output-file=${out}`,
    bib,
  ]);
  const warnings = stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
  for (const warning of warnings) yield { type: 'fault', says: `biber: ${warning}` };
  const read = (await readFile(out, 'utf8')).match(/^@\w+\{/gm)?.length ?? 0;
  yield {
    type: read === works.length ? 'passed' : 'fault',
    says: `biber reads ${read} of ${works.length} records, with ${warnings.length} warnings`,
  };
}

async function* byPandoc(file: string, format: 'biblatex' | 'ris', works: Work[]): ReturnType<Sweep['run']> {
  const { stdout } = await run('pandoc', ['--from', format, '--to', 'csljson', file], {
    maxBuffer: 1e7,
  });
  const items: Record<string, unknown>[] = JSON.parse(stdout);
  const byId = new Map(items.map((item) => [String(item['id']), item]));
  let right = 0;
  for (const work of works) {
    const item = byId.get(work.id);
    const [found, wanted] = [item && digest(item), digest({ ...work })];
    if (found === wanted) right++;
    else yield { type: 'fault', says: `pandoc, ${format}, ${work.id}: ${found} instead of ${wanted}` };
  }
  yield {
    type: right === works.length ? 'passed' : 'fault',
    says: `pandoc reads ${right} of ${works.length} records from ${format}, names and titles equal`,
  };
}

/** Title and names in one line, whatever fields their parts are kept in and whatever markup keeps their case. */
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
  return [title, ...names].join(' | ').replaceAll('’', "'").replaceAll('‘', "'");
}
