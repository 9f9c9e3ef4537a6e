import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { setPdf, type SetPage } from './set-pdf.ts';

/** Imports a PDF with these pages. Throws if the PDF is refused. */
export async function importPages(pages: SetPage[]): Promise<Imported> {
  const document = await readPdf(setPdf(pages));
  if ('refusal' in document) throw new Error(document.refusal);
  return importPaper({ path: 'paper.pdf', encoding: 'PDF', text: document.text, document }, '2020-01-01');
}
