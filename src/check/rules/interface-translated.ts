import { ownTranslations, untranslated } from '../../i18n/translations.ts';
import { fileOfEngine } from '../../model/command-line.ts';
import { isChinese } from '../../model/language.ts';
import { startOf } from '../../model/place.ts';
import type { Dossier } from '../../read/dossier.ts';
import type { Finding, Rule } from '../rule.ts';

export const interfaceTranslated: Rule = {
  id: 'interface-translated',
  judge: (dossier) => judgeInterface(dossier, ownTranslations),
};

/** The number of missing texts that a message names. */
const NAMED_KEYS = 10;

/** The same for given language files. */
export function* judgeInterface(
  { settings }: Pick<Dossier, 'settings'>,
  { languages, messages }: typeof ownTranslations,
): Generator<Finding> {
  for (const { file, line, column, reason } of messages)
    yield { place: { path: file, line, column }, reason };
  if (messages.length > 0) return;
  const tags = settings.value.editions.map(({ lang }) => lang);
  for (const [i, lang] of tags.entries()) {
    const { keys, file, instead } = untranslated(lang, languages);
    if (keys.length === 0 || tags.indexOf(lang) < i) continue;
    const others = keys.length - NAMED_KEYS;
    if (file === undefined && !isNamed(lang)) {
      const meant = languageOfCountry(lang);
      yield {
        place: settings.at('editions', i, 'lang'),
        level: 'todo',
        reason: `Unexpected language “${lang}”, expected a known one such as zh-Hans or en${meant === undefined ? '' : ` (nearest: ${meant})`}`,
        actual: lang,
        note: `Until then, the interface is in ${instead}, and rules that depend on the language do not apply.`,
      };
      continue;
    }
    yield {
      place: file === undefined ? settings.at('editions', i, 'lang') : startOf(file),
      level: 'todo',
      reason:
        file === undefined
          ? `Missing interface in ${lang}, expected src/i18n/${lang}.yaml in the engine`
          : `Missing texts ${keys.slice(0, NAMED_KEYS).join(', ')}${others > 0 ? ` and ${others} more` : ''}, expected a complete interface in ${lang}`,
      note: `Missing texts appear in ${instead}; nothing is wrong with the dossier. ${fileOfEngine('CONTRIBUTING.md')} says how to add a language.`,
    };
  }
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isNamed = (lang: string): boolean => languageNames.of(new Intl.Locale(lang).language) !== undefined;

/** The language of a country that was given in place of a language: zh-Hans for cn. */
function languageOfCountry(code: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(code)) return undefined;
  const { language, script } = new Intl.Locale(`und-${code}`).maximize();
  if (language === 'und' || !isNamed(language)) return undefined;
  return new Intl.Locale(language).maximize().script === script && !isChinese(language)
    ? language
    : `${language}-${script}`;
}
