import { z } from 'zod';
import { isDate, reasonAgainstDate } from './calendar.ts';

/** The address of a page that an editor opened. */
export const webAddressSchema = z.url({
  protocol: /^https?$/,
  error: 'Unexpected address, expected one that begins with https:// or http://',
});

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Unexpected date, expected YYYY-MM-DD', abort: true })
  .refine((text) => isDate(text.split('-').map(Number)), {
    error: ({ input }) => reasonAgainstDate(String(input)),
  });
