import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Turns footnote references into note marks that keep their numbers, and removes the definitions from the text. This
 * must happen before remark-rehype, which would renumber notes page by page, prefix their ids, label them in English
 * and drop definitions without a mark.
 */
export const remarkNotes: Plugin<[], Root> = () => collectNotes;

/**
 * Definitions go to `tree.data.notes`; a reference whose label is not a number stays as it is, for `check` to report.
 */
function collectNotes(tree: Root): void {
  const marked = new Set<number>();
  visit(tree, 'footnoteReference', (node, index, parent) => {
    const number = parseNoteLabel(node.identifier);
    if (number === undefined || !parent || index === undefined) return;
    (parent.children as Nodes[])[index] = {
      type: 'noteMark',
      number,
      ...(marked.has(number) ? { again: true } : {}),
      position: node.position,
    };
    marked.add(number);
  });
  const notes: FootnoteDefinition[] = [];
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return;
    notes.push(node);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  tree.data = { ...tree.data, notes };
}

export const parseNoteLabel = (label: string): number | undefined =>
  /^[1-9]\d*$/.test(label) ? Number(label) : undefined;
