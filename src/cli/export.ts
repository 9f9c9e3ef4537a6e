import { mkdir, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { atSiteAddress } from '../config/site-address.ts';
import { filesOf, forms, missingPackageNotices } from '../export/forms.ts';
import { UsageError } from '../model/usage-error.ts';
import { nearest } from '../model/nearest.ts';
import { typedPath } from '../read/read-text.ts';
import { argumentsOf } from './command-table.ts';
import { requireDossier } from './open-dossier.ts';
import { run } from './run.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier export [<format> …] [--to <file or folder>]

Writes a dossier in formats for other programs: those that you name, or all. The files go into the folder that --to
names, or into exports/. A format with a single file goes into the file that --to names; without --to, its text is
printed:
${forms.map(({ id, name }) => `  ${id.padEnd(14)}${name}`).join('\n')}`;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('export');
  const ids = forms.map(({ id }) => id);
  const asked = forms.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  for (const id of positionals)
    if (!ids.includes(id)) throw new UsageError(`There is no format ${id}${nearest(id, ids)}.\n\n${usage}`);
  const dossier = atSiteAddress((await requireDossier()).dossier);
  for (const said of missingPackageNotices(asked)) console.error(said);
  const files = asked.flatMap((form) => filesOf(dossier, form).map((file) => ({ ...file, form })));
  const [only] = files;
  const { to } = values;
  if (positionals.length > 0 && files.length === 1 && only) {
    if (to === undefined && isText(only.form.mediaType)) {
      process.stdout.write(await only.make());
      return 0;
    }
    if (to !== undefined && !(await isFolder(to))) {
      await mkdir(dirname(to), { recursive: true });
      await writeFiles(new Map([[to, await only.make()]]));
      return 0;
    }
  }
  const folder = to ?? 'exports';
  const started = performance.now();
  const made = new Map<string, Uint8Array>();
  for (const { name, make } of files) made.set(join(folder, name), await make());
  await writeFiles(made);
  for (const [path, { length }] of made) console.log(`${typedPath(path)}  ${(length / 1024).toFixed(1)} KB`);
  console.log(`${made.size} files in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
});

/** Whether a file can be shown in a terminal; binary data would garble it. */
function isText(mediaType: string): boolean {
  return !/epub|pdf|zip/.test(mediaType);
}

/** Whether a path is a folder, or should become one since it has no extension. */
async function isFolder(path: string): Promise<boolean> {
  return extname(path) === '' || (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
