import { dayOfCopying, type EditionRecord } from '../model/edition-record.ts';
import { askFile } from './ask-file.ts';
import { handedOn, putAddress, withoutOwnLinks } from './full-address.ts';
import { inMarks } from './quotation-marks.ts';
import type { Selected } from './selected.ts';
import { today } from './today.ts';

/** What is known of a page that is quoted. */
export interface Known {
  editions: Record<string, EditionRecord & { language: string; role?: string; units?: Unit[] }>;
}
interface Unit {
  index: number;
  text: string;
}

/** A text in both forms in which it is copied. */
export interface Quotation {
  plain: string;
  html: string;
}

/** How a page is cited. Throws where that cannot be had. */
export const askRecord = (file: string): Promise<Known> => askFile(file) as Promise<Known>;

/** The address of the sentence with which a selection begins, in the release that has it as it is, as it can be handed on. */
export function addressOf({ segments: [first = ''], units: [unit] }: Selected, said: EditionRecord): string {
  const id = /^\d/.test(first) ? `p${first}` : first;
  const inUnit = unit === undefined ? '' : `-${unit}`;
  const place = said.text ? said.text + inUnit : first ? `${said.address}#${id}${inUnit}` : said.address;
  return handedOn(place);
}

/** A footnote with the day on which it is copied, and another address in place of its own. */
export const footnoteToday = (html: string, address: string, instead: string): string =>
  putAddress(html, address, instead).replaceAll(dayOfCopying, today());

/** The words in quotation marks, a footnote in a style that leads to the sentence, and whose words they are. */
export function quote(
  words: string,
  selected: Selected,
  said: EditionRecord,
  style: string,
  { number = 1, place = selected.place } = {},
): Quotation {
  const address = addressOf(selected, said);
  const footnote = said.footnotes.find((one) => one.style === style) ?? said.footnotes[0];
  const { html = '', paper, inText, paperInText, through: template } = footnote ?? {};
  const atPages = said.atPages?.[selected.pages]?.[footnote?.style ?? ''];
  const credit = escape(
    ended([said.credit, place].filter(Boolean).join(said.credit.endsWith('。') ? '' : ' ')),
  );
  // The reference leads to the page: what is quoted is a sentence of it.
  const dated = (reference: string): string =>
    withoutOwnLinks(footnoteToday(reference, said.address, escape(address)));
  const link =
    said.local !== undefined && address.startsWith('/') ? said.local.replace('{}', address) : address;
  const addressIn = (note: string): string[] => (note.includes(escape(address)) ? [] : [escape(link)]);
  const quoted = inMarks(words, said.quotes);
  const blockquote = `<blockquote>${escape(quoted).replaceAll('\n', '<br>')}`;
  if (inText !== undefined) {
    const of =
      paper === undefined
        ? (atPages ?? inText)
        : throughInText(template, { paper: atPages ?? paperInText ?? '', own: inText });
    const entries = [dated(html), ...(paper === undefined ? [] : [paper])];
    const lines = [...entries, ...addressIn(entries.join(' ')), credit];
    return {
      plain: [`${quoted} ${textOf(of)}`, '', ...lines.map(textOf)].join('\n'),
      html: `${blockquote} ${of}</blockquote><p>${lines.join('<br>')}</p>`,
    };
  }
  const note = dated(
    paper === undefined ? (atPages ?? html) : through(template, { paper: atPages ?? paper, own: html }),
  );
  const lines = [...addressIn(note), credit];
  return {
    plain: [`${quoted}[${number}]`, '', `[${number}] ${textOf(note)}`, ...lines.map(textOf)].join('\n'),
    html: `${blockquote}<sup>[${number}]</sup></blockquote><p>[${number}] ${note}<br>${lines.join('<br>')}</p>`,
  };
}

/** The wording, which is what is quoted, and the paper that it restates, in one sentence. */
export function through(both = '{own} {paper}', parts: { paper: string; own: string }): string {
  const own = parts.own.replace(/[.。](<\/span>)?$/, '$1');
  return both.replace('{paper}', () => parts.paper).replace('{own}', () => own);
}

/** Both in one pair of parentheses, where a style names the author in the text. */
export function throughInText(both = '{own} {paper}', parts: { paper: string; own: string }): string {
  const within = (html: string): string => escape(textOf(html).replace(/^\((.*)\)/, '$1'));
  return `(${both.replace('{own}', () => within(parts.own)).replace('{paper}', () => within(parts.paper))})`;
}

/** A line as a sentence, which ends as its language does. */
const ended = (line: string): string =>
  /[.。]$/.test(line) ? line : line + (/\p{Script=Han}/u.test(line) ? '。' : '.');

const textOf = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The selected words, and the sentences that correspond to them in each other edition, each with a footnote of its own. */
export async function quoteInAll(selected: Selected, style: string): Promise<Quotation> {
  const { edition, segments } = selected;
  const records = await Promise.all(segments.map((id) => askRecord(`p/${id}.json`)));
  const [first] = records;
  if (!first) throw new Error('Nothing is selected of the text');
  const others = Object.keys(first.editions).filter((id) => id !== edition);
  const quotations = [edition, ...others].flatMap((id, i) => {
    const said = first.editions[id];
    const words =
      id === edition
        ? selected.words
        : records.map((record, at) => counterpart(record, selected, id, at)).join('\n');
    // The place is told in the language of the words that were selected.
    const place = id === edition ? selected.place : '';
    return said && words ? [quote(words, selected, said, style, { number: i + 1, place })] : [];
  });
  return {
    plain: quotations.map(({ plain }) => plain).join('\n\n'),
    html: quotations.map(({ html }) => html).join(''),
  };
}

/** What another edition has for the selected units of a passage: all of it, where its units do not correspond. */
function counterpart(
  { editions }: Known,
  { edition, units, segments }: Selected,
  other: string,
  at: number,
): string {
  const [own, there] = [editions[edition], editions[other]];
  const all = there?.units ?? [];
  const isAligned =
    own?.role !== 'original' && there?.role !== 'original' && own?.units?.length === all.length;
  const from = at === 0 ? (units[0] ?? 1) : 1;
  const to = at === segments.length - 1 ? (units[1] ?? Infinity) : Infinity;
  const shown = isAligned ? all.filter(({ index }) => from <= index && index <= to) : all;
  return shown.map(({ text }) => text).join(/^(?:zh|ja)/.test(there?.language ?? '') ? '' : ' ');
}
