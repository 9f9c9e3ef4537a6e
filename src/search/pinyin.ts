import { pinyin, polyphonic } from 'pinyin-pro';
import { entryOf } from './entry-of.ts';
import { beginningOf } from './readings.ts';
import type { Pinyin } from './record.ts';
import { foldQuery } from './units.ts';
import { countStrings } from './words.ts';

/** The readings of the texts’ characters, alone and in pairs, by the initial letters of the first syllable. */
export function pinyinOf(texts: string[]): Map<string, Pinyin> {
  const lines = texts.flatMap((text) => text.split('\n')).map(foldQuery);
  const runs = lines.flatMap((line) => line.match(/\p{Script=Han}+/gu) ?? []);
  const readings = new Map(
    [...new Set(runs.join(''))].map((character) => [character, readingsOf(character)]),
  );
  const files = new Map<string, Pinyin>();
  for (const [string] of countStrings(
    runs.values().flatMap((run) => [...stringsIn(run, 1), ...stringsIn(run, 2)]),
  )) {
    const [, second] = [...string];
    const alone = pinyin(string, { toneType: 'none', v: true, type: 'array' });
    // A particle is read otherwise only in some words, such as 目的; elsewhere that would make the files larger.
    const [here = [], after = []] = [...string].map((one, i) =>
      readings
        .get(one)
        ?.filter(({ syllable, isRare }) => !isRare || !PARTICLE.test(one) || syllable === alone[i]),
    );
    for (const { syllable, isRare } of here)
      for (const next of second === undefined ? [{ syllable: '', isRare }] : after) {
        const file = entryOf(files, beginningOf(syllable), {});
        const lists = ((file[syllable] ??= {})[next.syllable] ??= ['', '']);
        lists[next.isRare ? 1 : 0] += string;
      }
  }
  const names = new Set(lines.filter((line) => /^\p{Script=Han}{3,8}$/u.test(line)));
  const usual = (string: string): string[] =>
    Array.from(string, (one) => readings.get(one)?.find(({ isRare }) => !isRare)?.syllable ?? '');
  const words = countStrings(runs.values().flatMap(wordsOf)).keys();
  const alike = Map.groupBy(words, (word) => usual(word).join(''));
  const strings = new Set(runs.values().flatMap((run) => [...stringsIn(run, 2), ...stringsIn(run, 3)]));
  const read = Map.groupBy(strings, (string) => usual(string).join(''));
  const tell = (syllables: string[], word: string, isRare: boolean): void => {
    const readings = (entryOf(files, beginningOf(syllables[0] ?? ''), {})[''] ??= {});
    const lists = (readings[syllables.join('')] ??= ['', '']);
    if (!lists[0].split(' ').includes(word)) lists[isRare ? 1 : 0] += `${word} `;
  };
  for (const name of names) tell(pinyin(name, { toneType: 'none', v: true, type: 'array' }), name, false);
  for (const [letters, same] of alike) {
    const others = (read.get(letters) ?? []).filter((one) => !same.includes(one));
    if (same.length + others.length < 2) continue;
    for (const word of same) tell(usual(word), word, false);
    for (const one of others) tell(usual(one), one, true);
  }
  return files;
}

const PARTICLE = /[的了着过地得和与为]/u;

/** The strings of `length` characters in a run. */
const stringsIn = (run: string, length: number): string[] => {
  const characters = [...run];
  return characters.slice(length - 1).map((_, i) => characters.slice(i, i + length).join(''));
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of two or three characters in a run, and adjacent words that have three characters together. */
function wordsOf(run: string): string[] {
  const words = Array.from(segmenter.segment(run), ({ segment }) => segment);
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ''}${word}`);
  return [
    ...words.filter((word) => /^\p{Script=Han}{2,3}$/u.test(word)),
    ...pairs.filter((pair) => /^\p{Script=Han}{3}$/u.test(pair)),
  ];
}

/** The readings of a character, and whether each is not the usual one. */
function readingsOf(character: string): { syllable: string; isRare: boolean }[] {
  const usual = pinyin(character, { toneType: 'none', v: true });
  const all = polyphonic(character, { toneType: 'none', v: true, type: 'array' }).flat().join(' ');
  const syllables = new Set(all.split(/[ ,]+/).filter((one) => /^[a-z]+$/.test(one)));
  return [...syllables].map((syllable) => ({ syllable, isRare: syllable !== usual }));
}
