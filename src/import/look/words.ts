import { fileURLToPath } from 'node:url';
import { importKeys } from '../../i18n/keys.ts';
import { readTranslations, type Language } from '../../i18n/read-translations.ts';
import { translateKeys, type Texts } from '../../i18n/translate.ts';

/** The texts of the page in a language, and the same for the reasons of doubts, which the import gives in English. */
export interface Words {
  say: Texts<typeof importKeys> & { readonly lang: string };
  /** The reason in the language of the page; undefined if it has no translation. */
  sayDoubt: (reason: string) => string | undefined;
}

/** Reads the texts of the page for a paper in the language of a BCP 47 tag. */
export async function readWords(lang: string): Promise<Words> {
  const { languages } = await readTranslations(
    fileURLToPath(new URL('../../i18n/import/', import.meta.url)),
    importKeys,
  );
  const say = translateKeys(importKeys, lang, languages);
  return { say, sayDoubt: say.lang === 'en' ? (reason) => reason : translateDoubts(say.doubts, languages) };
}

function translateDoubts(
  doubts: Words['say']['doubts'],
  languages: Language[],
): (reason: string) => string | undefined {
  const english = translateKeys(importKeys, 'en', languages).doubts;
  const patterns = Object.entries(importKeys.doubts).map(([key, names]) => {
    const text = english[key as keyof typeof english];
    const template = typeof text === 'string' ? text : text.template;
    // No argument is repeated, and all are in the order of their keys.
    let at = 0;
    const source = RegExp.escape(template).replaceAll(RegExp.escape('{}'), () => `(?<${names[at++]}>.*?)`);
    return { key: key as keyof typeof english, pattern: new RegExp(`^${source}$`, 's') };
  });
  return (reason) => {
    for (const { key, pattern } of patterns) {
      const found = pattern.exec(reason);
      if (!found) continue;
      const text: unknown = doubts[key];
      return typeof text === 'function'
        ? String((text as (values: object) => string)({ ...found.groups }))
        : String(text);
    }
    return undefined;
  };
}
