import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { isSlug } from '../model/slug.ts';
import { argumentsOf } from './command-table.ts';
import { readPaperFile, readPaperText } from './read-paper-file.ts';
import { run } from './run.ts';

const usage = `Usage: dossier import <paper> --to <folder> [--first-page <number>] [--works <library>] [--force]
       dossier import <paper> --to <dossier> --edition original [--first-page <number>] [--force]

Makes a dossier of a paper: a PDF with a text layer, a document of Word (.docx), a page in HTML, an article in JATS or
plain text. With --edition, adds its text to a dossier as an edition that only --private shows. --first-page says the number of the first page where none is printed. --works takes what the
paper cites from a library, as Zotero exports it (.bib, .ris, .json), where the library has it.
.import/index.html shows each page beside what was made of it; what is wrong there is put right in .import/corrections.yaml,
and the paper imported again: what an editor has written since stays as it is. --force imports another file than the
time before. Nothing is overwritten that no import wrote.
What is written is checked. Exit code 1 if the text could not be taken over whole or does not pass, 2 if there is nothing to read or no place to write.`;

await run(usage, importFile);

async function importFile(): Promise<number> {
  const task = readArguments();
  const bytes = await readPaperFile(task.path);
  const records = join(
    resolve(task.to),
    task.edition === undefined ? '' : join('chapters', task.edition),
    '.import',
  );
  // A first import has no corrections yet, so the paper can be read while the other modules load.
  const [source, { importBytes }] = await Promise.all([
    existsSync(records) ? undefined : readPaperText(task.path, bytes),
    import('./import-bytes.ts'),
  ]);
  return importBytes(task, bytes, records, source);
}

export interface ImportTask {
  path: string;
  to: string;
  edition: string | undefined;
  firstPage: number | undefined;
  works: string | undefined;
  force: boolean;
}

function readArguments(): ImportTask {
  const { values, positionals } = argumentsOf('import');
  const [path, ...more] = positionals;
  const page = values['first-page'];
  if (path === undefined || more.length > 0 || values.to === undefined) throw new UsageError(usage);
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page))
    throw new UsageError(`--first-page ${page} is no page number.`);
  if (values.edition !== undefined && values.works !== undefined)
    throw new UsageError(
      '--works goes with a new dossier: an edition cites the works of the dossier that is there.',
    );
  if (values.edition !== undefined && !isSlug(values.edition))
    throw new UsageError(
      `--edition ${values.edition} is no name: lower-case letters, digits and single hyphens.`,
    );
  return {
    path,
    to: values.to,
    edition: values.edition,
    firstPage: page === undefined ? undefined : Number(page),
    works: values.works,
    force: values.force,
  };
}
