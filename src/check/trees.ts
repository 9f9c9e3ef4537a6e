import type { Root } from 'mdast';
import type { Dossier } from '../read/dossier.ts';

/** Every text of a dossier in our notation: chapters, their notes, and the accounts of cases. */
export function treesOf({ chapters, cases }: Dossier): { tree: Root; path: string; edition: string }[] {
  return [
    ...chapters.flatMap(({ tree, path, edition }) => [
      { tree, path, edition },
      { tree: { type: 'root' as const, children: tree.data?.notes ?? [] }, path, edition },
    ]),
    ...cases.flatMap(({ prose }) => prose.map(({ tree, path, edition }) => ({ tree, path, edition }))),
  ];
}
