import { spellings } from './spell.ts';
import { foldQuery, withoutApostrophes } from './units.ts';

/** What has to stand in a text, each in folded form. */
export interface Part {
  /** As it is written, in one of several spellings. */
  literal: string[];
  /** What is found too where it differs in punctuation or script; none where just the literal is meant. */
  alike: string[];
}

export interface Query {
  /**
   * What may be meant, strictest first: parts that must all stand in a text. The first of which some text has all parts
   * literally is meant, with all that is alike; else the first that is found at all.
   */
  meanings: Part[][];
  /** None of these may stand in the text. */
  not: Part[];
}

/** Other ways of writing than the query's. */
export interface Writing {
  /** Spellings that may stand for a folded string. */
  spell?: (folded: string) => string[];
  /** By a character, the same one in other scripts, as far as the texts have it. */
  scripts?: Record<string, string>;
}

/**
 * `A B` means the two of them as they stand, unless both are Han characters, else both anywhere; `"A"` means just that,
 * with its punctuation; `-A` means without it.
 */
export function parseQuery(query: string, { spell = (one) => [one], scripts = {} }: Writing = {}): Query {
  const words = wordsOf(query);
  const wanted = words.filter(({ isExcluded }) => !isExcluded);
  const partOf = (text: string, isQuoted: boolean): Part => {
    const literal = spell(foldQuery(text)).filter(Boolean);
    const alike = literal.flatMap((one) =>
      spellings(withoutApostrophes(one), (character) => character + (scripts[character] ?? '')),
    );
    return { literal, alike: isQuoted ? [] : [...new Set(alike)] };
  };
  const isQuoted = wanted.some((word) => word.isQuoted);
  // What ends a sentence, or a part of it, belongs to none of several words, nor what ends a question to all of many.
  const bare = (text: string): string =>
    isQuoted ? text : wanted.length < 2 ? text : text.replace(/[.?!,;:]+$/, '') || text;
  const apart = [...new Set(wanted.map(({ text }) => bare(foldQuery(text))))].map((text) =>
    partOf(text, isQuoted),
  );
  // Nobody writes a space between Han characters but to say that these are two things; one as wide as they are may have
  // come with the text.
  const areApart = wanted.every(({ text }) => /^\p{Script=Han}+$/u.test(text)) && !query.includes('\u3000');
  const isOne = wanted.length > 1 && !areApart && !isQuoted;
  const said = wanted.map(({ text }) => text).join(' ');
  const whole = isOne ? [[partOf(wanted.length > 3 ? said.replace(/[?？]+$/, '') : said, false)]] : [];
  return {
    meanings: [...whole, apart].filter(({ length }) => length > 0),
    not: words.filter(({ isExcluded }) => isExcluded).map((word) => partOf(word.text, word.isQuoted)),
  };
}

interface Word {
  text: string;
  isQuoted: boolean;
  isExcluded: boolean;
}

function wordsOf(query: string): Word[] {
  const words = [...query.matchAll(/([-－]?)(?:"([^"]+)"|(\S+))/g)]
    .map(([, minus = '', phrase, word = '']): Word => ({
      text: phrase ?? word.replaceAll('"', ''),
      isQuoted: phrase !== undefined,
      isExcluded: minus !== '',
    }))
    .filter(({ text }) => foldQuery(text) !== '');
  // A query of nothing but exclusions excludes nothing: it asks for what is written.
  return words.every(({ isExcluded }) => isExcluded)
    ? words.map(({ text }) => ({ text: `-${text}`, isQuoted: false, isExcluded: false }))
    : words;
}
