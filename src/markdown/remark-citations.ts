import type { PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { findCitations } from './citation-syntax.ts';
import { sliceText } from './inline.ts';

/** Replaces every `[@key, p. 4]` by a citation node; one after a backslash stays text. */
export const remarkCitations: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const pieces = withCitations(node, source);
    if (pieces.every(({ type }) => type === 'text')) return;
    parent.children.splice(index, 1, ...(pieces as never[]));
    return [SKIP, index + pieces.length];
  });
};

function withCitations(node: Text, source: string): PhrasingContent[] {
  const { position: whole } = node;
  const written = whole ? source.slice(whole.start.offset, whole.end.offset) : '';
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, items } of findCitations(node.value)) {
    if (written !== '' && isEscaped(node.value, written, start)) continue;
    if (start > from) pieces.push(sliceText(node, from, start));
    const { position, value } = sliceText(node, start, end);
    pieces.push({
      type: 'citation',
      value,
      items: items.map((item) => ({ ...item, offset: item.offset - start })),
      position,
    });
    from = end;
  }
  if (from < node.value.length || from === 0) pieces.push(sliceText(node, from, node.value.length));
  return pieces;
}

/**
 * Whether the character at `index` of a text node is escaped by a backslash in the file. `source` is the node’s range
 * of the file; a character reference (CommonMark 0.31, §6.2, entities) yields one character or two.
 */
function isEscaped(value: string, source: string, index: number): boolean {
  let at = 0;
  for (let i = 0; i < index; i++) {
    if (source[at] === '\\' && source[at + 1] === value[i] && ASCII_PUNCTUATION.test(value[i] ?? '')) at += 2;
    else if (source[at] === '&' && value[i] !== '&') at = source.indexOf(';', at) + 1;
    else at++;
  }
  return source[at] === '\\' && source[at + 1] === value[index];
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
