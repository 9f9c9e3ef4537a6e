import { z } from 'zod';

/**
 * A release keeps the text of an edition as it stood: `releases/<version>/<edition>.json`. The format is plain, so that
 * it can be shown for as long as there are readers of JSON: a text is a string, and what else is to be shown of it stands
 * beside it as marks, each from `start` to before `end` in UTF-16 code units. A reader who passes over marks or blocks
 * that it does not know still has every word.
 */

const extent = { start: z.int().min(0), end: z.int().min(0) };

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('emphasis'), ...extent }),
  z.strictObject({ type: z.literal('strong'), ...extent }),
  z.strictObject({ type: z.literal('deleted'), ...extent }),
  z.strictObject({ type: z.literal('code'), ...extent }),
  z.strictObject({ type: z.literal('superscript'), ...extent }),
  z.strictObject({ type: z.literal('subscript'), ...extent }),
  /** The text is TeX. */
  z.strictObject({ type: z.literal('formula'), ...extent }),
  /** To an address of the web, or to one of the dossier's things: `case:dry-summer`, `seg:1.2.3`. */
  z.strictObject({ type: z.literal('link'), ...extent, to: z.string() }),
  /** References as they were printed, and the ids of the works in their order. */
  z.strictObject({ type: z.literal('citation'), ...extent, works: z.array(z.string()) }),
  /** One reference, in the work's own language. */
  z.strictObject({ type: z.literal('reference'), ...extent, lang: z.string() }),
  /** Where a note is marked; without extent. */
  z.strictObject({ type: z.literal('note'), ...extent, number: z.int() }),
  /** Where a printed page begins; without extent. */
  z.strictObject({ type: z.literal('page'), ...extent, page: z.int() }),
]);
/** Marks come in the order of their beginnings, the outer one first; of two none reaches over the other's end. */
export type FrozenMark = z.output<typeof markSchema>;

export const frozenTextSchema = z.strictObject({ text: z.string(), marks: z.array(markSchema).optional() });
export type FrozenText = z.output<typeof frozenTextSchema>;

const blockSchema = z.discriminatedUnion('type', [
  /** Its units in their order; together their texts are the paragraph, with the spaces between them. */
  z.strictObject({ type: z.literal('paragraph'), units: z.array(frozenTextSchema) }),
  z.strictObject({ type: z.literal('heading'), content: frozenTextSchema }),
  z.strictObject({
    type: z.literal('list'),
    /** The first number, where the list is numbered. */
    from: z.int().optional(),
    get items() {
      return z.array(z.array(blockSchema));
    },
  }),
  z.strictObject({
    type: z.literal('quotation'),
    get blocks() {
      return z.array(blockSchema);
    },
  }),
  /** The first row is the table's head. */
  z.strictObject({ type: z.literal('table'), rows: z.array(z.array(frozenTextSchema)) }),
  z.strictObject({ type: z.literal('formula'), tex: z.string() }),
  /** A figure as its boxes with what is said in each, then its arrows; a table as its rows, the first one its head. */
  z.strictObject({
    type: z.literal('exhibit'),
    title: z.string(),
    rows: z.array(z.array(z.string())),
    source: z.string().optional(),
    remark: z.string().optional(),
  }),
]);
export type FrozenBlock = z.output<typeof blockSchema>;

const segmentSchema = z.strictObject({
  id: z.string(),
  /** First and last printed page. */
  pages: z.tuple([z.int(), z.int()]),
  blocks: z.array(blockSchema),
  /** The editors' notes on faults of the paper. */
  remarks: z.array(z.strictObject({ printed: z.string(), text: z.string() })).optional(),
});
export type FrozenSegment = z.output<typeof segmentSchema>;

const chapterSchema = z.strictObject({
  id: z.string(),
  section: z.int(),
  title: z.string(),
  segments: z.array(segmentSchema),
  notes: z.array(z.strictObject({ number: z.int(), blocks: z.array(blockSchema) })),
});
export type FrozenChapter = z.output<typeof chapterSchema>;

/** `releases/<version>/<edition>.json` */
export const frozenEditionSchema = z.strictObject({
  format: z.literal('dossier-release-1'),
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
  chapters: z.array(chapterSchema),
  /** What each case, term, actor and work was, in plain words: what its address means. */
  entries: z.array(
    z.strictObject({
      kind: z.enum(['case', 'term', 'actor', 'work']),
      id: z.string(),
      name: z.string(),
      text: z.string(),
    }),
  ),
});
export type FrozenEdition = z.output<typeof frozenEditionSchema>;

/** One line of `releases.json`, the list of releases in their order. */
export const releaseRecordSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Unexpected version, expected one like 1.0.0'),
  issued: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Unexpected date, expected YYYY-MM-DD'),
  /** By edition: the SHA-256 of its file. */
  editions: z.record(z.string(), z.string()),
  /** How many addresses were registered, and the SHA-256 of what they were given to. */
  permalinks: z.strictObject({ count: z.int().min(0), digest: z.string() }),
});
export type ReleaseRecord = z.output<typeof releaseRecordSchema>;

/** Negative where release a came before b. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
