import { describe, expect, test } from 'vitest';
import { inOrder, linesOf, toTsv } from '../../src/client/concordance-lines.ts';
import { translationsFor } from '../../src/i18n/translations.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { recordsOf } from '../../src/search/records.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { examplesOf } from '../../src/site/search-examples.ts';
import { search } from '../../src/search/search.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { sourceOf } from '../support/source-of.ts';
import { searchRenderer } from '../../src/render/renderers.ts';

const record = (id: string, text: string, units = [0]): SearchRecord => ({
  kind: 'segment',
  id,

  title: '一',
  text,
  units,
});

async function linesIn(query: string, records: SearchRecord[], most = 100, lang = 'zh-Hans') {
  const source = await sourceOf({
    edition: 'zh',
    lang,
    records,
    names: { chapter: {}, caseKind: {}, actor: {} },
  });
  return linesOf(await source.find(parseQuery(query)), most);
}

describe('a concordance', () => {
  test('has a line for each match, in the order of the text, with its sentence', async () => {
    const lines = await linesIn('海堤', [
      record('1.1.1', '海堤在东。人们修海堤。', [0, 5]),
      record('1.1.2', '海堤、海堤、海堤。'),
    ]);
    expect(lines.map(({ hit, unit }) => `${hit.record.id}-${unit}`)).toEqual([
      '1.1.1-1',
      '1.1.1-2',
      '1.1.2-1',
      '1.1.2-1',
      '1.1.2-1',
    ]);
    expect(lines[1]).toMatchObject({ before: '海堤在东。人们修', words: '海堤', after: '。' });
  });

  test('cuts no word at the ends of a line', async () => {
    const far = 'northern embankments '.repeat(12);
    const [line] = await linesIn('dyke', [record('1', `${far}dyke; ${far}`)], 100, 'en');
    expect(line?.before).toMatch(/^(?:northern|embankments) .* $/);
    expect(line?.after).toMatch(/^; .* (?:northern|embankments) ?$/);
  });

  test('reads no more lines than requested', async () => {
    const lines = await linesIn('海堤', [record('1.1.1', '海堤，海堤。'), record('1.1.2', '海堤。')], 1);
    expect(lines.map(({ hit }) => hit.record.id)).toEqual(['1.1.1']);
  });

  test('is sorted outwards from the match in the language’s order, ignoring punctuation', async () => {
    const lines = await linesIn('堤', [
      record('1.1.1', '修堤，在东。'),
      record('1.1.2', '海堤安稳。'),
      record('1.1.3', '不修堤北。'),
      record('1.1.4', '堤。'),
    ]);
    const sorted = (order: 'left' | 'right') =>
      inOrder(lines, order, 'zh-Hans').map(({ hit }) => hit.record.id);
    // hǎi comes before xiū, and xiū preceded by nothing before xiū preceded by something; no context at all comes last.
    expect(sorted('left')).toEqual(['1.1.2', '1.1.1', '1.1.3', '1.1.4']);
    // ān, běi, zài.
    expect(sorted('right')).toEqual(['1.1.2', '1.1.3', '1.1.1', '1.1.4']);
  });

  test('is sorted by whole words in scripts that separate words', async () => {
    const lines = await linesIn(
      'dyke',
      [record('1', 'an old dyke'), record('2', 'a cold dyke'), record('3', 'his old dyke')],
      100,
      'en',
    );
    expect(inOrder(lines, 'left', 'en').map(({ hit }) => hit.record.id)).toEqual(['2', '1', '3']);
  });
});

test('a TSV table has one row per line, and no formulas for spreadsheets', () => {
  expect(
    toTsv([
      ['a\tb', '=1+1'],
      ['c\n', '-d'],
    ]),
  ).toBe("a b\t'=1+1\r\nc \t'-d\r\n");
});

describe('every example of a query', () => {
  const waysToAsk = Object.keys(translationsFor('en').search.ways).filter((way) => way !== 'heading');
  const names = { note: (n: number) => `note ${n}`, page: (n: number) => `p. ${n}` };

  test.each([
    ['dyke', 'zh', waysToAsk],
    ['dyke', 'en', waysToAsk.filter((way) => way !== 'pinyin' && way !== 'script')],
    ['well', 'de', undefined],
    ['well', 'hant', undefined],
  ])('finds something in %s, %s', async (name, id, ways) => {
    const { dossier } = await fixtureDossier(name);
    const renderer = searchRenderer(dossier);
    const { editions } = dossier.settings.value;
    const own = editions.find((edition) => edition.id === id)!;
    const ordered = [own, ...editions.filter((edition) => edition !== own)];
    const source = await sourceOf(...ordered.map((edition) => recordsOf(dossier, edition, renderer)));
    const examples = examplesOf(dossier, own, names);
    if (ways) expect(examples.map(([way]) => way)).toEqual(ways);
    expect(examples.length).toBeGreaterThan(0);
    for (const query of examples.flatMap(([, queries]) => queries)) {
      const { exact } = await search(source, query);
      expect([query, exact.length > 0]).toEqual([query, true]);
    }
  });
});
