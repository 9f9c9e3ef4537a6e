import { isChicago, isEnglish, type CitationStyle } from '../model/citation-style.ts';
import { inBlock, inMarks } from '../model/quotation-marks.ts';

/** The minimum number of words for which a style sets a quotation as a block, without quotation marks. */
const shortestBlock: Partial<Record<CitationStyle, number>> = {
  chicago: 100,
  'chicago-author-date': 100,
  apa: 40,
  mla: 50,
};
/** The number of English words that correspond to one Chinese character. */
const WORDS_A_CHARACTER = 0.6;

/** Whether words are cells of a table, which are separated by tabs. */
export const isTabular = (words: string): boolean => words.includes('\t');

/** Whether a style sets words as a block: long ones, cells of a table, and in Chicago also several paragraphs. */
export const isBlock = (words: string, style: CitationStyle): boolean =>
  isTabular(words) ||
  lengthOf(words) >= (shortestBlock[style] ?? Infinity) ||
  (isChicago(style) && words.includes('\n'));

function lengthOf(words: string): number {
  const characters = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = words.match(/[\p{L}\p{N}](?<!\p{Script=Han})[\p{L}\p{N}’'-]*/gu)?.length ?? 0;
  return others + characters * WORDS_A_CHARACTER;
}

/**
 * The paragraphs of a quotation as a style sets them: without marks around a block, otherwise each with an opening mark
 * and the last with a closing one. In English styles, full stops and commas are before closing marks. `isWithin`: the
 * words are within quotation marks of their text.
 */
export function setQuotation(
  words: string,
  style: CitationStyle,
  quotes: string[],
  isWithin = false,
): string[] {
  const isSetOff = isBlock(words, style);
  const stopped = isEnglish(style) ? stopsInside(words) : words;
  const marked = isSetOff ? inBlock(stopped, quotes, isWithin) : inMarks(stopped, quotes);
  const [open = ''] = isSetOff ? [] : quotes;
  return marked.split('\n').map((paragraph, i) => (i > 0 ? open + paragraph : paragraph));
}

/** Moves full stops and commas before closing marks (Chicago, 6.9). An apostrophe at the end of a word is none. */
const stopsInside = (words: string): string =>
  words.replace(/(’?”)([.,])(?!\.)/gu, '$2$1').replace(/(‘(?:[^‘’“”]|’(?=\p{L}))*)’([.,])(?!\.)/gu, '$1$2’');

/**
 * Separates the full stop of a sentence, which goes after a citation in parentheses, also if a closing mark follows it.
 * A point that is part of a word stays, as does a question or exclamation mark.
 */
export function apartFromStop(text: string, style: CitationStyle): [words: string, stop: string] {
  // Only GB/T cites in Chinese texts.
  const chinese = style === 'gbt-author-date' ? '。' : '.';
  const [, said = text, marks = ''] = /^(.*?)([’”」』]*)$/su.exec(text) ?? [];
  if (/[,;:，；：]$/.test(said)) return [said.slice(0, -1) + marks, ''];
  // In brackets, a sentence keeps its own stop.
  if (/[?!]$|[.?!][)\]]$/.test(said)) return [text, '.'];
  if (/[？！]$|[。？！][）】]$/.test(said)) return [text, chinese];
  // The point of an initial and of U.S. is not the sentence’s.
  const [, words = said, stop = ''] = /^(.*?[^.…])(?<!(?<!\p{L})\p{Lu})([.。])$/su.exec(said) ?? [];
  return [words + marks, stop === '。' ? chinese : stop];
}
