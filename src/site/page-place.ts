import { type CitationStyle, isEnglish } from '../cite/citation-style.ts';
import { placeInEnglish } from '../cite/behind-title.ts';
import { capitalised, headlineCase } from '../cite/headline-case.ts';
import { urls } from '../model/urls.ts';
import { entryIn, placeIn } from '../model/entry-in.ts';
import { firstPassage, lastPassage } from '../exchange/edition-record.ts';
import { primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoizeWith } from '../model/memoize.ts';
import { exhibitName } from '../i18n/phrases.ts';
import { checkOf } from './checks.ts';
import { type OwnPage, lowered, nameOfPage } from './own-record.ts';
import { localised, translationsOf } from './queries.ts';
import { commaIn } from './joined-references.ts';
import { speaksIn } from './speaks-in.ts';

/**
 * The place of a page or of its cited entry in the dossier, as a style gives it. MLA distinguishes works of one author
 * by title.
 */
export function placeOf(dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): string {
  const { kind, id, part } = page;
  const speaks = speaksIn(dossier, edition, page, style);
  const t = translationsOf(speaks);
  const name = nameOfPage(dossier, speaks, page) ?? page.name;
  const isTitled = !['segment', 'passages', 'note', 'exhibit', 'check', 'dossier'].includes(kind);
  const entry = page.entry?.[speaks.id] && entryIn(style, page.entry[speaks.id]!);
  if (kind === 'dossier') return '';
  if (page.isPlace) return placeIn(style, lowered(t.checks.name({ id })));
  if (isTitled && style === 'mla') {
    const short = inMarks(shortTitle(dossier, speaks, page, headlineCase(name, 'mla')));
    return entry === undefined ? short : `${short.replace(/”$/, ',”')} ${entry}`;
  }
  const [main = name] = name.split(/[:：]/);
  if (isTitled) {
    // The entries of the argument are its sections.
    if (style === 'apa' && entry !== undefined && id === urls.argument(edition.id))
      return `${inMarks(capitalised(main)).replace(/”$/, ',”')} ${entry}`;
    const under =
      style === 'apa'
        ? `${inMarks(capitalised(main))} section`
        : t.cite.under({ name: nestedMarks(isEnglish(style) ? headlineCase(main) : main), kind });
    if (entry === undefined) return under;
    // In English, a comma goes inside the quotation marks of a title.
    return isEnglish(style) && under.endsWith('”')
      ? `${under.slice(0, -1)},” ${entry}`
      : under + commaIn(edition, style) + entry;
  }
  if (kind === 'check') {
    // Its entry has the number behind the title.
    if (style === 'mla') return inMarks(shortTitle(dossier, speaks, page, titleOfCheck(dossier, speaks, id)));
    return placeIn(style, lowered(t.checks.name({ id })));
  }
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
          ? placeInEnglish(style, 'paragraphs', `${firstPassage}–${lastPassage}`)
          : id === 'abstract'
            ? placeInEnglish(style, 'abstract')
            : placeInEnglish(style, 'paragraph', id);
  return part === 'account' ? placeInEnglish(style, 'remark', place) : place;
}

/** The claim of a check as MLA prints it as a title. */
function titleOfCheck(dossier: Dossier, speaks: Edition, id: string): string {
  const claim = checkOf(dossier, id)?.claim;
  return headlineCase(claim ? capitalised(localised(claim, speaks)) : '', 'mla');
}

/**
 * A title as MLA gives it in the text: without its subtitle and the article at its beginning and, if it is long, only
 * up to the first preposition or conjunction, unless other pages of the dossier begin in the same way.
 */
function shortTitle(dossier: Dossier, edition: Edition, { kind }: OwnPage, title: string): string {
  const named = withoutArticle(title);
  const [main = named] = named.split(/[:：]/);
  if (kind !== 'case' && kind !== 'term' && kind !== 'actor' && kind !== 'check')
    return shortened(main) ?? main;
  const all = titlesOf(dossier, edition, kind);
  const isUnique = (short: string): boolean => all.filter((other) => other.startsWith(short)).length < 2;
  return [shortened(main), main, shortened(named)].find((one) => one !== undefined && isUnique(one)) ?? named;
}

const titlesOf = memoizeWith(
  (dossier: Dossier, edition: Edition, kind: 'case' | 'term' | 'actor' | 'check') =>
    (kind === 'check'
      ? dossier.checks.value.map(({ id }) => titleOfCheck(dossier, edition, id))
      : dossier[`${kind}s`].map(({ id }) =>
          headlineCase(nameOfPage(dossier, edition, { kind, id }) ?? '', 'mla'),
        )
    ).map(withoutArticle),
);

const withoutArticle = (title: string): string =>
  title.replace(/^(?:The|An?) (.)/u, (_, letter: string) => letter.toUpperCase());

/** A long title up to the first preposition or conjunction. */
const shortened = (title: string): string | undefined =>
  title.split(' ').length < 5
    ? undefined
    : /^.{6,}?(?= (?:and|or|of|in|on|at|by|for|from|to|with|between|under|against|about|as|into|over|after|before|is|are|was|were|has|have) )/u.exec(
        title,
      )?.[0];

const inMarks = (title: string): string => `“${nestedMarks(title)}”`;

export const nestedMarks = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');
