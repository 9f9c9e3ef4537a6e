import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { isSlug } from '../model/is-slug.ts';
import { argumentsOf } from './command-table.ts';
import type { ImportTask } from './import-bytes.ts';
import { readPaperFile, readPaperText } from './read-paper-file.ts';
import { run } from './run.ts';

const usage = `Usage: dossier import <paper> --to <folder> [--first-page <number>] [--works <library>] [--force]
       dossier import <paper> --to <dossier> --edition original [--first-page <number>] [--force]

Makes a dossier from a paper: a PDF with a text layer, a Word document (.docx), an HTML page, a JATS article or plain
text. --edition adds the text to an existing dossier as an edition that only --private shows. --first-page gives the
number of the first page if none is printed. --works takes the works that the paper cites from a library exported by
Zotero (.bib, .ris, .json), if the library has them.

.import/index.html shows each page beside the text made from it. Write corrections into .import/corrections.yaml and
import the paper again: later edits are kept, and only files that an import wrote are overwritten. The .import folder of
an edition is within its own, such as chapters/original/.import/. --force imports a different file than last time.

The result is checked. Exit code 1 if the text could not be imported completely or the check finds errors, 2 if there is
nothing to read or no place to write.`;

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
  const isFirst = !existsSync(records);
  const [source, { importBytes }] = await Promise.all([
    isFirst ? readPaperText(task.path, bytes) : undefined,
    import('./import-bytes.ts'),
  ]);
  return importBytes(task, bytes, records, source);
}

function readArguments(): ImportTask {
  const { values, positionals } = argumentsOf('import');
  const [path, ...more] = positionals;
  const page = values['first-page'];
  if (path === undefined || more.length > 0 || values.to === undefined) throw new UsageError(usage);
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page))
    throw new UsageError(`--first-page ${page} is not a page number.`);
  if (values.edition !== undefined && values.works !== undefined)
    throw new UsageError('--works applies only to a new dossier: an edition cites the works of its dossier.');
  if (values.edition !== undefined && !isSlug(values.edition))
    throw new UsageError(
      `--edition ${values.edition} is not a valid name: use lower-case letters, digits and single hyphens.`,
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
