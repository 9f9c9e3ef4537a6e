import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { ListItem } from '../source-document.ts';
import {
  attribute,
  elementsOf,
  isElement,
  isInline,
  isSkipped,
  LONG,
  outermost,
  textOf,
} from './elements.ts';

/** A block that contains no other block: a line of text, a table or a figure. */
export interface Leaf {
  kind: 'paragraph' | 'heading' | 'quotation' | 'formula' | 'list item' | 'table' | 'figure' | 'caption';
  /** Its nodes. */
  content: ElementContent[];
  /** Its ancestors, innermost last. */
  within: Element[];
  /** The heading level in the format, from 1. */
  level: number;
  item?: ListItem;
}

interface BlockContext {
  within: Element[];
  isQuoted: boolean;
  /** The number of characters in the whole text. */
  length: number;
  list?: Omit<ListItem, 'continues'>;
  /** Whether the list item already has a paragraph. */
  item?: { begun: boolean };
}

/** The text of a leaf in one line. */
export const textOfLeaf = ({ content }: Pick<Leaf, 'content'>): string =>
  content
    .map((node) => (node.type === 'text' ? node.value : isElement(node) ? textOf(node) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The blocks of a text, in order. */
export function leavesOf(root: Element | Root): Leaf[] {
  const leaves: Leaf[] = [];
  const context = { within: isElement(root) ? [root] : [], isQuoted: false, length: textOf(root).length };
  walk(root, context, leaves);
  return leaves;
}

function walk(node: Element | Root, context: BlockContext, leaves: Leaf[]): void {
  let line: ElementContent[] = [];
  const flush = (): void => {
    const isSplit = context.isQuoted || isHeader(line, leaves);
    for (const content of lines(isSplit ? line.flatMap(liftBreaks) : line, isSplit))
      addLine(content, context, leaves);
    line = [];
  };
  for (const child of node.children) {
    if (child.type !== 'text' && !isElement(child)) continue;
    if (isInline(child)) {
      line.push(child);
      continue;
    }
    flush();
    if (isElement(child)) walkBlock(child, { ...context, within: [...context.within, child] }, leaves);
  }
  flush();
}

function walkBlock(node: Element, context: BlockContext, leaves: Leaf[]): void {
  const name = node.tagName;
  const { within } = context;
  if (isSkipped(node)) return;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined && node.children.every(isInline)) {
    if (textOf(node) !== '')
      leaves.push({ kind: 'heading', content: node.children, within, level: Number(level) });
  } else if (name === 'math') leaves.push({ kind: 'formula', content: [node], within, level: 0 });
  else if (name === 'blockquote') walk(node, { ...context, isQuoted: true }, leaves);
  // Code or verse is quoted line by line; a text of which it is the greater part has its paragraphs in it.
  else if (name === 'pre')
    walk(withBreaks(node), { ...context, isQuoted: textOf(node).length * 2 < context.length }, leaves);
  else if (name === 'ul' || name === 'ol' || name === 'dl') walkList(node, context, leaves);
  else if (name === 'figure') leaves.push({ kind: 'figure', content: [node], within, level: 0 });
  else if (name === 'table' && isTable(node))
    leaves.push({ kind: 'table', content: [node], within, level: 0 });
  else walk(node, context, leaves);
}

function walkList(list: Element, context: BlockContext, leaves: Leaf[]): void {
  const start = Number(attribute(list, 'start'));
  const own = {
    isOrdered: list.tagName === 'ol' && attribute(list, 'dataPlain') === '',
    depth: (context.list?.depth ?? 0) + 1,
    number: Number.isInteger(start) && start > 0 ? start : 1,
  };
  let item = { begun: false };
  for (const child of elementsOf(list)) {
    // A description continues the item of its term.
    if (child.tagName !== 'dd') item = { begun: false };
    const inItem = { ...context, within: [...context.within, child], list: own, item };
    if (child.tagName === 'ul' || child.tagName === 'ol') walkList(child, inItem, leaves);
    else walk(child, inItem, leaves);
  }
}

function addLine(
  content: ElementContent[],
  { within, isQuoted, list, item }: BlockContext,
  leaves: Leaf[],
): void {
  const parts = { content, within, level: 0 };
  if (textOfLeaf({ content }) === '') {
    const images = content.flatMap((node) => (isElement(node) ? outermost(node, isImage) : []));
    for (const image of images) leaves.push({ kind: 'figure', ...parts, content: [image] });
    return;
  }
  const [only, ...more] = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (within.some((one) => /\bcaption\b/i.test(attribute(one, 'className'))))
    leaves.push({ kind: 'caption', ...parts });
  else if (isElement(only) && only.tagName === 'math' && more.length === 0)
    leaves.push({ kind: 'formula', ...parts });
  else if (list && item) {
    leaves.push({ kind: 'list item', ...parts, item: { ...list, continues: item.begun } });
    item.begun = true;
  } else leaves.push({ kind: isQuoted ? 'quotation' : 'paragraph', ...parts });
}

export const isImage = (node: Element): boolean => node.tagName === 'img' && !isSkipped(node);

/** True for short lines above all longer text, such as names and the issue of a journal. */
const isHeader = (line: ElementContent[], leaves: Leaf[]): boolean =>
  leaves.length < MAX_HEADER &&
  leaves.every((leaf) => textOfLeaf(leaf).length < LONG) &&
  lines(line.flatMap(liftBreaks), true)
    .map((content) => textOfLeaf({ content }))
    .every((text) => text.length < LONG && !/[.。!?！？…:：;；,，]$/.test(text));

/** The most blocks above the text. */
const MAX_HEADER = 8;

/** An element with line breaks for the ends of its lines. */
const withBreaks = (node: Element): Element => ({
  ...node,
  children: node.children.flatMap((child): ElementContent[] =>
    isElement(child)
      ? [withBreaks(child)]
      : child.type === 'text'
        ? child.value
            .split('\n')
            .flatMap((value, i): ElementContent[] => [
              ...(i > 0 ? [h('br')] : []),
              ...(value === '' ? [] : [{ type: 'text' as const, value }]),
            ])
        : [],
  ),
});

/** An element as several, with the line breaks in it between them. */
function liftBreaks(node: ElementContent): ElementContent[] {
  if (!isElement(node) || isBreak(node) || outermost(node, isBreak).length === 0) return [node];
  const lifted: ElementContent[] = [];
  for (const child of node.children.flatMap(liftBreaks)) {
    const last = lifted.at(-1);
    if (isElement(child) && isBreak(child)) lifted.push(child);
    else if (isElement(last) && !isBreak(last)) last.children.push(child);
    else lifted.push({ ...node, children: [child] });
  }
  return lifted;
}

const isBreak = (node: Element): boolean => node.tagName === 'br';

/**
 * Splits a block into lines: two line breaks, or one before an indent, begin a paragraph, as on many Chinese pages; if
 * `isSplit`, one is enough, as in verse.
 */
function lines(content: ElementContent[], isSplit: boolean): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  content.forEach((node, i) => {
    const next = content
      .slice(i + 1)
      .find((one) => one.type !== 'text' || one.value.trim() !== '' || /\u3000/.test(one.value));
    const breaks =
      isElement(node) &&
      isBreak(node) &&
      (isSplit ||
        (isElement(next) && isBreak(next)) ||
        (next?.type === 'text' && /^\s*\u3000\u3000/.test(next.value)));
    if (breaks) parts.push([]);
    else parts.at(-1)!.push(node);
  });
  return parts;
}

/** True for a table of data, as opposed to one for page layout. */
function isTable(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return false;
  const rows = outermost(table, ({ tagName }) => tagName === 'tr');
  const isNested = outermost(table, (one) => one !== table && one.tagName === 'table').length > 0;
  return !isNested && rows.length > 1 && rows.some((row) => elementsOf(row).length > 1);
}
