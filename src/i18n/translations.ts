import { fileURLToPath } from 'node:url';
import { memoizeData } from '../model/memoize.ts';
import { translationKeys } from './keys.ts';
import { readTranslations, type Language } from './read-translations.ts';
import { translateKeys, untranslatedKeys, type Texts } from './translate.ts';

/** The interface texts of a page. `lang` is their BCP 47 tag. */
export type Translations = Texts<typeof translationKeys> & { readonly lang: string };

/** Texts as passed to a page’s scripts, in which texts with arguments are templates. */
export type Templates<T> = {
  readonly [K in keyof T]: T[K] extends string | { template: string } ? string : Templates<T[K]>;
};

export const templatesOf = <T extends object>(texts: T): Templates<T> =>
  JSON.parse(JSON.stringify(texts, (_, value) => (typeof value === 'function' ? value.template : value)));

/** The interface languages, and the messages about their files. */
export const ownTranslations = await readTranslations(
  fileURLToPath(new URL('.', import.meta.url)),
  translationKeys,
);

/** The interface in the language of a BCP 47 tag. Missing texts come from a related language, or else English. */
export const translationsFor = memoizeData((lang: string): Translations =>
  translate(lang, ownTranslations.languages),
);

/** The same, from the given languages. */
export const translate = (lang: string, languages: Language[]): Translations =>
  translateKeys(translationKeys, lang, languages);

/** The dotted keys that a language lacks, its file if it has one, and the language that replaces the missing texts. */
export const untranslated = (lang: string, languages: Language[]) =>
  untranslatedKeys(translationKeys, lang, languages);
