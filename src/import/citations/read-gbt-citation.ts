import type { Name, Work } from '../../model/work.ts';
import { dateOf, isRange, pageRange, titleOf, type ParsedCitation } from './parsed-citation.ts';
import { PUBLISHER } from './latin-fields.ts';
import { locatorOf, makeWork, schemeless, valuesOf } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { cutGbtFields, gbtEdition } from './read-gbt-fields.ts';
import { divideHead, endOfHost, gbtNamesOf } from './read-gbt-head.ts';

/** The type marker of a GB/T 7714 entry: [J], ［M/OL］, [EB/OL], [C]//, [硕士学位论文]; “[M]ost” is a changed capital. */
export interface Marker {
  start: number;
  end: number;
  kind: string;
}

const MARKER =
  /[[［【]\s?(?:(?<kind>J|M|D|N|R|C|EB|P|S|Z|G|A|DB|CP|DS|CM)\s?(?:\/\s?(?:OL|CD|MT|DK))?|(?:[博硕碩学學]士)?(?:研究生)?(?:[学學]位|[毕畢][业業])?[论論]文)\s?[\]］】](?!(?!https?:)\p{Ll})/gu;

export function findMarkers({ text, addresses }: NoteText): Marker[] {
  const spans = [...addresses.values()];
  let next = 0;
  return [...text.matchAll(MARKER)].flatMap((match) => {
    while ((spans[next]?.end ?? Infinity) <= match.index) next++;
    if ((spans[next]?.start ?? Infinity) <= match.index) return [];
    return [{ start: match.index, end: match.index + match[0].length, kind: match.groups?.['kind'] ?? 'D' }];
  });
}

const types: Record<string, Work['type']> = {
  J: 'article-journal',
  M: 'book',
  D: 'thesis',
  N: 'article-newspaper',
  R: 'report',
  C: 'book',
  G: 'book',
  A: 'chapter',
  EB: 'webpage',
  DB: 'webpage',
};

/** Reads an entry whose marker is known; the entry begins at `start` and ends before `high`. */
export function readGbtCitation(
  note: NoteText,
  start: number,
  { start: headEnd, end: markEnd, kind }: Marker,
  host: Marker | undefined,
  high: number,
  isReference: boolean,
): ParsedCitation | undefined {
  const head = divideHead(note.text.slice(start, headEnd));
  if (!/[\p{L}\p{N}]/u.test(head.title)) return undefined;
  const dated = YEAR_BEHIND_NAMES.exec(head.names);
  const people = gbtNamesOf(head.names.slice(0, dated?.index));
  const book = readHost(note.text, markEnd, kind, host, high, dated !== null);
  const { fields, end } = cutGbtFields(
    note,
    book?.end ?? markEnd,
    high,
    kind === 'J' || kind === 'N',
    dated !== null,
  );
  const { value, values, date } = valuesOf(fields);

  // A paper in proceedings is often marked as if it were the whole: [C]. Proceedings of Tides, 2009: 257-266.
  const isPaper =
    kind === 'C' && isReference && !book && value('place') === undefined && isRange(value('pages') ?? '');
  const type =
    book || isPaper ? (kind === 'C' ? 'paper-conference' : 'chapter') : (types[kind] ?? 'document');
  const part = cutAtEnd(titleOf(head.title), VOLUME_AT_END);
  const title = cutAtEnd(
    part.title,
    kind === 'P' ? PATENT_NUMBER : 'SRA'.includes(kind) ? NUMBER_AT_END : NONE,
  );
  const isSite = kind === 'EB' || kind === 'DB';
  const container = cutAtEnd(
    book?.title ?? value('container') ?? (isSite || isPaper ? value('publisher') : undefined) ?? '',
    VOLUME_AT_END,
  );
  const pages = value('pages') ?? (kind === 'N' ? value('issue') : undefined);
  const isPage =
    type === 'article-newspaper' ||
    // For a book, a list gives the cited pages, not those of the book.
    (!['book', 'thesis', 'report'].includes(type) && (isReference || isRange(pages ?? '')));
  const work = makeWork(type, title.title, people.abridged, {
    ...(people.isEditor ? {} : { author: people.names }),
    editor: [...(people.isEditor ? people.names : []), ...(book?.editors ?? [])],
    translator: [...(book?.translators ?? []), ...values('translatedBy').flatMap(namesIn)],
    'container-title': container.title,
    // 北屿大学：2007
    publisher:
      isSite || isPaper
        ? undefined
        : (value('publisher') ?? book?.publisher ?? (kind === 'D' ? value('place') : undefined)),
    'publisher-place': kind === 'D' && value('publisher') === undefined ? undefined : value('place'),
    genre: { P: 'patent', S: 'standard' }[kind],
    edition: value('edition') ?? book?.edition,
    volume: value('volume') ?? part.found ?? container.found,
    issue: kind === 'N' ? undefined : value('issue'),
    number: title.found,
    page: pages !== undefined && isPage ? pageRange(pages) : undefined,
    // An exact date takes precedence over a year, wherever it is printed.
    issued:
      fields.find(({ type: one, date: day }) => one === 'date' && (day?.['date-parts'][0]?.length ?? 0) > 1)
        ?.date ??
      date('date') ??
      dateOf(dated?.groups?.['year']) ??
      dateOf(isReference ? YEAR_AT_END.exec(note.text.slice(end, high))?.groups?.['year'] : undefined),
    accessed: date('accessed'),
    URL: value('url'),
    DOI: value('doi'),
    note: value('note') ?? value('series'),
  });
  return {
    start,
    end,
    work,
    locator: isReference || type === 'article-newspaper' ? undefined : locatorOf(pages),
    isShort: false,
    warnings: schemeless(fields),
  };
}

/** The book that contains the work follows two slashes, or has its own marker. */
function readHost(
  text: string,
  from: number,
  kind: string,
  host: Marker | undefined,
  high: number,
  isDated: boolean,
):
  | {
      title: string;
      edition: string | undefined;
      publisher: string | undefined;
      editors: Name[];
      translators: Name[];
      end: number;
    }
  | undefined {
  const slashes = matchAt(WITHIN, text, from);
  if (!slashes && !(kind === 'A' && host)) return undefined;
  const start = from + (slashes?.[0].length ?? matchAt(/\s*[.．。]\s*/uy, text, from)?.[0].length ?? 0);
  const tail = host ? host.start : endOfHost(text, start, high, isDated);
  const head = divideHead(text.slice(start, tail));
  // Proceedings of Tides. Springer-Verlag: a publisher follows a title, not names.
  const [names, title] =
    isPublisher(head.title) && head.names !== ''
      ? ['', `${head.names}. ${head.title}`]
      : [head.names, head.title];
  const [, bookTitle = title, behind = ''] =
    /^(.{2,}?(?<!\b(?:\p{L}|vol|no|pt)))[.．。]\s+(.{2,40})$/iu.exec(title.trim()) ?? [];
  const publisher = isPublisher(behind) ? behind : undefined;
  const edition = publisher === undefined ? behind : '';
  return {
    title: titleOf(bookTitle),
    edition: (matchAt(gbtEdition, edition, 0)?.groups?.['edition'] ?? edition) || undefined,
    publisher,
    editors: gbtNamesOf(names).names,
    translators: namesIn(slashes?.groups?.['names'] ?? ''),
    end: host?.end ?? tail,
  };
}

/** Springer-Verlag, IEEE */
const isPublisher = (written: string): boolean =>
  (/^[^:：.．\p{Script=Han}]{2,50}$/u.test(written) && PUBLISHER.test(written)) ||
  /^\s*\p{Lu}{3,6}\s*$/u.test(written);

const namesIn = (written: string): Name[] => gbtNamesOf(written).names;

/** Splits off the volume or number at the end of a title. */
function cutAtEnd(title: string, pattern: RegExp): { title: string; found?: string | undefined } {
  const match = pattern.exec(title);
  const bare = title.slice(0, match?.index).trim();
  return match && bare !== '' ? { title: bare, found: match.groups?.['found']?.trim() } : { title };
}

const NONE = /$^/;
const VOLUME_AT_END =
  /[:：]\s*(?:卷\s*(?<found>\d{1,4})|第\s*(?<found>\d{1,4})\s*[卷册辑]|vol\.\s*(?<found>\d{1,4}))$/iu;
/** The number of a standard, report or file. */
const NUMBER_AT_END = /[:：]\s*(?=.*\d)(?<found>[A-Z\d][A-Z\d/.\s()—–:-]{3,40})$/u;
const PATENT_NUMBER =
  /[,，:：]\s*(?<found>[A-Z]{2}\s?[\dA-Z.]{5,20}|ZL\s?[\d.X]{5,20}|(?:中国)?\d{8,13}(?:\.[\dX])?)\s*$/u;
/** Smith J, 2011a. Title; an entry may have nothing but a year before the title. */
const YEAR_BEHIND_NAMES = /[,，]?\s*[(（]?(?<year>\d{4})[a-z]?[)）]?$/u;
/** Behind what was not understood. */
const YEAR_AT_END = /[,，.．。]\s?(?<year>(?:1[89]|20)\d\d)[.．。]?\s*$/u;
/** The text between the marker and the slashes before the containing book. */
const WITHIN = han('(?: [.．。] ?(?<names>[^/[\\]]{1,60}?)[,，]? ?译)? (?://|∥|／／) ');
