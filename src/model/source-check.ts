import { z } from 'zod';
import { daySchema } from './calendar.ts';
import { localisedSchema } from './localised.ts';
import { unitSchema } from './passage.ts';
import { countWords } from './quoted-words.ts';
import { parseSegmentId } from './segment-id.ts';
import { webAddressSchema } from './web-address.ts';
import { sourceRecordSchema } from './work.ts';
import { speakerSchema } from './speaker.ts';

/** The outcome of a check as shown to readers, gravest first: its verdict, or `detail` if only a detail differs. */
export const outcomes = [
  'differs',
  'stronger',
  'weaker',
  'not-in-source',
  'detail',
  'agrees',
  'not-to-be-had',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * How the source relates to what the paper says. Readers see the last verdict as *undecided*: the source could not be
 * had, or what could be read instead does not decide.
 */
export const verdicts = outcomes.filter((one) => one !== 'detail');

/** How much of the source was read: the passage itself, or a substitute for it. */
export const readingLevels = ['passage', 'abstract', 'summary', 'report', 'nothing'] as const;
/** The longest quotation from a source: in words, or in characters for languages without spaces between words. */
const MAX_WORDS = 20;
const MAX_HAN = 40;

/** One record of `checks.yaml`: a claim of the paper compared with the source that it relies on. */
export const sourceCheckSchema = z
  .strictObject({
    id: z
      .string()
      .refine(
        isCheckId,
        'Unexpected id, expected a note’s number or a segment’s id and a letter, such as 26a',
      )
      .describe('The number of the note and a letter, or the id of the segment and a letter: 26a, 2.4.2b.'),
    passage: unitSchema('makes the claim', '2.1.3-2').describe(
      'The unit that makes the claim, or the unit with the mark of the note that makes it: 2.1.3-2.',
    ),
    note: z.int().min(1).optional().describe('The note that supports the claim or contains it.'),
    claim: localisedSchema.describe('What the paper says, in a few words.'),
    work: z.string().optional().describe('The id of the work in works.json that the paper cites.'),
    source: localisedSchema.optional().describe('The name of the source, if it is not in works.json.'),
    record: sourceRecordSchema
      .optional()
      .describe(
        'The document that the editors opened, as CSL-JSON, by which its words are cited: if the source is not in works.json, or if what was opened is another publication than the work: a report that quotes it, a version in another language.',
      ),
    locator: z.string().optional().describe('The place in the source, as the paper gives it.'),
    read: z.enum(readingLevels).describe('How much of the source the editors read.'),
    verdict: z.enum(verdicts).describe('How the source compares with what the paper says.'),
    detail: z
      .literal(true)
      .optional()
      .describe(
        '`true` if only a name, a spelling, an edition, a date or a trifling qualification such as “nearly” differs, and nothing in the argument.',
      ),
    finding: localisedSchema.describe('What the source says, and how the paper’s claim compares with it.'),
    words: z
      .strictObject({
        lang: z.string().describe('The BCP 47 tag of their language.'),
        text: z.string().describe(`The exact words: at most ${MAX_WORDS}, or ${MAX_HAN} Chinese characters.`),
        at: localisedSchema.optional().describe('Where in the source they are.'),
        speaker: speakerSchema.optional(),
      })
      .optional()
      .describe('The decisive words of the source, in its language.'),
    opened: webAddressSchema.optional().describe('The address of the copy that the editors read.'),
    archive: webAddressSchema.optional().describe('The address of an archived copy.'),
    date: daySchema.describe('The date of the comparison.'),
    sought: localisedSchema
      .optional()
      .describe('Where the editors looked for the passage, if they could not read it.'),
    concerns: z
      .array(
        z
          .string()
          .regex(
            /^(?:case|term|actor|work):[a-z0-9-]+$/,
            'Unexpected record, expected one like case:long-fog or term:ferry',
          ),
      )
      .default([])
      .describe(
        'Entries that repeat the claim: case:long-fog, term:ferry. If cases are named, the check is shown with these and no other case of its sentence.',
      ),
  })
  .superRefine(
    ({ id, passage, note, work, source, read, verdict, detail, words, opened, sought }, context) => {
      const reject = (path: string, message: string): void =>
        context.addIssue({ code: 'custom', path: [path], message });
      const owner = ownerOf(id);
      if (/^\d+$/.test(owner) && owner !== String(note))
        reject('id', `Unexpected id “${id}”, expected it to begin with the number of its note`);
      if (note === undefined && passage.segment !== owner)
        reject('id', `Unexpected id “${id}”, expected it to begin with its segment, ${passage.segment}`);
      if ((work === undefined) === (source === undefined))
        reject(
          work === undefined ? 'id' : 'source',
          work === undefined
            ? 'Missing work or source, expected the source of the claim'
            : 'Unexpected source beside work, expected only one of them',
        );
      if (read !== 'passage' && verdict === 'agrees')
        reject('verdict', 'Unexpected verdict “agrees”, expected it only if the passage was read');
      if (detail && verdict !== 'differs')
        reject('detail', `Unexpected detail beside “${verdict}”, expected it beside “differs”`);
      if (read !== 'passage' && words !== undefined)
        reject('words', 'Unexpected words of the source, expected them only if the passage was read');
      if (read === 'nothing' && verdict !== 'not-to-be-had')
        reject(
          'verdict',
          `Unexpected verdict “${verdict}” although nothing was read, expected not-to-be-had`,
        );
      if (read === 'passage' && verdict === 'not-to-be-had')
        reject(
          'verdict',
          'Unexpected verdict “not-to-be-had” although the passage was read, expected another',
        );
      if (read === 'nothing' && opened !== undefined)
        reject('opened', 'Unexpected address although nothing was read, expected none');
      if (read !== 'passage' && sought === undefined)
        reject('read', 'Missing sought, expected where the passage was looked for');
      if (words && lengthOf(words.text) > 1)
        reject(
          'words',
          `Unexpected length of the source’s words, expected at most ${MAX_WORDS} words or ${MAX_HAN} Chinese characters`,
        );
    },
  );
export type SourceCheck = z.output<typeof sourceCheckSchema>;

/** The share of the permitted quotation length that a text uses; more than 1 is too long. */
function lengthOf(text: string): number {
  const { han, words } = countWords(text);
  return han / MAX_HAN + words / MAX_WORDS;
}

function isCheckId(id: string): boolean {
  const [, of = ''] = /^(.+)[a-z]$/.exec(id) ?? [];
  return /^[1-9]\d*$/.test(of) || parseSegmentId(of) !== undefined;
}

/** The note or segment in a check’s id: 26 in 26a, 2.4.2 in 2.4.2b. */
const ownerOf = (id: string): string => id.slice(0, -1);

/** Whether the paper departs from its source. */
export const departsFromSource = ({ verdict }: { verdict: Outcome }): boolean =>
  verdict !== 'agrees' && verdict !== 'not-to-be-had';

export const outcomeOf = ({ verdict, detail }: Pick<SourceCheck, 'verdict' | 'detail'>): Outcome =>
  detail ? 'detail' : verdict;

/** Whether the paper departs from its source in substance, not only in a detail. */
export const isGrave = (check: SourceCheck): boolean => departsFromSource(check) && !check.detail;

/** Gravest outcome first, otherwise in the original order. */
export const byGravity = (a: SourceCheck, b: SourceCheck): number =>
  outcomes.indexOf(outcomeOf(a)) - outcomes.indexOf(outcomeOf(b));
