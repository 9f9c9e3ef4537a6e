import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/model/settings.ts';
import { exhibitTable, quantityJson, quantityRows, toCsv } from '../../src/site/downloads.ts';
import { printedChecks, printFoot } from '../../src/site/print-foot.ts';
import { scriptsIn } from '../../src/site/words.ts';
import { segmentJson } from '../../src/site/segment-data.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier: well, edition: wellEdition } = await fixtureDossier('well');
const { dossier: dyke, edition } = await fixtureDossier('dyke');

describe('amounts and dates', () => {
  test('are a table with a column per edition for texts that differ by edition', () => {
    expect(quantityRows(dyke)[1]).toEqual({
      id: 'q0.0.1-1.2',
      type: 'amount',
      value: 3200,
      measure_zh: '亩',
      measure_en: 'mu',
      date: '1843',
      what_zh: '淹没的田地',
      what_en: 'Fields flooded',
      segment: '0.0.1',
      unit: 1,
      page: 42,
      case: 'great-breach',
      label_zh: '转述',
      label_en: 'paraphrase',
    });
  });

  test('are CSV in which no cell is executed as a formula', () => {
    const lines = toCsv(quantityRows(well)).split('\r\n');
    expect(lines[2]).toBe(
      `q0.0.1-2,amount,5,,$,$,$,,,"'=Der Preis, ""einfach""",Le prix,價格,0.0.1,2,7,,,paraphrase,paraphrase,转述`,
    );
    expect(lines).toHaveLength(6);
  });

  test('include in JSON whose wording they are and their source', () => {
    const { label, source, records } = JSON.parse(quantityJson(well)) as Record<string, unknown>;
    expect(Object.keys(label as object)).toEqual(['de', 'welsch', 'hant']);
    expect(source).toBe('https://example.org/brunnen/data.json');
    expect(records).toHaveLength(4);
  });
});

describe('a figure or table', () => {
  const tableOf = (id: string) =>
    exhibitTable(dyke.exhibits.find((one) => one.id === id)!.value, edition('en'));

  test('has the rows of the table under its column headings', () => {
    expect(tableOf('table-1')[0]).toEqual({
      Kind: 'Land for dykes',
      'Who pays': 'The builders',
      'Who bears the risk': 'The builders',
      label: 'paraphrase',
    });
  });

  test('has the arrows of the diagram, with the text of its boxes', () => {
    expect(tableOf('figure-1').at(-1)).toEqual({
      from: 'How people regard it',
      to: 'Dyke',
      both: 1,
      label: 'paraphrase',
    });
  });
});

test('a segment as data has its units in every edition, its notes and its entries', () => {
  const { editions, notes, entries, ...rest } = JSON.parse(segmentJson(dyke, '/', '2.1.1')) as Record<
    string,
    never
  >;
  expect(rest).toMatchObject({ id: '2.1.1', version: '1.0.0', pages: [47, 47], paper: { id: 'li-1986' } });
  expect(editions).toMatchObject({
    zh: { language: 'zh-Hans', role: 'paraphrase' },
    en: {
      units: [
        { index: 1, page: 47 },
        { index: 2, page: 47 },
        { index: 3, page: 47, notes: [10] },
      ],
    },
  });
  expect(notes).toEqual([{ number: 10, works: ['north-shoal-1859', 'li-1979'] }]);
  expect(entries).toEqual({
    case: ['great-breach'],
    term: ['land-for-dykes', 'foreshore', 'ebb-right'],
    actor: ['north-shoal', 'south-shoal'],
    exhibit: [],
    seg: [],
  });
});

describe('a printed sheet', () => {
  test('says whose wording it is and its address, the first also the paper', async () => {
    const [every = '', first = ''] = (
      await printFoot(well.settings.value, wellEdition('de'), 'text').text()
    ).split('\n');
    expect(every).toBe(
      "@page { @bottom-left { content: 'Paraphrase by the dossier’s editors, not the author’s words. Dossier: Der Brunnen und das Dorf Paragraph N is at https://example.org/brunnen/p/N/'; } @bottom-right { content: counter(page) ' / ' counter(pages); } }",
    );
    expect(first).toMatch(
      /^@page :first \{ @top-left \{ content: 'Paraphrase edition: .*The paper is in German: /,
    );
  });

  test('is not cut off by a quotation mark in a title', async () => {
    const settings = settingsSchema.parse({
      ...dyke.settings.value,
      dossier: { ...dyke.settings.value.dossier, title: { zh: '堤', en: "The dyke's \\ end" } },
    });
    expect(await printFoot(settings, edition('en'), 'text').text()).toContain(
      String.raw`The dyke\27 s \5c  end'`,
    );
  });

  test('names its chapter', async () => {
    const { settings } = well;
    const [chapter] = settings.value.chapters;
    const says = (await printFoot(settings.value, wellEdition('de'), 'text').text()).split('\n');
    expect(says).toContain(`body:has(> main[data-chapter='${chapter!.id}']) { page: in-${chapter!.id}; }`);
    expect(says.find((line) => line.startsWith(`@page in-${chapter!.id} `))).toContain(
      `Der Brunnen und das Dorf · ${chapter!.section > 0 ? `${chapter!.section} ` : ''}${chapter!.title['de']} Paragraph N`,
    );
  });

  test('explains the signs of its chapter and no others, and numbers editors’ notes by paragraph', async () => {
    const { dossier: canal, edition: canalEdition } = await fixtureDossier('canal');
    const rules = printedChecks(canal, canalEdition('en')).split('\n');
    expect(rules.map((line) => /Signs in the text: [^.]*\./.exec(line)?.[0]).filter(Boolean)).toEqual([
      'Signs in the text: ≠ disagrees, ✓ agrees, ✎ Editors’ note.',
    ]);
    expect(rules).toContain("[id='editor-note-1.1.2-1'] { --number: '1.1.2'; }");
  });

  test('names the undecided checks of each chapter, which have no sign on paper', async () => {
    const { dossier: canal, edition: canalEdition } = await fixtureDossier('canal');
    const chapters = printedChecks(canal, canalEdition('en'))
      .split('\n')
      .filter((line) => line.startsWith('[data-chapter='));
    expect(chapters.map((line) => /Undecided: [^.]*\./.exec(line)?.[0])).toEqual([
      undefined,
      'Undecided: 10a.',
    ]);
  });
});

test('a page has the character variants of both scripts if its edition contains both', () => {
  expect(scriptsIn(dyke, edition('zh'))).toEqual({});
  const [work] = dyke.works;
  const both = {
    ...dyke,
    works: [{ ...work!, value: { ...work!.value, title: '論海堤與灘地，兼談堤工稅與鹽戶公會' } }],
  };
  expect(JSON.stringify(scriptsIn(both, edition('zh')))).toContain('論');
});
