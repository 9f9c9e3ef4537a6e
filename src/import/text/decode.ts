/** The decoded text, or one sentence on why it was refused. */
type Decoded = { text: string; encoding: Encoding; dropped?: Dropped } | { refusal: string };

/** Control characters that were removed: their number, their codes and their lines. */
export interface Dropped {
  count: number;
  codes: string[];
  lines: number[];
}

type Encoding = 'UTF-8' | Utf16 | 'GB18030';

export const MAX_BYTES = 2 * 1024 * 1024;
export const LONGEST_LINE = 200 * 1024;

/**
 * Decodes the bytes of a plain text. A byte order mark remains the text’s first character. Without one, UTF-16 is
 * recognised by its zero bytes; text that is not valid UTF-8 is read as GB18030, which includes GBK and GB 2312.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refusal: 'it is empty' };
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return { refusal: `it has ${size} MB, and the maximum for a paper is 2 MB` };
  }
  const foreign = signatures.find(([signature]) => startsWith(bytes, signature));
  if (foreign) return { refusal: `it is ${foreign[1]}: save its text as a plain text file first` };
  const utf16 = utf16In(bytes);
  const encodings: Encoding[] = utf16 ? [utf16] : ['UTF-8', 'GB18030'];
  for (const encoding of encodings) {
    const written = decodeAs(bytes, encoding, true);
    if (written === undefined) continue;
    const { text, dropped } = withoutControls(written);
    if (dropped && dropped.count > written.length * MAX_CONTROLS)
      return { refusal: 'it contains control characters, so it may be a program or a picture' };
    if (text.replace(/^\uFEFF/, '').trim() === '') return { refusal: 'it contains nothing but white space' };
    const long = longLine(text);
    return long === undefined ? { text, encoding, ...(dropped ? { dropped } : {}) } : { refusal: long };
  }
  return { refusal: 'it is neither UTF-8 nor UTF-16 nor GB18030: save it as UTF-8' };
}

/** A file with a larger share of control characters is not text. */
const MAX_CONTROLS = 1 / 200;

/** Removes control characters: a text layer may contain a few for glyphs that it cannot represent. */
function withoutControls(text: string): { text: string; dropped?: Dropped } {
  const found = [...text.matchAll(CONTROL)];
  if (found.length === 0) return { text };
  const lines = found.map(({ index }) => text.slice(0, index).split(/\r\n|[\n\r]/).length);
  const codes = found.map(([sign]) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return {
    text: text.replace(CONTROL, ''),
    dropped: { count: found.length, codes: [...new Set(codes)], lines: [...new Set(lines)] },
  };
}

/** Reports the first line that is too long to have been written by a person. */
function longLine(text: string): string | undefined {
  for (const [i, line] of text.split(/\r\n|[\n\r\f]/).entries()) {
    if (line.length * 3 <= LONGEST_LINE) continue;
    const bytes = new TextEncoder().encode(line).length;
    if (bytes > LONGEST_LINE)
      return `line ${i + 1} has ${Math.round(bytes / 1024)} KB, and the maximum for a line is 200 KB`;
  }
  return undefined;
}

const signatures: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive such as .docx or .epub'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF file'],
];

// Control characters that never occur in text: all but tab, line feed, vertical tab, form feed and carriage return.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

type Utf16 = 'UTF-16LE' | 'UTF-16BE';

/** UTF-16 by its byte order mark or the positions of zero bytes. */
function utf16In(bytes: Uint8Array): Utf16 | undefined {
  const marked = markedUtf16(bytes);
  if (marked) return marked;
  const zeros = [0, 0];
  const head = bytes.subarray(0, 4096);
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (odd > 8 * even + 1) return 'UTF-16LE';
  if (even > 8 * odd + 1) return 'UTF-16BE';
  return undefined;
}

/** UTF-16 by its byte order mark. */
export const markedUtf16 = (bytes: Uint8Array): Utf16 | undefined =>
  startsWith(bytes, [0xff, 0xfe]) ? 'UTF-16LE' : startsWith(bytes, [0xfe, 0xff]) ? 'UTF-16BE' : undefined;

/** Bytes in an encoding, which may keep a byte order mark; undefined if it is unknown or they are not valid in it. */
export function decodeAs(bytes: Uint8Array, encoding: string, ignoreBOM = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
