import type { Citable } from '../cite/csl-item.ts';
import { type CitationStyle, isEnglish, isGbt, isInText } from '../model/citation-style.ts';
import { capitalised } from '../cite/headline-case.ts';
import { cut, withoutEnd, type ReferencePiece } from '../cite/pieces.ts';
import type { References } from '../cite/reference.ts';
import { isChinese, isWrittenInHan } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import { midSentence } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';

type Joiner = Record<'text' | 'lang', string>;

/** A reference in the language of the cited item. */
export interface Printed {
  lang: string;
  /** A footnote, or the citation in the text in a style that cites there. */
  note: ReferencePiece[];
  /** The entry in a list of works, in a style that has one. */
  entry?: ReferencePiece[];
  /** Whether it begins with a description of something untitled. */
  isDescription?: boolean;
}

/** The comma between the parts of a reference in an edition’s text. */
export const commaIn = ({ lang }: Edition, style: CitationStyle): string =>
  isEnglish(style) || !isWrittenInHan(lang) ? ', ' : '，';

/** In a Chinese text, a citation of GB/T has the text’s parentheses and commas. */
export function inChinese(edition: Edition, style: CitationStyle, printed: Printed): Printed {
  if (style !== 'gbt-author-date' || !isWrittenInHan(edition.lang)) return printed;
  const note = printed.note.map((piece) => ({
    ...piece,
    text: piece.text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(', ', '，'),
  }));
  return { ...printed, note };
}

/** How a page gives what the paper has. */
export type Through =
  'through' | 'accountOf' | 'reconstructedFrom' | 'definedIn' | 'definedInTranslated' | 'definedInSource';

/** A reference that follows one to the page; in the text, both share parentheses. */
export const besideOwn = (style: CitationStyle, note: ReferencePiece[]): ReferencePiece[] =>
  isInText(style)
    ? note.flatMap((piece, i) =>
        i > 0 ? piece : cut(piece, /^[(（]/).text === '' ? [] : cut(piece, /^[(（]/),
      )
    : note;

/** The opening parenthesis of a citation in the text. */
export const parenthesisOf = ({ lang }: Edition, style: CitationStyle): string =>
  style === 'gbt-author-date' && isWrittenInHan(lang) ? '（' : '(';

/** Within a sentence, an author’s name begins with a small article, and a description such as “Report on” is small. */
export const inSentence = (pieces: ReferencePiece[], isDescription = false): ReferencePiece[] =>
  pieces.map((piece, i) => {
    if (i > 0) return piece;
    const text = midSentence(piece.text);
    return { ...piece, text: isDescription ? text.replace(NOUN, (letter) => letter.toLowerCase()) : text };
  });
/** The capital of a first word that is no name, since a preposition follows it. */
const NOUN = /^\p{Lu}(?=\p{Ll}+ (?:about|by|from|in|of|on|to|with) )/u;

/**
 * The words that join two references: in English for an English style, in Chinese for that of Chinese journals,
 * otherwise in the language of the page.
 */
export function joinerOf(
  edition: Edition,
  style: CitationStyle,
  by:
    | Through
    | 'saidIn'
    | 'translatedSaidIn'
    | 'quotedIn'
    | 'citedIn'
    | 'asCitedIn'
    | 'qtdIn'
    | 'translatedIn'
    | 'translatedAsCitedIn'
    | 'translatedQtdIn',
): Joiner {
  const isSaid = by === 'saidIn' || by === 'translatedSaidIn';
  const { cite, lang } = translationsFor(
    isEnglish(style) || ((style !== 'journal' || isSaid) && !isWrittenInHan(edition.lang)) ? 'en' : 'zh-Hans',
  );
  const [, comma = '', words = ''] = /^([,，] ?)(.*)$/s.exec(cite[by]) ?? [];
  if (isGbt(style) && !isInText(style) && !isSaid) return { text: `. ${capitalised(words)}`, lang };
  const isHalfWidth = comma !== '，' || (isInText(style) && parenthesisOf(edition, style) === '(');
  return { text: (isHalfWidth ? ', ' : '，') + words, lang };
}

/** How a style says that a reference quotes the one before, in a translation of its own or not. */
export function quotedBy(style: CitationStyle, isTranslated = false): Parameters<typeof joinerOf>[2] {
  if (style === 'apa') return isTranslated ? 'translatedAsCitedIn' : 'asCitedIn';
  if (style === 'mla') return isTranslated ? 'translatedQtdIn' : 'qtdIn';
  return isTranslated ? 'translatedIn' : 'quotedIn';
}

/** References, each with its language, and the words between them. */
export type Chain = { lang: string; pieces: ReferencePiece[] }[];

/** A reference in a chain, and the words that join it to the one before. */
interface Link {
  printed: Printed;
  joiner: Joiner;
}

export const linksOf = (...all: [printed: Printed | undefined, joiner: Joiner][]): Link[] =>
  all.flatMap(([printed, joiner]) => (printed ? [{ printed, joiner }] : []));

/** Joins references, each quoted in the next. */
export function chainOf(links: Link[], style: CitationStyle): Chain {
  return links.flatMap(({ printed: { lang, note, isDescription } }, i) => {
    const beside = i === 0 ? note : inSentence(besideOwn(style, note), isDescription);
    const joiner = links[i + 1]?.joiner;
    if (!joiner) return [{ lang, pieces: beside }];
    const pieces = withoutEnd(beside, isInText(style) ? PARENTHESIS : STOP);
    // In English, a comma goes inside the quotation marks of a title.
    const isQuoted = isEnglish(style) && pieces.at(-1)?.text.endsWith('”');
    return [
      { lang, pieces: isQuoted ? [...withoutEnd(pieces, /”$/), { text: ',”', italic: false }] : pieces },
      {
        lang: joiner.lang,
        pieces: [{ text: isQuoted ? joiner.text.replace(/^,/, '') : joiner.text, italic: false }],
      },
    ];
  });
}

/** The stop of an abbreviation stays. */
export const STOP = /(?<!n\.d)[.。]$/;

/** In GB/T, superscript pages may follow. */
const PARENTHESIS = /[)）](?=[⁰¹²³⁴-⁹⁻]*$)/u;

export function print(
  references: References,
  item: Citable,
  style: CitationStyle,
  place: Parameters<References['note']>[2] = {},
): Printed {
  const note = references.note(item, style, place);
  return {
    lang: item.language,
    note: isInText(style) ? note : ended(note, style, item.language),
    ...(isInText(style) || style === 'chicago' ? { entry: references.entry(item, style) } : {}),
  };
}

/** An independent reference ends with a full stop. */
function ended(pieces: ReferencePiece[], form: CitationStyle, language: string): ReferencePiece[] {
  const stop = !isGbt(form) && isChinese(language) ? '。' : '.';
  return /[.。]$/.test(pieces.at(-1)?.text ?? '') ? pieces : [...pieces, { text: stop, italic: false }];
}
