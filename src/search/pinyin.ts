import { pinyin, polyphonic } from 'pinyin-pro';
import { entryOf } from './entry-of.ts';
import { beginningOf } from './pinyin-letters.ts';
import type { Pinyin } from './record.ts';
import { foldQuery } from './units.ts';
import { countStrings, EMPTY, joinedWords } from './words.ts';

/**
 * What letters stand for in the texts, by the initial letters of the first syllable. Of words that sound the same,
 * those in `passages`, which are some of the texts, are the likelier ones.
 */
export function pinyinOf(texts: string[], passages = texts): Map<string, Pinyin> {
  const linesOf = (some: string[]): string[] => some.flatMap((text) => text.split('\n')).map(foldQuery);
  const runsOf = (some: string[]): string[] => some.flatMap((line) => line.match(/\p{Script=Han}+/gu) ?? []);
  const lines = linesOf(texts);
  const runs = runsOf(lines);
  const readings = new Map(
    [...new Set(runs.join(''))].map((character) => [character, readingsOf(character)]),
  );
  const usual = (string: string): string[] =>
    Array.from(string, (one) => readings.get(one)?.find(({ isRare }) => !isRare)?.syllable ?? '');
  const files = new Map<string, Pinyin>();
  const fileFor = (letters: string): Pinyin =>
    entryOf(files, beginningOf(letters), { syllables: {}, words: {} });

  const heard = new Set(runs.flatMap(heardIn));
  for (const [string] of countStrings(
    runs.values().flatMap((run) => [...stringsIn(run, 1), ...stringsIn(run, 2)]),
  )) {
    const [, second] = [...string];
    const [here = [], after = []] = [...string].map((one, i) =>
      readings.get(one)?.filter(({ syllable, isRare }) => !isRare || heard.has(`${string}${i}${syllable}`)),
    );
    for (const { syllable, isRare } of here)
      for (const next of second === undefined ? [{ syllable: '', isRare }] : after) {
        const lists = ((fileFor(syllable).syllables[syllable] ??= {})[next.syllable] ??= ['', '']);
        lists[next.isRare ? 1 : 0] += string;
      }
  }

  // Strings that sound the same, or are read otherwise than their characters: names, words, and adjacent words.
  const names = new Set(lines.filter((line) => /^\p{Script=Han}{3,8}$/u.test(line)));
  const standing = [runsOf(linesOf(passages)), runs]
    .flatMap((some) => [...countStrings(some.values().flatMap(standingIn)).keys()])
    .sort((a, b) => Number(a[0]) - Number(b[0]))
    .map((ranked) => ranked.slice(1));
  const strings = countStrings(
    runs.values().flatMap((run) => [...stringsIn(run, 2), ...stringsIn(run, 3)]),
  ).keys();
  const lettersOf = (string: string): string => syllablesOf(string).join('');
  const alike = Map.groupBy(new Set([...names, ...standing]), lettersOf);
  const others = Map.groupBy(strings, (string) => usual(string).join(''));
  for (const [letters, same] of alike) {
    const different = (others.get(letters) ?? []).filter((one) => !same.includes(one));
    const [first = ''] = same;
    if (same.length + different.length > 1 || names.has(first) || usual(first).join('') !== letters)
      fileFor(letters).words[letters] = [same.join(' '), different.join(' ')];
  }
  return files;
}

/**
 * The characters of a run and of its pairs, each with its place and its reading in the run and in the pair alone. Most
 * rare readings are heard in neither: only some words have 的 as di, such as 目的.
 */
function heardIn(run: string): string[] {
  const inRun = syllablesOf(run);
  return [1, 2].flatMap((length) =>
    stringsIn(run, length).flatMap((string, at) =>
      [inRun.slice(at, at + length), syllablesOf(string)].flatMap((syllables) =>
        syllables.map((syllable, i) => `${string}${i}${syllable}`),
      ),
    ),
  );
}

/** The usual syllable of each character of a string, in its context. */
const syllablesOf = (string: string): string[] =>
  pinyin(string, { toneType: 'none', v: true, type: 'array' });

/**
 * Strings of two or three characters that begin and end with words of a run, after their rank: words, then adjacent
 * words, and then those that begin or end with a particle, which were probably cut out of a sentence.
 */
const standingIn = (run: string): string[] =>
  [...joinedWords(run, 3)]
    .filter(({ text }) => /^\p{Script=Han}{2,3}$/u.test(text))
    .map(({ text, words }) => `${words === 1 ? 0 : EMPTY.test(text) ? 2 : 1}${text}`);

/** The strings of `length` characters in a run. */
const stringsIn = (run: string, length: number): string[] => {
  const characters = [...run];
  return characters.slice(length - 1).map((_, i) => characters.slice(i, i + length).join(''));
};

/** The readings of a character, and whether each is not the usual one. */
function readingsOf(character: string): { syllable: string; isRare: boolean }[] {
  const usual = pinyin(character, { toneType: 'none', v: true });
  const all = polyphonic(character, { toneType: 'none', v: true, type: 'array' }).flat().join(' ');
  const syllables = new Set(all.split(/[ ,]+/).filter((one) => /^[a-z]+$/.test(one)));
  return [...syllables].map((syllable) => ({ syllable, isRare: syllable !== usual }));
}
