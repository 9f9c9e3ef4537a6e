/** System errors on files, in words. */
const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EDQUOT: 'the storage quota is exceeded',
  EFBIG: 'the file is too large',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENOSPC: 'there is no space left on the disk',
  ENOTDIR: 'it is a file, or inside one',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
};

/** The bundler passes on the system’s message, but not its code. */
const codeIn = (message: string): string => (message.includes('No space left on device') ? 'ENOSPC' : '');

/** The remedy if there is no space: we write all files or none, so running the command again is safe. */
const MAKE_ROOM = 'Free some space and run the command again.';
const remedies: Record<string, string> = { EDQUOT: MAKE_ROOM, ENOSPC: MAKE_ROOM };

/**
 * A failure in the form to print: a sentence for a system error, otherwise the error itself, for us to debug. `where`
 * is the path being written, if the error does not name one.
 */
export function failureOf(error: unknown, where = 'a file'): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = codeIn(cause.message), path } = cause as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (reason !== undefined)
      return [`Cannot read or write ${path ?? where}: ${reason} (${code}).`, remedies[code]]
        .filter(Boolean)
        .join(' ');
  }
  return error;
}
