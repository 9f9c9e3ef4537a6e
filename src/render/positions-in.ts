import { positionsOf, type Position } from '../cite/positions.ts';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Citation } from '../markdown/nodes.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { notesIn } from '../read/text-in.ts';

/** Finds whether a note repeats works cited before, for every citation in an edition’s notes. */
export const positionsIn = memoize((dossier: Dossier) => {
  const found = new Map<string, Position[]>();
  for (const { id: edition } of dossier.settings.value.editions) {
    const groups = notesIn(dossier, edition)
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
      .map(({ number = 0, label, blocks }) => ({ number, label, citations: nodesOf(blocks, 'citation') }));
    const positions = positionsOf(
      groups.map(({ number, citations }) => ({ number, items: citations.flatMap(({ items }) => items) })),
    );
    groups.forEach(({ label, citations }, i) => {
      let at = 0;
      for (const citation of citations) {
        found.set(name(edition, label, citation), (positions[i] ?? []).slice(at, at + citation.items.length));
        at += citation.items.length;
      }
    });
  }
  return (edition: string, note: string, citation: Citation): Position[] | undefined =>
    found.get(name(edition, note, citation));
});

/** A citation is identified by its offset, since a note is rendered from copies of its nodes. */
const name = (edition: string, note: string, { position }: Citation): string =>
  `${edition} ${note} ${position?.start.offset}`;
