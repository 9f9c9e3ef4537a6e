import { isChicago, type CitationStyle } from './citation-style.ts';

/** Digits and dashes as GB/T 7714 prints pages behind an author and a year. */
export const superscript = (text: string | number): string =>
  String(text).replace(/[\d-]/g, (sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻');

/**
 * The last page of a range as a style prints it. Chicago and MLA leave out digits that it shares with the first, but
 * keep two of them; Chicago keeps one after 101 to 109, and all after 100 (`chicago-16` and `minimal-two` in CSL).
 */
export function lastOfRange(first: string, last: string, style: CitationStyle): string {
  if (!isChicago(style) && style !== 'mla') return last;
  if (first.length < 3 || first.length !== last.length) return last;
  if (isChicago(style) && first.endsWith('00')) return last;
  const kept = isChicago(style) && /0[1-9]$/.test(first) ? 1 : 2;
  const shared = [...first].findIndex((digit, i) => digit !== last[i]);
  return last.slice(Math.min(shared, last.length - kept));
}
