/** Replaces each `{}` in a template by a value. */
export const fill = (template: string, ...values: (string | number)[]): string =>
  values.reduce<string>((text, value) => text.replace('{}', () => String(value)), template);
