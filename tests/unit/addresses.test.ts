import { expect, test } from 'vitest';
import { readDossier } from '../../src/read/read-dossier.ts';
import { targetAddress } from '../../src/render/render-context.ts';

const { dossier } = await readDossier('tests/fixtures/dossiers/well');

test.each([
  ['seg:1.1.1', 'de', '/de/1-tiefe/#p1.1.1'],
  ['seg:1.1', 'welsch', '/welsch/1-tiefe/#p1.1'],
  ['seg:figure-1', 'de', '/de/1-tiefe/#figure-1'],
  ['seg:abstract', 'hant', '/hant/0-anfang/#abstract'],
  // The translation lacks the segment; its own page shows the other editions.
  ['seg:1.1.1', 'hant', '/hant/p/1.1.1/'],
  ['note:2', 'de', '/de/1-tiefe/#note-2'],
  ['note:2', 'hant', '/hant/note/2/'],
  ['case:dry-summer', 'welsch', '/welsch/cases/dry-summer/'],
  ['exhibit:figure-1', 'hant', '/hant/exhibits/figure-1/'],
])('%s in edition %s is at %s', (reference, edition, address) => {
  const [scheme, id] = reference.split(':') as ['seg', string];
  expect(targetAddress(dossier!, { scheme, id }, edition)).toBe(address);
});
