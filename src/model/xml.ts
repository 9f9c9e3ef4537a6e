/** A text as it stands in XML, between tags and in attributes alike; what XML cannot hold is marked as missing. */
export const escapeXml = (text: string): string =>
  legalXml(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A text with a sign that something is missing for whatever XML cannot hold. */
export const legalXml = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
