import { takeAuthorNotes } from './author-notes.ts';
import type { Kind } from '../coverage.ts';
import { takeExhibits, type PrintedExhibit } from './exhibits.ts';
import { joinAreas, longNotes, toNote } from './gather-notes.ts';
import { divideLines, type Line } from '../lines.ts';
import { listFamilies, marksOfFamilies, takeLists, type PrintedList } from './lists.ts';
import { sliceSource, type MappedText } from '../mapped-text.ts';
import { divideNoteAreas, type PageFootnotes, type PrintedNote } from './note-areas.ts';
import { dividePages } from './pages.ts';
import { groupParagraphs, learnParagraphLayout } from './paragraphs.ts';
import { indexAtOrBefore } from '../lower-bound.ts';
import type { SourceBlock, SourceDocument, SourceExhibit, SourceMark } from '../source-document.ts';
import { learnSetting, unwrap, type UnwrapLines } from './unwrap.ts';
import { startWarnings, type Warn } from '../warning.ts';

/** Extracts a paper from plain text; `range` are the first and last page that contain it, from 1. */
export function readText(
  source: string,
  firstPage: number | undefined,
  [first, last]: [number, number] = [1, Infinity],
): SourceDocument {
  const { warnings, warn } = startWarnings();
  const omitted: SourceDocument['omitted'] = [];
  const omit = (kind: Kind, ...lines: { start: number; end: number }[]): void => {
    for (const { start, end } of lines) omitted.push({ kind, content: sliceSource(source, start, end) });
  };
  const omitLabels = (notes: PrintedNote[]): void => {
    for (const { lines, labelLength } of notes) {
      const { start } = lines[0]!;
      if (labelLength > 0) omit('note label', { start, end: start + labelLength });
    }
  };

  // 1. Pages come first: otherwise running heads and page numbers would be in the middle of paragraphs.
  const lines = divideLines(source);
  const { pages: found, areNumbered } = dividePages(lines, firstPage);
  const pages = found.slice(first - 1, last);
  const leftOut = found
    .filter((page) => !pages.includes(page))
    .flatMap((page) => [...page.lines, ...page.runningHeads, ...page.pageNumbers]);
  if (found.length === 1) warn(0, 'the text does not show where pages begin; its printed pages are unknown');
  const starts = found.map(({ start }) => start);
  const unwrapLines = startUnwrapping(source, lines, warn);

  // 2. Notes and lists leave the running text, the most certain first: a star marks only notes on the author; a list
  // has a heading; footnotes are recognised only by numbers that match marks.
  const { pages: withoutAuthorNotes, authorNotes } = takeAuthorNotes(pages);
  const { pages: withoutLists, lists } = takeLists(withoutAuthorNotes);
  const footnotes = divideNoteAreas(withoutLists, listFamilies(lists));
  for (const { continuation } of footnotes?.areas ?? [])
    if (continuation.length > FEW_LINES)
      warn(
        continuation[0]!.start,
        `${continuation.length} lines are taken for the rest of the last note on the page before; they may be running text`,
        { is: 'goes on' },
      );
  const body = footnotes
    ? footnotes.areas.flatMap((area) => area.body)
    : withoutLists.flatMap((page) => page.lines);
  const { notes: atFeet, strays } = joinAreas(footnotes?.areas ?? []);
  for (const notes of [atFeet, ...lists.map(({ entries }) => entries)]) {
    longNotes(notes, warn);
    omitLabels(notes);
  }
  for (const { runningHeads, pageNumbers } of pages) {
    omit('running head', ...runningHeads);
    omit('page number', ...pageNumbers);
  }
  omit('editorial', ...authorNotes, ...leftOut, ...strays, ...lists.flatMap(({ unlabelled }) => unlabelled));
  omit('rule', ...(footnotes?.areas ?? []).flatMap(({ rules }) => rules));
  omit('opening word', ...lists.flatMap(({ heading, parts }) => [heading, ...parts]));

  // 3. Exhibits leave before paragraphs are joined, since a paragraph continues after the exhibit that interrupts it.
  const layout = learnParagraphLayout(body);
  const { text, exhibits } = takeExhibits(body, layout);
  for (const { caption, captionLength } of exhibits)
    omit('caption', { start: caption.start, end: caption.start + captionLength });
  const blocks = groupParagraphs(text, layout).map((group): SourceBlock => {
    const content = unwrapLines(group);
    const marks = printedMarks(content, footnotes, lists);
    const raw = group.map((line) => line.text).join('');
    return { kind: 'text', content, marks, raw };
  });

  const toEntry = (note: PrintedNote) => toNote(note, unwrapLines);
  const entriesOf = (id: PrintedList['id']): PrintedNote[][] =>
    lists.filter((list) => list.id === id).map(({ entries }) => entries);
  const notes = [
    ...atFeet.map((note) => ({
      ...toEntry(note),
      scope: `page ${indexAtOrBefore(starts, note.lines[0]!.start)}`,
    })),
    ...entriesOf('notes').flatMap((list, i) =>
      list.map((note) => ({ ...toEntry(note), scope: `list ${i}` })),
    ),
  ].sort((a, b) => a.start - b.start);
  return {
    text: source,
    blocks,
    notes,
    references: entriesOf('references').flatMap((list) => list.map(toEntry)),
    exhibits: exhibits.map((exhibit) => toSourceExhibit(source, exhibit, unwrapLines)),
    omitted,
    pages:
      found.length === 1
        ? []
        : found.map(({ start, number }) => ({ start, number: areNumbered ? number : undefined })),
    ...(found.length === 1 ? {} : { firstSheet: 1 }),
    metadata: {},
    warnings,
  };
}

/** The most lines in which a note usually continues on the next page. */
const FEW_LINES = 8;

/** The marks in a block that refer to footnotes or to notes in lists. */
function printedMarks(
  { text }: MappedText,
  footnotes: PageFootnotes | undefined,
  lists: PrintedList[],
): SourceMark[] {
  return [
    ...marksOfFamilies(text, footnotes ? [footnotes.family] : []),
    ...marksOfFamilies(text, listFamilies(lists), { isListed: true }),
  ].sort((a, b) => a.start - b.start);
}

function startUnwrapping(source: string, lines: Line[], warn: Warn): UnwrapLines {
  const setting = learnSetting(lines.filter(({ text }) => text !== ''));
  return (group) =>
    unwrap(source, group, setting, (line, word, isDropped) =>
      warn(
        line.end - 1,
        `the hyphen in “${word}” may only divide the word at the end of the line; it is ${isDropped ? 'dropped' : 'kept'}`,
      ),
    );
}

const toSourceExhibit = (
  source: string,
  { kind, number, after, caption, captionLength, rows, source: origin }: PrintedExhibit,
  unwrapLines: UnwrapLines,
): SourceExhibit => ({
  kind,
  number,
  start: after?.start ?? 0,
  title: sliceSource(source, caption.start + captionLength, caption.end),
  rows: rows.map(({ start, end }) => sliceSource(source, start, end)),
  source: origin.length > 0 ? unwrapLines(origin) : undefined,
});
