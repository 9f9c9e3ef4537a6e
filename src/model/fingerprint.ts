import { createHash } from 'node:crypto';

/**
 * Sixteen hexadecimal digits that stand for a text: the head of the SHA-256 of its UTF-8. White space counts only as a
 * break between words, so that a text that was only set out anew is the same.
 */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 16);
