/** The glyph of a letter, in font units; y grows upwards. */
export interface Letter {
  code: number;
  advance: number;
  contours: Point[][];
}

export interface Point {
  x: number;
  y: number;
  /** Whether the point is on the outline; otherwise it controls a quadratic curve between its neighbours. */
  isOn: boolean;
}

interface Typeface {
  family: string;
  /** Its name in the files that embed it. */
  name: string;
  style: 'Regular' | 'Bold';
  weight: number;
  unitsPerEm: number;
  ascent: number;
  descent: number;
}

/** A TrueType font with these letters, in code point order (OpenType 1.9, without layout tables). */
export function trueType(face: Typeface, letters: readonly Letter[]): Buffer {
  const glyphs = [[], ...letters.map(({ contours }) => contours)].map(glyphData);
  const advances = [face.unitsPerEm, ...letters.map(({ advance }) => advance)];
  const points = letters.flatMap(({ contours }) => contours.flat());
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const box = [least(xs), least(ys), greatest(xs), greatest(ys)];
  let at = 0;
  const offsets = [0, ...glyphs.map(({ length }) => (at += length))];
  const { unitsPerEm, ascent, descent, weight } = face;
  const isBold = weight >= SEMIBOLD;
  const codes = letters.map(({ code }) => code);
  return sfnt({
    // version, xAvgCharWidth, usWeightClass, usWidthClass, fsType; sub- and superscripts, strikeout, sFamilyClass;
    // panose, ulUnicodeRange1–4; achVendID; fsSelection, usFirstCharIndex, usLastCharIndex; sTypoAscender,
    // sTypoDescender, sTypoLineGap, usWinAscent, usWinDescent; ulCodePageRange1–2; sxHeight, sCapHeight,
    // usDefaultChar, usBreakChar, usMaxContext
    'OS/2': join(
      shorts(4, average(advances), weight, 5, 0),
      Buffer.alloc(22 + 10 + 16),
      Buffer.from('NONE'),
      shorts(isBold ? 0x20 : 0x40, Math.min(codes[0] ?? 0, 0xffff), Math.min(codes.at(-1) ?? 0, 0xffff)),
      shorts(ascent, descent, 0, ascent, -descent),
      Buffer.alloc(8),
      shorts(unitsPerEm / 2, (unitsPerEm * 3) / 4, 0, 32, 1),
    ),
    cmap: characterMap(codes),
    glyf: join(...glyphs),
    // version, fontRevision, checksumAdjustment, magicNumber; flags, unitsPerEm; created, modified; xMin, yMin, xMax,
    // yMax, macStyle, lowestRecPPEM, fontDirectionHint, indexToLocFormat, glyphDataFormat
    head: join(
      longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
      shorts(0b11, unitsPerEm),
      Buffer.alloc(16),
      shorts(...box, isBold ? 1 : 0, 8, 2, 1, 0),
    ),
    // version; ascender, descender, lineGap, advanceWidthMax, minLeftSideBearing, minRightSideBearing, xMaxExtent,
    // caretSlopeRise and other zeros; numberOfHMetrics
    hhea: join(
      longs(0x10000),
      shorts(ascent, descent, 0, greatest(advances), box[0] ?? 0, 0, box[2] ?? 0, 1, 0, 0, 0, 0, 0, 0, 0),
      shorts(advances.length),
    ),
    hmtx: shorts(
      ...advances.flatMap((advance, i) => [
        advance,
        i === 0 ? 0 : least(letters[i - 1]!.contours.flat().map(({ x }) => x)),
      ]),
    ),
    loca: longs(...offsets),
    // version; numGlyphs, maxPoints, maxContours, and for composite glyphs and instructions, of which there are none
    maxp: join(
      longs(0x10000),
      shorts(
        glyphs.length,
        greatest(letters.map(({ contours }) => contours.flat().length)),
        greatest(letters.map(({ contours }) => contours.length)),
        ...[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
      ),
    ),
    name: names(face.family, face.name, face.style),
    // version without glyph names; zeros
    post: longs(0x30000, 0, 0, 0, 0, 0, 0, 0),
  });
}

/** Offsets in the table OS/2: usWeightClass, and fsSelection, whose first bit means italic. */
const [WEIGHT_CLASS, SELECTION] = [4, 62];
const SEMIBOLD = 600;

/** The same font with another family name. */
export function renamed(font: Buffer, { family, name }: Pick<Typeface, 'family' | 'name'>): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const [from, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    return [font.toString('latin1', at, at + 4), font.subarray(from, from + length)] as const;
  });
  const os2 = tables.find(([tag]) => tag === 'OS/2')?.[1];
  const isItalic = os2 !== undefined && (os2.readUInt16BE(SELECTION) & 1) === 1;
  return sfnt({
    ...Object.fromEntries(tables),
    name: names(
      family,
      name,
      isItalic ? 'Italic' : os2 && os2.readUInt16BE(WEIGHT_CLASS) >= SEMIBOLD ? 'Bold' : 'Regular',
    ),
  });
}

function glyphData(contours: Point[][]): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  let last = -1;
  const ends = contours.map(({ length }) => (last += length));
  const steps = (axis: 'x' | 'y') => points.map((point, i) => point[axis] - (points[i - 1]?.[axis] ?? 0));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return padded(
    join(
      shorts(contours.length, least(xs), least(ys), greatest(xs), greatest(ys), ...ends, 0),
      Buffer.from(points.map(({ isOn }) => (isOn ? 1 : 0))),
      shorts(...steps('x'), ...steps('y')),
    ),
  );
}

/** Format 12: one group per letter; glyphs follow .notdef in code point order. */
const characterMap = (codes: number[]): Buffer =>
  join(
    shorts(0, 1, 3, 10),
    longs(12),
    shorts(12, 0),
    longs(16 + 12 * codes.length, 0, codes.length, ...codes.flatMap((code, i) => [code, code, i + 1])),
  );

function names(family: string, name: string, style: string): Buffer {
  const postScript = `${name.replaceAll(' ', '')}-${style}`;
  const entries = Object.entries({ 1: family, 2: style, 4: `${family} ${style}`, 6: postScript }).map(
    ([id, text]) => ({ id: Number(id), bytes: Buffer.from(text, 'utf16le').swap16() }),
  );
  let at = 0;
  const records = entries.map(({ id, bytes: { length } }) => {
    at += length;
    return shorts(3, 1, 0x409, id, length, at - length);
  });
  return join(
    shorts(0, entries.length, 6 + 12 * entries.length),
    ...records,
    ...entries.map(({ bytes }) => bytes),
  );
}

function sfnt(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables).map(([tag, content]) => ({
    tag,
    content: padded(content),
    length: content.length,
  }));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const header = shorts(entries.length, power * 16, Math.log2(power), (entries.length - power) * 16);
  let at = 12 + 16 * entries.length;
  const directory = entries.map(({ tag, content, length }) => {
    at += content.length;
    return join(Buffer.from(tag), longs(checksum(content), at - content.length, length));
  });
  return join(longs(0x10000), header, ...directory, ...entries.map(({ content }) => content));
}

function checksum(content: Buffer): number {
  let sum = 0;
  for (let at = 0; at < content.length; at += 4) sum = (sum + content.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (content: Buffer): Buffer => join(content, Buffer.alloc(-content.length & 3));
const join = (...parts: Uint8Array[]): Buffer => Buffer.concat(parts);

function shorts(...values: number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => buffer.writeUInt16BE(value & 0xffff, 2 * i));
  return buffer;
}

function longs(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => buffer.writeUInt32BE(value >>> 0, 4 * i));
  return buffer;
}

const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
const greatest = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
const average = (values: number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
