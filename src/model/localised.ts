import { z } from 'zod';

/** A text in several editions, keyed by edition id: `{ zh: …, en: … }`. */
export const localisedSchema = z
  .record(z.string(), z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'Missing text, expected one for each edition')
  .meta({ minProperties: 1 });
export type Localised = z.output<typeof localisedSchema>;

/** The text in an edition, given as such or by its id, or in the first edition that has one. */
export function localised(text: Localised, edition: string | { id: string }): string {
  const id = typeof edition === 'string' ? edition : edition.id;
  return (Object.hasOwn(text, id) ? text[id] : undefined) ?? Object.values(text)[0] ?? '';
}
