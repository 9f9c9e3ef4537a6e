import { z } from 'zod';

/**
 * A release keeps the text of an edition as it stood: `releases/<version>/<edition>.json`. The format is plain, so that it
 * can be shown for as long as there are readers of JSON: of each segment and note its text, and the HTML that was made of
 * it, which pages of later versions show as it is. Links in that HTML are relative to a page four folders below the
 * dossier’s root, as all pages of a release are; classes and scripts are none of it.
 */

const checkSchema = z.strictObject({
  id: z.string(),
  unit: z.int(),
  claim: z.string(),
  /** A reference to the work, or the name of the source. */
  source: z.string(),
  locator: z.string().optional(),
  /** How the source stands to the claim, in words. */
  verdict: z.string(),
  finding: z.string(),
  /** The source's own words, and where they stand. */
  words: z.strictObject({ lang: z.string(), text: z.string(), at: z.string().optional() }).optional(),
  /** Where the passage was sought, if it was not read. */
  sought: z.string().optional(),
  /** The copy that was read, an archived one, and when. */
  opened: z.string().optional(),
  archive: z.string().optional(),
  date: z.string(),
});
export type FrozenCheck = z.output<typeof checkSchema>;

const segmentSchema = z.strictObject({
  id: z.string(),
  /** First and last printed page, where they were known. */
  pages: z.tuple([z.int(), z.int()]).optional(),
  /** Its text, cut where units begin: joined as they stand, they are the whole text, spaces and line breaks included. */
  units: z.array(z.string()),
  /** Numbers of the notes marked in it, in order. */
  notes: z.array(z.int()),
  /** Has the ids of units (`p2.4.2-3`) and note marks (`note-41-mark`), and leads to notes by `#note-41`. */
  html: z.string(),
  /** The editors' notes on faults of the paper. */
  remarks: z.array(z.strictObject({ printed: z.string(), text: z.string() })).optional(),
  /** What it rests on sources, compared with them. */
  checks: z.array(checkSchema).optional(),
});
export type FrozenSegment = z.output<typeof segmentSchema>;

const noteSchema = z.strictObject({
  number: z.int(),
  /** Its words; a citation counts as the ids of its works. */
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

/** What stands at the head of a release's file, in every format. */
export const frozenHead = {
  version: z.string(),
  /** The day on which it was issued. */
  issued: z.string(),
  edition: z.strictObject({
    id: z.string(),
    lang: z.string(),
    role: z.string(),
    /** Of a translation: the original edition, and who made it. */
    of: z.string().optional(),
    translator: z.string().optional(),
    name: z.string(),
  }),
  /** The dossier's title. */
  title: z.string(),
  /** Its editors; whose words the text is, the label says. */
  editors: z.string(),
  /** Whose wording this is, with the reference to the paper. */
  label: z.string(),
  licence: z.strictObject({ name: z.string(), url: z.string(), covers: z.string() }).optional(),
  /** What each case, term, actor and work was, in plain words: what its address means. */
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

/** One line of `releases.json`, the list of releases in their order. */
export const releaseRecordSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Unexpected version, expected one like 1.0.0'),
  issued: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Unexpected date, expected YYYY-MM-DD'),
  /** By edition: the SHA-256 of its text; of what the file says in format 1. */
  editions: z.record(z.string(), z.string()),
  /** How many addresses were registered, and the SHA-256 of what they were given to. */
  permalinks: z.strictObject({ count: z.int().min(0), digest: z.string() }),
});
export type ReleaseRecord = z.output<typeof releaseRecordSchema>;

/** Negative where release a came before b. */
export const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

export const latestRelease = (list: ReleaseRecord[]): ReleaseRecord | undefined =>
  [...list].sort((a, b) => compareVersions(a.version, b.version)).at(-1);
