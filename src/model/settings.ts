import { z } from 'zod';
import { daySchema, isDate } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { siteSchema } from './site.ts';
import { languageSchema, slugSchema } from './slug.ts';

/** Names already taken beside the chapters and beside the editions in every site. */
const beside = {
  chapters: [
    'cases',
    'terms',
    'actors',
    'works',
    'exhibits',
    'search',
    'status',
    'data',
    'timeline',
    'argument',
    'checks',
    'about',
  ],
  editions: [
    'p',
    'note',
    'case',
    'term',
    'actor',
    'work',
    'check',
    'parallel',
    'v',
    'assets',
    'pagefind',
    'search',
    'offline',
    'pictures',
    '404',
  ],
};
const unreserved = (reserved: string[]) =>
  slugSchema
    .refine(
      (id) => !reserved.includes(id),
      `Unexpected id, expected none of ${reserved.join(', ')}, which have pages of their own`,
    )
    .meta({ not: { enum: reserved } });
const distinct = (list: { id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;
const DISTINCT = 'Unexpected second entry with the same id, expected unique ids';

const year = z
  .int()
  .refine((number) => isDate([number]), 'Unexpected year, expected one from 1 to 9999')
  .meta({ minimum: 1, maximum: 9999 });
const MOST_PAGES = 99_999;
const page = z
  .int()
  .refine(
    (number) => number >= 1 && number <= MOST_PAGES,
    `Unexpected page, expected one from 1 to ${MOST_PAGES}`,
  )
  .meta({ minimum: 1, maximum: MOST_PAGES });
const name = z.strictObject({
  family: z.string().describe('The family name.'),
  given: z.string().describe('The given name.'),
});

const editionSchema = z.strictObject({
  id: unreserved(beside.editions).describe(
    'Names the edition in addresses, folders and localised fields: zh.',
  ),
  lang: languageSchema.describe('BCP 47 tag of its language: zh-Hans.'),
  role: z
    .enum(['original', 'paraphrase', 'translation'])
    .describe(
      "Whose words it is: `original`, the authors' own; `paraphrase`, the editors' restatement of the paper, in whatever language; `translation`, a translator's of the authors' text, with `of` and `translator`.",
    ),
  of: z.string().optional().describe('Of a translation: the id of the original edition that it translates.'),
  translator: z
    .union([z.string().min(1), localisedSchema])
    .optional()
    .describe(
      'Of a translation: who made it, as one name, or as each edition writes it: { en: Jane Doe, fr: Jane Doe }.',
    ),
  headings: z
    .literal('paper')
    .optional()
    .describe(
      'Whose its headings are, where the text is not the authors’ own: paper, as the paper prints them.',
    ),
  name: z.string().describe('What readers see in the language switch: Français.'),
});
export type Edition = z.output<typeof editionSchema> & {
  /**
   * Whether the edition is private, for readers who have the paper: never released, registered, exported or
   * fingerprinted.
   */
  private?: true;
};

/** `chapters/<edition>/edition.yaml`: a private edition, which is therefore not in `dossier.yaml`. */
export const privateEditionSchema = editionSchema.omit({ id: true });

const paperSchema = z.strictObject({
  title: localisedSchema.describe('The title as printed, and translated.'),
  titleTranslator: localisedSchema
    .optional()
    .describe('Who translated the title, for each edition whose title is a translation.'),
  romanised: z
    .strictObject({
      title: z.string().min(1).describe('The title.'),
      journal: z.string().min(1).optional().describe('The journal.'),
      translation: localisedSchema
        .optional()
        .describe(
          'The title in the language of an edition, by edition, with the capitals of a sentence: what stands in brackets behind the romanised title.',
        ),
    })
    .optional()
    .describe(
      'Title and journal in Latin script, for a paper in another: Hanyu Pinyin for Chinese, words divided and unaccented.',
    ),
  authors: z
    .array(
      z
        .record(z.string(), name)
        .refine((names) => Object.keys(names).length > 0, 'Missing name, expected one')
        .meta({ minProperties: 1 }),
    )
    .default([])
    .describe("Each author in each edition's writing, in the order of the paper."),
  journal: localisedSchema.optional().describe('The journal, as each edition names it.'),
  year: year.optional().describe('The year in which it appeared.'),
  volume: z.string().optional().describe('The volume, in quotes.'),
  issue: z.string().optional().describe('The issue, in quotes.'),
  pages: z
    .tuple([page, page])
    .refine(([first, last]) => first <= last, 'Unexpected order of pages, expected the first one first')
    .optional()
    .describe('First and last printed page, where they are known.'),
  DOI: z.string().optional().describe('Its DOI without an address: 10.1000/182.'),
  extent: z
    .strictObject({
      paragraphs: z.int().min(1).describe('Its paragraphs, without headings and abstract.'),
      notes: z.int().min(0).describe('Its notes.'),
    })
    .optional()
    .describe(
      'How many paragraphs and notes the paper has, counted by hand: what a whole edition amounts to.',
    ),
  language: languageSchema.describe('BCP 47 tag of the language the paper was printed in.'),
  keywords: z.record(z.string(), z.array(z.string())).optional().describe('Its keywords, by edition.'),
});

const ownSchema = z.strictObject({
  title: localisedSchema.describe("The dossier's own title."),
  name: localisedSchema
    .optional()
    .describe(
      'What the dossier is called in a word or two, beside its sign at the head of every page: The Well Dossier. Without it, its title stands there.',
    ),
  editors: localisedSchema.describe("Who made the dossier, as a literal name; never the paper's authors."),
  description: localisedSchema.describe(
    'What the dossier is, in one or two sentences, for its front page and for search engines.',
  ),
  method: localisedSchema
    .optional()
    .describe(
      'How the editors worked, in a few sentences for the page about the dossier: from what copy of the paper.',
    ),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'Unexpected version, expected one like 1.0.0')
    .describe('The version of this dossier, of three numbers: 1.0.0. A release carries it.'),
  issued: daySchema.describe('The day this version was issued.'),
  licence: z
    .strictObject({
      name: z.string().describe('Its name: CC BY 4.0.'),
      url: z.url({ protocol: /^https?$/ }).describe('The address of its text.'),
      covers: localisedSchema.describe('What it covers, as readers are told.'),
    })
    .optional()
    .describe(
      'Licence of our wording: its name, its address and what it covers. Without it, all rights are reserved.',
    ),
  corrections: z
    .url({ protocol: /^(?:https?|mailto)$/ })
    .optional()
    .describe(
      'Where errors are reported: mailto:someone@example.org, or the address at which a repository takes a new issue, https://github.com/owner/name/issues/new. Without it, readers copy a report.',
    ),
  site: siteSchema
    .optional()
    .describe(
      "The dossier's full public address, path included. Without it no reference to the dossier is printed.",
    ),
});

const chapterSchema = z.strictObject({
  id: unreserved(beside.chapters).describe('File and address name: 2-actions.'),
  section: z
    .int()
    .min(0)
    .describe("The number of the paper's section, which begins its segment ids; 0 is the introduction."),
  title: localisedSchema.describe('The heading of the chapter, by edition.'),
});
export type ChapterHead = z.output<typeof chapterSchema>;

const caseKindSchema = z.strictObject({
  id: slugSchema.describe('What cases write as their kind.'),
  name: localisedSchema.describe('What readers see.'),
});

export type CaseKind = z.output<typeof caseKindSchema>;

/** `dossier.yaml` */
export const settingsSchema = z.strictObject({
  paper: paperSchema.describe('The paper that the dossier is of.'),
  dossier: ownSchema.describe('The dossier itself.'),
  editions: z
    .array(editionSchema)
    .min(1)
    .refine(distinct, DISTINCT)
    .describe('The editions in their order; the first is the one that the others are compared with.'),
  chapters: z
    .array(chapterSchema)
    .min(1)
    .refine(distinct, DISTINCT)
    .describe('The chapters in the order of the paper.'),
  caseKinds: z
    .array(caseKindSchema)
    .refine(distinct, DISTINCT)
    .default([])
    .describe('The kinds of case that this paper distinguishes.'),
  voice: z
    .unknown()
    .optional()
    .describe('Retired after 1.0.0, where it held word lists for a rule that is gone: delete it.'),
});
export type Settings = Omit<z.output<typeof settingsSchema>, 'editions'> & { editions: Edition[] };

/** The editions that may be public. */
export const publicEditions = ({ editions }: Settings): Edition[] => editions.filter((one) => !one.private);
