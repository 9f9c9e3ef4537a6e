import { z } from 'zod';
import { localisedSchema } from './localised.ts';
import { segmentIdSchema } from './segment-id.ts';

const slugs = z.array(z.string()).default([]);

/** A year, a month or a day, or two of them as an interval: 2019, 2019-08, 2019/2020-10 (ISO 8601 / EDTF level 0). */
const period = z
  .string()
  .regex(
    /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/,
    'Unexpected date, expected YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash',
  );

/** `cases/<slug>/case.yaml`; its prose stands beside it, a file an edition. */
export const caseSchema = z.strictObject({
  title: localisedSchema,
  /** One of the kinds in dossier.yaml. */
  kind: z.string(),
  /** When it happened, or since when it stands. */
  dates: z.array(period).default([]),
  places: z.array(localisedSchema).default([]),
  /** Slugs in actors.yaml. */
  actors: slugs,
  /** Segments that carry the case without a link to it; the linked ones are found by themselves. */
  segments: z.array(segmentIdSchema).default([]),
  /** Slugs of other cases. */
  related: slugs,
});
export type Case = z.output<typeof caseSchema>;

/** `terms/<slug>.yaml` */
export const termSchema = z.strictObject({
  name: localisedSchema,
  /** Editions in whose language the paper itself gives the name. */
  nameInPaper: z.array(z.string()).default([]),
  definition: localisedSchema,
  /** Whose the definition is: the authors', a cited source's, or the dossier's editors'. */
  definedBy: z.enum(['authors', 'source', 'editors']),
  /** Where the paper defines it. */
  definedIn: segmentIdSchema.optional(),
  /** Other forms in which the name stands in running text, by edition: geopolitical. */
  forms: z.record(z.string(), z.array(z.string())).default({}),
  /** Other names under which it is looked for. */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  /** Slugs of other terms. */
  seeAlso: slugs,
});
export type Term = z.output<typeof termSchema>;

/** `actors.yaml`, by slug. */
export const actorSchema = z.strictObject({
  name: localisedSchema,
  /** Other forms of the name in running text, by edition: EU, European. */
  forms: z.record(z.string(), z.array(z.string())).default({}),
  kind: z.enum(['state', 'organisation', 'person', 'company', 'group']),
});
export type Actor = z.output<typeof actorSchema>;

/** One record of `quantities.yaml`: a number that the body names. */
export const quantitySchema = z.strictObject({
  /** The number as written in the text's digits, without grouping. */
  value: z.number(),
  /** What it is counted in: EUR, %, t, m3. */
  measure: z.string(),
  what: localisedSchema,
  when: period.optional(),
  segment: segmentIdSchema,
  /** Which unit of the segment names it, from 1. */
  unit: z.int().min(1),
  note: z.int().min(1).optional(),
  case: z.string().optional(),
});
export type Quantity = z.output<typeof quantitySchema>;

/** One record of `editor-notes.yaml`: a fault of the paper's body, shown and not mended. */
export const editorNoteSchema = z.strictObject({
  segment: segmentIdSchema,
  unit: z.int().min(1).optional(),
  /** What is printed. */
  printed: z.string(),
  /** What seems right and why. */
  text: localisedSchema,
});
export type EditorNote = z.output<typeof editorNoteSchema>;

const caption = {
  title: localisedSchema,
  /** What the paper prints beneath as its source. */
  source: localisedSchema.optional(),
  /** What the editors did with it: how the data were read, where they are uncertain. */
  remark: localisedSchema.optional(),
};

/** `exhibits/<id>.yaml` */
export const exhibitSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('diagram'),
      ...caption,
      /** Boxes, each on the row (from 1) where it is drawn. */
      nodes: z
        .array(
          z.strictObject({
            id: z.string(),
            row: z.int().min(1),
            label: localisedSchema,
            detail: localisedSchema.optional(),
          }),
        )
        .min(1),
      /** Arrows between boxes; `both` ways where they act on one another. */
      edges: z.array(z.strictObject({ from: z.string(), to: z.string(), both: z.boolean().default(false) })),
    }),
    z.strictObject({
      type: z.literal('table'),
      ...caption,
      columns: z.array(z.strictObject({ id: z.string(), label: localisedSchema })).min(1),
      rows: z.array(z.record(z.string(), localisedSchema)),
    }),
  ])
  .superRefine((exhibit, context) => {
    if (exhibit.type === 'diagram') {
      const ids = exhibit.nodes.map(({ id }) => id);
      exhibit.edges.forEach((edge, i) => {
        for (const end of ['from', 'to'] as const) {
          if (!ids.includes(edge[end]))
            context.addIssue({
              code: 'custom',
              path: ['edges', i, end],
              message: `Unexpected box “${edge[end]}”, expected one of ${ids.join(', ')}`,
            });
        }
      });
    } else {
      const ids = exhibit.columns.map(({ id }) => id);
      exhibit.rows.forEach((row, i) => {
        for (const column of Object.keys(row)) {
          if (!ids.includes(column))
            context.addIssue({
              code: 'custom',
              path: ['rows', i, column],
              message: `Unexpected column “${column}”, expected one of ${ids.join(', ')}`,
            });
        }
      });
    }
  });
export type Exhibit = z.output<typeof exhibitSchema>;
export type Diagram = Extract<Exhibit, { type: 'diagram' }>;
