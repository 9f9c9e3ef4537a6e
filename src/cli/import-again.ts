import { existsSync } from 'node:fs';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { mergeFile } from '../import/write/merge-file.ts';
import { UsageError } from '../model/usage-error.ts';

const pathSchema = z.string().regex(/^(?!.*\.\.)[a-z0-9][\w./-]*$/i);
const earlierSchema = z.object({
  /** The digest of the imported file. */
  source: z.string(),
  /** The files that it wrote, by path within the dossier. */
  files: z.record(pathSchema, z.string()),
  /** The `corrections.yaml` that it wrote, with its suggestions. */
  template: z.string().optional(),
});
/** The record that an import left in the folder `.import` of a dossier or of one of its editions. */
export type EarlierImport = z.output<typeof earlierSchema>;

/** The record of the previous import; undefined if there was none. */
export async function readEarlier(path: string): Promise<EarlierImport | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return earlierSchema.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new UsageError(
      `${path} cannot be read as the record of an import: delete it, and move away the files that the import would write.`,
    );
  }
}

const chaptersSchema = z.object({ chapters: z.array(z.object({ id: z.string(), section: z.int() })) });

/** The ids of the chapters in a text of `dossier.yaml`, by section; none if it cannot be read. */
function chapterNames(text: string | undefined): Map<number, string> {
  const { data } = chaptersSchema.safeParse(parseDocument(text ?? '').toJS());
  return new Map(data?.chapters.map(({ id, section }) => [section, id]));
}

/** The ids of the chapters in a folder’s `dossier.yaml`, by section. */
export const chaptersNamedIn = async (folder: string): Promise<Map<number, string>> =>
  chapterNames(await readFile(join(folder, 'dossier.yaml'), 'utf8').catch(() => undefined));

/** The record of an import as if it had given chapters the ids that an editor has given them since, by section. */
export function underNames(earlier: EarlierImport, named: ReadonlyMap<number, string>): EarlierImport {
  const files = { ...earlier.files };
  for (const [section, was] of chapterNames(files['dossier.yaml'])) {
    const is = named.get(section) ?? was;
    if (is === was) continue;
    files['dossier.yaml'] = files['dossier.yaml']!.replace(`- id: ${was}\n`, `- id: ${is}\n`);
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith(`/${was}.mdx`)) continue;
      files[join(dirname(path), `${is}.mdx`)] = text;
    }
  }
  return { ...earlier, files };
}

/** The changes that an import makes in a folder that is not empty. */
export interface Changes {
  /** Files to write, by path within the folder. */
  files: Map<string, string>;
  /** Files that the previous import wrote, that nobody has edited, and that this one no longer makes. */
  gone: string[];
  /** Edited files into which the import’s changes were merged. */
  merged: string[];
  /** Unified diffs for edited files that stay as they are, because both sides changed the same lines, by path. */
  differences: Map<string, string>;
}

/**
 * Merges the files of an import into a folder: unedited files are replaced, and editors’ changes are kept. Throws if
 * the folder contains such a file that no import wrote or, for the first import of a whole dossier, any file of a
 * dossier.
 */
export async function planChanges(
  folder: string,
  made: ReadonlyMap<string, string>,
  earlier: EarlierImport | undefined,
  isWhole: boolean,
): Promise<Changes> {
  const changes: Changes = { files: new Map(), gone: [], merged: [], differences: new Map() };
  const inTheWay: string[] = isWhole && earlier === undefined ? await ownFilesIn(folder) : [];
  const presentAt = async (path: string): Promise<string | undefined> =>
    existsSync(join(folder, path)) ? readFile(join(folder, path), 'utf8').catch(() => undefined) : undefined;
  for (const [path, text] of made) {
    const present = await presentAt(path);
    const base = earlier?.files[path];
    if (present !== undefined && present !== text && base === undefined) {
      if (!inTheWay.includes(path)) inTheWay.push(path);
      continue;
    }
    const merged = mergeFile(path, base, present, text);
    if (merged.type !== 'kept') changes.files.set(path, merged.text);
    else if (merged.difference !== undefined) changes.differences.set(path, merged.difference);
    if (merged.type === 'merged') changes.merged.push(path);
  }
  if (inTheWay.length > 0) {
    const listed = inTheWay.slice(0, MAX_LISTED).map((path) => `  ${join(folder, path)}`);
    if (inTheWay.length > MAX_LISTED) listed.push(`  … and ${inTheWay.length - MAX_LISTED} more`);
    throw new UsageError(
      [
        'Nothing was written, because no import wrote these files, which already exist:',
        ...listed,
        isWhole
          ? `Move them out of ${folder}, or import into another folder.`
          : 'Move them away, or give the edition another name.',
      ].join('\n'),
    );
  }
  for (const [path, text] of Object.entries(earlier?.files ?? {}))
    if (!made.has(path) && (await presentAt(path)) === text) changes.gone.push(path);
  return changes;
}

const MAX_LISTED = 10;

/** The files of a dossier in a folder, such as those of the sample, by path; a paper beside them is in nobody’s way. */
async function ownFilesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files
    .filter(
      (path) => /\.(?:mdx|yaml|json)$/.test(path) && !path.split(sep).some((name) => name.startsWith('.')),
    )
    .sort();
}

/** Removes files, and the folders that become empty. */
export async function removeGone(folder: string, gone: string[]): Promise<void> {
  for (const path of gone) {
    await rm(join(folder, path), { force: true });
    const around = dirname(join(folder, path));
    if ((await readdir(around)).length === 0) await rmdir(around);
  }
}
