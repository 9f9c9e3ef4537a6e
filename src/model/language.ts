/** A Han character, as used in Chinese and in part in Japanese. */
export const HAN = /\p{Script=Han}/u;

/** The language subtag of a BCP 47 tag: zh for zh-Hans. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The English names of languages; undefined for a code without one. */
export const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

export const isChinese = (tag: string): boolean => primaryLanguage(tag) === 'zh';

/** Whether a language is written in Han characters, without spaces between words. */
export const isWrittenInHan = (tag: string): boolean =>
  ['zh', 'ja', 'yue', 'lzh'].includes(primaryLanguage(tag));

/** The name of a language in which something is written. Chinese has names for that: 英文, not 英语. */
export const writtenLanguage = (names: Intl.DisplayNames, tag: string): string =>
  names.of(primaryLanguage(tag))?.replace(/[语語]$/u, '文') ?? tag;

/** Whether a language puts the family name before the given one. */
export const familyFirst = (tag: string): boolean =>
  ['zh', 'ja', 'ko', 'vi', 'hu'].includes(primaryLanguage(tag));
