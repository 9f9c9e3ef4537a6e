import { expect, test } from 'vitest';
import { parseNotation } from '../../src/markdown/parse.ts';
import { readChapter } from '../../src/read/read-chapter.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

const { dossier } = await readDossier('tests/fixtures/dossiers/well');
const chapter = (edition: string, id: string) =>
  dossier?.chapters.find((one) => one.edition === edition && one.id === id);
const segment = (id: string) => chapter('de', '1-tiefe')?.segments.find((one) => one.id === id);

test('a chapter has its segments in order, exhibits among them', () => {
  expect(chapter('de', '1-tiefe')?.segments.map(({ id, type }) => `${id} ${type}`)).toEqual([
    '1.0.1 paragraph',
    '1.1 heading',
    '1.1.1 paragraph',
    'figure-1 exhibit',
    '1.1.2 paragraph',
  ]);
});

test('a segment has its text without marks, its units and their printed pages', () => {
  expect(segment('1.1.1')?.text).toBe(
    'Drei Dinge braucht man:\neinen Stein;\neine Uhr. Und Geduld.\nJahr\nTiefe\n1950\n12',
  );
  expect(segment('1.1.1')?.pages).toEqual([8, 9]);
  expect(segment('1.1.2')?.units.map(({ index, text, page }) => [index, text.slice(0, 20), page])).toEqual([
    [1, 'Der trockene Sommer ', 9],
    [2, 'Siehe oben, Anmerkun', 9],
  ]);
  expect(segment('1.0.1')).toMatchObject({ pages: [7, 7], notes: [2] });
});

test('a segment lists a repeated note once', () => {
  const path = 'chapters/en/1-depth.mdx';
  const parsed = parseNotation(
    '{/* 1.0.1 */} A stone.[^1]\n\n{/* 1.0.2 */} A clock.[^1]\n\n[^1]: Of time.\n',
    path,
  );
  if ('messages' in parsed) throw new Error('no chapter');
  const frame = { id: '1-depth', section: 1, edition: 'en', path, page: undefined };
  const { segments, marks } = readChapter(parsed.tree, frame);
  expect(segments.map(({ notes }) => notes)).toEqual([[1], [1]]);
  expect(marks.map(({ segment: id }) => id)).toEqual(['1.0.1']);
});

test('a unit and a mark have positions in the file', () => {
  expect(segment('1.1.2')?.units[1]?.place).toEqual({
    path: 'tests/fixtures/dossiers/well/chapters/de/1-tiefe.mdx',
    line: 16,
    column: 85,
    end: { line: 16, column: 204 },
  });
  expect(segment('1.0.1')?.units[1]?.place).toMatchObject({ column: 95, end: { line: 1, column: 143 } });
  expect(chapter('de', '0-anfang')?.marks).toEqual([
    {
      number: 1,
      segment: '0.0.1',
      unit: 2,
      page: 7,
      place: {
        path: 'tests/fixtures/dossiers/well/chapters/de/0-anfang.mdx',
        line: 3,
        column: 107,
        end: { line: 3, column: 111 },
      },
    },
  ]);
});

test('a note has its citations', () => {
  expect(chapter('hant', '0-anfang')?.notes[0]?.citations).toMatchObject([
    { key: 'amt-1950', prefix: '參見：', locator: { label: 'page', value: '3' } },
  ]);
});

test('references have the unit that contains them', () => {
  expect(segment('1.1.2')?.targets.map(({ scheme, id, unit }) => `${scheme}:${id} ${unit}`)).toEqual([
    'case:dry-summer 1',
    'seg:1.0.1 2',
    'note:2 2',
    'exhibit:figure-1 2',
  ]);
});

test('a folder without dossier.yaml is reported as not being a dossier', async () => {
  const reading = await readDossier('tests/fixtures');
  expect(reading.dossier).toBeUndefined();
  expect(reading.messages).toMatchObject([
    { ruleId: 'file-readable', file: 'tests/fixtures/dossier.yaml', line: 1, column: 1 },
  ]);
});
