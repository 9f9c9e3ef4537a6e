import { knowsStates } from '../language/regions.ts';
import { knowsNumbers } from '../language/numbers-in.ts';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Dossier } from '../read/dossier.ts';
import { noteMarks, punctuation } from './lints.ts';

/**
 * The rules that depend on a text’s language, each with a test for the languages that it knows. They report nothing
 * for other languages.
 */
export const languageRules: Record<string, (lang: string) => boolean> = {
  'numbers-agree': knowsNumbers,
  // Actors do not count: every dossier gives their names itself.
  'names-agree': knowsStates,
  'order-agrees': knowsNumbers,
  'latin-names-agree': (lang) => isChinese(lang) || primaryLanguage(lang) === 'en',
  'lengths-agree': (lang) => isChinese(lang) || ALPHABETS.has(scriptOf(lang)),
  'punctuation-proper': (lang) => primaryLanguage(lang) in punctuation,
  'note-marks-placed': (lang) => primaryLanguage(lang) in noteMarks,
};

/** Scripts whose letters each carry about as much meaning. */
const ALPHABETS = new Set(['Latn', 'Cyrl', 'Grek']);

const scriptOf = (lang: string): string => new Intl.Locale(lang).maximize().script ?? '';

/** One line for each edition whose language some rules do not know, listing those rules. */
export const unknownLanguages = ({ settings }: Dossier): string[] =>
  settings.value.editions.flatMap(({ id, lang }) => {
    const silent = Object.keys(languageRules).filter((rule) => !languageRules[rule]?.(lang));
    return silent.length === 0 ? [] : [`Edition ${id} (${lang}) is not checked by ${silent.join(', ')}.`];
  });
