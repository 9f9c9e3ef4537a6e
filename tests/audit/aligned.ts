import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rowsOf, type Row } from '../../src/export/aligned/rows.ts';
import { translationsIn } from '../../src/export/aligned/rows.ts';
import { filesOf, forms } from '../../src/export/forms.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { fetchPackage } from './fetch-package.ts';
import { everyDossier, type Sweep } from './sweep.ts';

const start = promisify(execFile);

// The aligned texts, read by independent programs and validated against the schemas of their formats.

export const name = 'aligned';
export const covers =
  'the aligned texts of content/ and of every fixture dossier: every unit, read by tmexchange, xliff and the Translate Toolkit, and TMX, XLIFF, TEI and TBX, validated by their schemas';

// A folder with schemas that none of our packages contains, under their published names.
const SCHEMAS = process.env['SCHEMAS'] ?? '';

/** The validator of each form; the path of a document is its last argument. */
const validators: Record<string, { schema: string; program: string; args: (schema: string) => string[] }> = {
  tei: { schema: 'tei_all.rng', program: 'jing', args: (schema) => [schema] },
  tbx: { schema: 'TBXcoreStructV03.rng', program: 'jing', args: (schema) => [schema] },
  xliff: {
    schema: 'xliff_core_2.0.xsd',
    program: 'xmllint',
    args: (schema) => ['--noout', '--nonet', '--schema', schema],
  },
  tmx: {
    schema: 'tmx14.dtd',
    program: 'xmllint',
    args: (schema) => ['--noout', '--nonet', '--dtdvalid', schema],
  },
};

/** The units that a program reads, by id: the texts in both languages. */
type Units = Map<string, string[]>;
type Reader = (path: string, text: string) => Promise<Units>;

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const readers = await readersFor(sweep.skipped);
  const schemas = await schemasFor(sweep.skipped);
  for (const { from, dossier } of await everyDossier(sweep)) {
    console.log(`  ${from}`);
    sweep.failures.push(...(await auditDossier(dossier, from, folder, readers, schemas)));
  }
}

async function auditDossier(
  dossier: Dossier,
  from: string,
  folder: string,
  readers: { form: string; program: string; read: Reader }[],
  schemas: string[],
): Promise<string[]> {
  const failures: string[] = [];
  for (const form of forms)
    for (const file of filesOf(dossier, form)) {
      const reading = readers.filter((reader) => reader.form === form.id);
      const isHeld = schemas.includes(form.id);
      if (reading.length === 0 && !isHeld) continue;
      const text = new TextDecoder().decode(await file.make());
      const path = join(folder, file.name);
      await writeFile(path, text);
      const alignment = translationsIn(dossier).find(({ editions }) =>
        editions.every((one, i) => one === file.editions[i]),
      );
      const rows = alignment ? rowsOf(dossier, alignment) : [];
      for (const { program, read } of reading)
        failures.push(
          ...differences(await read(path, text), rows).map(
            (said) => `${from}: ${file.name}, ${program}: ${said}`,
          ),
        );
      if (isHeld)
        failures.push(...(await complaintsOf(form.id, path)).map((said) => `${from}: ${file.name}: ${said}`));
    }
  return failures;
}

function differences(read: Units, rows: Row[]): string[] {
  const wanted = new Map(
    rows.map(({ id, cells }) => [id, cells.flatMap((cell) => (cell ? [cell.text] : []))]),
  );
  return [
    ...(read.size === wanted.size ? [] : [`${read.size} units instead of ${wanted.size}`]),
    ...[...wanted].flatMap(([id, texts]) =>
      JSON.stringify(read.get(id)) === JSON.stringify(texts)
        ? []
        : [`${id} is ${JSON.stringify(read.get(id))} instead of ${JSON.stringify(texts)}`],
    ),
  ];
}

async function readersFor(skipped: string[]): Promise<{ form: string; program: string; read: Reader }[]> {
  const readers: { form: string; program: string; read: Reader }[] = [];
  const tmexchange = await fetchPackage('tmexchange', '2.0.6');
  if (typeof tmexchange === 'string') skipped.push(`what tmexchange reads: ${tmexchange}`);
  else {
    const { tmx2js } = (await tmexchange.load()) as Tmexchange;
    readers.push({
      form: 'tmx',
      program: 'tmexchange',
      read: async (_, text) =>
        new Map(
          Object.entries((await promisify(tmx2js)(text)).resources).map(([id, texts]) => [
            id,
            Object.values(texts),
          ]),
        ),
    });
  }
  const xliff = await fetchPackage('xliff', '6.4.0');
  if (typeof xliff === 'string') skipped.push(`what xliff reads: ${xliff}`);
  else {
    const { xliff2js } = (await xliff.load()) as Xliff;
    readers.push({
      form: 'xliff',
      program: 'xliff',
      read: async (_, text) =>
        new Map(
          Object.values((await xliff2js(text)).resources)
            .flatMap((groups) => Object.values(groups))
            .flatMap(({ groupUnits }) => Object.entries(groupUnits))
            .map(([id, { source, target }]) => [id, target === undefined ? [source] : [source, target]]),
        ),
    });
  }
  if (await runs('python3', ['-c', 'import translate'])) {
    const script =
      'import json, sys; from translate.storage import tmx; print(json.dumps([[unit.xmlelement.get("tuid"), [str(text) for text in (unit.source, unit.target) if text is not None]] for unit in tmx.tmxfile.parsefile(sys.argv[1]).units]))';
    readers.push({
      form: 'tmx',
      program: 'Translate Toolkit',
      read: async (path) => {
        const { stdout } = await start('python3', ['-c', script, path], { maxBuffer: 1e8 });
        return new Map(JSON.parse(stdout) as [string, string[]][]);
      },
    });
  } else
    skipped.push(
      'what the Translate Toolkit reads: it is not installed (Debian: apt-get install python3-translate)',
    );
  return readers;
}

/** The forms whose schema and validator are available. */
async function schemasFor(skipped: string[]): Promise<string[]> {
  const held: string[] = [];
  for (const [form, { schema, program }] of Object.entries(validators)) {
    if (!existsSync(join(SCHEMAS, schema)))
      skipped.push(`the schema of ${form}: SCHEMAS names no folder with ${schema}`);
    else if (!(await runs('which', [program])))
      skipped.push(`the schema of ${form}: ${program} is not installed`);
    else held.push(form);
  }
  return held;
}

async function complaintsOf(form: string, path: string): Promise<string[]> {
  const validator = validators[form];
  if (!validator) return [];
  return start(validator.program, [...validator.args(join(SCHEMAS, validator.schema)), path]).then(
    () => [],
    ({ stdout, stderr }: { stdout: string; stderr: string }) =>
      `${stdout}${stderr}`.split('\n').filter(Boolean),
  );
}

const runs = (program: string, args: string[]): Promise<boolean> =>
  start(program, args).then(
    () => true,
    () => false,
  );

/** The part of the package’s interface that is used here. */
interface Tmexchange {
  tmx2js: (
    text: string,
    done: (error: unknown, read: { resources: Record<string, Record<string, string>> }) => void,
  ) => void;
}
interface Xliff {
  xliff2js: (text: string) => Promise<{
    resources: Record<
      string,
      Record<string, { groupUnits: Record<string, { source: string; target?: string }> }>
    >;
  }>;
}
