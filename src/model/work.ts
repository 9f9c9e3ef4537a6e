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
    'dropping-particle': z.string().optional(),
    'non-dropping-particle': z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.strictObject({ literal: z.string() }),
]);
export type Name = z.output<typeof name>;

/** Year, month, day; Zotero writes them as text. */
const datePart = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/, 'Unexpected part of a date, expected a number')
    .transform(Number),
]);
const dateParts = z
  .array(datePart)
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

const ID = /^[a-z0-9-]+-(?:\d{4}|nd)[a-z]?$/;

/** Fields of CSL that reference managers export and no form of ours prints; kept, so that they are handed on. */
const handedOn = {
  abstract: z.string().optional(),
  annote: z.string().optional(),
  authority: z.string().optional(),
  'call-number': z.string().optional(),
  'chapter-number': z.string().optional(),
  'citation-key': z.string().optional(),
  'collection-editor': z.array(name).optional(),
  'collection-number': z.string().optional(),
  'container-author': z.array(name).optional(),
  'container-title-short': z.string().optional(),
  contributor: z.array(name).optional(),
  dimensions: z.string().optional(),
  event: z.string().optional(),
  'event-place': z.string().optional(),
  'event-title': z.string().optional(),
  interviewer: z.array(name).optional(),
  journalAbbreviation: z.string().optional(),
  keyword: z.string().optional(),
  license: z.string().optional(),
  medium: z.string().optional(),
  'number-of-pages': z.string().optional(),
  'number-of-volumes': z.string().optional(),
  'original-date': date.optional(),
  'original-publisher': z.string().optional(),
  'original-publisher-place': z.string().optional(),
  'original-title': z.string().optional(),
  PMCID: z.string().optional(),
  PMID: z.string().optional(),
  recipient: z.array(name).optional(),
  references: z.string().optional(),
  'reviewed-author': z.array(name).optional(),
  'reviewed-title': z.string().optional(),
  scale: z.string().optional(),
  section: z.string().optional(),
  source: z.string().optional(),
  status: z.string().optional(),
  version: z.string().optional(),
};

/**
 * One record of `works.json`: CSL-JSON as of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html),
 * so far as papers need it. What is ours stands under `custom`.
 */
const record = z.strictObject({
  /** `<family or institution in ASCII>-<year or nd>`, with a, b on all of a clash; never changes once published. */
  id: z.string(),
  type: z.enum([
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'book',
    'chapter',
    'document',
    'entry-dictionary',
    'entry-encyclopedia',
    'interview',
    'legal_case',
    'legislation',
    'manuscript',
    'map',
    'pamphlet',
    'paper-conference',
    'personal_communication',
    'post-weblog',
    'report',
    'speech',
    'thesis',
    'treaty',
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
  /** The archive that holds it, where that is, and under which collection and shelf mark. */
  archive: z.string().optional(),
  'archive-place': z.string().optional(),
  archive_collection: z.string().optional(),
  archive_location: z.string().optional(),
  ...handedOn,
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

export const workSchema = record.refine(({ id }) => typeof id !== 'string' || ID.test(id), {
  path: ['id'],
  // Said beside whatever else is wrong with a record.
  when: () => true,
  error: ({ input }) => {
    const proposed = proposedId(input);
    return `Unexpected work id, expected one like sullivan-2017${proposed === undefined ? '' : `, here ${proposed}`}`;
  },
});
export type Work = z.output<typeof workSchema>;

/** The id that a record of whatever form would have by its first name, or else its title; none where that is in no Latin script. */
function proposedId(input: unknown): string | undefined {
  const { data: found } = cited.safeParse(input);
  const [first] = found?.author ?? found?.editor ?? [];
  const named = first?.family ?? first?.literal ?? found?.title ?? '';
  const ascii = named
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđð]/giu, (letter) => plainLetters[letter.toLowerCase()] ?? letter)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!/[a-z]/.test(ascii)) return undefined;
  const year = String(found?.issued?.['date-parts']?.[0]?.[0] ?? '');
  return `${ascii}-${/^\d{4}$/.test(year) ? year : 'nd'}`;
}

const plainLetters: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd' };

/** What an id is made of, as far as a record has it. */
const looseNames = z
  .array(z.looseObject({ family: z.string().optional(), literal: z.string().optional() }))
  .optional();
const cited = z.looseObject({
  title: z.string().optional(),
  author: looseNames.catch(undefined),
  editor: looseNames.catch(undefined),
  issued: z
    .looseObject({ 'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional() })
    .optional()
    .catch(undefined),
});
