/** System errors on files, in words. */
const reasons: Record<string, string> = {
  EACCES: 'this is not allowed',
  EDQUOT: 'no more may be stored there',
  EFBIG: 'the file would become too large',
  EIO: 'the disk does not answer as it should',
  EISDIR: 'that is a folder',
  EMFILE: 'too many files are open',
  ENOSPC: 'there is no room left on the disk',
  ENOTDIR: 'that is a file, or lies in one',
  EPERM: 'this is not allowed',
  EROFS: 'nothing can be written there',
};

/** The bundler passes on the system’s message, but not its code. */
const codeIn = (message: string): string => (message.includes('No space left on device') ? 'ENOSPC' : '');

/** The remedy if there is no space: we write all files or none, so running the command again is safe. */
const MAKE_ROOM = 'Make room there and run the command again.';
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
