import { expect, test } from 'vitest';
import { groupByYear } from '../../src/site/timeline.ts';
import { dossierIn } from '../support/dossier-in.ts';

test('every date has its place', async () => {
  const dossier = await dossierIn('content');
  const records = dossier.quantities.value.map((record, i) => ({ id: String(i), record }));
  const placed = groupByYear(records).flatMap(({ dates }) => dates.map(({ id }) => id));
  const dates = records.filter(({ record }) => record.type === 'date').map(({ id }) => id);
  expect(placed.toSorted()).toEqual(dates.toSorted());
});
