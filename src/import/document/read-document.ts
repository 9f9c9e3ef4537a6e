import type { ScopedNote } from './bind-notes.ts';
import { numberLevels, toBlock, withLevels, type Block } from './blocks.ts';
import type { CitedInText } from '../citations/cite-in-text.ts';
import { classifyFront, classifyRest } from './classify-parts.ts';
import { bindMarks, marksOfText } from './block-marks.ts';
import { startCoverage, type Coverage, type Kind } from '../coverage.ts';
import { doubtFront, doubtNames } from './front-doubts.ts';
import { divideMatter, openPart, type Matter } from './front-matter.ts';
import { endsCutOff } from './text-doubts.ts';
import { sliceMapped, withoutRanges, type MappedText } from '../mapped-text.ts';
import { markTexts, numberByMarks, type TitleMark } from './mark-texts.ts';
import { readMasthead, type Masthead } from './masthead.ts';
import { isTextBlock, outline, type Outline, type OutlinedSection, type TextBlock } from './outline.ts';
import type { Inline, Paper, PaperSection } from '../paper.ts';
import { ownNames, readFront } from './paper-facts.ts';
import { languageOf } from '../words/paper-language.ts';
import { indexAtOrBefore } from '../lower-bound.ts';
import type { SourceDocument, SourceMark } from '../source-document.ts';
import { startSpans, type Span } from '../spans.ts';
import { findCitations } from './text-citations.ts';
import { startWarnings, type Warn } from '../warning.ts';

/**
 * Turns a reader’s document into a paper. `firstPage` is the number of the paper’s first page, if the file does not
 * give it.
 */
export function readDocument(given: SourceDocument, firstPage?: number): Paper {
  const { warnings, warn } = startWarnings();
  const pages = pagesOf(given, firstPage);
  if (given.pages.length > 0 && !pages.areKnown)
    warn(0, 'no page numbers are printed; give the number of the first page with --first-page', {
      'first-page': 1,
    });

  const blocks = numberLevels(given.blocks.map(toBlock));
  const language = languageOf(blocks.map(({ content }) => content.text).join(''), given.metadata.lang);
  const lang = language.readAs;
  if (language.doubt !== undefined) warn(0, language.doubt, { lang: language.tag });
  const matter = matterOf(given, blocks, lang);
  const document = withoutFrontNotes(given, matter);
  const marksOf = new Map(document.blocks.map(({ content, marks }) => [content, marks]));
  const outlined = outline(
    withLevels(matter.text),
    matter.front,
    lang,
    document.exhibits,
    document.marksParagraphs,
  );
  const inTitles = takeMarks(outlined, marksOf, ({ offsets }, label) =>
    document.notes.some(
      (note) => note.label === label && pages.sheetAt(note.start) === pages.sheetAt(offsets[0] ?? 0),
    ),
  );
  const texts = outlined.sections.flatMap(({ blocks }) => blocks.filter(isTextBlock));

  const spansIn = startSpans(document.spans ?? []);
  const notes = document.notes.map((note, i): ScopedNote => ({
    number: i + 1,
    label: note.label,
    ...(note.also ? { also: note.also } : {}),
    scope: note.scope,
    content: note.content,
    offset: note.start,
    ...spansOf(spansIn(note.content)),
  }));
  const references = document.references.map((entry) => ({
    ...entry,
    isLabelled: (entry.content.offsets[0] ?? entry.start) > entry.start,
  }));
  const marked = markTexts(
    texts,
    bindMarks(texts, notes, marksOf, pages.sheetAt, warn),
    findCitationsIn(document, references, texts),
    pages,
    inTitles,
    warn,
  );
  for (const inline of [...marked.values()].flat())
    if (inline.type === 'text') Object.assign(inline, spansOf(spansIn(inline.content)));
  numberByMarks(notes, marked, warn);
  endsCutOff(marked, notes, warn);

  const coverage = classify(document, matter, outlined, marked, inTitles, warn);
  const heads = document.omitted
    .filter(({ kind }) => kind === 'running head' || kind === 'editorial')
    .map(({ content }) => content.text);
  const front = readFront(matter, titleOf(matter, lang), document.text, heads);
  const scraps = matter.front.editorial.map(({ content }) => content.text);
  const { metadata } = document;
  const title = front.title || (metadata.title ?? '');
  if (title === '')
    warn(0, 'no title was found; dossier.yaml contains a placeholder', { title: 'The title' });
  const masthead = readMasthead([...heads, ...scraps], ownNames(front), lang);
  const facts = {
    authors: fullerOf(front.authors, metadata.authors ?? []),
    ...withMetadata(masthead, metadata),
  };
  if (document.layout) doubtFront(facts, matter, masthead, heads, warn);
  else if (document.marksParagraphs) doubtNames(facts, matter, warn);
  const offsets = [...texts, ...notes, ...references].flatMap(({ content }) => content.offsets);
  const printed = [...new Set(offsets.map(pages.pageAt))];
  return {
    lang: language.tag,
    title,
    ...facts,
    keywords: front.keywords.length > 0 ? front.keywords : (metadata.keywords ?? []),
    DOI: metadata.DOI ?? front.DOI,
    pages:
      pages.areKnown && printed.length > 0 ? [Math.min(...printed), Math.max(...printed)] : metadata.pages,
    sections: outlined.sections.map((section) => withInlines(section, marked)),
    notes,
    references: references.map(({ content, record }, i) => ({ number: i + 1, content, record })),
    exhibits: document.exhibits.map(({ kind, number, title, rows, cells, source }) => ({
      id: `${kind}-${number}`,
      kind,
      ...(title.offsets[0] === undefined ? {} : { start: title.offsets[0] }),
      title: title.text,
      rows: rows.map(({ text }) => text),
      ...(cells ? { cells } : {}),
      source: source?.text ?? '',
    })),
    warnings: [...document.warnings, ...warnings].sort((a, b) => a.offset - b.offset),
    coverage,
    sheets: { starts: document.pages.map(({ start }) => start), first: document.firstSheet ?? 1 },
    pageAt: pages.pageAt,
  };
}

/** The authors in the metadata if they include all those that are printed. */
const fullerOf = (printed: Paper['authors'], listed: Paper['authors']): Paper['authors'] =>
  listed.length >= printed.length &&
  printed.every(({ family }) => listed.some((author) => author.family === family))
    ? listed
    : printed;

const spansOf = (spans: Span[]): { spans?: Span[] } => (spans.length > 0 ? { spans } : {});

/**
 * The citations of the reference list in a text: those that the format marks, and those that look like citations,
 * except in formulas.
 */
function findCitationsIn(
  { citations = [], spans = [] }: SourceDocument,
  references: Parameters<typeof findCitations>[0],
  texts: TextBlock[],
): (content: MappedText) => CitedInText[] {
  const byWords = findCitations(
    references,
    texts.map(({ content }) => content.text),
  );
  const saidIn = startSpans(citations);
  const formulasIn = startSpans(spans.filter(({ style }) => style === 'formula'));
  return (content) => {
    const said = saidIn(content);
    const taken = [...said, ...formulasIn(content)];
    const found = byWords(content.text).filter(
      ({ start, end }) => !taken.some((one) => one.start < end && one.end > start),
    );
    return [...said, ...found].sort((a, b) => a.start - b.start);
  };
}

interface Pages {
  areKnown: boolean;
  /** The printed page of an offset; if none is known, the page’s position from 1. */
  pageAt: (offset: number) => number;
  /** The index of the page of an offset. */
  sheetAt: (offset: number) => number;
}

function pagesOf({ pages }: SourceDocument, firstPage: number | undefined): Pages {
  const starts = pages.map(({ start }) => start);
  const isPrinted = pages.length > 0 && pages.every(({ number }) => number !== undefined);
  const sheetAt = (offset: number): number => (starts.length === 0 ? 0 : indexAtOrBefore(starts, offset));
  const pageAt = (offset: number): number => {
    const sheet = sheetAt(offset);
    return (isPrinted ? pages[sheet]?.number : undefined) ?? sheet + (firstPage ?? 1);
  };
  return {
    areKnown: isPrinted || (firstPage !== undefined && pages.length > 0),
    pageAt,
    sheetAt,
  };
}

/** Front matter, text and back matter as the reader named them; otherwise they are recognised by their words. */
function matterOf(
  { isFrontNamed = false, marksParagraphs = false }: SourceDocument,
  blocks: Block[],
  lang: 'zh' | 'en',
): Matter {
  const of = (...kinds: Block['kind'][]): Block[] => blocks.filter(({ kind }) => kinds.includes(kind));
  const title = of('title', 'subtitle');
  if (!isFrontNamed && of('authors', 'abstract', 'keywords').length === 0)
    return divideMatter(
      [...title, ...blocks.filter((block) => !title.includes(block))],
      lang,
      marksParagraphs,
    );
  const [abstract, ...abstractRest] = of('abstract');
  const [keywords] = of('keywords');
  return {
    front: {
      title,
      authors: of('authors'),
      abstract: openPart('abstract', abstract),
      abstractRest,
      keywords: openPart('keywords', keywords),
      editorial: of('editorial'),
      otherLanguage: of('other language'),
      length: 0,
    },
    text: of('paragraph', 'quotation', 'formula', 'list item', 'heading', 'text'),
    editorial: [],
    otherLanguage: [],
  };
}

/** Leaves out the notes that only the title and the authors refer to: they are on the paper and its authors. */
function withoutFrontNotes(document: SourceDocument, { front }: Matter): SourceDocument {
  const indices = ({ marks }: Pick<Block, 'marks'>): number[] =>
    marks.flatMap(({ note }) => ('index' in note ? [note.index] : []));
  const inFront = [...front.title, ...front.authors];
  const contents = new Set(inFront.map(({ content }) => content));
  const elsewhere = new Set(document.blocks.filter(({ content }) => !contents.has(content)).flatMap(indices));
  const gone = new Set(inFront.flatMap(indices).filter((index) => !elsewhere.has(index)));
  if (gone.size === 0) return document;
  const kept = document.notes.filter((_, i) => !gone.has(i));
  const renumbered = (mark: SourceMark): SourceMark[] => {
    if ('label' in mark.note) return [mark];
    const index = kept.indexOf(document.notes[mark.note.index]!);
    return index < 0 ? [] : [{ ...mark, note: { index } }];
  };
  return {
    ...document,
    notes: kept,
    blocks: document.blocks.map((block) => ({ ...block, marks: block.marks.flatMap(renumbered) })),
    omitted: [
      ...document.omitted,
      ...[...gone].map((index) => ({ kind: 'editorial' as const, content: document.notes[index]!.content })),
    ],
  };
}

function titleOf({ front }: Matter, lang: 'zh' | 'en'): string {
  const [space, colon] = lang === 'zh' ? ['', '：'] : [' ', ': '];
  return front.title
    .map(
      ({ content, marks, kind }, i) =>
        `${i === 0 ? '' : kind === 'subtitle' ? colon : space}${withoutRanges(
          content,
          marks.filter(({ note }) => 'index' in note),
        ).text.trim()}`,
    )
    .join('');
}

const withMetadata = (
  printed: Masthead,
  { journal, year, volume, issue }: SourceDocument['metadata'],
): Masthead => ({
  journal: printed.journal ?? journal,
  year: printed.year ?? year,
  volume: printed.volume ?? volume,
  issue: printed.issue ?? issue,
});

const withInlines = (
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

/**
 * Removes note marks from chapter titles, which cannot contain any; within a title only those for which `isNoted` finds
 * a note on the page. The notes move to the next marks.
 */
function takeMarks(
  { sections, sectionTitles }: Outline,
  marksOf: ReadonlyMap<MappedText, SourceMark[]>,
  isNoted: (title: MappedText, label: number) => boolean,
): TitleMark[] {
  return sectionTitles.flatMap((title, i) => {
    const end = title.text.trimEnd().length;
    const taken = marksOfText(title, marksOf).filter(
      (mark) =>
        mark.start > 0 && (mark.end >= end || ('label' in mark.note && isNoted(title, mark.note.label))),
    );
    if (taken.length === 0) return [];
    const section = sections.find(({ start }) => start === title.offsets[0]);
    sectionTitles[i] = withoutRanges(title, taken);
    if (section) section.title = sectionTitles[i].text.trim();
    return taken.map(({ start, end: last, note }) => {
      const content = sliceMapped(title, start, last >= end ? undefined : last);
      return 'label' in note ? { content, label: note.label } : { content };
    });
  });
}

function classify(
  document: SourceDocument,
  matter: Matter,
  outlined: Outline,
  marked: ReadonlyMap<TextBlock, Inline[]>,
  inTitles: TitleMark[],
  warn: Warn,
): Coverage {
  const coverage = startCoverage(document.text);
  const texts = (kind: Kind, ...own: MappedText[]): void => {
    for (const { offsets } of own) coverage.classify(kind, offsets);
  };
  const ofBlocks = (kind: Kind, own: Block[]): void => texts(kind, ...own.map(({ content }) => content));
  for (const { kind, content } of document.omitted) texts(kind, content);
  classifyFront(coverage, matter.front, ofBlocks);
  ofBlocks('editorial', matter.editorial);
  ofBlocks('other language', matter.otherLanguage);
  texts('heading number', ...outlined.headingNumbers);
  texts('heading', ...outlined.sectionTitles);
  texts('note mark', ...inTitles.map(({ content }) => content));
  for (const [{ type, id }, inlines] of marked) {
    const kind = type !== 'paragraph' ? 'heading' : id === 'abstract' ? 'abstract' : 'body';
    for (const inline of inlines)
      texts(
        inline.type === 'mark' || inline.type === 'repeat'
          ? 'note mark'
          : inline.type === 'cite'
            ? 'citation'
            : kind,
        inline.content,
      );
  }
  texts('note', ...document.notes.map(({ content }) => content));
  texts('reference', ...document.references.map(({ content }) => content));
  for (const { title, rows, source } of document.exhibits)
    texts('table', title, ...rows, ...(source ? [source] : []));
  classifyRest(coverage, document.text, warn);
  return coverage;
}
