import type { FootnoteDefinition, Heading, Link, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { syntax } from '../../markdown/notation.ts';
import { writeLocator, type Locator } from '../../model/locator.ts';
import { findAddresses } from '../citations/read-url.ts';
import type { Inline, PaperBlock, PaperSection } from '../paper.ts';
import type { Span } from '../spans.ts';

/** A note as the chapter defines it: the parts of its text, some of which cite a work. */
export interface WrittenNote {
  number: number;
  pieces: { text: string; work?: string; locator?: Locator | undefined }[];
  /** Offsets in the texts of all pieces, joined. */
  spans?: Span[];
}

/** The targets of a chapter’s links: the works of the paper’s reference list, in order, and the chapter’s own notes. */
interface Known {
  works: string[];
  notes: ReadonlySet<number>;
}

/** The text of a chapter’s file. `works` are the ids of the works in the paper’s reference list, in order. */
export function writeChapter(section: PaperSection, notes: WrittenNote[], works: string[]): string {
  const known: Known = { works, notes: new Set(notes.map(({ number }) => number)) };
  const children = groupBlocks(section.blocks).flatMap(([block, ...more]) =>
    block.type === 'paragraph' && block.item ? listNodes([block, ...more], known) : [blockNode(block, known)],
  );
  return writer.stringify({ type: 'root', children: [...children, ...notes.map(noteNode)] });
}

const writer = unified()
  .use(remarkMdx)
  .use(syntax)
  .use(remarkStringify, {
    // Unlike others, this emphasis sign is escaped everywhere.
    emphasis: '*',
    rule: '-',
    // Otherwise only the first of three dollars would be escaped, and two would begin a formula.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
  })
  .freeze();

function blockNode(block: PaperBlock, known: Known): RootContent {
  if (block.type === 'exhibit') return { type: 'mdxFlowExpression', value: `/* ${block.id} */` };
  const children = block.inlines.flatMap((inline) => inlineNodes(inline, known));
  switch (block.type) {
    case 'paragraph': {
      const formula = block.continues ? formulaAlone(block.inlines) : undefined;
      if (formula !== undefined) return { type: 'math', value: formula };
      const own = block.continues ? children : marked(block.id, children);
      const paragraph: Paragraph = { type: 'paragraph', children: own };
      return block.isQuotation ? { type: 'blockquote', children: [paragraph] } : paragraph;
    }
    case 'heading':
      return { type: 'heading', depth: 2, children: marked(block.id, children) };
    case 'minor heading': {
      const depth = block.depth as Heading['depth'];
      return { type: 'heading', depth, children: block.opens ? marked(block.id, children) : children };
    }
  }
}

/** Groups the blocks of a section so that the items of a list are together. */
export function groupBlocks(blocks: PaperBlock[]): [PaperBlock, ...PaperBlock[]][] {
  const groups: [PaperBlock, ...PaperBlock[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isItem = block.type === 'paragraph' && block.item !== undefined && block.continues;
    if (isItem && last?.[0].type === 'paragraph' && last[0].item) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** A list, after the marker of the segment if the list begins one. */
function listNodes(blocks: PaperBlock[], known: Known): RootContent[] {
  const open: List[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' || !block.item) continue;
    const { isOrdered, number, continues } = block.item;
    // A list item can be at most one level deeper than the item before it.
    const depth = Math.min(Math.max(block.item.depth, 1), open.length + 1);
    open.length = Math.min(depth, open.length);
    let list = open[depth - 1];
    if (!list) {
      list = {
        type: 'list',
        ordered: isOrdered,
        start: isOrdered ? number : null,
        spread: false,
        children: [],
      };
      open.at(-1)?.children.at(-1)!.children.push(list);
      open.push(list);
    }
    const children: Paragraph = {
      type: 'paragraph',
      children: block.inlines.flatMap((inline) => inlineNodes(inline, known)),
    };
    const item = list.children.at(-1);
    if (continues && item) {
      item.children.push(children);
      item.spread = true;
      list.spread = true;
    } else list.children.push({ type: 'listItem', spread: false, children: [children] });
  }
  const [first] = blocks;
  const root = open[0]!;
  return first?.type === 'paragraph' && !first.continues
    ? [{ type: 'mdxFlowExpression', value: `/* ${first.id} */` }, root]
    : [root];
}

/** The TeX of a formula alone on its line. */
function formulaAlone([first, ...more]: Inline[]): string | undefined {
  if (first?.type !== 'text' || more.length > 0) return undefined;
  const [span] = first.spans ?? [];
  const { text: tex } = first.content;
  return span?.style === 'formula' && span.start === 0 && span.end === tex.length ? tex : undefined;
}

const marked = (id: string, children: PhrasingContent[]): PhrasingContent[] => [
  marker(id),
  text(' '),
  ...children,
];

const marker = (comment: string): PhrasingContent => ({
  type: 'mdxTextExpression',
  value: `/* ${comment} */`,
});
const text = (value: string): PhrasingContent => ({ type: 'text', value });

/**
 * Text in which addresses are links. Markdown would also turn bare addresses into links, escaped or not, and include
 * the Chinese text after them.
 */
function prose(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, url } of findAddresses(value)) {
    if (start > from) nodes.push(text(value.slice(from, start)));
    nodes.push(link(value.slice(start, end), url));
    from = end;
  }
  if (from < value.length) nodes.push(text(value.slice(from)));
  return nodes;
}

/** Text with its emphasis, links and formulas; `plain` writes the rest. */
function styled(value: string, spans: Span[], plain = prose, from = 0, to = value.length): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = from;
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    if (span.start < at || span.end > to || span.end <= span.start) continue;
    if (span.start > at) nodes.push(...plain(value.slice(at, span.start)));
    const inner = (own = plain): PhrasingContent[] =>
      styled(value, spans.slice(i + 1), own, span.start, span.end);
    if (span.style === 'formula')
      nodes.push({ type: 'inlineMath', value: value.slice(span.start, span.end) });
    else if (span.style === 'link')
      // Links cannot be nested.
      nodes.push({ type: 'link', url: span.url, children: inner((own) => [text(own)]) });
    else nodes.push({ type: span.style, children: inner() });
    at = span.end;
  }
  if (at < to) nodes.push(...plain(value.slice(at, to)));
  return nodes;
}

function inlineNodes(inline: Inline, { works, notes }: Known): PhrasingContent[] {
  switch (inline.type) {
    case 'text':
      return styled(inline.content.text, inline.spans ?? []);
    case 'mark':
      return [markOf(inline.note)];
    case 'repeat':
      return [
        notes.has(inline.note) ? markOf(inline.note) : link(String(inline.note), `note:${inline.note}`),
      ];
    case 'cite':
      return [citation(inline.content.text, works[inline.reference], inline.locator)];
    case 'page':
      return [marker(`p. ${inline.page}`)];
  }
}

const markOf = (note: number): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: String(note),
  label: String(note),
});

const link = (value: string, url: string, title?: string): Link => ({
  type: 'link',
  url,
  ...(title === undefined ? {} : { title }),
  children: [{ type: 'text', value }],
});

/** A citation of a work, if the work is known. */
const citation = (value: string, work: string | undefined, locator: Locator | undefined): PhrasingContent =>
  work === undefined ? text(value) : link(value, `work:${work}`, locator && writeLocator(locator));

function noteNode({ number, pieces, spans = [] }: WrittenNote): FootnoteDefinition {
  let from = 0;
  const children = pieces.flatMap(({ text: value, work, locator }) => {
    const start = from;
    from += value.length;
    if (work !== undefined) return [citation(value, work, locator)];
    const own = spans.flatMap((span) => {
      const [first, last] = [Math.max(span.start, start), Math.min(span.end, from)];
      // A formula is never split.
      const isWhole = first === span.start && last === span.end;
      return last > first && (isWhole || span.style !== 'formula')
        ? [{ ...span, start: first - start, end: last - start }]
        : [];
    });
    return styled(value, own);
  });
  return {
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: [{ type: 'paragraph', children }],
  };
}
