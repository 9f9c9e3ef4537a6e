import { knowsStates } from '../language/regions.ts';
import { knowsNumbers } from '../language/numbers-in.ts';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Dossier } from '../read/dossier.ts';
import { noteMarks, punctuation } from './lints.ts';

/** The rules that judge a text by its language, each with the languages that it knows; it is silent on all others. */
export const languageRules: Record<string, (lang: string) => boolean> = {
  'numbers-agree': knowsNumbers,
  // Of actors every dossier says by itself what they are called.
  'names-agree': knowsStates,
  'order-agrees': knowsNumbers,
  'latin-names-agree': (lang) => isChinese(lang) || primaryLanguage(lang) === 'en',
  'lengths-agree': (lang) => isChinese(lang) || ALPHABETS.has(scriptOf(lang)),
  'punctuation-proper': (lang) => primaryLanguage(lang) in punctuation,
  'note-marks-placed': (lang) => primaryLanguage(lang) in noteMarks,
};

/** Scripts of letters that each say about as much. */
const ALPHABETS = new Set(['Latn', 'Cyrl', 'Grek']);

const scriptOf = (lang: string): string => new Intl.Locale(lang).maximize().script ?? '';

/** Of each edition in whose language some rules judge nothing, a line that names them. */
export const unknownLanguages = ({ settings }: Dossier): string[] =>
  settings.value.editions.flatMap(({ id, lang }) => {
    const silent = Object.keys(languageRules).filter((rule) => !languageRules[rule]?.(lang));
    return silent.length === 0 ? [] : [`Edition ${id} (${lang}) is not judged by ${silent.join(', ')}.`];
  });
