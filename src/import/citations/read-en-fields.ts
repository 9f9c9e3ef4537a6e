import { EN_DATE, END, MONTH, YEAR } from './dates.ts';
import {
  hasField,
  readAddress,
  readDoi,
  readField,
  type Cursor,
  type Field,
  type FieldRule,
  type FieldType,
} from './fields.ts';
import { enNextLeadIn } from './lead-in.ts';
import { stepOver, type NoteText } from './note-text.ts';
import { latin, matchAt } from './pattern.ts';
import { barePages, colonPages, hanPages, latinPages, PAGE_RANGE } from './printed-pages.ts';
import { looksLikeName } from './read-latin-names.ts';
import { zhAccessed } from './read-zh-fields.ts';

/** `isTitled`: a title stands before the fields. */
interface EnCursor extends Cursor {
  isTitled: boolean;
}

const isBegun = ({ isTitled, before }: EnCursor): boolean => isTitled || before.length > 0;
const charAt = ({ note, pos }: EnCursor): string => note.text.charAt(pos);

const NUMBER = '[\\dIVXLC]+(?:\\s?[-–/&]\\s?\\d+)?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)|(?:second|third|fourth|fifth|sixth)(?:,? rev(?:\\.|ised))?';
const DEGREE = "ph\\.? ?d\\.?|doctoral|master[’']?s|m\\.?a\\.?|m\\.?sc\\.?";

/** 2nd ed., revised edition. */
export const enEdition = latin(`(?<value>(?:${ORDINAL}|revised|rev\\.|expanded|new) ed(?:ition|n?\\.))`);
const editors = latin('eds?\\.?\\)?(?=[,. ，]|$)|editors?\\)?(?=[,.])');

/** The fields of a citation in Latin letters. What begins like another field stands before it. */
const rules: FieldRule<EnCursor>[] = [
  // A DOI may be printed as an address.
  { read: readDoi },
  { read: readAddress },
  {
    type: 'accessed',
    pattern: latin(`(?:last )?(?:accessed|retrieved|visited|viewed)(?: on)?:? (?:${EN_DATE})`),
  },
  { type: 'nothing', pattern: zhAccessed },
  { read: readQuoted },
  { read: readParenthesis, when: isBegun },
  { type: 'volume', pattern: latin(`vol(?:ume|s)?(?:\\.|:)?\\s?(?<value>${NUMBER})${END}`) },
  { type: 'issue', pattern: latin(`(?:nos?|issue|number|iss)(?:\\.|:)?\\s?(?<value>${NUMBER}[a-z]?)${END}`) },
  {
    type: 'genre',
    pattern: latin(
      `(?<value>(?:${DEGREE}) (?:diss\\.|dissertation|thesis)|(?:unpublished )?(?:dissertation|thesis))`,
    ),
    when: isBegun,
  },
  { type: 'edition', pattern: enEdition },
  { type: 'chapter', pattern: latin(`(?:chapter|chap\\.|ch\\.) ?(?<value>${NUMBER})${END}`) },
  {
    type: 'nothing',
    pattern: latin(
      `(?:(?:section|sec\\.|§§?)|(?:paras?\\.|paragraphs?)) ?${NUMBER}${END}|n\\.d\\.?|forthcoming|in press`,
    ),
  },
  { type: 'pages', pattern: hanPages },
  { type: 'pages', pattern: colonPages },
  {
    type: 'pages',
    pattern: latinPages,
    when: ({ note, pos }) => /^(?:p|at \d|S\.\s?\d)/.test(note.text.slice(pos, pos + 4)),
  },
  // As law reviews are cited: 73 Yale Law Journal 733, 737 (1964).
  {
    pattern: latin(
      `(?<volume>\\d{1,4}) (?<container>\\p{L}[\\p{L}\\p{N} .&’'-]{2,90}?)(?: (?<firstPage>\\d{1,5}))?(?=(?:, \\d[\\d, –-]{0,24})? \\((?:[\\p{L}.]+ )?${YEAR}\\))`,
    ),
    when: isBegun,
  },
  { type: 'date', pattern: latin(EN_DATE) },
  // 37(2): 3–5; 37:2. Both look like pages.
  {
    pattern: latin(
      `(?<volume>\\d{1,4})\\s?\\((?<issue>\\d{1,4}(?:[-–/]\\d{1,4})?)\\)(?:\\s?:\\s?(?<pages>${PAGE_RANGE}))?${END}`,
    ),
    when: ({ before }) => !hasField(before, 'container'),
  },
  {
    pattern: latin('(?<volume>\\d{1,4})\\s?[:/]\\s?(?<issue>\\d{1,3})(?=\\s?[,(.])'),
    when: isBegun,
  },
  {
    type: 'barePages',
    pattern: barePages,
    when: (cursor) =>
      /\d/.test(charAt(cursor)) &&
      !hasField(cursor.before, 'pages') &&
      (hasField(cursor.before, 'date', 'firstPage') || (cursor.isTitled && cursor.before.length === 0)),
  },
  { type: 'editedBy', pattern: latin('(?:ed\\.|eds\\.|edited)(?: and (?:trans\\.|translated))? by ') },
  { type: 'translatedBy', pattern: latin('(?:trans\\.|translated)(?: by)? ') },
  { type: 'editedBy', pattern: latin('eds?\\. (?=\\p{Lu})'), when: isBegun },
  { type: 'editors', pattern: editors, when: isBegun },
  { type: 'translators', pattern: latin('trans(?:lators?|\\.)\\)?(?=[,. ])'), when: isBegun },
  { type: 'within', pattern: latin('in:? (?=[\\p{Lu}“"‘])') },
  {
    type: 'event',
    pattern: latin(
      '(?<value>(?:paper (?:presented|delivered|prepared) (?:at|to|for)|presented at|speech (?:at|to)|remarks (?:at|to)) (?:the )?)',
    ),
  },
];

function readQuoted({ note, pos }: EnCursor): Field[] {
  const close = /[“"]/u.test(note.text.charAt(pos)) ? note.closing.get(pos) : undefined;
  return close === undefined
    ? []
    : [{ type: 'quoted', value: note.text.slice(pos + 1, close), start: pos, end: close + 1 }];
}

/** Characters of a parenthesis that holds fields. */
const MAX_PARENTHESIS = 200;

/** (New York: Press, 2017), (2018), (PhD diss., University, 2019), (ed.), (accessed …). */
function readParenthesis({ note, pos }: EnCursor): Field[] {
  const close = note.text.charAt(pos) === '(' ? note.closing.get(pos) : undefined;
  if (close === undefined || close - pos > MAX_PARENTHESIS) return [];
  const end = close + 1;
  const inside = note.text.slice(pos + 1, close).trim();
  const role = matchAt(editors, note.text, pos + 1);
  if (role && pos + 1 + role[0].length >= close) return [{ type: 'editors', value: '', start: pos, end }];
  const inner = cutFields({ ...note, text: note.text.slice(0, close) }, pos + 1, close, true);
  const whole = inner.at(-1)?.end === close || inside.endsWith('.');
  if (!whole || !inner.some(({ type }) => type !== 'text')) return [];
  return inner.map(({ isAfterStop: _, ...field }) => ({
    ...field,
    type: field.type === 'text' ? 'imprint' : field.type,
    end,
  }));
}

/** A citation has no more fields; a bound keeps reading linear. */
const MAX_FIELDS = 48;
/** Fields of free text, one behind the other, that may still be names of authors. */
const MAX_NAMES = 16;
/** Characters of free text between two commas. */
const MAX_TEXT = 320;
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
  while (fields.length < MAX_FIELDS) {
    pos += matchAt(GAP, text, pos)?.[0].length ?? 0;
    if (text.charAt(pos) === '.' && fields.length > 0) {
      isAfterStop = true;
      pos++;
      continue;
    }
    if (pos >= high) break;
    if (fields.length > 0 && matchAt(enNextLeadIn, text, pos)) break;
    const next = readField(rules, { note, pos, before: fields, isTitled }).filter(({ end }) => end <= high);
    if (next.length > 0) {
      fields.push(...next.map((field) => ({ ...field, isAfterStop })));
      pos = next.at(-1)?.end ?? pos;
    } else {
      const end = endOfText(note, pos, high);
      if (end === pos || end - pos > MAX_TEXT) break;
      fields.push({ type: 'text', value: text.slice(pos, end).trim(), start: pos, end, isAfterStop });
      pos = end;
    }
    isAfterStop = false;
    // So many names and no year, volume or page: prose.
    if (!isTitled && fields.length === MAX_NAMES && fields.every(({ type }) => type === 'text')) break;
  }
  return fields;
}

/** Free text ends at a comma, a stop that ends a sentence, a parenthesis with a year, an address or Chinese. */
function endOfText(note: NoteText, from: number, high: number): number {
  const { text } = note;
  let pos = from;
  while (pos < high && pos - from <= MAX_TEXT) {
    const char = text.charAt(pos);
    if (
      (/[,，]/u.test(char) &&
        !/^, (?:Inc|Ltd|LLC)\b/.test(text.slice(pos, pos + 6)) &&
        // What a title covers: 1870–1939 is no date of a work.
        !/^,\s?[12]\d{3}\s?[-–—]\s?(?:[12]\d)?\d\d(?=\s?\(|, \p{Lu})/u.test(text.slice(pos, pos + 18))) ||
      note.addresses.has(pos) ||
      (pos > from && char === '《')
    )
      break;
    if (pos > from && /[“"]/u.test(char) && note.closing.has(pos)) break;
    if (char === '.' && isStop(text, pos)) break;
    if (char === '(' && pos > from) {
      const close = note.closing.get(pos);
      if (
        close !== undefined &&
        close - pos < 160 &&
        /(?<!\d{4}\s?[-–—]\s?)\b\d{4}$|^\d{1,3}$|^pp?\. ?\d/.test(text.slice(pos + 1, close))
      )
        break;
    }
    // “Herald May 3, 2010”, “Journal Vol. 3”: the comma between them was forgotten.
    if (char === ' ' && matchAt(FIELD_BEHIND_SPACE, text, pos + 1)) break;
    pos = Math.min(high, stepOver(note, pos));
  }
  return Math.min(pos, high);
}

const FIELD_BEHIND_SPACE = latin(
  `(?:${MONTH}) \\d{1,2}, |\\(?eds?\\.\\)?[,\\s]|\\d{1,4} \\(\\d{1,3}(?:[-–/]\\d{1,3})?\\)[:,]|(?:vol|no)\\. ?\\d`,
);

/** A full stop with a capital, quotation mark or Chinese behind it, and no abbreviation before it. */
export function isStop(text: string, pos: number): boolean {
  if (text.charAt(pos) !== '.') return false;
  if (!/^(?:\s+|$|(?=[“《\p{Script=Han}]))/u.test(text.slice(pos + 1, pos + 3))) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, pos - 8), pos));
}

const STRONG = new Set<FieldType>([
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
    // Behind an address or pages another work may begin.
    const next = fields[i + 1];
    if (next && !STRONG.has(next.type) && next.type !== 'nothing')
      ended ||= type === 'url' || type === 'pages' || type === 'barePages';
    closed ||= type === 'date' || type === 'pages' || type === 'url';
  }
  // “Title,” Journal.
  const isName = ({ type, value }: Field): boolean =>
    type === 'within' || (type === 'text' && /^\p{Lu}/u.test(value) && looksLikeName(value));
  if (last === -1 && isTitled && fields.length < 4 && fields.every(isName)) return fields;
  return fields.slice(0, last + 1);
}

/** A stop behind one of these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"‘,.])(?:\p{Lu}|vol|vols|no|nos|pp|p|al|eds?|trans|dr|mr|mrs|ms|prof|st|jr|sr|vs|cf|ch|chap|para|paras|sec|fig|rev|inc|ltd|co|corp|univ|dept|gen|col|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|diss|ph|e\.g|i\.e|u\.s|u\.k|u\.n|d\.c|approx|est|ibid|op|cit|loc|int|assoc|resp|n|ser)$/iu;
