import type { Edition } from '../../model/settings.ts';
import type { Dossier } from '../../read/dossier.ts';
import { editionsAloneAndTogether, fileName, type Form } from '../form.ts';
import { bookSource } from './book.ts';
import { fontsFor } from './fonts.ts';
import { missingPackages, optionalPackage } from './optional-packages.ts';

export const pdf: Form = {
  id: 'pdf',
  name: 'books in PDF, one of each edition and one of all, side by side',
  mediaType: 'application/pdf',
  files: (dossier) =>
    missingPackages().length > 0
      ? []
      : editionsAloneAndTogether(dossier).map((editions) => ({
          name: fileName(dossier, editions, 'pdf'),
          editions,
          make: () => makePdf(dossier, editions),
        })),
};

/** A book of some editions of a dossier (PDF/UA-1), set by Typst in fonts of packages. */
export async function makePdf(dossier: Dossier, editions: Edition[]): Promise<Uint8Array<ArrayBuffer>> {
  const draft = bookSource(dossier, editions, { latin: [], han: [] });
  const fonts = await fontsFor(draft + BLANK);
  const source = bookSource(dossier, editions, fonts)
    .replace(/[^\n]/gu, (letter) => (fonts.has(letter) ? letter : BLANK));
  const { NodeCompiler } = await optionalPackage('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontBlobs: fonts.files }] });
  const made = compiler.compile({ mainFileContent: source });
  const { result } = made;
  if (!result) throw new Error(JSON.stringify(made.takeError()?.shortDiagnostics));
  return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }));
}

// For a letter that no font has.
const BLANK = '□';
