import { UsageError } from '../model/usage-error.ts';
import { readPlainFile } from '../read/plain-file.ts';

/** Largest file that is looked into, in bytes: far above any paper. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The bytes of the file that holds a paper. */
export async function readPaperFile(path: string): Promise<Buffer> {
  const bytes = await readPlainFile(path, { limit: MAX_FILE_BYTES });
  if (bytes === undefined) throw new UsageError(`${path} cannot be read: there is no such file.`);
  if ('reason' in bytes) throw new UsageError(`${path} cannot be read: ${bytes.reason}.`);
  return bytes;
}
