/** A call of a function of Typst’s, as an expression in its code mode; options come first. */
export const call = (name: string, options: string[], ...content: string[]): string =>
  `${name}(${[...options, ...content].join(', ')})`;

/** What stands one behind the other. */
export const row = (parts: string[]): string => (parts.length === 0 ? '[]' : `{[]\n${parts.join('\n')}}`);

/** A text, of which no letter is code; white space is one space. */
export const string = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/** A place without extent that links lead to. */
export const anchor = (label: string): string => `[#metadata(none)#label(${string(label)})]`;

/** Several of something, of whatever number. */
export const array = (parts: string[]): string => `(${parts.map((part) => `${part}, `).join('')})`;
