import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { mergeFile } from '../import/merge-file.ts';
import { UsageError } from '../model/usage-error.ts';

/** What an import left in the folder `.import` of a dossier or of one of its editions. */
export interface EarlierImport {
  /** The digest of the file that was read. */
  source: string;
  /** What it wrote, by path within the dossier. */
  files: Record<string, string>;
  /** The `corrections.yaml` that it wrote, with what it proposed. */
  template?: string | undefined;
}

const pathSchema = z.string().regex(/^(?!.*\.\.)[a-z0-9][\w./-]*$/i);
const earlierSchema = z.object({
  source: z.string(),
  files: z.record(pathSchema, z.string()),
  template: z.string().optional(),
});

/** The import before, by its record; undefined where there was none. */
export async function readEarlier(path: string): Promise<EarlierImport | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return earlierSchema.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new UsageError(
      `${path} is not what an import left there: delete it, and move away what is in the way.`,
    );
  }
}

/** What an import changes in a folder in which there is something already. */
export interface Changes {
  /** Files to write, by path within the folder. */
  files: Map<string, string>;
  /** Files that the import before wrote, that nobody has edited, and that there are no more. */
  gone: string[];
  /** Edited files into which what the import reads otherwise now was put. */
  merged: string[];
  /** Edited files that stay, because both changed the same lines; as unified diffs. */
  differences: string[];
}

/**
 * Puts what an import makes beside what stands in the folder: what nobody has edited is replaced, and an editor’s own
 * words stay. Throws where something stands in the way that no import wrote.
 */
export async function planChanges(
  folder: string,
  made: ReadonlyMap<string, string>,
  earlier: EarlierImport | undefined,
): Promise<Changes> {
  const changes: Changes = { files: new Map(), gone: [], merged: [], differences: [] };
  const inTheWay: string[] = [];
  const presentAt = (path: string): Promise<string | undefined> =>
    readFile(join(folder, path), 'utf8').catch(() => undefined);
  for (const [path, text] of made) {
    const present = await presentAt(path);
    const base = earlier?.files[path];
    if (present !== undefined && present !== text && base === undefined) {
      inTheWay.push(path);
      continue;
    }
    const merged = mergeFile(path, base, present, text);
    if (merged.type !== 'kept') changes.files.set(path, merged.text);
    else if (merged.difference !== undefined) changes.differences.push(merged.difference);
    if (merged.type === 'merged') changes.merged.push(path);
  }
  if (inTheWay.length > 0)
    throw new UsageError(
      `These files are there already, and no import wrote them; nothing was written:\n${inTheWay.map((path) => `  ${join(folder, path)}`).join('\n')}`,
    );
  for (const [path, text] of Object.entries(earlier?.files ?? {}))
    if (!made.has(path) && (await presentAt(path)) === text) changes.gone.push(path);
  return changes;
}

/** Removes files, and the folders that are empty without them. */
export async function removeGone(folder: string, gone: string[]): Promise<void> {
  for (const path of gone) {
    await rm(join(folder, path), { force: true });
    const around = dirname(join(folder, path));
    if ((await readdir(around)).length === 0) await rmdir(around);
  }
}
