/**
 * Characters that no text has and that would change how what stands around them is read: control characters other than
 * tab and line ends, and those that turn the direction of writing round (a name could then show as another).
 */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** Where the first of them stands in a text, and what to say of it. */
export function controlIn(text: string): { line: number; column: number; reason: string } | undefined {
  const match = control.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason: reasonAgainst(match[0]) };
}

/** The keys under which the first of them stands in a value, since an escape in YAML or JSON may give one too. */
export function controlInValue(
  value: unknown,
  keys: PropertyKey[] = [],
): { keys: PropertyKey[]; reason: string } | undefined {
  if (typeof value === 'string') {
    const match = control.exec(value);
    return match ? { keys, reason: reasonAgainst(match[0]) } : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = controlInValue(part, [...keys, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

const reasonAgainst = (character: string): string =>
  `Unexpected invisible character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}, expected text without controls`;
