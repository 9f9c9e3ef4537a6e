import { libraryFormats, readLibrary, type LibraryRecord } from '../cite/read-library.ts';
import { decode } from '../import/text/decode.ts';
import { UsageError } from '../model/usage-error.ts';
import { readPaperFile } from './read-paper-file.ts';

/** The records of a library file. Throws a UsageError if the file is not one. */
export async function readLibraryFile(path: string): Promise<LibraryRecord[]> {
  const format = libraryFormats.find((one) => path.toLowerCase().endsWith(`.${one}`));
  if (!format)
    throw new UsageError(`${path} is not a library: its name must end in .${libraryFormats.join(', .')}.`);
  const decoded = decode(await readPaperFile(path));
  if ('refusal' in decoded) throw new UsageError(`${path} cannot be read: ${decoded.refusal}.`);
  try {
    return await readLibrary(decoded.text, format);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read as the format of its extension, .${format}.`, { cause });
  }
}
