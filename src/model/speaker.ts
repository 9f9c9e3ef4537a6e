import { z } from 'zod';
import { HAN } from './language.ts';
import { nameSchema } from './work.ts';

/** Whose words a source quotes, by edition. */
export const speakerSchema = z
  .record(z.string(), nameSchema)
  .describe(
    'Whose words they are, by edition, as a CSL name, if they are not those of the source’s author, who only quotes them.',
  );
export type Speaker = z.output<typeof speakerSchema>;

/** Whether the family name comes first in every language, as for someone who has it in Han characters. */
export const isFamilyFirst = (speaker: Speaker): boolean =>
  Object.values(speaker).some((name) => 'family' in name && HAN.test(name.family));
