/** Placeholder for a note mark in the flat text in which units are counted. */
export const NOTE_MARK = '\uFFFC';

/** A unit’s range in the flat text, in UTF-16 code units; white space between units belongs to neither. */
interface UnitRange {
  start: number;
  end: number;
}

/**
 * Cuts a paragraph’s flat text into units, one per sentence.
 *
 * A sentence ends at an ender (。！？ . ! ?) together with the closing marks and note marks after it, unless it is
 * inside a quotation or a bracket that continues. A full stop does not end a sentence inside a number, after an
 * abbreviation or an initial, or before a lower-case letter. Text without an ender is one unit.
 *
 * We use our own rule because unit addresses depend on it: `Intl.Segmenter` differs from one browser to the next.
 */
export function splitUnits(text: string): UnitRange[] {
  return rangesBetween(text, findBoundaries(text, true) ?? findBoundaries(text, false) ?? []);
}

/** Cuts at the given offsets, for a segment whose unit boundaries the editor has set. */
export const rangesBetween = (text: string, boundaries: number[]): UnitRange[] =>
  [0, ...boundaries]
    .map((start, i) => trimRange(text, start, boundaries[i] ?? text.length))
    .filter(({ start, end }) => end > start);

const OPENERS = '“「『（(《〈【[';
const CLOSERS = '”」』）)》〉】]';
const TRAILING = `${CLOSERS}’"'`;

/**
 * The offset after each sentence; undefined if quotation marks and brackets are unbalanced, which makes depth
 * meaningless.
 */
function findBoundaries(text: string, respectNesting: boolean): number[] | undefined {
  const boundaries: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (OPENERS.includes(character)) depth++;
    else if (CLOSERS.includes(character)) depth--;
    else if (isEnder(text, i)) {
      let end = i + 1;
      for (; end < text.length; end++) {
        const next = text.charAt(end);
        if (!isEnder(text, end) && !TRAILING.includes(next) && next !== NOTE_MARK) break;
        if (CLOSERS.includes(next)) depth--;
      }
      if ((!respectNesting || depth === 0) && canEndSentence(text, i, end)) boundaries.push(end);
      i = end - 1;
    }
  }
  return respectNesting && depth !== 0 ? undefined : boundaries;
}

const isEnder = (text: string, at: number): boolean => '。！？.!?'.includes(text.charAt(at) || ' ');

// Enough of the following text to tell how it continues.
const LOOKAHEAD = 4;

/** Whether a sentence may end here, judging by the text before the ender and after its closing marks. */
function canEndSentence(text: string, ender: number, end: number): boolean {
  let at = end;
  while (/\s/.test(text.charAt(at))) at++;
  const next = text.slice(at, at + LOOKAHEAD);
  if (next === '') return true;
  const character = text.charAt(ender);
  if ('。！？'.includes(character)) {
    // A question or exclamation in quotation marks, or a title that ends in one, may be part of a longer sentence.
    const closed = text.slice(ender + 1, end).replace(new RegExp(`[。！？${NOTE_MARK}]`, 'g'), '');
    return (
      !/^[，、；：]/.test(next) &&
      !closed.includes('》') &&
      (character === '。' || closed === '' || /^[“「『（《\n]/.test(next))
    );
  }
  const spaced = /\s/.test(text.charAt(end));
  if (!spaced || /^\p{Ll}/u.test(next)) return false;
  return (
    character !== '.' ||
    !endsInAbbreviation(text.slice(Math.max(0, ender - MAX_ABBREVIATION_LENGTH), ender), next)
  );
}

const BEFORE_A_NAME = words(
  'al cap capt cf co col corp dr e.g ft gen gov hon i.e inc ltd messrs mr mrs ms mt prof rev sen st viz vs',
);
const BEFORE_A_NUMBER = words(
  'approx apr art arts aug c ca ch chap chs dec eq eqs feb fig figs jan jul jun mar no nos nov oct p para paras pp pt sec secs sep sept vol vols',
);

// Limits how far we look back, so that full stops in a long text stay cheap to check.
const MAX_ABBREVIATION_LENGTH = 40;

/** Whether the full stop after `before` belongs to its last word, an abbreviation or initial. */
function endsInAbbreviation(before: string, next: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  const initials = /^\p{Lu}$/u.test(word) || /\p{L}\.\p{L}$/u.test(word);
  const known = word.toLowerCase();
  return initials || BEFORE_A_NAME.has(known) || (/^\d/.test(next) && BEFORE_A_NUMBER.has(known));
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

function trimRange(text: string, start: number, end: number): UnitRange {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
