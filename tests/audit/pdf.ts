import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filesOf, missingPackageNotices } from '../../src/export/forms.ts';
import { pdf } from '../../src/export/pdf/pdf.ts';
import type { Edition } from '../../src/model/settings.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { copiedLabelOf } from '../../src/render/label.ts';
import { lettersOf } from '../support/read-pdf.ts';
import { everyDossier, type Sweep } from './sweep.ts';

export const name = 'pdf';
export const covers =
  'the PDFs of content/ and of every fixture dossier, in qpdf, poppler and veraPDF (PDF/UA-1): intact, tagged, labelled on each page, made in 5 s of CPU time';

const SECONDS = 5;

export async function run(sweep: Sweep, folder: string): Promise<void> {
  sweep.skipped.push(...missingPackageNotices([pdf]));
  const checkers = programs.filter(({ program, from }) => {
    const isHere = spawnSync(program, ['--version']).error === undefined;
    if (!isHere) sweep.skipped.push(`what ${program} says: it is not installed (${from})`);
    return isHere;
  });
  for (const { from, dossier } of await everyDossier(sweep)) {
    for (const { name: file, editions, make } of filesOf(dossier, pdf)) {
      const path = join(folder, file);
      console.log(`  ${from}: ${file}`);
      const started = process.cpuUsage();
      await writeFile(path, await make());
      const { user, system } = process.cpuUsage(started);
      if (user + system > SECONDS * 1e6)
        sweep.failures.push(`${from}: ${file} took ${((user + system) / 1e6).toFixed(1)} s`);
      for (const { program, args, faults } of checkers) {
        const { stdout, stderr } = await promisify(execFile)(program, args(path), {
          maxBuffer: 2 ** 26,
        }).catch((error: { stdout: string; stderr: string }) => error);
        sweep.failures.push(
          ...faults(stdout, dossier, editions, stderr).map(
            (fault) => `${from}: ${file}: ${program}: ${fault}`,
          ),
        );
      }
    }
  }
}

interface Program {
  program: string;
  from: string;
  args: (path: string) => string[];
  /** The faults in its output. */
  faults: (said: string, dossier: Dossier, editions: Edition[], errors: string) => string[];
}

const programs: Program[] = [
  {
    program: 'qpdf',
    from: 'Debian: apt-get install qpdf',
    args: (path) => ['--check', path],
    faults: (said, _dossier, _editions, errors) =>
      said.includes('No syntax or stream encoding errors found') ? [] : [said + errors],
  },
  {
    program: 'pdfinfo',
    from: 'Debian: apt-get install poppler-utils',
    args: (path) => [path],
    faults: (said) => [
      ...(/^Tagged: +yes$/m.test(said) ? [] : ['it is not tagged']),
      ...(/^Title: +\S/m.test(said) ? [] : ['it has no title']),
    ],
  },
  {
    program: 'pdftotext',
    from: 'Debian: apt-get install poppler-utils',
    args: (path) => [path, '-'],
    faults: (said, { settings }, editions) => {
      const pages = said.split('\f').slice(0, -1).map(lettersOf);
      return editions.flatMap((edition) => {
        const label = lettersOf(copiedLabelOf(settings.value, edition));
        return pages.flatMap((page, i) => (page.includes(label) ? [] : [`page ${i + 1} has no label`]));
      });
    },
  },
  {
    program: 'verapdf',
    from: 'verapdf.org',
    args: (path) => ['--flavour', 'ua1', '--format', 'text', path],
    faults: (said) => (said.startsWith('PASS') ? [] : said.split('\n').filter(Boolean)),
  },
];
