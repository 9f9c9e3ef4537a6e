import { alignedSegments, confirmationOf } from '../../review/confirmation.ts';
import { commandLine } from '../../model/command-line.ts';
import { segmentsIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const pairsConfirmed: Rule = {
  id: 'pairs-confirmed',
  *judge(dossier) {
    const segments = alignedSegments(dossier);
    for (const { id } of segments) {
      const confirmation = confirmationOf(dossier, id);
      if (confirmation.state !== 'stale') continue;
      for (const { place, edition, ...segment } of segmentsIn(dossier)) {
        if (segment.id !== id || !confirmation.changed.includes(edition)) continue;
        yield {
          place,
          level: 'todo',
          reason: `Unexpected change of segment ${id} in edition ${edition} since its editions were compared, expected them to be compared again`,
          note: `${commandLine('status')} shows what changed; ${commandLine('confirm', id)} records that they correspond again.`,
        };
      }
    }
    for (const id of Object.keys(dossier.confirmed.value)) {
      if (segments.some((segment) => segment.id === id) || dossier.unread.size > 0) continue;
      yield {
        place: dossier.confirmed.at(id),
        reason: `Unexpected confirmation of unknown segment ${id}, expected one in the dossier`,
      };
    }
  },
};
