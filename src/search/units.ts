import { radicals } from './radicals.ts';

/** What is between two units: nothing significant, signs, not even a space, or the end of the paragraph. */
export const gaps = ['plain', 'signs', 'glued', 'end'] as const;
export type Gap = (typeof gaps)[number];

/** A Han character or kana, a run of letters, a run of digits, or a sign. */
export interface Unit {
  /** In the folded form in which texts and queries are compared. */
  text: string;
  /** The offset where it begins in the source, and those where each character of the folded form ends there. */
  start: number;
  ends: number[];
  /** Whether it is punctuation, except signs that belong to a number, as in 1.5 and 70%. */
  isSign: boolean;
  /** The gap between it and the next unit that is not a sign. */
  gap: Gap;
  /** Whether it is part of a web address, which is not read as words. */
  isInAddress: boolean;
}

export const ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}“”《》<>，。；、]+/gu;

/** Whether a folded string looks like part of a web address, so that addresses are searched for it. */
export const isLikeAddress = (folded: string): boolean => LIKE_ADDRESS.test(folded);

// Numbers such as 1.5 and words such as twenty-one are none, but DOIs are.
const LIKE_ADDRESS =
  /^[^\s\p{Script=Han}]*(?:\p{L}[./_?=#~][\p{L}\p{N}]|\p{N}[./_?=#~]\p{L})[^\s\p{Script=Han}]*$|:\/\/|www\.|10\.\p{N}{4}/u;

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTERS = `(?:(?!${CHARACTER.source})[\\p{L}\\p{M}])+`;
const UNIT = new RegExp(`${CHARACTER.source}|°[cf](?!${LETTERS})|${LETTERS}|\\p{N}+|[\\p{P}\\p{S}]`, 'gu');
/** Signs that are folded to two characters but are one unit. */
const degrees = new Map([
  ['°c', '℃'],
  ['°f', '℉'],
]);
/** The signs at which a word may be divided or joined. */
export const joints = [/'/, /['\-‐]/];
const JOINTS = joints.map(
  ({ source }) => new RegExp(`(?<=${LETTERS.slice(0, -1)})${source}(?=${LETTERS})`, 'gu'),
);

/** Whether it is a character of a script written without spaces. */
export const isCharacter = (unit: string): boolean => CHARACTER.test(unit);

/** Whether it is a word in letters, within which a query may end. */
export const isWord = (unit: string): boolean => /^[\p{L}\p{M}]/u.test(unit) && !isCharacter(unit);

/** A word and its plural; a letter, such as that after an apostrophe, has none. */
export const wholeForms = (word: string): string[] => (word.length > 1 ? [word, `${word}s`] : [word]);

/** Divides a paragraph or a query into units, both in the same way, so that a string is found as a run of units. */
export function unitsOf(paragraph: string, offset = 0): Unit[] {
  const { text, starts, ends } = fold(paragraph);
  const found = [...text.matchAll(UNIT)];
  const addresses = [...text.matchAll(ADDRESS)].map(
    ({ 0: { length }, index }) => [index, index + length] as const,
  );
  const units: Unit[] = [];
  for (const [i, { 0: unit, index }] of [...found.entries()].reverse()) {
    const [next, end] = [units.at(-1), index + unit.length];
    const isGlued = found[i + 1]?.index === end && [unit, next?.text ?? ''].every(isAlphanumeric);
    const before: Gap = next?.isSign ? (next.gap === 'end' ? 'end' : 'signs') : isGlued ? 'glued' : 'plain';
    const degree = degrees.get(unit);
    units.push({
      text: degree ?? unit,
      start: offset + (starts[index] ?? 0),
      ends: ends.slice(degree === undefined ? index : end - 1, end).map((one) => offset + one),
      isSign: degree === undefined && /^[\p{P}\p{S}]/u.test(unit) && !isOfNumber(text, index, unit),
      gap: next ? before : 'end',
      isInAddress: addresses.some(([from, to]) => from <= index && index < to),
    });
  }
  return units.reverse();
}

const isAlphanumeric = (unit: string): boolean => isWord(unit) || /^\p{N}/u.test(unit);

/** The units of a string except punctuation. */
export const wordsIn = (string: string): Unit[] => unitsOf(string).filter(({ isSign }) => !isSign);

/** Joins the units of words that contain one of the signs, which is an apostrophe by default. */
export function joinAt(units: Unit[], signs = /'/): Unit[] {
  const words: Unit[] = [];
  for (const unit of units) {
    const [head, sign] = words.slice(-2);
    const isDivided =
      sign && signs.test(sign.text) && head?.ends.at(-1) === sign.start && sign.ends[0] === unit.start;
    if (isDivided && isWord(head.text) && isWord(unit.text))
      words.splice(-2, 2, {
        ...unit,
        text: head.text + unit.text,
        start: head.start,
        ends: [...head.ends, ...unit.ends],
      });
    else words.push(unit);
  }
  return words;
}

/** Folds a query into the form in which texts are compared. */
export const foldQuery = (query: string): string =>
  fold(query)
    .text.trim()
    .replace(/ +/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');

/** A folded string without the apostrophes in its words, and also without hyphens. */
export const joinedForms = (folded: string): string[] => [
  ...new Set(JOINTS.map((joint) => folded.replace(joint, ''))),
];

/** Whether a sign at an offset of a folded text is part of a number. */
function isOfNumber(text: string, at: number, sign: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + sign.length)].map((one) =>
    /\p{Nd}/u.test(one),
  );
  return /[.,:/\-–]/.test(sign)
    ? Boolean(before && after)
    : /[\p{S}%‰]/u.test(sign) && Boolean(before || after);
}

/** Folds width, case, accents on Latin letters and lookalike characters, and maps each character to its source. */
function fold(source: string): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let [text, at] = ['', 0];
  for (const character of source) {
    const form = forms.get(character) ?? formOf(character);
    forms.set(character, form);
    text += form;
    for (let i = 0; i < form.length; i++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { text, starts, ends };
}

const lookalikes = new Map(
  [...radicals.matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]),
);

// A cache, since texts contain few different characters.
const forms = new Map<string, string>();

function formOf(character: string): string {
  // Soft hyphens, joiners and direction marks.
  if (/\p{Cf}/u.test(character)) return '';
  if (/\s/.test(character)) return ' ';
  const form = (lookalikes.get(character) ?? character).normalize('NFKC').toLowerCase();
  if (/[‘’]/.test(form)) return "'";
  return /\p{Script=Latin}|^\p{M}$/u.test(form) ? form.normalize('NFKD').replace(/\p{M}/gu, '') : form;
}
