import { printedText } from '../../markdown/quoted-stop.ts';
import type { Citation } from '../../markdown/nodes.ts';
import type { Dossier } from '../../read/dossier.ts';
import { memoize } from '../../model/memoize.ts';
import { renderContext } from '../../render/render-context.ts';
import { noteIn } from '../../read/text-in.ts';

/** The text of a note in an edition, with references as printed there; undefined if the edition lacks the note. */
export function printedNote(dossier: Dossier, edition: string, number: number): string | undefined {
  const note = noteIn(dossier, edition, number);
  if (note === undefined) return undefined;
  const print = (node: Citation) => contextOf(dossier).citation(node, edition, note.label);
  return printedText(note.blocks, print);
}

/** The context for printing notes, whatever text they belong to. */
export const contextOf = memoize((dossier: Dossier) => renderContext(dossier, ''));
