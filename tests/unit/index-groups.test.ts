import { expect, test } from 'vitest';
import type { EntryKind } from '../../src/model/urls.ts';
import { entriesInOrder, indexGroups } from '../../src/site/index-groups.ts';
import { byName, letterOf } from '../../src/site/letter-of.ts';
import { listEntries } from '../../src/site/queries.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier, edition } = await fixtureDossier('dyke');

test.each([
  ['碳边境税', 'zh-Hans', 'T'],
  ['“人类世”现实主义', 'zh-Hans', 'R'],
  ['重庆', 'zh-Hans', 'C'],
  ['LNG接收站', 'zh-Hans', 'L'],
  ['Élysée', 'fr', 'E'],
  ['“Clean” coal', 'en', 'C'],
  ['The EU’s trading system', 'en', 'E'],
  ['27 states', 'en', ''],
])('%s in %s is under %s', (name, language, letter) => {
  expect(letterOf(name, language)).toBe(letter);
});

test.each([
  ['zh-Hans', ['阿尔巴尼亚', '《金融时报》', '欧盟', '《自然》']],
  ['en', ['Biden, Joe', '“Bright” coast', 'The EU', 'Europe', 'Zambia']],
])('in %s, marks and articles at the beginning of names do not count in their order', (language, names) => {
  expect(names.toReversed().toSorted(byName(language))).toEqual(names);
});

test.each(['zh', 'en'])(
  'the groups of an index contain every entry of %s once, each letter at its first entry',
  (id) => {
    for (const kind of ['case', 'term', 'actor'] as const) {
      const groups = indexGroups(dossier, kind, edition(id));
      const ids = groups.flatMap(({ entries }) => entries.map((entry) => entry.id));
      expect([...ids].sort()).toEqual(
        listEntries(dossier, kind, edition(id))
          .map((entry) => entry.id)
          .sort(),
      );
      for (const { entries } of groups) {
        const letters = entries.flatMap(({ letter }) => letter ?? []);
        expect(letters).toEqual([...new Set(letters)].sort());
        expect(letters.length > 0).toBe(entries.length >= 15);
      }
    }
  },
);

test('a person is listed by family name if an edition says so', () => {
  const actors = dossier.actors.map((actor, i) =>
    i > 0 ? actor : { ...actor, value: { ...actor.value, filedAs: { en: 'Zzz, Aaa' } } },
  );
  const [filed] = actors;
  for (const [id, isLast] of [
    ['en', true],
    ['zh', false],
  ] as const) {
    const last = listEntries({ ...dossier, actors }, 'actor', edition(id)).at(-1);
    expect(last?.id === filed?.id, id).toBe(isLast);
  }
});

test('previous and next entries follow the order of the index', () => {
  const order = (kind: EntryKind): string[] =>
    entriesInOrder(dossier, kind, edition('en')).map(({ id }) => id);
  for (const kind of ['case', 'term', 'actor'] as const) {
    const grouped = indexGroups(dossier, kind, edition('en')).flatMap(({ entries }) => entries);
    expect(order(kind), kind).toEqual(grouped.map(({ id }) => id));
  }
  expect(order('work')).toEqual(listEntries(dossier, 'work', edition('en')).map(({ id }) => id));
});
