import { EN_DATE, END, MONTH, YEAR } from './dates.ts';
import { hasNo, readAddress, readDoi, readField, type Cursor, type Field, type FieldRule } from './fields.ts';
import { enNextLeadIn } from './lead-in.ts';
import { stepOver, type NoteText } from './note-text.ts';
import { latin, matchAt } from './pattern.ts';
import { barePages, colonPages, hanPages, latinPages, PAGE_RANGE, ROMAN } from './printed-pages.ts';
import { looksLikeName } from '../words/read-latin-names.ts';
import { zhAccessed } from './read-zh-fields.ts';

const NUMBER = '[\\dIVXLC]+(?:\\s?[-–/&]\\s?\\d+)?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th|d)?\\.?|(?:second|third|fourth|fifth|sixth)(?:,? rev(?:\\.|ised))?';
const DEGREE = "ph\\.? ?d\\.?|doctoral|master[’']?s?|m\\.?a\\.?|m\\.?sc\\.?";

// Volume, issue, year and pages as combined in journal citations.
const VOLUME = `(?<volume>(?!${YEAR}(?!\\d))\\d{1,4})`;
const ISSUE = `(?<issue>(?!${YEAR}(?!\\d))\\d{1,4}(?:\\s?[-–/]\\s?\\d{1,3})?)`;
const PAGES = `(?:pp?\\.? ?|S\\. ?)?(?<pages>(?!${YEAR}${END})${PAGE_RANGE}|${ROMAN})${END}`;
const IN_YEAR = `\\((?:(?<month>${MONTH})\\s|[\\p{L}/–-]+ )?(?<year>${YEAR})(?:[/–-]\\d+)?\\)`;
const NUMBERED = [
  // 37(2): 3–5 or 37 (2), 3–5
  `${VOLUME} ?\\(${ISSUE}\\)(?: ?[:,.]? ?${PAGES})?`,
  // 37.2 (2018): 3–5 or 37, 2, 3–5
  `${VOLUME} ?[.,/] ?${ISSUE} ?(?:${IN_YEAR})? ?[:,] ?${PAGES}`,
  // 37: 3–5 or 37 (2018): 3–5 or 37, 3–5
  `${VOLUME} ?(?:${IN_YEAR})? ?[:;,] ?${PAGES}(?! ?\\()`,
  // 37, no. 2 (2018): 3–5
  `${VOLUME}, (?:nos?|issue)\\.? ?${ISSUE}(?: ?${IN_YEAR})?(?:[:,] ?${PAGES})?`,
  `(?<year>${YEAR}) ?; ?${VOLUME} ?(?:\\(${ISSUE}\\))? ?: ?${PAGES}`,
  // 37.2, 37:2
  `${VOLUME} ?[:/.] ?${ISSUE}(?= ?[,(.])`,
].join('|');
/** 37 (2018), which may also be the page and year of a book. */
const NUMBERED_BY_YEAR = `${VOLUME} ?${IN_YEAR}`;
/** In the style of law reviews: 73 Yale Law Journal 733, 737 (1964). */
const REVIEWED =
  "(?<volume>\\d{1,4}) (?<container>\\p{L}[\\p{L}\\p{N} .&’'-]{2,90}?)(?: (?<firstPage>\\d{1,5}))?" +
  `(?:,? (?:at )?(?<pages>\\d[\\d, –-]{0,24}))?(?: n\\.\\d{1,3})? \\((?:[\\p{L}.]+ )?(?<year>${YEAR})\\)`;

/** A journal that counts by years: 2021 U. Ill. L. Rev. 1199, 1205–34. */
const REVIEWED_BY_YEAR =
  `(?<year>${YEAR}) (?<container>\\p{Lu}[\\p{L}\\p{N} &’'-]{0,40}\\.[\\p{L}\\p{N} .&’'-]{1,60}?) (?<firstPage>\\d{1,5})${END}` +
  `(?:, (?:at )?(?<pages>\\d[\\d, –-]{0,24}))?(?: n\\.\\d{1,3})?(?= ?[.;([)]|$)`;

/** A newspaper or site before the day in brackets: Salt Rev. (May 3, 2010). */
const PUBLISHED_ON = `(?<container>\\p{L}[^,;:()“”\\d][^,;:()“”]{1,80}?) (?=\\((?:${MONTH}) \\d{1,2}, ${YEAR}[,)])`;

/** The time of a news item after its day: (May 3, 2010, 2:02 PM). */
const TIME = `(?:,? (?:at )?\\d{1,2}:\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?${END})?`;

/** 2nd ed., revised edition. */
const enEdition = latin(
  `(?<value>(?:${ORDINAL}|revised|rev\\.|expanded|new) ed(?:ition|n?\\.?)(?!\\p{L}))(?:, revised(?: and \\p{L}+)?)?`,
);

const WORD = "(?:St\\. )?\\p{Lu}[\\p{L}’'-]*";
const TOWN = `(?!The )${WORD}(?:[ /](?:and |& |am |de |la |del )?${WORD}){0,4}`;
/** Berkeley, Los Angeles and London: one publisher may be in several towns. */
const TOWNS = `(?!The )${WORD}(?: ${WORD}){0,2}(?:, ${WORD}(?: ${WORD}){0,2}){1,3},? (?:and|&) ${WORD}(?: ${WORD}){0,2}`;
const REGION = '(?:\\p{Lu}\\.?){2,3}|\\p{Lu}\\p{Ll}{1,4}\\.|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?';
/** Place: Publisher, up to the year, the pages or the end of the sentence. */
const imprint = new RegExp(
  `(?<place>${TOWNS}|${TOWN}(?:, (?:${REGION}))?) ?: ?(?<publisher>\\p{Lu}[^:;“”()\\d]{1,90}?)` +
    `(?=,? \\(?${YEAR}${END}|, ?pp?\\.|, \\d+ ?[-–]|, \\d+[.;)]|, ch|, vol|: ?\\d|(?<!\\b\\p{Lu}|\\b(?:Inc|Ltd|Co))\\.(?:\\s|$)|\\)|[;；。，]|$)`,
  'uy',
);

/** Numbers without labels are a volume unless one has been read. */
const isJournal = ({ before }: Cursor): boolean =>
  !before.some(({ type }) => type === 'volume' || type === 'pages');

/** True if a book has been announced, and its title not read yet. */
const awaitsBook = ({ before }: Cursor): boolean =>
  before.some(({ type }) => type === 'within') && !before.some(({ type }) => type === 'text');

/** The fields of a citation in Latin letters. A rule comes before those that match the same beginning. */
const rules: FieldRule[] = [
  // A DOI may be printed as a URL.
  { read: readDoi },
  { read: readAddress },
  {
    type: 'accessed',
    pattern: latin(`(?:last )?(?:accessed|retrieved|visited|viewed|consulted)(?: on)?:? (?:${EN_DATE})`),
  },
  { type: 'nothing', pattern: zhAccessed },
  { pattern: new RegExp(PUBLISHED_ON, 'iuy'), when: hasNo('text', 'container', 'within') },
  { read: readQuoted },
  { read: readMakers },
  { type: 'role', pattern: /\(?(?:[Ee]ds?|[Ee]ditors?)\.?\)?(?=[,.:;) ，]|$)/uy },
  { type: 'role', pattern: latin('\\(?(?<translators>)trans(?:lators?|\\.)\\)?(?=[,. ])') },
  { read: readBracketed },
  { type: 'volume', pattern: latin(`vol(?:ume|s)?(?:\\.|:)? ?(?<value>${NUMBER})${END}(?!: \\p{L})`) },
  {
    pattern: latin(
      `(?:nos?|nr|issue|number|iss|n°)(?:\\.|:)? ?(?<issue>${NUMBER}[a-z]?)${END}(?: ?${IN_YEAR})?(?:: ?${PAGES})?`,
    ),
  },
  {
    type: 'genre',
    pattern: latin(
      `(?:unpublished )?(?<value>(?:${DEGREE}) (?:diss\\.|dissertation|thesis)|(?:unpublished )?(?:dissertation|thesis)|thèse)`,
    ),
  },
  { type: 'edition', pattern: enEdition },
  { type: 'chapter', pattern: latin(`(?:chapter|chap\\.|ch\\.) ?(?<value>${NUMBER})${END}`) },
  {
    type: 'nothing',
    pattern: latin(
      `(?:(?:section|sec\\.|§§?)|(?:paras?\\.|paragraphs?)) ?${NUMBER}${END}|art\\. ?\\d+|n\\.d\\.?|forthcoming|in press|print(?=\\.|$)|web(?=\\.|$)`,
    ),
  },
  { pattern: new RegExp(REVIEWED, 'iuy') },
  { pattern: new RegExp(REVIEWED_BY_YEAR, 'iuy') },
  { pattern: latin(NUMBERED), when: isJournal },
  {
    pattern: latin(NUMBERED_BY_YEAR),
    when: (cursor) =>
      isJournal(cursor) && cursor.before.some(({ type }) => type === 'text' || type === 'within'),
  },
  { type: 'pages', pattern: hanPages },
  { type: 'pages', pattern: colonPages },
  {
    type: 'pages',
    pattern: latinPages,
    when: ({ note, pos }) => /^(?:[pP]|at [\divxlc]|S\.\s?\d)/.test(note.text.slice(pos, pos + 4)),
  },
  { type: 'date', pattern: latin(`(?:${EN_DATE})${TIME}`) },
  {
    type: 'barePages',
    pattern: barePages,
    when: ({ note, pos, before }) =>
      /\d/.test(note.text.charAt(pos)) && !before.some(({ type }) => type === 'pages'),
  },
  { type: 'within', pattern: /[Ii]n ?:? (?=[\p{Lu}\p{N}“"‘])/uy },
  {
    type: 'event',
    pattern: latin(
      '(?<value>(?:(?:unpublished )?paper (?:presented|delivered|prepared) (?:at|to|for)|presented at|speech (?:at|to)|remarks (?:at|to)) (?:the )?)',
    ),
  },
  { pattern: imprint, when: (cursor) => !awaitsBook(cursor) },
];

function readQuoted({ note, pos }: Cursor): Field[] {
  const close = /[“"]/u.test(note.text.charAt(pos)) ? note.closing.get(pos) : undefined;
  return close === undefined
    ? []
    : [{ type: 'quoted', value: note.text.slice(pos + 1, close), start: pos, end: close + 1 }];
}

const MAX_PARENTHESIS = 200;

/** (quoting the statute) */
const COMMENT = /\(\p{Ll}+ing /uy;

/** (New York: Press, 2017), (PhD diss., University, 2019), (eds.), [accessed …]; other brackets are ignored. */
function readBracketed({ note, pos }: Cursor): Field[] {
  const close = /[([]/.test(note.text.charAt(pos)) ? note.closing.get(pos) : undefined;
  if (close === undefined || close - pos > MAX_PARENTHESIS || matchAt(COMMENT, note.text, pos)) return [];
  const end = close + 1;
  const inner = cutFields({ ...note, text: note.text.slice(0, close) }, pos + 1, close);
  const isRead = inner.at(-1)?.end === close || note.text.slice(inner.at(-1)?.end, close).trim() === '.';
  const isKnown = inner.some(({ type }) => type !== 'text');
  if (isRead && isKnown)
    return inner.map((field) => ({ ...field, type: field.type === 'text' ? 'imprint' : field.type, end }));
  return note.text.charAt(pos) === '[' ? [{ type: 'nothing', value: '', start: pos, end }] : [];
}

const MAKERS =
  /(?:(?:[Ee]dited|[Ee]ds?\.)(?: and (?:trans\.|translated))? by |[Ee]ds?\.? (?=\p{Lu})|(?<translators>[Tt]rans\.(?: by)? (?=\p{Lu})|[Tt]ranslated by ))/uy;

/** The beginning of a field, at which a title ends. */
export const FIELD_AHEAD =
  /(?:[Ee]dited by|[Ee]ds?\.? (?:by )?\p{Lu}|[Tt]rans(?:\.|lated) |\d{1,2}(?:st|nd|rd|th) ed|pp?\. ?\d|at (?:\d|[ivxlc]+ )|[Vv]ol\. ?\d|[Ii]n: \p{Lu}|[Ii]n \p{Lu}[^()]{2,120}\([Ee]ds?\.?\))/uy;

/** The editors or translators, after the words for their role. */
function readMakers({ note, pos }: Cursor): Field[] {
  const match = matchAt(MAKERS, note.text, pos);
  if (!match) return [];
  const from = pos + match[0].length;
  let end = from;
  for (let next = from; ; next = end + (matchAt(GAP, note.text, end)?.[0].length ?? 0)) {
    const stop = endOfText(note, next, note.text.length);
    const written = note.text.slice(next, stop).trim();
    const isAnother = end === from || /^(?:and |& )?\S+ \S/u.test(written);
    if (!isAnother || !looksLikeName(written) || (end > from && PUBLISHER.test(written))) break;
    end = stop;
    if (note.text.charAt(end) !== ',') break;
  }
  if (end === from) return [];
  const type = match.groups?.['translators'] === undefined ? 'editors' : 'translators';
  return [{ type, value: note.text.slice(from, end), start: pos, end }];
}

/** The maximum number of fields in a citation, which keeps reading linear. */
const MAX_FIELDS = 48;
/** The most characters of free text between two commas. */
const MAX_TEXT = 320;
const GAP = /[\s,，:;]*/uy;

/**
 * Cuts the text after a title into fields, up to the announcement of another citation. A word for a role claims the
 * names beside it.
 */
export function cutFields(note: NoteText, from: number, high: number): Field[] {
  const { text } = note;
  const fields: Field[] = [];
  let pos = from;
  let isAfterStop = false;
  while (fields.length < MAX_FIELDS) {
    // A colon may introduce pages.
    if (!matchAt(colonPages, text, pos)) pos += matchAt(GAP, text, pos)?.[0].length ?? 0;
    if (/[.\])]/.test(text.charAt(pos))) {
      isAfterStop = true;
      pos++;
      continue;
    }
    if (pos >= high) break;
    if (fields.length > 0 && matchAt(enNextLeadIn, text, pos)) break;
    const next = readField(rules, { note, pos, before: fields }).filter(({ end }) => end <= high);
    if (next[0]?.type === 'role') takeNames(fields, next, text);
    else if (next.length > 0) fields.push(...next.map((field) => ({ ...field, isAfterStop })));
    else {
      const end = endOfText(note, pos, high);
      if (end === pos || end - pos > MAX_TEXT) break;
      fields.push({ type: 'text', value: text.slice(pos, end).trim(), start: pos, end, isAfterStop });
    }
    pos = next.at(-1)?.end ?? fields.at(-1)?.end ?? high;
    isAfterStop = false;
  }
  return fields;
}

/** Turns the names before a word for a role into a field. */
function takeNames(fields: Field[], [role, translators]: Field[], text: string): void {
  let first = fields.length;
  while (fields[first - 1]?.type === 'text' || fields[first - 1]?.type === 'imprint') first--;
  // A full stop separates a title from the names after it.
  const stopped = fields
    .slice(first)
    .findLastIndex(({ value }) => !looksLikeName(value) && !INITIALS.test(value));
  first += stopped + 1;
  const [from, to] = [fields[first], fields.at(-1)];
  if (!role || !from || !to) {
    if (role) fields.push({ ...role, type: 'nothing' });
    return;
  }
  const value = text.slice(from.start, Math.min(to.end, role.start)).replace(/[(,\s]+$/, '');
  const type = translators ? 'translators' : 'editors';
  fields.splice(first, fields.length, { type, value, start: from.start, end: role.end });
}

export const INITIALS = /^(?:(?:and|&) )?(?:\p{Lu}\.?[\s-]?){1,4}$/u;

/**
 * The end of free text: a comma, a full stop at the end of a sentence, a bracket with fields, a URL or Chinese text.
 */
function endOfText(note: NoteText, from: number, high: number): number {
  const { text } = note;
  let pos = from;
  while (pos < high && pos - from <= MAX_TEXT) {
    const char = text.charAt(pos);
    if (/[,，;]/u.test(char) && !/^, (?:Inc|Ltd|LLC)\b/.test(text.slice(pos, pos + 6))) break;
    if (note.addresses.has(pos) || (pos > from && char === '《')) break;
    if (pos > from && /[“"]/u.test(char) && note.closing.has(pos)) break;
    if ((char === '.' && endsPart(text, pos)) || /^[?!]\s+\p{Lu}/u.test(text.slice(pos, pos + 3))) break;
    if (pos > from && isFieldBracket(note, pos)) break;
    // “Herald May 3, 2010”, “Journal Vol. 3”, “Journal 12, 3–5”: no comma separates them.
    if (char === ' ' && matchAt(FIELD_BEHIND_SPACE, text, pos + 1)) break;
    pos = Math.min(high, stepOver(note, pos));
  }
  return Math.min(pos, high);
}

/** True at a bracket that contains a year, page, edition, role or imprint, rather than words of a title. */
export function isFieldBracket({ text, closing }: NoteText, pos: number): boolean {
  const close = /[([]/.test(text.charAt(pos)) ? closing.get(pos) : undefined;
  if (close === undefined || matchAt(COMMENT, text, pos)) return false;
  if (text.charAt(pos) === '[') return true;
  return (
    close - pos < 160 &&
    /(?<!\d{4}\s?[-–—]\s?)\b\d{4}$|^\d{1,3}$|^pp?\. ?\d|\beds?\.?$|ed\.|edn|edition|thesis|dissertation|^vol|: \p{Lu}|^unpublished/iu.test(
      text.slice(pos + 1, close),
    )
  );
}

const FIELD_BEHIND_SPACE = latin(
  `(?:${MONTH}) \\d{1,2}, |eds?\\.?\\)?[,\\s](?!by)|(?:${NUMBERED}|${NUMBERED_BY_YEAR})(?=[\\s.,;)]|$)|(?:vol|nos?)\\.? ?\\d|\\d{1,4}[(:]\\d|pp?\\. ?\\d`,
);

/** True at a full stop before a capital, digit, quotation mark or Chinese text, and not after an abbreviation. */
export function isStop(text: string, pos: number): boolean {
  if (text.charAt(pos) !== '.') return false;
  if (!/^(?:\s+|$|(?=[“《\p{Script=Han}]))/u.test(text.slice(pos + 1, pos + 3))) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, pos - 8), pos));
}

/** True at such a full stop, unless a name goes on after it. */
export const endsPart = (text: string, pos: number): boolean =>
  isStop(text, pos) && matchAt(CONTRACTION, text, pos) === undefined;

/** Am. Med. Ass’n, Brook Int’l: an abbreviated name goes on. */
const CONTRACTION = /\.(?: \p{Lu}\p{Ll}*\.){0,3} \p{Lu}\p{Ll}*[’'](?:n|l|[vp]t)(?!\p{L})/uy;

/** A full stop after one of these does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"‘,.])(?:\p{Lu}|vol|vols|no|nos|pp|p|al|eds?|trans|dr|mr|mrs|ms|prof|st|jr|sr|vs|cf|ch|chap|para|paras|sec|fig|rev|inc|ltd|co|corp|univ|dept|gen|col|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|diss|ph|e\.g|i\.e|u\.s|u\.k|u\.n|d\.c|approx|est|ibid|op|cit|loc|int|assoc|resp|n|ser|ctr|inst|found|serv|sch|rsch|pol|econ|mag|pub)$/iu;

/** Words in the names of publishers. */
export const PUBLISHER =
  /\b(?:press|publish(?:ers?|ing)|books|verlag|routledge|springer|elsevier|wiley|palgrave|macmillan|penguin|norton|sage|brill|elgar|house|sons|& co|and co|inc|ltd|llc|editions?|university|institut(?:e|ion)|cent(?:er|re)|council|programme|program)\b|\bU?P$|^U of /iu;
