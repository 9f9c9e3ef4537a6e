import { expect, test } from 'vitest';
import { readDossier } from '../../src/read/read-dossier.ts';
import { drawTimeline } from '../../src/site/timeline.ts';

test('every date is drawn', async () => {
  const { dossier } = await readDossier('content');
  const dates = dossier!.quantities.value.flatMap((record, i) =>
    record.type === 'date' ? [{ id: String(i), record }] : [],
  );
  const { points, bars, width } = drawTimeline(dates)!;
  expect(points.length + bars.length).toBe(dates.length);
  expect(points.filter(({ x }) => x < 0 || x > width)).toEqual([]);
});
