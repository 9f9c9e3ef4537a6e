import type { Work } from '../../model/work.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { gbtEdition, readRest, translators } from './read-gbt-fields.ts';
import { divideHead, endOfHost, namesOf } from './read-gbt-head.ts';
import {
  dateOf,
  isRange,
  pageLocator,
  pageRange,
  titleOf,
  withFields,
  type Draft,
  type ParsedCitation,
} from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

/** The mark of a GB/T 7714 entry: [J], ［M/OL］, [EB/OL], [C]//. */
export interface Marker {
  start: number;
  end: number;
  kind: string;
}

const MARKER =
  /[[［【]\s?(?<kind>J|M|D|N|R|C|EB|P|S|Z|G|A|DB|CP|DS|CM)\s?(?:\/\s?(?:OL|CD|MT|DK))?\s?[\]］】]/gu;

export function findMarkers({ text, addresses }: NoteText): Marker[] {
  const spans = [...addresses.values()];
  let next = 0;
  return [...text.matchAll(MARKER)].flatMap((match) => {
    while ((spans[next]?.end ?? Infinity) <= match.index) next++;
    if ((spans[next]?.start ?? Infinity) <= match.index) return [];
    return [{ start: match.index, end: match.index + match[0].length, kind: match.groups?.['kind'] ?? '' }];
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

/** Reads an entry whose mark is known; it begins at `start` and lies before `high`. */
export function readGbtCitation(
  note: NoteText,
  start: number,
  marker: Marker,
  host: Marker | undefined,
  high: number,
  isReference: boolean,
): ParsedCitation | undefined {
  const { text } = note;
  const head = divideHead(text.slice(start, marker.start));
  if (!/[\p{L}\p{N}]/u.test(head.title)) return undefined;
  const { kind } = marker;
  const title = titleOf(head.title);
  const draft: Draft = { type: types[kind] ?? 'document', language: languageOf(title), title };
  const dated = YEAR_BEHIND_NAMES.exec(head.names);
  const people = namesOf(head.names.slice(0, dated?.index));
  if (people.isEditor) withFields(draft, { editor: people.names });
  else if (people.names.length > 0) withFields(draft, { author: people.names });
  if (people.abridged) draft.custom = { authorsAbridged: true };

  // The book that holds the work stands behind two slashes.
  let from = marker.end;
  const slashes = matchAt(TRANSLATED_WITHIN, text, from);
  const translated = slashes?.groups?.['names'];
  if (translated) draft.translator = translators(translated);
  if (slashes || (kind === 'A' && host)) {
    from += slashes?.[0].length ?? matchAt(/\s*[.．。]\s*/uy, text, from)?.[0].length ?? 0;
    const tail = host ? host.start : endOfHost(text, from, high);
    const book = divideHead(text.slice(from, tail));
    const editors = namesOf(book.names);
    draft.type = kind === 'C' ? 'paper-conference' : 'chapter';
    const [, bookTitle = book.title, edition] =
      /^(.{2,}?(?<!\b\p{L}))[.．。]\s+(.{2,40})$/u.exec(book.title.trim()) ?? [];
    withFields(draft, {
      'container-title': titleOf(bookTitle),
      edition: matchAt(gbtEdition, edition ?? '', 0)?.groups?.['edition'] ?? edition,
      editor: editors.names.length > 0 ? editors.names : undefined,
    });
    from = host?.end ?? tail;
  }
  const rest = readRest(note, from, high, kind, draft, dated !== null);
  // An entry of an author–date list has its year there; a day behind it is more exact.
  if (draft.issued === undefined && dated) withFields(draft, { issued: dateOf(dated.groups?.['year']) });
  const pages = rest.pages;
  if (pages !== undefined) {
    const isPart = draft.type !== 'book' && draft.type !== 'thesis' && draft.type !== 'report';
    // Of a book a list names the pages that are cited; they are not the book’s.
    if (draft.type === 'article-newspaper' || (isPart && (isReference || isRange(pages))))
      draft.page = pageRange(pages);
  }
  const patent = kind === 'P' ? PATENT_NUMBER.exec(draft.title) : undefined;
  if (patent?.groups?.['number']) {
    draft.number = patent.groups['number'];
    draft.title = draft.title.slice(0, patent.index).trim() || draft.title;
  }
  for (const field of ['title', 'container-title'] as const) {
    const volume = VOLUME_IN_TITLE.exec(draft[field] ?? '');
    const bare = (draft[field] ?? '').slice(0, volume?.index).trim();
    if (!volume || bare === '') continue;
    draft.volume ??= volume.groups?.['volume'] ?? '';
    draft[field] = bare;
  }
  const number = 'SRA'.includes(kind) ? NUMBER_IN_TITLE.exec(draft.title) : undefined;
  const printedNumber = number?.groups?.['number'];
  if (number && printedNumber && /\d/.test(printedNumber) && number.index > 0) {
    draft.number = printedNumber.trim();
    draft.title = draft.title.slice(0, number.index).trim();
  }
  if (kind === 'P') draft.genre = 'patent';
  if (kind === 'S') draft.genre = 'standard';
  return {
    start,
    end: rest.end,
    work: draft,
    ...(pages !== undefined && !isReference && draft.type !== 'article-newspaper'
      ? { locator: pageLocator(pages) }
      : {}),
    isShort: false,
    warnings: rest.warnings,
  };
}

/** Smith J, 2011a. Title; an entry may have nothing but the year before its title. */
const YEAR_BEHIND_NAMES = /[,，]?\s*[(（]?(?<year>\d{4})[a-z]?[)）]?$/u;

/** The number of a standard, report or file behind its title. */
const NUMBER_IN_TITLE = /[:：]\s*(?<number>[A-Z\d][A-Z\d/.\s()—–:-]{3,40})$/u;

/** Between the mark and the slashes before the book that holds the work. */
const TRANSLATED_WITHIN = han('(?: [.．。] ?(?<names>[^/[\\]]{1,60}?)[,，]? ?译)? (?://|∥|／／) ');
const VOLUME_IN_TITLE =
  /[:：]\s*(?:卷\s*(?<volume>\d{1,4})|第\s*(?<volume>\d{1,4})\s*[卷册辑]|vol\.\s*(?<volume>\d{1,4}))$/iu;
const PATENT_NUMBER =
  /[,，:：]\s*(?<number>[A-Z]{2}\s?[\dA-Z.]{5,20}|ZL\s?[\d.X]{5,20}|(?:中国)?\d{8,13}(?:\.[\dX])?)\s*$/u;
