import { printedText } from '../../markdown/quoted-stop.ts';
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
  return printedText(note.blocks, print);
}

/** What notes are printed with, wherever the text goes that they belong to. */
export const contextOf = memoize((dossier: Dossier) => renderContext(dossier, ''));
