import { z } from 'zod';

/** A text in several editions, keyed by edition id: `{ zh: …, en: … }`. */
export const localisedSchema = z
  .record(z.string(), z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'Missing text, expected one for each edition')
  .meta({ minProperties: 1 });
export type Localised = z.output<typeof localisedSchema>;

/** The text in that edition, or in the first edition that has one. */
export function inEdition(text: Localised, edition: string): string {
  return (Object.hasOwn(text, edition) ? text[edition] : undefined) ?? Object.values(text)[0] ?? '';
}
