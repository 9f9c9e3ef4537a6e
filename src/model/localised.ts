import { z } from 'zod';

/** A text in several editions, keyed by edition id: `{ zh: …, en: … }`. */
export const localisedSchema = z.record(z.string(), z.string().min(1));
export type Localised = z.output<typeof localisedSchema>;

/** The text of that edition, or of the first edition that has one. */
export function inEdition(text: Localised, edition: string): string {
  return text[edition] ?? Object.values(text)[0] ?? '';
}
