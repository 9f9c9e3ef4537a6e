import type { Line } from '../lines.ts';
import { joinMapped, sliceMapped, sliceSource, withoutRanges, type MappedText } from '../mapped-text.ts';

/** The typesetting of a text, learnt from the interior of its lines, where no line breaks interfere. */
export interface Setting {
  /** True if a space follows a half-width comma or full stop before a Han character. */
  spacesPunctuation: boolean;
  /** Words that occur undivided, in lower case, with their hyphens. */
  words: ReadonlySet<string>;
  /** True if most words that are divided at a line’s end have no hyphen elsewhere. */
  hyphenates: boolean;
}

/** Joins lines into a text with source offsets. */
export type UnwrapLines = (lines: Line[]) => MappedText;

export function learnSetting(lines: Line[]): Setting {
  let [spaced, tight, divided, compound] = [0, 0, 0, 0];
  const words = new Set<string>();
  let isDivided = false;
  for (const { text } of lines) {
    spaced += text.match(/[,.;:] (?=\p{Script=Han})/gu)?.length ?? 0;
    tight += text.match(/[,.;:](?=\p{Script=Han})/gu)?.length ?? 0;
    for (const { 0: word, index } of text
      .replace(/[\u2010\u2011]/g, '-')
      .matchAll(/\p{Script=Latin}+(?:-\p{Script=Latin}+)*(?!\p{Script=Latin}|-$)/gu))
      // The second half of a divided word is none.
      if (!isDivided || index > 0) words.add(word.toLowerCase());
    isDivided = text === '' ? isDivided : DIVIDED.test(text);
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
 * Removes hard line breaks within paragraphs, and spaces that only justify a line. `undecided` is called for words
 * divided at a line’s end if the text does not show whether the hyphen belongs to them, with what was decided.
 */
export function unwrap(
  source: string,
  lines: Line[],
  setting: Setting,
  undecided: (line: Line, word: string, isDropped: boolean) => void = () => {},
): MappedText {
  const parts: MappedText[] = [];
  let inAddress = false;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    let glue: Glue = 'none';
    if (before) {
      glue = glueBetween(before, line, inAddress, setting, (word, isDropped) =>
        undecided(before, word, isDropped),
      );
      const last = parts.at(-1);
      if (glue === 'drop hyphen' && last) parts[parts.length - 1] = sliceMapped(last, 0, -1);
      // The line break becomes the space.
      if (glue === 'space') parts.push({ text: ' ', offsets: [before.end] });
    }
    parts.push(sliceSource(source, line.start, line.end));
    const token = line.text.slice(line.text.search(/\S*$/));
    inAddress = /^(?:.*\W)?(?:https?:\/\/|www\.)/i.test(token)
      ? ADDRESS_END.test(token)
      : inAddress && glue !== 'space' && token === line.text && ADDRESS_END.test(token);
  });
  return unjustified(joinMapped(parts), setting);
}

/** Joins two texts as if there were a line break between them. */
export function joinTexts(before: MappedText, after: MappedText, setting: Setting): MappedText {
  const glue = glueBetween(before, after, false, setting, () => {});
  const space = { text: ' ', offsets: [(before.offsets.at(-1) ?? 0) + 1] };
  return joinMapped([
    glue === 'drop hyphen' ? sliceMapped(before, 0, -1) : before,
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
  undecided: (word: string, isDropped: boolean) => void,
): Glue {
  const [end, begin] = [before.text.slice(-TAIL), after.text.slice(0, TAIL)];
  if (inAddress && /^[\w/\-.?=&%#~+@]/.test(begin) && !/[,;]$/.test(end)) return 'none';
  const halves = dividedWord(before, after);
  if (halves) {
    const { words, hyphenates } = setting;
    if (words.has(halves.join('-'))) return 'none';
    if (words.has(halves.join(''))) return 'drop hyphen';
    const divided = isWordDivided(halves, words);
    if (divided !== undefined) return divided ? 'drop hyphen' : 'none';
    const isDropped = hyphenates && !isCompound(halves, words);
    undecided(halves.join('-'), isDropped);
    return isDropped ? 'drop hyphen' : 'none';
  }
  if (/[\p{L}\p{N}][-\u2010–—\u00AD/]$/u.test(end) && /^[\p{L}\p{N}]/u.test(begin)) return 'none';
  // A line may also break before the dash of a range or compound.
  if (/[\p{L}\p{N}]$/u.test(end) && /^[-\u2010–—][\p{L}\p{N}]/u.test(begin)) return 'none';
  return keepsSpace(end, begin, setting) ? 'space' : 'none';
}

const HYPHENS = /[\u2010\u2011\u00AD]/g;
const DIVIDED = /\p{Script=Latin}[-\u2010\u00AD]$/u;

/**
 * Whether the hyphen at a line’s end divides one part of a compound: “cross-discipli-nary”, but not “less-than-clear”.
 * Undefined if the paper’s other words do not show it.
 */
function isWordDivided([first, second]: [string, string], words: ReadonlySet<string>): boolean | undefined {
  if (!first.includes('-') && !second.includes('-')) return undefined;
  const [last, next] = [first.slice(first.lastIndexOf('-') + 1), second.replace(/-.*/, '')];
  if (words.has(last + next)) return true;
  return words.has(last) && words.has(next) ? false : undefined;
}

/** True for two words of the paper, unless the first mostly forms closed words: “text-only”, not “over-come”. */
const isCompound = ([first, second]: [string, string], words: ReadonlySet<string>): boolean =>
  Math.min(first.length, second.length) >= 3 && words.has(first) && words.has(second) && !CLOSED.test(first);

const CLOSED =
  /^(?:after|any|back|every|fore|here|how|inter|out|over|some|super|there|through|under|up|what|when|where|who|with|down)$/;

/** The halves of a word divided by a hyphen at the line’s end, in lower case. */
function dividedWord(
  before: Pick<Line, 'text'>,
  after: Pick<Line, 'text'> | undefined,
): [string, string] | undefined {
  const [first] =
    /[\p{Script=Latin}-]+(?=-$)/u.exec(before.text.slice(-MAX_WORD).replace(HYPHENS, '-')) ?? [];
  const [second] =
    /^\p{Ll}[\p{Script=Latin}-]*/u.exec(after?.text.slice(0, MAX_WORD).replace(HYPHENS, '-') ?? '') ?? [];
  return first !== undefined && second !== undefined
    ? [first.toLowerCase(), second.toLowerCase()]
    : undefined;
}

/** The number of characters at a line’s end or beginning that decide how it is joined. */
const TAIL = 8;
const MAX_WORD = 60;
const ADDRESS_END = /[\w/\-.?=&%#~+@]$/;

/** True if a space between these two texts separates words, rather than merely justifying a line of Chinese. */
function keepsSpace(before: string, after: string, { spacesPunctuation }: Setting): boolean {
  // A half-width bracket in the space of a full-width one leaves a gap on its inner side.
  if (/[(（[［]$/.test(before) || /^[)）\]］]/.test(after)) return false;
  const wideAfter = isWide(after, 1);
  if (wideAfter && spacesPunctuation && /[,.;:]$/.test(before) && /^\p{Script=Han}/u.test(after)) return true;
  return !wideAfter && !isWide([...before].reverse().join(''), -1);
}

// Note marks, quotation marks and dashes are as wide as the characters beside them.
const NEUTRAL = /^[①-⓿❶-➓‘’“”—…·]+/u;
const WIDE_HEAD =
  /^[\p{Script=Han}\u2E80-\u303F\uFF00-\uFF60\uFFE0-\uFFE6\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isWide(towards: string, direction: 1 | -1): boolean {
  const rest = towards.replace(NEUTRAL, '');
  // Nothing but quotation marks and note marks: if they have space around them, they are Chinese.
  if (rest === '') return direction === 1;
  return WIDE_HEAD.test(rest);
}

/** Removes spaces that only justify a line; of several between words, one remains. */
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
  return withoutRanges(mapped, stretches);
}
