import type { Nodes, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { flatText } from '../markdown/text.ts';
import { placeOf, startOf, stretchOf, type Place } from '../model/place.ts';
import type { Dossier } from '../read/dossier.ts';
import { treesOf } from './trees.ts';

/** The running text of a paragraph or heading, including note marks, with the place of every character. */
export interface PlacedText {
  edition: string;
  text: string;
  placeAt: (offset: number, length?: number) => Place;
  /** The unit or note that contains a character, for exceptions. */
  textAt: (offset: number) => string | undefined;
}

export function* placedTextsOf(dossier: Dossier): Generator<PlacedText> {
  for (const { tree, path, edition } of treesOf(dossier)) {
    const texts: PlacedText[] = [];
    for (const block of tree.children) {
      const note =
        block.type === 'footnoteDefinition' ? `note ${block.label ?? block.identifier}` : undefined;
      visit(block, ['paragraph', 'heading', 'tableCell'], (node) => {
        texts.push(placedTextOf(node as Nodes, path, edition, note));
      });
    }
    yield* texts;
  }
}

function placedTextOf(block: Nodes, path: string, edition: string, note: string | undefined): PlacedText {
  const leaves: { start: number; node: Nodes; text: string | undefined }[] = [];
  let text = '';
  const walk = (node: Nodes, within: string | undefined): void => {
    const inside = node.type === 'unit' ? `${node.segment}-${node.index}` : within;
    if ('children' in node) for (const child of node.children) walk(child, inside);
    else {
      leaves.push({ start: text.length, node, text: inside });
      // Placeholders hide citations and code from lints.
      text +=
        node.type === 'citation' ? '\uE000'.repeat(node.value.length) : flatText([node as PhrasingContent]);
    }
  };
  walk(block, note);
  const leafAt = (offset: number) => leaves.findLast(({ start }) => start <= offset);
  return {
    edition,
    text,
    placeAt: (offset, length = 1) => {
      const leaf = leafAt(offset);
      return leaf ? stretchOf(placeOf(leaf.node, path), offset - leaf.start, length) : startOf(path);
    },
    textAt: (offset) => leafAt(offset)?.text,
  };
}
