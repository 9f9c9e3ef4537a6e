import type { Nodes, Root, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { createMessage, type Message } from '../model/message.ts';
import { placeOf, placesIn, startOf, type Place } from '../model/place.ts';
import { frontMatterFault, type Fault } from './code-faults.ts';
import { faultInMdx } from './mdx-fault.ts';
import { findCode } from './remark-no-code.ts';
import { syntax, transforms } from './notation.ts';
import { findStrayNotation } from './stray-notation.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(syntax).freeze();
const transformer = unified().use(transforms).freeze();

/** {@link parseNotation}, or the same with a memory. */
export type ParseNotation = (source: string, path: string) => Parsed;

/** A text in our notation, or the reasons why it cannot be read as such. */
type Parsed = { tree: Root } | { messages: Message[] };

/** Parses a chapter, or the prose of a case, as its page will show it. Nothing is evaluated. */
export function parseNotation(source: string, path: string): Parsed {
  const file = new VFile({ path, value: source });
  if (/^\s*(?:---|\+\+\+)/.test(source)) {
    return { messages: [noCode(startOf(path), frontMatterFault)] };
  }
  try {
    const tree = unwrapExpressionParagraphs(parser.parse(file));
    const deep = tooDeep(tree);
    if (deep) return { messages: [noCode(placeOf(deep, path), { reason: DEEP })] };
    const code = findCode(tree, source);
    if (code.length > 0) {
      return { messages: code.map(({ node, ...fault }) => noCode(placeOf(node, path), fault)) };
    }
    tree.data = { ...tree.data, strayNotation: findStrayNotation(tree, source, path) };
    return { tree: transformer.runSync(tree, file) as Root };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const { offset, ...fault } = faultInMdx(source, error);
    return { messages: [noCode(placesIn(path, source)(offset), fault)] };
  }
}

const MAX_DEPTH = 100;
const DEEP = `Unexpected nesting, expected at most ${MAX_DEPTH} levels`;

/** The first node nested too deeply for functions that walk trees; found without recursion. */
function tooDeep(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level[0];
}

/** MDX unwraps a paragraph of nothing but expressions before any plugin runs; this does the same. */
function unwrapExpressionParagraphs(tree: Root): Root {
  tree.children = tree.children.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph') return [block];
    const rest = block.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const expressions = rest.filter((node) => node.type === 'mdxTextExpression');
    if (rest.length === 0 || expressions.length < rest.length) return [block];
    return expressions.map((node) => ({ ...node, type: 'mdxFlowExpression' }));
  });
  return tree;
}

const noCode = (place: Place, fault: Fault): Message => createMessage({ place, rule: 'no-code', ...fault });
