import {
  zhFields,
  zhLaw,
  zhLeadIn,
  zhMagazine,
  zhNewspaper,
  zhNextLeadIn,
  zhNoDate,
  zhOpening,
  zhReport,
  zhAnnounces,
  zhShortForms,
  zhSite,
  zhTelling,
  zhWebsite,
} from '../language/zh-citations.ts';
import { enFields } from '../language/en-citations.ts';
import type { Work } from '../model/work.ts';
import { matchAt, stepOver, type NoteText } from './note-text.ts';
import { readCredits, hasRole, isPersonAlone, namesAuthors, type Credits } from './read-zh-names.ts';
import {
  dateOf,
  isRange,
  pageLocator,
  pageRange,
  tidied,
  titleOf,
  withFields,
  type Draft,
  type Reading,
} from './reading.ts';
import { languageOf } from './work-language.ts';

/** Reads the citation whose title stands between the marks that open at `titleStart`; it lies between low and high. */
export function readZhCitation(
  note: NoteText,
  titleStart: number,
  low: number,
  high: number,
): Reading | undefined {
  const close = note.closing.get(titleStart);
  if (close === undefined || close >= high || close === titleStart + 1) return undefined;
  const title = titleOf(note.text.slice(titleStart + 1, close));
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined;
  const isQuoted = note.text.charAt(titleStart) !== '\u300a';
  const who = authorsBefore(note, titleStart, low);
  if (isQuoted && (who === undefined || !/^[\uff0c,]/u.test(note.text.slice(close + 1)))) return undefined;
  const found = readDetails(note, close + 1, high);
  const start = who?.start ?? titleStart;
  const before = note.text.slice(Math.max(low, start - 40), start);
  const announced = zhAnnounces.test(before);
  const atHead = announced || before.trim() === '' || /[：:；;。]\s*$/u.test(before);
  if (!isCitation(found, who !== undefined, atHead, announced, found.end >= lastLetter(note.text, high)))
    return undefined;
  return assemble(title, who?.credits, found, start);
}

function lastLetter(text: string, high: number): number {
  let end = high;
  while (end > 0 && /[\s.\uff0c,)\uff09]/u.test(text.charAt(end - 1))) end--;
  return end;
}

function isCitation(
  { page, ...found }: Found,
  hasAuthor: boolean,
  atHead: boolean,
  announced: boolean,
  fillsPart: boolean,
): boolean {
  const printed =
    (found.container !== undefined && (found.issue ?? found.volume ?? found.issued ?? page) !== undefined) ||
    (found.publisher !== undefined && (hasAuthor || atHead || found.issued !== undefined)) ||
    found.url !== undefined;
  if (printed) return true;
  const some = found.issued ?? found.genre ?? found.pages ?? page ?? found.container;
  if (hasAuthor) return some !== undefined || found.back || found.credited || fillsPart;
  if (atHead)
    return (
      (found.issued !== undefined && (found.free.length > 0 || found.genre !== undefined)) ||
      found.pages !== undefined ||
      found.back ||
      (fillsPart && found.free.length > 0) ||
      (announced && (fillsPart || found.article !== undefined))
    );
  return false;
}

const LONGEST_AUTHORS = 160;

/** Who is named before a title, back to the comma, lead-in or sentence before. */
function authorsBefore(
  note: NoteText,
  titleStart: number,
  low: number,
): { start: number; credits: Credits } | undefined {
  const { text } = note;
  let end = titleStart;
  while (end > low && /\s/u.test(text.charAt(end - 1))) end--;
  const sign = text.charAt(end - 1);
  if (!/[：:，,]/u.test(sign) || end <= low) return undefined;
  end--;
  const bound = Math.max(low, end - LONGEST_AUTHORS);
  let from = end;
  while (from > bound && !isEdge(note, from - 1, end)) from--;
  let start = behindLeadIn(text, from, end);
  // Before a comma, and for names set apart by commas, nothing but names may stand back to the edge of the sentence.
  if (start === from && /[，,]/u.test(text.charAt(from - 1))) {
    let [edge, names] = [from, arePersons(text.slice(from, end))];
    while (names && edge > bound && /[，,]/u.test(text.charAt(edge - 1))) {
      let next = edge - 1;
      while (next > bound && !isEdge(note, next - 1, end)) next--;
      const head = behindLeadIn(text, next, edge - 1);
      names = arePersons(text.slice(head, edge - 1));
      edge = head;
      if (head > next) break;
    }
    if (names && !/[，,]/u.test(text.charAt(edge - 1))) start = edge;
  }
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  const written = text.slice(start, end);
  if (/[，,]/u.test(sign)) {
    if (!arePersons(written) || /[，,]/u.test(text.charAt(start - 1))) return undefined;
  } else if (!namesAuthors(written)) return undefined;
  return { start, credits: readCredits(written) };
}

const arePersons = (written: string): boolean =>
  written !== '' && written.split(/[、，,]/u).every(isPersonAlone);

const isEdge = (note: NoteText, at: number, end: number): boolean =>
  /[，,。；;：:！？!?》”\n]/u.test(note.text.charAt(at)) || (note.closing.get(at) ?? 0) > end;

function behindLeadIn(text: string, from: number, end: number): number {
  const stretch = text.slice(from, end);
  let head = 0;
  for (const match of stretch.matchAll(zhLeadIn)) head = match.index + match[0].length;
  const opening = zhOpening.exec(stretch.slice(head));
  return from + (head < stretch.length ? head : 0) + (opening?.[0] !== stretch.slice(head) ? (opening?.[0].length ?? 0) : 0);
}

interface Found {
  end: number;
  container?: string;
  isWithin: boolean;
  publisher?: string;
  place?: string;
  issued?: Work['issued'];
  accessed?: Work['accessed'];
  hasDay: boolean;
  volume?: string;
  issue?: string;
  edition?: string;
  page?: string;
  pages?: string;
  chapter?: string;
  article?: string;
  genre?: string;
  number?: string;
  url?: string;
  urlAt?: number;
  hasScheme: boolean;
  doi?: string;
  /** A short form stands there: as cited before. */
  back: boolean;
  credited: boolean;
  credits: Credits;
  containerCredits?: Credits;
  free: string[];
}

const MOST_FIELDS = 40;
const LONGEST_FIELD = 60;

/** Reads what stands behind a title as far as it is a citation's. */
function readDetails(note: NoteText, from: number, high: number): Found {
  const { text } = note;
  const none: Credits = { author: [], editor: [], translator: [], abridged: false };
  const found: Found = {
    end: from,
    isWithin: false,
    hasDay: false,
    hasScheme: true,
    back: false,
    credited: false,
    credits: none,
    free: [],
  };
  let pending: string[] = [];
  let pos = from;
  for (let fields = 0; fields < MOST_FIELDS; fields++) {
    const gap = /[，,\s]*(?:\.\s+)?/uy;
    pos = Math.min(high, pos + (matchAt(gap, text, pos)?.[0].length ?? 0));
    if (pos >= high) break;
    const parenthesis = /[(（]/u.test(text.charAt(pos)) ? note.closing.get(pos) : undefined;
    const field = readField(note, parenthesis === undefined ? pos : pos + 1, found, pending.length > 0);
    if (field !== undefined && field <= high && (parenthesis === undefined || field === parenthesis)) {
      pos = parenthesis === undefined ? field : field + 1;
      found.end = pos;
      found.free.push(...pending);
      pending = [];
      continue;
    }
    if (parenthesis !== undefined) {
      // （哲学社会科学版） belongs to the name before it.
      const series = matchAt(zhFields.series, text, pos);
      if (!series || found.container === undefined) break;
      found.container += tidied(series[0]);
      pos = found.end = pos + series[0].length;
      continue;
    }
    if (matchAt(zhNextLeadIn, text, pos)) break;
    const within = matchAt(zhFields.within, text, pos);
    if (within && found.container === undefined) {
      found.isWithin = true;
      pos += within[0].length;
      continue;
    }
    if (found.pages !== undefined || found.url !== undefined || pending.length > 1) break;
    const end = endOfFree(note, pos, high);
    const written = text.slice(pos, end).trim();
    if (end === pos || written.length > LONGEST_FIELD) break;
    const names = written.replace(/[：:]$/u, '');
    const opensContainer = text.charAt(end) === '\u300a' && found.container === undefined;
    if (hasRole(names) && namesAuthors(names)) {
      const credits = readCredits(names);
      if (found.isWithin || opensContainer) found.containerCredits = credits;
      else
        found.credits = {
          author: [...found.credits.author, ...credits.author],
          editor: [...found.credits.editor, ...credits.editor],
          translator: [...found.credits.translator, ...credits.translator],
          abridged: found.credits.abridged,
        };
      found.credited = true;
      found.end = pos = end;
      found.free.push(...pending);
      pending = [];
      continue;
    }
    if (found.isWithin && opensContainer && namesAuthors(names)) {
      found.containerCredits = readCredits(names, 'editor');
      pos = end;
      continue;
    }
    if (zhTelling.test(written) || (opensContainer && !found.isWithin)) break;
    pending.push(written);
    pos = end;
  }
  const [first] = pending;
  if (pos >= high && first !== undefined && pending.length === 1 && zhSite.test(first)) {
    found.free.push(first);
    found.end = endBefore(text, high);
  }
  return found;
}

function endBefore(text: string, high: number): number {
  let end = high;
  while (/[\s，,.]/u.test(text.charAt(end - 1))) end--;
  return end;
}

/** A free stretch ends at a comma, a title, an address, a year or an ordinal. */
function endOfFree(note: NoteText, from: number, high: number): number {
  let pos = from;
  while (pos < high && pos - from <= LONGEST_FIELD) {
    const sign = note.text.charAt(pos);
    if (/[，,《]/u.test(sign) || note.addresses.has(pos)) break;
    if (/\d/.test(sign) && !/\d/.test(note.text.charAt(pos - 1)) && matchAt(zhFields.date, note.text, pos)) break;
    if (pos > from && matchAt(zhFields.genre, note.text, pos)) break;
    if (/[：:]/u.test(sign) && note.text.charAt(pos + 1) === '\u300a') return pos + 1;
    pos = stepOver(note, pos);
  }
  return Math.min(pos, high);
}

/** Reads one field that tells what it is by its form; returns where it ends. */
function readField(note: NoteText, pos: number, found: Found, hasPending: boolean): number | undefined {
  const { text } = note;
  const match = (pattern: RegExp): RegExpExecArray | undefined => matchAt(pattern, text, pos);
  const sign = text.charAt(pos);
  const before = match(enFields.beforeAddress)?.[0].length ?? 0;
  const address = note.addresses.get(pos) ?? (before > 0 ? note.addresses.get(pos + before) : undefined);
  if (address) {
    if (found.url !== undefined) return undefined;
    found.url = address.url;
    found.urlAt = address.start;
    found.hasScheme = address.hasScheme;
    return address.end;
  }
  const end = (one: RegExpExecArray): number => pos + one[0].length;
  let one = match(enFields.doi);
  if (one?.[1]) {
    found.doi = one[1].replace(/\.$/, '');
    return end(one) - (one[1].endsWith('.') ? 1 : 0);
  }
  if (sign === '\u300a') {
    const close = note.closing.get(pos);
    if (close === undefined || found.container !== undefined || hasPending) return undefined;
    found.container = titleOf(text.slice(pos + 1, close));
    return close + 1;
  }
  if ((one = match(zhFields.accessed))) {
    const [y, m, d] = [one[1] ?? one[4] ?? one[7], one[2] ?? one[5] ?? one[8], one[3] ?? one[6] ?? one[9]];
    found.accessed = dateOf(y, m, d);
    return end(one);
  }
  if ((one = match(zhShortForms.note) ?? match(zhShortForms.before))) {
    found.back = true;
    return end(one);
  }
  if ((one = match(zhFields.pages))) {
    const more = one[1] ?? one[2] ?? one[3] ?? '';
    found.pages = found.pages === undefined ? more : `${found.pages}, ${more}`;
    return end(one);
  }
  if (found.pages === undefined) {
    if ((one = match(enFields.pages)) && /^pp?\b/i.test(one[0])) {
      found.pages = one[1] ?? '';
      return end(one);
    }
  }
  if (found.issued === undefined && (one = match(zhFields.imprintYear))) {
    found.issued = dateOf(one[1]);
    found.edition = one[2] ?? one[3] ?? found.edition ?? '';
    return end(one);
  }
  if (found.issued === undefined && (one = match(zhFields.date) ?? match(zhFields.isoDate))) {
    found.issued = dateOf(one[1], one[2], one[3]);
    found.hasDay = one[3] !== undefined;
    return end(one);
  }
  const year = found.issued?.['date-parts'][0];
  if (year?.length === 1 && (one = match(zhFields.dayOfYear))) {
    found.issued = dateOf(String(year[0]), one[1], one[2]);
    found.hasDay = true;
    return end(one);
  }
  if ((one = match(zhFields.overallIssue))) return end(one);
  if (found.issue === undefined && (one = match(zhFields.issue))) {
    found.issue = tidied(one[1] ?? one[2] ?? one[3] ?? one[4] ?? one[5] ?? one[6] ?? '').replace(/[–—]/g, '-');
    return end(one);
  }
  if (found.volume === undefined && (one = match(zhFields.volume))) {
    found.volume = tidied(one[1] ?? one[2] ?? one[3] ?? one[4] ?? '').replace(/[–—]/g, '-');
    return end(one);
  }
  if (found.container !== undefined && found.issue === undefined && !found.publisher) {
    if ((one = match(zhFields.newspaperPage))) {
      found.page = one[1] ?? '';
      return end(one);
    }
  } else if ((one = match(zhFields.edition))) {
    found.edition = one[1] ?? one[2] ?? '';
    return end(one);
  }
  if ((one = match(zhFields.genre))) {
    found.genre = tidied(one[1] ?? '');
    return end(one);
  }
  if (found.publisher === undefined && (one = match(zhFields.publisher))) {
    found.publisher = tidied(one[2] ?? '');
    if (one[1] !== undefined) found.place = tidied(one[1]);
    return end(one);
  }
  if ((one = match(zhFields.documentNumber))) {
    found.number = tidied(one[1] ?? one[2] ?? '');
    return end(one);
  }
  if (found.chapter === undefined && (one = match(zhFields.chapter))) {
    found.chapter = one[1] ?? '';
    return end(one);
  }
  if ((one = match(zhFields.articleOfLaw))) {
    found.article = one[1] ?? '';
    return end(one);
  }
  if ((one = match(zhFields.section)) ?? (one = match(zhFields.paragraph)) ?? (one = match(zhNoDate)))
    return end(one);
  return undefined;
}

function assemble(title: string, who: Credits | undefined, found: Found, start: number): Reading {
  const free = [...found.free];
  const type = typeOf(title, who, found);
  const imprint = found.publisher === undefined ? free.findIndex((one) => /^[^：:]{2,12}[：:]\s*\S/u.test(one)) : -1;
  const [place, publisher] = imprint === -1 ? [] : (free.splice(imprint, 1)[0] ?? '').split(/[：:]\s*/u);
  const body = type === 'thesis' || type === 'report' || type === 'book' || type === 'document';
  const first = free.length > 0 && (body ? found.publisher === undefined && publisher === undefined : found.container === undefined)
    ? tidied(free.shift() ?? '')
    : undefined;
  const author = [...(who?.author ?? []), ...found.credits.author];
  const editor = [...(who?.editor ?? []), ...found.credits.editor, ...(found.containerCredits?.editor ?? []), ...(found.containerCredits?.author ?? [])];
  const translator = [...(who?.translator ?? []), ...found.credits.translator, ...(found.containerCredits?.translator ?? [])];
  const hasExtent =
    (type === 'article-journal' || type === 'chapter' || type === 'article-magazine' || type === 'paper-conference') && found.pages !== undefined && isRange(found.pages);
  const draft: Draft = withFields({ type, language: languageOf(title), title }, {
    author: author.length > 0 ? author : undefined,
    editor: editor.length > 0 ? editor : undefined,
    translator: translator.length > 0 ? translator : undefined,
    'container-title': found.container ?? (body ? undefined : first),
    publisher: found.publisher ?? publisher ?? (body ? first : undefined),
    'publisher-place': found.place ?? place,
    genre: found.genre,
    edition: found.edition,
    volume: found.volume,
    issue: found.issue,
    number: found.number,
    page: found.page ?? (hasExtent && found.pages !== undefined ? pageRange(found.pages) : undefined),
    issued: found.issued,
    accessed: found.accessed,
    URL: found.url,
    DOI: found.doi,
    note: free.length > 0 ? free.join('\uff0c') : undefined,
    custom: who?.abridged || found.credits.abridged ? { authorsAbridged: true } : undefined,
  });
  const locator =
    found.pages !== undefined
      ? pageLocator(found.pages)
      : found.chapter !== undefined
        ? ({ label: 'chapter', value: found.chapter } as const)
        : undefined;
  return {
    start,
    end: found.end,
    work: draft,
    ...(locator ? { locator } : {}),
    isShort: isShort(found),
    doubts:
      found.urlAt !== undefined && !found.hasScheme
        ? [{ offset: found.urlAt, reason: 'The address is printed without its scheme; http:// was put before it.' }]
        : [],
  };
}

const isShort = (found: Found): boolean =>
  (found.container ?? found.publisher ?? found.issued ?? found.url ?? found.genre ?? found.article) === undefined;

function typeOf(title: string, who: Credits | undefined, found: Found): Work['type'] {
  const { container, publisher, genre, url } = found;
  if (genre !== undefined) return 'thesis';
  if (container !== undefined) {
    if (publisher !== undefined || (found.containerCredits !== undefined && found.issue === undefined)) return 'chapter';
    if (found.page !== undefined || (zhNewspaper.test(container) && found.issue === undefined)) return 'article-newspaper';
    if (zhMagazine.test(container)) return 'article-magazine';
    return found.issue === undefined && found.volume === undefined && found.hasDay
      ? 'article-magazine'
      : 'article-journal';
  }
  if (publisher !== undefined) return 'book';
  const isReport = zhReport.test(title) || found.free.some((one) => zhReport.test(one));
  if (zhLaw.test(title) && (who === undefined || found.article !== undefined) && found.free.length === 0) return 'legislation';
  if (url !== undefined) return isReport || /\.pdf$/i.test(url) ? 'report' : 'webpage';
  if (found.free.some((one) => zhWebsite.test(one))) return 'webpage';
  if (isReport) return 'report';
  if (found.free.some((one) => /[：:]/u.test(one))) return 'book';
  if (found.free.length > 0 && found.issued !== undefined) return found.hasDay ? 'webpage' : 'book';
  return 'document';
}
