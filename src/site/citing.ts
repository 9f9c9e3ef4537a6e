import { titleIn, type Citable } from '../cite/csl-item.ts';
import { isEnglish, isGbt, isInText, type CitationStyle } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { editorsOf, printedPaper } from '../cite/own-items.ts';
import { upright, type ReferencePiece } from '../cite/pieces.ts';
import { dayOfCopying } from '../model/edition-record.ts';
import { isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { whoseOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { citationStylesOf } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { referencesIn } from '../render/references-in.ts';
import { capitalised, nameOfPage, partOf, titleOf, type OwnPage } from './own-record.ts';
import { translationsOf } from './queries.ts';
import { printedRecord } from './record-files.ts';

/** What is cited: a page of the dossier, the paper at its printed pages so far as they are known, or both. */
export interface Cited {
  own?: OwnPage | undefined;
  /** `defines`: the page has a definition from there. */
  paper?: { pages: Pages; defines?: true } | undefined;
}
type Pages = [number, number] | undefined;

/** How that is cited in one style. */
export interface InStyle {
  style: CitationStyle;
  name: string;
  /** None where the page’s words are the paper’s own. */
  own?: Printed;
  paper?: Printed;
  /** The page by way of which one reads the paper, and the paper: what stands before it, and it. */
  joint?: { before: ReferencePiece[]; joiner: Joiner; paper: ReferencePiece[] };
}
type Joiner = Record<'text' | 'lang', string>;

/** A reference in the language of what it is to. */
export interface Printed {
  lang: string;
  /** A footnote, or what stands in the text where a style names the author there. */
  note: ReferencePiece[];
  /** As an entry of a list of works, in a style that has one. */
  entry?: ReferencePiece[];
}

/** In every style, the usual one of the language first. */
export function citedIn(dossier: Dossier, base: string, edition: Edition, { own, paper }: Cited): InStyle[] {
  const t = translationsOf(edition);
  const item = own && printedRecord(dossier, base, edition, own);
  const isJoint =
    own &&
    item &&
    paper &&
    (paper.defines ?? (partOf(own) === 'text' && whoseOf(edition, partOf(own)) === 'paraphrase'));
  const through = paper?.defines ? 'definedIn' : 'through';
  return citationStylesOf(t).map((style) => {
    const ours = own && item && printPage(dossier, printedOwn(dossier, edition, own, item, style), style);
    const paperIn = paper && printedPaperAt(dossier, edition, style, paper.pages);
    const before = isJoint && ours && withoutEnd(ours.note, isInText(style) ? /\)$/ : /[.。]$/);
    return {
      style,
      name: t.cite.forms[style],
      ...(ours ? { own: ours } : {}),
      ...(paperIn ? { paper: paperIn } : {}),
      ...(before && paperIn
        ? {
            joint: {
              before,
              joiner: joinerOf(style, before, through),
              paper: besideOwn(style, paperIn.note),
            },
          }
        : {}),
    };
  });
}

/** The paper at printed pages, or as a whole where they are not known. */
export const printedPaperAt = (
  dossier: Dossier,
  edition: Edition,
  style: CitationStyle,
  pages: Pages,
): Printed =>
  print(dossier, printedPaper(dossier.settings.value, edition, style), style, {
    ...(pages ? { locator: { label: 'page', value: [...new Set(pages)].join('-') } } : {}),
  });

/** A reference as it continues one to the page: in the text, in the same parentheses. */
export const besideOwn = (style: CitationStyle, note: ReferencePiece[]): ReferencePiece[] =>
  isInText(style) ? note.map((piece, i) => (i > 0 ? piece : cut(piece, /^\(/))) : note;

/** A style joins them in the language of the texts that it is for. */
function joinerOf(style: CitationStyle, before: ReferencePiece[], through: 'through' | 'definedIn'): Joiner {
  const { cite, lang } = translationsFor(isEnglish(style) ? 'en' : 'zh-Hans');
  // Whoever makes links of addresses takes a full-width mark for a part of one.
  const mark = isInText(style)
    ? ', '
    : isGbt(style)
      ? '. '
      : before.at(-1)?.variable === 'URL'
        ? ' ，'
        : '，';
  return { text: cite[through].replace('，', mark), lang };
}

const withoutEnd = (pieces: ReferencePiece[], end: RegExp): ReferencePiece[] =>
  pieces
    .map((piece, i) => (i < pieces.length - 1 ? piece : cut(piece, end)))
    .filter(({ text }) => text !== '');

const cut = (piece: ReferencePiece, part: RegExp): ReferencePiece => ({
  ...piece,
  text: piece.text.replace(part, ''),
});

function print(
  dossier: Dossier,
  item: Citable,
  style: CitationStyle,
  place: Parameters<ReturnType<typeof referencesIn>['note']>[2] = {},
): Printed {
  const references = referencesIn(dossier);
  const note = references.note(item, style, place);
  return {
    lang: item.language,
    note: isInText(style) ? note : ended(note, style, item.language),
    ...(isInText(style) || style === 'chicago' ? { entry: references.entry(item, style) } : {}),
  };
}

/** A page of ours as a style has it, with what the page itself is called in that. */
interface PrintedPage {
  item: Citable;
  name: string;
}

/** Stand for what a page is called, and for its address. */
const [NAME, ADDRESS] = ['\uE009', '\uE00A'];
/** In this no style changes marks, nor does what stands behind it depend on it. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,:，：()（）-]*[\p{L}\p{N})）])?$/u;

/** Pages are cited alike but for their names and addresses: citeproc, which takes milliseconds, prints each form once. */
function printPage(dossier: Dossier, { item, name }: PrintedPage, style: CitationStyle): Printed {
  const before = item.title.slice(0, -name.length);
  if (!PLAIN.test(name) || item.title !== before + name) return print(dossier, item, style);
  const { id: _, ...form } = { ...item, title: before + NAME, ...(item.URL ? { URL: ADDRESS } : {}) };
  const printed = print(dossier, { ...form, id: JSON.stringify(form) }, style);
  const shown = titleIn({ ...item, title: name }, style);
  const fill = (pieces: ReferencePiece[]): ReferencePiece[] =>
    pieces.map((piece) => ({
      ...piece,
      text: piece.text.replace(NAME, shown).replace(ADDRESS, () => item.URL ?? ''),
    }));
  return {
    ...printed,
    note: fill(printed.note),
    ...(printed.entry ? { entry: fill(printed.entry) } : {}),
  };
}

/** A reference that stands for itself ends in a full stop. */
function ended(pieces: ReferencePiece[], form: CitationStyle, language: string): ReferencePiece[] {
  const stop = !isGbt(form) && isChinese(language) ? '。' : '.';
  return /[.。]$/.test(pieces.at(-1)?.text ?? '') ? pieces : [...pieces, { text: stop, italic: false }];
}

/**
 * A record of ours as it is printed in a style. What it is in is called by the dossier’s name, where it has one: the title of
 * a dossier repeats the paper’s, which stands in the same reference or beside it. In GB/T a page is an electronic resource,
 * whose part stands behind the whole: online with the day on which it is copied, when the page is open, and in a copy
 * without a public address on a disk. In the journals’ footnotes it is a page of a website; in a style for texts in English
 * it is called as an edition in English calls it, whatever the language of its wording.
 */
function printedOwn(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  item: Citable,
  style: CitationStyle,
): PrintedPage {
  const own = dossier.settings.value.dossier;
  const isWhole = page.kind === 'dossier';
  const speaks = isEnglish(style) ? (englishOf(dossier, edition, page) ?? edition) : edition;
  const { cite } = isEnglish(style) ? translationsFor('en') : translationsOf(speaks);
  const version = cite.release({ version: item.version ?? '' });
  const bare = version.replace(/^, /, '');
  const release = style === 'apa' ? ` (${capitalised(bare)})` : version;
  const title = inEdition(isWhole ? own.title : (own.name ?? own.title), speaks.id);
  const whole = title + upright(release);
  const { 'container-title': _, version: _version, note: _note, ...alone } = item;
  const named = {
    ...alone,
    ...(speaks === edition ? {} : namedIn(dossier, edition, page, item, speaks)),
    id: `${item.id}-${edition.id}-${style}`,
    language: isEnglish(style) && isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  if (isGbt(style)) {
    const mark = style === 'gbt' ? '：' : ': ';
    return {
      name: named.title,
      item: {
        ...named,
        type: 'webpage',
        title: isWhole ? whole : whole + mark + named.title,
        ...(item.URL === undefined ? { medium: 'DK' } : { accessed: cslDate(dayOfCopying) }),
      },
    };
  }
  // A translation is known by its translator, whom a footnote of a website does not name.
  const type = isEnglish(style) || item.translator ? item.type : 'webpage';
  return {
    name: named.title,
    item: isWhole
      ? { ...named, type, title, edition: style === 'apa' ? capitalised(bare) : bare }
      : { ...named, type, 'container-title': whole, isInNamed: own.name !== undefined },
  };
}

/** The edition in English that names a page in Chinese characters for texts in English. */
function englishOf(dossier: Dossier, edition: Edition, page: OwnPage): Edition | undefined {
  if (!isWrittenInHan(edition.lang)) return undefined;
  return publicEditions(dossier.settings.value).find(
    (one) => primaryLanguage(one.lang) === 'en' && nameOfPage(dossier, one, page) !== undefined,
  );
}

/** What another edition calls a page and its editors. */
function namedIn(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  { title, author, translator }: Citable,
  english: Edition,
): Pick<Citable, 'title' | 'author'> {
  const name = nameOfPage(dossier, english, page) ?? title;
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(primaryLanguage(edition.lang));
  return {
    author: translator ? author : editorsOf(dossier.settings.value, english),
    title: titleOf(english, page, whoseOf(edition, partOf(page)), name, language ?? edition.lang),
  };
}
