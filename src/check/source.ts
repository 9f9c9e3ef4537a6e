import { readSegments, type PaperSegment } from '../import/paper-segments.ts';
import { compareNumbers, type NumberMention } from '../language/numbers.ts';
import { numbersIn } from '../language/numbers-in.ts';
import type { Actor } from '../model/entries.ts';
import { localised } from '../model/localised.ts';
import { compareMessages, createMessage, type Message } from '../model/message.ts';
import { placesIn, type Place } from '../model/place.ts';
import { hasOwnPage } from '../model/segment-id.ts';
import { NOTE_MARK } from '../model/units.ts';
import type { Dossier, Entry, Segment } from '../read/dossier.ts';
import { segmentsIn } from '../read/text-in.ts';
import { quotationsIn } from './count-dossier.ts';
import { exceptionsIn, withoutSuppressed } from './exceptions.ts';
import type { Finding } from './rule.ts';

/** A segment with the paragraph of the paper that it restates, and where that paragraph begins. */
interface SourcePair {
  segment: Segment;
  lang: string;
  source: PaperSegment;
  place: Place;
}

/** The paper as a whole: quotations may come from another paragraph. */
interface Paper {
  language: string;
  /** Its Han characters. */
  han: string;
  /** Its text without note marks, spaces and quotation marks. */
  plain: string;
  /** The persons and bodies whose statements may be quoted in full. */
  speakers: Entry<Actor>[];
  /** The editions in the paper’s own words. */
  originals: Set<string>;
}

/** What each rule says about a segment. */
const perSegment: Record<string, (pair: SourcePair, paper: Paper) => string[]> = {
  'source-figures': ({ segment, lang, source }, { language }) => {
    const printed = source.text.replaceAll(NOTE_MARK, '');
    const [theirs, ours] = [numbersIn(printed, language), numbersIn(segment.text, lang)];
    if (!theirs || !ours) return [];
    // Our sentences differ, so a figure that the paper repeats may appear only once.
    return compareNumbers([distinct(theirs), distinct(ours)]).map(({ mention, side }) => {
      const written = (side === 0 ? printed : segment.text).slice(mention.start, mention.end);
      const what = `“${written}” (${mention.key}) in ${named(segment)}`;
      return side === 0
        ? `Missing ${what}, expected the number as in the paper`
        : `Unexpected ${what}, expected only numbers from the paper`;
    });
  },
  'source-names': ({ segment, source }) => {
    const words = new Set(segment.text.toLowerCase().match(LATIN_WORD));
    const missing = [...new Set(source.text.match(LATIN_WORD))].filter(
      (word) => !words.has(word.toLowerCase()),
    );
    return missing.length === 0
      ? []
      : [`Missing “${missing.join(' ')}” in ${named(segment)}, expected it as in the paper, in Latin script`];
  },
  'source-notes': ({ segment, source }) => {
    const [expected, found] = [source.notes.join(', ') || 'none', segment.notes.join(', ') || 'none'];
    return expected === found
      ? []
      : [`Unexpected notes in ${named(segment)} (${found}), expected ${expected} as in the paper`];
  },
  'source-pages': ({ segment, source }) => {
    if (!source.pages || !segment.pages) return [];
    const [expected, found] = [source.pages.join('–'), segment.pages.join('–')];
    return expected === found
      ? []
      : [
          `Unexpected printed pages ${found} of segment ${segment.id} in edition ${segment.edition}, expected ${expected}`,
        ];
  },
};

/** What each rule says about the text of a unit. */
const perUnit: Record<string, (unit: string, pair: SourcePair, paper: Paper) => string[]> = {
  'source-wording': (unit, { segment }, { han: paper, originals }) =>
    originals.has(segment.edition)
      ? []
      : unit
          .split(QUOTED)
          .flatMap((piece) => sharedRuns(han(piece), paper))
          .map(
            (run) =>
              `Unexpected run of ${run.length} characters of the paper’s wording, “${run}”, expected at most ${MIN_RUN_CHARACTERS - 1}`,
          ),
  // A complete statement by a person or body that the unit names may be long: cutting it would misquote it.
  'source-quotations': (unit, { segment, lang }, { language, plain: paper, speakers }) =>
    lang !== language
      ? []
      : quotationsIn(unit).flatMap(({ text: quoted, length }) => {
          if (!paper.includes(plain(quoted)))
            return [`Unexpected quotation “${quoted}”, expected words that are in the paper`];
          const mayBeLong = isWhole(unit, quoted) && isAttributed(unit, speakers, segment.edition);
          return length <= MAX_QUOTED_CHARACTERS || mayBeLong
            ? []
            : [
                `Unexpected quotation of ${length} characters, “${quoted}”, expected at most ${MAX_QUOTED_CHARACTERS}`,
              ];
        }),
};

export const sourceRules = [...Object.keys(perSegment), ...Object.keys(perUnit)];

/**
 * Messages about what a dossier omits, adds or copies, compared with the text of its paper; `path` names that text in
 * messages.
 */
export function compareSource(dossier: Dossier, text: string, path: string): Message[] {
  const { editions, paper } = dossier.settings.value;
  const blocks = readSegments(text, paper.pages?.[0]);
  const placeAt = placesIn(path, text);
  const langs = new Map(editions.map(({ id, lang }) => [id, lang]));
  const pairs = segmentsIn(dossier).flatMap((segment): SourcePair[] => {
    const source = hasOwnPage(segment.id) ? blocks.get(segment.id) : undefined;
    const lang = langs.get(segment.edition) ?? '';
    return source ? [{ segment, lang, source, place: placeAt(source.offset) }] : [];
  });
  const whole = [...blocks.values()].map((block) => block.text).join('\n');
  const source: Paper = {
    language: paper.language,
    han: han(whole),
    plain: plain(whole),
    speakers: dossier.actors.filter(({ value }) => /^(?:person|organisation)$/.test(value.kind)),
    originals: new Set(editions.filter(({ role }) => role === 'original').map(({ id }) => id)),
  };
  const exceptions = exceptionsIn(dossier);
  const messagesOf = (rule: string, find: (pair: SourcePair) => Finding[]): Message[] =>
    withoutSuppressed(rule, pairs.flatMap(find), exceptions, new Set());

  const sections = new Set(dossier.chapters.map(({ section }) => section));
  const present = new Set(segmentsIn(dossier).map(({ id }) => id));
  const absent = [...blocks].filter(
    ([id]) => /\./.test(id) && sections.has(Number(id.split('.')[0])) && !present.has(id),
  );
  return [
    ...Object.entries(perSegment).flatMap(([rule, judge]) =>
      messagesOf(rule, (pair) =>
        judge(pair, source).map((reason) => ({
          text: pair.segment.id,
          place: pair.segment.place,
          cause: pair.place,
          reason,
        })),
      ),
    ),
    ...Object.entries(perUnit).flatMap(([rule, judge]) =>
      messagesOf(rule, (pair) =>
        pair.segment.units.flatMap(({ text: unit, index, place }) =>
          judge(unit, pair, source).map((reason) => ({ text: `${pair.segment.id}-${index}`, place, reason })),
        ),
      ),
    ),
    ...absent.map(([id, { offset }]) =>
      createMessage({
        place: placeAt(offset),
        rule: 'source-complete',
        reason: `Missing segment ${id} in the dossier, expected every paragraph of a chapter that is written`,
      }),
    ),
  ].sort(compareMessages);
}

const named = ({ id, edition }: Segment): string => `segment ${id} of edition ${edition}`;

const distinct = (mentions: NumberMention[]): NumberMention[] =>
  mentions.filter(
    ({ key, optional }, i) => mentions.findIndex((one) => one.key === key && one.optional === optional) === i,
  );

const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]+/gu;

/** The length of a run of Han characters that counts as the paper’s wording: longer than set terms and names. */
const MIN_RUN_CHARACTERS = 16;
const QUOTED = /“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」/gu;
const han = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');

/** The longest runs, of at least the limit, that both texts contain. */
function sharedRuns(text: string, source: string): string[] {
  const runs: string[] = [];
  for (let start = 0; start + MIN_RUN_CHARACTERS <= text.length;) {
    let end = start + MIN_RUN_CHARACTERS;
    if (!source.includes(text.slice(start, end))) {
      start++;
      continue;
    }
    while (end < text.length && source.includes(text.slice(start, end + 1))) end++;
    runs.push(text.slice(start, end));
    start = end;
  }
  return runs;
}

/** The longest quotation, in characters, that does not amount to republishing the paper. */
const MAX_QUOTED_CHARACTERS = 40;

/** Whether a quotation ends with the end of a sentence, inside its marks or immediately after them. */
const isWhole = (text: string, quoted: string): boolean =>
  /[。！？.!?]$/u.test(quoted.trim()) ||
  /^[^\p{L}\p{N}]*[。！？.!?]/u.test(text.slice(text.indexOf(quoted) + quoted.length));

/** Whether a unit names one of the speakers, in full or by one of their forms. */
const isAttributed = (text: string, speakers: Entry<Actor>[], edition: string): boolean =>
  speakers.some(({ value }) =>
    [localised(value.name, edition), ...(value.forms[edition] ?? [])].some((name) => text.includes(name)),
  );

/** Removes quotation marks, which may change between double and single, note marks and spaces. */
const plain = (text: string): string => text.replaceAll(NOTE_MARK, '').replace(/[“”‘’\s]/gu, '');
