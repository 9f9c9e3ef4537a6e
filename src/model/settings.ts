import { z } from 'zod';
import { localisedSchema } from './localised.ts';

const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Unexpected slug, expected lower-case letters, digits and single hyphens',
  );
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Unexpected date, expected YYYY-MM-DD');
const name = z.strictObject({ family: z.string(), given: z.string() });

export const editionSchema = z.strictObject({
  /** Names the edition in addresses, folders and localised fields: zh. */
  id: slug,
  /** BCP 47 tag of its language: zh-Hans. */
  lang: z.string(),
  /** What its text is: the paper itself, our restatement of it, or a translation of that restatement. */
  role: z.enum(['original', 'paraphrase', 'translation']),
  /** What readers see in the language switch: Français. */
  name: z.string(),
});
export type Edition = z.output<typeof editionSchema>;

const paperSchema = z.strictObject({
  /** The title as printed, and translated. */
  title: localisedSchema,
  /** Who translated the title, for each edition whose title is a translation. */
  titleTranslator: localisedSchema.optional(),
  /** Each author in each edition's writing, in the order of the paper. */
  authors: z.array(z.record(z.string(), name)).min(1),
  journal: localisedSchema,
  year: z.int(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  /** First and last printed page. */
  pages: z.tuple([z.int(), z.int()]),
  DOI: z.string().optional(),
  /** BCP 47 tag of the language the paper was printed in. */
  language: z.string(),
  keywords: z.record(z.string(), z.array(z.string())).optional(),
});
export type Paper = z.output<typeof paperSchema>;

const ownSchema = z.strictObject({
  /** The dossier's own title. */
  title: localisedSchema,
  /** Who made the dossier, as a literal name; never the paper's authors. */
  editors: localisedSchema,
  /** What the dossier is, in one or two sentences, for its front page and for search engines. */
  description: localisedSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Unexpected version, expected one like 1.0.0'),
  /** The day this version was issued. */
  issued: date,
  /** Licence of our wording: its name, its address and what it covers. */
  licence: z.strictObject({ name: z.string(), url: z.url(), covers: localisedSchema }),
  /** The dossier's full public address, path included. Without it no reference to the dossier is printed. */
  site: z.url({ protocol: /^https?$/ }).optional(),
});

const chapterSchema = z.strictObject({
  /** File and address name: 2-actions. */
  id: slug,
  /** The number of the paper's section, which begins its segment ids; 0 is the introduction. */
  section: z.int().min(0),
  title: localisedSchema,
});
export type ChapterHead = z.output<typeof chapterSchema>;

const caseKindSchema = z.strictObject({
  /** What cases write as their kind. */
  id: slug,
  name: localisedSchema,
});

/** `dossier.yaml` */
export const settingsSchema = z.strictObject({
  paper: paperSchema,
  dossier: ownSchema,
  editions: z.array(editionSchema).min(1),
  chapters: z.array(chapterSchema).min(1),
  /** The kinds of case that this paper distinguishes. */
  caseKinds: z.array(caseKindSchema).default([]),
});
export type Settings = z.output<typeof settingsSchema>;
