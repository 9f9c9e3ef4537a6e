import type { PaperText } from '../import/import-paper.ts';
import { decode } from '../import/text/decode.ts';
import { isMarkup } from '../import/markup/is-markup.ts';
import { readPdfInWorker } from '../import/pdf/read-pdf-in-worker.ts';
import { isPdf } from '../import/pdf/is-pdf.ts';
import { UsageError } from '../model/usage-error.ts';
import { readPlainFile } from '../read/plain-file.ts';

/** The largest file that is read, in bytes: far larger than any paper. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The bytes of a paper’s file. */
export async function readPaperFile(path: string): Promise<Buffer> {
  const bytes = await readPlainFile(path, { limit: MAX_FILE_BYTES });
  if (bytes === undefined) throw new UsageError(`${path} cannot be read: there is no such file.`);
  if ('reason' in bytes) throw new UsageError(`${path} cannot be read: ${bytes.reason}.`);
  return bytes;
}

/** The text of a paper; `pages` are its first and last page in the file, if an editor has given them. */
export async function readPaperText(
  path: string,
  bytes: Uint8Array,
  pages?: [number, number],
): Promise<PaperText> {
  if (isPdf(bytes)) {
    const document = await readPdfInWorker(bytes, pages);
    if ('refusal' in document) throw new UsageError(`${path} cannot be imported: ${document.refusal}.`);
    return { path, encoding: 'PDF', text: document.text, document };
  }
  if (isMarkup(bytes)) {
    const { readMarkup } = await import('../import/markup/read-markup.ts');
    const read = await readMarkup(bytes);
    if ('refusal' in read) throw new UsageError(`${path} cannot be imported: ${read.refusal}.`);
    return { path, encoding: read.format, text: read.document.text, document: read.document };
  }
  const decoded = decode(bytes);
  if ('refusal' in decoded) throw new UsageError(`${path} cannot be imported: ${decoded.refusal}.`);
  return { path, ...decoded };
}
