import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FormFile } from '../../src/export/form.ts';

/** A PDF as a reader opens it. */
export interface ReadPdf {
  bytes: Uint8Array;
  pages: PdfPage[];
  title: string;
  language: string | undefined;
  isTagged: boolean;
  bookmarks: string[];
}

export interface PdfPage {
  width: number;
  /** In reading order, with the distance of each from the left in points. */
  items: { text: string; x: number }[];
  /** Its letters and digits, without anything that line breaking inserts. */
  letters: string;
  /** The roles in its structure tree, such as H1 and Note. */
  roles: string[];
  /** The fonts used, without subset tags. */
  fonts: string[];
}

const resource = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

export async function readPdf(file: Pick<FormFile, 'make'>): Promise<ReadPdf> {
  const bytes = await file.make();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    disableFontFace: true,
    fontExtraProperties: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const items = (await page.getTextContent({ disableNormalization: true })).items.flatMap((item) =>
      'str' in item ? [{ text: item.str, x: Number(item.transform[4]) }] : [],
    );
    const { fnArray, argsArray } = await page.getOperatorList();
    const fonts = fnArray.flatMap((fn, i) => {
      const id = fn === SET_FONT ? String((argsArray[i] as unknown[])[0]) : '';
      const font = id !== '' && page.commonObjs.has(id) ? (page.commonObjs.get(id) as { name?: string }) : {};
      return font.name === undefined ? [] : [font.name.replace(/^[A-Z]{6}\+/, '')];
    });
    pages.push({
      width: page.getViewport({ scale: 1 }).width,
      items,
      letters: lettersOf(items.map(({ text }) => text).join('')),
      roles: rolesIn(await page.getStructTree()),
      fonts: [...new Set(fonts)],
    });
  }
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string };
  const bookmarks = ((await document.getOutline()) ?? []).map(({ title }) => title);
  // pdfjs returns a Map, contrary to its type.
  const marks: unknown = await document.getMarkInfo();
  const isTagged = marks instanceof Map && marks.get('Marked') === true;
  await task.destroy();
  return { bytes, pages, title: Title ?? '', language: Language ?? undefined, isTagged, bookmarks };
}

// pdfjs’s operator number.
const SET_FONT = 37;

/** The letters of a text, without digits, since note marks are digits too. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');

/**
 * Whether a text is on one page, or begins on one page and ends on the next; with columns, its end need not come
 * first there.
 */
export function hasText({ pages }: ReadPdf, text: string): boolean {
  const wanted = lettersOf(text);
  return pages.some(({ letters }, i) => {
    if (letters.includes(wanted)) return true;
    const next = pages[i + 1]?.letters ?? '';
    let length = wanted.length - 1;
    while (length > 0 && !letters.includes(wanted.slice(0, length))) length--;
    return length > 0 && next.includes(wanted.slice(length));
  });
}

interface Structure {
  role?: string;
  children?: unknown[];
}

const rolesIn = (node: Structure | null): string[] =>
  node === null
    ? []
    : [
        ...(node.role ? [node.role] : []),
        ...(node.children ?? []).flatMap((child) => rolesIn(child as Structure)),
      ];
