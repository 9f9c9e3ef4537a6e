/**
 * Characters that no text needs and that change how the text around them is read: control characters other than tab
 * and line ends, and those that override the direction of writing (which could disguise a name).
 */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** The same, and lone surrogates, which an escape may produce but no UTF-8 file can contain. */
const hidden = new RegExp(String.raw`${control.source}|\p{Surrogate}`, 'u');

/** A key that no value may have: it is lost as soon as the value is copied. */
const RESERVED = '__proto__';

/** The first control character in a text, with the reason to report. */
export function controlIn(text: string): { offset: number; reason: string } | undefined {
  const match = control.exec(text);
  return match ? { offset: match.index, reason: reasonAgainst(match[0]) } : undefined;
}

/** Whether a file’s values may contain something that its text does not show. */
export const mayHide = (text: string): boolean => text.includes('\\') || text.includes(RESERVED);

/**
 * Characters in a value that its file’s text does not show, and keys that would be lost, each with its path of keys.
 */
export function hiddenIn(
  value: unknown,
  keys: PropertyKey[] = [],
): { keys: PropertyKey[]; reason: string }[] {
  if (typeof value === 'string') {
    const match = hidden.exec(value);
    return match ? [{ keys, reason: reasonAgainst(match[0]) }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const below = [...keys, Array.isArray(value) ? Number(key) : key];
    const match = hidden.exec(key);
    if (key === RESERVED)
      return [{ keys: below, reason: `Unexpected key “${key}”, expected a name that is not reserved` }];
    return match ? [{ keys: below, reason: reasonAgainst(match[0]) }] : hiddenIn(part, below);
  });
}

function reasonAgainst(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{Surrogate}/u.test(character)
    ? `Unexpected half of a character ${code}, expected a whole one`
    : `Unexpected invisible character ${code}, expected text without controls`;
}
