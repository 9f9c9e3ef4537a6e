import {
  dayOfCopying,
  entryName,
  entryNameElsewhere,
  firstSegment,
  lastSegment,
  type EditionRecord,
  type QuotationRecord,
} from '../exchange/edition-record.ts';
import { isChicago, isEnglish, type CitationStyle } from '../model/citation-style.ts';
import { entryIn } from '../model/entry-in.ts';
import { HAN, isChinese, isWrittenInHan } from '../model/language.ts';
import { bare, openedIn, quotationsWithin } from '../model/quoted-words.ts';
import { sentencesOf } from '../model/sentences.ts';
import { escapeXml } from '../model/xml.ts';
import { askFile } from './ask-file.ts';
import { fill } from './fill.ts';
import { handedOn } from './full-address.ts';
import { paperAt } from './paper-at.ts';
import { apartFromStop, isBlock, isTabular, setQuotation } from './set-quotation.ts';
import { abstractLast, recordOfSegment, type Selected } from './selected.ts';
import { today } from './today.ts';
import { toldApart } from './told-apart.ts';
import { askWords } from './words.ts';

/** The citation data of a quoted page. */
export interface Known {
  editions: Record<string, EditionRecord & { language: string; role?: string; units?: Unit[] }>;
}
interface Unit {
  index: number;
  text: string;
}

/** A text in both formats that are copied. */
export interface Quotation {
  plain: string;
  html: string;
}

type Footnote = EditionRecord['footnotes'][number];

/** Citation data with the sentences of its page, if known. */
type Said = EditionRecord & { units?: Unit[] };

/** Fetches the citation data of a page. Throws if it is not available. */
export const askRecord = (file: string): Promise<Known> => askFile(file) as Promise<Known>;

/** The citation data of a selection; undefined if it is not citable. */
export const askKnown = async ({ record }: Selected): Promise<Known | undefined> =>
  record === undefined ? undefined : askRecord(record);

/** The citation data of a selection, which may differ from that of its page’s text. */
export function saidOf({ edition, part, work = '-' }: Selected, known: Known | undefined): Said | undefined {
  const said = known?.editions[edition];
  return said && { ...said, ...said.works?.[work], ...(part && said.parts?.[part]) };
}

/** Words that are within quotation marks of their text, without these marks; undefined for any other words. */
function quotedWords(
  { before, words, isReference }: Selected,
  [open = '“', close = '”']: string[],
): string | undefined {
  if (open === close || isReference) return undefined;
  const count = (text: string, mark: string): number => text.split(mark).length - 1;
  if (words.startsWith(open) && words.endsWith(close)) {
    const within = words.slice(open.length, -close.length);
    return within.includes(open) || within.includes(close) ? undefined : within;
  }
  return count(before, open) > count(before, close) && !words.includes(close) ? words : undefined;
}

/**
 * Where selected words are from, if known: they are a name that the paper gives, or a quotation of the page or the
 * beginning of one.
 */
function quotationOf(
  selected: Selected,
  { quotations = [], quotes }: EditionRecord,
): QuotationRecord | undefined {
  const name = quotations.find((one) => one.isName && bare(one.words) === bare(selected.words));
  if (name) return name;
  const within = quotedWords(selected, quotes);
  if (within === undefined || bare(within) === '') return undefined;
  const isWhole = within !== selected.words;
  const words = bare((isWhole ? '' : (openedIn(selected.before, quotes) ?? '')) + within);
  const all = quotations.filter(
    (one) =>
      (isWhole ? bare(one.words) === words : bare(one.words).startsWith(words)) &&
      (selected.entry === undefined || one.entry === undefined || one.entry === selected.entry.id),
  );
  return all.find(({ unit }) => unit === selected.units[0]) ?? all[0];
}

/** Words to be quoted, with what is known of them if they are the selected ones. */
interface Quoted {
  text: string;
  selected: Selected;
  said: Said;
  isSelected: boolean;
  /** Where they are from, if they are from elsewhere. */
  source?: QuotationRecord | undefined;
  /** The words without their marks, if they are within quotation marks of their text. */
  within?: string | undefined;
}

function asQuoted(text: string, selected: Selected, said: Said): Quoted {
  const given = { text, selected, said };
  if (text !== selected.words) return { ...given, isSelected: false };
  const within = quotedWords(selected, said.quotes);
  return { ...given, isSelected: true, source: quotationOf(selected, said), within };
}

/**
 * One line that says whose wording it is: that of a selection, or of the same passage in another edition. It names
 * sources in a style, by default the usual one.
 */
export function creditOf(
  selected: Selected,
  said: EditionRecord,
  text = selected.words,
  style = said.footnotes[0]?.style,
): string {
  const { credit, creditOfQuoted, creditOfInner = '', quotes } = said;
  const { isSelected, source, within } = asQuoted(text, selected, said);
  if (source) return source.credit;
  if (creditOfQuoted && within !== undefined) return creditOfQuoted;
  const hasInner =
    !selected.isReference && (within !== undefined || quotes.slice(0, 2).some((mark) => text.includes(mark)));
  return hasInner && creditOfInner !== ''
    ? asSentences([credit, ...innerCredits(text, isSelected ? selected.before : '', said, style)])
    : credit;
}

/** Whose words are quoted within a selection: the sources that are known, and whether there are others. */
function innerCredits(
  text: string,
  before: string,
  { quotations = [], quotes, ...credits }: EditionRecord,
  style: CitationStyle | undefined,
): string[] {
  const { creditOfInner = '', creditOfSources = '', creditOfAuthors = '', creditOfOthers = '' } = credits;
  const recordOf = (isIt: (words: string) => boolean): QuotationRecord | undefined =>
    quotations.find((one) => (one.inner !== undefined || one.isAuthors) && isIt(bare(one.words)));
  const { head, tail } = cutQuotations(text, before, quotes);
  const all = [
    ...(head === '' ? [] : [recordOf((words) => words.endsWith(bare(head)))]),
    ...quotationsWithin(text.slice(head.length), quotes).map((words) =>
      recordOf((own) => own === bare(words)),
    ),
    ...(tail === '' ? [] : [recordOf((words) => words.startsWith(bare(tail)))]),
  ];
  const sources = [...new Set(all.flatMap((one) => (style && one?.inner?.[inNotes(style)]) ?? []))];
  const isHan = HAN.test(creditOfSources);
  const [open = '“', close = '”'] = quotes;
  const authors = [
    ...new Set(all.flatMap((one) => (one?.isAuthors ? [open + firstOf(one.words) + close] : []))),
  ];
  const named = [
    ...(authors.length > 0 ? [fill(creditOfAuthors, authors.join(isHan ? '、' : ', '))] : []),
    ...(sources.length > 0 ? [fill(creditOfSources, sources.join(isHan ? '；' : '; '))] : []),
  ];
  return named.length === 0
    ? [creditOfInner]
    : [...named, ...(all.includes(undefined) ? [creditOfOthers] : [])];
}

/** The style in which a line below a quotation names sources: for author and date, that of the family with notes. */
const inNotes = (style: CitationStyle): CitationStyle =>
  style === 'gbt-author-date' ? 'gbt-2015' : isChicago(style) ? 'chicago' : style;

/** The words themselves, or the beginning of many. */
const firstOf = (words: string): string =>
  words.length > MANY ? `${words.slice(0, MANY - 4).trimEnd()}…` : words;
const MANY = 24;

/** The end of a quotation with which a selection begins, and the beginning of one with which it ends. */
function cutQuotations(text: string, before: string, quotes: string[]): Record<'head' | 'tail', string> {
  const [open = '“', close = '”'] = quotes;
  const end = text.indexOf(close);
  const opened = text.indexOf(open);
  const isCut = openedIn(before, quotes) !== undefined && end >= 0 && (opened < 0 || end < opened);
  const head = isCut ? text.slice(0, end) : '';
  return { head, tail: openedIn(text.slice(head.length + (isCut ? close.length : 0)), quotes) ?? '' };
}

/**
 * The address of the sentence or heading at which a selection begins, in the release that contains its present text, if
 * there is one.
 */
export function addressOf(
  { segments: [first = ''], anchor = '', units: [unit] }: Selected,
  said: EditionRecord,
): string {
  const id = /^\d/.test(first) ? `p${first}` : first || anchor;
  const inUnit = unit === undefined ? '' : `-${unit}`;
  return said.text && first
    ? said.text + inUnit
    : id
      ? `${said.address.replace(/#.*/, '')}#${id}${inUnit}`
      : said.address;
}

/**
 * The words in quotation marks, a footnote in a style with the sentence’s address, and whose words they are. `local` is
 * the template for an address that nobody else can open.
 */
export function quote(
  text: string,
  selected: Selected,
  said: Said,
  style: CitationStyle,
  {
    number = 1,
    place = selected.place,
    units = selected.units,
    local = '{}',
    footnote,
  }: {
    number?: number;
    place?: string;
    units?: Selected['units'];
    local?: string | undefined;
    footnote?: Footnote | undefined;
  } = {},
): Quotation {
  const of = asQuoted(text, selected, said);
  const { source } = of;
  const cited = footnote ?? footnoteOf(source ?? said, style);
  const address = handedOn(addressOf(selected, said));
  const [reference = '', ...list] = [referenceTo(of, style, cited, units), ...(cited?.entries ?? [])].map(
    (one) => filledIn(one, of, style, address),
  );
  // The reference to a heading already has its printed page.
  const isPlaced = selected.segments.length > 0 || selected.anchor === undefined;
  const placed = isPlaced && (source?.isBeyondPaper ? selected.passage : place);
  const at = placed || (source?.place ?? said.place ?? '');
  const isLinked = [reference, ...list].some((one) => one.includes(escapeXml(address)));
  const remarks = [
    escapeXml(asSentences([creditOf(selected, said, text, style), at])),
    // Once, below the first of several quotations.
    ...(number === 1 ? (cited?.beside ?? []) : []),
    isLinked ? '' : escapeXml(address.startsWith('/') ? fill(local, address) : address),
  ].filter(Boolean);
  return cited?.entries
    ? layOut(of, style, reference, [list, remarks])
    : layOut(of, style, number, [[`[${number}] ${reference}`, ...list], remarks]);
}

/** A footnote or in-text citation with the printed pages, sentences and paragraph of the words. */
function referenceTo(
  { text, selected, said, isSelected, source, within }: Quoted,
  style: CitationStyle,
  { note = '', quoted: noteInText, paper = '' }: Partial<Footnote> = {},
  units: Selected['units'],
): string {
  const { segments, part, pages, entry, paragraph } = selected;
  const isPapers = within !== undefined || part === 'heading' || part === 'title';
  const ofPaper = isPapers ? (source ? note : noteInText) : undefined;
  const atPages = pages === '' ? undefined : said.atPages?.[style];
  const paperThere = atPages ? paperAt(atPages, pages, style) : paper;
  const whole = ofPaper ?? note;
  const words = isSelected ? text : '';
  const there = segments.length === 1 ? withSentences(whole, said, style, units, words) : whole;
  const inFull = ofPaper === undefined ? paperThere : withoutEnd(paperThere);
  return withParagraph(
    there.replace('{paper}', () => inFull),
    style,
    entry ? undefined : paragraph,
  );
}

/** A reference with the address of the words, which are a sentence of the page, and what the page leaves open. */
function filledIn(text: string, { selected, said }: Quoted, style: CitationStyle, address: string): string {
  const { listed, segments } = selected;
  return (
    text
      .replaceAll(said.address, () => escapeXml(address))
      .replaceAll(dayOfCopying, today())
      .replace(SPAN, (span) =>
        !listed ? span : span.includes('—') ? listed.names : abstractLast(segments).join(', '),
      )
      .replaceAll(NAMED, (at, behind: string) => {
        const name = nameOf(selected, said, at.startsWith(entryNameElsewhere));
        const shown = entryIn(style, name) + behind;
        // An English reference has it inside in a Chinese journal, too.
        const isInside = isEnglish(style) || (style === 'journal' && !HAN.test(shown));
        return isInside ? shown.replace(BEFORE_COMMA, ',$1') : shown;
      })
      // In English, a full stop and a comma go inside quotation marks, such as those of the entry’s name; GB/T has
      // marks of its own.
      .replace(BEFORE_STOP, isEnglish(style) || style === 'journal' ? '.$1' : '$&')
      .replace(firstSegment, segments[0] ?? '')
      .replace(lastSegment, segments.at(-1) ?? '')
  );
}

/** Quoted words with a citation in the text or the number of a note, and the lines of HTML below them. */
function layOut(
  { text, said, within }: Quoted,
  style: CitationStyle,
  citation: string | number,
  below: string[][],
): Quotation {
  const isInText = typeof citation === 'string';
  const isSetOff = isBlock(text, style);
  const shown = within ?? text;
  const [words, stop] = isInText && !isSetOff ? apartFromStop(shown, style) : [shown, ''];
  const paragraphs = setQuotation(words, style, said.quotes, within !== undefined);
  const mark = isInText ? citation : `<sup>[${citation}]</sup>`;
  const space = isInText && !textOf(mark).startsWith('（') ? ' ' : '';
  const behind = (i: number): string => (i < paragraphs.length - 1 ? '' : space + mark + stop);
  const body = isTabular(text)
    ? `<table>${paragraphs.map((one, i) => rowOf(one, behind(i))).join('')}</table>`
    : paragraphs.map((one, i) => `<p>${escapeXml(one)}${behind(i)}</p>`).join('');
  const blocks = below.filter(({ length }) => length > 0);
  return {
    plain: [
      paragraphs.join('\n') + space + textOf(mark) + stop,
      ...blocks.map((lines) => lines.map(textOf).join('\n')),
    ].join('\n\n'),
    html:
      (isSetOff ? `<blockquote>${body}</blockquote>` : body) +
      blocks.map((lines) => `<p>${lines.join('<br>')}</p>`).join(''),
  };
}

/** What a reference calls the entry of a page, or the heading, row or cell, that is selected. */
export function nameOf(
  { entry, spots, sections, under }: Selected,
  { places = {} }: EditionRecord,
  isElsewhere: boolean,
): string {
  if (entry) return isElsewhere ? entry.elsewhere : entry.name;
  const all = [...spots, ...(sections ? ['sections'] : []), ...(under === undefined ? [] : ['under'])];
  const names = all.flatMap((spot) => {
    const [own, elsewhere = own] = places[spot === 'under' ? (under ?? '') : spot] ?? places[spot] ?? [];
    const [first, last] = sections ?? [under];
    const name = isElsewhere ? elsewhere : own;
    return name === undefined ? [] : fill(name, first ?? '', last ?? '');
  });
  return names.join(HAN.test(names.join('').replace(/“.*?”/gu, '')) ? '' : ', ');
}
/** Closing quotation marks, also of a quotation at the end of another, before a comma or the last full stop. */
const BEFORE_COMMA = /((?:(?<=‘[^‘”]*)’)?”(?:<[^<>]*>)*),/g;
const BEFORE_STOP = /((?:(?<=‘[^‘”]*)’)?”)\.(?=(?:<\/\w+>)*$)/;

/** A placeholder for that name, and a comma behind it. */
const NAMED = new RegExp(`[${entryName}${entryNameElsewhere}]((?:<[^<>]*>)*,?)`, 'g');

/** A row of a table, with something behind its last cell. */
const rowOf = (row: string, behind: string): string =>
  `<tr>${row
    .split('\t')
    .map((cell, i, { length }) => `<td>${escapeXml(cell)}${i < length - 1 ? '' : behind}</td>`)
    .join('')}</tr>`;

/** A reference that is followed by another: without its full stop or closing parenthesis. */
const withoutEnd = (html: string): string => html.replace(/[.。)）]([⁰¹²³⁴-⁹⁻]*(?:<\/\w+>)*)$/, '$1');

/** The footnote in a style, or else in the usual style of the language. */
const footnoteOf = (
  { footnotes }: Pick<EditionRecord, 'footnotes'>,
  style: CitationStyle,
): Footnote | undefined => footnotes.find((one) => one.style === style) ?? footnotes[0];

const yearOf = ({ record }: EditionRecord): number | undefined =>
  (record as { issued?: { 'date-parts'?: number[][] } }).issued?.['date-parts']?.[0]?.[0];

const SPAN = new RegExp(`${firstSegment}.*?${lastSegment}`);

/** APA gives the paragraph of a quotation in a section; the other styles cite a section as a whole. */
const withParagraph = (note: string, style: CitationStyle, number: number | undefined): string =>
  style === 'apa' && number !== undefined ? note.replace(/(?<=[”\]] section)/, `, para. ${number}`) : note;

/** Names the sentences of selected words after the passage, unless they are all of it, in styles that number them. */
function withSentences(
  note: string,
  { sentences = {}, units = [] }: Said,
  style: CitationStyle,
  [from, to = from]: Selected['units'],
  words: string,
): string {
  const [place = '', one = '', several = ''] = sentences[style] ?? [];
  const all = sentencesOf(units, [units[0]?.index ?? 0, units.at(-1)?.index]);
  const own = from === undefined ? undefined : sentencesOf(units, [from, to], words);
  const at = note.lastIndexOf(place);
  if (place === '' || !own || !all || at < 0 || own.join() === all.join()) return note;
  const [first, last] = own;
  const end = at + place.length;
  const behind = fill(first === last ? one : several, first, last);
  return note.slice(0, end) + behind + note.slice(end);
}

/** Joins lines as sentences, which end according to their language. */
const asSentences = (lines: string[]): string =>
  lines
    .filter(Boolean)
    .map((line) => (/[.。]$/.test(line) ? line : line + (HAN.test(line) ? '。' : '.')))
    .map((line) => line.charAt(0).toUpperCase() + line.slice(1))
    .join(' ')
    .replaceAll('。 ', '。');

const textOf = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent;

/** The selected words, and the corresponding sentences of every other edition, each with its own footnote. */
export async function quoteInAll(selected: Selected, style: CitationStyle): Promise<Quotation> {
  const { edition, segments } = selected;
  const records = await Promise.all(segments.map((id) => askRecord(recordOfSegment(id))));
  const known = await askKnown(selected);
  if (!known) throw new Error('Nothing is selected of the text');
  const others = Object.keys(known.editions).filter((id) => id !== edition);
  const spoken = await Promise.all([edition, ...others].map((id) => askWords(id)));
  const cited = [edition, ...others].flatMap((id, i) => {
    const said = saidOf({ ...selected, edition: id }, known);
    const text =
      id === edition
        ? selected.words
        : records.map((record, at) => counterpart(record, selected, id, at)).join('\n');
    const own = styleIn(known.editions[id]?.language, style);
    const quotation = said && id === edition ? quotationOf(selected, said) : undefined;
    const footnote = said && footnoteOf(quotation ?? said, own);
    // The place is in the language of the selected words.
    const place = id === edition ? selected.place : '';
    const { local } = spoken[i]!.select;
    const units: Selected['units'] =
      id === edition || areAligned(known.editions[edition], known.editions[id])
        ? selected.units
        : [undefined, undefined];
    return footnote && text
      ? [{ said, text, footnote, style: own, year: yearOf(said), place, units, local }]
      : [];
  });
  const footnotes = toldApart(cited);
  const quotations = cited.map(({ said, text, style: own, ...more }, i) =>
    quote(text, selected, said, own, { ...more, footnote: footnotes[i], number: i + 1 }),
  );
  return {
    plain: quotations.map(({ plain }) => plain).join('\n\n'),
    html: quotations.map(({ html }) => html).join(''),
  };
}

/**
 * The style for one of several editions that are quoted together: that of Chinese journals prints the paper in Chinese
 * after an edition’s own words, so an edition in another language has Chicago’s notes.
 */
const styleIn = (language: string | undefined, style: CitationStyle): CitationStyle =>
  style === 'journal' && !isChinese(language ?? '') ? 'chicago' : style;

/** Whether the sentences of two editions correspond by their numbers. */
const areAligned = (one: Known['editions'][string] | undefined, other: typeof one): boolean =>
  one?.role !== 'original' &&
  other?.role !== 'original' &&
  (one?.units ?? []).length === (other?.units ?? []).length;

/** The text of another edition for the selected units of a passage: all of it if the units do not correspond. */
function counterpart(
  { editions }: Known,
  { edition, units, segments, listed }: Selected,
  other: string,
  at: number,
): string {
  const [own, there] = [editions[edition], editions[other]];
  const all = there?.units ?? [];
  const [first = 1, last = Infinity] = listed?.places[at]?.units ?? [
    at === 0 ? units[0] : undefined,
    at === segments.length - 1 ? units[1] : undefined,
  ];
  const shown = areAligned(own, there) ? all.filter(({ index }) => first <= index && index <= last) : all;
  return shown.map(({ text }) => text).join(isWrittenInHan(there?.language ?? '') ? '' : ' ');
}
