import type { CslDate } from '../../model/work.ts';
import type { NoteText } from './note-text.ts';
import { dateFrom } from './dates.ts';
import { matchAt } from './pattern.ts';

/** The types of the fields of a citation. */
const fieldTypes = [
  /** Free text, which only its position explains. */
  'text',
  'quoted',
  'volume',
  'issue',
  'pages',
  'barePages',
  /** The page of a newspaper. */
  'page',
  'firstPage',
  'chapter',
  /** An article of a law. */
  'article',
  'date',
  'accessed',
  'url',
  'doi',
  'genre',
  'edition',
  'number',
  'place',
  'publisher',
  /** Text in parentheses that contain place, publisher and year. */
  'imprint',
  /** The archive of an unpublished work. */
  'archive',
  /** The journal or book that contains the work. */
  'container',
  /** A series of a journal, printed after its name. */
  'series',
  /** A word that announces a container. */
  'within',
  'event',
  /** The names of editors. */
  'editors',
  'translators',
  'translatedBy',
  /** A word for the role of the people named before it. */
  'role',
  /** Names with their roles in the work and in its container. */
  'credits',
  'containerCredits',
  'containerEditors',
  /** A remark on an unpublished work. */
  'note',
  /** A short form, such as “as cited before”. */
  'back',
  /** Part of the citation that is not recorded. */
  'nothing',
] as const;
export type FieldType = (typeof fieldTypes)[number];

const typeNames = new Set<string>(fieldTypes);
const isFieldType = (name: string): name is FieldType => typeNames.has(name);

export interface Field {
  type: FieldType;
  value: string;
  date?: CslDate | undefined;
  start: number;
  end: number;
  isAfterStop?: boolean;
  /** A URL printed without its scheme. */
  isSchemeless?: boolean;
}

/** The position of a citation’s next field, and the fields before it. */
export interface Cursor {
  note: NoteText;
  pos: number;
  before: readonly Field[];
}

/**
 * A rule for recognising a field in a language. The named groups of `pattern` capture: `value` the field’s value;
 * `year`, `month` and `day` its date; any other name a further field of that type. `read` handles what a pattern
 * cannot.
 */
export type FieldRule<C extends Cursor = Cursor> = { when?: (cursor: C) => boolean } & (
  { type?: FieldType; pattern: RegExp } | { read: (cursor: C) => Field[] }
);

/** Reads the field at the cursor by the first matching rule; returns an empty array if none matches. */
export function readField<C extends Cursor>(rules: readonly FieldRule<C>[], cursor: C): Field[] {
  for (const rule of rules) {
    if (rule.when && !rule.when(cursor)) continue;
    const fields = 'read' in rule ? rule.read(cursor) : readPattern(rule.type, rule.pattern, cursor);
    if (fields.length > 0) return fields;
  }
  return [];
}

function readPattern(own: FieldType | undefined, pattern: RegExp, { note, pos }: Cursor): Field[] {
  const match = matchAt(pattern, note.text, pos);
  if (!match) return [];
  const { groups = {} } = match;
  const span = { start: pos, end: pos + match[0].length };
  const date = groups['year'] === undefined ? undefined : dateFrom(groups);
  const beside: Field[] = [];
  for (const [name, value] of Object.entries<string | undefined>(groups))
    if (value !== undefined && isFieldType(name)) beside.push({ type: name, value: value.trim(), ...span });
  if (own !== undefined) return [{ type: own, value: groups['value'] ?? '', date, ...span }, ...beside];
  return date ? [...beside, { type: 'date', value: '', date, ...span }] : beside;
}

/** A URL, with the words that announce it. */
export function readAddress({ note, pos }: Cursor): Field[] {
  const lead = matchAt(BEFORE_ADDRESS, note.text, pos)?.[0].length ?? 0;
  const address = note.addresses.get(pos) ?? note.addresses.get(pos + lead);
  if (!address) return [];
  const { start, end, url, hasScheme } = address;
  const isClosed = note.closing.get(start - 1) === end;
  return [{ type: 'url', value: url, start, end: isClosed ? end + 1 : end, isSchemeless: !hasScheme }];
}

const BEFORE_ADDRESS =
  /[[(]?(?:(?:available|accessed|retrieved|online|url)(?: \(\w+ \w+ \d{4}\))?:? )*(?:at|from|via|in)?:? ?[[(<]?(?=https?:|www\.)/iuy;

/** A DOI, which may be printed as a URL. */
export function readDoi({ note, pos }: Cursor): Field[] {
  const match = matchAt(DOI, note.text, pos);
  const printed = match?.groups?.['value'];
  if (!match || printed === undefined) return [];
  const value = printed.replace(/[.)]+$/, '');
  const span = { start: pos, end: pos + match[0].length - (printed.length - value.length) };
  const address = note.addresses.get(pos);
  return [
    ...(address ? [{ type: 'url', value: address.url, ...span } as const] : []),
    { type: 'doi', value, ...span },
  ];
}

const DOI = /(?:doi\s?[:：]?\s?|https?:\/\/(?:dx\.)?doi\.org\/)(?<value>10\.\d{4,9}\/[^\s,;，；。]+)/iuy;

export const hasField = (fields: readonly Field[], ...types: FieldType[]): boolean =>
  fields.some(({ type }) => types.includes(type));

/** Conditions for a rule: the fields before include one of these types, or none of them. */
export const has =
  (...types: FieldType[]) =>
  ({ before }: Cursor): boolean =>
    hasField(before, ...types);
export const hasNo =
  (...types: FieldType[]) =>
  ({ before }: Cursor): boolean =>
    !hasField(before, ...types);
