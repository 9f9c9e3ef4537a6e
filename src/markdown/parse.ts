import type { Nodes, Root, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Message } from '../model/message.ts';
import type { Place } from '../model/place.ts';
import type { StrayMark } from './nodes.ts';
import { findCode } from './remark-no-code.ts';
import { syntax, transforms } from './notation.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(syntax).freeze();
const transformer = unified().use(transforms).freeze();

/** A text in our notation, or what stands against reading it as such. */
export type Parsed = { tree: Root } | { messages: Message[] };

/** Parses a chapter, or the prose of a case, as its page will show it. Nothing in it is evaluated. */
export function parseNotation(source: string, path: string): Parsed {
  const file = new VFile({ path, value: source });
  if (/^\s*(?:---|\+\+\+)/.test(source)) {
    return {
      messages: [
        noCode({ path, line: 1, column: 1 }, 'Unexpected frontmatter, expected the text to begin at once'),
      ],
    };
  }
  try {
    const tree = unravel(parser.parse(file));
    const deep = tooDeep(tree);
    if (deep) return { messages: [noCode({ path, ...pointOf(deep) }, DEEP)] };
    const code = findCode(tree);
    if (code.length > 0) {
      return { messages: code.map(({ reason, node }) => noCode({ path, ...pointOf(node) }, reason)) };
    }
    tree.data = { ...tree.data, strayMarks: findStrayMarks(tree, source) };
    return { tree: transformer.runSync(tree, file) as Root };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const place = { path, line: error.line ?? 1, column: error.column ?? 1 };
    return { messages: [noCode(place, `Unexpected braces or tag that are no marker: ${error.reason}`)] };
  }
}

const DEPTH = 100;
const DEEP = `Unexpected nesting, expected at most ${DEPTH} of one in another`;

/** The first node that lies too deep for all that walks trees; found without recursion. */
function tooDeep(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= DEPTH && level.length > 0; depth++)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level[0];
}

/** A paragraph of nothing but expressions is no paragraph to MDX, which takes it apart before any plugin runs. */
function unravel(tree: Root): Root {
  tree.children = tree.children.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph') return [block];
    const rest = block.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const expressions = rest.filter((node) => node.type === 'mdxTextExpression');
    if (rest.length === 0 || expressions.length < rest.length) return [block];
    return expressions.map((node) => ({ ...node, type: 'mdxFlowExpression' }));
  });
  return tree;
}

/** What looks like a note's mark and leads to no note, so that Markdown takes it for text; with a backslash before it, it is text. */
function findStrayMarks(tree: Root, source: string): StrayMark[] {
  const found: StrayMark[] = [];
  visit(tree, 'text', ({ position }) => {
    const [from, to] = [position?.start.offset, position?.end.offset];
    if (from === undefined || to === undefined) return;
    for (const { index, 1: label = '' } of source.slice(from, to).matchAll(STRAY_MARK)) {
      const before = source.slice(0, from + index).split('\n');
      found.push({ label, line: before.length, column: (before.at(-1) ?? '').length + 1 });
    }
  });
  return found;
}

const STRAY_MARK = /(?<!\\)\[\^([^\]\s]+)\]/g;

const noCode = (place: Place, reason: string): Message => ({
  place,
  level: 'error',
  rule: 'no-code',
  reason,
  note: 'Chapters are text. To print a brace or a less-than sign, put a backslash before it: \\{ \\<',
});

function pointOf(node: { position?: { start: { line: number; column: number } } | undefined }): {
  line: number;
  column: number;
} {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
