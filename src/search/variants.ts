import * as OpenCC from 'opencc-js';
import { entryOf } from './entry-of.ts';
import { usualCharacters } from './spell.ts';
import { foldQuery } from './units.ts';

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

/** Maps each character of the texts to its forms in other scripts, if these occur there too. */
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
