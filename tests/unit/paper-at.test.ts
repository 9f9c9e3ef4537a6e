import { expect, test } from 'vitest';
import { paperAt } from '../../src/client/paper-at.ts';
import { ownPage } from '../../src/site/cited-pages.ts';
import { recordInEdition } from '../../src/site/record-data.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const dossiers = await Promise.all(
  ['dyke', 'lamp'].map(async (name) => (await fixtureDossier(name)).dossier),
);

const recordOf = (dossier: (typeof dossiers)[number], edition: string, pages: [number, number]) => {
  const { editions, chapters } = dossier.settings.value;
  const own = editions.find(({ id }) => id === edition)!;
  return recordInEdition(dossier, '/', own, {
    page: ownPage(dossier, own, 'chapter', chapters.at(-1)!.id),
    pages,
  });
};
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '');

test.each(dossiers.flatMap((dossier) => dossier.settings.value.editions.map(({ id }) => ({ id, dossier }))))(
  'prints the paper at any pages as a record of those pages does: $id',
  ({ id, dossier }) => {
    const { atPages = {} } = recordOf(dossier, id, [1, 2000]);
    const firsts = [3, 9, 42, 96, 99, 100, 101, 109, 110, 118, 199, 321, 1000, 1008, 1087, 1496];
    for (const first of firsts)
      for (const last of [first, first + 1, first + 5, first + 90, first + 112])
        for (const { style, paper } of recordOf(dossier, id, [first, last]).footnotes) {
          if (paper === undefined) continue;
          const pages = [...new Set([first, last])].join('-');
          expect(paperAt(atPages[style]!, pages, style), `${style} ${pages}`).toBe(paper);
        }
  },
);

test.each([
  ['journal', '第118、125—126页，https'],
  ['gbt', '（3）：118，125-126. DOI'],
  ['gbt-2015', '118, 125-126. DOI'],
  ['gbt-author-date', ')¹¹⁸, ¹²⁵⁻¹²⁶'],
  ['chicago', '(1986): 118, 125–26, https'],
  ['apa', '1986, pp. 118, 125–126)'],
  ['mla', ' 118, 125–26)'],
] as const)('joins the pages of several passages: %s', (style, printed) => {
  const { atPages = {} } = recordOf(dossiers[0]!, 'en', [1, 2000]);
  expect(textOf(paperAt(atPages[style]!, '118,125-126', style))).toContain(printed);
});
