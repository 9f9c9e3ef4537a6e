import { HAN } from '../model/language.ts';
import type { Words } from './record.ts';
import { foldQuery, wordsIn } from './units.ts';

/** Limits for strings of Han words: words per string, characters per string, minimum occurrences, number of strings. */
const [MAX_WORDS, MAX_LENGTH, MIN_TIMES, MAX_STRINGS] = [4, 8, 6, 4000];
/** No name or term begins or ends with these. */
export const EMPTY =
  /^[的了着过与和在是对将也为及等或从被而并其以于就都又这那不]|[的了着与和在是对将也为及等或从被而并其以于就都又]$/u;

/** Follows the frequency of names and headings. */
export const ITEM = '+';

/** Joins the words of a name in letters. */
export const JOINER = '_';
/** Names of more words are not corrected. */
const MAX_NAME_WORDS = 4;

const PARTS = 32;

/** The parts of an edition’s word list for the first and the last character of a word. */
export const partsOf = (word: string): Set<string> =>
  new Set([word.at(0), word.at(-1)].map((end = '') => ((end.codePointAt(0) ?? 0) % PARTS).toString(PARTS)));

/** The words that a misspelt word may mean, by part: words in letters, strings of Han words, headings and names. */
export function wordsByPart(texts: string[], headings: string[], names: string[]): Map<string, Words> {
  const lines = texts.flatMap((text) => text.split('\n')).map(foldQuery);
  const letters = countStrings(lines.values().flatMap(lettersIn));
  const strings = countStrings(lines.values().flatMap(stretchesIn));
  const known = new Map([
    ...letters,
    ...[...strings].filter(([, times]) => times >= MIN_TIMES).slice(0, MAX_STRINGS),
  ]);
  for (const string of headings.flatMap((heading) => stretchesIn(foldQuery(heading))))
    known.set(string, strings.get(string) ?? 0);
  const items = new Set<string>();
  for (const name of [...headings, ...names]) {
    // Add a name in Han characters without its punctuation.
    const units = wordsIn(name).map(({ text }) => text);
    const whole = units.length > 1 && units.every((unit) => HAN.test(unit)) ? [units.join('')] : [];
    for (const word of [...lettersIn(foldQuery(name)), ...whole])
      if (!known.has(word)) known.set(word, strings.get(word) ?? 0);
    items.add(units.join(units.every((unit) => HAN.test(unit)) ? '' : ' '));
  }
  for (const name of names) {
    const words = foldQuery(name).split(' ');
    const joined = words.join(JOINER);
    if (words.length < 2 || words.length > MAX_NAME_WORDS || !/^[a-z_]+$/.test(joined)) continue;
    known.set(joined, 0);
    items.add(joined);
  }
  const parts = new Map(Array.from({ length: PARTS }, (_, i): [string, Words] => [i.toString(PARTS), {}]));
  for (const [word, times] of [...known].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const part of partsOf(word)) {
      const words = parts.get(part) ?? {};
      const key = items.has(word) ? `${times}${ITEM}` : times;
      words[key] = words[key] === undefined ? word : `${words[key]} ${word}`;
    }
  return parts;
}

/** Words in Latin letters; shorter ones are too similar to too many others. */
const lettersIn = (folded: string): string[] =>
  folded.match(/(?<!\p{L})[a-z]{3,}(?!\p{Script=Latin})/gu) ?? [];

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The strings of at most `longest` code units that consecutive words of a run of Han characters form. */
export function* joinedWords(run: string, longest: number): Generator<{ text: string; words: number }> {
  const words = Array.from(segmenter.segment(run), ({ segment }) => segment);
  for (const i of words.keys()) {
    let text = '';
    for (let n = 1; i + n <= words.length; n++) {
      text += words[i + n - 1] ?? '';
      if (text.length > longest) break;
      yield { text, words: n };
    }
  }
}

/** The strings of Han words in a text that may be names or terms. */
const stretchesIn = (folded: string): string[] =>
  (folded.match(/\p{Script=Han}{2,}/gu) ?? [])
    .flatMap((run) => [...joinedWords(run, MAX_LENGTH)])
    .filter(({ text, words }) => words <= MAX_WORDS && text.length > 1 && !EMPTY.test(text))
    .map(({ text }) => text);

/** Counts strings, most frequent first. */
export function countStrings(strings: Iterable<string>): Map<string, number> {
  const times = new Map<string, number>();
  for (const one of strings) times.set(one, (times.get(one) ?? 0) + 1);
  return new Map([...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
