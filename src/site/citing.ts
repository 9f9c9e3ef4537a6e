import { exportFormats, exportNames, type ExportFormat } from '../cite/export.ts';
import type { Citable } from '../cite/csl-item.ts';
import { isInText, isChicago, isGbt, type CitationStyle } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { ownItem, printedPaper, recordOfPaper } from '../cite/own-items.ts';
import { referenceText, type ReferencePiece } from '../cite/pieces.ts';
import { dayOfCopying } from '../model/edition-record.ts';
import { isChinese } from '../model/language.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { permalink, urls } from '../model/urls.ts';
import { whoseOf, type Part } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';
import { citationStylesOf, languageOf, sayPages } from '../i18n/phrases.ts';
import { labelOf } from '../render/label.ts';
import { translationsOf } from './queries.ts';
import { referencesTo } from '../cite/reference.ts';
import { unchangedIn } from './releases.ts';

/** References to the works of a dossier. */
export const referencesIn = memoize((dossier: Dossier) =>
  referencesTo(dossier.works.map(({ value }) => value)),
);

/** What can be cited on a page, in every form. */
export interface Citing {
  /** As a footnote in each style, the usual one of the language first, and as an entry of a list. */
  printed: { name: string; lang: string; pieces: ReferencePiece[] }[];
  records: { format: ExportFormat; name: string; file: string; text: string }[];
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
  return item && citing(dossier, openedOwn(item, edition), item, edition);
}

/** A record of ours as it is printed in a style: in GB/T with the day on which it is copied, when the page is open. */
function openedOwn(item: Citable, edition: Edition): (style: CitationStyle) => Citable {
  const own = printedOwn(item, edition);
  const opened = { ...own, id: `${own.id}-copied`, accessed: cslDate(dayOfCopying) };
  // Chicago’s words and marks are English, whatever a title is written in.
  const inChicago = { ...own, id: `${own.id}-chicago`, language: 'en' };
  return (style) => (isGbt(style) ? opened : isChicago(style) ? inChicago : own);
}

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
    // What lists or judges is no restatement of the paper.
    name: ['check', 'actor', 'overview'].includes(kind)
      ? name
      : translationsOf(edition).cite.title[whose]({
          name,
          translator: 'none',
          language: languageOf(edition),
        }),
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
  return footnotes(dossier, edition, openedOwn(item, edition)).map((note, i) => ({
    ...note,
    ...(partOf(page) === 'text' ? { paper: papers[i] } : {}),
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
    const note = references.note(printed, style, place);
    return {
      style,
      name: t.cite.forms[style],
      lang: printed.language,
      ...(isInText(style)
        ? { pieces: references.entry(printed, style), inText: note }
        : { pieces: ended(note, style, printed.language) }),
    };
  });
}

/**
 * The paper by way of the page that restates it, in one footnote of the edition’s usual style; undefined where the page’s
 * words are the paper’s own, or nobody’s but the editors’.
 */
export function citeThrough(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { page, pages }: { page: OwnPage; pages?: [number, number] | undefined },
): Citing['printed'][number] | undefined {
  const [note] = footnotesOf(dossier, base, edition, { page, pages });
  if (!note?.paper) return undefined;
  const { cite } = translationsOf(edition);
  const parts = { paper: withoutStop(note.paper.pieces), own: note.pieces };
  return {
    name: cite.inOne,
    lang: edition.lang,
    pieces: cite
      .through({ paper: '{paper}', own: '{own}' })
      .split(/\{(\w+)\}/)
      .flatMap((part) =>
        part === 'paper' || part === 'own' ? parts[part] : part === '' ? [] : [{ text: part, italic: false }],
      ),
  };
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
  const references = referencesIn(dossier);
  const notes = footnotes(dossier, edition, printedIn, pageLocator(pages));
  const inList = printedIn('chicago');
  const entry = {
    name: cite.chicagoEntry,
    lang: inList.language,
    pieces: references.entry(inList, 'chicago'),
  };
  const textIn = (style: CitationStyle): string =>
    referenceText(notes.find((note) => note.style === style)?.pieces ?? []);
  // Chicago has no form of its own for what is written in Chinese.
  const twins = { chicago: 'journal', 'chicago-author-date': 'gbt-author-date' } as const;
  const isAnother = (style: CitationStyle): boolean =>
    !(style === 'chicago' || style === 'chicago-author-date') || textIn(style) !== textIn(twins[style]);
  return {
    printed: notes
      .filter(({ style }) => isAnother(style))
      .flatMap(({ inText, ...note }) => [
        note,
        ...(note.style === 'chicago' ? [entry] : []),
        ...(inText ? [{ ...note, name: cite.inText({ style: note.name }), pieces: inText }] : []),
      ]),
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
