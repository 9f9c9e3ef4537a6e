import type { Edition } from '../../model/settings.ts';
import type { Dossier } from '../../read/dossier.ts';
import { aloneAndTogether, bytes, filesFor, type Form } from '../form.ts';
import { zip } from '../zip.ts';
import { appendixParts } from '../book/appendices.ts';
import { bind } from '../book/bind.ts';
import { bookStyle } from './book-style.ts';
import { chapterParts } from '../book/chapters.ts';
import { renderCover } from '../../draw/cover.ts';
import { navigation, partDocument } from './documents.ts';
import { packageDocument } from './package-document.ts';
import { picturesIn } from '../book/pictures.ts';
import { titlePart } from '../book/title-page.ts';

export const epub: Form = {
  id: 'epub',
  name: 'books in EPUB, one of each edition and one of all editions side by side',
  mediaType: 'application/epub+zip',
  files: (dossier) => filesFor(dossier, 'epub', aloneAndTogether(dossier), makeEpub),
};

/** A book of some editions of a dossier (EPUB 3.3); its language is that of the first. */
async function makeEpub(
  dossier: Dossier,
  { editions }: { editions: Edition[] },
): Promise<Uint8Array<ArrayBuffer>> {
  const lang = editions[0]?.lang ?? '';
  const bound = bind(dossier, editions, [
    titlePart(dossier, editions),
    ...chapterParts(dossier, editions),
    ...appendixParts(dossier, editions),
  ]);
  const pictures = picturesIn(dossier, bound.parts);
  const texts: [string, string][] = [
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageDocument(dossier, editions, bound, pictures)],
    ['EPUB/nav.xhtml', navigation(bound, editions, lang)],
    ['EPUB/book.css', bookStyle],
    ...bound.parts.map((one): [string, string] => [`EPUB/${one.part.file}`, partDocument(one, lang)]),
  ];
  return zip(
    [
      // Reading systems identify the format by this file: it must be first and uncompressed.
      { path: 'mimetype', content: bytes(epub.mediaType), stored: true },
      ...texts.map(([path, text]) => ({ path, content: bytes(text) })),
      ...[...pictures].map(([file, { bytes: content }]) => ({ path: `EPUB/${file}`, content, stored: true })),
      { path: 'EPUB/cover.png', content: await renderCover(dossier, editions), stored: true },
    ],
    dossier.settings.value.dossier.issued,
  );
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
