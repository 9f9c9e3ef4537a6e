import { HAN } from '../../model/language.ts';
import { YEAR } from './dates.ts';
import { editionNumber } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import type { Field } from './fields.ts';
import { cutFields, enEdition, isStop } from './read-en-fields.ts';
import { readHanNames } from './read-han-names.ts';
import { looksLikeName, readLatinNames, type Names } from './read-latin-names.ts';
import { readZhCitation } from './read-zh-citation.ts';
import { dateOf, withFields, type ParsedCitation } from './parsed-citation.ts';
import { workOfEn } from './work-of-en.ts';

const NAMES = '(?<names>[^\\d“”"《》]{2,300}?)';
const IN_BRACKETS = `[(（](?<year>${YEAR})[a-z]?(?:,\\s?[^()]{3,20})?[)）]`;
/** Names and a year, before a title. */
const HEAD = new RegExp(
  `^${NAMES}[.,，．。]?\\s*(?:${IN_BRACKETS}|(?<year>${YEAR})[a-z]?)[.,:，．。：]?\\s*(?=[“"《\\p{Lu}\\p{Script=Han}])`,
  'u',
);
/** Smith, John A. Title: the stop of an initial ends the name. */
const INITIALLED =
  /^(?<names>\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]*\.?(?: \p{Lu}\.)*(?<=\p{Lu}\.))\s+(?=\p{Lu}\p{Ll}+ )/u;
const ROLE = /[\s,]*\(?\b(?<role>eds?|trans)\.?\)?[\s,.]*$/iu;

/**
 * Reads an entry of a list that names its authors first and dates the work right behind them, as APA and Chicago's
 * author–date form do; or that parts names from title by nothing but the stop of an initial.
 */
export function readDatedEntry(note: NoteText): ParsedCitation | undefined {
  const { text } = note;
  const dated = HEAD.exec(text);
  const head = dated ?? INITIALLED.exec(text);
  if (!head) return undefined;
  const { names: written = '', year } = head.groups ?? {};
  // A stop within is no part of names.
  if (/\p{Ll}{2}\.\s(?!al\b)/u.test(written)) return undefined;
  const isInitial = /[,.]\s\p{Lu}$/u.test(written) && text.charAt(written.length) === '.';
  const people = namesOf(written.replace(ROLE, '') + (isInitial ? '.' : ''));
  if (!people) return undefined;
  const at = head[0].length;
  const issued = dateOf(year);
  if (text.charAt(at) === '《') {
    const citation = readZhCitation(note, at, at, text.length);
    if (!citation) return undefined;
    withFields(citation.work, { author: people.names, issued: citation.work.issued ?? issued });
    return { ...citation, start: 0 };
  }
  if (HAN.test(text.charAt(at))) return undefined;
  const isQuoted = /[“"]/u.test(text.charAt(at)) && note.closing.has(at);
  const end = isQuoted ? (note.closing.get(at) ?? at) + 1 : endOfTitle(note, at);
  const printed = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  const { title, edition } = withoutEdition(printed.replace(/[.\s]+$/u, ''));
  if (title === '') return undefined;
  const known: Field[] = issued
    ? [{ type: 'date', value: year ?? '', date: issued, start: at, end: at, isAfterStop: false }]
    : [];
  const behind = text.charAt(end) === '.' ? end + 1 : end;
  const fields = cutFields(note, behind, text.length, true, known);
  const isPart = fields.some(({ type }) => type === 'volume' || type === 'issue' || type === 'within');
  const citation = workOfEn(
    {
      start: 0,
      names: people,
      role: /ed/i.test(ROLE.exec(written)?.groups?.['role'] ?? '') ? 'editor' : 'author',
      title,
      isQuoted: isQuoted || isPart,
    },
    fields,
    end,
  );
  if (edition !== undefined) citation.work.edition ??= edition;
  return citation;
}

function namesOf(written: string): Names | undefined {
  if (HAN.test(written)) {
    const names = readHanNames(written);
    return names.names.every((name) => 'family' in name || name.literal.length < 20) ? names : undefined;
  }
  const parts = written.split(/\s*[,;]\s*(?:and |& )?|\s+(?:and|&)\s+/u).filter((part) => part !== '');
  const named = parts.every((part) => looksLikeName(part) || INITIALS.test(part));
  return named ? readLatinNames(written, true) : undefined;
}

const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;

/** A title without marks ends at its first stop, or behind its question. */
function endOfTitle({ text }: NoteText, from: number): number {
  for (let pos = from; pos < text.length; pos++) {
    if (/[?!]/.test(text.charAt(pos)) && /^\s+\p{Lu}/u.test(text.slice(pos + 1, pos + 3))) return pos + 1;
    if (isStop(text, pos)) return pos;
  }
  return text.length;
}

/** Rivers (2nd ed.) */
function withoutEdition(printed: string): { title: string; edition?: string } {
  const open = printed.lastIndexOf('(');
  const found = open > 0 ? matchAt(enEdition, printed, open + 1) : undefined;
  if (!found || !printed.endsWith(')')) return { title: printed };
  const edition = editionNumber(found.groups?.['value']);
  return { title: printed.slice(0, open).trim(), ...(edition === undefined ? {} : { edition }) };
}
