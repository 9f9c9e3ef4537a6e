import { constants } from 'node:fs';
import { lstat, open, realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** Why a file cannot be read. */
export interface Unreadable {
  reason: string;
  /** The link in the file’s path that is at fault. */
  link?: string;
}

/**
 * A file’s bytes, or why they cannot be read; undefined if there is no file. Refuses devices and pipes, which may
 * never end, files of more than `limit` bytes, and, if `within` gives the real path of a folder, links that point
 * outside it.
 */
export async function readPlainFile(
  path: string,
  { limit, within }: { limit: number; within?: string },
): Promise<Buffer | Unreadable | undefined> {
  try {
    const astray = await leadsAstray(path, within);
    if (astray) return astray;
    const found = await stat(path);
    if (found.isDirectory()) return { reason: 'Unexpected folder, expected a file' };
    if (!found.isFile()) return { reason: 'Unexpected device or pipe, expected a plain file' };
    if (found.size > limit)
      return { reason: `Unexpected file of ${found.size} bytes, expected at most ${limit}` };
    return await readUpTo(path, limit);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { reason: `Unexpected error ${code ?? String(error)}, expected a file that can be read` };
  }
}

/** Why a link in a path may not be followed; throws if nothing exists at the path. */
export async function leadsAstray(path: string, within?: string): Promise<Unreadable | undefined> {
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => error);
  if (typeof real === 'string') {
    if (within === undefined || isBelow(real, within)) return undefined;
    const reason = 'Unexpected link that points outside the dossier, expected a file inside it';
    return { reason, link: await firstOutside(path, within) };
  }
  if (real.code === 'ELOOP')
    return { reason: 'Unexpected link that points to itself, expected a file', link: path };
  if (real.code === 'ENOENT' && (await lstat(path)).isSymbolicLink())
    return { reason: 'Unexpected broken link, expected a file', link: path };
  throw real;
}

/** The first part of a path that lies outside the folder: the link itself, if a parent folder is a link. */
async function firstOutside(path: string, within: string): Promise<string> {
  const parent = dirname(path);
  const isOutside = parent !== path && !isBelow(await realpath(parent), within);
  return isOutside ? firstOutside(parent, within) : path;
}

const isBelow = (path: string, folder: string): boolean => `${path}${sep}`.startsWith(`${folder}${sep}`);

async function readUpTo(path: string, limit: number): Promise<Buffer | Unreadable> {
  // Non-blocking: if the file has been replaced by a pipe meanwhile, opening it must not wait for a writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const pieces: Buffer[] = [];
    for (let length = 0; ;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(limit + 1, 65_536)));
      if (bytesRead === 0) return Buffer.concat(pieces);
      length += bytesRead;
      if (length > limit)
        return { reason: `Unexpected file of more than ${limit} bytes, expected at most ${limit}` };
      pieces.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
