import { join, resolve } from 'node:path';
import type { Edition } from '../../model/settings.ts';
import type { Dossier } from '../../read/dossier.ts';
import { pictureOf } from '../../render/picture.ts';
import { pictureFile } from '../book/pictures.ts';
import { aloneAndTogether, filesFor, type Form } from '../form.ts';
import { bookSource } from './book.ts';
import { array, string } from './code.ts';
import { fontsFor, type Fonts } from './fonts.ts';
import { missingPackages, optionalPackage } from './optional-packages.ts';

export const pdf: Form = {
  id: 'pdf',
  name: 'books in PDF, one of each edition and one of all editions side by side',
  mediaType: 'application/pdf',
  missing: missingPackages,
  files: (dossier) =>
    filesFor(
      dossier,
      'pdf',
      missingPackages().length > 0
        ? []
        : aloneAndTogether(dossier).filter(({ editions }) => editions.every(isSettable)),
      makePdf,
    ),
};

/** Whether our fonts support the script of an edition’s language. */
const isSettable = ({ lang }: Edition): boolean =>
  ['Latn', 'Grek', 'Cyrl', 'Hans', 'Hant'].includes(new Intl.Locale(lang).maximize().script ?? '');

/** A book of some editions of a dossier (PDF/UA-1), set by Typst with fonts from packages. */
async function makePdf(
  dossier: Dossier,
  { editions }: { editions: Edition[] },
): Promise<Uint8Array<ArrayBuffer>> {
  const book = bookSource(dossier, editions);
  const fonts = await fontsFor(book + BLANK);
  const source = book.replace(/[^\n]/gu, (letter) => (fonts.has(letter) ? letter : BLANK));
  const { NodeCompiler } = await optionalPackage('@myriaddreamin/typst-ts-node-compiler');
  const workspace = resolve('.');
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.files }] });
  for (const id of dossier.pictures.keys()) {
    const picture = pictureOf(dossier, id);
    if (picture) compiler.mapShadow(join(workspace, pictureFile(picture.name)), picture.bytes);
  }
  const made = compiler.compile({ mainFileContent: faces(fonts) + source });
  const { result } = made;
  if (!result)
    throw new Error(`Typst cannot set the book of ${editions.map(({ id }) => id).join(' and ')}`, {
      cause: made.takeError()?.shortDiagnostics,
    });
  return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }));
}

/** Dashes, dots and quotation marks in Han text come from the Han typeface. */
function faces({ latin, han }: Fonts): string {
  const inHan = latin.map((name) => `(name: ${string(name)}, covers: "latin-in-cjk")`);
  return [
    `#let latin-faces = ${array([...latin, ...han].map(string))}`,
    `#let han-faces = ${array([...inHan, ...[...han, ...latin].map(string)])}`,
    '',
  ].join('\n');
}

// Replaces letters that no font has.
const BLANK = '□';
