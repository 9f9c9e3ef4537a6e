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
  /** In the order of reading, with where each begins, in points from the left. */
  items: { text: string; x: number }[];
  /** Its letters and figures, without what the setting of lines puts between them. */
  letters: string;
  /** The roles of its structure, as H1 and Note. */
  roles: string[];
  /** The fonts that it is set in, without the tags of their parts. */
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
  // It is a map, whatever its type says.
  const marks: unknown = await document.getMarkInfo();
  const isTagged = marks instanceof Map && marks.get('Marked') === true;
  await task.destroy();
  return { bytes, pages, title: Title ?? '', language: Language ?? undefined, isTagged, bookmarks };
}

// As pdfjs numbers its operators.
const SET_FONT = 37;

/** Letters of a text, without figures, which are also the marks between them. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');

/** Whether a page has a text, or one its beginning and the next its end, which need not follow it in columns. */
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
