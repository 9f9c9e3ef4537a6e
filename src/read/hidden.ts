/**
 * Characters that no text has and that would change how what stands around them is read: control characters other than
 * tab and line ends, and those that turn the direction of writing round (a name could then show as another).
 */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** The same, and halves of characters, which an escape may give and no file can have. */
const hidden = new RegExp(String.raw`${control.source}|\p{Surrogate}`, 'u');

/** A name that cannot be that of a value: it is lost as soon as the value is copied. */
const RESERVED = '__proto__';

/** Where the first control stands in a text, and what to say of it. */
export function controlIn(text: string): { offset: number; reason: string } | undefined {
  const match = control.exec(text);
  return match ? { offset: match.index, reason: reasonAgainst(match[0]) } : undefined;
}

/** Whether what a file says may hold what its text does not show. */
export const mayHide = (text: string): boolean => text.includes('\\') || text.includes(RESERVED);

/** What a value holds that its file's text does not show, or that would be lost, by the keys under which it stands. */
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
