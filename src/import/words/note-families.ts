import { ordinal } from './paper-words.ts';

/** A way in which papers number their notes. */
export interface NoteFamily {
  id: string;
  /** A mark anywhere in a text; its first group is the number, or the whole match if there is no group. */
  mark: RegExp;
  value: (written: string) => number;
}

const from = (first: number, offset: number) => (written: string) => written.charCodeAt(0) - first + offset;

/** Unicode has circled numbers in three blocks: 1–20, 21–35, 36–50. */
export function circledNumber(written: string): number {
  const code = written.charCodeAt(0);
  if (code <= 0x2473) return code - 0x2460 + 1;
  return code <= 0x325f ? code - 0x3251 + 21 : code - 0x32b1 + 36;
}

export const circledSign = (number: number): string =>
  String.fromCharCode(number + (number <= 20 ? 0x2460 - 1 : number <= 35 ? 0x3251 - 21 : 0x32b1 - 36));

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export const noteFamilies: NoteFamily[] = [
  { id: 'circled', mark: /[①-⑳㉑-㉟㊱-㊿]/g, value: circledNumber },
  { id: 'negative circled', mark: /[❶-❿]/g, value: from(0x2776, 1) },
  { id: 'parenthesised', mark: /[⑴-⒇]/g, value: from(0x2474, 1) },
  { id: 'tortoise', mark: /〔\s?(\d{1,3})\s?〕/g, value: Number },
  { id: 'square', mark: /[[［]\s?(\d{1,3})\s?[\]］]/g, value: Number },
  {
    id: 'superscript',
    mark: /[⁰¹²³⁴-⁹]{1,3}/g,
    value: (written) => Number([...written].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')),
  },
];

/** Word processors’ numbering of endnotes. */
export const romanNumber: NoteFamily = {
  id: 'roman',
  mark: /(?<![\p{L}\d])([ivxl]{1,8})(?=[\s.．])/gu,
  value: (written) => ordinal(written) ?? 0,
};

/** A mark in a text, with offsets in UTF-16 code units. */
export interface MarkAt {
  start: number;
  end: number;
  number: number;
}

export const findMarks = (text: string, { mark, value }: NoteFamily): MarkAt[] =>
  [...text.matchAll(mark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    number: value(match[1] ?? match[0]),
  }));

/**
 * The label at the beginning of a text, including the space after it. A text layer that writes marks as superscripts
 * may have plain numbers at the notes.
 */
export function labelOf(text: string, family: NoteFamily): { number: number; length: number } | undefined {
  const head = text.slice(0, 12);
  const plain = family.id === 'superscript' ? /^(\d{1,3})\s+(?=[\p{L}“"'])/u.exec(head) : null;
  if (plain) return { number: Number(plain[1]), length: plain[0].length };
  const [first] = findMarks(head, family);
  if (first?.start !== 0) return undefined;
  return { number: first.number, length: first.end + (/^\s*/.exec(text.slice(first.end))?.[0].length ?? 0) };
}

/** The numbers of the labels after the first, if one note has several: ②③, [7][8]. */
export function furtherLabels(text: string, from: number): { also: number[]; labelLength: number } {
  const also: number[] = [];
  for (let labelLength = from; ;) {
    const sign = /^(?:[①-⑳㉑-㉟㊱-㊿]|[〔[［]\s?\d{1,3}\s?[\]］〕])[\s.．、]*/.exec(text.slice(labelLength));
    if (!sign) return { also, labelLength };
    also.push(Number(/\d+/.exec(sign[0])?.[0] ?? circledNumber(sign[0])));
    labelLength += sign[0].length;
  }
}

/** The label of a text that an editor declared a note, of any family or a plain number. */
export function noteLabel(text: string): { number: number; length: number } | undefined {
  const found = noteFamilies.map((family) => labelOf(text, family)).find((label) => label !== undefined);
  const plain = /^(\d{1,3})[.．、)]?\s*(?=\S)/.exec(text);
  return found ?? (plain ? { number: Number(plain[1]), length: plain[0].length } : undefined);
}
