import * as OpenCC from 'opencc-js';
import { pinyin, polyphonic } from 'pinyin-pro';
import { foldQuery } from './units.ts';
import type { Pinyin } from './record.ts';
import { beginningOf } from './readings.ts';
import { usualCharacters } from './spell.ts';
import { countStrings } from './words.ts';

/**
 * Words separated by spaces: each a character of the texts, followed by its variants: Traditional, Simplified, Japanese
 * and regional ones. Characters written for each other in some words only are variants if the texts have such a word.
 */
export function variantsOf(texts: string[]): string {
  const runs = texts.flatMap((text) => foldQuery(text).match(/\p{Script=Han}+/gu) ?? []);
  const inWords = new Map<string, Set<string>>();
  for (const run of new Set(runs))
    for (const i of run.split('').keys())
      for (const [word, other] of words.get(run.slice(i, i + 2)) ?? [])
        if (run.startsWith(word, i)) link(inWords, word, other);
  // All scripts are linked through the Traditional one.
  const variants = [...new Set(runs.join(''))].map((character): [string, Set<string>] => {
    const near = [...(linked.get(character) ?? [])];
    const beyond = near.flatMap((one) => [...(linked.get(one) ?? [])]);
    // Two usual characters are different words, even if one of a third script may stand for either.
    const isUsual = usualCharacters.has(character);
    const others = beyond.filter((one) => !(isUsual && usualCharacters.has(one)));
    return [character, new Set([...near, ...others, ...(inWords.get(character) ?? [])])];
  });
  const all = new Set(variants.flatMap(([, some]) => [...some]));
  return variants
    .filter(([character, some]) => all.has(character) || some.size > 0)
    .map(([character, some]) => [character, ...[...some].filter((one) => one !== character).sort()].join(''))
    .sort()
    .join(' ');
}

type Links = Map<string, Set<string>>;

/** Links the characters in which two forms of a word differ. */
function link(links: Links, word: string, other: string): void {
  const others = [...other];
  for (const [i, a] of [...word].entries()) {
    const b = others[i] ?? a;
    if (a === b) continue;
    entryOf(links, a, new Set()).add(b);
    entryOf(links, b, new Set()).add(a);
  }
}

/** Characters of which one is written for the other. */
const linked: Links = new Map();
/** Words with another form, by their first two characters. */
const words = new Map<string, [word: string, other: string][]>();
const { from, to } = OpenCC.Locale;
// The Japanese phrases are other words.
const japanese = from.jp?.flat().slice(1);
for (const dictionary of [from.cn, from.tw, from.hk, to.cn, to.tw, to.hk, japanese].flat(2))
  for (const line of String(dictionary).split('|')) {
    const [word = '', ...others] = line.split(' ');
    for (const other of others.filter((one) => one !== word && [...one].length === [...word].length))
      if ([...word].length === 1) link(linked, word, other);
      else {
        entryOf(words, word.slice(0, 2), []).push([word, other]);
        entryOf(words, other.slice(0, 2), []).push([other, word]);
      }
  }

/**
 * Maps each character of the texts to its forms in other scripts that also occur in them; empty if the texts are all in
 * one script.
 */
export function scriptsOf(texts: string[]): Record<string, string> {
  const present = [...new Set(foldQuery(texts.join('\n')).match(/\p{Script=Han}/gu) ?? [])].sort();
  // Keeps characters that are distinct in Simplified texts.
  const simplified = OpenCC.Converter({ from: 't', to: 'cn' });
  const alike = Map.groupBy(present, simplified);
  return Object.fromEntries(
    [...alike.values()]
      .filter((same) => same.length > 1)
      .flatMap((same) => same.map((one) => [one, same.filter((other) => other !== one).join('')])),
  );
}

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

function entryOf<K, V>(map: Map<K, V>, key: K, without: V): V {
  const entry = map.get(key) ?? without;
  map.set(key, entry);
  return entry;
}
