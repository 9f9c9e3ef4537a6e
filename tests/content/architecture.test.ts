import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';

const dossier = await dossierIn('content');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|astro|css|mjs)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

describe('src contains nothing of any paper', () => {
  test('it has no name, title, case or term of the shipped dossier', () => {
    const { paper, caseKinds } = dossier.settings.value;
    const names = [
      ...Object.values(paper.title),
      ...Object.values(paper.journal ?? {}),
      ...paper.authors.flatMap((author) =>
        Object.values(author).map(({ family, given }) => `${given} ${family}`),
      ),
      ...caseKinds.filter(({ id }) => id !== 'background').map(({ id }) => id),
      ...dossier.cases.map(({ id }) => id),
      ...dossier.terms.map(({ id }) => id).filter((id) => id.includes('-')),
      'carbon',
      'Anthropocene',
    ];
    const sought = names.map((name) => name.toLowerCase());
    for (const { file, text } of sources) {
      const own = text.toLowerCase();
      expect(
        sought.filter((name) => own.includes(name)),
        file,
      ).toEqual([]);
    }
  });
});

describe('the shipped dossier', () => {
  test('has the segments and notes of the introduction and the first section in both editions', () => {
    for (const edition of ['zh', 'en']) {
      const chapters = dossier.chapters.filter((chapter) => chapter.edition === edition);
      const paragraphs = chapters.flatMap(({ segments }) =>
        segments.filter(({ type }) => type === 'paragraph'),
      );
      expect(paragraphs.map(({ id }) => id).slice(0, 13)).toEqual([
        '0.0.1',
        '0.0.2',
        '1.0.1',
        '1.1.1',
        '1.1.2',
        '1.2.1',
        '1.2.2',
        '1.2.3',
        '1.3.1',
        '1.3.2',
        '1.3.3',
        '1.3.4',
        '1.3.5',
      ]);
      expect(chapters.flatMap(({ notes }) => notes.map(({ number }) => number)).slice(0, 21)).toEqual(
        Array.from({ length: 21 }, (_, i) => i + 1),
      );
    }
  });

  // Entered by hand from the printed pages.
  test.each([
    ['abstract', [112, 112]],
    ['0.0.1', [113, 113]],
    ['1.1.1', [113, 114]],
    ['1.1.2', [114, 114]],
    ['1.2.1', [114, 115]],
    ['1.2.3', [115, 115]],
    ['1.3.1', [116, 116]],
    ['1.3.3', [117, 117]],
    ['1.3.4', [117, 118]],
    ['1.3.5', [118, 119]],
  ])('segment %s is on printed pages %j', (id, pages) => {
    const found = dossier.chapters.flatMap(({ segments }) =>
      segments.filter((segment) => segment.id === id),
    );
    expect(found.map((segment) => segment.pages)).toEqual([pages, pages]);
  });
});
