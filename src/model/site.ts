import { z } from 'zod';

export const SITE_EXPECTED =
  'expected a full public address such as https://example.org/dossier/, without a user, a query or a fragment';

/** A path segment that is the same however an address is written: letters, digits and . _ ~ - but not only dots. */
export const PATH_PART = String.raw`(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+`;

const pattern = new RegExp(String.raw`^https?://[\p{L}\p{N}.-]+(?::\d+)?(?:/${PATH_PART})*/?$`, 'u');

/** A dossier’s full public address, including its path. */
export const siteSchema = z
  .string()
  .refine((site) => pattern.test(site) && URL.canParse(site), `Unexpected address, ${SITE_EXPECTED}`)
  .meta({ pattern: pattern.source });
