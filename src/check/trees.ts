import type { Root } from 'mdast';
import type { Dossier } from '../read/dossier.ts';

/** Every text of a dossier in our notation: chapters, their notes, and the accounts of cases. */
export function treesOf({ chapters, cases }: Dossier): { tree: Root; path: string; isProse: boolean }[] {
  return [
    ...chapters.flatMap(({ tree, path }) => [
      { tree, path, isProse: false },
      { tree: { type: 'root' as const, children: tree.data?.notes ?? [] }, path, isProse: false },
    ]),
    ...cases.flatMap(({ prose }) => prose.map(({ tree, path }) => ({ tree, path, isProse: true }))),
  ];
}
