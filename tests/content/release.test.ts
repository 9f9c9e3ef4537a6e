import { selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { segmentsIn } from '../../src/read/text-in.ts';
import { builtTree, textIn } from '../support/page-tree.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { keptShare } from '../../src/permalinks/kept-share.ts';
import { testRelease } from '../support/release-of.ts';

testRelease('content');

// The reason for the threshold of one half: no two paragraphs of one paper share as much.
test.each(['zh', 'en'])(
  'two paragraphs in %s share less than half of their text',
  async (edition) => {
    const dossier = await dossierIn('content');
    const paragraphs = dossier.chapters
      .filter((chapter) => chapter.edition === edition)
      .flatMap(({ segments }) => segments)
      .filter(({ type }) => type === 'paragraph');
    const shares = paragraphs.flatMap((a) =>
      paragraphs.filter((b) => b !== a).map((b) => keptShare(a.text, b.text)),
    );
    expect(Math.max(...shares)).toBeLessThan(0.5);
  },
);

test('no release says that more paragraphs have changed since than there are', async () => {
  const dossier = await dossierIn('content');
  const { length } = segmentsIn(dossier, 'en').filter(({ type }) => type === 'paragraph');
  const counts = selectAll('.index small', builtTree('dist', '/v/')).flatMap((one) =>
    [...textIn(one).matchAll(/\d+/g)].map(Number),
  );
  expect(Math.max(...counts)).toBeGreaterThan(length / 2);
  expect(Math.max(...counts)).toBeLessThanOrEqual(length);
});
