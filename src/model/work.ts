import { z } from 'zod';
import { isDate, isSpan, reasonAgainstDate, reasonAgainstSpan } from './calendar.ts';
import { localisedSchema, type Localised } from './localised.ts';
import { languageSchema } from './slug.ts';

// citeproc keeps names as keys of plain objects, and comes to a halt at one that every object has.
const givenName = z
  .string()
  .refine(
    (given) => !((given.trim().split(/\s/)[0] ?? '') in Object.prototype),
    'Unexpected given name, expected one that is no word of JavaScript’s own',
  );

const name = z.union([
  z.strictObject({
    family: z.string(),
    given: givenName.optional(),
    'non-dropping-particle': z.string().optional(),
  }),
  z.strictObject({ literal: z.string() }),
]);
export type Name = z.output<typeof name>;

const dateParts = z
  .array(z.int())
  .min(1)
  .max(3)
  .refine(isDate, { error: ({ input }) => reasonAgainstDate(written(input)) });
const date = z.strictObject({
  'date-parts': z
    .array(dateParts)
    .min(1)
    .max(2)
    .refine(([begin = [], end = begin]) => isSpan(begin, end), {
      error: ({ input }) => {
        const [begin, end] = input as unknown[];
        return reasonAgainstSpan(written(begin), written(end));
      },
    }),
});
const written = (parts: unknown): string => (Array.isArray(parts) ? parts.join('-') : String(parts));
export type CslDate = z.output<typeof date>;

const sicSchema = z.union([
  // As dossiers of 1.0.0 have it: what is printed.
  z
    .string()
    .min(1)
    .transform((printed): { printed?: string; remark?: Localised } => ({ printed })),
  z
    .strictObject({
      /** What is printed, letter by letter. */
      printed: z.string().min(1).optional(),
      /** What the editors have to say of it, by edition: that it is missing, or why it is wrong. */
      remark: localisedSchema.optional(),
    })
    .refine(
      ({ printed, remark }) => printed !== undefined || remark !== undefined,
      'Missing printed or remark, expected at least one of them',
    ),
]);

/**
 * One record of `works.json`: CSL-JSON as of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html),
 * so far as papers need it. What is ours stands under `custom`.
 */
export const workSchema = z.strictObject({
  /** `<family or institution in ASCII>-<year or nd>`, with a, b on all of a clash; never changes once published. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+-(?:\d{4}|nd)[a-z]?$/, 'Unexpected work id, expected one like sullivan-2017'),
  type: z.enum([
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'book',
    'chapter',
    'document',
    'legislation',
    'paper-conference',
    'post-weblog',
    'report',
    'speech',
    'thesis',
    'webpage',
  ]),
  /** BCP 47 tag of the work itself, which decides the form of its reference. */
  language: languageSchema,
  title: z.string().min(1),
  'title-short': z.string().optional(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  translator: z.array(name).optional(),
  'container-title': z.string().optional(),
  'collection-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  genre: z.string().optional(),
  edition: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  number: z.string().optional(),
  page: z.string().optional(),
  issued: date.optional(),
  accessed: date.optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  ISSN: z.string().optional(),
  note: z.string().optional(),
  custom: z
    .strictObject({
      /**
       * Where the paper prints something else than the record has, by field: `{ "author": { "printed": "Meg Doe" } }`,
       * `{ "issued": { "remark": { "en": "The paper prints no year." } } }`.
       */
      sic: z.record(z.string(), sicSchema).optional(),
      /** True where the printed list of authors ends in et al. or its like and the rest is not known to us. */
      authorsAbridged: z.boolean().optional(),
      /** Names and titles in Latin script, for a work in another: Hanyu Pinyin for Chinese, words divided and unaccented. */
      romanised: z
        .strictObject({
          author: z.array(name).optional(),
          title: z.string().min(1),
          'container-title': z.string().optional(),
          publisher: z.string().optional(),
        })
        .optional(),
      /** The title in the language of an edition, by edition: the editors' translation, shown in brackets. */
      translatedTitle: localisedSchema.optional(),
      /** The entry in the paper's own list of works, as it is printed there. */
      printed: z.string().optional(),
    })
    .optional(),
});
export type Work = z.output<typeof workSchema>;
