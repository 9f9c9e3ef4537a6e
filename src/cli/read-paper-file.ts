import { Refusal } from '../model/refusal.ts';
import { readPlainFile } from '../read/plain-file.ts';

/** Largest file that is looked into, in bytes: far above any paper. */
const LIMIT = 64 * 1024 * 1024;

/** The bytes of the file that holds a paper. */
export async function readPaperFile(path: string): Promise<Buffer> {
  const bytes = await readPlainFile(path, { limit: LIMIT });
  if (bytes === undefined) throw new Refusal(`${path} cannot be read: there is no such file.`);
  if ('refusal' in bytes) throw new Refusal(`${path} cannot be read: ${bytes.refusal}.`);
  return bytes;
}
