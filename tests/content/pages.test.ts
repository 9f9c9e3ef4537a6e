import { describe, expect, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';

// Entered by hand from the printed paper: the page on which the sentence begins.
const pages: Record<string, number> = {
  'abstract-1': 112,
  '0.0.1-1': 113,
  '1.0.1-1': 113,
  '1.1.1-4': 113,
  '1.1.1-5': 114,
  '1.2.1-1': 114,
  '1.2.1-2': 115,
  '1.2.3-4': 115,
  '1.3.1-1': 116,
  '1.3.2-3': 116,
  '1.3.3-1': 117,
  '1.3.4-1': 117,
  '1.3.4-2': 118,
  '1.3.5-9': 118,
  '1.3.5-10': 118,
  '1.3.5-12': 119,
  '2.0.1-1': 119,
  '2.1.2-2': 119,
  '2.1.2-3': 120,
  '2.1.3-2': 120,
  '2.1.3-3': 121,
  '2.2.1-3': 121,
  '2.2.1-4': 122,
  '2.2.3-6': 122,
  '2.2.3-7': 123,
  '2.3.2-4': 123,
  '2.3.2-5': 124,
  '2.3.3-7': 124,
  '2.3.3-8': 125,
  '2.4.2-2': 125,
  '2.4.2-3': 126,
  '2.4.2-10': 126,
  '2.5.1-1': 127,
  '3.0.1-1': 128,
  '3.2.1-4': 128,
  '3.2.1-5': 128,
  '3.2.1-8': 129,
  '3.3.1-1': 130,
  '3.4.1-1': 130,
  '3.4.1-2': 131,
  '4.0.1-3': 131,
  '4.0.1-4': 132,
  '4.0.2-4': 132,
  '4.0.2-5': 133,
  '4.0.3-1': 133,
};

describe('the printed page on which a sentence begins', async () => {
  const dossier = await dossierIn('content');
  test.each(dossier.settings.value.editions.map(({ id }) => id))('in edition %s', (edition) => {
    const found = dossier.chapters
      .filter((chapter) => chapter.edition === edition)
      .flatMap(({ segments }) => segments)
      .flatMap(({ id, units }) => units.map(({ index, page }) => [`${id}-${index}`, page] as const));
    expect(Object.fromEntries(found.filter(([unit]) => unit in pages))).toEqual(pages);
  });
});
