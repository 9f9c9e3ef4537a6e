import type { Locator } from '../../model/locator.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { barePages, hanPages, latinPages } from './printed-pages.ts';
import { isPersonAlone, withoutRole } from './read-zh-names.ts';
import { looksLikeName } from './read-latin-names.ts';
import { circledNumber } from '../note-families.ts';
import { pageLocator } from './parsed-citation.ts';
import { enLeadInLength, zhAnnounces, zhLeadInLength, zhNextLeadIn } from './lead-in.ts';

/** A citation that only points to an earlier one. */
export interface ShortForm {
  /** The citation before it; the work of that author, or of that kind; the note of that number. */
  type: 'same' | 'before' | 'note';
  start: number;
  end: number;
  /** The author named with it. */
  name?: string;
  /** The title, or its beginning. */
  title?: string;
  year?: number;
  /** Behind the year, where an author has several works of it. */
  letter?: string;
  number?: number;
  /** Circled numbers begin anew on each page. */
  isCircled?: boolean;
  isBook?: boolean;
  locator?: Locator;
  /** If it points to nothing it was no citation. */
  isTentative?: boolean;
}

/** Reads a short form that begins at an offset or, with its author before it, just behind. */
export function readShortForm(note: NoteText, pos: number, low: number, high: number): ShortForm | undefined {
  const { text } = note;
  const first = text.charAt(pos);
  const form = /[iIoOlLsSan]/.test(first) ? readEnglish(note, pos, low) : readChinese(text, pos, low);
  if (!form || form.end > high) return undefined;
  return withLocator(text, form, high);
}

const HAN = /\p{Script=Han}/u;
const isHan = (text: string, at: number): boolean => HAN.test(text.charAt(at));

function readChinese(text: string, pos: number, low: number): ShortForm | undefined {
  const same = matchAt(zhShortForms.same, text, pos);
  const note = matchAt(zhShortForms.note, text, pos);
  const before = same || note ? undefined : matchAt(zhShortForms.before, text, pos);
  const match = note ?? same ?? before;
  if (!match) return undefined;
  const end = pos + match[0].length;
  // A title behind it tells what is repeated.
  if (before && text.charAt(end) === '《') return undefined;
  // What runs on is a word of prose.
  if (isHan(text, end) && !/^第/u.test(text.slice(end)) && !matchAt(zhNextLeadIn, text, end))
    return undefined;
  const name = nameBefore(text, pos, low);
  const freelyBegun =
    pos === low || !isHan(text, pos - 1) || zhAnnounces.test(text.slice(Math.max(low, pos - 12), pos));
  if (!freelyBegun && !name) return undefined;
  const start = name?.start ?? pos;
  const named = name === undefined ? {} : { name: name.name };
  if (note) {
    const { label, circled } = note.groups ?? {};
    const bare = /^[注註]/u.test(note[0]);
    if (bare && !zhAnnounces.test(text.slice(Math.max(low, pos - 12), pos)) && !name) return undefined;
    const behind = name ? undefined : matchAt(zhShortForms.namedBehind, text, end);
    return {
      type: 'note',
      start,
      end: end + (behind?.[0].length ?? 0),
      ...named,
      ...(behind?.groups
        ? {
            name: behind.groups['names']?.split('、')[0] ?? '',
            isBook: BOOK.test(behind.groups['kind'] ?? ''),
          }
        : {}),
      number: circled === undefined ? Number(label) : circledNumber(circled),
      isCircled: circled !== undefined,
    };
  }
  if (same) return { type: 'same', start, end, ...named };
  const { kind, name: inner } = before?.groups ?? {};
  return {
    type: 'before',
    start,
    end,
    ...named,
    ...(inner === undefined ? {} : { name: inner }),
    ...(kind === undefined ? {} : { isBook: BOOK.test(kind) }),
  };
}

/** An author's name that stands directly, or with a comma or colon, before the short form. */
function nameBefore(text: string, pos: number, low: number): { name: string; start: number } | undefined {
  let end = pos;
  if (/[，,：:]/u.test(text.charAt(end - 1))) end--;
  let start = end;
  while (start > low && end - start < 30 && /[\p{Script=Han}·•、]/u.test(text.charAt(start - 1))) start--;
  const stretch = text.slice(start, end);
  const name = stretch.slice(zhLeadInLength(stretch)).replace(/^见/u, '');
  if (name === '' || !name.split('、').every(isPersonAlone)) return undefined;
  return { name: withoutRole(name.split('、')[0] ?? name), start: end - name.length };
}

function readEnglish(note: NoteText, pos: number, low: number): ShortForm | undefined {
  const { text } = note;
  if (/[\p{L}\p{N}]/u.test(text.charAt(pos - 1)) && !isHan(text, pos - 1)) return undefined;
  const same = matchAt(enShortForms.same, text, pos);
  if (same && (/^ib/i.test(same[0]) || /^I.*\.$/u.test(same[0])))
    return {
      type: 'same',
      start: pos,
      end: pos + same[0].replace(/\.$/, '').length + (same[0].endsWith('.') ? 1 : 0),
    };
  const before = matchAt(enShortForms.before, text, pos);
  const supra = matchAt(enShortForms.supraNote, text, pos);
  if (!before && !supra) return undefined;
  const author = latinBefore(text, pos, low);
  const number = before?.groups?.['label'] ?? supra?.groups?.['label'];
  const match = before && (before.groups?.['label'] !== undefined || !supra) ? before : (supra ?? before);
  const named = author ? undefined : matchAt(enShortForms.nameBehind, text, pos + (match?.[0].length ?? 0));
  const end = pos + (match?.[0].length ?? 0) + (named?.[0].length ?? 0);
  if (
    /^(?:above|supra)$/i.test(match?.[0] ?? '') ||
    (!author && !/^(?:op|loc)/i.test(match?.[0] ?? '') && number === undefined)
  )
    return undefined;
  if (supra && !before && !author && !named) return undefined;
  return {
    type: number === undefined ? 'before' : 'note',
    start: author?.start ?? pos,
    end,
    ...(author ? { name: author.name } : named?.groups?.['name'] ? { name: named.groups['name'] } : {}),
    ...(number === undefined ? {} : { number: Number(number) }),
  };
}

function latinBefore(text: string, pos: number, low: number): { name: string; start: number } | undefined {
  const bound = Math.max(low, pos - 120);
  const stretch = text.slice(bound, pos);
  const before = /.*(?:[;；。：]\s*|\p{Script=Han})/su.exec(stretch)?.[0] ?? '';
  const head = Math.max(before.length, enLeadInLength(stretch));
  const written = stretch.slice(head);
  const list = written.replace(/[\s,，]+$/u, '');
  if (list === '' || !list.split(/[,，]/u).every((part) => looksLikeName(part))) return undefined;
  const first = list.split(/[,，]| and /u)[0]?.trim() ?? '';
  return {
    name: first.split(' ').at(-1) ?? first,
    start: bound + head + (/^\s*/u.exec(written)?.[0].length ?? 0),
  };
}

const LATIN_REPEAT =
  /(?<name>\p{Lu}[\p{L}’'-]+)(?: (?:and|&) \p{Lu}[\p{L}’'-]+| et al\.)?(?:,| \((?<year>\d{4})[a-z]?\),?| (?<year>\d{4})[a-z]?,) (?=pp?\. ?\d|\d{1,4}(?:[-–]\d{1,4})?[.。;；]?$)/uy;
const LATIN_TITLE_REPEAT =
  /(?<name>\p{Lu}[\p{L}’'-]+)(?: (?:and|&) \p{Lu}[\p{L}’'-]+| et al\.)?, (?<title>\p{Lu}[^,;“”"《》()]{3,80}), (?=pp?\. ?\d|\d{1,4}(?:[-–]\d{1,4})?[.。;；]?$)/uy;

/** Marlow, p. 46; Marlow (2017), p. 46; Marlow, Salt, 46: a citation only if such an author was cited. */
export function readLatinRepeat(note: NoteText, pos: number, high: number): ShortForm | undefined {
  const match =
    matchAt(LATIN_REPEAT, note.text.slice(0, high), pos) ??
    matchAt(LATIN_TITLE_REPEAT, note.text.slice(0, high), pos);
  if (!match) return undefined;
  const { name = '', year, title } = match.groups ?? {};
  const form: ShortForm = {
    type: 'before',
    start: pos,
    end: pos + match[0].trimEnd().length,
    name,
    isTentative: true,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(title === undefined ? {} : { title }),
  };
  const whole = withLocator(note.text, form, high);
  return whole.locator ? whole : undefined;
}

/** With the pages that follow. */
export function withLocator(text: string, form: ShortForm, high: number): ShortForm {
  const gap = matchAt(/[\s,，:：]*/uy, text, form.end)?.[0].length ?? 0;
  const pos = form.end + gap;
  const match =
    matchAt(hanPages, text, pos) ??
    matchAt(latinPages, text, pos) ??
    (gap === 0 ? undefined : matchAt(barePages, text, pos));
  const pages = match?.groups?.['value'];
  if (!match || pages === undefined || pos + match[0].length > high) return form;
  return { ...form, end: pos + match[0].length, locator: pageLocator(pages) };
}

const enShortForms = {
  same: /\b(?:ibid(?:em)?|idem|id)\.?(?![\p{L}])/iuy,
  before:
    /(?:op\.? ?cit|loc\.? ?cit|supra|above)\.?(?: ?(?:note|n\.) ?[[〔(（]?(?<label>\d{1,3})[\]〕)）]?)?/iuy,
  supraNote: /(?:supra |above |see )?(?:note|n\.) ?[[〔(（]?(?<label>\d{1,3})[\]〕)）]?(?: above| supra)?/iuy,
  /** Supra note 8, Moss, at 60. */
  nameBehind: /, (?<name>\p{Lu}[\p{L}’'-]+)(?=,? (?:at|pp?\.)? ?\d)/uy,
};

/** Short forms. `ordinal` is the number of the note that they point to. */
const MARK =
  '(?:第? ?(?<label>\\d{1,3})|[〔\\[［(（]? ?(?<label>\\d{1,3}) ?[〕\\]］)）]|(?<circled>[①-⑳㉑-㉟㊱-㊿]))';

export const zhShortForms = {
  /** 同注③, 前注3, 见前引注〔5〕. */
  note: han(
    `(?:参见|同|见)?(?:(?:前|上)?(?:引|揭)? ?(?:注释?|脚注|註)|前(?:引|揭)) ?${MARK}(?:揭|引)?(?:书|文|著)?`,
  ),
  /** 前引〔3〕，张三文; 同前注〔1〕，李四书. */
  namedBehind: han(
    '[，,] (?<names>[\\p{Script=Han}·]{2,12}(?: 、 [\\p{Script=Han}·]{2,12}){0,5}?)(?: 等)? (?<kind>书|文|著|译书|论文|报告)(?= (?:[，,。；;：:）)]|$))',
  ),
  same: han(
    '同(?:上|前)(?![述面所])(?:注|引|书|文|揭)?(?:书|文)?(?: ?[，,]? ?(?:同)?(?:上|前)(?:引|揭)?(?:书|文))?',
  ),
  /** 前引书; 前引张三书. */
  before: han(
    '(?:同|见)?(?:前|上)(?:引|揭|注)(?:(?<name>[\\p{Script=Han}·]{2,10})(?=书|文|著|论文))?(?<kind>书|文|著|论文|报告)?',
  ),
};

const BOOK = /书|著/u;
