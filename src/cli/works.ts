import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryRecord } from '../cite/read-library.ts';
import { doiIn, resolveDoi } from '../cite/resolve-doi.ts';
import { addWorks } from '../import/write/add-works.ts';
import { counted } from '../model/counted.ts';
import { UsageError } from '../model/usage-error.ts';
import { argumentsOf } from './command-table.ts';
import { allowWriting, requireDossier } from './open-dossier.ts';
import { readLibraryFile } from './read-library-file.ts';
import { run } from './run.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier works add [--yes] <library or DOI> …

Adds works to works.json, each with its own id: the works of a library as Zotero exports it (.bib, .ris, .json), or the
work of a DOI, for which it asks doi.org. Existing works stay as they are, and no id changes. If a record has no
language, it gets the one that its title seems to be in.`;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('works');
  const [verb, ...sources] = positionals;
  if (verb !== 'add' || sources.length === 0) throw new UsageError(usage);
  const { dossier, messages } = await requireDossier();
  await allowWriting(dossier, values.yes);
  if (dossier.unread.has('works.json'))
    throw new UsageError(`works.json cannot be read:\n${messages.map(String).join('\n')}`);
  const records: LibraryRecord[] = [];
  for (const source of sources) records.push(...(await recordsOf(source)));
  const path = join(dossier.folder, 'works.json');
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]\n';
    throw error;
  });
  const works = dossier.works.map(({ value }) => value);
  const { text, added, known } = addWorks(before, works, records);
  for (const { title, id } of known) console.log(`${id} is already in works.json: ${title}`);
  for (const { title, id } of added) console.log(`${id}: ${title}`);
  if (added.length > 0) await writeFiles(new Map([[path, text]]));
  console.log(`${counted(added.length, 'work')} added.`);
  return 0;
});

async function recordsOf(source: string): Promise<LibraryRecord[]> {
  const doi = doiIn(source);
  if (doi === undefined) return readLibraryFile(source);
  const record = await resolveDoi(doi).catch((cause: unknown) => {
    throw new UsageError(`doi.org could not be queried for ${doi}.`, { cause });
  });
  if (!record) throw new UsageError(`doi.org has no record of ${doi}.`);
  return [record];
}
