import { frontParts, introductionIn, readMasthead } from '../language/paper-words.ts';
import { openAccount, type Account, type Kind } from './account.ts';
import { bindNotes, findCitationNumbers, runsOf, type NoteToBind, type Run } from './bind-notes.ts';
import type { Doubt } from './doubt.ts';
import { takeExhibits, type PrintedExhibit } from './exhibits.ts';
import {
  isBackMatter,
  readFrontMatter,
  splitNames,
  type FrontMatter,
  type Group,
  type Opened,
} from './front-matter.ts';
import { startOutline } from './headings.ts';
import { divideLines, type Line } from './lines.ts';
import { takeLists, type PrintedList } from './lists.ts';
import { divideNoteAreas, isEnded, type NoteArea, type PrintedNote } from './note-areas.ts';
import type { NoteFamily } from './note-families.ts';
import { dividePages, type Page } from './pages.ts';
import { readHanNames, readLatinNames } from './read-names.ts';
import { groupParagraphs, learnParagraphForm } from './paragraphs.ts';
import { sliceTraced, trace, type Traced } from './traced.ts';
import { learnSetting, unwrap } from './unwrap.ts';

/** A paper as its plain text gives it. */
export interface Paper {
  /** BCP 47 tag of its language. */
  lang: string;
  title: string;
  authors: { family: string; given: string }[];
  keywords: string[];
  journal: string | undefined;
  year: number | undefined;
  volume: string | undefined;
  issue: string | undefined;
  DOI: string | undefined;
  /** First and last printed page, or the page's place in the text where none is printed. */
  pages: [number, number];
  sections: PaperSection[];
  notes: PaperNote[];
  references: PaperNote[];
  exhibits: PaperExhibit[];
  doubts: Doubt[];
  account: Account;
  /** The printed page on which an offset of the source stands. */
  pageAt: (offset: number) => number;
}

/** What becomes a chapter; section 0 is the introduction. */
export interface PaperSection {
  number: number;
  title: string;
  blocks: PaperBlock[];
}

export type PaperBlock =
  /** `continues` what its segment has begun, as a formula does. */
  | { type: 'paragraph'; id: string; continues: boolean; runs: Run[] }
  /** A subsection's heading. */
  | { type: 'heading'; id: string; runs: Run[] }
  /** A heading below that, which belongs to the paragraph behind it. */
  | { type: 'minor heading'; id: string; depth: number; opens: boolean; runs: Run[] }
  | { type: 'exhibit'; id: string };

export interface PaperNote {
  /** Through the whole paper; in a list, its place from 1. */
  number: number;
  content: Traced;
  page: number;
}

export interface PaperExhibit {
  id: string;
  kind: 'figure' | 'table';
  title: string;
  rows: string[];
  source: string;
}

/** Reads the plain text of a paper. `firstPage` is the printed number of its first page where the text does not say it. */
export function readPaper(source: string, firstPage = 1): Paper {
  const account = openAccount(source);
  const doubts: Doubt[] = [];
  const lines = divideLines(source);
  const pages = dividePages(lines, firstPage);
  const pageAt = pageFinder(pages, lines);
  for (const page of pages) {
    enterLines(account, 'running head', page.runningHeads);
    enterLines(account, 'page number', page.pageNumbers);
  }
  const setting = learnSetting(lines.filter(({ text }) => text !== ''));
  const content = (group: Line[]): Traced =>
    unwrap(source, group, setting, (line, word) =>
      doubts.push({
        offset: line.end - 1,
        reason: `the hyphen in “${word}” may only divide the word at the line’s end; it is ${setting.hyphenates ? 'dropped' : 'kept'}`,
      }),
    );
  const { pages: withoutLists, lists } = takeLists(takeAuthorNotes(pages, account));
  const listed = lists.filter(({ id }) => id === 'notes');
  const { family, areas } = divideNoteAreas(
    withoutLists,
    listed.flatMap((list) => list.family ?? []),
  ) ?? { family: undefined, areas: undefined };
  const body = areas ? areas.flatMap((area) => area.body) : withoutLists.flatMap((page) => page.lines);
  const form = learnParagraphForm(body);
  const { text, exhibits } = takeExhibits(body, form);
  const groups = groupParagraphs(text, form).map((group): Group & { lines: Line[] } => ({
    content: content(group),
    raw: group.map((line) => line.text).join(''),
    page: pageAt(group[0]!.start),
    indent: group[0]!.indent,
    lines: group,
  }));
  const lang = /\p{Script=Han}/u.test(source) && hanShare(groups) > 0.2 ? 'zh' : 'en';
  const front = readFrontMatter(groups, lang);
  const end = groups.findLastIndex((group) => !isBackMatter(group)) + 1;
  enterFront(account, front);
  for (const group of groups.slice(Math.max(end, front.length)))
    account.enter('editorial', group.content.origins);

  const outlined = outline(groups.slice(front.length, end), front, lang, exhibits, account);
  const blocks = outlined.flatMap(({ blocks: own }) => own);
  const texts = blocks.flatMap((block) => (block.content ? [block] : []));

  const foot = areas ? footNotes(areas, content, account, doubts) : [];
  const notes = [
    ...foot,
    ...listed.flatMap((list, i) =>
      listEntries(list, content).map((note) => ({ ...note, scope: `list ${i}` })),
    ),
  ]
    .sort((a, b) => a.offset - b.offset)
    .map((note, i) => ({ ...note, number: i + 1 }));
  const listStarts = listed.map(({ heading }) => heading.start);
  const bindings = [
    ...(family
      ? [
          bindIn(
            texts,
            notes.filter(({ scope }) => scope.startsWith('page')),
            family,
            (offset) => `page ${pageAt(offset)}`,
            doubts,
          ),
        ]
      : []),
    ...[...new Set(listed.flatMap((list) => list.family ?? []))].map((one) =>
      bindIn(
        texts,
        notes.filter(
          ({ scope }) => scope.startsWith('list') && listed[Number(scope.slice(5))]?.family === one,
        ),
        one,
        (offset) => `list ${listStarts.findIndex((start) => start > offset)}`,
        doubts,
      ),
    ),
  ];
  const references = lists
    .filter(({ id }) => id === 'references')
    .flatMap((list) => listEntries(list, content));
  const cited = referenceNumbers(lists, family);
  const placed = placePages(
    texts.map((block) => block.content!),
    pageAt,
  );
  texts.forEach((block, i) => {
    const marks = bindings.flatMap((binding) => binding.marks[i] ?? []).sort((a, b) => a.start - b.start);
    const citations = findCitationNumbers(cited.size > 0 ? block.content!.text : '').flatMap(
      ({ start, end: stop, number }) => {
        const reference = cited.get(number);
        const taken = marks.some((mark) => mark.start < stop && mark.end > start);
        return reference === undefined || taken ? [] : [{ start, end: stop, reference }];
      },
    );
    block.runs = runsOf(block.content!, marks, citations, placed[i]!);
  });
  for (const note of bindings.flatMap(({ unmarked }) => unmarked)) markAtEnd(note, texts, pageAt, doubts);
  enterRuns(account, texts);
  doubts.push(...endsCutOff(texts, notes));
  for (const note of notes) account.enter('note', note.content.origins);
  for (const list of lists) {
    enterLines(account, 'opening word', [list.heading]);
    enterLabels(account, list.entries);
  }
  for (const entry of references) account.enter('reference', entry.content.origins);
  enterExhibits(account, exhibits);
  enterRest(account, source);
  const masthead = pages
    .flatMap(({ runningHeads }) => runningHeads.map(({ text: head }) => readMasthead(head)))
    .find((one) => one !== undefined);
  return {
    lang: lang === 'zh' ? 'zh-Hans' : 'en',
    title: content(
      front.title.flatMap((group) => groups.find((one) => one === group)?.lines ?? []),
    ).text.replace(STARS, ''),
    authors: front.authors.flatMap(({ raw }) => splitNames(raw)).map(readAuthor),
    keywords: front.keywords ? splitKeywords(front.keywords) : [],
    journal: masthead?.journal,
    year: masthead?.year,
    volume: masthead?.volume,
    issue: masthead?.issue,
    DOI: /\b10\.\d{4,9}\/[^\s\u3002\uFF0C;]+/.exec(
      front.editorial.map((group) => group.content.text).join('\n'),
    )?.[0],
    pages: [pages[0]?.number ?? firstPage, pages.at(-1)?.number ?? firstPage],
    sections: outlined.map(({ number, title, blocks: own }) => ({
      number,
      title,
      blocks: own.map(({ content: _, ...block }) => block as PaperBlock),
    })),
    notes: notes.map(({ number, content: own, page }) => ({ number, content: own, page })),
    references: references.map(({ content: own, page }, i) => ({ number: i + 1, content: own, page })),
    exhibits: exhibits.map((exhibit) => ({
      id: `${exhibit.kind}-${exhibit.number}`,
      kind: exhibit.kind,
      title: exhibit.caption.text.slice(exhibit.captionLength),
      rows: exhibit.rows.map((line) => line.text),
      source: content(exhibit.source).text,
    })),
    doubts: doubts.sort((a, b) => a.offset - b.offset),
    account,
    pageAt,
  };
}

interface OutlinedBlock {
  type: PaperBlock['type'];
  id: string;
  depth?: number;
  continues?: boolean;
  opens?: boolean;
  content?: Traced;
  runs?: Run[];
  /** The last line of the source that it holds. */
  last?: Line;
}

interface OutlinedSection {
  number: number;
  title: string;
  blocks: OutlinedBlock[];
}

/** Gives paragraphs and headings their ids, and puts exhibits behind the paragraphs that they interrupt. */
function outline(
  groups: (Group & { lines: Line[] })[],
  front: FrontMatter,
  lang: 'zh' | 'en',
  exhibits: PrintedExhibit[],
  account: Account,
): OutlinedSection[] {
  const readHeading = startOutline();
  const opening: OutlinedSection = { number: 0, title: introductionIn(lang), blocks: [] };
  const sections = [opening];
  let [subsection, paragraph, openMinor] = [0, 0, false];
  const waiting = [...exhibits];
  const placeExhibits = (last: Line | undefined): void => {
    while (waiting[0] && (!last || (waiting[0].after?.number ?? 0) <= last.number)) {
      const { kind, number } = waiting.shift()!;
      sections.at(-1)!.blocks.push({ type: 'exhibit', id: `${kind}-${number}` });
    }
  };
  for (const abstract of abstractOf(front))
    opening.blocks.push({
      type: 'paragraph',
      id: 'abstract',
      continues: opening.blocks.length > 0,
      content: abstract,
    });
  for (const { content, lines, raw } of groups) {
    const section = sections.at(-1)!;
    const heading = readHeading(raw);
    if (heading && (heading.level <= 2 || heading.length > 0 || paragraph > 0)) {
      const length = content.origins.findIndex((origin) => origin >= lines[0]!.start + heading.length);
      const sign = sliceTraced(content, 0, length);
      const title = sliceTraced(content, length);
      if (heading.level === 1) {
        account.enter('heading number', sign.origins);
        account.enter('heading', title.origins);
        const isOpening = heading.form === 'plain' && sections.length === 1 && paragraph === 0;
        if (isOpening) section.title = title.text;
        else sections.push({ number: section.number + 1, title: title.text, blocks: [] });
        [subsection, paragraph, openMinor] = [0, 0, false];
      } else if (heading.level === 2) {
        account.enter('heading number', sign.origins);
        [subsection, paragraph, openMinor] = [subsection + 1, 0, false];
        section.blocks.push({
          type: 'heading',
          id: `${section.number}.${subsection}`,
          content: title,
          last: lines.at(-1)!,
        });
      } else {
        const opens = !openMinor;
        if (opens) paragraph++;
        openMinor = true;
        section.blocks.push({
          type: 'minor heading',
          opens,
          id: `${section.number}.${subsection}.${paragraph}`,
          depth: Math.min(heading.level + 1, 6),
          content,
        });
      }
    } else {
      const continues = openMinor || (paragraph > 0 && isFormula(raw));
      if (!continues) paragraph++;
      openMinor = false;
      const id = `${section.number}.${subsection}.${paragraph}`;
      section.blocks.push({ type: 'paragraph', id, continues, content, last: lines.at(-1)! });
      placeExhibits(lines.at(-1));
    }
  }
  placeExhibits(undefined);
  return sections.filter(({ blocks, number }) => blocks.length > 0 || number > 0);
}

/** A line of its own with an equation and next to no words. */
const isFormula = (text: string): boolean =>
  text.length < 80 && /\S\s*[=\uFF1D\u2248\u2264\u2265]\s*\S/.test(text) && !/\p{L}{4}|\u3002/u.test(text);

function abstractOf({ abstract, abstractRest }: FrontMatter): Traced[] {
  if (!abstract) return [];
  return [sliceTraced(abstract.group.content, abstract.sign), ...abstractRest.map(({ content }) => content)];
}

function enterFront(account: Account, front: FrontMatter): void {
  const enter = (kind: Kind, groups: Group[]): void => {
    for (const { content } of groups) account.enter(kind, content.origins);
  };
  enter('title', front.title);
  enter('authors', front.authors);
  enter('editorial', front.editorial);
  enter('other language', [...new Set(front.otherLanguage)]);
  for (const opened of [front.abstract, front.keywords]) {
    if (!opened) continue;
    account.enter(
      'opening word',
      (opened.signGroup ?? opened.group).content.origins.slice(0, opened.signGroup ? undefined : opened.sign),
    );
  }
  if (front.keywords)
    account.enter('keywords', front.keywords.group.content.origins.slice(front.keywords.sign));
}

interface ScopedNote extends PaperNote {
  label: number;
  scope: string;
  offset: number;
}

/** The notes at the feet of pages, each with what of it stands on the pages after. */
function footNotes(
  areas: NoteArea[],
  content: (lines: Line[]) => Traced,
  account: Account,
  doubts: Doubt[],
): ScopedNote[] {
  const notes: PrintedNote[] = [];
  for (const area of areas) {
    enterLines(account, 'rule', area.rules);
    const last = notes.at(-1);
    if (last) last.lines.push(...area.continuation);
    else if (area.continuation.length > 0) enterLines(account, 'editorial', area.continuation);
    notes.push(...area.notes.map((note) => ({ ...note, lines: [...note.lines] })));
  }
  enterLabels(account, notes);
  for (const { lines } of notes)
    if (lines.length > MANY_LINES)
      doubts.push({
        offset: lines[0]!.start,
        reason: `a note of ${lines.length} lines; it may hold running text`,
      });
  return notes.map((note) => ({ ...entry(note, content), scope: `page ${note.page}`, label: note.label }));
}

const MANY_LINES = 40;

const listEntries = (list: PrintedList, content: (lines: Line[]) => Traced): Omit<ScopedNote, 'scope'>[] =>
  list.entries.map((note) => ({ ...entry(note, content), label: note.label }));

function entry(note: PrintedNote, content: (lines: Line[]) => Traced): Omit<ScopedNote, 'scope' | 'label'> {
  const { start } = note.lines[0]!;
  const whole = content(note.lines);
  const from = whole.origins.findIndex((origin) => origin >= start + note.labelLength);
  return {
    number: 0,
    content: from < 0 ? { text: '', origins: [] } : sliceTraced(whole, from),
    page: note.page,
    offset: start,
  };
}

function bindIn(
  texts: OutlinedBlock[],
  notes: ScopedNote[],
  family: NoteFamily,
  scopeAt: (offset: number) => string,
  doubts: Doubt[],
): ReturnType<typeof bindNotes> {
  const contents = texts.map(({ type, content }) => (type === 'exhibit' || !content ? NOTHING : content));
  return bindNotes(contents, notes, family, scopeAt, doubts);
}

const NOTHING: Traced = { text: '', origins: [] };

/** The places of the works in their list by the numbers that the text cites them with. */
function referenceNumbers(lists: PrintedList[], family: NoteFamily | undefined): Map<number, number> {
  const numbers = new Map<number, number>();
  if (family?.id === 'square') return numbers;
  let place = 0;
  for (const { id, entries, family: own } of lists) {
    if (id !== 'references') continue;
    for (const { label } of entries) {
      if (own?.id === 'square') numbers.set(label, place);
      place++;
    }
  }
  return numbers;
}

/** Where printed pages begin in each of the texts, which follow one another. */
function placePages(texts: Traced[], pageAt: (offset: number) => number): { at: number; page: number }[][] {
  let page: number | undefined;
  return texts.map(({ origins }) =>
    origins.flatMap((origin, at) => {
      const here = pageAt(origin);
      const begins = page !== undefined && here > page;
      page = Math.max(page ?? here, here);
      return begins ? [{ at, page: here }] : [];
    }),
  );
}

/** A note without a mark is marked behind the last text of its page. */
function markAtEnd(
  note: NoteToBind,
  texts: OutlinedBlock[],
  pageAt: (offset: number) => number,
  doubts: Doubt[],
): void {
  const paragraphs = texts.filter(({ type }) => type === 'paragraph');
  const page = pageAt(note.offset);
  const home =
    paragraphs.findLast(
      ({ content }) => content!.origins[0]! < note.offset && pageAt(content!.origins[0]!) <= page,
    ) ?? paragraphs[0];
  home?.runs?.push({ type: 'mark', note: note.number, content: NOTHING });
  doubts.push({
    offset: note.offset,
    reason: `no mark answers to the note ${note.label}; it is marked at the end of ${home?.id ?? 'nothing'}`,
  });
}

/** Where the text or a note seems to be cut off: it ends without a full stop, as few others do. */
function endsCutOff(texts: OutlinedBlock[], notes: ScopedNote[]): Doubt[] {
  const last = texts.findLast(({ type }) => type === 'paragraph')?.content;
  const open = notes.filter(({ content }) => !isEnded(content.text));
  return [
    ...(last && !isEnded(last.text.replace(TRAILING_MARKS, ''))
      ? [{ offset: last.origins.at(-1) ?? 0, reason: 'the text ends within a sentence; it may be cut off' }]
      : []),
    ...(open.length * FEW <= notes.length
      ? open.map(({ number, content, offset }) => ({
          offset: content.origins.at(-1) ?? offset,
          reason: `note ${number} ends without a full stop, as few do; something may be missing`,
        }))
      : []),
  ];
}

const FEW = 5;
const TRAILING_MARKS = /(?:[\u2460-\u2487\u00B9\u00B2\u00B3\u2070-\u2079]|[\u3014[]\d+[\u3015\]])+$/;

function enterRuns(account: Account, texts: OutlinedBlock[]): void {
  for (const { type, id, runs } of texts) {
    const kind = type !== 'paragraph' ? 'heading' : id === 'abstract' ? 'abstract' : 'body';
    for (const run of runs ?? []) {
      if (run.type === 'text') account.enter(kind, run.content.origins);
      else if (run.type === 'mark' || run.type === 'repeat') account.enter('note mark', run.content.origins);
      else if (run.type === 'cite') account.enter('citation number', run.content.origins);
    }
  }
}

function enterExhibits(account: Account, exhibits: PrintedExhibit[]): void {
  for (const { caption, captionLength, rows, source } of exhibits) {
    const middle = caption.start + captionLength;
    account.enter('caption', trace('', 0, 0).origins);
    account.enter('caption', range(caption.start, middle));
    account.enter('table', range(middle, caption.end));
    enterLines(account, 'table', [...rows, ...source]);
  }
}

const enterLines = (account: Account, kind: Kind, lines: Line[]): void => {
  for (const { start, end } of lines) account.enter(kind, range(start, end));
};

const enterLabels = (account: Account, notes: PrintedNote[]): void => {
  for (const { lines, labelLength } of notes)
    account.enter('note label', range(lines[0]!.start, lines[0]!.start + labelLength));
};

function* range(start: number, end: number): Generator<number> {
  for (let i = start; i < end; i++) yield i;
}

/** White space that is in no text, and hyphens that a joined word has lost. */
function enterRest(account: Account, source: string): void {
  for (const offset of account.remainder()) {
    const character = source.charAt(offset);
    if (/[\s\uFEFF]/.test(character)) account.enter('white space', [offset]);
    else if (character === '-' && /^-[ \t\u3000]*[\r\n\f]/.test(source.slice(offset, offset + 20)))
      account.enter('divided word', [offset]);
  }
}

/** Takes the notes on the author, which a star marks, from the feet of the first pages. */
function takeAuthorNotes(pages: Page[], account: Account): Page[] {
  return pages.map((page, i) => {
    if (i > 1) return page;
    const from = page.lines.findLastIndex(({ text }, at) => at > 2 && STAR.test(text));
    if (from < 0) return page;
    const next = page.lines.findIndex(({ text }, at) => at > from && (text === '' || LABEL.test(text)));
    const to = next < 0 ? page.lines.length : next;
    if (to - from > 6) return page;
    enterLines(account, 'editorial', page.lines.slice(from, to));
    return { ...page, lines: [...page.lines.slice(0, from), ...page.lines.slice(to)] };
  });
}

const STAR = /^[*\u2217\uFF0A\u203B]/;
const LABEL = /^[\u2460-\u2487\u3014[\u00B9\u00B2\u00B3]/;

const STARS = /[\s*\u2217\uFF0A\u203B\u2460-\u2473]+$/;

/** The words of a list of keywords; Chinese may divide them by nothing but a gap. */
function splitKeywords({ group, sign }: Opened): string[] {
  const signless = frontParts.reduce(
    (text, { id, pattern }) => (id === 'keywords' ? text.replace(pattern, '') : text),
    group.raw,
  );
  const text = /[\uFF1B;,\uFF0C\u3001]/.test(signless) ? group.content.text.slice(sign) : signless;
  return text
    .split(/[\uFF1B;,\uFF0C\u3001]|\s{2,}|\u3000+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** How much of the running text is Han characters. */
function hanShare(groups: Group[]): number {
  const text = groups.map(({ content }) => content.text).join('');
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(text.length, 1);
}

/** The printed page on which an offset of the source stands. */
function pageFinder(pages: Page[], lines: Line[]): (offset: number) => number {
  const pageOfLine = new Map<number, number>();
  for (const page of pages)
    for (const line of [...page.lines, ...page.runningHeads, ...page.pageNumbers])
      pageOfLine.set(line.number, page.number);
  return (offset) => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return pageOfLine.get(lines[low]!.number) ?? pages[0]?.number ?? 1;
  };
}

/** An author as the paper's own language divides a name; one that cannot be divided is a family name. */
function readAuthor(written: string): { family: string; given: string } {
  const [name] = (/\p{Script=Han}/u.test(written) ? readHanNames(written) : readLatinNames(written)).names;
  if (!name || 'literal' in name) return { family: name?.literal ?? written, given: '' };
  const particle = name['non-dropping-particle'];
  return { family: particle ? `${particle} ${name.family}` : name.family, given: name.given ?? '' };
}
