import { expect, test } from 'vitest';
import { htmlId, unitHtmlId } from '../../src/model/segment-id.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { textsOf, xmlElements } from '../support/read-forms.ts';
import { isWhole } from '../support/whole.ts';

const dossier = await dossierIn('content');

// `tests/unit/aligned.test.ts` compares the encoded text of small dossiers with everything in them.
test.runIf(isWhole)('the encoded text has every segment, sentence, note and work, and every sentence has its counterpart', async () => {
  const { settings, chapters, works } = dossier;
  const { paper, editions } = settings.value;
  const [document = ''] = (await textsOf(dossier, 'tei')).values();
  const elements = new Map(xmlElements(document).map(({ attributes }) => [attributes['xml:id'], attributes]));
  const units = chapters.flatMap(({ edition, segments }) =>
    segments.flatMap((segment) =>
      segment.units.map(({ index }) => `${unitHtmlId(segment.id, index)}.${edition}`),
    ),
  );
  const places = [
    ...units,
    ...chapters.flatMap(({ edition, segments }) => segments.map(({ id }) => `${htmlId(id)}.${edition}`)),
    ...editions.flatMap(({ id }) =>
      Array.from({ length: paper.extent!.notes }, (_, i) => [
        `note-${i + 1}.${id}`,
        `note-${i + 1}-mark.${id}`,
      ]).flat(),
    ),
    ...works.map(({ id }) => `work-${id}`),
  ];
  expect(places.filter((place) => !elements.has(place))).toEqual([]);
  expect(units.length).toBeGreaterThan(400);
  expect(units.filter((unit) => elements.get(unit)?.['corresp'] === undefined)).toEqual([]);
});

test('the translation memory has every sentence in both languages', async () => {
  const [memory = ''] = (await textsOf(dossier, 'tmx')).values();
  const pairs = xmlElements(memory).flatMap(({ name, children }) =>
    name === 'tu'
      ? [children.filter((child) => child.type === 'element' && child.name === 'tuv').length]
      : [],
  );
  expect(pairs.length).toBeGreaterThan(250);
  expect(pairs.filter((count) => count !== 2)).toEqual([]);
});
