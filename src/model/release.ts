import { z } from 'zod';
import { daySchema } from './calendar.ts';
import { NO_VERSION, VERSION } from './settings.ts';

/**
 * A release keeps the text of an edition as it was: `releases/<version>/<edition>.json`. The format is plain, so that
 * it can be shown for as long as there are JSON parsers: the text of each segment and note, and the HTML rendered
 * from it, which pages of later versions show unchanged. Links in that HTML are relative to a page four folders below
 * the dossier’s root, as all pages of a release are; it contains no classes or scripts.
 */

const checkSchema = z.strictObject({
  id: z.string(),
  unit: z.int(),
  claim: z.string(),
  /** A reference to the work, or the name of the source. */
  source: z.string(),
  locator: z.string().optional(),
  /** The verdict, in words. */
  verdict: z.string(),
  finding: z.string(),
  /** A quotation from the source, with its location. */
  words: z.strictObject({ lang: z.string(), text: z.string(), at: z.string().optional() }).optional(),
  /** Where editors looked for the passage, if they could not read it. */
  sought: z.string().optional(),
  /** The copy that was read, an archived copy, and the date. */
  opened: z.string().optional(),
  archive: z.string().optional(),
  date: z.string(),
});
export type FrozenCheck = z.output<typeof checkSchema>;

const segmentSchema = z.strictObject({
  id: z.string(),
  /** First and last printed page, if known. */
  pages: z.tuple([z.int(), z.int()]).optional(),
  /**
   * The text, cut where units begin. Joined as they are, the parts give the whole text, including spaces and line
   * breaks.
   */
  units: z.array(z.string()),
  /** Numbers of the notes marked in the segment, in order. */
  notes: z.array(z.int()),
  /** Contains the ids of units (`p2.4.2-3`) and note marks (`note-41-mark`), and links to notes as `#note-41`. */
  html: z.string(),
  /** The editors’ notes on faults in the paper. */
  remarks: z.array(z.strictObject({ printed: z.string(), text: z.string() })).optional(),
  /** The source checks of the segment. */
  checks: z.array(checkSchema).optional(),
});
export type FrozenSegment = z.output<typeof segmentSchema>;

const noteSchema = z.strictObject({
  number: z.int(),
  /** The text; a citation appears as the ids of its works. */
  text: z.string(),
  html: z.string(),
});

const chapterSchema = z.strictObject({
  id: z.string(),
  section: z.int(),
  title: z.string(),
  segments: z.array(segmentSchema),
  notes: z.array(noteSchema),
});
export type FrozenChapter = z.output<typeof chapterSchema>;

/** The fields at the head of a release file, in every format. */
export const frozenHead = {
  version: z.string(),
  /** The date of issue. */
  issued: z.string(),
  edition: z.strictObject({
    id: z.string(),
    lang: z.string(),
    role: z.string(),
    /** Translations only: the original edition, and the translator. */
    of: z.string().optional(),
    translator: z.string().optional(),
    name: z.string(),
  }),
  /** The dossier’s title. */
  title: z.string(),
  /** The dossier’s editors. The label says whose words the text is. */
  editors: z.string(),
  /** Whose wording this is, with the reference to the paper. */
  label: z.string(),
  licence: z.strictObject({ name: z.string(), url: z.string(), covers: z.string() }).optional(),
  /** What each case, term, actor and work was when released, in plain words: the meaning of its address. */
  entries: z.array(
    z.strictObject({
      kind: z.enum(['case', 'term', 'actor', 'work']),
      id: z.string(),
      name: z.string(),
      text: z.string(),
    }),
  ),
};

/** `releases/<version>/<edition>.json` */
export const frozenEditionSchema = z.strictObject({
  format: z.literal('dossier-release-2'),
  ...frozenHead,
  chapters: z.array(chapterSchema),
});
export type FrozenEdition = z.output<typeof frozenEditionSchema>;

/** One line of `releases.json`, the list of releases in order. */
export const releaseRecordSchema = z.strictObject({
  version: z.string().regex(VERSION, NO_VERSION),
  issued: daySchema,
  /** By edition: the SHA-256 of its text; in format 1, of the file’s content. */
  editions: z.record(z.string(), z.string()),
  /** The number of registered addresses, and the SHA-256 of what they were assigned to. */
  permalinks: z.strictObject({ count: z.int().min(0), digest: z.string() }),
});
export type ReleaseRecord = z.output<typeof releaseRecordSchema>;

/** Negative if release a is older than b. */
export const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

export const latestRelease = (list: ReleaseRecord[]): ReleaseRecord | undefined =>
  [...list].sort((a, b) => compareVersions(a.version, b.version)).at(-1);
