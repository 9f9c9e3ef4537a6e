import type { Inline } from './bind-notes.ts';
import { startCoverage, type Coverage, type Kind } from './coverage.ts';
import type { PrintedExhibit } from './exhibits.ts';
import type { FrontMatter, Group, Matter } from './front-matter.ts';
import { joinAreas } from './gather-notes.ts';
import type { Line } from './lines.ts';
import type { PrintedList } from './lists.ts';
import type { MappedText } from './mapped-text.ts';
import type { PageFeet, PrintedNote } from './note-areas.ts';
import type { Outline, TextBlock } from './outline.ts';
import type { Page } from './pages.ts';
import type { Warn } from './warning.ts';

/** Everything that the stages of reading found. */
export interface PaperParts {
  pages: Page[];
  authorNotes: Line[];
  lists: PrintedList[];
  feet: PageFeet | undefined;
  matter: Matter;
  outlined: Outline;
  marked: ReadonlyMap<TextBlock, Inline[]>;
  notes: { content: MappedText }[];
  references: { content: MappedText }[];
  exhibits: PrintedExhibit[];
}

/** Classifies every character of the source by the part of the paper that holds it. */
export function classifyPaper(source: string, parts: PaperParts, warn: Warn): Coverage {
  const { pages, lists, feet, matter, outlined } = parts;
  const coverage = startCoverage(source);
  const lines = (kind: Kind, ...own: Line[]): void => {
    for (const { start, end } of own) coverage.classify(kind, range(start, end));
  };
  const texts = (kind: Kind, ...own: MappedText[]): void => {
    for (const { offsets } of own) coverage.classify(kind, offsets);
  };
  const groups = (kind: Kind, own: Group[]): void => texts(kind, ...own.map(({ content }) => content));
  const labels = (notes: PrintedNote[]): void => {
    for (const {
      lines: [first],
      labelLength,
    } of notes)
      if (first) coverage.classify('note label', range(first.start, first.start + labelLength));
  };

  for (const { runningHeads, pageNumbers } of pages) {
    lines('running head', ...runningHeads);
    lines('page number', ...pageNumbers);
  }
  lines('editorial', ...parts.authorNotes);
  const areas = feet?.areas ?? [];
  const { notes, strays } = joinAreas(areas);
  lines('rule', ...areas.flatMap(({ rules }) => rules));
  lines('editorial', ...strays);
  labels(notes);
  for (const { heading, entries } of lists) {
    lines('opening word', heading);
    labels(entries);
  }
  classifyFront(coverage, matter.front, groups);
  groups('editorial', matter.editorial);
  groups('other language', matter.otherLanguage);
  texts('heading number', ...outlined.headingNumbers);
  texts('heading', ...outlined.sectionTitles);
  for (const [{ type, id }, inlines] of parts.marked) {
    const kind = type !== 'paragraph' ? 'heading' : id === 'abstract' ? 'abstract' : 'body';
    for (const inline of inlines) texts(kindOf[inline.type] ?? kind, inline.content);
  }
  texts('note', ...parts.notes.map(({ content }) => content));
  texts('reference', ...parts.references.map(({ content }) => content));
  for (const { caption, captionLength, rows, source: origin } of parts.exhibits) {
    const title = caption.start + captionLength;
    coverage.classify('caption', range(caption.start, title));
    coverage.classify('table', range(title, caption.end));
    lines('table', ...rows, ...origin);
  }
  classifyRest(coverage, source, warn);
  return coverage;
}

const kindOf: Partial<Record<Inline['type'], Kind>> = {
  mark: 'note mark',
  repeat: 'note mark',
  cite: 'citation',
};

export function classifyFront(
  coverage: Coverage,
  { title, authors, editorial, otherLanguage, abstract, keywords }: FrontMatter,
  groups: (kind: Kind, own: Group[]) => void,
): void {
  groups('title', title);
  groups('authors', authors);
  groups('editorial', editorial);
  groups('other language', [...new Set(otherLanguage)]);
  for (const opened of [abstract, keywords]) {
    if (!opened) continue;
    if (opened.wordGroup) groups('opening word', [opened.wordGroup]);
    else coverage.classify('opening word', opened.group.content.offsets.slice(0, opened.wordLength));
  }
  if (keywords) coverage.classify('keywords', keywords.group.content.offsets.slice(keywords.wordLength));
}

/** White space that is in no text, and hyphens that a joined word has lost; whatever else is left is said to be. */
export function classifyRest(coverage: Coverage, source: string, warn: Warn): void {
  for (const offset of coverage.unclassified()) {
    if (/[\s\uFEFF]/.test(source.charAt(offset))) coverage.classify('white space', [offset]);
    else if (/^[-\u2010\u00AD][ \t\u3000]*[\r\n\f]/.test(source.slice(offset, offset + MAX_BREAK)))
      coverage.classify('divided word', [offset]);
  }
  const rest = coverage.unclassified();
  if (rest.length === 0) return;
  coverage.classify('editorial', rest);
  warn(rest[0]!, `${rest.length} characters were found in no part of the paper; they are in no chapter`);
}

/** Characters of a hyphen, the blanks behind it and the line break. */
const MAX_BREAK = 20;

function* range(start: number, end: number): Generator<number> {
  for (let i = start; i < end; i++) yield i;
}
