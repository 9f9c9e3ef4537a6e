import { titleIn, type Citable } from '../cite/csl-item.ts';
import { isEnglish, isGbt, isInText, type CitationStyle } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { placeInText, withKind, withPlace } from '../cite/behind-title.ts';
import { headlineCase, loweredCase, sentenceCase } from '../cite/headline-case.ts';
import { editorsOf, printedPaper } from '../cite/own-items.ts';
import { upright, type ReferencePiece } from '../cite/pieces.ts';
import { dayOfCopying, firstPassage, lastPassage } from '../model/edition-record.ts';
import { isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { attributionOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { citationStylesOf, exhibitName } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { referencesIn } from '../render/references-in.ts';
import { capitalised, kindOf, nameOfPage, partOf, type OwnPage } from './own-record.ts';
import { translationsOf } from './queries.ts';
import { printedRecord } from './record-files.ts';

/** What is cited: a page of the dossier, the paper (at printed pages, if known), or both. */
export interface Cited {
  own?: OwnPage | undefined;
  /** `defines`: the page has a definition from the paper. */
  paper?: { pages: Pages; defines?: true } | undefined;
}
type Pages = [number, number] | undefined;

/** How something is cited in one style. */
export interface InStyle {
  style: CitationStyle;
  name: string;
  /** Undefined if the page’s words are the paper’s own. */
  own?: Printed;
  paper?: Printed;
  joint?: Joint;
}

/** A citation of the paper through a page. */
export interface Joint {
  /** For the page’s own words: the part before the paper’s reference, and that reference. */
  before: ReferencePiece[];
  joiner: Joiner;
  paper: ReferencePiece[];
  /** For words of the paper that the page quotes: the part after the paper’s reference. */
  quoting: { opening: string; joiner: Joiner; own: ReferencePiece[] };
}
type Joiner = Record<'text' | 'lang', string>;

/** A reference in the language of the cited item. */
export interface Printed {
  lang: string;
  /** A footnote, or the citation in the text in a style that cites there. */
  note: ReferencePiece[];
  /** The entry in a list of works, in a style that has one. */
  entry?: ReferencePiece[];
}

/** Cites something in every style, the usual one of the language first. */
export function citedIn(dossier: Dossier, base: string, edition: Edition, { own, paper }: Cited): InStyle[] {
  const t = translationsOf(edition);
  const isJoint =
    own &&
    paper &&
    (paper.defines ?? (partOf(own) === 'text' && attributionOf(edition, partOf(own)) === 'paraphrase'));
  return citationStylesOf(t).map((style) => {
    const ours = own && ownIn(dossier, base, edition, own, style);
    const paperIn = paper && printedPaperAt(dossier, edition, style, paper.pages);
    return {
      style,
      name: t.cite.forms[style],
      ...(ours ? { own: ours } : {}),
      ...(paperIn ? { paper: paperIn } : {}),
      ...(isJoint && ours && paperIn
        ? { joint: jointOf(edition, style, ours.note, paperIn.note, paper.defines ? 'definedIn' : 'through') }
        : {}),
    };
  });
}

/** Cites a page in one style; undefined if its words are the paper’s own. */
export function ownIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  style: CitationStyle,
): Printed | undefined {
  const item = printedRecord(dossier, base, edition, page);
  if (!item) return undefined;
  const own = printPage(dossier, printedOwn(dossier, edition, page, item, style), style);
  if (!isInText(style) || !isEnglish(style)) return own;
  const place = placeIn(dossier, edition, page, style);
  const note = withPlace(own.note, place);
  if (!isInWhole(page) || item.translator) return { ...own, note };
  const whole = wholeOf(dossier, base, edition, item);
  const { entry } = printPage(dossier, printedOwn(dossier, edition, whole.page, whole.item, style), style);
  return { ...own, note, ...(entry ? { entry } : {}) };
}

/** Whether a style with a list of works has the whole dossier there, and the page’s place in the text. */
const isInWhole = ({ kind }: OwnPage): boolean => ['segment', 'passages', 'note', 'exhibit'].includes(kind);

/** The whole dossier, in the version in which one of its pages is cited. */
function wholeOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { version, issued }: Citable,
): { page: OwnPage; item: Citable } {
  const name = inEdition(dossier.settings.value.dossier.title, edition.id);
  const page: OwnPage = { kind: 'dossier', id: version ?? '', name, address: '/' };
  const { version: _, issued: _issued, ...item } = printedRecord(dossier, base, edition, page)!;
  return {
    page,
    item: { ...item, ...(version === undefined ? {} : { version }), ...(issued ? { issued } : {}) },
  };
}

/**
 * The place of a page in the dossier, as a style gives it in the text. MLA distinguishes works of one author by title.
 */
function placeIn(dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): string {
  const { kind, id, part } = page;
  const speaks = englishOf(dossier, edition, page) ?? edition;
  const place =
    kind === 'segment'
      ? id === 'abstract'
        ? placeInText(style, 'abstract')
        : placeInText(style, 'paragraph', id)
      : kind === 'passages'
        ? placeInText(style, 'paragraphs', `${firstPassage}–${lastPassage}`)
        : kind === 'note'
          ? placeInText(style, 'note', id)
          : kind === 'exhibit'
            ? placeInText(style, 'exhibit', exhibitName(translationsOf(speaks), id))
            : undefined;
  if (place !== undefined) return part === 'account' ? (placeInText(style, 'remark', place) ?? '') : place;
  if (style !== 'mla' || kind === 'dossier') return '';
  const [name = ''] = (nameOfPage(dossier, speaks, page) ?? page.name).split(/[:：]/);
  return inMarks(headlineCase(name, 'mla'));
}

const inMarks = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll(/”/g, '’')}”`;

/** Joins references to the paper and to a page, for the page’s own words and for words that it quotes. */
function jointOf(
  edition: Edition,
  style: CitationStyle,
  own: ReferencePiece[],
  paper: ReferencePiece[],
  through: 'through' | 'definedIn',
): Joint {
  const bare = withoutEnd(own, isInText(style) ? /\)$/ : /[.。]$/);
  // A comma goes inside the quotation marks of a title.
  const isQuoted = isEnglish(style) && bare.at(-1)?.text.endsWith('”');
  const before = isQuoted ? [...withoutEnd(bare, /”$/), { text: ',”', italic: false }] : bare;
  const joiner = joinerOf(edition, style, before, through);
  return {
    before,
    joiner: isQuoted ? { ...joiner, text: joiner.text.replace(/^,/, '') } : joiner,
    paper: besideOwn(style, paper),
    quoting: {
      opening: isInText(style) ? '(' : '',
      joiner: joinerOf(
        edition,
        style,
        withoutEnd(paper, /[.。]$/),
        style === 'apa' ? 'asCitedIn' : style === 'mla' ? 'qtdIn' : 'quotedIn',
      ),
      own: besideOwn(style, own),
    },
  };
}

/** The entries in a list of works: the source consulted, which is the page; in GB/T also the paper. */
export const listed = ({ style, own, paper, joint }: InStyle): Printed[] =>
  (joint && !isEnglish(style) ? [own, paper] : [own ?? paper]).filter((one) => one !== undefined);

/** Cites the paper at printed pages, or as a whole if they are not known. */
export const printedPaperAt = (
  dossier: Dossier,
  edition: Edition,
  style: CitationStyle,
  pages: Pages,
): Printed =>
  print(dossier, printedPaper(dossier.settings.value, edition, style), style, {
    ...(pages ? { locator: { label: 'page', value: [...new Set(pages)].join('-') } } : {}),
  });

/** A reference that follows one to the page; in the text, both share parentheses. */
export const besideOwn = (style: CitationStyle, note: ReferencePiece[]): ReferencePiece[] =>
  isInText(style) ? note.map((piece, i) => (i > 0 ? piece : cut(piece, /^\(/))) : note;

/** The words that join two references: in English for an English style, otherwise in the language of the page. */
function joinerOf(
  edition: Edition,
  style: CitationStyle,
  before: ReferencePiece[],
  by: 'through' | 'definedIn' | 'quotedIn' | 'asCitedIn' | 'qtdIn',
): Joiner {
  const { cite, lang } = translationsFor(
    isEnglish(style) || !isWrittenInHan(edition.lang) ? 'en' : 'zh-Hans',
  );
  const [, comma = '', words = ''] = /^([,，] ?)(.*)$/s.exec(cite[by]) ?? [];
  if (isGbt(style) && !isInText(style)) return { text: `. ${capitalised(words)}`, lang };
  // Programs that turn addresses into links include a full-width comma, so put a space before it.
  const mark = isInText(style) || comma !== '，' ? ', ' : before.at(-1)?.variable === 'URL' ? ' ，' : '，';
  return { text: mark + words, lang };
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

/** One of our pages as a style prints it, with the page’s own name. */
interface PrintedPage {
  item: Citable;
  name: string;
  /** The kind of page, printed after the title. */
  kind?: string;
  /** The version, if the style prints it after the type mark. */
  version?: string;
}

/** Placeholders for a page’s name and address. */
const [NAME, ADDRESS] = ['\uE009', '\uE00A'];
/** A name in which no style changes punctuation and which does not affect the text after it. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,:，：()（）-]*[\p{L}\p{N})）])?$/u;

/**
 * Citations of pages differ only in names and addresses. citeproc takes milliseconds, so it prints each form only once.
 */
function printPage(dossier: Dossier, page: PrintedPage, style: CitationStyle): Printed {
  const { item, name } = page;
  const at = item.title.lastIndexOf(name);
  if (!PLAIN.test(name) || at < 0) return withParts(print(dossier, item, style), page);
  const title = item.title.slice(0, at) + NAME + item.title.slice(at + name.length);
  const { id: _, ...form } = { ...item, title, ...(item.URL ? { URL: ADDRESS } : {}) };
  const printed = withParts(print(dossier, { ...form, id: JSON.stringify(form) }, style), page);
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

/** Adds the kind after the title, and the version after the type mark. */
function withParts({ note, entry, ...printed }: Printed, { kind = '', version }: PrintedPage): Printed {
  const versioned = (pieces: ReferencePiece[]): ReferencePiece[] =>
    version === undefined
      ? pieces
      : pieces.map((piece) => ({ ...piece, text: piece.text.replace(/(\[[A-Z/]+\]\.)/, `$1 ${version}.`) }));
  return {
    ...printed,
    note: versioned(withKind(note, kind, { isEntry: false })),
    ...(entry ? { entry: versioned(withKind(entry, kind, { isEntry: true })) } : {}),
  };
}

/** An independent reference ends with a full stop. */
function ended(pieces: ReferencePiece[], form: CitationStyle, language: string): ReferencePiece[] {
  const stop = !isGbt(form) && isChinese(language) ? '。' : '.';
  return /[.。]$/.test(pieces.at(-1)?.text ?? '') ? pieces : [...pieces, { text: stop, italic: false }];
}

/**
 * One of our records, adapted to a style. The container is the dossier’s name, if it has one, since the title of a
 * dossier repeats the paper’s, which is in the same reference or next to it. In GB/T a page is an electronic resource
 * whose name follows that of the whole: online with the access date, filled in on copying, or on disk if the copy has
 * no public address. In journal footnotes it is a page of a website. A style for English texts uses the name in an
 * English edition, whatever the language of the page.
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
  const t = isEnglish(style) ? translationsFor('en') : translationsOf(speaks);
  const release = t.cite.release({ version: item.version ?? '' });
  const version = capitalised(release.replace(/^, |^（|）$/g, ''));
  const title = inEdition(isWhole ? own.title : (own.name ?? own.title), speaks.id);
  const { 'container-title': _, version: _version, note: _note, genre: _genre, ...alone } = item;
  const named = {
    ...alone,
    ...(speaks === edition ? {} : namedIn(dossier, page, item, speaks)),
    id: `${item.id}-${edition.id}-${style}`,
    language: isEnglish(style) && isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  const kind = kindOf(edition, page, speaks);
  const name = named.title;
  if (isGbt(style)) {
    const mark = style === 'gbt' ? '：' : ': ';
    const shown = kind ? t.typography.inBrackets({ name, text: kind }) : name;
    return {
      name,
      version,
      item: {
        ...named,
        type: 'webpage',
        title: isWhole ? title : title + mark + shown,
        ...(item.URL === undefined ? { medium: 'DK' } : { accessed: cslDate(dayOfCopying) }),
      },
    };
  }
  // A translation needs its translator, whom footnotes of websites do not print.
  const type = isEnglish(style) || item.translator ? item.type : 'webpage';
  const isLatinInChinese = style === 'journal' && primaryLanguage(edition.lang) === 'en';
  const cased = (text: string): string => (isLatinInChinese ? headlineCase(text) : text);
  const isApa = style === 'apa';
  if (isWhole) {
    const custom = {
      ...named.custom,
      sentenceTitle: sentenceTitleOf(title, own.name && inEdition(own.name, speaks.id)),
    };
    return {
      name: cased(title),
      item: {
        ...named,
        type,
        title: cased(title),
        custom,
        edition: isApa ? version : release.replace(/^, /, ''),
      },
    };
  }
  return {
    name: cased(name),
    ...(isApa ? {} : { kind }),
    item: {
      ...named,
      type,
      title: cased(name) + (isApa && kind ? upright(` [${capitalised(kind)}]`) : ''),
      'container-title': cased(title) + upright(isApa ? ` (${version})` : release),
      isInNamed: own.name !== undefined,
      isInSentenceStyle: !isInTitleCase(page, nameOfPage(dossier, speaks, page) ?? page.name),
    },
  };
}

/** The dossier’s title in sentence style; the dossier’s name at its beginning keeps its capitals. */
function sentenceTitleOf(title: string, name = ''): string {
  const rest = title.startsWith(name) ? title.slice(name.length) : title;
  return sentenceCase(title.slice(0, title.length - rest.length) + loweredCase(rest));
}

/**
 * Names of cases, terms, actors and checks are in sentence case; headings and exhibits of a paper may be in title case.
 */
const isInTitleCase = ({ kind }: OwnPage, name: string): boolean =>
  (kind === 'chapter' || kind === 'exhibit') && headlineCase(name) === name;

/** The English edition that has a name for a page of an edition in Chinese characters. */
function englishOf(dossier: Dossier, edition: Edition, page: OwnPage): Edition | undefined {
  if (!isWrittenInHan(edition.lang)) return undefined;
  return publicEditions(dossier.settings.value).find(
    (one) => primaryLanguage(one.lang) === 'en' && nameOfPage(dossier, one, page) !== undefined,
  );
}

/** The names of a page and its editors in another edition. */
function namedIn(
  dossier: Dossier,
  page: OwnPage,
  { title, author, translator }: Citable,
  english: Edition,
): Pick<Citable, 'title' | 'author'> {
  return {
    author: translator ? author : editorsOf(dossier.settings.value, english),
    title: capitalised(nameOfPage(dossier, english, page) ?? title),
  };
}
