/** What the system says of files, in words. */
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

/** The bundler passes on what the system said, but not its code. */
const codeIn = (message: string): string => (message.includes('No space left on device') ? 'ENOSPC' : '');

/** A failure as it is printed: a sentence where the system failed us, else the error itself, for whoever mends us. */
export function failureOf(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = codeIn(cause.message), path } = cause as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (reason !== undefined) return `Cannot read or write ${path ?? 'a file'}: ${reason} (${code}).`;
  }
  return error;
}
