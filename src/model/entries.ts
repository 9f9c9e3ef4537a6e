import { z } from 'zod';
import { isDate, isSpan, reasonAgainstDate, reasonAgainstSpan, type DateParts } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { webAddressSchema } from './opened.ts';
import { passageSchema } from './passage.ts';
import { parseSegmentId } from './segment-id.ts';

const segmentIdSchema = z
  .string()
  .refine(
    (id) => parseSegmentId(id) !== undefined,
    'Unexpected segment id, expected one like 2.4.2, 2.4, abstract or table-1',
  );

const slugs = z.array(z.string()).default([]);

/** A year, a month or a day, a century, or two of them as an interval: 2019, 2019-08, 19XX, 2019/2020-10 (EDTF, ISO 8601-2). */
const period = z
  .string()
  .regex(/^\d{2}(?:XX|\d{2}(?:-\d{2}){0,2})(?:\/\d{4}(?:-\d{2}){0,2})?$/, {
    error:
      'Unexpected date, expected YYYY, YYYY-MM, YYYY-MM-DD, a century such as 19XX, or two dates with a slash',
    abort: true,
  })
  .superRefine((text, context) => {
    const dates = text.split('/');
    const reject = (message: string): void => context.addIssue({ code: 'custom', message });
    const impossible = dates.find((date) => !date.endsWith('XX') && !isDate(partsOf(date)));
    const [begin = '', end] = dates;
    if (impossible !== undefined) reject(reasonAgainstDate(impossible));
    else if (end !== undefined && !isSpan(partsOf(begin), partsOf(end)))
      reject(reasonAgainstSpan(begin, end));
  });

/** A century begins with its first year. */
const partsOf = (date: string): DateParts => date.replace('XX', '00').split('-').map(Number);

/** What happened after the paper, from a source that an editor opened. */
const developmentSchema = z.strictObject({
  date: period,
  /** In the editors' voice. */
  text: localisedSchema,
  source: z.strictObject({
    title: z.string(),
    publisher: z.string().optional(),
    /** When it appeared, as far as it says. */
    issued: period.optional(),
    opened: webAddressSchema,
    /** BCP 47 tag of its language. */
    lang: z.string(),
  }),
});
export type Development = z.output<typeof developmentSchema>;

/** `cases/<slug>/case.yaml`, with a text beside it for each edition that tells more of it. */
export const caseSchema = z.strictObject({
  title: localisedSchema,
  /** What it is, in a sentence. */
  summary: localisedSchema,
  /** One of the kinds in dossier.yaml. */
  kind: z.string(),
  /** When it happened, or since when it stands. */
  dates: z.array(period).default([]),
  places: z.array(localisedSchema).default([]),
  /** Slugs in actors.yaml. */
  actors: slugs,
  /** The stretches of the text that tell of it: 1.3.2, 2.1.2-9, 2.1.2-8/11. */
  passages: z.array(passageSchema).min(1),
  /** Numbers of the notes that tell of it. */
  notes: z.array(z.int().min(1)).default([]),
  /** Other names under which it is looked for. */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  /** Slugs of other cases. */
  related: slugs,
  /** What became of it since, by date. */
  developments: z.array(developmentSchema).default([]),
});
export type Case = z.output<typeof caseSchema>;

/** `terms/<slug>.yaml` */
export const termSchema = z.strictObject({
  name: localisedSchema,
  /** Editions in whose language the paper itself gives the name. */
  nameInPaper: z.array(z.string()).default([]),
  definition: localisedSchema,
  /** The same as a formula, in TeX. */
  formula: z.string().optional(),
  /** What the paper does not say and a reader may want to know; shown as the editors' addition. */
  addition: localisedSchema.optional(),
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
  /** Other names under which it is looked for: IEA, 国际能源机构. */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  kind: z.enum(['state', 'organisation', 'person', 'company', 'group']),
});
export type Actor = z.output<typeof actorSchema>;

const recorded = {
  /** What is so many, or what happens then. */
  what: localisedSchema,
  /** The unit of the text that names it, or at which the note is marked that does: 2.4.1-4. */
  passage: passageSchema.refine(
    ({ units }) => units !== undefined && units[0] === units[1],
    'Unexpected stretch, expected the one unit that names it, such as 2.4.1-4',
  ),
  /** The note that names it, where the unit itself does not. */
  note: z.int().min(1).optional(),
  /** Slug of the case that it belongs to. */
  case: z.string().optional(),
};

/** One record of `quantities.yaml`: an amount or a date that the body or a note of the paper names. */
export const quantitySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('amount'),
    /** The number without grouping, or a fraction as it is written: 5000000000, 1/3. */
    value: z.union([
      z.number(),
      z.string().regex(/^\d+\/0*[1-9]\d*$/, 'Unexpected value, expected a number or a fraction'),
    ]),
    /** How the text bounds it. */
    bound: z.enum(['about', 'over', 'under', 'at least', 'at most', 'nearly']).optional(),
    /** What it is counted in: €, per cent, projects. */
    measure: localisedSchema,
    /** The year or period that it is said of. */
    when: period.optional(),
    ...recorded,
  }),
  z
    .strictObject({
      type: z.literal('date'),
      date: period,
      /** Which part of the century, where the date is one. */
      part: z.enum(['early', 'middle', 'late']).optional(),
      ...recorded,
    })
    .refine(({ date, part }) => part === undefined || /^\d{2}XX$/.test(date), {
      path: ['part'],
      message: 'Unexpected part of a date, expected one of a century only, such as 20XX',
    }),
]);
export type Quantity = z.output<typeof quantitySchema>;
export type Amount = Extract<Quantity, { type: 'amount' }>;
export type DateRecord = Extract<Quantity, { type: 'date' }>;

/** `argument.yaml`: by the id of a section or subsection, what it argues, in a sentence. */
export const argumentSchema = z.record(segmentIdSchema, localisedSchema);
export type Argument = z.output<typeof argumentSchema>;

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
      rows: z.array(
        z.strictObject({
          /** The kind of case, one of dossier.yaml's, that the row is about. */
          kind: z.string().optional(),
          /** By column. */
          cells: z.record(z.string(), localisedSchema),
        }),
      ),
    }),
    z.strictObject({
      type: z.literal('lines'),
      ...caption,
      /** What is printed, line by line, where it cannot be known how it stood. */
      lines: z.array(z.string()),
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
    } else if (exhibit.type === 'table') {
      const ids = exhibit.columns.map(({ id }) => id);
      exhibit.rows.forEach((row, i) => {
        for (const column of Object.keys(row.cells)) {
          if (!ids.includes(column))
            context.addIssue({
              code: 'custom',
              path: ['rows', i, 'cells', column],
              message: `Unexpected column “${column}”, expected one of ${ids.join(', ')}`,
            });
        }
      });
    }
  });
export type Exhibit = z.output<typeof exhibitSchema>;
export type Diagram = Extract<Exhibit, { type: 'diagram' }>;
export type Table = Extract<Exhibit, { type: 'table' }>;
