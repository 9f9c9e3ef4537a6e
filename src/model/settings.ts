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
      "Whose words it is: `original`, the authors' own text; `paraphrase`, the editors' restatement of the paper, in any language; `translation`, a translation of the authors' text, with `of` and `translator`.",
    ),
  of: z.string().optional().describe('Translations only: the id of the original edition.'),
  translator: z
    .union([z.string().min(1), localisedSchema])
    .optional()
    .describe(
      'Translations only: the translator, as one name or as each edition writes it: { en: Jane Doe, fr: Jane Doe }.',
    ),
  headings: z
    .literal('paper')
    .optional()
    .describe('Set to paper if the headings are the paper’s own although the text is not the authors’.'),
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
          'The title in each edition’s language, in sentence case: shown in brackets after the romanised title.',
        ),
    })
    .optional()
    .describe(
      'Title and journal in Latin script, for a paper in another script: Hanyu Pinyin for Chinese, with words separated and without accents.',
    ),
  authors: z
    .array(
      z
        .record(z.string(), name)
        .refine((names) => Object.keys(names).length > 0, 'Missing name, expected one')
        .meta({ minProperties: 1 }),
    )
    .default([])
    .describe("Each author's name as each edition writes it, in the order of the paper."),
  journal: localisedSchema.optional().describe('The journal, as each edition names it.'),
  year: year.optional().describe('The year in which it appeared.'),
  volume: z.string().optional().describe('The volume, in quotes.'),
  issue: z.string().optional().describe('The issue, in quotes.'),
  pages: z
    .tuple([page, page])
    .refine(([first, last]) => first <= last, 'Unexpected order of pages, expected the first one first')
    .optional()
    .describe('First and last printed page, if known.'),
  DOI: z.string().optional().describe('Its DOI without an address: 10.1000/182.'),
  extent: z
    .strictObject({
      paragraphs: z.int().min(1).describe('Its paragraphs, without headings and abstract.'),
      notes: z.int().min(0).describe('Its notes.'),
    })
    .optional()
    .describe(
      'The number of paragraphs and notes in the paper, counted by hand: the size of a complete edition.',
    ),
  language: languageSchema.describe('BCP 47 tag of the printed paper’s language.'),
  keywords: z.record(z.string(), z.array(z.string())).optional().describe('Its keywords, by edition.'),
});

const ownSchema = z.strictObject({
  title: localisedSchema.describe("The dossier's own title."),
  name: localisedSchema
    .optional()
    .describe(
      'A short name for the dossier, beside its logo at the top of every page: The Well Dossier. Defaults to the title.',
    ),
  editors: localisedSchema.describe("Who made the dossier, as a literal name; never the paper's authors."),
  description: localisedSchema.describe(
    'What the dossier is, in one or two sentences, for its front page and for search engines.',
  ),
  method: localisedSchema
    .optional()
    .describe(
      'How the editors worked, in a few sentences for the page about the dossier: for example, from which copy of the paper.',
    ),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'Unexpected version, expected one like 1.0.0')
    .describe('The version of this dossier, as three numbers: 1.0.0. Releases are named after it.'),
  issued: daySchema.describe('The day this version was issued.'),
  licence: z
    .strictObject({
      name: z.string().describe('Its name: CC BY 4.0.'),
      url: z.url({ protocol: /^https?$/ }).describe('The address of its text.'),
      covers: localisedSchema.describe('What it covers, as shown to readers.'),
    })
    .optional()
    .describe(
      'The licence for the editors’ wording: its name, its address and what it covers. Without it, all rights are reserved.',
    ),
  corrections: z
    .url({ protocol: /^(?:https?|mailto)$/ })
    .optional()
    .describe(
      'Where readers report errors: mailto:someone@example.org, or a repository’s address for new issues, https://github.com/owner/name/issues/new. Without it, readers copy a report.',
    ),
  site: siteSchema
    .optional()
    .describe(
      "The dossier's full public address, including its path. Without it, no reference to the dossier is printed.",
    ),
});

const chapterSchema = z.strictObject({
  id: unreserved(beside.chapters).describe('Its name in files and addresses: 2-actions.'),
  section: z
    .int()
    .min(0)
    .describe("The number of the paper's section, with which its segment ids begin; 0 is the introduction."),
  title: localisedSchema.describe('The heading of the chapter, by edition.'),
});
export type ChapterHead = z.output<typeof chapterSchema>;

const caseKindSchema = z.strictObject({
  id: slugSchema.describe('The id that cases give as their kind.'),
  name: localisedSchema.describe('The name shown to readers.'),
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
    .describe('The editions in order; the others are compared with the first.'),
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
    .describe('Retired after 1.0.0, where it held word lists for a rule that is gone: delete it.'),
});
export type Settings = Omit<z.output<typeof settingsSchema>, 'editions'> & { editions: Edition[] };

/** The editions that may be public. */
export const publicEditions = ({ editions }: Settings): Edition[] => editions.filter((one) => !one.private);
