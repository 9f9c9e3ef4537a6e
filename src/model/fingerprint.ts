import { hash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);

/**
 * The first sixteen hexadecimal digits of the SHA-256 of a text as UTF-8. White space is normalised, so that
 * reformatting a text does not change its fingerprint.
 */
export const fingerprint = (text: string): string => sha256(text.replace(/\s+/gu, ' ').trim()).slice(0, 16);
