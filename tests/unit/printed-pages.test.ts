import { describe, expect, test } from 'vitest';
import { exportFormats } from '../../src/cite/export.ts';
import { paperItem } from '../../src/cite/own-items.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { freezeEdition } from '../../src/render/freeze.ts';
import { recordsOf } from '../../src/search/records.ts';
import { chapterMarkdown } from '../../src/render/chapter-markdown.ts';
import { labelOf } from '../../src/render/label.ts';
import { searchRenderer } from '../../src/render/renderers.ts';
import { pagesShown } from '../../src/site/queries.ts';
import { copiedDossier } from '../support/copied-dossier.ts';

const copy = copiedDossier('bridge');

/** A dossier whose paper has those pages, with marks in `text`; a second paragraph follows the first. */
async function dossierOn(
  pages: string,
  text: (edition: string) => string = (edition) => edition,
): Promise<Dossier> {
  copy.write('dossier.yaml', copy.read('dossier.yaml').replace(/^ {2}pages: .*\n/m, pages));
  for (const edition of ['zh', 'en']) {
    const file = `chapters/${edition}/1-spans.mdx`;
    const [paragraph = '', ...notes] = copy.read(file).split('\n');
    const second = edition === 'zh' ? '{/* 1.0.2 */} 桥。' : '{/* 1.0.2 */} Bridges.';
    copy.write(file, text([paragraph, '', second, ...notes].join('\n')));
  }
  const { dossier } = await readDossier(copy.folder);
  return dossier!;
}

const pagesOf = ({ chapters }: Dossier, of = 'zh'): unknown[] =>
  chapters
    .filter(({ edition }) => edition === of)
    .flatMap(({ segments, marks }) => [
      ...segments.flatMap(({ pages, units }) => [pages, ...units.map(({ page }) => page)]),
      ...marks.map(({ page }) => page),
    ]);

describe('a paper of several pages without page markers in any edition', () => {
  const unmarked = () => dossierOn('  pages: [101, 118]\n');

  test('has no printed page anywhere', async () => {
    expect(pagesOf(await unmarked())).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is reported as lacking them', async () => {
    await unmarked();
    expect(await copy.said()).toEqual([
      'dossier.yaml:7:3 todo pages-marked Missing printed pages, expected {/* p. 102 */} where page 102 begins, and so on to 118\n' +
        '  Until then, no passage is shown or cited with a printed page.',
    ]);
  });

  test('is searched, released and exported without pages', async () => {
    const dossier = await unmarked();
    const [zh] = dossier.settings.value.editions;
    const { records } = recordsOf(dossier, zh!, searchRenderer(dossier));
    expect(records.filter(({ pages }) => pages !== undefined)).toEqual([]);
    const frozen = freezeEdition(dossier, zh!);
    expect(frozen.chapters.flatMap(({ segments }) => segments).filter((one) => 'pages' in one)).toEqual([]);
    expect(
      chapterMarkdown(
        dossier,
        zh!,
        dossier.chapters.find(({ edition }) => edition === zh!.id)!,
      ),
    ).toContain('<a id="p1.0.2"></a>`1.0.2` 桥。');
  });
});

describe('a printed page is known', () => {
  test('for a paper of one page', async () => {
    expect(pagesOf(await dossierOn('  pages: [101, 101]\n'))).toEqual([
      [101, 101],
      101,
      101,
      [101, 101],
      101,
      101,
    ]);
    expect(await copy.said()).toEqual([]);
  });

  test('from each page marker, and before the first marker from the first page of the paper', async () => {
    const dossier = await dossierOn('  pages: [101, 102]\n', (text) =>
      text.replace('1.0.2 */} ', '1.0.2 */} {/* p. 102 */}'),
    );
    expect(pagesOf(dossier)).toEqual([[101, 101], 101, 101, [102, 102], 102, 101]);
  });

  test('for an edition without markers, as far as another edition has them', async () => {
    const dossier = await dossierOn('  pages: [101, 102]\n', (text) =>
      text.replace('作者指出', '{/* p. 102 */}作者指出'),
    );
    expect(pagesOf(dossier)).toEqual([[101, 102], 101, 102, [102, 102], 102, 101]);
    expect(pagesOf(dossier, 'en')).toEqual([[101, 102], undefined, undefined, [102, 102], 102, undefined]);
  });

  test('from each page marker, but not before it if the first page is unknown', async () => {
    const dossier = await dossierOn('', (text) => text.replace('1.0.2 */} ', '1.0.2 */} {/* p. 102 */}'));
    expect(pagesOf(dossier)).toEqual([undefined, undefined, undefined, [102, 102], 102, undefined]);
    expect(await copy.said()).toEqual([
      'dossier.yaml:1:1 todo paper-described Missing pages of the paper, expected in dossier.yaml: every reference needs them\n' +
        '  Add its DOI too, if it has one.',
    ]);
  });
});

test('a paper with unknown pages is cited without them', async () => {
  const { settings } = await dossierOn('');
  const [zh, en] = settings.value.editions;
  expect(labelOf(settings.value, zh!)).toContain('中文：例如：《论桥》，《桥梁学刊》1987年。');
  expect(labelOf(settings.value, en!)).toContain(
    'The paper is in Chinese: Li Ru, “On Bridges,” Journal of Bridges, 1987.',
  );
  const item = paperItem(settings.value, en!);
  expect(exportFormats.ris.write([item])).not.toMatch(/^(?:SP|EP)/m);
  expect(exportFormats.bib.write([item])).not.toContain('pages');
  expect(exportFormats.json.write([item])).not.toContain('"page"');
});

test('the page of a chapter with the abstract begins at the page of the abstract', async () => {
  const dossier = await dossierOn('  pages: [112, 113]\n', (text) =>
    text.replace('{/* 1.0.2 */}', '$& {/* p. 113 */}'),
  );
  const [chapter] = dossier.chapters;
  const [first] = chapter!.segments;
  expect(pagesShown(chapter!)).toEqual([112, 113]);
  const pages: [number, number] = [111, 111];
  const segments = [{ ...first!, type: 'abstract' as const, pages }, ...chapter!.segments];
  expect(pagesShown({ ...chapter!, segments })).toEqual([111, 113]);
});
