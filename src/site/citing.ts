import { exportFormats, exportNames, type ExportFormat } from '../cite/export.ts';
import type { Citable } from '../cite/csl-item.ts';
import { isEnglish, isGbt, isInText, type CitationStyle } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { ownItem, printedPaper, recordOfPaper } from '../cite/own-items.ts';
import { referenceText, type ReferencePiece } from '../cite/pieces.ts';
import { dayOfCopying } from '../model/edition-record.ts';
import { isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import { publicEditions, type Edition, type Settings } from '../model/settings.ts';
import { doiAddress, permalink, urls } from '../model/urls.ts';
import { whoseOf, type Part } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';
import { citationStylesOf, languageOf, sayPages } from '../i18n/phrases.ts';
import { labelOf } from '../render/label.ts';
import { translationsFor } from '../i18n/translations.ts';
import { localised, nameOf, translationsOf } from './queries.ts';
import { referencesTo } from '../cite/reference.ts';
import { unchangedIn } from './releases.ts';

/** References to the works of a dossier. */
export const referencesIn = memoize((dossier: Dossier) =>
  referencesTo(dossier.works.map(({ value }) => value)),
);

/** What can be cited on a page, in every style, the usual one of the language first. */
export interface Citing {
  printed: InStyle[];
  records: { format: ExportFormat; name: string; file: string; text: string }[];
}

/** A style, with what is copied of it: a footnote, or what stands in the text and in a list of works. */
export interface InStyle {
  style: CitationStyle;
  name: string;
  lang: string;
  forms: { name: string; pieces: ReferencePiece[] }[];
}

/**
 * The paper at printed pages, or as a whole where they are not known, in the writing of an edition. The record of a passage
 * has its pages, and says which the whole paper fills.
 */
export function citePaper(dossier: Dossier, edition: Edition, pages: [number, number] | undefined): Citing {
  const settings = dossier.settings.value;
  const t = translationsOf(edition);
  const whole = recordOfPaper(settings, edition);
  const page = pages && [...new Set(pages)].join('-');
  return citing(
    dossier,
    (style) => printedPaper(settings, edition, style),
    page === undefined || page === whole.page
      ? whole
      : {
          ...whole,
          id: `${whole.id}-p${page}`,
          page,
          ...(settings.paper.pages
            ? { note: t.cite.wholePaper({ pages: sayPages(t, settings.paper.pages) }) }
            : {}),
        },
    edition,
    pages,
  );
}

/** A page of the dossier that can be cited: what it is called, and where it is. */
export interface OwnPage {
  /** `dossier`: as a whole. */
  kind:
    'segment' | 'note' | 'case' | 'term' | 'actor' | 'exhibit' | 'check' | 'chapter' | 'overview' | 'dossier';
  id: string;
  name: string;
  /** From the dossier's root. */
  address: string;
}

/** Accounts of cases, definitions of terms, source checks and the dossier are the editors', whatever edition they stand beside. */
export const partOf = ({ kind }: Pick<OwnPage, 'kind'>): Part =>
  ['segment', 'note', 'chapter', 'exhibit'].includes(kind) ? 'text' : 'account';

/**
 * The page itself, in its own words, at its permalink; undefined where it is the paper's own text. `base` is the path that
 * the site's links begin with.
 */
export function citeOwn(dossier: Dossier, base: string, edition: Edition, page: OwnPage): Citing | undefined {
  const item = ownRecord(dossier, base, edition, page);
  return item && citing(dossier, openedOwn(dossier, edition, page, item), item, edition);
}

/**
 * A record of ours as it is printed in a style. In GB/T it is an electronic resource, whose part stands behind the whole, with
 * the day on which it is copied, when the page is open; in the journals’ footnotes a page of a website; in a style for texts
 * in English it is called as an edition in English calls it, whatever the language of its wording.
 */
function openedOwn(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  item: Citable,
): (style: CitationStyle) => Citable {
  const own = printedOwn(item, edition);
  const { 'container-title': whole, ...alone } = own;
  const joined = (mark: string): string => (whole === undefined ? own.title : whole + mark + own.title);
  const gbt = { ...alone, type: 'webpage' as const, accessed: cslDate(dayOfCopying) };
  const english = {
    ...inEnglish(dossier, edition, page, item),
    id: `${own.id}-english`,
    language: isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  return (style) => {
    if (isEnglish(style)) return english;
    if (isGbt(style)) {
      const mark = style === 'gbt' ? '：' : ': ';
      return { ...gbt, id: `${own.id}-${style}`, title: joined(mark) };
    }
    // A translation is known by its translator, whom a footnote of a website does not name.
    return own.translator ? own : { ...own, id: `${own.id}-page`, type: 'webpage' };
  };
}

/** A page whose edition is in Chinese characters, as one in English names it. */
function inEnglish(dossier: Dossier, edition: Edition, page: OwnPage, item: Citable): Citable {
  const settings = dossier.settings.value;
  const english = publicEditions(settings).find(({ lang }) => primaryLanguage(lang) === 'en');
  const name = english && nameOfPage(dossier, english, page);
  const whose = whoseOf(edition, partOf(page));
  if (!english || name === undefined || !isWrittenInHan(edition.lang) || whose === 'original')
    return printedOwn(item, edition);
  const { editors, title } = settings.dossier;
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(primaryLanguage(edition.lang));
  return printedOwn(
    {
      ...item,
      ...(item.translator ? {} : { author: [{ literal: inEdition(editors, english.id) }] }),
      ...(item.type === 'book'
        ? { title: inEdition(title, english.id) }
        : {
            title: titleOf(english, page, whose, name, language ?? edition.lang),
            'container-title': inEdition(title, english.id),
          }),
    },
    english,
  );
}

/** What an edition calls a page, so far as it is known by its id alone. */
export function nameOfPage(
  dossier: Dossier,
  edition: Edition,
  { kind, id }: Pick<OwnPage, 'kind' | 'id'>,
): string | undefined {
  const t = translationsOf(edition);
  switch (kind) {
    case 'segment':
      return id === 'abstract' ? t.abstract : t.segment.name({ id });
    case 'note':
      return t.note.name({ number: Number(id) });
    case 'case':
    case 'term':
    case 'actor':
      return nameOf(dossier, kind, id, edition);
    case 'check':
      return t.checks.name({ id });
    case 'chapter': {
      const head = dossier.settings.value.chapters.find((one) => one.id === id);
      return head && localised(head.title, edition);
    }
    case 'exhibit': {
      const exhibit = dossier.exhibits.find((one) => one.id === id);
      return exhibit && localised(exhibit.value.title, edition);
    }
    case 'dossier':
      return inEdition(dossier.settings.value.dossier.title, edition.id);
    case 'overview':
      return undefined;
  }
}

/** A page as a title: what lists or judges is no restatement of the paper. */
const titleOf = (
  edition: Edition,
  { kind }: Pick<OwnPage, 'kind'>,
  whose: Exclude<ReturnType<typeof whoseOf>, 'original'>,
  name: string,
  language: string,
): string =>
  ['check', 'actor', 'overview'].includes(kind)
    ? name
    : translationsOf(edition).cite.title[whose]({ name, translator: 'none', language });

/** A record of ours as a reference prints it: the title of the whole names the release. */
function printedOwn({ version = '', ...item }: Citable, edition: Edition): Citable {
  const inRelease = (title = ''): string => translationsOf(edition).cite.inRelease({ title, version });
  return {
    ...item,
    id: `${item.id}-${edition.id}`,
    ...(item.type === 'book'
      ? { title: inRelease(item.title) }
      : { 'container-title': inRelease(item['container-title']) }),
  };
}

/** The record of a page; undefined where it is the paper's own text. Where a release has its text as it stands, that is what is cited. */
export function ownRecord(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
): Citable | undefined {
  const settings = dossier.settings.value;
  const { site, version, issued } = settings.dossier;
  const release = releaseOf(dossier, edition, page);
  return recordOf(settings, edition, {
    ...page,
    version: release?.version ?? version,
    issued: release?.issued ?? issued,
    address: permalink(site, base, release?.address ?? page.address),
  });
}

/** The record of a page in whatever version; its address is the full one. */
export function recordOf(
  settings: Settings,
  edition: Edition,
  { kind, id, name, ...at }: OwnPage & { version: string; issued: string },
): Citable | undefined {
  const part = partOf({ kind });
  const whose = whoseOf(edition, part);
  if (whose === 'original') return undefined;
  const item = ownItem(settings, edition, part, {
    ...at,
    id: `${kind}-${id}`,
    name: titleOf(edition, { kind }, whose, name, languageOf(edition)),
    label: labelOf(settings, edition, part),
  });
  if (kind !== 'dossier') return item;
  const { 'container-title': title = name, ...whole } = item;
  return { ...whole, type: 'book', title };
}

/** The latest release, where it has the text of a page as it stands, and where it shows it. */
function releaseOf(
  dossier: Dossier,
  edition: Edition,
  { kind, id, address }: OwnPage,
): { version: string; issued: string; address: string } | undefined {
  // Side by side, editions are in no release.
  const isReleased = kind === 'segment' || (kind === 'chapter' && address === urls.chapter(edition.id, id));
  const latest = isReleased ? unchangedIn(dossier, kind, id) : undefined;
  return (
    latest && {
      ...latest,
      address:
        kind === 'segment'
          ? urls.segmentInRelease(latest.version, id)
          : urls.chapterInRelease(latest.version, edition.id, id),
    }
  );
}

/** A reference as a footnote in one style. */
export interface Footnote {
  style: CitationStyle;
  name: string;
  lang: string;
  /** The footnote, or the entry of a list where a style names author and year in the text. */
  pieces: ReferencePiece[];
  /** What stands in the text in such a style. */
  inText?: ReferencePiece[];
}

/**
 * A page as footnotes of a copied quotation cite it, in every style, the usual one of the language first; `paper`: the paper
 * at its pages, where that is another.
 */
export function footnotesOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { page, pages }: { page: OwnPage; pages?: [number, number] | undefined },
): (Footnote & { paper?: Footnote })[] {
  const papers = paperFootnotes(dossier, edition, pages);
  const item = ownRecord(dossier, base, edition, page);
  if (!item) return papers;
  return footnotes(dossier, edition, openedOwn(dossier, edition, page, item)).map((note, i) => ({
    ...note,
    ...(whoseOf(edition, partOf(page)) === 'paraphrase' && partOf(page) === 'text'
      ? { paper: papers[i] }
      : {}),
  }));
}

/** The paper as footnotes cite it at printed pages, or as a whole where they are not known, in every style. */
export const paperFootnotes = (dossier: Dossier, edition: Edition, pages?: [number, number]): Footnote[] =>
  footnotes(
    dossier,
    edition,
    (style) => printedPaper(dossier.settings.value, edition, style),
    pageLocator(pages),
  );

const pageLocator = (pages: [number, number] | undefined): { locator?: { label: 'page'; value: string } } =>
  pages ? { locator: { label: 'page', value: [...new Set(pages)].join('-') } } : {};

function footnotes(
  dossier: Dossier,
  edition: Edition,
  printedIn: (style: CitationStyle) => Citable,
  place: ReturnType<typeof pageLocator> = {},
): Footnote[] {
  const t = translationsOf(edition);
  return citationStylesOf(t).map((style) => {
    const printed = printedIn(style);
    const references = referencesIn(dossier);
    const note = ownAddress(references.note(printed, style, place), printed.language);
    return {
      style,
      name: t.cite.forms[style],
      lang: printed.language,
      ...(isInText(style)
        ? { pieces: ownAddress(references.entry(printed, style), printed.language), inText: note }
        : { pieces: ended(note, style, printed.language) }),
    };
  });
}

/** What is copied in the place of a link that nobody else can open; `{}` stands for the path. */
export function localLinkOf({ dossier, paper }: Settings, edition: Edition, address = '{}'): string {
  return translationsOf(edition).cite.localLink({
    address,
    title: inEdition(dossier.title, edition.id),
    version: dossier.version,
    paper: paper.DOI === undefined ? inEdition(paper.title, edition.id) : doiAddress(paper.DOI),
  });
}

/** A path alone, in a copy without a public address, says of itself what it is. */
const ownAddress = (pieces: ReferencePiece[], language: string): ReferencePiece[] =>
  pieces.flatMap((piece) =>
    piece.variable === 'URL' && piece.text.startsWith('/')
      ? [piece, { text: translationsFor(language).cite.local, italic: false }]
      : [piece],
  );

/**
 * A page that restates the paper, whose words are quoted, and the paper, in every style: in one footnote, or side by side in
 * the text; none where the page’s words are the paper’s own, or nobody’s but the editors’.
 */
export const citeThrough = (
  dossier: Dossier,
  base: string,
  edition: Edition,
  { page, pages }: { page: OwnPage; pages?: [number, number] | undefined },
): InStyle[] =>
  footnotesOf(dossier, base, edition, { page, pages }).flatMap(({ paper, ...note }) => {
    if (!paper) return [];
    const { cite } = translationsOf(edition);
    const template = throughOf(edition, note.style);
    const entries = note.inText ? [note.pieces, paper.pieces] : [];
    return [
      {
        style: note.style,
        name: note.name,
        lang: note.lang,
        forms: [
          {
            name: note.inText ? cite.inText({ style: note.name }) : note.name,
            pieces: note.inText
              ? joinInText(template, { paper: paper.inText ?? [], own: note.inText })
              : join(template, { own: withoutStop(note.pieces), paper: paper.pieces }),
          },
          ...entries.map((pieces) => ({ name: cite.inList({ style: note.name }), pieces })),
        ],
      },
    ];
  });

/** How a style cites the paper by way of our wording: `{paper}` and `{own}` stand for their references. */
export function throughOf(edition: Edition, style: CitationStyle): string {
  const { cite } = isEnglish(style) ? translationsFor('en') : translationsOf(edition);
  const parts = { paper: '{paper}', own: '{own}' };
  return isInText(style) ? cite.inTextThrough(parts) : cite.through(parts);
}

type Parts = Record<'paper' | 'own', ReferencePiece[]>;

const join = (template: string, parts: Parts): ReferencePiece[] =>
  template
    .split(/\{(\w+)\}/)
    .flatMap((part) =>
      part === 'paper' || part === 'own' ? parts[part] : part === '' ? [] : [{ text: part, italic: false }],
    );

/** In one pair of parentheses. */
function joinInText(template: string, { paper, own }: Parts): ReferencePiece[] {
  const said = (pieces: ReferencePiece[]): string => referenceText(pieces);
  const within = (text: string): string => text.replace(/^\((.*)\)/, '$1');
  return [
    {
      text: `(${template.replace('{own}', () => within(said(own))).replace('{paper}', () => within(said(paper)))})`,
      italic: false,
    },
  ];
}

const withoutStop = (pieces: ReferencePiece[]): ReferencePiece[] =>
  pieces.map((piece, i) =>
    i < pieces.length - 1 ? piece : { ...piece, text: piece.text.replace(/[.。]$/, '') },
  );

function citing(
  dossier: Dossier,
  printedIn: (style: CitationStyle) => Citable,
  record: Citable,
  edition: Edition,
  pages?: [number, number],
): Citing {
  const { cite } = translationsOf(edition);
  const notes = footnotes(dossier, edition, printedIn, pageLocator(pages));
  const inList = printedIn('chicago');
  const entry = {
    name: cite.chicagoEntry,
    pieces: ownAddress(referencesIn(dossier).entry(inList, 'chicago'), inList.language),
  };
  return {
    printed: notes.map(({ style, name, lang, pieces, inText }) => ({
      style,
      name,
      lang,
      forms: [
        ...(inText ? [{ name: cite.inText({ style: name }), pieces: inText }] : []),
        { name: inText ? cite.inList({ style: name }) : name, pieces },
        ...(style === 'chicago' ? [entry] : []),
      ],
    })),
    records: exportNames.map((format) => ({
      format,
      name: exportFormats[format].name,
      file: `${record.id}.${format}`,
      text: exportFormats[format].write([record]),
    })),
  };
}

/** A reference that stands for itself ends in a full stop. */
function ended(pieces: ReferencePiece[], form: CitationStyle, language: string): ReferencePiece[] {
  const stop = !isGbt(form) && isChinese(language) ? '。' : '.';
  return /[.。]$/.test(pieces.at(-1)?.text ?? '') ? pieces : [...pieces, { text: stop, italic: false }];
}
