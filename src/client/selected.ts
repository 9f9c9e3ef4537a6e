import type { PartRecords } from '../exchange/edition-record.ts';
import { chapterPage, checkPage, notePage, recordFile, segmentPage, withBase } from '../model/urls.ts';
import { fill } from './fill.ts';
import { mainData } from './main-data.ts';
import { wordsOf } from './selected-content.ts';
import {
  BLOCK,
  elementAt,
  inWords,
  textsIn,
  unitAround,
  wholeIn,
  within,
  withoutEdges,
} from './selected-texts.ts';

/** A selection from an edition’s text, or from the editors’ words. */
export interface Selected {
  edition: string;
  /** The part of the page that it is from, if that is cited differently from the page’s text. */
  part: keyof PartRecords | undefined;
  /** The text before it in its sentence or block. */
  before: string;
  /** Whether it is all of one reference, in which quotation marks are those of titles. */
  isReference: boolean;
  /** The key of the work, if it is no more than references in a note; empty if it is several. */
  work: string | undefined;
  /** Only its words: without the numbers of notes and passages, or text of other editions in between. */
  words: string;
  /** The segments that it is from, in order. */
  segments: string[];
  /** The numbers of its first and last unit, if known. */
  units: [number | undefined, number | undefined];
  /** For several segments that are shown without the text between them: a list of their names, and their pages. */
  listed: { names: string; places: ShownSegment[] } | undefined;
  /** The printed pages, as 125, 125-126 or 118,125-126; empty if not known. */
  pages: string;
  /** The entry of an overview that contains it all: its names in its own and in another edition. */
  entry: { id: string; name: string; elsewhere: string } | undefined;
  /** The numbers of the first and last section of the argument that it is from, if it is from several. */
  sections: [string, string] | undefined;
  /** The heading above it, on a page of which no other part is named. */
  under: string | undefined;
  /** The heading, or the row and column, that it is from: keys of the record’s `places`. */
  spots: string[];
  /** The id of a heading or an exhibit in a chapter, of an entry or section of an overview, or of an editors’ note. */
  anchor: string | undefined;
  /** The number of its paragraph in the editors’ account, if a page has one. */
  paragraph: number | undefined;
  /** The file of citation data, from the dossier’s root. */
  record: string | undefined;
  /** A line that says whose wording it is. */
  label: string;
  /** A line with the passage and its printed pages; empty if neither is known. */
  place: string;
  /** The same without the printed pages, for words that the paper does not have. */
  passage: string;
  /** `place` behind the name of the dossier. */
  source: string;
  /** The address of the first segment, or else of the page. */
  address: string;
}

interface ShownSegment {
  segment: string;
  chapter: string;
  /** The printed pages of each of its stretches, as 125 or 125-126. */
  pages: string[];
  /** The numbers of its first and last selected unit, if known. */
  units: [number | undefined, number | undefined];
}

/** What the reader has selected; undefined for anything without wording of the dossier, such as a reference. */
export function selectedText(selection: Selection | null): Selected | undefined {
  const chosen = selection && chosenIn(selection);
  if (!chosen) return undefined;
  const { range, texts, wording, label, aside, framed } = chosen;
  const { pages, ...place } = placed(chosen);
  // A release has records of its segments and chapters only.
  const isUncited = isApart(chosen) && releaseRoot() !== '';
  const record = isUncited ? undefined : recordFor(chosen, place);
  const spot = spotOf(chosen, place, record);
  const { part } = spot;
  const isRemark = part === 'account' || part === 'words' || aside?.startsWith('check-');
  const whose = part === 'words' ? 'words' : isRemark ? 'account' : 'copied';
  const isCell = wholeIn('tbody tr', range) !== undefined;
  const exhibit = exhibitOf(framed, range, label);
  // A remark on an exhibit says where that is printed.
  const isPrinted = !isRemark || (exhibit !== undefined && !isCell);
  const say = (pages: string[]): string =>
    placeOf(pages, label, place.segments, place.listed?.names, exhibit);
  const said = say(isPrinted ? pages : []);
  return {
    ...place,
    ...spot,
    edition: editionOf(wording),
    before: textBefore(range),
    isReference: wholeIn('cite', range) !== undefined,
    work: workOf(texts),
    words: wordsOf(range, notOf(chosen)),
    record,
    label: ['heading', 'title', 'name'].includes(part ?? '') ? '' : (label.dataset[whose] ?? ''),
    place: said,
    passage: say([]),
    source: [label.dataset['source'], said].filter(Boolean).join(label.dataset['comma']),
    paragraph: framed?.matches('.index p') ? 1 : paragraphOf(range, wording),
    pages: [...new Set(pages)].join('-'),
    address: addressOf(place.segments) + (isUncited ? anchorOf(chosen.start) : ''),
  };
}

/** The selected words of one edition: either of the page’s text, of segments that it shows, or of one remark. */
interface Chosen {
  /** Begins and ends at words. */
  range: Range;
  texts: Text[];
  /** The element in which it begins, that of its wording, and the label of that. */
  start: Element;
  wording: HTMLElement;
  label: HTMLElement;
  /** The id of the note or the remark that it is from. */
  aside: string | undefined;
  /** Whether it is from segments that the page shows beside its own text. */
  isBeside: boolean;
  isPreviewed: boolean;
  /** What contains it all and is cited by itself, such as a figure. */
  framed: HTMLElement | undefined;
}

function chosenIn(selection: Selection): Chosen | undefined {
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const all = selection.getRangeAt(0);
  const found = withoutEdges(all, textsIn(all));
  const start = found[0]?.parentElement;
  const wording = start?.closest<HTMLElement>('[data-wording]');
  const label = document.querySelector<HTMLElement>(`.label[data-of="${wording?.dataset['wording']}"]`);
  if (!wording || !label || !start) return undefined;
  const aside = asideOf(start);
  if (start.closest('.reference, .of-works, .cite, .own-address, input, textarea')) return undefined;
  // A note may be no more than a reference, and is cited as the note.
  if (start.closest('cite') && !start.closest('.note-text') && !aside?.startsWith('note-')) return undefined;
  const isBeside = start.closest('[data-shown-segment]') !== null;
  const isOfSame = ({ parentElement: parent }: Text): boolean =>
    parent !== null &&
    parent.closest<HTMLElement>('[data-wording]')?.dataset['wording'] === wording.dataset['wording'] &&
    (parent.closest('[data-shown-segment]') !== null) === isBeside &&
    asideOf(parent) === aside;
  const texts = withoutEdges(all, found.filter(isOfSame));
  const range = inWords(within(all, texts));
  const isPreviewed = start.closest('#preview') !== null;
  const framed = wholeIn<HTMLElement>(FRAMED, range);
  return { range, texts, start, wording, label, aside, isBeside, isPreviewed, framed };
}

/** Selectors of what a selection contains that is not of the same text. */
const notOf = ({ wording, isBeside, aside }: Chosen): string[] => [
  `[data-wording]:not([data-wording="${wording.dataset['wording']}"])`,
  ...(isBeside ? [] : ['[data-shown-segment]']),
  ...(aside === undefined ? [ASIDE] : []),
];

/** What is cited by itself. Figures and tables of a release are not cited. */
const FRAMED = '[data-frozen] figure, :is(figure, q, .remark, .index p, #preview *)[data-record]';

/** Whether words are not from the text of the page. */
const isApart = ({ aside, framed }: Chosen): boolean => aside !== undefined || framed !== undefined;

const editionOf = ({ dataset }: HTMLElement): string => dataset['wording']?.split(' ')[0] ?? '';

/** Where words are in the text: their segments, and the first and last unit. */
type Placed = Pick<Selected, 'segments' | 'listed' | 'units'>;

function placed(chosen: Chosen): Placed & { pages: string[] } {
  const { texts, wording, label, aside, isPreviewed } = chosen;
  // The title of a chapter stands before its segments and on no page of its own.
  const first = texts.findIndex((text) => text.parentElement?.closest(TEXT));
  const inText = texts.slice(Math.max(0, first));
  const range = first > 0 ? inWords(within(chosen.range, inText)) : chosen.range;
  const shown = shownSegmentsIn(texts);
  const listed = shown.length > 1 ? { names: namesOf(shown, label), places: shown } : undefined;
  // Notes and remarks at the end of a chapter, and previews, are not on the printed page before them.
  const hasPages = aside === undefined && !isPreviewed;
  const pages = listed ? rowOf(shown.flatMap((one) => one.pages)) : pagesOf(range, wording);
  return {
    listed,
    pages: hasPages ? pages : [],
    ...(isApart(chosen)
      ? { segments: [], units: [undefined, undefined] }
      : {
          segments: listed ? shown.map(({ segment }) => segment) : segmentsOf(range, wording),
          units: [unitOf(inText[0]), unitOf(texts.at(-1))],
        }),
  };
}

/**
 * The record of words: that of their note, remark or figure; of a single segment; of the chapter, for several segments,
 * headings and exhibits; otherwise the page’s, or that of an edition’s front page where all editions introduce
 * themselves.
 */
function recordFor({ aside, framed, wording }: Chosen, { segments, listed }: Placed): string | undefined {
  if (aside !== undefined) return recordOfAside(aside);
  if (framed) return framed.dataset['record'];
  const { chapter = listed?.places[0]?.chapter } = mainData();
  if (segments.length === 1) return recordOfSegment(segments[0]!);
  return chapter
    ? recordOf(chapterPage(editionOf(wording), chapter))
    : (wording.dataset['record'] ?? ownRecord());
}

/** What words are from on a page or in a chapter that is cited by more than itself, and how that is cited. */
type Spot = Pick<Selected, 'part' | 'entry' | 'sections' | 'under' | 'spots' | 'anchor'>;

function spotOf(chosen: Chosen, { segments }: Placed, record: string | undefined): Spot {
  const { range, texts, wording, aside, isBeside, isPreviewed, framed } = chosen;
  const hasEntries = aside === undefined && !isBeside;
  const sections = hasEntries ? sectionsOf(texts[0], texts.at(-1)) : undefined;
  const entry = hasEntries && !sections ? entryOf(range) : undefined;
  const isInText = segments.length > 0;
  const isOwnText = !isBeside && !isApart(chosen) && !isPreviewed && !isInText && record === ownRecord();
  const above = isOwnText ? headingAbove(range, wording) : undefined;
  const inChapter =
    isApart(chosen) || isInText ? undefined : (above ?? lastBefore(SEGMENT, range, wording, true));
  const noteId = aside !== undefined && segmentOfNote(aside) ? aside : undefined;
  const anchor = entry?.id ?? sections?.[0].id ?? noteId ?? inChapter?.id;
  const heading = HEADING.exec(anchor ?? '')?.[1];
  const spots = framed ? cellOf(range) : heading === undefined ? [] : [heading];
  const own = partOf(range, segments, aside);
  const isPart = entry || ((spots.length > 0 || above || sections) && own === undefined);
  return {
    part: isPart ? 'entry' : own,
    entry,
    sections: sections && [sections[0].number, sections[1].number],
    under: isPart ? above?.textContent.trim() : undefined,
    spots,
    anchor,
  };
}

/** The id of the note, source check or editors’ note that contains an element; a preview stores it as data. */
export function asideOf(element: Element): string | undefined {
  const aside = element.closest<HTMLElement>(ASIDE);
  return aside?.dataset['aside'] ?? aside?.closest('[id]')?.id;
}

const ASIDE = '[data-aside], [id^=note-], [id^=check-], .editor-note';

/** The name of an exhibit, and of the table row that contains the whole selection. */
function exhibitOf(
  figure: HTMLElement | undefined,
  range: Range,
  { dataset: { row = '' } }: HTMLElement,
): string | undefined {
  const name = figure?.querySelector('.exhibit-name')?.textContent;
  const head = wholeIn('tbody tr', range)?.querySelector('th, td')?.textContent.trim();
  if (name === undefined || head === undefined) return name;
  return fill(row, name, head);
}

/** The key of the work to whose reference all words belong; empty if they belong to several. */
function workOf(texts: Text[]): string | undefined {
  const all = texts
    .filter(({ data }) => /[\p{L}\p{N}]/u.test(data))
    .map(({ parentElement }) =>
      parentElement?.closest('cite')?.querySelector<HTMLAnchorElement>('a[href*="/works/"]'),
    );
  const keys = new Set(all.map((link) => /\/works\/([^/]+)\//.exec(link?.href ?? '')?.[1]));
  const [key] = keys;
  return keys.has(undefined) || key === undefined ? undefined : keys.size > 1 ? '' : key;
}

/** The row and the column that contain the whole selection in a table; only the row in its first column. */
function cellOf(range: Range): string[] {
  const row = wholeIn<HTMLTableRowElement>('tbody tr', range);
  const cell = wholeIn<HTMLTableCellElement>('tbody :is(td, th)', range);
  return [
    ...(row ? [`${row.sectionRowIndex + 1}`] : []),
    ...(cell && cell.cellIndex > 0 ? [`.${cell.cellIndex + 1}`] : []),
  ];
}

/** The id of a heading in a chapter. */
const HEADING = /^p?(\d+(?:\.\d+)?)$/;

function partOf(range: Range, segments: string[], aside: string | undefined): Selected['part'] {
  const part = wholeIn<HTMLElement>('[data-part]', range)?.dataset['part'] as Selected['part'];
  if (part === 'words') return part;
  if (aside !== undefined) return segmentOfNote(aside) ? 'account' : undefined;
  if (wholeIn('.paper-headings .prose > h2', range)) return 'heading';
  return part ?? (segments.length > 1 ? 'passages' : undefined);
}

/** The number of the paragraph that contains the whole selection, in the account of a case or a term. */
function paragraphOf({ commonAncestorContainer }: Range, wording: HTMLElement): number | undefined {
  const all = [...wording.querySelectorAll('.summary, .definition, .addition, .prose.account > p')];
  const at = all.findIndex((paragraph) => paragraph.contains(commonAncestorContainer));
  return at < 0 ? undefined : at + 1;
}

function entryOf(range: Range): Selected['entry'] {
  // A case may be shown twice on a page, where its parts have no ids.
  const { id = '', dataset } = wholeIn<HTMLElement>('[data-entry]', range) ?? {};
  const { entry: name, entryElsewhere: elsewhere = name } = dataset ?? {};
  return name === undefined || elsewhere === undefined
    ? undefined
    : { id: dataset?.['entryId'] ?? id, name, elsewhere };
}

/** The sections of the argument in which a selection begins and ends, if neither contains the other. */
function sectionsOf(first: Text | undefined, last: Text | undefined): [Section, Section] | undefined {
  const [from, to] = [first, last].map((text) =>
    text?.parentElement?.closest<HTMLElement>('.argument [data-entry]'),
  );
  if (!from || !to || from.contains(to) || to.contains(from)) return undefined;
  const [one, other] = [from, to].map(({ id, dataset }) => ({
    id,
    number: /[\d.]+/.exec(dataset['entry'] ?? '')?.[0],
  }));
  return one?.number && other?.number ? [one as Section, other as Section] : undefined;
}
type Section = Record<'id' | 'number', string>;

/** The heading above a selection on a page that names no other parts, such as a list or an explanation. */
const headingAbove = (range: Range, wording: HTMLElement): HTMLElement | undefined =>
  document.querySelector('main :is([data-entry], [data-segments], [data-frozen], figure)')
    ? undefined
    : lastBefore(':is(h2, h3):not(.cite *)', range, wording, true);

const segmentOfNote = (id: string): string | undefined => /^editor-note-(.+)-\d+$/.exec(id)?.[1];

/** The text before a selection in its block. */
function textBefore(range: Range): string {
  const block = elementAt(range.startContainer)?.closest(BLOCK);
  if (!block) return '';
  const before = range.cloneRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString();
}

/** The selected segments that are shown on a page other than their own. */
function shownSegmentsIn(texts: Text[]): ShownSegment[] {
  const found = new Map<string, ShownSegment>();
  for (const text of texts) {
    const {
      shownSegment: segment,
      chapter = '',
      pages,
    } = text.parentElement?.closest<HTMLElement>('[data-shown-segment]')?.dataset ?? {};
    if (segment === undefined) continue;
    const unit = unitOf(text);
    const known = found.get(segment) ?? { segment, chapter, pages: [], units: [unit, unit] };
    known.units[1] = unit;
    const at = [...new Set(pages?.split('-'))].join('-');
    if (at !== '' && !known.pages.includes(at)) known.pages.push(at);
    found.set(segment, known);
  }
  return [...found.values()];
}

/** The first and last printed page or, if the pages are not consecutive, all of them in one string. */
function rowOf(pages: string[]): string[] {
  const ends = (one: string): [number, number] => {
    const [first = 0, last = first] = one.split('-').map(Number);
    return [first, last];
  };
  const isWithin = (one: string, other: string): boolean =>
    one !== other && ends(other)[0] <= ends(one)[0] && ends(one)[1] <= ends(other)[1];
  const all = [...new Set(pages)]
    .filter((one, _, every) => !every.some((other) => isWithin(one, other)))
    .toSorted((one, other) => ends(one)[0] - ends(other)[0]);
  return all.length > 1 ? [all.join()] : (all[0]?.split('-') ?? []);
}

/** The names of segments in a list, the abstract last. */
const namesOf = (shown: ShownSegment[], { dataset }: HTMLElement): string =>
  abstractLast(shown.map(({ segment }) => segment))
    .map((id) => (id === 'abstract' ? (dataset['abstract'] ?? '') : id))
    .join(dataset['list']);

export const abstractLast = (segments: string[]): string[] =>
  segments.toSorted((one, other) => Number(one === 'abstract') - Number(other === 'abstract'));

/** The number of the unit that contains a text. */
const unitOf = (text: Text | undefined): number | undefined => unitAround(text)?.number;

const hasOwnPage = (id: string | undefined): id is string =>
  id !== undefined && !/^(?:\d+(?:\.\d+)?|figure.*|table.*)$/.test(id);

/** The segments from the first to the last that the selection touches. */
function segmentsOf(range: Range, wording: HTMLElement): string[] {
  const shown = elementAt(range.startContainer)?.closest<HTMLElement>('[data-shown-segment]');
  const own = shown?.dataset['shownSegment'] ?? mainData()['segment'];
  if (own !== undefined) return [own];
  const all = [...document.querySelectorAll<HTMLElement>(SEGMENT)].map(({ id }) => idOf(id));
  // On a parallel page, a segment contains its wordings.
  const around = wording.closest(SEGMENT)?.id;
  const first = around ?? lastBefore(SEGMENT, range, wording, true)?.id;
  const last = around
    ? elementAt(range.endContainer)?.closest(SEGMENT)?.id
    : lastBefore(SEGMENT, range, wording, false)?.id;
  if (first === undefined) return [];
  return all.slice(all.indexOf(idOf(first)), all.indexOf(idOf(last ?? first)) + 1).filter(hasOwnPage);
}

const TEXT = '[data-segments], [data-frozen]';
const SEGMENT = `:is(${TEXT}) > [id]`;
const idOf = (id: string): string => id.replace(/^p(?=\d)/, '');

/** The record of a note or a remark. */
function recordOfAside(id: string): string | undefined {
  const segment = segmentOfNote(id);
  if (segment) return recordOf(segmentPage(segment));
  const [, kind, name = ''] = /^(note|check)-([^-]+)/.exec(id) ?? [];
  return kind && recordOf(kind === 'note' ? notePage(name) : checkPage(name));
}

const recordOf = (page: string): string => recordFile(page).slice(1);

/** The record of a segment, in the release that the page shows. */
export const recordOfSegment = (id: string): string => releaseRoot() + recordOf(segmentPage(id));

const ownRecord = (): string | undefined => mainData()['record'];

/** The folder of a release’s citation data, on its pages. */
const releaseRoot = (): string => mainData()['release'] ?? '';

/** The printed pages on which a selection begins and ends. */
function pagesOf(range: Range, wording: HTMLElement): string[] {
  const [from, to = from] = [range.startContainer, range.endContainer].map(pagesIn);
  if (from && to) return [from[0] ?? '', to.at(-1) ?? ''];
  return [true, false].flatMap(
    (atStart) => lastBefore('[data-page]', range, wording, atStart)?.dataset['page'] ?? [],
  );
}

const pagesIn = (node: Node): string[] | undefined =>
  elementAt(node)?.closest<HTMLElement>('[data-pages]')?.dataset['pages']?.split('-');

/** Describes an exhibit, passages and printed pages, in the language of the label. */
function placeOf(
  [from, to = from]: string[],
  label: HTMLElement,
  segments: string[],
  listed: string | undefined,
  exhibit: string | undefined,
): string {
  const { segment, abstract, passages, onPage, onPages = '', comma = ', ', list = ', ' } = label.dataset;
  const span = (one = '', several = '', first?: string, last = first): string =>
    first === undefined ? '' : first === last ? fill(one, first) : fill(several, first, last ?? first);
  const row = (several = '', names: string): string => several.replace(/\{\}.*\{\}/, () => names);
  const dash = /\{\}(.*)\{\}/.exec(onPages)?.[1] ?? '';
  return [
    exhibit,
    listed === undefined
      ? span(segments[0] === 'abstract' ? abstract : segment, passages, segments[0], segments.at(-1))
      : row(passages, listed),
    from?.includes(',')
      ? row(onPages, from.replaceAll('-', dash).replaceAll(',', list))
      : span(onPage, onPages, from, to),
  ]
    .filter(Boolean)
    .join(comma);
}

/** The nearest anchor of an element on the page, as the end of an address. */
function anchorOf(element: Element): string {
  const id = element.closest('main [id]')?.id;
  return id === undefined ? '' : `#${id}`;
}

/** In a copy without a public address, the address at which it is being read. */
function addressOf([first]: string[]): string {
  const site = mainData()['site'] ?? '/';
  return first !== undefined
    ? new URL(withBase(site, segmentPage(first)), location.href).href
    : (document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
        location.origin + location.pathname);
}

/**
 * The last element matching a selector that begins before the start or end of a range, and belongs to the same edition
 * or to all: on a parallel page, elements in other columns do not count.
 */
function lastBefore(
  selector: string,
  range: Range,
  wording: HTMLElement,
  atStart: boolean,
): HTMLElement | undefined {
  const point = range.cloneRange();
  point.collapse(atStart);
  return [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].findLast((element) => {
    const own = element.closest<HTMLElement>('[data-wording]')?.dataset['wording'];
    return (
      (own ?? wording.dataset['wording']) === wording.dataset['wording'] &&
      point.comparePoint(element, 0) <= 0
    );
  });
}
