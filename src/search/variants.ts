import * as OpenCC from 'opencc-js';
import { pinyin, polyphonic } from 'pinyin-pro';
import { radicals } from './radicals.ts';
import { foldQuery } from './units.ts';
import type { Pinyin } from './record.ts';
import { beginningOf } from './readings.ts';
import { countStrings } from './words.ts';

/**
 * Words separated by spaces: each a character of the texts, followed by its variants: Traditional, Simplified, Japanese
 * and regional ones.
 */
export function variantsOf(texts: string[]): string {
  const text = texts.join('\n');
  const related = new Map<string, Set<string>>();
  for (const character of new Set(foldQuery(text).match(/\p{Script=Han}/gu) ?? []))
    related.set(character, new Set(keysOf(character).flatMap((key) => withKey().get(key) ?? [])));
  for (const [variant, character] of variantsInWords(text)) related.get(character)?.add(variant);
  const others = new Set(
    [...related].flatMap(([character, all]) => [...all].filter((one) => one !== character)),
  );
  return [...related]
    .map(([character, all]) => [character, ...[...all].filter((one) => one !== character).sort()])
    .filter(([character = '', ...all]) => all.length > 0 || others.has(character))
    .map((word) => word.join(''))
    .sort()
    .join(' ');
}

type Script = 'cn' | 't' | 'tw' | 'hk' | 'jp';
const converters = new Map<string, (text: string) => string>();

/** Converts a text from one script to another. Converters are created on first use, since that takes a while. */
export function converted(text: string, from: Script, to: Script): string {
  const name = `${from} ${to}`;
  const convert = converters.get(name) ?? OpenCC.Converter({ from, to });
  converters.set(name, convert);
  return convert(text);
}

/**
 * The characters that a character is a variant of, as each script simplifies it; cached, since every text needs all of
 * them.
 */
function keysOf(character: string): string[] {
  const known = keys.get(character);
  if (known) return known;
  const variant = foldQuery(character);
  const forms = [
    ...new Set((['t', 'tw', 'hk', 'jp'] as const).map((from) => converted(variant, from, 'cn'))),
  ];
  keys.set(character, forms);
  return forms;
}
const keys = new Map<string, string[]>();

/** All characters, by the characters that they are variants of; also cached. */
function withKey(): Map<string, string[]> {
  if (allByKey.size === 0)
    for (const variant of repertoire())
      for (const key of keysOf(variant)) entryOf(allByKey, key, []).push(variant);
  return allByKey;
}
const allByKey = new Map<string, string[]>();

/** All characters that may be typed as variants: unified ideographs that fonts have. */
const repertoire = (): string[] => [
  ...[
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0x20000, 0x2a6df],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  ),
  ...[...radicals].filter((_, i) => i % 2 === 1),
];

/** The Traditional variants of the texts’ characters that depend on the word. */
function variantsInWords(text: string): [variant: string, character: string][] {
  const runs = [...new Set(text.match(/\p{Script=Han}+/gu) ?? [])];
  return (['tw', 'hk', 't'] as const).flatMap((to) =>
    runs.flatMap((run): [string, string][] => {
      const [before, after] = [[...run], [...converted(run, 'cn', to)]];
      return before.length === after.length ? after.map((variant, i) => [variant, before[i] ?? variant]) : [];
    }),
  );
}

/**
 * Maps each character of the texts to its forms in other scripts that also occur in them; empty if the texts are all in
 * one script.
 */
export function scriptsOf(texts: string[]): Record<string, string> {
  const present = [...new Set(foldQuery(texts.join('\n')).match(/\p{Script=Han}/gu) ?? [])].sort();
  // Keeps characters that are distinct in Simplified texts.
  const alike = Map.groupBy(present, (character) => converted(character, 't', 'cn'));
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
    const [first = '', second] = [...string];
    for (const { syllable, isRare } of readings.get(first) ?? [])
      for (const next of second === undefined ? [{ syllable: '', isRare }] : (readings.get(second) ?? [])) {
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
