import { z } from 'zod';
import { isDate, isSpan, reasonAgainstDate, reasonAgainstSpan } from './calendar.ts';
import { localisedSchema, type Localised } from './localised.ts';
import { languageSchema } from './slug.ts';

// citeproc uses names as keys of plain objects, and crashes on one that every object inherits.
const givenName = z
  .string()
  .refine(
    (given) => !((given.trim().split(/\s/)[0] ?? '') in Object.prototype),
    'Unexpected given name, expected one that is not reserved in JavaScript',
  );

export const nameSchema = z.union([
  z.strictObject({
    family: z.string().describe('Family name.'),
    given: givenName.optional().describe('Given name or initials.'),
    'dropping-particle': z
      .string()
      .optional()
      .describe('Particle that is dropped when the family name is used alone: the “de” of de la Fontaine.'),
    'non-dropping-particle': z
      .string()
      .optional()
      .describe('Particle that stays with the family name: the “van” of van Gogh.'),
    suffix: z.string().optional().describe('Suffix of the name: Jr.'),
  }),
  z.strictObject({
    literal: z.string().describe('A name that is not divided into parts, such as an institution’s.'),
  }),
]);
export type Name = z.output<typeof nameSchema>;

/** Year, month, day; Zotero writes them as strings. */
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
    })
    .describe('Year, month and day as numbers: [[2017, 5, 3]]. A second date makes a period.'),
});
const written = (parts: unknown): string => (Array.isArray(parts) ? parts.join('-') : String(parts));
export type CslDate = z.output<typeof date>;

const sicSchema = z.union([
  // The form used by dossiers of 1.0.0: only what is printed.
  z
    .string()
    .min(1)
    .transform((printed): { printed?: string; remark?: Localised } => ({ printed })),
  z
    .strictObject({
      printed: z.string().min(1).optional().describe('What the paper prints, exactly.'),
      remark: localisedSchema
        .optional()
        .describe('The editors’ remark, by edition: that something is missing, or why it is wrong.'),
    })
    .refine(
      ({ printed, remark }) => printed !== undefined || remark !== undefined,
      'Missing printed or remark, expected at least one of them',
    ),
]);

const ID = /^[a-z0-9-]+-(?:\d{4}|nd)[a-z]?$/;

/** CSL fields that reference managers export and that we do not print; kept so that exports include them. */
const passThroughFields = {
  abstract: z.string().optional().describe('Abstract.'),
  annote: z.string().optional().describe('A reader’s annotation.'),
  authority: z.string().optional().describe('Court or body that issued it.'),
  'call-number': z.string().optional().describe('Shelf mark in a library.'),
  'chapter-number': z.string().optional().describe('Number of the chapter.'),
  'citation-key': z.string().optional().describe('Key in another program.'),
  'collection-editor': z.array(nameSchema).optional().describe('Editors of the series.'),
  'collection-number': z.string().optional().describe('Number in the series.'),
  'container-author': z.array(nameSchema).optional().describe('Authors of the work that contains it.'),
  'container-title-short': z.string().optional().describe('Short title of the work that contains it.'),
  contributor: z.array(nameSchema).optional().describe('Others who took part.'),
  dimensions: z.string().optional().describe('Size or length.'),
  event: z.string().optional().describe('The event, as older programs store it.'),
  'event-place': z.string().optional().describe('Where the event took place.'),
  'event-title': z.string().optional().describe('The event at which it was presented.'),
  interviewer: z.array(nameSchema).optional().describe('Interviewers.'),
  journalAbbreviation: z.string().optional().describe('Abbreviated title of the journal.'),
  keyword: z.string().optional().describe('Keywords.'),
  license: z.string().optional().describe('Licence of the work.'),
  medium: z.string().optional().describe('The medium, such as a CD.'),
  'number-of-pages': z.string().optional().describe('How many pages it has.'),
  'number-of-volumes': z.string().optional().describe('How many volumes it has.'),
  'original-date': date.optional().describe('When it first appeared.'),
  'original-publisher': z.string().optional().describe('Who first published it.'),
  'original-publisher-place': z.string().optional().describe('Where it was first published.'),
  'original-title': z.string().optional().describe('Title of the original.'),
  PMCID: z.string().optional().describe('Number in PubMed Central.'),
  PMID: z.string().optional().describe('Number in PubMed.'),
  recipient: z.array(nameSchema).optional().describe('Recipients of a letter.'),
  references: z.string().optional().describe('References.'),
  'reviewed-author': z.array(nameSchema).optional().describe('Authors of the reviewed work.'),
  'reviewed-title': z.string().optional().describe('Title of the reviewed work.'),
  scale: z.string().optional().describe('Scale of a map.'),
  section: z.string().optional().describe('Section of a newspaper or a code.'),
  source: z.string().optional().describe('Where the record came from.'),
  status: z.string().optional().describe('Publication status: forthcoming.'),
  version: z.string().optional().describe('Version.'),
};

/**
 * One record of `works.json`: CSL-JSON as of CSL 1.0.2
 * (https://docs.citationstyles.org/en/stable/specification.html), as far as papers need it. Our own fields are under
 * `custom`.
 */
const record = z.strictObject({
  id: z
    .string()
    .meta({ pattern: ID.source })
    .describe(
      '<family name or institution in ASCII>-<year or nd>. If several works would have the same id, add a, b … to each. Never change a published id.',
    ),
  type: z
    .enum([
      'article-journal',
      'article-magazine',
      'article-newspaper',
      'book',
      'broadcast',
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
    ])
    .describe('The kind of work.'),
  language: languageSchema.describe(
    'BCP 47 tag of the work’s own language, which determines the form of its reference.',
  ),
  title: z.string().min(1).describe('The title, as the work prints it.'),
  'title-short': z.string().optional().describe('The short title.'),
  author: z.array(nameSchema).optional().describe('The authors.'),
  editor: z.array(nameSchema).optional().describe('The editors.'),
  translator: z.array(nameSchema).optional().describe('The translators.'),
  'container-title': z
    .string()
    .optional()
    .describe('The journal, newspaper, website or book that it is part of.'),
  'collection-title': z.string().optional().describe('The series.'),
  publisher: z.string().optional().describe('The publisher.'),
  'publisher-place': z.string().optional().describe('Where it was published.'),
  genre: z.string().optional().describe('The kind of document, in words: Working Paper.'),
  edition: z.string().optional().describe('The edition: 2 or “revised”.'),
  volume: z.string().optional().describe('The volume.'),
  issue: z.string().optional().describe('The issue.'),
  number: z.string().optional().describe('The number of a report or law.'),
  page: z.string().optional().describe('First and last page: 3-14.'),
  issued: date.optional().describe('When it appeared.'),
  accessed: date.optional().describe('When the address was opened.'),
  URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address.'),
  DOI: z.string().optional().describe('The DOI, not as a URL: 10.1000/182.'),
  ISBN: z.string().optional().describe('The ISBN.'),
  ISSN: z.string().optional().describe('The ISSN.'),
  note: z.string().optional().describe('A remark that no reference prints.'),
  archive: z
    .string()
    .optional()
    .describe(
      'The archive that holds the work; also its place, collection and shelf mark, if they are not in fields of their own.',
    ),
  'archive-place': z.string().optional().describe('Where the archive is.'),
  archive_collection: z.string().optional().describe('The collection in the archive.'),
  archive_location: z.string().optional().describe('The shelf mark in the archive.'),
  ...passThroughFields,
  custom: z
    .strictObject({
      sic: z
        .record(z.string(), sicSchema)
        .optional()
        .describe(
          'What the paper prints differently from the record, by field: { "author": { "printed": "Meg Doe" } }, { "issued": { "remark": { "en": "The paper prints no year." } } }.',
        ),
      authorsAbridged: z
        .boolean()
        .optional()
        .describe(
          '`true` if the printed list of authors ends in “et al.” or similar and the other authors are unknown.',
        ),
      romanised: z
        .strictObject({
          author: z.array(nameSchema).optional().describe('The authors.'),
          title: z
            .string()
            .min(1)
            .optional()
            .describe('The title, as the work prints it; none for a description.'),
          'container-title': z
            .string()
            .optional()
            .describe('The journal, newspaper, website or book that it is part of.'),
          publisher: z.string().optional().describe('The publisher.'),
        })
        .optional()
        .describe(
          'Names and titles in Latin script, for a work in another script. For Chinese: Hanyu Pinyin, divided into words, without tone marks.',
        ),
      translatedTitle: localisedSchema
        .optional()
        .describe('The editors’ translation of the title, by edition; shown in brackets.'),
      translatedContainer: localisedSchema
        .optional()
        .describe(
          'The English or translated name of the journal, newspaper, website or book that it is part of, by edition; shown in brackets after the romanised one.',
        ),
      sentenceTitle: z
        .string()
        .min(1)
        .optional()
        .describe(
          'The title in sentence case, for APA, if it contains names other than those of states and continents: Statement by President von der Leyen.',
        ),
      printed: z.string().optional().describe('The entry in the paper’s own list of works, as printed.'),
    })
    .optional()
    .describe('The dossier’s own fields; other programs leave them alone.'),
});

export const workSchema = record.refine(({ id }) => typeof id !== 'string' || ID.test(id), {
  path: ['id'],
  // Reported even if other fields of the record are wrong.
  when: () => true,
  error: ({ input }) => {
    const proposed = proposedId(input);
    return `Unexpected work id, expected one like sullivan-2017${proposed === undefined ? '' : `, here ${proposed}`}`;
  },
});
export type Work = z.output<typeof workSchema>;

/** A source that the editors name, but which is not on the list of works: the fields that a reference needs. */
export const sourceRecordSchema = record.pick({
  type: true,
  language: true,
  title: true,
  author: true,
  'container-title': true,
  publisher: true,
  'publisher-place': true,
  number: true,
  issued: true,
  accessed: true,
  URL: true,
  custom: true,
});

/** The id for a record, made from its first name or else its title; undefined if that is not in Latin script. */
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

/** The fields that an id is made from, read leniently. */
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
