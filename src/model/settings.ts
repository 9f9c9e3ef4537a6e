import { z } from 'zod';
import { daySchema, isDate } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { siteSchema } from './site.ts';
import { languageSchema, slugSchema } from './slug.ts';

/** Names already taken beside the chapters and beside the editions in every site. */
const reservedNames = {
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
const MAX_PAGES = 99_999;
const page = z
  .int()
  .refine(
    (number) => number >= 1 && number <= MAX_PAGES,
    `Unexpected page, expected one from 1 to ${MAX_PAGES}`,
  )
  .meta({ minimum: 1, maximum: MAX_PAGES });
const name = z.strictObject({
  family: z.string().describe('The family name.'),
  given: z.string().describe('The given name.'),
});

const editionSchema = z.strictObject({
  id: unreserved(reservedNames.editions).describe(
    'The id of the edition in addresses, folder names and texts by edition: zh.',
  ),
  lang: languageSchema.describe('BCP 47 tag of its language: zh-Hans.'),
  role: z
    .enum(['original', 'paraphrase', 'translation'])
    .describe(
      'Whose words it contains. `original`: the authors’ own. `paraphrase`: the editors’ restatement of the paper, in any language. `translation`: a translation of the authors’ text; give `of` and `translator` too.',
    ),
  of: z.string().optional().describe('For a translation: the id of the original edition that it translates.'),
  translator: z
    .union([z.string().min(1), localisedSchema])
    .optional()
    .describe(
      'For a translation: the translator, as one name or as each edition writes it: { en: Jane Doe, fr: Jane Doe }.',
    ),
  headings: z
    .literal('paper')
    .optional()
    .describe('`paper` if the headings are the paper’s own although the text is not.'),
  name: z.string().describe('The name of the edition in the language switch: Français.'),
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
  title: localisedSchema.describe('The title as printed, and its translations.'),
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
          'The translated title in sentence case, by edition. References print it in brackets after the romanised title.',
        ),
    })
    .optional()
    .describe(
      'Title and journal in Latin script, for a paper in another script. For Chinese: Hanyu Pinyin, divided into words, without tone marks.',
    ),
  authors: z
    .array(
      z
        .record(z.string(), name)
        .refine((names) => Object.keys(names).length > 0, 'Missing name, expected one')
        .meta({ minProperties: 1 }),
    )
    .default([])
    .describe('The authors in the order of the paper, each as every edition writes the name.'),
  journal: localisedSchema.optional().describe('The journal, as each edition names it.'),
  year: year.optional().describe('The year of publication.'),
  volume: z.string().optional().describe('The volume, in quotes.'),
  issue: z.string().optional().describe('The issue, in quotes.'),
  pages: z
    .tuple([page, page])
    .refine(([first, last]) => first <= last, 'Unexpected order of pages, expected the first one first')
    .optional()
    .describe('First and last printed page, if known.'),
  DOI: z.string().optional().describe('The DOI, not as a URL: 10.1000/182.'),
  extent: z
    .strictObject({
      paragraphs: z.int().min(1).describe('The number of paragraphs, without headings and abstract.'),
      notes: z.int().min(0).describe('The number of notes.'),
    })
    .optional()
    .describe(
      'How many paragraphs and notes the paper has, counted by hand. `check` compares every edition with it.',
    ),
  language: languageSchema.describe('BCP 47 tag of the language in which the paper was printed.'),
  keywords: z.record(z.string(), z.array(z.string())).optional().describe('The keywords, by edition.'),
});

/** The form of a version of a dossier, and what is said of another. */
export const VERSION = /^\d+\.\d+\.\d+$/;
export const NO_VERSION = 'Unexpected version, expected one like 1.0.0';

const ownSchema = z.strictObject({
  title: localisedSchema.describe('The dossier’s own title.'),
  romanised: localisedSchema
    .optional()
    .describe(
      'The title in Latin script, for each edition in another script; English references print it. For Chinese: Hanyu Pinyin, divided into words, without tone marks.',
    ),
  name: localisedSchema
    .optional()
    .describe(
      'A short name of the dossier, which every page shows beside its sign in the header: The Well Dossier. Without it, pages show the title.',
    ),
  editors: localisedSchema.describe(
    'Who made the dossier, exactly as references should name them. Never the paper’s authors.',
  ),
  description: localisedSchema.describe(
    'One or two sentences about the dossier, for its front page and for search engines.',
  ),
  method: localisedSchema
    .optional()
    .describe(
      'How the editors worked, and from which copy of the paper, in a few sentences for the page about the dossier.',
    ),
  version: z
    .string({ error: ({ input }) => (input === undefined ? undefined : NO_VERSION) })
    .regex(VERSION, NO_VERSION)
    .describe('The version of this dossier, three numbers: 1.0.0. A release has this version.'),
  issued: daySchema.describe('The day on which this version was issued.'),
  licence: z
    .strictObject({
      name: z.string().describe('The name of the licence: CC BY 4.0.'),
      url: z.url({ protocol: /^https?$/ }).describe('The address of the licence’s text.'),
      covers: localisedSchema.describe('What the licence covers, in words for readers.'),
    })
    .optional()
    .describe('The licence of the editors’ wording. Without it, all rights are reserved.'),
  corrections: z
    .url({ protocol: /^(?:https?|mailto)$/ })
    .optional()
    .describe(
      'Where readers report errors: mailto:someone@example.org, or a repository’s form for new issues, https://github.com/owner/name/issues/new. Without it, readers can only copy a report.',
    ),
  site: siteSchema
    .optional()
    .describe(
      'The full public address of the dossier, including the path. Without it, references to the dossier have no address.',
    ),
});

const chapterSchema = z.strictObject({
  id: unreserved(reservedNames.chapters).describe(
    'The chapter’s name in addresses, and its file name: 2-actions.',
  ),
  section: z
    .int()
    .min(0)
    .describe('The number of the paper’s section, with which its segment ids begin; 0 is the introduction.'),
  title: localisedSchema.describe('The heading of the chapter, by edition.'),
});
export type ChapterHead = z.output<typeof chapterSchema>;

const caseKindSchema = z.strictObject({
  id: slugSchema.describe('The id that cases give as their `kind`.'),
  name: localisedSchema.describe('The name that readers see.'),
});

export type CaseKind = z.output<typeof caseKindSchema>;

/** `dossier.yaml` */
export const settingsSchema = z.strictObject({
  paper: paperSchema.describe('The paper that the dossier is about.'),
  dossier: ownSchema.describe('The dossier itself.'),
  editions: z
    .array(editionSchema)
    .min(1)
    .refine(distinct, DISTINCT)
    .describe('The editions in their order. The others are compared with the first.'),
  chapters: z
    .array(chapterSchema)
    .min(1)
    .refine(distinct, DISTINCT)
    .describe('The chapters in the order of the paper.'),
  caseKinds: z
    .array(caseKindSchema)
    .refine(distinct, DISTINCT)
    .default([])
    .describe('The kinds of case that the paper distinguishes.'),
  voice: z
    .unknown()
    .optional()
    .describe('Retired after 1.0.0. It contained word lists for a rule that no longer exists: delete it.'),
});
export type Settings = Omit<z.output<typeof settingsSchema>, 'editions'> & { editions: Edition[] };

/** The editions that may be public. */
export const publicEditions = ({ editions }: Settings): Edition[] => editions.filter((one) => !one.private);
