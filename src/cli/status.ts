import { formatPlace } from '../model/place.ts';
import { alignedSegments, confirmationOf } from '../review/confirmation.ts';
import { changesSinceConfirmed } from '../review/confirmed-text.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { segmentIn } from '../read/text-in.ts';
import { requireDossier } from './open-dossier.ts';
import { run } from './run.ts';

const usage = `Usage: dossier status

Shows for each chapter how far the editions have been compared, and for each stale segment what has changed since the
confirmed version in git: words removed as [-…-], words added as {+…+}.`;

await run(usage, async () => {
  const { dossier } = await requireDossier();
  const states = ['confirmed', 'stale', 'unconfirmed', 'untranslated'] as const;
  const segments = alignedSegments(dossier);
  const row = (name: string, cells: (string | number)[]): void =>
    console.log(name.padEnd(20) + cells.map((cell) => String(cell).padStart(13)).join(''));
  row('chapter', [...states]);
  for (const { id } of dossier.settings.value.chapters) {
    const own = segments
      .filter(({ chapter }) => chapter === id)
      .map((segment) => confirmationOf(dossier, segment.id).state);
    row(
      id,
      states.map((state) => own.filter((one) => one === state).length),
    );
  }
  for (const { id } of segments) {
    const confirmation = confirmationOf(dossier, id);
    if (confirmation.state !== 'stale') continue;
    for (const edition of confirmation.changed) {
      const segment = segmentIn(dossier, edition, id);
      if (segment)
        console.log(
          `\n${formatPlace(segment.place)} ${id} has changed in edition ${edition}\n${await changesOf(dossier, segment)}`,
        );
    }
  }
  return 0;
});

/** The word diff between the confirmed text in git and the current one. */
async function changesOf(dossier: Dossier, segment: Segment): Promise<string> {
  const changes = await changesSinceConfirmed(dossier, segment).catch((error: unknown) => {
    console.error(
      `The history of the text could not be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  });
  if (!changes) return 'The confirmed text is not in the git history.';
  return changes
    .map(({ in: side, text }) =>
      side === 'after' ? `{+${text}+}` : side === 'before' ? `[-${text}-]` : text,
    )
    .join('');
}
