import { emptyWords, isQuestion as isFoldedQuestion } from '../language/questions.ts';
import { otherSpellings, spellings } from './spell.ts';
import { foldQuery, isLikeAddress, joinedForms, unitsOf } from './units.ts';

/** Something that a text must contain, in folded form. */
export interface Part {
  /** The alternative spellings that match literally. */
  literal: string[];
  /** Strings that also match if punctuation, spelling or script differ; empty if only literal matches are wanted. */
  alike: string[];
  /** Whether the last word must not be the beginning of another one. Its plural is the same word. */
  isWhole?: boolean;
}

export interface Query {
  /**
   * Possible meanings, strictest first, each a list of parts that a text must all contain. Those after the first that a
   * text matches literally are not used.
   */
  meanings: Part[][];
  /** A text must contain none of these. */
  not: Part[];
}

/** Alternatives to the query’s way of writing. */
export interface Writing {
  /** The spellings of a folded string. */
  spell?: (folded: string) => string[];
  /** Maps a character to its forms in other scripts, as far as they occur in the texts. */
  scripts?: Record<string, string>;
  /** Whether the query is an abbreviation, which stands for itself only as a whole word. */
  isWhole?: boolean;
}

/** How a part may match a text. */
export const waysOf = ({ literal, isWhole = false }: Part) => ({
  isWhole,
  inAddresses: literal.some(isLikeAddress),
  /** Whether its words may be in the singular or plural: not those of an abbreviation or of “China’s”. */
  inAnyNumber: !isWhole && !literal.some((one) => /['’‘]/.test(one)),
});
export type Ways = ReturnType<typeof waysOf>;

export const hasSigns = ({ literal }: Part): boolean =>
  literal.some((one) => unitsOf(one).some(({ isSign }) => isSign));

/** Whether a query is put as a question. */
export const isQuestion = (query: string): boolean => isFoldedQuestion(foldQuery(query));

/** Whether a query is written like an abbreviation. */
export const isInCapitals = (query: string): boolean => /^[A-Z]{2,6}$/.test(query.trim());

/** Whether a query is an abbreviation or ends in one like a name: “Bank of the NP”, but not “the NP”. */
export const endsInCapitals = (query: string): boolean =>
  /(?:^|\p{Ll} \p{Ll}+ )[A-Z]{2,6}$/u.test(query.trim());

/**
 * `A B` means the phrase, unless both are Han words, or else both words anywhere; `"A"` means exactly that, with its
 * punctuation, or if it has and finds none, across punctuation; `-A` excludes A.
 */
export function parseQuery(
  query: string,
  { spell = (one) => [one], scripts = {}, isWhole = false }: Writing = {},
): Query {
  const words = wordsOf(query);
  const wanted = words.filter(({ isExcluded }) => !isExcluded);
  const partOf = (text: string, isQuoted: boolean): Part => {
    const literal = spell(foldQuery(text)).filter(Boolean);
    const alike = literal
      .flatMap((one) => [one, ...otherSpellings(one)])
      .flatMap(joinedForms)
      .flatMap((one) => spellings(one, (character) => character + (scripts[character] ?? '')));
    // A word that ends in ’s is complete.
    const isComplete = isWhole || literal.some((one) => one.endsWith("'s"));
    return { literal, alike: isQuoted ? [] : [...new Set(alike)], ...(isComplete ? { isWhole: true } : {}) };
  };
  const isQuoted = wanted.some((word) => word.isQuoted);
  // Ignore punctuation around each of several words, and a question mark after more than three.
  const bare = (text: string): string =>
    isQuoted ? text : wanted.length < 2 ? text : text.replace(/^[([]+|[.?!,;:)\]]+$/g, '') || text;
  const each = [...new Set(wanted.map(({ text }) => bare(foldQuery(text))))];
  // Words such as “for” say nothing apart from the others.
  const telling = isQuoted ? each : each.filter((text) => !emptyWords.has(text));
  const isTelling = telling.length > 1 && telling.some((text) => /[\p{L}\p{N}]/u.test(text));
  const apart = (isTelling ? telling : each).map((text) => partOf(text, isQuoted));
  // A space between Han words shows that they are separate, but one between all characters, or a full-width one, may
  // have been copied with the text.
  const areApart =
    wanted.every(({ text }) => /^\p{Script=Han}+$/u.test(text)) &&
    wanted.some(({ text }) => [...text].length > 1) &&
    !query.includes('\u3000');
  const isOne = wanted.length > 1 && !areApart && !isQuoted;
  // That a passage has all words of a question, such as “how” and “does”, does not make it an answer.
  const isAsked = isOne && wanted.length > 3 && isQuestion(query);
  const phrase = wanted.map(({ text }) => text).join(' ');
  const whole = isOne ? [[partOf(wanted.length > 3 ? phrase.replace(/[?？]+$/, '') : phrase, false)]] : [];
  // A quoted phrase that is nowhere as typed may be there with punctuation, unless it has some itself.
  const isPlain = isQuoted && each.every((text) => unitsOf(text).every(({ isSign }) => !isSign));
  const across = isPlain ? [apart.map((part) => ({ ...part, alike: part.literal }))] : [];
  return {
    meanings: [...whole, ...(isAsked ? [] : [apart]), ...across].filter(({ length }) => length > 0),
    not: words.filter(({ isExcluded }) => isExcluded).map((word) => partOf(word.text, word.isQuoted)),
  };
}

/**
 * A query in which what is in quotation marks is apart from what is directly before or after it: “A”B becomes “A” B.
 */
export const dividedAtMarks = (query: string): string =>
  query.replace(/(?<=[\p{L}\p{N}”’」』])(?=[“「『])|(?<=[”」』])(?=[\p{L}\p{N}])/gu, ' ');

/** A query without a quotation mark at its beginning or end that is the only one: nothing is quoted then. */
export const withoutLoneMark = (query: string): string =>
  query.match(/["“”]/g)?.length === 1 ? query.replace(/^\s*["“]|["”]\s*$/, '') : query;

interface Word {
  text: string;
  isQuoted: boolean;
  isExcluded: boolean;
}

/** The words and quoted phrases of a query. */
export function wordsOf(query: string): Word[] {
  const words = [...query.matchAll(/([-－]?)(?:"([^"]+)"|(\S+))/g)]
    .map(([, minus = '', phrase, word = '']): Word => ({
      text: phrase ?? word.replaceAll('"', ''),
      isQuoted: phrase !== undefined,
      isExcluded: minus !== '',
    }))
    .filter(({ text }) => foldQuery(text) !== '');
  // A query of only exclusions excludes nothing: its minus signs are searched literally.
  return words.every(({ isExcluded }) => isExcluded)
    ? words.map(({ text }) => ({ text: `-${text}`, isQuoted: false, isExcluded: false }))
    : words;
}
