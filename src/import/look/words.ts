import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { importKeys } from '../../i18n/keys.ts';
import { readSentences, readTranslations } from '../../i18n/read-translations.ts';
import { translateKeys, type Texts } from '../../i18n/translate.ts';

/** The texts of the page in a language, and the same for the reasons of doubts, which the import gives in English. */
export interface Words {
  say: Texts<typeof importKeys> & { readonly lang: string };
  /** The reason in the language of the page; undefined if it has no translation. */
  sayDoubt: (reason: string) => string | undefined;
}

const folder = fileURLToPath(new URL('../../i18n/import/', import.meta.url));

/** Reads the texts of the page for a paper in the language of a BCP 47 tag. */
export async function readWords(lang: string): Promise<Words> {
  const { languages } = await readTranslations(folder, importKeys);
  const say = translateKeys(importKeys, lang, languages);
  if (say.lang === 'en') return { say, sayDoubt: (reason) => reason };
  const doubts = await translatedDoubts(say.lang);
  return { say, sayDoubt: (reason) => translateDoubt(reason, doubts) };
}

/** The translations of reasons in a language, by their English text, with names for its variable parts. */
export const translatedDoubts = (lang: string): Promise<Record<string, string>> =>
  readSentences(`${folder}doubts`, lang);

function translateDoubt(reason: string, doubts: Record<string, string>): string | undefined {
  for (const [english, text] of Object.entries(doubts)) {
    const pattern = RegExp.escape(english).replace(/\\\{(\w+)\\\}/g, '(?<$1>.*?)');
    const found = new RegExp(`^${pattern}$`, 's').exec(reason);
    if (found) return String(new IntlMessageFormat(text).format({ ...found.groups }));
  }
  return undefined;
}
