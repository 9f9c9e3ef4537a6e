/** JSON for people to read: indented, with a line break at the end. */
export const indentedJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** JSON that is easy to read and to diff: a list with one item per line. */
export const inLines = (list: unknown[]): string =>
  list.length === 0 ? '[]\n' : `[\n${list.map((item) => `  ${spaced(item)}`).join(',\n')}\n]\n`;

/** JSON that breaks a value only if it does not fit on one line. */
export function inBlocks(value: unknown, indent = ''): string {
  const line = spaced(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= 110) return line;
  const further = `${indent}  `;
  const [open, close, parts] = Array.isArray(value)
    ? ['[', ']', value.map((item) => inBlocks(item, further))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inBlocks(item, further)}`),
      ];
  return `${open}\n${parts.map((part) => further + part).join(',\n')}\n${indent}${close}`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}
