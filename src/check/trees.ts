import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOf, type Place } from '../model/place.ts';
import type { Dossier } from '../read/dossier.ts';

/** A text in our notation. */
interface Text {
  tree: Root;
  path: string;
  edition: string;
  /** Whether the text is a chapter’s notes. */
  isNotes?: boolean;
}

/** Every text of a dossier in our notation: chapters, their notes, and the accounts of cases. */
export function treesOf({ chapters, cases }: Dossier): Text[] {
  return [
    ...chapters.flatMap(({ tree, path, edition }): Text[] => [
      { tree, path, edition },
      { tree: { type: 'root', children: tree.data?.notes ?? [] }, path, edition, isNotes: true },
    ]),
    ...cases.flatMap(({ prose }) => prose),
  ];
}

interface PlacedNode<N> {
  node: N;
  place: Place;
  isNotes: boolean;
}

/** The nodes of these types in the texts, in document order. */
export function nodesIn<T extends Nodes['type']>(
  texts: Pick<Text, 'tree' | 'path' | 'isNotes'>[],
  ...types: T[]
): PlacedNode<Extract<Nodes, { type: T }>>[] {
  const isOfType = (node: Nodes): node is Extract<Nodes, { type: T }> =>
    types.some((type) => type === node.type);
  return texts.flatMap(({ tree, path, isNotes = false }) => {
    const found: PlacedNode<Extract<Nodes, { type: T }>>[] = [];
    visit(tree, (node: Nodes, _, parent) => {
      // Text next to an address that GFM turned into a link has no position any more.
      if (isOfType(node))
        found.push({ node, isNotes, place: placeOf(node.position || !parent ? node : parent, path) });
    });
    return found;
  });
}
