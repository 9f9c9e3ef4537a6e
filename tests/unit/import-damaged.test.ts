import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readPdfInWorker } from '../../src/import/pdf/read-pdf-in-worker.ts';
import { readPdf, type ReadPdf } from '../../src/import/pdf/read-pdf.ts';
import { fileOf, setPdf, type Face } from '../support/set-pdf.ts';
import { runNode } from '../support/sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (i: number) => ({
  x: 50,
  y: 80 + (i % 30) * 15,
  size: 10,
  face: 'roman' as const,
  text: `Line ${i} of the tide tables, which the harbour master kept.`,
});
const whole = setPdf(
  [0, 1, 2].map((page) => ({ texts: Array.from({ length: 30 }, (_, i) => line(page * 30 + i)) })),
);

const said = (read: ReadPdf): string => ('refusal' in read ? read.refusal : 'read');
const ROOT = '/Root 1 0 R';
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const page = (more = ''): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] ${more} >>`;
const stream = (content: string | Uint8Array, dictionary = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ]);
const packed = (content: string): Uint8Array => stream(deflateSync(content), '/Filter /FlateDecode');
const locked = (encrypt: string): Uint8Array =>
  fileOf(
    [catalog, pages, page()],
    `${ROOT} /ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>] /Encrypt << ${encrypt} >>`,
  );
/** A text in a font without a mapping from glyphs to characters. */
const withoutMap = (): Uint8Array =>
  fileOf(
    [
      catalog,
      pages,
      page('/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>'),
      stream(
        `BT /F 10 Tf 20 200 Td <${Array.from({ length: 200 }, (_, i) => (i + 0xe000).toString(16)).join('')}> Tj ET`,
      ),
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
    ],
    ROOT,
  );
/** Three pages of text whose characters are shifted in the text layer, as with a wrong map, and one page as it is. */
const shifted = (text: string, face: Face, by: number): Uint8Array => {
  const moved = [...text].map((one) => (one === ' ' ? one : String.fromCharCode(one.charCodeAt(0) + by)));
  return setPdf(
    [moved.join(''), moved.join(''), moved.join(''), text].map((shown) => ({
      texts: Array.from({ length: 20 }, (_, i) => ({ x: 50, y: 80 + i * 15, size: 10, face, text: shown })),
    })),
  );
};
const ENGLISH = 'The harbour master kept a table of the tides on the wall';
const CHINESE = '港口的老站长在墙上挂着一张潮汐时刻的表格，这里的人都来看';
/** What a wrong map makes of that: the most frequent characters are rare ones. */
const RARE = '亍亓亘亟仂仃仉仞伛佗佝佻侉俅俦俪倥偬傩僦僬勹匏匦卮卣厍厝';

/** Form XObjects that draw ten others each, a dozen levels deep. */
const nested = (): Uint8Array =>
  fileOf(
    [
      catalog,
      pages,
      page('/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>'),
      stream('/A Do'),
      ...Array.from({ length: 12 }, (_, i) =>
        stream(
          '/A Do '.repeat(10),
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${i + 6} 0 R >> >>`,
        ),
      ),
      stream('0 0 m S', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
    ],
    ROOT,
  );

describe('a damaged PDF is refused in a sentence', () => {
  test.each([
    [
      'locked with a password',
      locked(`/Filter /Standard /V 1 /R 2 /P -4 /O <${'1'.repeat(64)}> /U <${'2'.repeat(64)}>`),
      /password/,
    ],
    ['locked in a way of its own', locked('/Filter /Own.Way /V 9'), /cannot be read/],
    [
      'whose pages are in themselves',
      fileOf([catalog, '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'], ROOT),
      /cannot be read/,
    ],
    [
      'that claims to have billions of pages',
      fileOf([catalog, '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>', page()], ROOT),
      /pages|text/,
    ],
    [
      'that shows a form in itself',
      fileOf(
        [
          catalog,
          pages,
          page('/Contents 4 0 R /Resources << /XObject << /A 4 0 R >> >>'),
          stream(
            '/A Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >>',
          ),
        ],
        ROOT,
      ),
      /no text/,
    ],
    ['of pictures', setPdf([{ texts: [] }, { texts: [] }]), /OCR/],
    ['whose fonts have no maps', withoutMap(), /map their glyphs to characters|no text/],
    ['whose Latin font has a wrong map', shifted(ENGLISH, 'roman', -29), /other characters than .* OCR/],
    ['whose Chinese font has a wrong map', shifted(RARE, 'song', 0), /other characters than .* OCR/],
    ['without a root', fileOf([page()], '/Root 9 0 R'), /damaged|cannot be read/],
    [
      'whose packed page is rubbish',
      fileOf(
        [catalog, pages, page('/Contents 4 0 R'), stream('x'.repeat(500), '/Filter /FlateDecode')],
        ROOT,
      ),
      /no text/,
    ],
  ])('%s', async (_, bytes, reason) => {
    const sentence = said(await readPdf(bytes));
    expect(sentence).toMatch(reason);
    expect(sentence).not.toMatch(/\n|\bat .*:\d+|undefined|TypeError/);
  });

  test.each([
    ['Latin', shifted(ENGLISH, 'roman', 0)],
    ['Chinese', shifted(CHINESE, 'song', 0)],
    // Few letters do not show that a map is wrong.
    [
      'a few Chinese headings',
      setPdf([
        {
          texts: [
            { x: 50, y: 50, size: 10, face: 'song', text: '䶮䶮' },
            ...Array.from({ length: 20 }, (_, i) => line(i)),
          ],
        },
      ]),
    ],
  ])('but not with the right map: %s', async (_, bytes) => {
    expect(said(await readPdf(bytes))).toBe('read');
  });

  test.each([0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.999])(
    'or read as far as possible, if only %d of it is there',
    async (share) => {
      const read = await readPdf(whole.slice(0, Math.floor(whole.length * share)));
      expect(said(read)).toMatch(/^(?:read|it [^\n]+)$/);
    },
  );

  test.each([1, 2, 3, 4, 5, 6])('or read, if some bytes have changed (%d)', async (seed) => {
    const changed = whole.slice();
    let at = seed;
    for (let i = 0; i < 60; i++) {
      at = (at * 48271) % 2147483647;
      changed[at % changed.length] = (at >> 8) % 256;
    }
    expect(said(await readPdf(changed))).toMatch(/^(?:read|its? [^\n]+)$/);
  });
});

describe('a small PDF that expands enormously is abandoned', () => {
  test('after a time limit', async () => {
    const read = await readPdfInWorker(nested(), undefined, { page: 1500, memory: 512 });
    expect(said(read)).toMatch(/^page 1 takes longer to read/);
  });

  test('or at a memory limit', async () => {
    const drawn = fileOf(
      [catalog, pages, page('/Contents 4 0 R'), packed('0 0 m 1 1 l S\n'.repeat(400_000))],
      ROOT,
    );
    expect(said(await readPdfInWorker(drawn, undefined, { page: 30_000, memory: 48 }))).toMatch(
      /^it unpacks to more than 48 MB/,
    );
  });

  test('and other PDFs give the same result as without limits', async () => {
    expect(await readPdfInWorker(whole)).toEqual(await readPdf(whole));
  });
});

test('nothing is written for a refused PDF', async () => {
  const file = join(folder, 'cut.pdf');
  writeFileSync(file, whole.slice(0, 200));
  const { code, output } = await runNode(['src/cli/import.ts', file, '--to', join(folder, 'dossier')]);
  expect(code).toBe(2);
  expect(output.trim()).toMatch(/^[^\n]+cut\.pdf cannot be imported: [^\n]+\.$/);
  expect(existsSync(join(folder, 'dossier'))).toBe(false);
});
