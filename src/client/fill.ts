/** Puts values in the places of a template's `{}`. */
export const fill = (template: string, ...values: (string | number)[]): string =>
  values.reduce<string>((text, value) => text.replace('{}', () => String(value)), template);
