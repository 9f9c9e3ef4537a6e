/** A Typst function call, as an expression in code mode; options come first. */
export const call = (name: string, options: string[], ...content: string[]): string =>
  `${name}(${[...options, ...content].join(', ')})`;

/** Expressions in sequence. */
export const row = (parts: string[]): string => (parts.length === 0 ? '[]' : `{[]\n${parts.join('\n')}}`);

/** A string literal, in which no character is code; white space is collapsed. */
export const string = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/** A zero-size place that links can point to. */
export const anchor = (label: string): string => `[#metadata(none)#label(${string(label)})]`;

/** An array of any length. */
export const array = (parts: string[]): string => `(${parts.map((part) => `${part}, `).join('')})`;
