import { takeAuthorNotes } from './author-notes.ts';
import { correctFeet, correctPages, startLines, type CorrectedLines } from './correct-lines.ts';
import type { PlacedCorrection } from './corrections.ts';
import { readNumbers } from './headings.ts';
import { classifyPaper } from './classify-parts.ts';
import { takeExhibits, type PrintedExhibit } from './exhibits.ts';
import { divideMatter, type Group } from './front-matter.ts';
import { readMasthead } from './masthead.ts';
import { ownNames, readFront } from './paper-facts.ts';
import { languageOf } from './paper-language.ts';
import { endsCutOff, gatherNotes, listEntries, longNotes } from './gather-notes.ts';
import { divideLines, type Line } from './lines.ts';
import { listFamilies, takeLists } from './lists.ts';
import { bindByFamily, markTexts, numberByMarks } from './mark-texts.ts';
import { divideNoteAreas } from './note-areas.ts';
import { isTextBlock, outline, type OutlinedSection, type TextBlock } from './outline.ts';
import { dividePages } from './pages.ts';
import type { Inline } from './bind-notes.ts';
import type { Paper, PaperExhibit, PaperSection } from './paper.ts';
import { groupParagraphs, learnParagraphLayout } from './paragraphs.ts';
import { pageFinder } from './place-pages.ts';
import { learnSetting, unwrap, type UnwrapLines } from './unwrap.ts';
import { findCitations } from './text-citations.ts';
import type { Warn, Warning } from './warning.ts';

/** What an editor says of a paper that is plain text. */
export interface TextCorrections {
  lang?: string | undefined;
  /** The first and the last of its pages, from 1. */
  pages?: [number, number] | undefined;
  lines?: PlacedCorrection[];
}

/** Reads the plain text of a paper. `firstPage` is the printed number of its first page where the text does not say it. */
export function readPaper(source: string, firstPage?: number, corrections: TextCorrections = {}): Paper {
  const warnings: Warning[] = [];
  const warn: Warn = (offset, reason, correction) =>
    warnings.push({ offset, reason, ...(correction ? { correction } : {}) });

  // 1. Pages come first: a running head or page number would otherwise stand in the middle of a paragraph.
  const lines = divideLines(source);
  const { pages: found, doubt: unnumbered } = dividePages(lines, firstPage);
  const corrected = startLines(corrections.lines ?? []);
  const { pages, leftOut } = correctPages(found, corrected, corrections.pages);
  if (unnumbered !== undefined) warn(0, unnumbered, found.length > 1 ? { 'first-page': 1 } : undefined);
  const pageAt = pageFinder(found, lines);
  const unwrapLines = startUnwrapping(source, lines, warn);

  // 2. What stands below or behind the running text leaves it, the surest first: a star marks no other note than the
  //    author's; a list has a heading; notes at the foot of a page are told only by how their numbers answer to marks.
  const { pages: withoutAuthorNotes, authorNotes } = takeAuthorNotes(pages);
  const { pages: withoutLists, lists } = takeLists(withoutAuthorNotes);
  const feet = correctFeet(divideNoteAreas(withoutLists, listFamilies(lists)), withoutLists, corrected);
  for (const { continuation } of feet?.areas ?? [])
    if (continuation.length > FEW_LINES)
      warn(
        continuation[0]!.start,
        `${continuation.length} lines are taken to go on with the last note of the page before; they may be running text`,
        { is: 'goes on' },
      );
  const body = feet ? feet.areas.flatMap((area) => area.body) : withoutLists.flatMap((page) => page.lines);

  // 3. Exhibits leave before paragraphs are joined, since a paragraph goes on behind the exhibit that interrupts it.
  const layout = learnParagraphLayout(body);
  const { text, exhibits } = takeExhibits(body, layout);
  const groups = groupParagraphs(text, layout, corrected.kindOf).map((group): Group => ({
    ...toGroup(group, unwrapLines, pageAt),
    ...saidOf(group[0]!, corrected),
  }));

  // 4. The front matter is told by the language of the running text, and headings are numbered only behind it.
  const written = groups.map(({ content }) => content.text).join('');
  const language = languageOf(written, corrections.lang);
  const lang = language.reads;
  if (language.doubt !== undefined) warn(0, language.doubt, { lang: language.tag });
  const titles = groups.filter(({ lines: [first] }) => first && corrected.kindOf(first) === 'title');
  const matter = divideMatter([...titles, ...groups.filter((group) => !titles.includes(group))], lang);
  const outlined = outline(
    matter.text,
    matter.front,
    lang,
    exhibits.map(({ kind, number, after }) => ({ kind, number, after: after?.start ?? 0 })),
  );
  const texts = outlined.sections.flatMap(({ blocks }) => blocks.filter(isTextBlock));

  // 5. Notes are numbered through the paper before they are bound to their marks, which are looked for in blocks that
  //    are whole; citations come last, since what is a mark cites nothing.
  const notes = gatherNotes(feet, lists, unwrapLines, warn);
  const references = lists
    .filter(({ id }) => id === 'references')
    .flatMap((list) => {
      // Brackets are the marks of notes where those have them.
      const isLabelled = list.family?.id === 'square' && feet?.family?.id !== 'square';
      return listEntries(list, unwrapLines).map((entry) => ({ ...entry, isLabelled }));
    });
  for (const { entries } of lists) longNotes(entries, warn);
  const citedIn = findCitations(
    references,
    texts.map(({ content }) => content.text),
  );
  const marked = markTexts(
    texts,
    bindByFamily(texts, notes, feet?.family, lists, pageAt, warn),
    ({ text: own }) => citedIn(own),
    pageAt,
    unnumbered === undefined,
    warn,
  );
  numberByMarks(notes, marked, warn);
  endsCutOff(texts, notes, warn);

  // 6. Only what every stage has left where it is can be classified once and for all.
  const coverage = classifyPaper(
    source,
    {
      pages,
      authorNotes: [...authorNotes, ...leftOut],
      lists,
      feet,
      matter,
      outlined,
      marked,
      notes,
      references,
      exhibits,
    },
    warn,
  );
  const [first, last] = [pages[0], pages.at(-1)];
  const front = readFront(matter, unwrapLines(matter.front.title.flatMap((group) => group.lines)).text);
  const heads = pages.flatMap(({ runningHeads }) => runningHeads.map((line) => line.text));
  return {
    lang: language.tag,
    ...front,
    ...readMasthead(heads, ownNames(front), lang),
    pages: first && last && unnumbered === undefined ? [first.number, last.number] : undefined,
    sections: outlined.sections.map((section) => withInlines(section, marked)),
    notes: notes.map(({ number, label, scope, content, page }) => ({ number, label, scope, content, page })),
    references: references.map(({ label, content, page }, i) => ({
      number: i + 1,
      label,
      scope: 'references',
      content,
      page,
    })),
    exhibits: exhibits.map((exhibit) => toPaperExhibit(exhibit, unwrapLines)),
    warnings: warnings.sort((a, b) => a.offset - b.offset),
    coverage,
    sheets: { starts: found.map(({ start }) => start), first: 1 },
    pageAt,
  };
}

/** A note that goes on over a page seldom has more lines there. */
const FEW_LINES = 8;

/** What an editor says of a group by its first line. */
function saidOf(line: Line, { at, kindOf }: CorrectedLines): Partial<Group> {
  const own = readNumbers(line.text)[0];
  switch (kindOf(line)) {
    case 'heading':
      return {
        heading: {
          level: at(line)?.level ?? 1,
          length: own?.length ?? 0,
          numbering: own?.numbering ?? 'plain',
        },
      };
    case 'quotation':
      return { heading: 'none', setApart: 'quotation' };
    case 'paragraph':
      return { heading: 'none' };
    default:
      return {};
  }
}

function startUnwrapping(source: string, lines: Line[], warn: Warn): UnwrapLines {
  const setting = learnSetting(lines.filter(({ text }) => text !== ''));
  return (group) =>
    unwrap(source, group, setting, (line, word) =>
      warn(
        line.end - 1,
        `the hyphen in “${word}” may only divide the word at the line’s end; it is ${setting.hyphenates ? 'dropped' : 'kept'}`,
      ),
    );
}

const toGroup = (lines: Line[], unwrapLines: UnwrapLines, pageAt: Paper['pageAt']): Group => ({
  content: unwrapLines(lines),
  raw: lines.map((line) => line.text).join(''),
  page: pageAt(lines[0]!.start),
  indent: lines[0]!.indent,
  lines,
});

export const withInlines = (
  { blocks, ...section }: OutlinedSection,
  marked: ReadonlyMap<TextBlock, Inline[]>,
): PaperSection => ({
  ...section,
  blocks: blocks.map((block) => {
    if (!isTextBlock(block)) return block;
    const { content: _, ...rest } = block;
    return { ...rest, inlines: marked.get(block) ?? [] };
  }),
});

const toPaperExhibit = (exhibit: PrintedExhibit, unwrapLines: UnwrapLines): PaperExhibit => ({
  id: `${exhibit.kind}-${exhibit.number}`,
  kind: exhibit.kind,
  start: exhibit.caption.start + exhibit.captionLength,
  title: exhibit.caption.text.slice(exhibit.captionLength),
  rows: exhibit.rows.map((line) => line.text),
  source: unwrapLines(exhibit.source).text,
});
