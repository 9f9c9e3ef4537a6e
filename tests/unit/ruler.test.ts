import { describe, expect, test } from 'vitest';
import { drawMap } from '../../src/draw/ruler-map.ts';
import { rulerOf, type Ruler } from '../../src/site/ruler.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const rulerOfFixture = async (name: string): Promise<Ruler> => rulerOf((await fixtureDossier(name)).dossier);
const passage = ({ passages }: Ruler, id: string) => passages.find((one) => one.id === id);

describe('a paper whose printed pages are known', () => {
  test('gives each page the same length', async () => {
    const { pages } = await rulerOfFixture('moon-table');
    expect(pages).toEqual([
      { page: 101, at: 0 },
      { page: 102, at: 0.25 },
      { page: 103, at: 0.5 },
      { page: 104, at: 0.75 },
    ]);
  });

  test('begins the first paragraph of a page where the page begins', async () => {
    const ruler = await rulerOfFixture('moon-table');
    expect(passage(ruler, '0.0.1')).toMatchObject({ from: 0, to: 0.25 });
    expect(passage(ruler, '1.1.2')).toMatchObject({ from: 0.75, to: 1 });
  });
});

test('a block has its number, its heading, and its printed pages if they are known', async () => {
  const titlesIn = async (name: string): Promise<string[]> => {
    const { dossier, edition } = await fixtureDossier(name);
    const drawn = drawMap(dossier, edition('en'), (address) => address);
    return [...drawn.matchAll(/<title>([^<]*)</g)].map(([, title = '']) => title);
  };
  expect(await titlesIn('moon-table')).toContain('1.1.2 · What it cost · p. 104');
  expect(await titlesIn('canal')).toContain('1.1.1 · The level');
});

test('a block leads to its paragraph in the edition, or else to the page of the paragraph', async () => {
  const { dossier, edition } = await fixtureDossier('dyke');
  const linksIn = (chapters: typeof dossier.chapters): string[] => {
    const drawn = drawMap({ ...dossier, chapters }, edition('en'), (address) => address);
    return [...drawn.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
  };
  expect(linksIn(dossier.chapters)).toContain('/en/2-actions/#p2.1.1');
  const lacking = dossier.chapters.map((chapter) =>
    chapter.edition === 'en'
      ? { ...chapter, segments: chapter.segments.filter(({ id }) => id !== '2.1.1') }
      : chapter,
  );
  expect(linksIn(lacking)).toContain('/en/2-actions/#p2.1.2');
  expect(linksIn(lacking)).toContain('/en/p/2.1.1/');
  expect(linksIn(lacking)).not.toContain('/en/2-actions/#p2.1.1');
});

describe('a paper without printed pages', () => {
  test('shows no pages on its ruler, and gives each paragraph the length of its text', async () => {
    const { dossier } = await fixtureDossier('canal');
    const ruler = rulerOf(dossier);
    expect(ruler.pages).toEqual([]);
    const { segments } = dossier.chapters.find(({ id }) => id === '3-silt')!;
    const lengths = segments
      .filter(({ type }) => type === 'paragraph')
      .map(({ id, units }) => ({ id, length: units.reduce((sum, { text }) => sum + text.length, 0) }));
    const [first, second] = lengths.map(({ id, length }) => {
      const { from, to } = passage(ruler, id)!;
      return (to - from) / length;
    });
    expect(first).toBeCloseTo(second!, 6);
  });
});

test.each(['bridge', 'canal', 'dyke', 'lamp', 'moon-table', 'since-1.0', 'well'])(
  'passages and notes on the ruler of %s are in the order of the text, and everything else is within it',
  async (name) => {
    const { passages, chapters, notes, cases, exhibits, checks } = await rulerOfFixture(name);
    const bounds = passages.flatMap(({ from, to }) => [from, to]);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(bounds[0]).toBe(0);
    expect(passages.length).toBeGreaterThan(0);
    const marks = notes.map(({ at }) => at);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    const places = [...notes, ...cases, ...exhibits, ...checks].map(({ at }) => at);
    expect(places.filter((at) => !(at >= 0 && at <= 1))).toEqual([]);
    expect(chapters.every(({ from, to }) => from < to)).toBe(true);
  },
);

test('a source check is at its sentence, and says whether the claim departs from the source', async () => {
  const ruler = await rulerOfFixture('canal');
  const { dossier } = await fixtureDossier('canal');
  for (const { id, passage: place, verdict } of dossier.checks.value) {
    const own = ruler.checks.find((one) => one.id === id)!;
    const { from, to } = passage(ruler, place.segment)!;
    expect(own.at >= from && own.at < to).toBe(true);
    expect(own.isOff).toBe(!['agrees', 'not-to-be-had'].includes(verdict));
  }
  expect(ruler.checks).toHaveLength(3);
});
