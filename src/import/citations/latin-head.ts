import { HAN } from '../../model/language.ts';
import type { CslDate } from '../../model/work.ts';
import { dateFrom, YEAR } from './dates.ts';
import { INITIALS, isStop } from './latin-fields.ts';
import { enLeadInLength } from './lead-in.ts';
import type { NoteText } from './note-text.ts';
import { readHanNames } from '../words/read-han-names.ts';
import {
  isInstitution,
  looksLikeName,
  readLatinNames,
  withoutParticles,
  type Names,
} from '../words/read-latin-names.ts';

/** The part of a citation before the title. */
export interface Head {
  start: number;
  names: Names;
  role: 'author' | 'editor';
  /** The year, if it follows the names. */
  issued?: CslDate | undefined;
}

export interface ReadHead extends Head {
  /** The offset of the title. */
  at: number;
  /** The punctuation between names and title. */
  mark: string;
  cost: number;
}

export const nameless: ReadHead = {
  start: 0,
  names: { names: [], abridged: false },
  role: 'author',
  at: 0,
  mark: '.',
  cost: 3,
};

export const ROLE = /[\s,]*\(?\b(?:eds?|editors?)\.?\)?[\s,.:]*$/iu;
const DATED = new RegExp(
  '^(?<names>(?:_{2,}|-{2,}|—{2,}|[^\\d“”"《》])[^\\d“”"《》]{0,300}?)[.,，．。]?\\s*' +
    `(?:[(（](?<year>${YEAR})[a-z]?(?:/\\d+)?(?:,\\s?(?<more>[^()]{3,20}))?(?: ?\\[${YEAR}\\])?[)）](?: ?\\[${YEAR}\\])?|(?<year>${YEAR})[a-z]?(?:/\\d{1,4})?|[(](?<none>n\\.d\\.)[)])` +
    '(?:[.,:，．。：]?\\s*(?=[“"‘’\'《¿¡„\\p{Lu}\\p{N}\\p{Script=Han}―])|(?<=[)）])\\.\\s+(?=\\p{Ll})|\\.\\s+(?=\\p{Ll}[\\p{L}\\d.]*[\\p{Lu}:]))',
  'u',
);

/** The Harbour Times, as the author of its unsigned articles. */
const PERIODICAL = /^The(?: (?:\p{Lu}[\p{L}’'-]+|of|and)){1,5}$/u;

/** Names and a year before a title. */
export function datedHead(text: string): ReadHead | undefined {
  const match = DATED.exec(text);
  const { names: written = '', year, more = '' } = match?.groups ?? {};
  // Names do not contain a full stop.
  if (
    !match ||
    /\p{Ll}{2}\.\s(?!\p{Lu}\.)/u.test(
      written
        .replace(/\bet al\./gu, '')
        .replace(ROLE, '')
        .replace(/[.\s]+$/u, ''),
    )
  )
    return undefined;
  const names = /^[_—-]{2,}/.test(written)
    ? nameless.names
    : PERIODICAL.test(written)
      ? { names: [{ literal: written }], abridged: false }
      : latinNamesOf(written + (/\p{Lu}$/u.test(written) ? '.' : ''), true);
  if (!names) return undefined;
  const [, month, day] = /^(\p{L}+)\.?(?: (\d{1,2}))?$/u.exec(more) ?? [];
  const issued = dateFrom({ year, month, day });
  const at = match[0].length;
  return {
    start: 0,
    names,
    role: ROLE.test(written) ? 'editor' : 'author',
    issued,
    at,
    mark: /[.:]\s*$/.test(match[0]) ? '.' : '',
    cost: 0,
  };
}

const MAX_AUTHORS = 400;

/** All heads that end with one of the given marks. */
export function headsAt({ text }: NoteText, start: number, high: number, marks: RegExp): ReadHead[] {
  const heads: ReadHead[] = [];
  const isList = marks.test('.');
  for (let pos = start + 2; pos < Math.min(high, start + MAX_AUTHORS); pos++) {
    const mark = text.charAt(pos);
    if (/[“”"《\p{Script=Han}]/u.test(mark)) break;
    if (!marks.test(mark) && mark !== '，') continue;
    const gap = /^\s+/u.exec(text.slice(pos + 1, pos + 4))?.[0] ?? '';
    if (gap === '' && mark !== '，') continue;
    let written = text.slice(
      start,
      pos + (mark === '.' && /\b\p{Lu}$/u.test(text.slice(start, pos)) ? 1 : 0),
    );
    let at = pos + 1 + gap.length;
    // Names, eds., Title.
    const role = /^(?:\(?eds?\.?\)?|\(?editors?\)?)[,:.]?\s+/iu.exec(text.slice(at, at + 12))?.[0];
    if (role) at += role.length;
    const isRole = role !== undefined || ROLE.test(written);
    written = written.replace(ROLE, '');
    const names = latinNamesOf(written, isList);
    if (!names || !/^[\p{Lu}\p{N}¿¡‘“"'(]/u.test(text.slice(at))) continue;
    const areBodies = names.names.some((name) => 'literal' in name);
    const isLoneFamily = names.names.some((name) => 'family' in name && name.given === undefined);
    const cost = (areBodies ? (names.names.length > 1 ? 3 : 1) : 0) + (isLoneFamily ? 3 : 0);
    if (!isList && isLoneFamily) continue;
    heads.push({ start, names, role: isRole ? 'editor' : 'author', at, mark, cost });
  }
  return heads;
}

/** Names left out before the last one: Reed, A., Stock, B., . . . Moss, J. */
const LEFT_OUT = /[,，]\s*(?:\.\s?\.\s?\.|…)[,，]?\s*(?:&\s*)?(?=\p{Lu})/u;

/** The names in a text that contains nothing else. */
export function latinNamesOf(written: string, familyFirst: boolean): Names | undefined {
  const list = written
    .replace(ROLE, '')
    .replace(LEFT_OUT, ', ')
    .replace(/[\s,，:：;]+$/u, '')
    .replace(/(?<=\p{L}{3})\.$/u, (stop) => (/\bal\.$/.test(written.trim()) ? stop : ''));
  if (list.trim() === '') return undefined;
  if (HAN.test(list)) {
    const names = readHanNames(list);
    return names.names.every((name) => 'family' in name || name.literal.length < 20) ? names : undefined;
  }
  if (isInstitution(list))
    return familyFirst || looksLikeName(list) ? readLatinNames(list, familyFirst) : undefined;
  const parts = list
    .split(/\s*[,;/]\s*(?:and |& )?|\s+(?:and|&|et(?! al))\s+/u)
    .filter((part) => part !== '');
  const areNames = parts.every(
    (part, i) =>
      INITIALS.test(withoutParticles(part)) ||
      (looksLikeName(part) &&
        (familyFirst ||
          /\S(?:\s+|\.)\p{L}/u.test(part) ||
          /^(?:Jr|Sr)\.?$/.test(part) ||
          (i === 0 && /^\p{Lu}{2,}$/u.test(part)))),
  );
  return areNames ? readLatinNames(list, familyFirst) : undefined;
}

/** Goes back from a title to the beginning of its authors: after Chinese text, a lead-in or the previous sentence. */
export function authorsStart({ text }: NoteText, titleStart: number, low: number): number {
  const bound = Math.max(low, titleStart - MAX_AUTHORS);
  let start = titleStart;
  while (start > bound && !/[\p{Script=Han}。；：》！？\n“”]/u.test(text.charAt(start - 1))) {
    // In a list, a full stop precedes the title: Smith, John. “Title.”
    if (isStop(text, start - 1) && text.slice(start, titleStart).trim() !== '') break;
    start--;
  }
  start += enLeadInLength(text.slice(start, titleStart));
  start +=
    /^(?:[\s,，、;:.)）]|(?:and|also|see|&)\s)*/iu.exec(text.slice(start, titleStart))?.[0].length ?? 0;
  // If prose precedes the names, they begin after the last comma that leaves only names.
  const parts = [...text.slice(start, titleStart).matchAll(/[^,，]+/gu)];
  const prose = parts.findLastIndex(([part]) => !NO_NAME.test(part) && !looksLikeName(part));
  if (prose === -1) return start;
  const from = start + (parts[prose + 1]?.index ?? titleStart - start);
  return from + (/^\s*/u.exec(text.slice(from, titleStart))?.[0].length ?? 0);
}

/** Nothing, or a word for the role of the people named before. */
const NO_NAME = /^\s*(?:\(?(?:eds?\.|trans\.|editors?)\)?\s*)?$/i;
