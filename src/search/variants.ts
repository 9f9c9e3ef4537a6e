import { pinyin, polyphonic } from 'pinyin-pro';
import { radicals } from './radicals.ts';
import { converter } from './converter.ts';
import { foldQuery } from './fold.ts';
import type { Pairs, Readings, Variants } from './record.ts';
import { initialOf } from './spell.ts';

/** Other ways of writing the characters of a text: Traditional, Simplified, Japanese and regional variants. */
export function variantsOf(texts: string[]): Variants {
  const text = texts.join('\n');
  const present = new Set(foldQuery(text).match(/\p{Script=Han}/gu) ?? []);
  const related = new Map<string, Set<string>>();
  if (present.size > 0) {
    const byKey = new Map<string, Set<string>>();
    for (const character of present) for (const key of keysOf(character)) entryOf(byKey, key).add(character);
    for (const character of repertoire())
      for (const other of keysOf(character).flatMap((key) => [...(byKey.get(key) ?? [])]))
        if (other !== character) entryOf(related, character).add(other);
    for (const [variant, character] of variantsInWords(text))
      if (present.has(character) && variant !== character) entryOf(related, variant).add(character);
  }
  const among = (isPresent: boolean): Record<string, string> =>
    inOrder(new Map([...related].filter(([character]) => present.has(character) === isPresent)));
  return { foreign: among(false), own: among(true) };
}

/** A single character as it is simplified from each script: what the results have in common it is a variant of. */
const keysOf = (character: string): string[] => {
  const variant = foldQuery(character);
  return [...new Set((['t', 'tw', 'hk', 'jp'] as const).map((from) => converter(from, 'cn')(variant)))];
};

/** Every character that may be typed for another one: unified ideographs that fonts have. */
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

/** What the characters of the texts become in traditional words, character by character. */
function variantsInWords(text: string): [variant: string, character: string][] {
  const runs = [...new Set(text.match(/\p{Script=Han}+/gu) ?? [])];
  // Single characters do not decide how a simplified word is written in them.
  return (['tw', 'hk', 't'] as const).flatMap((script) =>
    runs.flatMap((run): [string, string][] => {
      const [before, after] = [[...run], [...converter('cn', script)(run)]];
      return before.length === after.length ? after.map((variant, i) => [variant, before[i] ?? variant]) : [];
    }),
  );
}

/**
 * By a character that stands in texts, those others in them that are the same one in another script: nothing where
 * they are all in one script.
 */
export function scriptsOf(texts: string[]): Record<string, string> {
  const present = [...new Set(foldQuery(texts.join('\n')).match(/\p{Script=Han}/gu) ?? [])].sort();
  // Leaves what is a character of its own in simplified texts.
  const alike = Map.groupBy(present, (character) => converter('t', 'cn')(character));
  return Object.fromEntries(
    [...alike.values()]
      .filter((same) => same.length > 1)
      .flatMap((same) => same.map((one) => [one, same.filter((other) => other !== one).join('')])),
  );
}

/** How the characters of the texts are read, by each syllable the most frequent first. */
export function readingsOf(texts: string[]): Readings {
  const all = Map.groupBy(foldQuery(texts.join('\n')).match(/\p{Script=Han}/gu) ?? [], (one) => one);
  const characters = [...all].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const syllables = new Map<string, Set<string>>();
  const rare = new Map<string, Set<string>>();
  for (const [character] of characters) {
    const usual = pinyin(character, { toneType: 'none', v: true });
    const readings = polyphonic(character, { toneType: 'none', v: true, type: 'array' }).flat().join(' ');
    for (const syllable of readings.split(/[ ,]+/).filter((one) => /^[a-z]+$/.test(one))) {
      entryOf(syllables, syllable).add(character);
      if (syllable !== usual) entryOf(rare, syllable).add(character);
    }
  }
  return { syllables: inOrder(syllables, false), rare: inOrder(rare, false) };
}

/** What stands behind each character of the texts, by the letter with which one of its readings begins. */
export function pairsByInitial(texts: string[], { syllables }: Readings): Map<string, Pairs> {
  const pairs = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const [run] of foldQuery(text).matchAll(/\p{Script=Han}{2,}/gu)) {
      const characters = [...run];
      for (const [i, first] of characters.slice(0, -1).entries()) {
        const after = pairs.get(first) ?? new Map<string, number>();
        const next = characters[i + 1] ?? '';
        pairs.set(first, after.set(next, (after.get(next) ?? 0) + 1));
      }
    }
  const files = new Map<string, Pairs>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    const file = files.get(initialOf(syllable)) ?? {};
    files.set(initialOf(syllable), file);
    for (const character of characters) {
      const after = [...(pairs.get(character) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      if (after.length > 0) file[character] = after.map(([next]) => next).join('');
    }
  }
  return files;
}

function entryOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set();
  map.set(key, set);
  return set;
}

/** By a key, the characters, in order too if they are to be `sorted`. */
const inOrder = (map: Map<string, Set<string>>, sorted = true): Record<string, string> =>
  Object.fromEntries(
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, set]) => [key, (sorted ? [...set].sort() : [...set]).join('')]),
  );
