import { ownTranslations, untranslated } from '../../i18n/translations.ts';
import { startOf } from '../../model/place.ts';
import type { Dossier } from '../../read/dossier.ts';
import type { Finding, Rule } from '../rule.ts';

/** The interface is available in the languages of the editions; missing texts are a `todo`. */
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
    yield {
      place: file === undefined ? settings.at('editions', i, 'lang') : startOf(file),
      level: 'todo',
      reason:
        file === undefined
          ? `Missing interface in ${lang}, expected src/i18n/${lang}.yaml in the engine`
          : `Missing texts ${keys.slice(0, NAMED_KEYS).join(', ')}${others > 0 ? ` and ${others} more` : ''}, expected a complete interface in ${lang}`,
      note: `Missing texts appear in ${instead}; nothing is wrong with the dossier. The engine’s CONTRIBUTING.md says how to add a language.`,
    };
  }
}
