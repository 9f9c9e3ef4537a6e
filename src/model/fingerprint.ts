import { hash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);

/**
 * Sixteen hexadecimal digits that stand for a text: the head of the SHA-256 of its UTF-8. White space counts only as a
 * break between words, so that a text that was only set out anew is the same.
 */
export const fingerprint = (text: string): string => sha256(text.replace(/\s+/gu, ' ').trim()).slice(0, 16);
