import { execFile } from 'node:child_process';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { contentRules } from '../check/content-rules.ts';
import { judgeBy } from '../check/judge-by.ts';
import { linesOf } from '../check/report.ts';
import { engineFolder } from '../config/engine.ts';
import { drawPages } from '../import/look/draw-pages.ts';
import { readWords } from '../import/look/words.ts';
import { importEdition, type TargetDossier } from '../import/import-edition.ts';
import { importPaper, type Imported, type PaperText } from '../import/import-paper.ts';
import { writeLedger, writeTemplate } from '../import/write/ledger.ts';
import { parseNotation, type ParseNotation } from '../markdown/parse.ts';
import { counted } from '../model/counted.ts';
import { sha256 } from '../model/fingerprint.ts';
import { indentedJson } from '../model/json.ts';
import { memoizeData } from '../model/memoize.ts';
import { compareMessages } from '../model/message.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Dossier } from '../read/dossier.ts';
import { readAnew } from '../read/read-dossier.ts';
import { typedPath } from '../read/read-text.ts';
import { notesIn, segmentsIn } from '../read/text-in.ts';
import {
  chaptersNamedIn,
  planChanges,
  readEarlier,
  removeGone,
  underNames,
  type Changes,
  type EarlierImport,
} from './import-again.ts';
import { nameSchemas } from './name-schemas.ts';
import { nextStep } from './next-step.ts';
import { readPaperText } from './read-paper-file.ts';
import { requireDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { readCorrections, type ReadCorrections } from './read-corrections.ts';
import { readLibraryFile } from './read-library-file.ts';
import { refuse } from './run.ts';
import { today } from './today.ts';
import { writeFiles } from './write-files.ts';

/** The arguments of the command. */
export interface ImportTask {
  path: string;
  to: string;
  edition: string | undefined;
  firstPage: number | undefined;
  works: string | undefined;
  force: boolean;
}

/** A text of more characters takes long enough to need a progress message. */
const LONG_TEXT = 200_000;

/**
 * Imports a paper from the bytes of its file, reports the result and returns the exit code. `records` is the
 * `.import` folder; `ahead` is the text already read, if there are no corrections that could change how it is read.
 */
export async function importBytes(
  { path, to, edition, firstPage, works, force }: ImportTask,
  bytes: Buffer,
  records: string,
  ahead: PaperText | undefined,
): Promise<number> {
  const folder = resolve(to);
  const subfolder = edition === undefined ? '' : join('chapters', edition);
  const written = await readEarlier(join(records, 'written.json'));
  const named = written && edition === undefined ? await chaptersNamedIn(folder) : new Map<number, string>();
  const earlier = written && underNames(written, named);
  if (earlier && earlier.source !== sha256(bytes) && !force)
    throw new UsageError(
      `${join(to, subfolder)} was imported from another file, or from an earlier version of ${basename(path)}: --force imports this file instead.`,
    );
  const corrected = await readCorrections(join(records, 'corrections.yaml'));
  if (corrected === undefined) return 1;
  const source = {
    ...(ahead ?? (await readPaperText(path, bytes, corrected.corrections.pages))),
    corrections: corrected.corrections,
  };
  if (source.text.length > LONG_TEXT)
    console.log(`Reading ${source.text.length} characters; this may take a few seconds …`);
  // What is checked has been parsed for the proof, unless an editor has changed it.
  const parse = memoizeData(parseNotation);
  const imported =
    edition === undefined
      ? importPaper(
          source,
          today(),
          firstPage,
          works === undefined ? [] : await readLibraryFile(works),
          (text, at) => parse(text, typedPath(join(folder, at))),
          named,
        )
      : await asEdition(source, folder, edition, firstPage);
  if (imported.unusable.length > 0) {
    printMessages(imported.unusable.map(corrected.messageOf));
    return refuse('Nothing was written.');
  }
  if (imported.faults.length > 0) return refuse(...imported.faults, 'Nothing was written.');
  const changes = await write({ folder, subfolder, records, bytes, earlier, corrected }, source, imported);
  report(to, subfolder, imported, changes);
  const passes = edition !== undefined || (await passesCheck(folder, parse));
  const pages = join(relative(process.cwd(), records), 'index.html');
  const { length: doubts } = imported.ledger.doubts;
  console.log(
    doubts === 0
      ? `Each page beside the result: ${pages}`
      : `Look first at ${pages}: it shows each page beside the result, with the ${counted(doubts, 'doubt')} marked.`,
  );
  if (edition === undefined)
    console.log(
      'This is the authors’ own text, in an edition that everyone will see. If you may not republish it, import it as a private edition: the manual’s page on importing says how.',
    );
  else if (await isCommittable(path))
    console.log(
      `git does not ignore ${path}: unless you move it out of the folder, the next commit may publish it.`,
    );
  if (!passes) return 1;
  console.log(`Next: ${nextStep(relative(process.cwd(), folder) || '.', edition !== undefined)}`);
  return 0;
}

/** True if a file is in a git work tree that does not ignore it. */
async function isCommittable(path: string): Promise<boolean> {
  const file = resolve(path);
  // The exit code is 0 if the file is ignored, 1 if not, and another one outside a work tree or without git.
  const { code } = await promisify(execFile)('git', ['-C', dirname(file), 'check-ignore', '-q', file]).then(
    () => ({ code: 0 }),
    (error: { code?: number | string }) => error,
  );
  return code === 1;
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
    throw new UsageError(`The dossier already has an edition ${edition}: give the private one another name.`);
  return importEdition(source, edition, targetOf(dossier, firstPage));
}

function targetOf(dossier: Dossier, firstPage: number | undefined): TargetDossier {
  const settings = dossier.settings;
  const root = settings.value.editions[0]!.id;
  return {
    chapters: settings.value.chapters,
    firstPage: settings.value.paper.pages?.[0] ?? firstPage,
    citations: new Map(
      notesIn(dossier, root).flatMap(({ number, citations }) =>
        number === undefined ? [] : [[number, citations] as const],
      ),
    ),
    paragraphs: segmentsIn(dossier, root)
      .filter(({ type }) => type === 'paragraph')
      .map(({ id }) => id),
  };
}

interface Target {
  folder: string;
  subfolder: string;
  records: string;
  bytes: Uint8Array;
  earlier: EarlierImport | undefined;
  corrected: ReadCorrections;
}

/** Writes all files or none, keeping editors’ changes. The file that makes a folder a dossier is written last. */
async function write(
  { folder, subfolder, records, bytes, earlier, corrected }: Target,
  source: PaperText,
  imported: Imported,
): Promise<Changes> {
  const files = nameSchemas(imported.files, folder, join(engineFolder, 'schemas'));
  const changes = await planChanges(folder, files, earlier, subfolder === '');
  const { ledger } = imported;
  const template = writeTemplate(ledger);
  const record: EarlierImport = { source: sha256(bytes), files: Object.fromEntries(files), template };
  const isOwn = corrected.text !== undefined && corrected.text !== earlier?.template;
  const last = 'dossier.yaml';
  const words = await readWords(imported.paper.lang);
  await writeFiles(
    new Map([
      // Nothing in this folder must ever be committed, whatever repository contains it.
      ...(subfolder === '' ? [] : [[join(folder, subfolder, '.gitignore'), '*\n'] as const]),
      [join(records, '.gitignore'), '*\n!.gitignore\n!corrections.yaml\n'],
      [join(records, 'ledger.md'), writeLedger(ledger)],
      [join(records, 'ledger.json'), `${JSON.stringify(ledger)}\n`],
      [
        join(records, 'index.html'),
        drawPages(source, imported, words, encodeURI(relative(records, resolve(source.path)))),
      ],
      [join(records, 'written.json'), indentedJson(record)],
      ...(isOwn ? [] : [[join(records, 'corrections.yaml'), template] as const]),
      ...(changes.differences.size === 0
        ? []
        : [[join(records, 'differences.diff'), [...changes.differences.values()].join('\n')] as const]),
      ...[...changes.files]
        .sort(([a], [b]) => Number(a === last) - Number(b === last))
        .map(([path, text]) => [join(folder, path), text] as const),
    ]),
  );
  await removeGone(folder, [
    ...changes.gone,
    ...(changes.differences.size === 0 ? [join(subfolder, '.import', 'differences.diff')] : []),
  ]);
  return changes;
}

/** Prints the errors in what was written that would prevent a build; returns whether there are none. */
async function passesCheck(folder: string, parse: ParseNotation): Promise<boolean> {
  const { dossier, messages } = await readAnew(folder, { parse });
  const errors = [...messages, ...(dossier ? judgeBy(contentRules, dossier) : [])]
    .filter(({ level }) => level === 'error')
    .sort(compareMessages);
  if (errors.length > 0) console.log([...linesOf(errors), counted(errors.length, 'error')].join('\n'));
  return errors.length === 0;
}

function report(
  to: string,
  subfolder: string,
  { files, ledger, paper, unwritten = [] }: Imported,
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
      `${counted(files.size, 'file')} in ${join(folder, subfolder)}: ${[counted(paragraphs.size, 'paragraph'), counted(paper.notes.length, 'note'), counted(paper.references.length, 'listed work'), counted(paper.exhibits.length, 'exhibit')].join(', ')}.`,
      ...(unwritten.length > 0
        ? [`Not in the dossier yet, so give them these ids when you write them: ${unwritten.join(', ')}`]
        : []),
      ...(merged.length > 0
        ? [
            `Files that were edited since the last import, with its changes merged into them: ${merged.join(', ')}`,
          ]
        : []),
      ...(differences.size > 0
        ? [
            `Not overwritten, because the same lines were edited: ${[...differences.keys()].join(', ')}. What the import would have changed is in ${join(folder, subfolder, '.import', 'differences.diff')}`,
          ]
        : []),
      `All ${ledger.source.characters} characters of ${basename(ledger.source.path)} are accounted for. ${counted(ledger.doubts.length, 'doubt')} and ${counted(ledger.oddCharacters.length, 'odd character')} are listed in ${join(folder, subfolder, '.import', 'ledger.md')}`,
    ].join('\n'),
  );
}
