import type { PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { findCitations } from './citation-syntax.ts';
import { sliceText } from './inline.ts';
import { isEscaped } from './is-escaped.ts';

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
