import { type CitationStyle, isEnglish } from '../model/citation-style.ts';
import { placeInEnglish } from '../cite/behind-title.ts';
import { capitalised, headlineCase } from '../cite/headline-case.ts';
import { mlaShortTitle, withoutArticle } from '../cite/short-title.ts';
import { translationsFor } from '../i18n/translations.ts';
import { urls } from '../model/urls.ts';
import { entryIn, placeIn } from '../model/entry-in.ts';
import { firstSegment, lastSegment } from '../exchange/edition-record.ts';
import { isWrittenInHan, primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoizeWith } from '../model/memoize.ts';
import { exhibitName } from '../i18n/phrases.ts';
import { type OwnPage, checkInText, isFront, lowered, nameOfPage } from './own-record.ts';
import { commaIn } from './joined-references.ts';
import { romanised } from './romanised.ts';
import { speaksIn } from './speaks-in.ts';

/**
 * The place of a page or of its cited entry in the dossier, as a style gives it. MLA distinguishes works of one author
 * by title.
 */
export function placeOf(dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): string {
  const { kind, id, part } = page;
  const speaks = speaksIn(dossier, edition, page, style);
  const t = translationsFor(speaks.lang);
  const shown = nameOfPage(dossier, edition, page) ?? page.name;
  const inLatin = speaks === edition ? undefined : romanised(dossier, shown);
  const name = inLatin ?? shown;
  const [translated] = speaks === edition ? [] : (nameOfPage(dossier, speaks, page)?.split(COLON) ?? []);
  const inTitleCase = (title: string): string =>
    style === 'mla' ? headlineCase(title, 'mla') : style === 'apa' ? headlineCase(title) : capitalised(title);
  const inBrackets = translated === undefined ? '' : ` [${inTitleCase(translated)}]`;
  const isTitled = !['segment', 'passages', 'note', 'exhibit', 'check', 'dossier'].includes(kind);
  const entry = page.entry?.[speaks.id] && entryIn(style, page.entry[speaks.id]!);
  if (kind === 'dossier') return '';
  if (isFront(edition, page)) return entry ?? '';
  if (isTitled && style === 'mla') {
    const short = titleInMarks(shortTitle(dossier, edition, page, inLatin ?? headlineCase(name, 'mla')));
    return withEntry(short + inBrackets, entry, style);
  }
  const [main = name] = name.split(COLON);
  if (isTitled) {
    // APA, too, has titles in the text in title case (6.17).
    const titled = isEnglish(style) && inLatin === undefined ? headlineCase(main) : capitalised(main);
    if (style === 'apa' && entry !== undefined && kind === 'chapter') return entry;
    // The entries of the argument are its sections, too.
    if (style === 'apa' && entry !== undefined && id === urls.argument(edition.id))
      return withEntry(titleInMarks(titled) + inBrackets, entry, style);
    const under =
      style === 'apa'
        ? `${titleInMarks(titled)}${inBrackets} section`
        : // Of an entry, “under” is said only once.
          (entry !== undefined && !isWrittenInHan(speaks.lang)
            ? titleInMarks(titled)
            : t.cite.under({ name: nestedMarks(titled), kind })) + inBrackets;
    return withEntry(under, entry, style, commaIn(edition, style));
  }
  if (kind === 'check')
    return style === 'mla'
      ? titleInMarks(headlineCase(translationsFor(edition.lang).checks.name({ id }), 'mla')) + inBrackets
      : placeIn(style, checkInText(t, id));
  const behind = entry === undefined ? '' : commaIn(edition, style) + entry;
  if (!isEnglish(style) && primaryLanguage(edition.lang) !== 'en')
    return kind !== 'exhibit'
      ? name
      : part === 'account'
        ? t.segment.editorNoteOn({ name: exhibitName(t, id) })
        : exhibitName(t, id) + behind;
  const place =
    kind === 'exhibit'
      ? placeIn(style, lowered(exhibitName(t, id))) + behind
      : kind === 'note'
        ? placeInEnglish(style, 'note', id)
        : kind === 'passages'
          ? placeInEnglish(style, 'paragraphs', `${firstSegment}–${lastSegment}`)
          : id === 'abstract'
            ? placeInEnglish(style, 'abstract')
            : placeInEnglish(style, 'paragraph', id);
  return part === 'account' ? placeInEnglish(style, 'remark', place) : place;
}

/** A title, followed by the name of an entry. In English, the comma goes inside the title’s quotation marks. */
const withEntry = (title: string, entry: string | undefined, style: CitationStyle, comma = ', '): string =>
  entry === undefined
    ? title
    : isEnglish(style) && title.endsWith('”')
      ? `${title.slice(0, -1)},” ${entry}`
      : title + comma + entry;

/**
 * A title as MLA gives it in the text: without its subtitle and the article at its beginning and, if it is long, only
 * up to the first preposition or conjunction, unless other pages of the dossier begin in the same way.
 */
function shortTitle(dossier: Dossier, edition: Edition, { kind }: OwnPage, title: string): string {
  const named = withoutArticle(title);
  const [main = named] = named.split(/[:：]/);
  if (kind !== 'case' && kind !== 'term' && kind !== 'actor') return mlaShortTitle(main) ?? main;
  const all = titlesOf(dossier, edition, kind);
  const isUnique = (short: string): boolean => all.filter((other) => other.startsWith(short)).length < 2;
  return (
    [mlaShortTitle(main), main, mlaShortTitle(named)].find((one) => one !== undefined && isUnique(one)) ??
    named
  );
}

const titlesOf = memoizeWith((dossier: Dossier, edition: Edition, kind: 'case' | 'term' | 'actor') =>
  dossier[`${kind}s`].map(({ id }) =>
    withoutArticle(headlineCase(nameOfPage(dossier, edition, { kind, id }) ?? '', 'mla')),
  ),
);

export const titleInMarks = (title: string): string => `“${nestedMarks(title)}”`;

export const nestedMarks = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

/** What separates a name from its subtitle. */
const COLON = /[:：]/;
