import { findAddresses, type Address } from './read-url.ts';

/** A note’s text with its paired marks and its URLs. */
export interface NoteText {
  /** The normalised text: full-width Latin letters, digits and punctuation are ASCII, at the same offsets. */
  text: string;
  /** The offset of the closing mark by that of the opening one; unpaired marks are absent. */
  closing: Map<number, number>;
  /** URLs by their offsets. */
  addresses: Map<number, Address>;
}

const PARTNER: Record<string, string> = {
  '》': '《',
  '〉': '〈',
  '”': '“',
  ')': '(',
  ']': '[',
  '】': '【',
  '〕': '〔',
  '］': '［',
  '」': '「',
  '』': '『',
};
const OPENING = new Set(Object.values(PARTNER));

/** Text layers may contain full-width Latin letters, digits and the punctuation between them, and other hyphens. */
const legible = (printed: string): string =>
  printed
    .replace(/(?<=\p{L})[\u2010\u2011](?=\p{L})/gu, '-')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, narrow)
    .replace(/(?<=[A-Za-z\d.)）\s])[．：（）－＆](?=[A-Za-z\d\s“().,，;；：（）]|$)/gu, narrow);

const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

export function scanNote(printed: string): NoteText {
  const text = legible(printed);
  const addresses = new Map(findAddresses(text).map((address) => [address.start, address]));
  const closing = new Map<number, number>();
  const open: number[] = [];
  const waiting: Record<string, number> = {};
  let quote = -1;
  for (let i = 0; i < text.length; i++) {
    const address = addresses.get(i);
    if (address) {
      i = address.end - 1;
      continue;
    }
    const mark = text.charAt(i).replace('（', '(').replace('）', ')');
    const partner = PARTNER[mark];
    if (mark === '"') {
      if (quote >= 0) closing.set(quote, i);
      quote = quote >= 0 ? -1 : i;
    } else if (OPENING.has(mark)) {
      open.push(i);
      waiting[mark] = (waiting[mark] ?? 0) + 1;
    } else if (partner !== undefined && (waiting[partner] ?? 0) > 0) {
      // Marks that are still open inside the pair have no partner.
      for (let opened = open.pop(); opened !== undefined; opened = open.pop()) {
        const kind = text.charAt(opened).replace('（', '(');
        waiting[kind] = (waiting[kind] ?? 0) - 1;
        if (kind === partner) {
          closing.set(opened, i);
          break;
        }
      }
    } else if (mark === '‘') {
      const end = endOfSingleQuote(text, i);
      if (end !== -1) closing.set(i, end);
    }
  }
  return { text, closing, addresses };
}

/** The most characters in a title in single quotation marks. */
const MAX_TITLE = 300;

/**
 * A title in single quotation marks ends where a comma or full stop is next to the mark; other such marks are
 * apostrophes.
 */
function endOfSingleQuote(text: string, start: number): number {
  const inside = text.slice(start + 1, start + MAX_TITLE);
  const end = inside.search(/[,.?!]’|’(?=[,.;)，；。]|$)/);
  const stop = inside.search(/[“”‘]/);
  if (end === -1 || (stop !== -1 && stop < end)) return -1;
  return start + 1 + end + (inside.charAt(end) === '’' ? 0 : 1);
}

/** The offset after the next unit: a character, a URL, or a pair of marks with its contents. */
export function stepOver(note: NoteText, offset: number): number {
  const address = note.addresses.get(offset);
  if (address) return Math.max(address.end, offset + 1);
  const closed = note.closing.get(offset);
  return closed === undefined ? offset + 1 : closed + 1;
}
