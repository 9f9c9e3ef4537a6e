import { isWrittenInHan } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Citable } from './csl-item.ts';
import { translationBehind } from './pieces.ts';
import { isChicago, isEnglish, isGbt, type CitationStyle } from '../model/citation-style.ts';

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
  const { romanised, translatedTitle, translatedContainer } = work.custom ?? {};
  if (work.isDescribed) return described(work, { id: edition, lang }, style);
  const titled = translatedTitle?.[edition];
  if (
    isEnglish(style) &&
    romanised === undefined &&
    titled !== undefined &&
    isWrittenInHan(work.language) &&
    !isWrittenInHan(lang)
  )
    return {
      ...work,
      id: `${work.id} ${edition}`,
      language: lang,
      original: { language: work.language, translation: titled },
    };
  if (!isEnglish(style) || romanised?.title === undefined || !isWrittenInHan(work.language)) return work;
  // On Chinese pages, Chicago’s lists print Chinese works in characters; APA and MLA have no form for that.
  if (isWrittenInHan(lang) && isChicago(style)) return work;
  const { author, title, 'container-title': container, ...others } = romanised;
  const inReader = (texts: Record<string, string> = {}): string | undefined =>
    isWrittenInHan(lang) ? Object.values(texts)[0] : texts[edition];
  const translation = inReader(translatedTitle);
  const known = inReader(translatedContainer);
  return {
    ...work,
    ...others,
    ...(container === undefined
      ? {}
      : { 'container-title': known === undefined ? container : container + translationBehind(known, style) }),
    title,
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

/** A work without a title: under its description in the reader’s language, which only APA and GB/T put in brackets. */
function described(
  work: Citable,
  { id: edition, lang }: Pick<Edition, 'id' | 'lang'>,
  style: CitationStyle,
): Citable {
  const { romanised: { author, title: _, ...names } = {}, translatedTitle } = work.custom ?? {};
  const bare = (title: string): string => title.replace(/^\[|\]$/g, '');
  const isForeign = isEnglish(style) && isWrittenInHan(work.language) && !isWrittenInHan(lang);
  // In GB/T, which names no website, its owner is who is responsible for what is unsigned.
  const owner = isGbt(style) && !work.author ? work['container-title'] : undefined;
  const title = bare((isForeign ? translatedTitle?.[edition] : undefined) ?? work.title);
  return {
    ...work,
    ...(owner === undefined ? {} : { author: [{ literal: owner }] }),
    ...(isForeign
      ? {
          ...names,
          id: `${work.id} ${edition}`,
          language: lang,
          ...(author ? { author: author.map((name) => ({ ...name, 'static-ordering': true })) } : {}),
        }
      : {}),
    title: style === 'apa' || isGbt(style) ? `[${title}]` : title,
    ...(work.custom?.sentenceTitle === undefined ? {} : { custom: {} }),
  };
}
