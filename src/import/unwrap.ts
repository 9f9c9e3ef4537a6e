import type { Line } from './lines.ts';
import { joinMapped, mapStretch, withoutStretches, type MappedText } from './mapped-text.ts';

/** The typesetting of a text, learnt from the inside of its lines, where line ends hide nothing. */
export interface Setting {
  /** True if a space follows the comma or full stop of half width before a Han character. */
  spacesPunctuation: boolean;
  /** Words that stand whole somewhere, in small letters, with the hyphens that they have there. */
  words: ReadonlySet<string>;
  /** True if most words that a line end divides at a hyphen have none elsewhere. */
  hyphenates: boolean;
}

/** Joins lines into a text that knows where it comes from. */
export type UnwrapLines = (lines: Line[]) => MappedText;

export function learnSetting(lines: Line[]): Setting {
  let [spaced, tight, divided, compound] = [0, 0, 0, 0];
  const words = new Set<string>();
  for (const { text } of lines) {
    spaced += text.match(/[,.;:] (?=\p{Script=Han})/gu)?.length ?? 0;
    tight += text.match(/[,.;:](?=\p{Script=Han})/gu)?.length ?? 0;
    for (const [word] of text.matchAll(/\p{Script=Latin}+(?:-\p{Script=Latin}+)*(?!-$)/gu))
      words.add(word.toLowerCase());
  }
  lines.forEach((line, i) => {
    const halves = dividedWord(
      line,
      lines.slice(i + 1, i + 4).find(({ text }) => text !== ''),
    );
    if (!halves) return;
    if (words.has(halves.join(''))) divided++;
    if (words.has(halves.join('-'))) compound++;
  });
  return { spacesPunctuation: spaced > tight, words, hyphenates: divided > compound };
}

/**
 * Takes the hard line breaks out of lines that run on, and the spaces that only fill a line out. `undecided` is told of
 * the words that a line end divides at a hyphen of which the text does not say whether it belongs to the word.
 */
export function unwrap(
  source: string,
  lines: Line[],
  setting: Setting,
  undecided: (line: Line, word: string) => void = () => {},
): MappedText {
  const parts: MappedText[] = [];
  let inAddress = false;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    let glue: Glue = 'none';
    if (before) {
      glue = glueBetween(before, line, inAddress, setting, (word) => undecided(before, word));
      const last = parts.at(-1);
      if (glue === 'drop hyphen' && last) parts[parts.length - 1] = withoutLast(last);
      // The line break itself becomes the space.
      if (glue === 'space') parts.push({ text: ' ', offsets: [before.end] });
    }
    parts.push(mapStretch(source, line.start, line.end));
    const token = line.text.slice(line.text.search(/\S*$/));
    inAddress = /^(?:.*\W)?(?:https?:\/\/|www\.)/i.test(token)
      ? ADDRESS_END.test(token)
      : inAddress && glue !== 'space' && token === line.text && ADDRESS_END.test(token);
  });
  return unjustified(joinMapped(parts), setting);
}

/** Joins two texts as if a line ended between them. */
export function joinTexts(before: MappedText, after: MappedText, setting: Setting): MappedText {
  const glue = glueBetween(before, after, false, setting, () => {});
  const space = { text: ' ', offsets: [(before.offsets.at(-1) ?? 0) + 1] };
  return joinMapped([
    glue === 'drop hyphen' ? withoutLast(before) : before,
    ...(glue === 'space' ? [space] : []),
    after,
  ]);
}

type Glue = 'none' | 'space' | 'drop hyphen';

function glueBetween(
  before: Pick<Line, 'text'>,
  after: Pick<Line, 'text'>,
  inAddress: boolean,
  setting: Setting,
  undecided: (word: string) => void,
): Glue {
  const [end, begin] = [before.text.slice(-TAIL), after.text.slice(0, TAIL)];
  if (inAddress && /^[\w/\-.?=&%#~+@]/.test(begin) && !/[,;]$/.test(end)) return 'none';
  const halves = dividedWord(before, after);
  if (halves) {
    const { words, hyphenates } = setting;
    if (words.has(halves.join('-'))) return 'none';
    if (words.has(halves.join(''))) return 'drop hyphen';
    undecided(halves.join('-'));
    return hyphenates ? 'drop hyphen' : 'none';
  }
  if (/[\p{L}\p{N}][-\u2010–—\u00AD/]$/u.test(end) && /^[\p{L}\p{N}]/u.test(begin)) return 'none';
  // A range or a compound may be divided before its dash, too.
  if (/[\p{L}\p{N}]$/u.test(end) && /^[-\u2010–—][\p{L}\p{N}]/u.test(begin)) return 'none';
  return keepsSpace(end, begin, setting) ? 'space' : 'none';
}

/** The halves of a word that a hyphen at the line's end divides, in small letters. */
function dividedWord(
  before: Pick<Line, 'text'>,
  after: Pick<Line, 'text'> | undefined,
): [string, string] | undefined {
  const [first] = /[\p{Script=Latin}-]+(?=[-\u2010\u00AD]$)/u.exec(before.text.slice(-MAX_WORD)) ?? [];
  const [second] = /^\p{Ll}[\p{Script=Latin}-]*/u.exec(after?.text.slice(0, MAX_WORD) ?? '') ?? [];
  return first !== undefined && second !== undefined
    ? [first.toLowerCase(), second.toLowerCase()]
    : undefined;
}

/** Characters of a line's end or beginning that tell how it goes on. */
const TAIL = 8;
/** Characters of the longest word. */
const MAX_WORD = 60;
const ADDRESS_END = /[\w/\-.?=&%#~+@]$/;

/** True if a space between these two stretches divides words, and does not merely fill a line of Chinese out. */
function keepsSpace(before: string, after: string, { spacesPunctuation }: Setting): boolean {
  // A bracket of half width that is set in the room of a full one leaves a gap on its inner side.
  if (/[(（[［]$/.test(before) || /^[)）\]］]/.test(after)) return false;
  const wideAfter = isWide(after, 1);
  if (wideAfter && spacesPunctuation && /[,.;:]$/.test(before) && /^\p{Script=Han}/u.test(after)) return true;
  return !wideAfter && !isWide([...before].reverse().join(''), -1);
}

// Marks of notes, quotation marks and dashes are as wide as what they stand beside.
const NEUTRAL = /^[①-⓿❶-➓‘’“”—…·]+/u;
const WIDE_HEAD =
  /^[\p{Script=Han}\u2E80-\u303F\uFF00-\uFF60\uFFE0-\uFFE6\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isWide(towards: string, direction: 1 | -1): boolean {
  const rest = towards.replace(NEUTRAL, '');
  // Nothing but quotation marks and note marks: they are Chinese if they are set apart at all.
  if (rest === '') return direction === 1;
  return WIDE_HEAD.test(rest);
}

/** Without the spaces that only fill a line out; of several between words, one is left. */
function unjustified(mapped: MappedText, setting: Setting): MappedText {
  const { text } = mapped;
  const stretches = [...text.matchAll(/[ \t\u3000]+/g)].flatMap(({ index: start, 0: { length } }) => {
    const end = start + length;
    const kept = keepsSpace(
      text.slice(Math.max(0, start - TAIL), start),
      text.slice(end, end + TAIL),
      setting,
    );
    return kept ? (length > 1 ? [{ start: start + 1, end }] : []) : [{ start, end }];
  });
  return withoutStretches(mapped, stretches);
}

const withoutLast = ({ text, offsets }: MappedText): MappedText => ({
  text: text.slice(0, -1),
  offsets: offsets.slice(0, -1),
});
