import { enFields } from './en-citations.ts';
import {
  zhFields,
  zhNextLeadIn,
  zhNoDate,
  zhShortForms,
  zhSite,
  zhTelling,
  zhTitledEditor,
} from './zh-citations.ts';
import type { Work } from '../../model/work.ts';
import { matchAt, stepOver, type NoteText } from './note-text.ts';
import { hasRole, namesAuthors, readCredits, type Credits } from './read-zh-names.ts';
import { dateOf, tidied, titleOf } from './parsed-citation.ts';

/** What stands behind a title, field by field. */
export interface Found {
  end: number;
  container?: string;
  isWithin: boolean;
  publisher?: string;
  /** Where an unpublished piece is kept. */
  archive?: string;
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
const LONGEST_BRACKET = 24;

/** Reads what stands behind a title as far as it is a citation's. */
export function readDetails(note: NoteText, from: number, high: number): Found {
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
    const within = found.container === undefined ? matchAt(zhFields.within, text, pos) : undefined;
    if (within) {
      found.isWithin = true;
      pos += within[0].length;
      const close = note.closing.get(pos);
      const editor = close === undefined ? undefined : matchAt(zhTitledEditor, text, close + 1);
      if (close !== undefined && editor) {
        const end = close + 1 + editor[0].length;
        found.containerCredits = readCredits(text.slice(pos, end));
        pos = end + 1;
      }
      continue;
    }
    const field = readField(note, parenthesis === undefined ? pos : pos + 1, found, pending.length > 0);
    if (field !== undefined && field <= high && (parenthesis === undefined || field === parenthesis)) {
      pos = parenthesis === undefined ? field : field + 1;
      found.end = pos;
      found.free.push(...pending);
      pending = [];
      continue;
    }
    if (parenthesis !== undefined) {
      // An edition of a journal in brackets belongs to the name before it; other brackets say nothing of the work.
      const series = matchAt(zhFields.series, text, pos);
      if (series && found.container !== undefined) {
        found.container += tidied(series[0]);
        pos = found.end = pos + series[0].length;
        continue;
      }
      if (parenthesis - pos > LONGEST_BRACKET || pos > found.end || found.pages !== undefined) break;
      const edition = matchAt(zhFields.edition, text, pos + 1);
      if (edition) found.edition ??= edition[1] ?? edition[2] ?? '';
      pos = parenthesis + 1;
      continue;
    }
    if (matchAt(zhNextLeadIn, text, pos)) break;
    if (found.pages !== undefined || found.url !== undefined || pending.length > 1) break;
    const end = endOfFree(note, pos, high);
    const written = text.slice(pos, end).trim();
    if (end === pos || written.length > LONGEST_FIELD) break;
    const names = written.replace(/[：:]$/u, '');
    const opensContainer = text.charAt(end) === '《' && found.container === undefined;
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
    if (/\d/.test(sign) && !/\d/.test(note.text.charAt(pos - 1)) && matchAt(zhFields.date, note.text, pos))
      break;
    if (pos > from && matchAt(zhFields.genre, note.text, pos)) break;
    if (/[：:]/u.test(sign) && note.text.charAt(pos + 1) === '《') return pos + 1;
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
  if (sign === '《') {
    const close = note.closing.get(pos);
    if (close === undefined || found.container !== undefined || hasPending) return undefined;
    // A title right behind a volume names a part of the book and no book that holds it.
    const isPart =
      found.volume !== undefined && found.issued === undefined && !/[，,\s]/u.test(text.charAt(pos - 1));
    if (!isPart) found.container = titleOf(text.slice(pos + 1, close));
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
    found.issue = tidied(one[1] ?? one[2] ?? one[3] ?? one[4] ?? one[5] ?? one[6] ?? '').replace(
      /[–—]/g,
      '-',
    );
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
  if (found.archive === undefined && (one = match(zhFields.archive))) {
    found.archive = one[1] ?? '';
    return end(one);
  }
  if (found.number === undefined && (one = match(zhFields.archiveNumber))) {
    found.number = tidied(one[1] ?? one[2] ?? '');
    return end(one);
  }
  if (found.archive !== undefined && found.number === undefined && (one = match(zhFields.shelfMark))) {
    found.number = one[1] ?? '';
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
