/** JSON for people to read: indented, with a line break at the end. */
export const indentedJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
