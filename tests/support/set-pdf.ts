/** A font whose widths every PDF reader knows, so that nothing needs to be embedded. */
export type Face = 'roman' | 'bold' | 'italic' | 'song' | 'hei';

export interface SetText {
  x: number;
  /** The baseline, from the top of the page. */
  y: number;
  size: number;
  face: Face;
  text: string;
}

export interface SetPage {
  texts: SetText[];
  rules?: { x0: number; x1: number; y: number }[];
  /** Text in the file that is clipped, so that nobody sees it. */
  unseen?: SetText[];
}

export const PAGE = { width: 420, height: 600 };

const latin = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
const chinese = (name: string): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>`;
const faces: Record<Face, string> = {
  roman: latin('Courier'),
  bold: latin('Courier-Bold'),
  italic: latin('Courier-Oblique'),
  song: chinese('STSong-Light'),
  hei: chinese('STHeiti-Regular'),
};

/** The width of a text in points: 0.6 of its size for every Latin character, the full size for every Chinese one. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (isHan(character) ? 1 : 0.6) * size, 0);

export const isHan = (character: string): boolean => /[\u2460-\u24FF\u2E80-\uFFEF]/.test(character);

const winAnsi: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

function shown({ face, text }: SetText): string {
  if (face === 'song' || face === 'hei')
    return `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}> Tj`;
  return `<${[...text].map((c) => (winAnsi[c] ?? c.charCodeAt(0)).toString(16).padStart(2, '0')).join('')}> Tj`;
}

const showText = (one: SetText): string =>
  `BT /${one.face} ${one.size} Tf ${one.x.toFixed(2)} ${(PAGE.height - one.y).toFixed(2)} Td ${shown(one)} ET`;

/** A PDF with exactly these texts and rules. */
export function setPdf(pages: SetPage[], title?: string): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const fonts = Object.entries(faces).map(([face, body]) => `/${face} ${add(body)} 0 R`);
  const kids = pages.map(({ texts, rules = [], unseen = [] }) => {
    const content = [
      'q 0 0 420 10 re W n',
      ...unseen.map(showText),
      'Q',
      ...rules.map(({ x0, x1, y }) => `${x0} ${PAGE.height - y} ${x1 - x0} 0.5 re f`),
      ...texts.map(showText),
    ].join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent PARENT 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << ${fonts.join(' ')} >> >> /Contents ${stream} 0 R >>`,
    );
  });
  const parent = add(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  const root = add(`<< /Type /Catalog /Pages ${parent} 0 R >>`);
  const info = add(`<< /Title (${title ?? ''}) >>`);
  return fileOf(
    objects.map((body) => body.replace('PARENT', String(parent))),
    `/Root ${root} 0 R /Info ${info} 0 R`,
  );
}

/** A PDF file of these objects, numbered from 1. */
export function fileOf(objects: (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]!.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((body, i) => {
    const at = length;
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = length;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const WORDS = 'the ferry crossed an estuary twice a day and took its toll from carts on the dike'.split(' ');

/** A unique line of that many characters. */
export function prose(seed: number, width: number): string {
  let text = '';
  for (let i = seed; text.length < width; i += 1 + (seed % 5)) text += `${WORDS[i % WORDS.length]} `;
  return text.slice(0, width - 1).trimEnd() + 'x';
}

export const set = (x: number, y: number, text: string, size = 10, face: Face = 'roman'): SetText => ({
  x,
  y,
  size,
  face,
  text,
});

/** Full-width lines of running text, from a given height downwards. */
export const body = (y: number, count: number, seed = 0, x = 50, width = 53): SetText[] =>
  Array.from({ length: count }, (_, i) => set(x, y + i * 12, prose(seed + i * 7, width)));
