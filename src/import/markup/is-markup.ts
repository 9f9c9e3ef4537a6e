import { beginningOf } from './decode-markup.ts';

/** True if bytes are a ZIP archive, as Word documents are. */
export const isPacked = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** True if bytes are a ZIP archive, HTML or XML, rather than plain text that begins with a less-than sign. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  isPacked(bytes) ||
  /^\s*<(?:\?xml\b|!--|!DOCTYPE\b|(?:html|head|body|article|div|main|section)[\s>])/i.test(
    beginningOf(bytes),
  );
