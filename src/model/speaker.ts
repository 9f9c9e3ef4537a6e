import { z } from 'zod';
import { nameSchema } from './work.ts';

/** Whose words a source quotes, by edition. */
export const speakerSchema = z
  .record(z.string(), nameSchema)
  .describe(
    'Whose words they are, by edition, as a CSL name, if they are not those of the source’s author, who only quotes them.',
  );
export type Speaker = z.output<typeof speakerSchema>;
