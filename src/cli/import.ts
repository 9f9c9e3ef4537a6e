import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDossier } from '../check/check-dossier.ts';
import { engineFolder } from '../config/engine.ts';
import type { Corrections } from '../import/corrections.ts';
import { decode } from '../import/decode.ts';
import { drawPages } from '../import/look/draw-pages.ts';
import { importEdition, type TargetDossier } from '../import/import-edition.ts';
import { importPaper, type Imported, type PaperText } from '../import/import-paper.ts';
import { writeLedger, writeTemplate } from '../import/ledger.ts';
import { isMarkup } from '../import/markup/is-markup.ts';
import { readApart } from '../import/pdf/read-apart.ts';
import { isPdf } from '../import/pdf/read-pdf.ts';
import { commandLine } from '../model/command-line.ts';
import { UsageError } from '../model/usage-error.ts';
import { isSlug } from '../model/slug.ts';
import type { Dossier } from '../read/dossier.ts';
import {
  digestOf,
  planChanges,
  readEarlier,
  removeGone,
  type Changes,
  type EarlierImport,
} from './import-again.ts';
import { nameSchemas } from './name-schemas.ts';
import { requireDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { readCorrections, type ReadCorrections } from './read-corrections.ts';
import { readLibraryFile } from './read-library-file.ts';
import { readPaperFile } from './read-paper-file.ts';
import { run } from './run.ts';
import { shellAssignment } from './shell-assignment.ts';
import { today } from './today.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier import <paper> --to <folder> [--first-page <number>] [--works <library>] [--force]
       dossier import <paper> --to <dossier> --edition original [--first-page <number>] [--force]

Makes a dossier of a paper: a PDF with a text layer, a document of Word (.docx), a page in HTML, an article in JATS or
plain text. With --edition, adds its text to a dossier as an edition that only --private shows. --first-page says the number of the first page where none is printed. --works takes what the
paper cites from a library, as Zotero exports it (.bib, .ris, .json), where the library has it.
.import/index.html shows each page beside what was made of it; what is wrong there is put right in .import/corrections.yaml,
and the paper imported again: what an editor has written since stays as it is. --force imports another file than the
time before. Nothing is overwritten that no import wrote.
What is written is checked. Exit code 1 if the text could not be taken over whole or does not pass, 2 if there is nothing to read or no place to write.`;

/** A text that takes longer than anyone waits without a word. */
const LONG_TEXT = 200_000;

await run(usage, importFile);

async function importFile(): Promise<number> {
  const { path, to, edition, firstPage, works, force } = readArguments();
  const folder = resolve(to);
  const subfolder = edition === undefined ? '' : join('chapters', edition);
  const records = join(folder, subfolder, '.import');
  const bytes = await readPaperFile(path);
  const earlier = await readEarlier(join(records, 'written.json'));
  if (earlier && earlier.source !== digestOf(bytes) && !force)
    throw new UsageError(
      `${join(to, subfolder)} holds the import of another file, or of ${basename(path)} before it was changed: --force imports this one over it.`,
    );
  const corrected = await readCorrections(join(records, 'corrections.yaml'));
  if (corrected === undefined) return 1;
  const source = {
    ...(await readSource(path, bytes, corrected.corrections)),
    corrections: corrected.corrections,
  };
  if (source.text.length > LONG_TEXT)
    console.log(`Reading ${source.text.length} characters; that may take some seconds …`);
  const imported =
    edition === undefined
      ? importPaper(source, today(), firstPage, works === undefined ? [] : await readLibraryFile(works))
      : await asEdition(source, folder, edition, firstPage);
  if (imported.misfits.length > 0) {
    printMessages(imported.misfits.map(corrected.messageOf));
    console.error('Nothing was written.');
    return 1;
  }
  if (imported.faults.length > 0) {
    console.error(imported.faults.join('\n'));
    console.error('Nothing was written.');
    return 1;
  }
  const changes = await write({ folder, subfolder, bytes, earlier, corrected }, source, imported);
  report(to, subfolder, imported, changes);
  const passes = edition !== undefined || (await passesCheck(folder));
  console.log(
    `Each page beside what was made of it: ${join(relative(process.cwd(), records), 'index.html')}`,
  );
  return passes ? 0 : 1;
}

interface Arguments {
  path: string;
  to: string;
  edition: string | undefined;
  firstPage: number | undefined;
  works: string | undefined;
  force: boolean;
}

function readArguments(): Arguments {
  const options = {
    to: { type: 'string' },
    edition: { type: 'string' },
    'first-page': { type: 'string' },
    works: { type: 'string' },
    force: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
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

async function readSource(path: string, bytes: Uint8Array, { pages }: Corrections): Promise<PaperText> {
  if (isPdf(bytes)) {
    const document = await readApart(bytes, pages);
    if ('refusal' in document) throw new UsageError(`${path} cannot be imported: ${document.refusal}.`);
    return { path, encoding: 'PDF', text: document.text, document };
  }
  if (isMarkup(bytes)) {
    const { readMarkup } = await import('../import/markup/read-markup.ts');
    const read = await readMarkup(bytes);
    if ('refusal' in read) throw new UsageError(`${path} cannot be imported: ${read.refusal}.`);
    return { path, encoding: read.format, text: read.document.text, document: read.document };
  }
  const decoded = decode(bytes);
  if ('refusal' in decoded) throw new UsageError(`${path} cannot be imported: ${decoded.refusal}.`);
  return { path, ...decoded };
}

async function asEdition(
  source: PaperText,
  folder: string,
  edition: string,
  firstPage: number | undefined,
): Promise<Imported> {
  const { dossier } = await requireDossier(folder);
  const { editions } = dossier.settings.value;
  if (editions.some(({ id }) => id === edition))
    throw new UsageError(`${edition} is one of the dossier’s own editions: name the private one otherwise.`);
  return importEdition(source, edition, targetOf(dossier, firstPage));
}

function targetOf({ settings, chapters }: Dossier, firstPage: number | undefined): TargetDossier {
  const root = settings.value.editions[0]?.id;
  const own = chapters.filter(({ edition }) => edition === root);
  return {
    chapters: settings.value.chapters,
    firstPage: settings.value.paper.pages?.[0] ?? firstPage,
    citations: new Map(
      own.flatMap(({ notes }) =>
        notes.flatMap(({ number, citations }) =>
          number === undefined ? [] : [[number, citations] as const],
        ),
      ),
    ),
    paragraphs: own.flatMap(({ segments }) =>
      segments.filter(({ type }) => type === 'paragraph').map(({ id }) => id),
    ),
  };
}

interface Target {
  folder: string;
  subfolder: string;
  bytes: Uint8Array;
  earlier: EarlierImport | undefined;
  corrected: ReadCorrections;
}

/**
 * Writes the files, all or none, beside whatever an editor has written. The file that makes a folder a dossier comes
 * last.
 */
async function write(
  { folder, subfolder, bytes, earlier, corrected }: Target,
  source: PaperText,
  imported: Imported,
): Promise<Changes> {
  const files = nameSchemas(imported.files, folder, join(engineFolder, 'schemas'));
  const changes = await planChanges(folder, files, earlier);
  const records = join(folder, subfolder, '.import');
  const { ledger } = imported;
  const template = writeTemplate(ledger);
  const record: EarlierImport = { source: digestOf(bytes), files: Object.fromEntries(files), template };
  const isOwn = corrected.text !== undefined && corrected.text !== earlier?.template;
  const last = 'dossier.yaml';
  await writeFiles(
    new Map([
      // Nothing below is ever committed, whatever repository the folder lies in.
      ...(subfolder === '' ? [] : [[join(folder, subfolder, '.gitignore'), '*\n'] as const]),
      [join(records, '.gitignore'), '*\n!.gitignore\n!corrections.yaml\n'],
      [join(records, 'ledger.md'), writeLedger(ledger)],
      [join(records, 'ledger.json'), `${JSON.stringify(ledger)}\n`],
      [
        join(records, 'index.html'),
        drawPages(source, imported, encodeURI(relative(records, resolve(source.path)))),
      ],
      [join(records, 'written.json'), `${JSON.stringify(record, null, 2)}\n`],
      ...(isOwn ? [] : [[join(records, 'corrections.yaml'), template] as const]),
      ...(changes.differences.length === 0
        ? []
        : [[join(records, 'differences.diff'), changes.differences.join('\n')] as const]),
      ...[...changes.files]
        .sort(([a], [b]) => Number(a === last) - Number(b === last))
        .map(([path, text]) => [join(folder, path), text] as const),
    ]),
  );
  await removeGone(folder, [
    ...changes.gone,
    ...(changes.differences.length === 0 ? [join(subfolder, '.import', 'differences.diff')] : []),
  ]);
  return changes;
}

/** Says of what was written whatever stands in the way of a build. */
async function passesCheck(folder: string): Promise<boolean> {
  const { messages } = await checkDossier(folder);
  const errors = messages.filter(({ level }) => level === 'error');
  if (errors.length > 0) printMessages(errors);
  return errors.length === 0;
}

function report(
  to: string,
  subfolder: string,
  { files, ledger, paper }: Imported,
  { merged, differences }: Changes,
): void {
  const paragraphs = new Set(
    paper.sections.flatMap(({ blocks }) =>
      blocks.flatMap(({ type, id }) => (type === 'paragraph' && id !== 'abstract' ? [id] : [])),
    ),
  );
  const folder = relative(process.cwd(), resolve(to)) || '.';
  console.log(
    [
      `${files.size} files in ${join(folder, subfolder)}: ${paragraphs.size} paragraphs, ${paper.notes.length} notes, ${paper.references.length} listed works, ${paper.exhibits.length} exhibits.`,
      ...(merged.length > 0
        ? [`Edited since, and what is read otherwise now is put into them: ${merged.join(', ')}`]
        : []),
      ...(differences.length > 0
        ? [
            `${differences.length} files stay as somebody has edited them; what the import would change in the same lines: ${join(folder, subfolder, '.import', 'differences.diff')}`,
          ]
        : []),
      `All ${ledger.source.characters} characters of ${basename(ledger.source.path)} are accounted for; ${ledger.doubts.length} doubts, ${ledger.oddCharacters.length} odd characters: ${join(folder, subfolder, '.import', 'ledger.md')}`,
      `Next: ${[
        ...(folder === 'content' ? [] : [shellAssignment('DOSSIER', folder)]),
        ...(process.env['OUT'] ? [shellAssignment('OUT', process.env['OUT'])] : []),
        commandLine('start', ...(subfolder === '' ? [] : ['--private'])),
      ].join(' ')}`,
    ].join('\n'),
  );
}
