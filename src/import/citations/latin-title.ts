import { HAN } from '../../model/language.ts';
import { endsPart, FIELD_AHEAD, isFieldBracket } from './latin-fields.ts';
import { stepOver, type NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { CITED_PAGES } from './printed-pages.ts';

export interface Title {
  title: string;
  isQuoted: boolean;
  end: number;
}

/** A title in quotation marks. */
export function quotedTitle({ text, closing }: NoteText, at: number, high: number): Title | undefined {
  const close = /[“"‘„]/u.test(text.charAt(at)) ? closing.get(at) : undefined;
  if (close === undefined || close >= high || close - at < 3 || close - at > MAX_TITLE) return undefined;
  const inside = text.slice(at + 1, close);
  if (!/^[\s‘'“]*[\p{L}\p{N}¿¡]/u.test(inside) || (HAN.test(inside) && !/[,，]$/u.test(inside)))
    return undefined;
  if (HAN.test(text.charAt(close + 1)) || HAN.test(inside.charAt(0))) return undefined;
  // If lower case follows, the quotation was part of a title.
  if (
    /^ (?!in\b|ed\b|edited|trans|pp?\b|no\b|vol\b|at\b|paper\b)\p{Ll}/u.test(text.slice(close + 1, close + 9))
  )
    return undefined;
  return { title: inside, isQuoted: true, end: close + 1 };
}

/** The most characters in a title; a longer text in quotation marks is a quoted passage. */
const MAX_TITLE = 320;

/** Every possible end of a title without quotation marks, with its cost. */
export function titlesAt(
  note: NoteText,
  at: number,
  high: number,
  mark: string,
): (Title & { cost: number })[] {
  const { text } = note;
  const titles: (Title & { cost: number })[] = [];
  let stops = 0;
  const add = (end: number, cost: number): void => {
    const title = text.slice(at, end).trim();
    if (/^[\p{L}\p{N}¿¡'‘’“"(„―]/u.test(title) && /\p{L}{2}/u.test(title))
      titles.push({ title, isQuoted: false, end, cost: cost + stops * 0.4 });
  };
  // If a full stop ends the names, a comma seldom ends the title.
  const comma = mark === ',' || mark === '' ? 0 : 1.5;
  const last = Math.min(high, at + MAX_TITLE);
  const isEnd = (pos: number): boolean =>
    /[;《]/u.test(text.charAt(pos)) ||
    (text.charAt(pos) === '“' && !isWithinTitle(note, pos)) ||
    note.addresses.has(pos);
  let pos = at + 1;
  for (; pos < last && !isEnd(pos); pos = stepOver(note, pos)) {
    const char = text.charAt(pos);
    // The Making of the “Harbour State,” in …: the comma stands inside the marks.
    if (/[,，]”/u.test(text.slice(pos - 2, pos)) && char === ' ') add(pos, 0);
    const isAsked = /^[?!]\s+[\p{Lu}(]/u.test(text.slice(pos, pos + 4));
    const isStopped = isAsked || endsPart(text, pos) || text.startsWith('. Retrieved from', pos);
    const gap = /^[,，.?!]\s+/u.exec(text.slice(pos, pos + 3))?.[0].length ?? 0;
    const isAhead = gap > 0 && matchAt(FIELD_AHEAD, text, pos + gap) !== undefined;
    if (isStopped) add(isAsked ? pos + 1 : pos, text.slice(pos + 1, high).trim() === '' ? 2 : 0);
    else if (/[,，]/u.test(char)) add(pos, isAhead ? 0 : comma);
    else if (char === ' ' && text.charAt(pos + 1) === '[') add(pos, -0.5);
    else if (char === ' ' && matchAt(CITED_PAGE, text, pos))
      add(pos, /\s\S+\s/u.test(text.slice(at, pos)) ? 0.1 : 0.3);
    else if (char === ' ' && isFieldBracket(note, pos + 1)) add(pos, 0.2);
    if (isAhead) return titles;
    if (isStopped) stops++;
  }
  add(pos, pos < last ? 0 : 2);
  return titles;
}

/** True for marks around words of a title, before which no punctuation ends a title: Salt in the “Harbour State”. */
const isWithinTitle = ({ text, closing }: NoteText, at: number): boolean =>
  closing.has(at) && /[\p{L}\p{N}] $/u.test(text.slice(at - 2, at));

/** The page of a book in the style of law reviews: Seas 84 (2d ed. 2023). */
const CITED_PAGE = new RegExp(` ${CITED_PAGES}`, 'uy');
