import { fileURLToPath } from 'node:url';
import { getDocument, PasswordException, InvalidPDFException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readGlyphs, USUAL_UNIT, type Font, type Matrix, type PageContent } from './page-glyphs.ts';

/** The pages and title of a PDF, or one sentence on why it cannot be read. */
type OpenedPdf = { pages: PageContent[]; title: string | undefined } | { refusal: string };

const MAX_PAGES = 1500;

const resource = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

/**
 * Stubs for pdf.js, which passes fonts to these when it displays pages. Without them, it considers the fonts unusable
 * and computes the outline of each glyph, which takes more time and memory than everything else.
 */
const fontDisplayStub = { fonts: { add: () => {}, delete: () => {} } };
class UnusedFontFace {
  readonly loaded = Promise.resolve(this);
  readonly load = (): Promise<this> => this.loaded;
}

/**
 * A font’s name without its subset tag, `ABCDEF+Garamond-Bold`, and its unit of width as a share of the type size: a
 * thousandth in most fonts.
 */
function fontOf(font: unknown): Font | undefined {
  if (typeof font !== 'object' || font === null || !('name' in font)) return undefined;
  if (typeof font.name !== 'string') return undefined;
  const matrix = 'fontMatrix' in font && Array.isArray(font.fontMatrix) ? font.fontMatrix : [];
  const [unit] = matrix as unknown[];
  return { name: font.name.replace(/^[A-Z]{6}\+/, ''), unit: typeof unit === 'number' ? unit : USUAL_UNIT };
}

/** Reads all pages of a PDF in order. Pictures are skipped, so that none is unpacked. */
export async function openPdf(
  bytes: Uint8Array,
  onPage: (number: number) => void = () => {},
): Promise<OpenedPdf> {
  globalThis.FontFace ??= UnusedFontFace as unknown as typeof FontFace;
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    disableFontFace: false,
    ownerDocument: fontDisplayStub as unknown as HTMLDocument,
    // Includes the names of fonts.
    fontExtraProperties: true,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES)
      return {
        refusal: `it has ${document.numPages} pages, and the maximum for a paper is ${MAX_PAGES}`,
      };
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const fontBy = (id: string): Font =>
        fontOf(page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined) ?? {
          name: id,
          unit: USUAL_UNIT,
        };
      const operators = await page.getOperatorList({ annotationMode: 0 });
      pages.push(readGlyphs(operators, { width, height, transform: transform as unknown as Matrix, fontBy }));
      page.cleanup();
      onPage(number);
    }
    const info = (await document.getMetadata()).info as { Title?: unknown };
    const title = typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : undefined;
    return { pages, title };
  } catch (error) {
    if (error instanceof PasswordException)
      return { refusal: 'it is protected by a password: save a copy without one' };
    if (error instanceof InvalidPDFException)
      return { refusal: 'it is damaged, or not a PDF: download it again' };
    if (error instanceof Error) return { refusal: `it cannot be read (${error.message}): download it again` };
    throw error;
  } finally {
    await task.destroy();
  }
}
