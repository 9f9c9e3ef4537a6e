import { titleKey } from '../citations/work-index.ts';
import type { Root } from 'hast';
import type { LibraryRecord } from '../../cite/read-library.ts';
import { isChinese } from '../../model/language.ts';
import type { Kind } from '../coverage.ts';
import { readHeadings } from '../words/headings.ts';
import { sliceMapped, type MappedText } from '../mapped-text.ts';
import { languageOf } from '../words/paper-language.ts';
import { opensFrontPart } from '../words/paper-words.ts';
import type {
  SourceBlock,
  SourceDocument,
  SourceEntry,
  SourceMark,
  SourceMetadata,
} from '../source-document.ts';
import { startWarnings, type Warn } from '../warning.ts';
import { attribute, elementsOf, isElement, isLink, outermostIn } from './elements.ts';
import { findNotes, type FoundEntry } from './find-notes.ts';
import { leavesOf, textOfLeaf, type Leaf } from './leaves.ts';
import { writeExhibits } from './write-exhibits.ts';
import { preparePage } from './prepare-page.ts';
import { labelOf, readLabel } from './note-labels.ts';
import { siteMatter } from './site-matter.ts';
import { startText } from './text-writer.ts';
import { writeLine, type LineContext } from './write-line.ts';

/** Information from a format besides its tree. */
export interface AboutTree {
  metadata: SourceMetadata;
  /** True if the tree is a web page with menus and the like around the text. */
  isPage?: boolean;
  /** True if the tree has an element or role for each part of a paper, and `data-part` in the front matter. */
  isTagged?: boolean;
  /** The works of list entries, by the entries’ ids. */
  records?: ReadonlyMap<string, LibraryRecord>;
  /** What could not be read, each as a sentence without its full stop. */
  losses?: string[];
  /** Lines of the document that are no part of the paper, such as its table of contents. */
  leftOut?: string[];
}

/** A file as HTML elements for `readTree`, or one sentence on why it cannot be read. */
export type OpenedTree = (AboutTree & { tree: Root }) | { refusal: string };

/** Reads a paper from HTML elements, whatever its original format. */
export function readTree(tree: Root, about: AboutTree): SourceDocument {
  const { warnings, warn } = startWarnings();
  for (const reason of about.losses ?? []) warn(0, reason);
  const root = about.isPage ? preparePage(tree, about.metadata.title, warn) : tree;
  const leaves = withHeadings(leavesOf(root));
  warnOfCode(leaves, warn);
  const found = findNotes(tree, leaves, about);

  const inEntry = new Set([...found.notes, ...found.references].flatMap((entry) => entry.leaves));
  const ofSite = about.isPage
    ? siteMatter(tree, leaves, (leaf) => inEntry.has(leaf) || found.headings.includes(leaf))
    : new Set<Leaf>();
  const own = leaves.filter((leaf) => !ofSite.has(leaf));
  const title = about.isTagged ? undefined : titleIn(own, found.headings, about);
  const isLinked = new Set(linkedNotes(leaves, found));
  const openLabels = new Set(
    found.notes.flatMap((note, i) => (isLinked.has(note) ? [] : [note.number ?? labelIn(note) ?? i + 1])),
  );
  const context: LineContext = {
    out: startText(),
    spans: [],
    citations: [],
    targetOf: found.targetOf,
    openLabels,
    bracketed: found.references.length > 0 ? new Set() : openLabels,
    warn,
  };
  const writer = startWriter(context, areBareIn(found.notes));
  const { omitted, omit, writeEntry } = writer;
  const exhibits = writeExhibits(
    own.filter((leaf) => !inEntry.has(leaf)),
    context,
    omit,
  );
  const blocks = writeBlocks({ leaves, inEntry, ofSite, title, found, exhibits }, about, writer);
  const notes = found.notes.map((note, i) => {
    const entry = writeEntry(note, 'note', i);
    return { ...entry, scope: isLinked.has(note) ? 'paper' : `list ${note.list}` };
  });
  const references = found.references.map((entry, i): SourceEntry => {
    const record = entry.id === undefined ? undefined : about.records?.get(entry.id);
    return { ...writeEntry(entry, 'reference', i), ...(record ? { record } : {}) };
  });
  const text = context.out.text();
  return {
    text,
    blocks,
    notes,
    references,
    exhibits: exhibits.finish(),
    spans: context.spans.sort((a, b) => a.start - b.start || b.end - a.end),
    citations: context.citations,
    // A text that begins with a chapter has no front matter that could be recognised by its words.
    isFrontNamed: (about.isTagged ?? false) || (!title && blocks[0]?.kind === 'heading'),
    marksParagraphs: true,
    omitted,
    pages: [],
    metadata: inItsLanguage(about.metadata, leaves),
    warnings,
  };
}

/** The leaves of a text, and which of them are in notes or lists, or belong to the site rather than to the paper. */
interface Divided {
  leaves: Leaf[];
  inEntry: ReadonlySet<Leaf>;
  ofSite: ReadonlySet<Leaf>;
  title: Leaf | undefined;
  found: ReturnType<typeof findNotes>;
  exhibits: ReturnType<typeof writeExhibits>;
}

/** Writes the blocks of the text, and places the exhibits behind them. */
function writeBlocks(
  { leaves, inEntry, ofSite, title, found, exhibits }: Divided,
  about: AboutTree,
  { omit, writeBlock }: ReturnType<typeof startWriter>,
): SourceBlock[] {
  const outlined = leaves.filter((leaf) => !ofSite.has(leaf) && isOutlined(leaf, title, found.headings));
  const levels = [...new Set(outlined.map(({ level }) => level))].sort((a, b) => a - b);
  for (const line of about.leftOut ?? [])
    omit('editorial', writeBlock([{ type: 'text', value: line }]).content);
  const blocks: SourceBlock[] = [];
  const titleAt = title ? leaves.indexOf(title) : -1;
  const isNamed = leaves.some(({ within }) => within.some((one) => attribute(one, 'dataPart') === 'title'));
  if (!title && !isNamed && about.metadata.title !== undefined && (about.isPage || about.isTagged))
    blocks.push({ kind: 'title', ...writeBlock([{ type: 'text', value: about.metadata.title }]) });
  leaves.forEach((leaf, i) => {
    if (inEntry.has(leaf) || exhibits.has(leaf)) {
      exhibits.place(leaf, blocks.at(-1)?.content);
      return;
    }
    if (found.headings.includes(leaf)) omit('opening word', writeBlock(leaf.content).content);
    else if (i < titleAt || ofSite.has(leaf)) omit('editorial', writeBlock(leaf.content).content);
    else {
      const line = writeBlock(leaf.content, leaf.kind === 'heading' ? 'plain' : 'text');
      const part = leaf === title ? 'title' : partOf(leaf, blocks.at(-1));
      const marks = part === 'title' ? [...line.marks, ...marksInTitle(leaf, found.targetOf)] : line.marks;
      if (line.content.text !== '') blocks.push(blockOf(leaf, { ...line, marks }, levels, part));
    }
  });
  return blocks;
}

/** Says how blocks of code are read. */
function warnOfCode(leaves: Leaf[], warn: Warn): void {
  const code = new Set(
    leaves
      .filter(({ kind }) => kind === 'quotation' || kind === 'list item')
      .flatMap(({ within }) => within.filter(({ tagName }) => tagName === 'pre')),
  );
  if (code.size > 0) warn(0, `blocks of code are quoted line by line, without their indents: ${code.size}`);
}

/** A line of the text with its note marks. */
type WrittenLine = Pick<SourceBlock, 'content' | 'marks'>;

/** The part of the front matter that the format says a leaf is. */
function partOf({ within }: Leaf, before: SourceBlock | undefined): string | undefined {
  const part = within.map((one) => attribute(one, 'dataPart')).find(Boolean);
  const isBelowTitle =
    before?.kind === 'title' && within.some((one) => attribute(one, 'className') === 'subtitle');
  return part ?? (isBelowTitle ? 'subtitle' : undefined);
}

function blockOf(leaf: Leaf, line: WrittenLine, levels: number[], part: string | undefined): SourceBlock {
  switch (part) {
    case 'title':
    case 'subtitle':
    case 'abstract':
    case 'other language':
    case 'editorial':
      return { kind: part, ...line };
  }
  switch (leaf.kind) {
    case 'heading':
      return { kind: 'heading', level: Math.max(levels.indexOf(leaf.level) + 1, 1), ...line };
    case 'list item':
      return { kind: 'list item', item: leaf.item!, ...line };
    case 'quotation':
    case 'formula':
      return { kind: leaf.kind, ...line };
    default:
      return { kind: 'paragraph', ...line, ...rawOf(leaf, line) };
  }
}

/** The notes on a title that is a heading, which is written without its marks. */
function marksInTitle({ kind, content }: Leaf, targetOf: LineContext['targetOf']): SourceMark[] {
  if (kind !== 'heading') return [];
  return outermostIn(content, isLink).flatMap((link) => {
    const { note } = targetOf(link);
    return note === undefined ? [] : [{ start: 0, end: 0, note: { index: note } }];
  });
}

/**
 * Writes lines and entries into the text; `omitted` collects what these leave out. `areBare` is true if notes may begin
 * with their number alone.
 */
function startWriter(context: LineContext, areBare: boolean) {
  const { out } = context;
  const omitted: SourceDocument['omitted'] = [];
  const omit = (kind: Kind, content: MappedText): void => {
    if (content.text !== '') omitted.push({ kind, content });
  };
  return { omitted, omit, writeBlock, writeEntry };

  function writeBlock(content: Leaf['content'], role: Parameters<typeof writeLine>[2] = 'text'): WrittenLine {
    out.open();
    const marks = writeLine(content, context, role);
    const written = out.content();
    const first = written.offsets[0] ?? 0;
    return {
      content: written,
      marks: marks.map((mark) => ({ ...mark, start: mark.start - first, end: mark.end - first })),
    };
  }

  /** Writes a note or list entry; its printed number becomes the label. */
  function writeEntry(
    { leaves: own, number, marked }: FoundEntry,
    role: 'note' | 'reference',
    place: number,
  ): SourceEntry {
    out.open();
    own.forEach((leaf, i) => {
      // An entry may have its title, its names and its journal in blocks of their own.
      const isPart = role === 'reference' && i > 0 && /^\p{Lu}/u.test(textOfLeaf(leaf));
      const isOpen = isPart && /[\p{L}\p{N})]$/u.test(out.content().text);
      if (isOpen) out.dropPendingSpace();
      out.write(isOpen ? '. ' : ' ');
      writeLine(inlineOf(leaf), context, 'note');
    });
    const whole = out.content();
    const label = readLabel(whole.text, number ?? marked, role === 'note' && areBare);
    // If the format numbers the items, the text may still contain the full stop.
    const stop = number === undefined ? 0 : (/^[.．]\s+/.exec(whole.text)?.[0].length ?? 0);
    const length = label?.length ?? stop;
    const start = whole.offsets[0] ?? out.end();
    omit('note label', sliceMapped(whole, 0, length));
    return {
      label: label?.number ?? number ?? place + 1,
      content: sliceMapped(whole, length),
      // A number from the list markup is not in the text: the label belongs before the first letter.
      start: number !== undefined && length === 0 ? start - 1 : start,
    };
  }
}

/** A line that may be names: with the spaces between Chinese names, and without note marks. */
function rawOf(leaf: Leaf, { content: { text }, marks }: WrittenLine): { raw?: string } {
  const plain = textOfLeaf(leaf);
  if (plain.length > MAX_HEADING || plain.replace(/\s/g, '') !== text.replace(/\s/g, '')) return {};
  return { raw: marks.reduce((raw, { start, end }) => raw.replace(text.slice(start, end), ''), plain) };
}

/**
 * The inline content of a leaf in a note. Notes cannot contain tables, so the rows follow one another with separated
 * cells.
 */
function inlineOf({ kind, content }: Leaf): Leaf['content'] {
  if (kind !== 'table') return content;
  const between = (value: string, parts: Leaf['content'][]): Leaf['content'] =>
    parts.flatMap((part, i) => (i > 0 ? [{ type: 'text' as const, value }, ...part] : part));
  const rows = outermostIn(content, ({ tagName }) => tagName === 'tr');
  return between(
    '; ',
    rows.map((row) =>
      between(
        ' | ',
        elementsOf(row).map(({ children }) => children),
      ),
    ),
  );
}

/**
 * Drops the declared language if the text, apart from code and formulas, clearly contradicts it, since a page may
 * declare the language of its menus.
 */
function inItsLanguage({ lang, ...metadata }: SourceMetadata, leaves: Leaf[]): SourceMetadata {
  const prose = leaves.filter(({ within }) => !within.some(({ tagName }) => tagName === 'pre'));
  const { readAs, tag, doubt } = languageOf(
    prose.map(({ content }) => content.map(wordsOf).join('')).join(' '),
  );
  const isUnknown = doubt !== undefined && tag === 'en';
  return lang === undefined || (!isUnknown && isChinese(lang) !== (readAs === 'zh'))
    ? metadata
    : { lang, ...metadata };
}

const wordsOf = (node: Leaf['content'][number]): string =>
  node.type === 'text'
    ? node.value
    : isElement(node) && !/^(?:code|math|samp|kbd)$/.test(node.tagName)
      ? node.children.map(wordsOf).join('')
      : '';

const labelIn = ({ leaves: [first], number, marked }: FoundEntry): number | undefined =>
  first && labelOf(first, number ?? marked, true);

/** True if most notes print their numbers, so that a number alone may be one. */
const areBareIn = (notes: FoundEntry[]): boolean =>
  notes.filter((note) => labelIn(note) !== undefined).length * 2 > notes.length;

/** The notes that are linked from the text. */
function linkedNotes(leaves: Leaf[], { notes, targetOf }: ReturnType<typeof findNotes>): FoundEntry[] {
  const inNotes = new Set(notes.flatMap((note) => note.leaves));
  const links = leaves.flatMap((leaf) => (inNotes.has(leaf) ? [] : outermostIn(leaf.content, isLink)));
  return links.flatMap((link) => notes[targetOf(link).note ?? -1] ?? []);
}

const isOutlined = (leaf: Leaf, title: Leaf | undefined, lists: Leaf[]): boolean =>
  leaf.kind === 'heading' &&
  leaf !== title &&
  !lists.includes(leaf) &&
  !(title && titleKey(textOfLeaf(leaf)) === titleKey(textOfLeaf(title))) &&
  !opensFrontPart(textOfLeaf(leaf)) &&
  !leaf.within.some((one) => attribute(one, 'dataPart') !== '');

/** The most characters in a heading that is recognised only by its type or number. */
const MAX_HEADING = 80;

/** If no elements are headings, lines that are entirely bold become headings, or else numbered lines. */
function withHeadings(leaves: Leaf[]): Leaf[] {
  if (leaves.filter(({ kind }) => kind === 'heading').length > 1) return leaves;
  const candidates = leaves.filter(
    (leaf) =>
      (leaf.kind === 'paragraph' || leaf.kind === 'list item') && textOfLeaf(leaf).length <= MAX_HEADING,
  );
  const isBold = (leaf: Leaf): boolean =>
    leaf.content.every((node) =>
      isElement(node)
        ? /^(?:strong|b|a|br)$/.test(node.tagName)
        : node.type !== 'text' || node.value.trim() === '',
    ) && leaf.content.some((node) => isElement(node) && /^(?:strong|b)$/.test(node.tagName));
  const bold = candidates.filter(isBold);
  const numbered = candidates.filter((leaf) => readHeadings(textOfLeaf(leaf)).length > 0);
  const found = new Set(bold.length > 1 ? bold : numbered.length > 1 ? numbered : []);
  const levels = new Map([['plain', 2]]);
  return leaves.map((leaf): Leaf => {
    if (!found.has(leaf)) return leaf;
    const [own] = readHeadings(textOfLeaf(leaf));
    const numbering = own === undefined || own.numbering === 'plain' ? 'plain' : own.numbering;
    if (!levels.has(numbering)) levels.set(numbering, levels.size + 1);
    const { item: _, ...rest } = leaf;
    return { ...rest, kind: 'heading', level: levels.get(numbering)! };
  });
}

/**
 * The element with the title: one marked as title, one that matches the title in the metadata, or a single heading
 * above all others.
 */
function titleIn(leaves: Leaf[], lists: Leaf[], { metadata, isPage = false }: AboutTree): Leaf | undefined {
  const marked = leaves.find((leaf) =>
    leaf.within.some((one) => /\btitle\b/.test(attribute(one, 'className')) && one.tagName === 'h1'),
  );
  if (marked) return marked;
  const aboveAuthor = leaves.findIndex(({ within }) =>
    within.some((one) => attribute(one, 'className') === 'author'),
  );
  if (leaves[aboveAuthor - 1]?.kind === 'heading' && aboveAuthor === 1) return leaves[0];
  const near = leaves.slice(0, NEAR);
  const named = metadata.title === undefined ? '' : titleKey(metadata.title);
  const printed = near.find((leaf) => {
    const own = titleKey(textOfLeaf(leaf));
    return (
      own.length > 3 &&
      named !== '' &&
      (own === named || (leaf.kind === 'heading' && (named.startsWith(own) || own.startsWith(named))))
    );
  });
  if (printed && (isPage || printed.kind === 'heading')) return printed;
  const headings = leaves.filter((leaf) => leaf.kind === 'heading' && !lists.includes(leaf));
  const [first] = headings;
  const isAlone = headings.every((other) => other === first || other.level > first!.level);
  return first && isAlone && leaves.indexOf(first) < NEAR ? first : undefined;
}

/** The number of blocks at the beginning of a text that may contain its title. */
const NEAR = 40;
