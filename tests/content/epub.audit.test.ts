import { expect, test } from 'vitest';
import { epub } from '../../src/export/epub/epub.ts';
import { filesOf } from '../../src/export/forms.ts';
import { htmlId } from '../../src/model/segment-id.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { elementsOf, readBook } from '../support/read-book.ts';

const dossier = await dossierIn('content');

test('every book has every segment, note, source check, case, term and work', async () => {
  const { extent } = dossier.settings.value.paper;
  const files = filesOf(dossier, epub);
  expect(files).toHaveLength(3);
  for (const file of files) {
    const ids = new Set(elementsOf(await readBook(file)).map(({ element }) => element.properties['id']));
    const own = dossier.chapters.filter(({ edition }) => file.editions.some(({ id }) => id === edition));
    const places = [
      ...own.flatMap(({ segments }) => segments.map(({ id }) => htmlId(id))),
      ...Array.from({ length: extent!.notes }, (_, i) => [`note-${i + 1}`, `note-${i + 1}-mark`]).flat(),
      ...dossier.checks.value.map(({ id }) => `check-${id}`),
      ...dossier.cases.map(({ id }) => `case-${id}`),
      ...dossier.terms.map(({ id }) => `term-${id}`),
      ...dossier.works.map(({ id }) => `work-${id}`),
    ];
    expect(places.filter((place) => !ids.has(place))).toEqual([]);
  }
});
