import { z } from 'zod';
import { localisedSchema } from './localised.ts';

const permalinkKinds = [
  'segment',
  'note',
  'work',
  'case',
  'term',
  'actor',
  'exhibit',
  'check',
  'chapter',
  'page',
] as const;

/**
 * One line of `permalinks.json`, the append-only list of every address ever published. Lines are never removed or
 * moved: an address that no longer exists gets a successor or a reason why it is gone.
 */
export const permalinkSchema = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^\/[a-z0-9._/#-]*$/,
        'Unexpected address, expected lower-case ASCII from the root of the dossier',
      )
      .refine(
        (path) => !/\/[./]/.test(path),
        'Unexpected address, expected no empty part and none that begins with a dot',
      )
      .describe('The address below the base path, including a fragment: /p/2.4.2/'),
    kind: z.enum(permalinkKinds).describe('What kind of item the address belongs to.'),
    id: z.string().describe('The id of the item within its kind: 2.4.2'),
    since: z.string().describe('The version of the dossier that first published the address.'),
    fingerprint: z
      .string()
      .optional()
      .describe(
        'The fingerprint of the text at the address when it was last released or, before that, registered. A page that only lists items has none.',
      ),
    successor: z
      .string()
      .regex(/^\//, 'Unexpected address, expected one from the root of the dossier: /…')
      .optional()
      .describe('The address to which it redirects.'),
    gone: localisedSchema
      .optional()
      .describe('Why there is nothing at the address any more, in words for readers.'),
    rewritten: z
      .record(z.string(), z.string().min(1))
      .optional()
      .describe('Why the text differs from that of the previous release, by version.'),
  })
  .refine(
    ({ successor, gone }) => !(successor && gone),
    'Unexpected successor beside gone, expected only one of them',
  );
export type Permalink = z.output<typeof permalinkSchema>;

/** `confirmed.json`: by segment, then by edition, the fingerprint of each text whose alignment an editor confirmed. */
export const confirmedSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type Confirmed = z.output<typeof confirmedSchema>;
