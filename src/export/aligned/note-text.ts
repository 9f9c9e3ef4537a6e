import { toString } from 'hast-util-to-string';
import { takeStops } from '../../markdown/quoted-stop.ts';
import { blockText } from '../../markdown/text.ts';
import type { Citation } from '../../markdown/nodes.ts';
import type { Dossier } from '../../read/dossier.ts';
import { memoize } from '../../read/memoize.ts';
import { renderContext } from '../../render/render-context.ts';
import { noteIn } from '../../site/queries.ts';

/** What a note says in an edition, its references as they are printed there; undefined where it has none. */
export function noteText(dossier: Dossier, edition: string, number: number): string | undefined {
  const note = noteIn(dossier, edition, number);
  if (note === undefined) return undefined;
  const print = (node: Citation) => contextOf(dossier).citation(node, edition, note.label);
  const blocks = structuredClone(note.blocks);
  takeStops(blocks, print);
  return blockText(blocks, (node) =>
    node.type === 'citation' ? toString({ type: 'root', children: print(node) }) : undefined,
  );
}

/** What notes are printed with, wherever the text goes that they belong to. */
export const contextOf = memoize((dossier: Dossier) => renderContext(dossier, ''));
