import { expect, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';
import { drawTimeline, TIMELINE_WIDTH } from '../../src/site/timeline.ts';

test('every date is drawn', async () => {
  const dossier = await dossierIn('content');
  const dates = dossier.quantities.value.flatMap((record, i) =>
    record.type === 'date' ? [{ id: String(i), record }] : [],
  );
  const { marks } = drawTimeline(dates)!;
  expect(marks.length).toBe(dates.length);
  expect(marks.filter(({ x, width }) => x < 0 || x + width > TIMELINE_WIDTH)).toEqual([]);
});
