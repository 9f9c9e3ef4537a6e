import { z } from 'zod';

/** The address of a page that an editor opened. */
export const webAddressSchema = z.url({
  protocol: /^https?$/,
  error: 'Unexpected address, expected one that begins with https:// or http://',
});
