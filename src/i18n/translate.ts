import type { IntlMessageFormat } from 'intl-messageformat';
import { memoizeData } from '../model/memoize.ts';
import type { KeyTree, Language } from './read-translations.ts';

/** A text with arguments. */
interface Text<Argument extends string> {
  (values: Record<Argument, string | number>): string;
  /** The text with `{}` in place of every argument, for a page’s scripts. */
  template: string;
}

export type Texts<Keys> = {
  readonly [K in keyof Keys]: Keys[K] extends (infer Argument extends string)[]
    ? [Argument] extends [never]
      ? string
      : Text<Argument>
    : Texts<Keys[K]>;
};

/** Texts in the language of a BCP 47 tag. Missing ones come from a related language, or else English. */
export function translateKeys<Keys extends KeyTree>(
  keys: Keys,
  lang: string,
  languages: Language[],
): Texts<Keys> & { readonly lang: string } {
  const sources = fallbacksOf(lang, languages);
  const find = (key: string): IntlMessageFormat | undefined =>
    sources.find(({ texts }) => texts.has(key))?.texts.get(key);
  const marks = String(find('typography.quotes')?.format() ?? '').split(' ');
  const quote = (parts: string[]): string => {
    const [open = '', close = '', innerOpen = '', innerClose = ''] = marks;
    return `${open}${parts.join('').replaceAll(open, innerOpen).replaceAll(close, innerClose)}${close}`;
  };
  const texts = mapKeys(keys, (key, names) => {
    const text = find(key);
    if (!text) throw new Error(`No text “${key}” in English`);
    // Formatting is slow, and most texts are said again and again with the same values.
    const format = memoizeData((...values: (string | number | undefined)[]): string =>
      String(
        text.format<string>({ ...Object.fromEntries(names.map((name, i) => [name, values[i]])), q: quote }),
      ),
    );
    const say = (values: Record<string, string | number>): string =>
      format(...names.map((name) => values[name]));
    if (names.length === 0) return say({});
    // Most templates are never asked for.
    const template = () => say(Object.fromEntries(names.map((name) => [name, '{}'])));
    return Object.defineProperty(say, 'template', { get: template, enumerable: true });
  });
  return { ...(texts as Texts<Keys>), lang: sources[0]?.tag ?? lang };
}

/** The dotted keys that a language lacks, its file if it has one, and the language that replaces the missing texts. */
export function untranslatedKeys(tree: KeyTree, lang: string, languages: Language[]) {
  const sources = fallbacksOf(lang, languages);
  const own = sources.filter(({ tag }) => writingOf(tag) === writingOf(lang));
  const keys: string[] = [];
  mapKeys(tree, (key) => {
    if (!own.some(({ texts }) => texts.has(key))) keys.push(key);
  });
  return { keys, file: own[0]?.path, instead: sources[own.length]?.tag };
}

/** The languages to try in order: the language itself, its other regions, its other scripts, English. */
function fallbacksOf(lang: string, languages: Language[]): Language[] {
  const having = (trait: (tag: string) => unknown) =>
    languages.filter(({ tag }) => trait(tag) === trait(lang));
  const english = languages.filter(({ tag }) => tag === 'en');
  return [
    ...new Set([
      ...having(likely),
      ...having(writingOf),
      ...having((tag) => new Intl.Locale(tag).language),
      ...english,
    ]),
  ];
}

/** zh-Hans-CN for zh, as in CLDR. */
const likely = (tag: string): string => new Intl.Locale(tag).maximize().baseName;

/** The language and its script: zh-Hans. */
const writingOf = (tag: string): string => likely(tag).split('-', 2).join('-');

/** Builds a tree by applying `make` to each dotted key and the arguments of its text. */
const mapKeys = (
  keys: KeyTree,
  make: (key: string, names: readonly string[]) => unknown,
  parent = '',
): object =>
  Object.fromEntries(
    Object.entries(keys).map(([name, inner]) => [
      name,
      Array.isArray(inner)
        ? make(`${parent}${name}`, inner)
        : mapKeys(inner as KeyTree, make, `${parent}${name}.`),
    ]),
  );
