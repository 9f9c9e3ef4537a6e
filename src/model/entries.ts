import { z } from 'zod';
import { isDate, isSpan, reasonAgainstDate, reasonAgainstSpan, type DateParts } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { passageSchema } from './passage.ts';
import { parseSegmentId, SEGMENT_ID } from './segment-id.ts';
import { webAddressSchema } from './web-address.ts';

const segmentIdSchema = z
  .string()
  .refine(
    (id) => parseSegmentId(id) !== undefined,
    'Unexpected segment id, expected one like 2.4.2, 2.4, abstract or table-1',
  )
  .meta({ pattern: `^${SEGMENT_ID}$` });

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
  date: period.describe('When it happened.'),
  text: localisedSchema.describe("In the editors' voice."),
  source: z
    .strictObject({
      title: z.string().describe('Its title.'),
      publisher: z.string().optional().describe('Who published it.'),
      issued: period.optional().describe('When it appeared, as far as it says.'),
      opened: webAddressSchema.describe('The address at which it was read.'),
      lang: z.string().describe('BCP 47 tag of its language.'),
    })
    .describe('What reports it.'),
});
/** `cases/<slug>/case.yaml`, with a text beside it for each edition that tells more of it. */
export const caseSchema = z.strictObject({
  title: localisedSchema.describe('What the case is called.'),
  summary: localisedSchema.describe('What it is, in a sentence.'),
  kind: z.string().describe('One of the kinds in dossier.yaml.'),
  dates: z.array(period).default([]).describe('When it happened, or since when it stands.'),
  places: z.array(localisedSchema).default([]).describe('Where it happened.'),
  actors: slugs.describe('Slugs in actors.yaml.'),
  passages: z
    .array(passageSchema)
    .min(1)
    .describe('The stretches of the text that tell of it: 1.3.2, 2.1.2-9, 2.1.2-8/11.'),
  notes: z.array(z.int().min(1)).default([]).describe('Numbers of the notes that tell of it.'),
  aliases: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Other names under which it is looked for.'),
  related: slugs.describe('Slugs of other cases.'),
  developments: z.array(developmentSchema).default([]).describe('What became of it since, by date.'),
});
export type Case = z.output<typeof caseSchema>;

/** `terms/<slug>.yaml` */
export const termSchema = z.strictObject({
  name: localisedSchema.describe('The term, by edition.'),
  nameInPaper: z
    .array(z.string())
    .default([])
    .describe('Editions in whose language the paper itself gives the name.'),
  definition: localisedSchema.describe('What it means, in a sentence.'),
  formula: z.string().optional().describe('The same as a formula, in TeX.'),
  addition: localisedSchema
    .optional()
    .describe("What the paper does not say and a reader may want to know; shown as the editors' addition."),
  definedBy: z
    .enum(['authors', 'source', 'editors'])
    .describe("Whose the definition is: the authors', a cited source's, or the dossier's editors'."),
  definedIn: segmentIdSchema.optional().describe('Where the paper defines it.'),
  forms: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Other forms in which the name stands in running text, by edition: geopolitical.'),
  aliases: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Other names under which it is looked for.'),
  seeAlso: slugs.describe('Slugs of other terms.'),
});
export type Term = z.output<typeof termSchema>;

/** `actors.yaml`, by slug. */
export const actorSchema = z.strictObject({
  name: localisedSchema.describe('The name, by edition.'),
  forms: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Other forms of the name in running text, by edition: EU, European.'),
  aliases: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Other names under which it is looked for: IEA, 国际能源机构.'),
  filedAs: z
    .record(z.string(), z.string())
    .optional()
    .describe('Under what it is looked for where that is not its name, by edition: "Doe, Jane".'),
  kind: z.enum(['state', 'region', 'organisation', 'person', 'company', 'group']).describe('What it is.'),
});
export type Actor = z.output<typeof actorSchema>;

const recorded = {
  what: localisedSchema.describe('What is so many, or what happens then.'),
  passage: passageSchema
    .refine(
      ({ units }) => units !== undefined && units[0] === units[1],
      'Unexpected stretch, expected the one unit that names it, such as 2.4.1-4',
    )
    .describe('The unit of the text that names it, or at which the note is marked that does: 2.4.1-4.'),
  note: z.int().min(1).optional().describe('The note that names it, where the unit itself does not.'),
  case: z.string().optional().describe('Slug of the case that it belongs to.'),
};

/** One record of `quantities.yaml`: an amount or a date that the body or a note of the paper names. */
export const quantitySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('amount').describe('An amount.'),
    value: z
      .union([
        z.number(),
        z.string().regex(/^\d+\/0*[1-9]\d*$/, 'Unexpected value, expected a number or a fraction'),
      ])
      .describe('The number without grouping, or a fraction as it is written: 5000000000, 1/3.'),
    bound: z
      .enum(['about', 'over', 'under', 'at least', 'at most', 'nearly'])
      .optional()
      .describe('How the text bounds it.'),
    measure: localisedSchema.describe('What it is counted in: €, per cent, projects.'),
    when: period.optional().describe('The year or period that it is said of.'),
    ...recorded,
  }),
  z
    .strictObject({
      type: z.literal('date').describe('A date.'),
      date: period.describe('The date that the text names.'),
      part: z
        .enum(['early', 'middle', 'late'])
        .optional()
        .describe('Which part of the century, where the date is one.'),
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

/** What `argument.yaml` calls the paper as a whole. */
export const WHOLE_PAPER = 'paper';

/** `argument.yaml`: by the id of a section or subsection, what it argues, in brief; by `paper`, what the paper does, in a sentence. */
export const argumentSchema = z.record(
  z
    .string()
    .refine(
      (id) => id === WHOLE_PAPER || parseSegmentId(id) !== undefined,
      'Unexpected section, expected one like 2 or 2.4, or paper for the whole',
    )
    .meta({ pattern: `^(?:${WHOLE_PAPER}|${SEGMENT_ID})$` }),
  localisedSchema,
);
export type Argument = z.output<typeof argumentSchema>;

/** One record of `editor-notes.yaml`: a fault of the paper's body, shown and not mended. */
export const editorNoteSchema = z.strictObject({
  segment: segmentIdSchema.describe('The segment that has the fault: 2.4.2.'),
  unit: z.int().min(1).optional().describe('The unit of it, from 1.'),
  printed: z.string().describe('What is printed.'),
  text: localisedSchema.describe('What seems right and why.'),
});
export type EditorNote = z.output<typeof editorNoteSchema>;

const caption = {
  title: localisedSchema.describe('Its caption.'),
  source: localisedSchema.optional().describe('What the paper prints beneath as its source.'),
  remark: localisedSchema
    .optional()
    .describe('What the editors did with it: how the data were read, where they are uncertain.'),
};

/** `exhibits/<id>.yaml` */
export const exhibitSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('diagram').describe('Boxes and arrows.'),
      ...caption,
      reconstructedFrom: z
        .array(segmentIdSchema)
        .min(1)
        .optional()
        .describe(
          'Where the editors have not seen the original drawing: the passages from which they made this one. Without it, it is drawn after the original.',
        ),
      nodes: z
        .array(
          z.strictObject({
            id: z.string().describe('What arrows call the box.'),
            row: z.int().min(1).describe('The row on which it is drawn, from 1.'),
            label: localisedSchema.describe('What stands in it.'),
            detail: localisedSchema.optional().describe('What stands below that, smaller.'),
          }),
        )
        .min(1)
        .describe('Boxes, each on the row (from 1) where it is drawn.'),
      edges: z
        .array(
          z.strictObject({
            from: z.string().describe('The box from which it leads.'),
            to: z.string().describe('The box to which it leads.'),
            both: z.boolean().default(false).describe('Whether it leads both ways.'),
          }),
        )
        .describe('Arrows between boxes; both ways where they act on one another.'),
    }),
    z.strictObject({
      type: z.literal('table').describe('A table.'),
      ...caption,
      columns: z
        .array(
          z.strictObject({
            id: z.string().describe('What rows call the column.'),
            label: localisedSchema.describe('What stands at its head.'),
          }),
        )
        .min(1)
        .describe('The columns, from the first.'),
      rows: z
        .array(
          z.strictObject({
            kind: z
              .string()
              .optional()
              .describe("The kind of case, one of dossier.yaml's, that the row is about."),
            cells: z.record(z.string(), localisedSchema).describe('By column.'),
            pages: z
              .tuple([z.int().min(1), z.int().min(1)])
              .optional()
              .describe(
                'The printed pages on which the row begins and ends, where the table runs over several: [129, 130].',
              ),
            inferred: z
              .array(z.string())
              .optional()
              .describe(
                'Columns whose cell the editors could not read and have inferred; it is marked as theirs.',
              ),
          }),
        )
        .describe('The rows, from the top.'),
    }),
    z.strictObject({
      type: z.literal('picture').describe('A picture: a photograph, a map, a scan.'),
      ...caption,
      file: z
        .string()
        .regex(
          /^[^./\\][^/\\]*\.(?:png|jpe?g|webp|svg)$/i,
          'Unexpected file, expected the name of a PNG, JPEG, WebP or SVG that lies beside this file: map.png',
        )
        .describe('The picture, which lies beside this file: map.png. PNG, JPEG, WebP or SVG.'),
      alt: localisedSchema.describe(
        'What the picture shows, for whoever does not see it; it can be searched, and stands where the picture cannot.',
      ),
    }),
    z.strictObject({
      type: z.literal('lines').describe('Lines as they are printed.'),
      ...caption,
      lines: z
        .array(z.string())
        .describe('What is printed, line by line, where it cannot be known how it stood.'),
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
        const reject = (column: string, ...at: PropertyKey[]): void =>
          context.addIssue({
            code: 'custom',
            path: ['rows', i, ...at],
            message: `Unexpected column “${column}”, expected one of ${ids.join(', ')}`,
          });
        for (const column of Object.keys(row.cells))
          if (!ids.includes(column)) reject(column, 'cells', column);
        for (const [j, column] of (row.inferred ?? []).entries())
          if (!ids.includes(column)) reject(column, 'inferred', j);
      });
    }
  });
export type Exhibit = z.output<typeof exhibitSchema>;
export type Diagram = Extract<Exhibit, { type: 'diagram' }>;
