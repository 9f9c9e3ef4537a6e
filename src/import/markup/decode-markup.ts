import { decodeAs, markedUtf16 } from '../text/decode.ts';

/** The decoded text of an HTML or XML file, or one sentence on why it could not be decoded. */
type DecodedMarkup = { text: string } | { refusal: string };

/** Decodes by the byte order mark or the declared encoding, else as UTF-8 or GB18030. */
export function decodeMarkup(bytes: Uint8Array): DecodedMarkup {
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(beginningOf(bytes))?.[1];
  const marked = markedUtf16(bytes);
  for (const encoding of marked ? [marked] : [declared, 'utf-8', 'gb18030']) {
    const text = encoding === undefined ? undefined : decodeAs(bytes, encoding);
    if (text !== undefined) return { text };
  }
  return { refusal: 'it is in neither its declared encoding nor UTF-8 nor GB18030: save it as UTF-8' };
}

/** The beginning of a file, as far as it is ASCII. */
export const beginningOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/\0|^(?:ÿþ|þÿ|ï»¿)/g, '');
