import { enAbbreviation, enFields, enNextLeadIn } from './en-citations.ts';
import { zhFields } from './zh-citations.ts';
import type { CslDate } from '../../model/work.ts';
import { matchAt, stepOver, type NoteText } from './note-text.ts';
import { readDate } from './read-en-date.ts';
import { looksLikeName } from './read-names.ts';

/** Between two commas of a citation in Latin letters: a field that its form tells, or free text. */
export interface Field {
  type:
    | 'text'
    | 'quoted'
    | 'volume'
    | 'issue'
    | 'pages'
    | 'barePages'
    | 'chapter'
    | 'date'
    | 'accessed'
    | 'url'
    | 'doi'
    | 'genre'
    | 'edition'
    | 'editors'
    | 'translators'
    | 'editedBy'
    | 'translatedBy'
    | 'within'
    | 'event'
    | 'imprint'
    | 'journal'
    | 'firstPage'
    | 'nothing';
  value: string;
  date?: CslDate | undefined;
  start: number;
  end: number;
  /** Behind a full stop. */
  isAfterStop: boolean;
}

const MOST_FIELDS = 48;
const MOST_NAMES = 16;
const LONGEST_FIELD = 320;
const GAP = /[\s,，]*/uy;

/** Cuts a stretch into fields; with `isTitled` a title stands before it, and `known` was read before that. It ends where a sentence does, once a year, a page or an address was read. */
export function cutFields(
  note: NoteText,
  from: number,
  high: number,
  isTitled = false,
  known: Field[] = [],
): Field[] {
  const { text } = note;
  const fields = [...known];
  let pos = from;
  let isAfterStop = false;
  while (fields.length < MOST_FIELDS) {
    pos += matchAt(GAP, text, pos)?.[0].length ?? 0;
    if (text.charAt(pos) === '.' && fields.length > 0) {
      isAfterStop = true;
      pos++;
      continue;
    }
    if (pos >= high) break;
    if (fields.length > 0 && matchAt(enNextLeadIn, text, pos)) break;
    const next = readKnown(note, pos, fields, isTitled).filter(({ end }) => end <= high);
    if (next.length > 0) {
      fields.push(...next.map((field) => ({ ...field, isAfterStop })));
      pos = next.at(-1)?.end ?? pos;
    } else {
      const end = endOfText(note, pos, high);
      if (end === pos || end - pos > LONGEST_FIELD) break;
      fields.push({ type: 'text', value: text.slice(pos, end).trim(), start: pos, end, isAfterStop });
      pos = end;
    }
    isAfterStop = false;
    // So many names and no year, volume or page: prose.
    if (!isTitled && fields.length === MOST_NAMES && fields.every(({ type }) => type === 'text')) break;
  }
  return fields;
}

/** Free text ends at a comma, a stop that ends a sentence, a parenthesis with a year, an address or Chinese. */
function endOfText(note: NoteText, from: number, high: number): number {
  const { text } = note;
  let pos = from;
  while (pos < high && pos - from <= LONGEST_FIELD) {
    const sign = text.charAt(pos);
    if (
      (/[,，]/u.test(sign) &&
        !/^, (?:Inc|Ltd|LLC)\b/.test(text.slice(pos, pos + 6)) &&
        // What a title covers: 1870–1939 is no date of a work.
        !/^,\s?[12]\d{3}\s?[-–—]\s?(?:[12]\d)?\d\d(?=\s?\(|, \p{Lu})/u.test(text.slice(pos, pos + 18))) ||
      note.addresses.has(pos) ||
      (pos > from && sign === '《')
    )
      break;
    if (pos > from && /[“"]/u.test(sign) && note.closing.has(pos)) break;
    if (sign === '.' && isStop(text, pos)) break;
    if (sign === '(' && pos > from) {
      const close = note.closing.get(pos);
      if (
        close !== undefined &&
        close - pos < 160 &&
        /(?<!\d{4}\s?[-–—]\s?)\b\d{4}$|^\d{1,3}$|^pp?\. ?\d/.test(text.slice(pos + 1, close))
      )
        break;
    }
    // “Herald May 3, 2010”, “Journal Vol. 3”: the comma between them was forgotten.
    if (sign === ' ' && isFieldBehindSpace(text, pos + 1)) break;
    pos = Math.min(high, stepOver(note, pos));
  }
  return Math.min(pos, high);
}

const isFieldBehindSpace = (text: string, pos: number): boolean =>
  (/[JFMASONDjfmasond]/.test(text.charAt(pos)) &&
    /^\w{3,9}\.? \d{1,2}, /.test(text.slice(pos, pos + 16)) &&
    readDate(text, pos) !== undefined) ||
  /^\(?[Ee]ds?\.\)?[,\s]/.test(text.slice(pos, pos + 7)) ||
  (/\d/.test(text.charAt(pos)) &&
    /^\d{1,4} \(\d{1,3}(?:[-–/]\d{1,3})?\)[:,]/.test(text.slice(pos, pos + 16))) ||
  (/[VvNn]/.test(text.charAt(pos)) && /^(?:vol\.|no\.) ?\d/i.test(text.slice(pos, pos + 7)));

/** A full stop with a capital, quotation mark or Chinese behind it, and no abbreviation before it. */
export function isStop(text: string, pos: number): boolean {
  if (text.charAt(pos) !== '.') return false;
  if (!/^(?:\s+|$|(?=[“《\p{Script=Han}]))/u.test(text.slice(pos + 1, pos + 3))) return false;
  return !enAbbreviation.test(text.slice(Math.max(0, pos - 8), pos));
}

type Known = Omit<Field, 'isAfterStop'>;

function readKnown(note: NoteText, pos: number, before: Field[], isTitled: boolean): Known[] {
  const { text } = note;
  const isBegun = isTitled || before.length > 0;
  const has = (type: Field['type']): boolean => before.some((field) => field.type === type);
  const field = (type: Field['type'], value: string, end: number, date?: CslDate): Known => ({
    type,
    value,
    start: pos,
    end,
    ...(date ? { date } : {}),
  });
  const doi = matchAt(enFields.doi, text, pos);
  if (doi?.[1]) {
    const value = doi[1].replace(/[.)]+$/, '');
    const end = pos + doi[0].length - (doi[1].length - value.length);
    const address = note.addresses.get(pos);
    return [...(address ? [{ ...field('url', address.url, end) }] : []), field('doi', value, end)];
  }
  const lead = matchAt(enFields.beforeAddress, text, pos)?.[0].length ?? 0;
  const address = note.addresses.get(pos) ?? note.addresses.get(pos + lead);
  if (address) return [{ ...field('url', address.url, address.end), start: address.start }];
  const accessed = matchAt(enFields.accessed, text, pos);
  if (accessed) {
    const day = readDate(text, pos + accessed[0].length);
    if (day) return [field('accessed', '', day.end, day.date)];
  }
  const zhAccessed = matchAt(zhFields.accessed, text, pos);
  if (zhAccessed) return [field('nothing', zhAccessed[0], pos + zhAccessed[0].length)];
  const sign = text.charAt(pos);
  if (/[“"]/u.test(sign)) {
    const close = note.closing.get(pos);
    return close === undefined ? [] : [field('quoted', text.slice(pos + 1, close), close + 1)];
  }
  if (sign === '(') return isBegun ? readParenthesis(note, pos) : [];
  for (const type of ['volume', 'issue', 'genre', 'edition', 'chapter'] as const) {
    const match = matchAt(enFields[type], text, pos);
    if (match && (type !== 'genre' || isBegun))
      return [field(type, type === 'genre' ? match[0] : (match[1] ?? ''), pos + match[0].length)];
  }
  for (const type of ['section', 'paragraph', 'noDate'] as const) {
    const match = matchAt(enFields[type], text, pos);
    if (match) return [field('nothing', match[0], pos + match[0].length)];
  }
  const han = matchAt(zhFields.pages, text, pos);
  if (han) return [field('pages', han[1] ?? han[2] ?? han[3] ?? '', pos + han[0].length)];
  if (sign === ':' || /^(?:p|at \d|S\.\s?\d)/.test(text.slice(pos, pos + 4))) {
    const match = matchAt(sign === ':' ? enFields.pagesBehindColon : enFields.pages, text, pos);
    if (match) return [field('pages', match[1] ?? '', pos + match[0].length)];
  }
  const between = isBegun ? matchAt(enFields.journalBetweenNumbers, text, pos) : undefined;
  if (between) {
    const end = pos + between[0].length;
    return [
      field('journal', between[2] ?? '', end),
      field('volume', between[1] ?? '', end),
      ...(between[3] === undefined ? [] : [field('firstPage', between[3], end)]),
    ];
  }
  const date = readDate(text, pos);
  if (date) return [{ ...field('date', text.slice(pos, date.end), date.end), date: date.date }];
  const both = has('journal') ? undefined : matchAt(enFields.volumeAndIssue, text, pos);
  if (both) {
    const end = pos + both[0].length;
    return [
      field('volume', both[1] ?? '', end),
      field('issue', both[2] ?? '', end),
      ...(both[3] === undefined ? [] : [field('pages', both[3], end)]),
    ];
  }
  const colon = matchAt(enFields.volumeColonIssue, text, pos);
  if (colon && isBegun) {
    const end = pos + colon[0].length;
    return [field('volume', colon[1] ?? '', end), field('issue', colon[2] ?? '', end)];
  }
  if (
    /\d/.test(sign) &&
    (has('date') || has('firstPage') || (isTitled && before.length === 0)) &&
    !has('pages')
  ) {
    const match = matchAt(enFields.barePages, text, pos);
    if (match) return [field('barePages', match[1] ?? '', pos + match[0].length)];
  }
  for (const type of ['editedBy', 'translatedBy'] as const) {
    const match = matchAt(enFields[type], text, pos);
    if (match) return [field(type, '', pos + match[0].length)];
  }
  const editedBy = isBegun ? matchAt(enFields.editedByShort, text, pos) : undefined;
  if (editedBy) return [field('editedBy', '', pos + editedBy[0].length)];
  for (const type of ['editors', 'translators'] as const) {
    const match = isBegun ? matchAt(enFields[type], text, pos) : undefined;
    if (match) return [field(type, '', pos + match[0].length)];
  }
  const within = matchAt(enFields.within, text, pos);
  if (within) return [field('within', '', pos + within[0].length)];
  const event = matchAt(enFields.paperPresentedAt, text, pos);
  if (event) return [field('event', event[0], pos + event[0].length)];
  return [];
}

/** (New York: Press, 2017), (2018), (PhD diss., University, 2019), (ed.), (accessed …). */
function readParenthesis(note: NoteText, pos: number): Known[] {
  const close = note.closing.get(pos);
  if (close === undefined || close - pos > 200) return [];
  const end = close + 1;
  const inside = note.text.slice(pos + 1, close).trim();
  const role = matchAt(enFields.editors, note.text, pos + 1);
  if (role && pos + 1 + role[0].length >= close) return [{ type: 'editors', value: '', start: pos, end }];
  const inner = cutFields({ ...note, text: note.text.slice(0, close) }, pos + 1, close, true);
  const whole = inner.at(-1)?.end === close || inside.endsWith('.');
  if (!whole || !inner.some(({ type }) => type !== 'text')) return [];
  return inner.map((one): Known => {
    const { isAfterStop: _, ...field } = one;
    return { ...field, type: field.type === 'text' ? 'imprint' : field.type, end };
  });
}

const STRONG = new Set<Field['type']>([
  'volume',
  'issue',
  'pages',
  'barePages',
  'chapter',
  'date',
  'accessed',
  'url',
  'doi',
  'genre',
  'edition',
]);

/** Free text behind a citation's last certain field is no part of it. */
export function trimFields(fields: Field[], isTitled: boolean): Field[] {
  let [last, ended] = [-1, false];
  let closed = false;
  for (const [i, { type, isAfterStop, value }] of fields.entries()) {
    if (ended) break;
    if (STRONG.has(type)) last = i;
    else if (
      type === 'text' &&
      closed &&
      (isAfterStop || /\b(?:is|are|was|were|has|have|that|which|who)\b/.test(value))
    )
      ended = true;
    if (type === 'url' || type === 'pages' || type === 'barePages') {
      const next = fields[i + 1];
      if (next && !STRONG.has(next.type) && next.type !== 'nothing') ended = true;
    }
    closed ||= type === 'date' || type === 'pages' || type === 'url';
  }
  if (
    last === -1 &&
    isTitled &&
    fields.length > 0 &&
    fields.length < 4 &&
    fields.every(
      ({ type, value }) =>
        type === 'within' || (type === 'text' && /^\p{Lu}/u.test(value) && looksLikeName(value)),
    )
  )
    return fields;
  return fields.slice(0, last + 1);
}
