import { enBegins } from './lead-in.ts';
import { HAN } from '../../model/language.ts';
import type { Field, FieldType } from './fields.ts';
import { cutFields, PUBLISHER } from './latin-fields.ts';
import {
  authorsStart,
  datedHead,
  headsAt,
  nameless,
  latinNamesOf,
  ROLE,
  type Head,
  type ReadHead,
} from './latin-head.ts';
import { quotedTitle, titlesAt, type Title } from './latin-title.ts';
import { detailsOf, workOfLatin, type CitationDetails } from './latin-work.ts';
import type { NoteText } from './note-text.ts';
import { withFields, type ParsedCitation } from './parsed-citation.ts';
import { looksLikeName } from '../words/read-latin-names.ts';
import { readLatinCase } from './read-latin-case.ts';
import { readZhCitation } from './read-zh-citation.ts';

// A citation in Latin letters consists of a head (names, perhaps a year), a title and fields. If the title has no
// quotation marks, every division into the three is tried, and the one that leaves the least unexplained wins.

/** A possible reading of a citation; `cost` grows with the unexplained text. */
interface Reading {
  head: Head;
  title: Title;
  fields: Field[];
  details: CitationDetails;
  cost: number;
}

/** Reads an entry of a reference list in any style. */
export function readLatinEntry(note: NoteText): ParsedCitation | undefined {
  const { text } = note;
  const dated = datedHead(text);
  const heads = dated ? [dated] : [...headsAt(note, 0, text.length, /[.,:]/), nameless];
  const readings = heads.flatMap((head) => readingsOf(note, head, text.length, true));
  return best(readings.filter((one) => (isCited(one) || one.head.issued) ?? one.details.url !== undefined));
}

/** Reads a citation in a note with an unquoted title: John Smith, Title of a Book, London: Press, 2010, p. 3. */
export function readLatinPlain(note: NoteText, start: number, high: number): ParsedCitation | undefined {
  const { text } = note;
  if (!/^[\p{Lu}\p{Ll}]/u.test(text.charAt(start)) || HAN.test(text.charAt(start))) return undefined;
  const heads = headsAt(note, start, high, /,/).filter(({ at }) => !quotedTitle(note, at, high));
  const readings = heads.flatMap((head) => readingsOf(note, head, high, false));
  return best(readings.filter(isCited));
}

/** True if there are enough details for a citation rather than a sentence with names. */
const isCited = ({ details }: Reading): boolean =>
  details.issued !== undefined || details.isJournal || details.pages !== undefined;

/** Reads a citation with a quoted “Title,” between low and high in a note. */
export function readLatinQuoted(
  note: NoteText,
  titleStart: number,
  low: number,
  high: number,
): ParsedCitation | undefined {
  const { text } = note;
  const title = quotedTitle(note, titleStart, high);
  if (!title) return undefined;
  if (isQuotation(note, title, high)) return undefined;
  const start = authorsStart(note, titleStart, low);
  const before = text.slice(start, titleStart);
  const names = latinNamesOf(before, false) ?? { names: [], abridged: false };
  const fields = trimFields(cutFields(note, title.end, high), true);
  const strong = fields.some(({ type }) => type !== 'text' && type !== 'imprint' && type !== 'within');
  const named = names.names.length > 0;
  const endsItself = /[,.?!，]$/u.test(title.title.trim()) || /^\s?[,.，]/u.test(text.slice(title.end));
  if (!endsItself && !strong) return undefined;
  if (fields[0]?.type === 'text' && /^\s*\p{Ll}/u.test(text.slice(title.end))) return undefined;
  if (!named && !strong) return undefined;
  if (!named && !isFree(text, low, start) && !fields.some(({ type }) => /url|volume|issue|doi/.test(type)))
    return undefined;
  const head: Head = { start, names, role: ROLE.test(before) ? 'editor' : 'author' };
  return workOfLatin(head, title, fields, detailsOf(fields, text, true));
}

/** True for a quoted sentence before its source: “They sank.” Anna Reed, Lamps, 12 Salt L. Rev. 34 (2001). */
function isQuotation(note: NoteText, { title, end }: Title, high: number): boolean {
  if (!/[.!?…]['’]?$/u.test(title)) return false;
  const start = end + (/^\s*/u.exec(note.text.slice(end))?.[0].length ?? 0);
  const behind = note.text.slice(start, start + 40);
  if (/^id\. /i.test(behind) || enBegins.test(behind)) return true;
  const source = readLatinCase(note, start, high) ?? readLatinPlain(note, start, high);
  if (source === undefined) return false;
  const { type, volume, author, URL: address } = source.work;
  return type === 'legal_case' || volume !== undefined || (author !== undefined && address !== undefined);
}

const best = (readings: readonly Reading[]): ParsedCitation | undefined => {
  const [first] = readings.toSorted((a, b) => a.cost - b.cost);
  return first && workOfLatin(first.head, first.title, first.fields, first.details);
};

function readingsOf(note: NoteText, head: ReadHead, high: number, isEntry: boolean): Reading[] {
  const { text } = note;
  const quoted = quotedTitle(note, head.at, high);
  const titles = quoted ? [{ ...quoted, cost: 0 }] : titlesAt(note, head.at, high, head.mark);
  return titles.flatMap((title) => {
    // A title directly after names and a year may begin with “In”.
    const opensWithIn = head.issued !== undefined && /^In [^()]+$/.test(title.title);
    const isNone = (PUBLISHED.test(title.title) && !opensWithIn) || LAW.test(title.title);
    if (!title.isQuoted && (isNone || ANNOUNCED.test(title.title))) return [];
    const all = cutFields(note, title.end, high);
    const fields = isEntry ? all : trimFields(all, false);
    if (!isEntry && fields.length === 0) return [];
    const details = detailsOf(fields, text, title.isQuoted);
    return [
      {
        head: withBody(head, title),
        title,
        fields,
        details,
        cost: head.cost + costOf(title, fields, details),
      },
    ];
  });
}

/** The cost of unexplained or odd parts of a title and its fields. */
function costOf(title: Title & { cost: number }, fields: readonly Field[], details: CitationDetails): number {
  const odds: [isSo: boolean, cost: number][] = [
    [details.isWithin, -1],
    [!fields.some(({ type }) => STRONG.has(type) || type === 'publisher'), 2],
    [/^\p{Ll}/u.test(details.container ?? details.publisher ?? ''), 2],
    [!title.isQuoted && details.isJournal && details.container === undefined, 2],
    [
      !title.isQuoted &&
        !details.isJournal &&
        (details.publisher ?? details.container ?? details.url) === undefined &&
        !fields.some(({ type }) => type === 'genre'),
      1.5,
    ],
    [!title.isQuoted && title.title.length < 40 && PUBLISHER.test(title.title), 1],
    [!title.isQuoted && beginsWithNames(title.title), 1.5],
  ];
  return odds.reduce((sum, [isSo, cost]) => (isSo ? sum + cost : sum), title.cost + details.unexplained);
}

/** Anna Reed & Ben Stock, Title: these are authors too. */
function beginsWithNames(title: string): boolean {
  const names = /^[^,&]+(?:, [^,&]+)*,? & [^,]+(?=, )/u.exec(title)?.[0];
  return names !== undefined && latinNamesOf(names, false) !== undefined;
}

/** “Minutes of the Harbour Club” are a club’s, not a person’s. */
function withBody(head: ReadHead, { title }: Title): Head {
  const [name, another] = head.names.names;
  if (name === undefined || another !== undefined || !('family' in name)) return head;
  const written = [name.given, name.family].filter(Boolean).join(' ');
  if (!written.includes(' ') || !title.includes(`the ${written}`)) return head;
  return { ...head, names: { names: [{ literal: written }], abridged: false } };
}

/** A text that begins so is not a title. */
const PUBLISHED = /^(?:In:? |edited by |ed\. |trans\. |translated |[JS]r\b|\d{4}\b[^\p{L}]*$|pp?\. )/iu;

/** Another sentence that announces another work, which no title contains. */
const ANNOUNCED =
  /[.)] (?:[^.]+, )?(?:[Ss]ee(?: also)?(?: generally)?|[Cc]f\.|[Aa]ccord),? (?:e\.g\., )?\p{Lu}/u;

/** A statute, a regulation or the place of a decision, which no title contains. */
const LAW =
  /\b(?:Pub\. L\.|U\.S\.C\.|C\.F\.R\.|Fed\. Reg)|^\d{1,4} \p{Lu}[\p{L}\d.’' ]{0,20}\.?(?: at \d.*)?$|^\d{4} WL \d/u;

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

/** Drops free text after the last certain field of a citation. */
function trimFields(fields: Field[], isTitled: boolean): Field[] {
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
    // Another work may begin after a URL or pages.
    const next = fields[i + 1];
    if (next && !STRONG.has(next.type) && next.type !== 'nothing')
      ended ||=
        type === 'url' ||
        ((type === 'pages' || type === 'barePages') && !/^(?:imprint|editors|translators)$/.test(next.type));
    closed ||= type === 'date' || type === 'pages' || type === 'url';
  }
  // “Title,” Journal.
  const isName = ({ type, value }: Field): boolean =>
    type === 'within' || (type === 'text' && /^\p{Lu}/u.test(value) && looksLikeName(value));
  if (last === -1 && isTitled && fields.length < 4 && fields.every(isName)) return fields;
  return fields.slice(0, last + 1);
}

/** True if only the end of a sentence or a lead-in precedes a citation. */
const isFree = (text: string, low: number, start: number): boolean =>
  /(?:^|[：:；;。.，,]|\b(?:see|also|cf\.|and|in|e\.g\.))\s*$/iu.test(
    text.slice(Math.max(low, start - 12), start),
  );

/** Names and a year before a title in Chinese title marks. */
export function readDatedHan(note: NoteText): ParsedCitation | undefined {
  const { at = 0, names = nameless.names, issued } = datedHead(note.text) ?? {};
  if (at === 0 || note.text.charAt(at) !== '《') return undefined;
  const citation = readZhCitation(note, at, at, note.text.length);
  if (!citation) return undefined;
  withFields(citation.work, { author: names.names, issued: citation.work.issued ?? issued });
  return { ...citation, start: 0 };
}
