import { expect, test } from 'vitest';
import { argumentIn, thesisOf } from '../../src/site/argument.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

test('a chapter is a step of the argument with subsections, each with a summary sentence and evidence', async () => {
  const { dossier, edition } = await fixtureDossier('dyke');
  const layers = argumentIn(dossier, edition('en'));
  expect(layers.map(({ id, chapter }) => `${id} ${chapter}`)).toEqual([
    '0 0-introduction',
    '1 1-theory',
    '2 2-actions',
    '3 3-lines',
  ]);
  const steps = layers.flatMap(({ parts }) => parts);
  expect(steps.map(({ id }) => id)).toContain('1.1');
  for (const { id, thesis } of steps) expect(thesis).toBe(dossier.argument.value[id]?.['en']);
  const told = layers.flatMap((layer) => [layer, ...layer.parts]).filter(({ cases }) => cases.length > 0);
  expect(told.length).toBeGreaterThan(0);
  for (const { cases, actors } of told)
    expect(new Set(actors.map(({ id }) => id))).toEqual(new Set(cases.flatMap(({ value }) => value.actors)));
});

test('without summary sentences, the argument lists the contents; a chapter that the edition lacks is not a link', async () => {
  const canal = await fixtureDossier('canal');
  expect(thesisOf(canal.dossier, canal.edition('en'))).toMatch(/^A canal outlives/);
  const missing = argumentIn(canal.dossier, canal.edition('fr')).find(({ chapter }) => chapter === '3-silt');
  expect(missing).toMatchObject({ title: 'La vase', address: undefined, parts: [] });
  const bridge = await fixtureDossier('bridge');
  const [only] = argumentIn(bridge.dossier, bridge.edition('zh'));
  expect(only).toMatchObject({ title: '跨度', thesis: undefined, address: '/zh/1-spans/' });
});
