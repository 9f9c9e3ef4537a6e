import { readMasthead } from './paper-words.ts';
import { openAccount, type Account } from './account.ts';
import { takeAuthorNotes } from './author-notes.ts';
import { findCitationNumbers, runsOf, type Run } from './bind-notes.ts';
import { citationsInText, type CitedInText } from './citations/cite-in-text.ts';
import type { Doubt } from './doubt.ts';
import { enterExhibits, enterFront, enterLabels, enterLines, enterRest, enterRuns } from './enter-account.ts';
import { takeExhibits } from './exhibits.ts';
import {
  isBackMatter,
  otherLanguageBehind,
  readAuthor,
  readFrontMatter,
  splitKeywords,
  splitNames,
  type Group,
} from './front-matter.ts';
import {
  bindIn,
  endsCutOff,
  footNotes,
  listEntries,
  longNotes,
  markAtEnd,
  referenceNumbers,
} from './gather-notes.ts';
import { divideLines, type Line } from './lines.ts';
import { takeLists } from './lists.ts';
import { divideNoteAreas } from './note-areas.ts';
import { outline } from './outline.ts';
import { dividePages } from './pages.ts';
import { groupParagraphs, learnParagraphForm } from './paragraphs.ts';
import { pageFinder, placePages } from './place-pages.ts';
import type { Traced } from './traced.ts';
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
  /** First and last printed page, where they are known. */
  pages: [number, number] | undefined;
  sections: PaperSection[];
  notes: PaperNote[];
  references: PaperNote[];
  exhibits: PaperExhibit[];
  doubts: Doubt[];
  account: Account;
  /** The printed page on which an offset of the source stands; where none is known, its place in the text from 1. */
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
  /** The number that is printed before it. */
  label: number;
  /** The page or list within which it is numbered. */
  scope: string;
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
export function readPaper(source: string, firstPage?: number): Paper {
  const account = openAccount(source);
  const doubts: Doubt[] = [];
  const lines = divideLines(source);
  const { pages, doubt } = dividePages(lines, firstPage);
  if (doubt !== undefined) doubts.push({ offset: 0, reason: doubt });
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
  const groups = groupParagraphs(text, form).map((group): Group => ({
    content: content(group),
    raw: group.map((line) => line.text).join(''),
    page: pageAt(group[0]!.start),
    indent: group[0]!.indent,
    lines: group,
  }));
  const lang = /\p{Script=Han}/u.test(source) && hanShare(groups) > 0.2 ? 'zh' : 'en';
  const front = readFrontMatter(groups, lang);
  const foreign = otherLanguageBehind(groups, lang);
  const end = groups.slice(0, foreign).findLastIndex((group) => !isBackMatter(group)) + 1;
  enterFront(account, front);
  groups.forEach(({ content: { origins } }, i) => {
    if (i >= Math.max(end, front.length))
      account.enter(i < foreign ? 'editorial' : 'other language', origins);
  });

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
  doubts.push(...lists.flatMap(({ entries }) => longNotes(entries)));
  const listStarts = listed.map(({ heading }) => heading.start);
  // Notes that are numbered through have their marks anywhere; else each page has its own.
  const areThrough = foot.every(({ label }, i) => i === 0 || label > (foot[i - 1]?.label ?? 0));
  const atFoot = notes.filter(({ scope }) => scope.startsWith('page'));
  const bindings = [
    ...(family
      ? [
          bindIn(
            texts,
            areThrough ? atFoot.map((note) => ({ ...note, scope: 'paper' })) : atFoot,
            family,
            (offset) => (areThrough ? 'paper' : `page ${pageAt(offset)}`),
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
  const byAuthor =
    cited.size > 0 || references.length === 0
      ? (): CitedInText[] => []
      : citationsInText(references.map((entry) => entry.content.text));
  const placed =
    doubt === undefined
      ? placePages(
          texts.map((block) => block.content!),
          pageAt,
        )
      : [];
  texts.forEach((block, i) => {
    const marks = bindings.flatMap((binding) => binding.marks[i] ?? []).sort((a, b) => a.start - b.start);
    const { text: own } = block.content!;
    const byNumber = findCitationNumbers(cited.size > 0 ? own : '').flatMap(({ number, ...found }) => {
      const reference = cited.get(number);
      return reference === undefined ? [] : [{ ...found, reference }];
    });
    const citations = [...byNumber, ...byAuthor(own)].filter(
      (one) => !marks.some((mark) => mark.start < one.end && mark.end > one.start),
    );
    block.runs = runsOf(block.content!, marks, citations, placed[i] ?? []);
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
  const [first, last] = [pages[0], pages.at(-1)];
  const masthead = pages
    .flatMap(({ runningHeads }) => runningHeads.map(({ text: head }) => readMasthead(head)))
    .find((one) => one !== undefined);
  return {
    lang: lang === 'zh' ? 'zh-Hans' : 'en',
    title: content(front.title.flatMap((group) => group.lines)).text.replace(STARS, ''),
    authors: front.authors.flatMap(({ raw }) => splitNames(raw)).map(readAuthor),
    keywords: front.keywords ? splitKeywords(front.keywords) : [],
    journal: masthead?.journal,
    year: masthead?.year,
    volume: masthead?.volume,
    issue: masthead?.issue,
    DOI: /\b10\.\d{4,9}\/[^\s。，;]+/.exec(
      front.editorial.map((group) => group.content.text).join('\n'),
    )?.[0],
    pages: first && last && doubt === undefined ? [first.number, last.number] : undefined,
    sections: outlined.map(({ number, title, blocks: own }) => ({
      number,
      title,
      blocks: own.map(({ content: _, ...block }) => block as PaperBlock),
    })),
    notes: notes.map(({ number, label, scope, content: own, page }) => ({
      number,
      label,
      scope,
      content: own,
      page,
    })),
    references: references.map(({ label, content: own, page }, i) => ({
      number: i + 1,
      label,
      scope: 'references',
      content: own,
      page,
    })),
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

const STARS = /[\s*\u2217＊※①-⑳]+$/;

/** How much of the running text is Han characters. */
function hanShare(groups: Group[]): number {
  const text = groups.map(({ content }) => content.text).join('');
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(text.length, 1);
}
