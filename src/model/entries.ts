import { z } from 'zod';
import { isDate, isSpan, reasonAgainstDate, reasonAgainstSpan, type DateParts } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { passageSchema, unitSchema } from './passage.ts';
import { parseSegmentId, SEGMENT_ID } from './segment-id.ts';
import { webAddressSchema } from './web-address.ts';
import { sourceRecordSchema } from './work.ts';
import { speakerSchema } from './speaker.ts';

const segmentIdSchema = z
  .string()
  .refine(
    (id) => parseSegmentId(id) !== undefined,
    'Unexpected segment id, expected one like 2.4.2, 2.4, abstract or table-1',
  )
  .meta({ pattern: `^${SEGMENT_ID}$` });

const slugs = z.array(z.string()).default([]);
const namesByEdition = z.record(z.string(), z.array(z.string())).default({});

/**
 * A year, a month, a day or a century, or an interval between two dates: 2019, 2019-08, 19XX, 2019/2020-10 (EDTF, ISO
 * 8601-2).
 */
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

/** A century counts from its first year. */
const partsOf = (date: string): DateParts => date.replace('XX', '00').split('-').map(Number);

/** Something that happened after the paper was published, from a source that an editor opened. */
const developmentSchema = z.strictObject({
  date: period.describe('When it happened.'),
  text: localisedSchema.describe('What happened, in the editors’ words.'),
  source: z
    .strictObject({
      title: z.string().describe('Its title.'),
      translatedTitle: localisedSchema
        .optional()
        .describe('The editors’ translation of the title, by edition; shown in brackets.'),
      publisher: z.string().optional().describe('Who published it.'),
      issued: period.optional().describe('When it appeared, as precisely as the source says.'),
      opened: webAddressSchema.describe('The address at which the editors read it.'),
      lang: z.string().describe('BCP 47 tag of its language.'),
    })
    .describe('The source that reports it.'),
});
/** `cases/<slug>/case.yaml`, with a text beside it for each edition that says more about the case. */
export const caseSchema = z.strictObject({
  title: localisedSchema.describe('The name of the case.'),
  summary: localisedSchema.describe('One sentence about the case.'),
  kind: z.string().describe('The id of one of the `caseKinds` in dossier.yaml.'),
  dates: z.array(period).default([]).describe('When it happened, or since when it has existed.'),
  places: z.array(localisedSchema).default([]).describe('Where it happened.'),
  actors: slugs.describe('The actors involved, by their slugs in actors.yaml.'),
  passages: z
    .array(passageSchema)
    .min(1)
    .describe('The segments or units that mention the case: 1.3.2, 2.1.2-9, 2.1.2-8/11.'),
  notes: z.array(z.int().min(1)).default([]).describe('The numbers of the notes that mention the case.'),
  aliases: namesByEdition.describe('Other names that readers may search for, by edition.'),
  related: slugs.describe('The slugs of related cases.'),
  developments: z
    .array(developmentSchema)
    .default([])
    .describe('What happened to the case after the paper appeared, by date.'),
});
export type Case = z.output<typeof caseSchema>;

/** `terms/<slug>.yaml` */
export const termSchema = z.strictObject({
  name: localisedSchema.describe('The term, by edition.'),
  nameInPaper: z
    .array(z.string())
    .default([])
    .describe('The editions in whose language the paper itself gives the name.'),
  definition: localisedSchema.describe('The meaning of the term, in a sentence.'),
  formula: z.string().optional().describe('The definition as a formula, in TeX.'),
  addition: localisedSchema
    .optional()
    .describe('What the paper does not say but a reader may want to know; shown as the editors’ addition.'),
  definedBy: z
    .enum(['authors', 'source', 'editors'])
    .describe('Whose definition it is: the authors’, a cited source’s, or the editors’.'),
  definedIn: segmentIdSchema.optional().describe('The segment in which the paper defines the term.'),
  quoted: sourceRecordSchema
    .extend({ page: z.string().optional().describe('The page of the words: 43.') })
    .optional()
    .describe('The source of words that only the definition quotes, as CSL-JSON.'),
  forms: namesByEdition.describe('Other forms of the name in running text, by edition: geopolitical.'),
  aliases: namesByEdition.describe('Other names that readers may search for, by edition.'),
  seeAlso: slugs.describe('The slugs of related terms.'),
});
export type Term = z.output<typeof termSchema>;

/** `actors.yaml`, by slug. */
export const actorSchema = z.strictObject({
  name: localisedSchema.describe('The name, by edition.'),
  forms: namesByEdition.describe('Other forms of the name in running text, by edition: EU, European.'),
  aliases: namesByEdition.describe('Other names that readers may search for, by edition: IEA, 国际能源机构.'),
  filedAs: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'The name under which lists sort the actor, if it differs from the name, by edition: "Doe, Jane".',
    ),
  kind: z
    .enum(['state', 'region', 'organisation', 'person', 'company', 'group'])
    .describe('The kind of actor.'),
});
export type Actor = z.output<typeof actorSchema>;

const quantityFields = {
  what: localisedSchema.describe(
    'What the amount counts, or what happens on the date. Brackets at the end qualify the date: (in summer).',
  ),
  passage: unitSchema('names it', '2.4.1-4').describe(
    'The unit that names it, or the unit with the mark of the note that names it: 2.4.1-4.',
  ),
  note: z.int().min(1).optional().describe('The note that names it, if the unit itself does not.'),
  case: z.string().optional().describe('The slug of the case that it belongs to.'),
};

/** One record of `quantities.yaml`: an amount or a date mentioned in the paper’s body or notes. */
export const quantitySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('amount').describe('An amount.'),
    value: z
      .union([
        z.number(),
        z.string().regex(/^\d+\/0*[1-9]\d*$/, 'Unexpected value, expected a number or a fraction'),
      ])
      .describe('The number without separators, or a fraction: 5000000000, 1/3.'),
    bound: z
      .enum(['about', 'over', 'under', 'at least', 'at most', 'nearly'])
      .optional()
      .describe('The bound that the text gives.'),
    measure: localisedSchema.describe('The unit of measure: €, per cent, projects.'),
    when: period.optional().describe('The year or period to which the amount applies.'),
    ...quantityFields,
  }),
  z
    .strictObject({
      type: z.literal('date').describe('A date.'),
      date: period.describe('The date that the text names.'),
      part: z
        .enum(['early', 'middle', 'late'])
        .optional()
        .describe('The part of the century, if the date is a century.'),
      ...quantityFields,
    })
    .refine(({ date, part }) => part === undefined || /^\d{2}XX$/.test(date), {
      path: ['part'],
      message: 'Unexpected part of a date, expected it only for a century such as 20XX',
    }),
]);
export type Quantity = z.output<typeof quantitySchema>;
export type Amount = Extract<Quantity, { type: 'amount' }>;
export type DateRecord = Extract<Quantity, { type: 'date' }>;

/** The key in `argument.yaml` for the paper as a whole. */
export const WHOLE_PAPER = 'paper';

/**
 * `argument.yaml`: what each section or subsection argues, in brief, by its id; `paper` says in a sentence what the
 * paper does.
 */
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

/** One record of `editor-notes.yaml`: a fault in the paper’s body, which is pointed out but not corrected. */
export const editorNoteSchema = z.strictObject({
  segment: segmentIdSchema.describe('The segment with the mistake: 2.4.2.'),
  unit: z.int().min(1).optional().describe('The number of the unit in the segment, from 1.'),
  printed: z.string().describe('What the paper prints.'),
  text: localisedSchema.describe('What is probably right, and why.'),
});
export type EditorNote = z.output<typeof editorNoteSchema>;

/**
 * One record of `quotations.yaml`: whose words stand in quotation marks in a unit of the text. Without a record they
 * are only known to be in the paper.
 */
export const quotationSchema = z
  .strictObject({
    passage: unitSchema('contains the words', '2.1.3-2').describe(
      'The unit that contains the words: 2.1.3-2.',
    ),
    words: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'How they begin, by edition, if the unit has others in quotation marks, or if only some editions quote the source.',
      ),
    note: z.int().min(1).optional().describe('The note in which the paper names the source.'),
    work: z.string().optional().describe('The id of the work, if that note cites several.'),
    check: z
      .string()
      .optional()
      .describe('The source check in which the editors name it, if the paper does not: 4.0.1b.'),
    record: sourceRecordSchema
      .optional()
      .describe(
        'The source as CSL-JSON, if neither the paper nor a source check names it, but only the text of an edition.',
      ),
    speaker: speakerSchema.optional(),
    reporter: speakerSchema
      .optional()
      .describe('Whom the source quotes for the speaker’s words, by edition, such as a news agency.'),
    translated: z
      .literal(true)
      .optional()
      .describe('`true` if the words of a speaker, whose source nothing names, are the paper’s translation.'),
    authors: z.literal(true).optional().describe('`true` if the words are the authors’ own.'),
  })
  .refine(({ note, check, record, authors, speaker }) => {
    const { length } = [note, check, record, authors].filter((one) => one !== undefined);
    return length === 1 || (length === 0 && speaker !== undefined);
  }, 'Unexpected source, expected exactly one of note, check, record and authors, or none beside a speaker')
  .refine(
    ({ note, work }) => work === undefined || note !== undefined,
    'Unexpected work without a note, expected the note that cites it',
  )
  .refine(
    ({ reporter, speaker }) => reporter === undefined || speaker !== undefined,
    'Unexpected reporter without a speaker, expected whose words it reports',
  )
  .refine(
    ({ translated, note, check, record, authors }) =>
      translated === undefined || (note ?? check ?? record ?? authors) === undefined,
    'Unexpected translated beside a source, whose language says it',
  );
export type Quotation = z.output<typeof quotationSchema>;

/**
 * `romanised.yaml`: titles of chapters, cases, terms, actors, figures and tables in another script than the Latin one,
 * as references in English print them.
 */
export const romanisedSchema = z.record(
  z.string(),
  z
    .string()
    .min(1)
    .describe(
      'The title in Latin script. For Chinese: Hanyu Pinyin, divided into words, without tone marks.',
    ),
);

const caption = {
  title: localisedSchema.describe('The caption.'),
  source: localisedSchema.optional().describe('The source that the paper prints below it.'),
  remark: localisedSchema
    .optional()
    .describe('The editors’ remarks: how they read the data, and what is uncertain.'),
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
          'The passages from which the editors made the diagram, if they have not seen the original. Without it, the diagram follows the original.',
        ),
      nodes: z
        .array(
          z.strictObject({
            id: z.string().describe('The id that arrows use for the box.'),
            row: z.int().min(1).describe('The row in which the box is drawn, from 1.'),
            label: localisedSchema.describe('The text in the box.'),
            detail: localisedSchema.optional().describe('Smaller text below the label.'),
          }),
        )
        .min(1)
        .describe('The boxes.'),
      edges: z
        .array(
          z.strictObject({
            from: z.string().describe('The box where the arrow begins.'),
            to: z.string().describe('The box where the arrow ends.'),
            both: z.boolean().default(false).describe('Whether the arrow points both ways.'),
          }),
        )
        .describe('The arrows between boxes.'),
    }),
    z.strictObject({
      type: z.literal('table').describe('A table.'),
      ...caption,
      columns: z
        .array(
          z.strictObject({
            id: z.string().describe('The id that rows use for the column.'),
            label: localisedSchema.describe('The heading of the column.'),
          }),
        )
        .min(1)
        .describe('The columns, from left to right.'),
      rows: z
        .array(
          z.strictObject({
            kind: z
              .string()
              .optional()
              .describe(
                'The kind of case that the row is about: the id of one of the `caseKinds` in dossier.yaml.',
              ),
            cells: z.record(z.string(), localisedSchema).describe('The cells, by the id of the column.'),
            pages: z
              .tuple([z.int().min(1), z.int().min(1)])
              .optional()
              .describe(
                'The printed pages on which the row begins and ends, if the table covers several: [129, 130].',
              ),
            inferred: z
              .array(z.string())
              .optional()
              .describe(
                'The columns whose cells the editors could not read and have inferred; pages mark these cells.',
              ),
          }),
        )
        .describe('The rows, from top to bottom.'),
    }),
    z.strictObject({
      type: z.literal('picture').describe('A picture: a photograph, a map, a scan.'),
      ...caption,
      file: z
        .string()
        .regex(
          /^[^./\\][^/\\]*\.(?:png|jpe?g|webp|svg)$/i,
          'Unexpected file, expected the name of a PNG, JPEG, WebP or SVG beside this file: map.png',
        )
        .describe('The file name of the picture, a PNG, JPEG, WebP or SVG beside this file: map.png.'),
      alt: localisedSchema.describe(
        'What the picture shows, for readers who cannot see it. The search finds this text, and exports without pictures contain it.',
      ),
    }),
    z.strictObject({
      type: z.literal('lines').describe('Lines of text as printed.'),
      ...caption,
      lines: z
        .array(z.string())
        .describe('The printed text line by line, if its original layout is unknown.'),
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
