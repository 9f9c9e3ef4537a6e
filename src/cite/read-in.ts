import { isWrittenInHan } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Citable } from './csl-item.ts';
import { isChicago, isEnglish, type CitationStyle } from './citation-style.ts';

/**
 * The work as styles in English give it to readers of another script: names and titles romanised, and behind the title the
 * characters and a translation in brackets (Chicago Manual of Style, 18th ed., on titles in Chinese). A work whose record has
 * no romanisation, and every other style, stays in the work's own script.
 */
export function readIn(
  work: Citable,
  { id: edition, lang }: Pick<Edition, 'id' | 'lang'>,
  style: CitationStyle,
): Citable {
  const { romanised, translatedTitle } = work.custom ?? {};
  if (!isEnglish(style) || romanised === undefined || !isWrittenInHan(work.language)) return work;
  // Chicago’s lists on Chinese pages keep Chinese works as they are; APA and MLA have no form for them.
  if (isWrittenInHan(lang) && isChicago(style)) return work;
  const { author, ...titles } = romanised;
  const translation = isWrittenInHan(lang)
    ? Object.values(translatedTitle ?? {})[0]
    : translatedTitle?.[edition];
  return {
    ...work,
    ...titles,
    id: `${work.id} ${edition}`,
    language: isWrittenInHan(lang) ? 'en' : lang,
    ...(author ? { author: author.map((name) => ({ ...name, 'static-ordering': true })) } : {}),
    original: {
      title: work.title,
      language: work.language,
      ...(translation === undefined ? {} : { translation }),
    },
  };
}
