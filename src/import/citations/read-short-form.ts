import { HAN } from '../../model/language.ts';
import type { Locator } from '../../model/locator.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { barePages, hanPages, latinPages } from './printed-pages.ts';
import { isPersonAlone, withoutRole } from './read-zh-names.ts';
import { looksLikeName } from '../words/read-latin-names.ts';
import { circledNumber } from '../words/note-families.ts';
import { pageLocator } from './parsed-citation.ts';
import { enLeadInLength, zhAnnounces, zhLeadInLength, zhNextLeadIn } from './lead-in.ts';

/** A citation that only refers to an earlier one. */
export interface ShortForm {
  /** `same`: the previous citation; `before`: the work of that author or kind; `note`: the note with that number. */
  type: 'same' | 'before' | 'note';
  start: number;
  end: number;
  /** The author’s name in the short form. */
  name?: string | undefined;
  /** The title or its beginning. */
  title?: string | undefined;
  year?: number | undefined;
  /** The letter after the year, if an author has several works in that year. */
  letter?: string | undefined;
  number?: number | undefined;
  /** Circled numbers restart on each page. */
  isCircled?: boolean;
  isBook?: boolean | undefined;
  /** The volume and series of a court decision, or its place in a database: 12 U.S., 2015 WL 5772864. */
  reporter?: string | undefined;
  locator?: Locator | undefined;
  /** True if it is not a citation unless it refers to a known work. */
  isTentative?: boolean;
}

/** Reads a short form at an offset; its author may precede it. */
export function readShortForm(note: NoteText, pos: number, low: number, high: number): ShortForm | undefined {
  const { text } = note;
  const first = text.charAt(pos);
  const form = /[iIoOlLsSan]/.test(first) ? readEnglish(note, pos, low) : readChinese(text, pos, low);
  if (!form || form.end > high) return undefined;
  return withLocator(text, form, high);
}

const isHan = (text: string, at: number): boolean => HAN.test(text.charAt(at));

function readChinese(text: string, pos: number, low: number): ShortForm | undefined {
  const same = matchAt(zhShortForms.same, text, pos);
  const note = matchAt(zhShortForms.note, text, pos);
  const match = note ?? same ?? matchAt(zhShortForms.before, text, pos);
  if (!match) return undefined;
  const end = pos + match[0].length;
  const type = note ? 'note' : same ? 'same' : 'before';
  // A title after it shows what is repeated.
  if (type === 'before' && text.charAt(end) === '《') return undefined;
  // If the text continues, it is a word of prose.
  if (isHan(text, end) && text.charAt(end) !== '第' && !matchAt(zhNextLeadIn, text, end)) return undefined;
  const author = nameBefore(text, pos, low);
  const isAnnounced = zhAnnounces.test(text.slice(Math.max(low, pos - MAX_LEAD_IN), pos));
  const isBare = /^[注註]/u.test(match[0]);
  if (!author && !isAnnounced && (isBare || (pos > low && isHan(text, pos - 1)))) return undefined;
  // 前引〔3〕，张三文
  const behind = note && !author ? matchAt(zhShortForms.namedBehind, text, end) : undefined;
  const { label, circled, name, kind } = { ...match.groups, ...behind?.groups };
  return {
    type,
    start: author?.start ?? pos,
    end: end + (behind?.[0].length ?? 0),
    name: name?.split('、')[0] ?? author?.name,
    isBook: kind === undefined ? undefined : BOOK.test(kind),
    number: circled !== undefined ? circledNumber(circled) : label === undefined ? undefined : Number(label),
    isCircled: circled !== undefined,
  };
}

/** The most characters before a short form that may announce it. */
const MAX_LEAD_IN = 12;

/** An author’s name immediately before the short form, possibly with a comma or colon. */
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
  if (same) return { type: 'same', start: pos, end: pos + same[0].length };
  const before = matchAt(enShortForms.before, text, pos);
  const supra = matchAt(enShortForms.supraNote, text, pos);
  const match = before?.groups?.['label'] === undefined ? (supra ?? before) : before;
  if (!match) return undefined;
  const author = latinBefore(text, pos, low);
  const label = before?.groups?.['label'] ?? supra?.groups?.['label'];
  const named = author ? undefined : matchAt(enShortForms.nameBehind, text, pos + match[0].length);
  const isAlone = /^(?:op|loc)/i.test(match[0]);
  if (/^(?:above|supra)$/i.test(match[0]) || (!author && !isAlone && label === undefined)) return undefined;
  if (!before && !author && !named) return undefined;
  return {
    type: label === undefined ? 'before' : 'note',
    start: author?.start ?? pos,
    end: pos + match[0].length + (named?.[0].length ?? 0),
    name: author?.name ?? named?.groups?.['name'],
    number: label === undefined ? undefined : Number(label),
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
  const first =
    list
      .split(/[,，]| and | & /u)[0]
      ?.replace(/ et al\.$/iu, '')
      .trim() ?? '';
  return {
    name: first.split(' ').at(-1) ?? first,
    start: bound + head + (/^\s*/u.exec(written)?.[0].length ?? 0),
  };
}

const LATIN_REPEAT =
  /(?<name>\p{Lu}[\p{L}’'-]+)(?: (?:and|&) \p{Lu}[\p{L}’'-]+| et al\.)?(?:,| \((?<year>\d{4})[a-z]?\),?| (?<year>\d{4})[a-z]?,) (?=pp?\. ?\d|\d{1,4}(?:[-–]\d{1,4})?[.。;；]?$)/uy;
const LATIN_TITLE_REPEAT =
  /(?<name>\p{Lu}[\p{L}’'-]+)(?: (?:and|&) \p{Lu}[\p{L}’'-]+| et al\.)?, (?<title>\p{Lu}[^,;“”"《》()]{3,80}), (?=pp?\. ?\d|\d{1,4}(?:[-–]\d{1,4})?[.。;；]?$)/uy;

/** Marlow, p. 46; Marlow (2017), p. 46; Marlow, Salt, 46: a citation only if the author was cited before. */
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
    year: year === undefined ? undefined : Number(year),
    title,
  };
  const whole = withLocator(note.text, form, high);
  return whole.locator ? whole : undefined;
}

/** Adds the pages that follow. */
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
  same: /\b(?:(?:[Ii]bid(?:em)?|IBID(?:EM)?)\.?|[Ii](?:dem|d)\.)(?![\p{L}])/uy,
  before:
    /(?:op\.? ?cit|loc\.? ?cit|supra|above)\.?(?: ?(?:note|n\.) ?[[〔(（]?(?<label>\d{1,3})[\]〕)）]?)?/iuy,
  supraNote: /(?:supra |above |see )?(?:note|n\.) ?[[〔(（]?(?<label>\d{1,3})[\]〕)）]?(?: above| supra)?/iuy,
  /** Supra note 8, Moss, at 60. */
  nameBehind: /, (?<name>\p{Lu}[\p{L}’'-]+)(?=,? (?:at|pp?\.)? ?\d)/uy,
};

/** The number of the note that a short form refers to. */
const MARK =
  '(?:第? ?(?<label>\\d{1,3})|[〔\\[［(（]? ?(?<label>\\d{1,3}) ?[〕\\]］)）]|(?<circled>[①-⑳㉑-㉟㊱-㊿]))';

export const zhShortForms = {
  /** 同注③, 前注3, 见前引注〔5〕. */
  note: han(
    `(?:参见|同|见)?(?:(?:前|上)?(?:引|揭)? ?(?:注释?|脚注|註)|前(?:引|揭)) ?${MARK}(?:揭|引)?(?:书|文|著)?`,
  ),
  /** 前引〔3〕，张三文; 同前注〔1〕，李四书. */
  namedBehind: han(
    '[，,] (?<name>[\\p{Script=Han}·]{2,12}(?: 、 [\\p{Script=Han}·]{2,12}){0,5}?)(?: 等)? (?<kind>书|文|著|译书|论文|报告)(?= (?:[，,。；;：:）)]|$))',
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
