/** Escapes a text for XML content and attributes; characters that XML does not allow become U+FFFD. */
export const escapeXml = (text: string): string =>
  legalXml(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Replaces each character that XML does not allow by U+FFFD. */
export const legalXml = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
