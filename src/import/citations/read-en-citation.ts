import type { NoteText } from './note-text.ts';
import { cutFields, isStop, trimFields } from './read-en-fields.ts';
import { looksLikeName, readLatinNames, type Names } from './read-latin-names.ts';
import type { ParsedCitation } from './parsed-citation.ts';
import { workOfEn } from './work-of-en.ts';
import { enLeadInLength } from './lead-in.ts';

const HAN = /\p{Script=Han}/u;
/** Characters before a title in which its authors are looked for. */
const MAX_AUTHORS = 600;

/** Reads “Title,” and what stands before and behind it. */
export function readEnQuoted(
  note: NoteText,
  titleStart: number,
  low: number,
  high: number,
  familyFirst = false,
): ParsedCitation | undefined {
  const { text } = note;
  const close = note.closing.get(titleStart);
  if (close === undefined || close >= high || close - titleStart < 3) return undefined;
  const inside = text.slice(titleStart + 1, close);
  if (!/^[\s‘']*[\p{L}\p{N}¿¡]/u.test(inside) || (HAN.test(inside) && !/[,，]$/u.test(inside)))
    return undefined;
  if (HAN.test(text.charAt(close + 1)) || HAN.test(inside.charAt(0))) return undefined;
  const start = authorsStart(note, titleStart, low);
  const before = text.slice(start, titleStart);
  // A stop before the title is the style of lists: Smith, John. “Title.”
  const names = namesIn(before, familyFirst || /\p{Ll}{2}\.\s*$/u.test(before.replace(/al\.\s*$/, '')));
  const fields = trimFields(cutFields(note, close + 1, high, true), true);
  const strong = fields.some(({ type }) => type !== 'text' && type !== 'imprint' && type !== 'within');
  const named = names.names.length > 0;
  const endsItself = /[,.?!，]$/u.test(inside.trim()) || /^\s?[,.，]/u.test(text.slice(close + 1));
  if (!endsItself && !strong) return undefined;
  if (fields.length > 0 && /^\s*\p{Ll}/u.test(text.slice(close + 1)) && fields[0]?.type === 'text')
    return undefined;
  if (!named && !strong) return undefined;
  if (!named && !isFree(text, low, start) && !fields.some(({ type }) => /url|volume|issue|doi/.test(type)))
    return undefined;
  return workOfEn(
    { start, names, role: roleBefore(before), title: inside, isQuoted: true },
    fields,
    close + 1,
  );
}

/** True if nothing stands before a citation but the end of a sentence or a word that announces it. */
const isFree = (text: string, low: number, start: number): boolean =>
  /(?:^|[：:；;。.，,]|\b(?:see|also|cf\.|and|in|e\.g\.))\s*$/iu.test(
    text.slice(Math.max(low, start - 12), start),
  );

/** Back from a title to where its authors begin: behind Chinese, a lead-in, or the sentence before. */
function authorsStart(note: NoteText, titleStart: number, low: number): number {
  const { text } = note;
  const bound = Math.max(low, titleStart - MAX_AUTHORS);
  let start = titleStart;
  while (start > bound && !/[\p{Script=Han}。；：》！？\n“”]/u.test(text.charAt(start - 1))) {
    // The stop before a title is that of a list: Smith, John. “Title.”
    if (isStop(text, start - 1) && text.slice(start, titleStart).trim() !== '') break;
    start--;
  }
  const stretch = text.slice(start, titleStart);
  start += enLeadInLength(stretch);
  const rest = text.slice(start, titleStart);
  start += /^(?:[\s,，、;:.)）]|(?:and|also|see|&)\s)*/iu.exec(rest)?.[0].length ?? 0;
  // Prose before the names: they begin behind the last comma that leaves only names.
  const parts = [...text.slice(start, titleStart).matchAll(/[^,，]+/gu)];
  const prose = parts.findLastIndex(([part]) => !NO_NAME.test(part) && !looksLikeName(part));
  if (prose === -1) return start;
  const from = start + (parts[prose + 1]?.index ?? titleStart - start);
  return from + (/^\s*/u.exec(text.slice(from, titleStart))?.[0].length ?? 0);
}

/** Nothing, or a word for what those named before did. */
const NO_NAME = /^\s*(?:\(?(?:eds?\.|trans\.|editors?)\)?\s*)?$/i;
const roleBefore = (written: string): 'author' | 'editor' =>
  /\beds?\.\)?[\s,]*$/i.test(written) ? 'editor' : 'author';

function namesIn(written: string, familyFirst: boolean): Names {
  const list = written
    .replace(/[\s,，]*\(?\b(?:eds?\.|editors?)\)?[\s,，]*$/iu, '')
    .replace(/[\s,，:：]+$/u, '');
  if (list.trim() === '') return { names: [], abridged: false };
  return readLatinNames(
    list.replace(/(?<=\p{L}{2})\.$/u, (stop) => (/al\.$/.test(list) ? stop : '')),
    familyFirst,
  );
}
