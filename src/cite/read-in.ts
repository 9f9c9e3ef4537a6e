import { isWrittenInHan } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Citable } from './csl-item.ts';
import { isChicago, isEnglish, type CitationStyle } from './citation-style.ts';

/**
 * The work as English styles print it for readers of another script: with names and titles romanised, followed by the
 * title in characters and a translation in brackets (Chicago Manual of Style, 18th ed., on titles in Chinese). A work
 * without a romanisation stays in its own script, as do all works in other styles.
 */
export function readIn(
  work: Citable,
  { id: edition, lang }: Pick<Edition, 'id' | 'lang'>,
  style: CitationStyle,
): Citable {
  const { romanised, translatedTitle } = work.custom ?? {};
  if (!isEnglish(style) || romanised === undefined || !isWrittenInHan(work.language)) return work;
  // On Chinese pages, Chicago’s lists print Chinese works in characters; APA and MLA have no form for that.
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
