import { zhGbt } from './gbt-words.ts';
import type { Work } from '../../model/work.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { readRest, translators } from './read-gbt-fields.ts';
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

const MARKER = /[[［【]\s?(J|M|D|N|R|C|EB|P|S|Z|G|A|DB|CP|DS|CM)\s?(?:\/\s?(?:OL|CD|MT|DK))?\s?[\]］】]/gu;

export function findMarkers({ text, addresses }: NoteText): Marker[] {
  const spans = [...addresses.values()];
  let next = 0;
  return [...text.matchAll(MARKER)].flatMap((match) => {
    while ((spans[next]?.end ?? Infinity) <= match.index) next++;
    if ((spans[next]?.start ?? Infinity) <= match.index) return [];
    return [{ start: match.index, end: match.index + match[0].length, kind: match[1] ?? '' }];
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
  const slashes = matchAt(zhGbt.translatedWithin, text, from);
  if (slashes?.[1]) draft.translator = translators(slashes[1]);
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
      edition: matchAt(zhGbt.edition, edition ?? '', 0)?.[1] ?? edition,
      editor: editors.names.length > 0 ? editors.names : undefined,
    });
    from = host?.end ?? tail;
  }
  const rest = readRest(note, from, high, kind, draft, dated !== null);
  // An entry of an author–date list has its year there; a day behind it is more exact.
  if (draft.issued === undefined && dated) withFields(draft, { issued: dateOf(dated[1]) });
  const pages = rest.pages;
  if (pages !== undefined) {
    const isPart = draft.type !== 'book' && draft.type !== 'thesis' && draft.type !== 'report';
    // Of a book a list names the pages that are cited; they are not the book’s.
    if (draft.type === 'article-newspaper' || (isPart && (isReference || isRange(pages))))
      draft.page = pageRange(pages);
  }
  const patent = kind === 'P' ? zhGbt.patentNumber.exec(draft.title) : undefined;
  if (patent?.[1]) {
    draft.number = patent[1];
    draft.title = draft.title.slice(0, patent.index).trim() || draft.title;
  }
  for (const field of ['title', 'container-title'] as const) {
    const volume = zhGbt.volumeInTitle.exec(draft[field] ?? '');
    const bare = (draft[field] ?? '').slice(0, volume?.index).trim();
    if (!volume || bare === '') continue;
    draft.volume ??= volume[1] ?? volume[2] ?? volume[3] ?? '';
    draft[field] = bare;
  }
  const number = 'SRA'.includes(kind) ? NUMBER_IN_TITLE.exec(draft.title) : undefined;
  if (number?.[1] && /\d/.test(number[1]) && number.index > 0) {
    draft.number = number[1].trim();
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
const YEAR_BEHIND_NAMES = /[,，]?\s*[(（]?(\d{4})[a-z]?[)）]?$/u;

/** The number of a standard, report or file behind its title. */
const NUMBER_IN_TITLE = /[:：]\s*([A-Z\d][A-Z\d/.\s()—–:-]{3,40})$/u;
