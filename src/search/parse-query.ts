import { fold, foldQuery, withoutPunctuation } from './fold.ts';

/** What has to stand in a text: one of several spellings, each in folded form. */
export type Part = string[];

/** One way of reading a query. */
export interface Reading {
  /** All of them must stand in the text. */
  parts: Part[];
  /** Whether punctuation is passed over in the text, as it is in the parts. */
  loose: boolean;
}

/** A query, read. The readings come strictest first; the first that finds anything is the one that was meant. */
export interface Query {
  readings: Reading[];
  /** None of these may stand in the text. */
  not: Part[];
}

/**
 * `A B` means the two of them as they stand, unless both are Han characters, else both anywhere, else both without
 * regard to punctuation; `"A"` means just that, with its punctuation; `-A` means without it. `spell` gives other
 * spellings that may stand for a string.
 */
export function parseQuery(query: string, spell: (folded: string) => string[] = (folded) => [folded]): Query {
  const words = wordsOf(query);
  const negative = words.filter(({ excluded }) => excluded);
  const wanted = words.filter(({ excluded }) => !excluded);
  if (wanted.length === 0) return { readings: [], not: [] };

  const strict = [...new Set(wanted.map(({ text }) => foldQuery(text)))].map(spell);
  const whole = [spell(foldQuery(wanted.map(({ text }) => text).join(' ')))];
  const readings: Reading[] = [];
  const offer = (parts: Part[], loose: boolean): void => {
    if (parts.every((part) => part.some(Boolean))) readings.push({ parts, loose });
  };
  const quoted = wanted.some((word) => word.quoted);
  // Nobody writes a space between Han characters but to say that these are two things; one as wide as they are may have
  // come with the text.
  const apart = wanted.every(({ text }) => /^\p{Script=Han}+$/u.test(text)) && !query.includes('\u3000');
  const mayBeOne = wanted.length > 1 && !apart;
  if (!quoted && mayBeOne) offer(whole, false);
  offer(strict, false);
  if (!quoted) {
    if (mayBeOne) offer(whole.map(bare), true);
    offer(strict.map(bare), true);
  }
  return { readings, not: negative.map(({ text }) => spell(foldQuery(text))) };
}

const bare = (part: Part): Part => part.map((one) => withoutPunctuation(fold(one)).text.trim());

interface Word {
  text: string;
  quoted: boolean;
  excluded: boolean;
}

function wordsOf(query: string): Word[] {
  const words = [...query.matchAll(/(-?)"([^"]+)"|(\S+)/g)].map(([, minus = '', phrase, word = '']): Word =>
    phrase === undefined
      ? /^[-－]./.test(word)
        ? { text: word.slice(1).replaceAll('"', ''), quoted: false, excluded: true }
        : { text: word.replaceAll('"', ''), quoted: false, excluded: false }
      : { text: phrase, quoted: true, excluded: minus !== '' },
  );
  const said = words.filter(({ text }) => foldQuery(text) !== '');
  // A query of nothing but exclusions excludes nothing: it asks for what is written.
  return said.every(({ excluded }) => excluded)
    ? said.map(({ text }) => ({ text: `-${text}`, quoted: false, excluded: false }))
    : said;
}
