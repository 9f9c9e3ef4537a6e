import { createHash } from 'node:crypto';
import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** 2000-01-01, in seconds. Times are in the years from there to 2017: behind us, wherever a clock stands. */
const FIRST = 946_684_800;
const SPAN = 2 ** 29;

/**
 * Gives every file a time that follows from its bytes. Servers make an ETag of time and size, and copying tools compare
 * them: what is the same after another build is then seen to be.
 */
export async function setTimes(folder: string, files: string[]): Promise<void> {
  for (const file of files) {
    const path = join(folder, file);
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest();
    const time = FIRST + (digest.readUInt32BE() % SPAN);
    await utimes(path, time, time);
  }
}
