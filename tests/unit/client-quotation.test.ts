import { describe, expect, test } from 'vitest';
import { creditOf, nameOf } from '../../src/client/quotation.ts';
import { entryIn } from '../../src/model/entry-in.ts';
import type { Selected } from '../../src/client/selected.ts';
import type { EditionRecord } from '../../src/exchange/edition-record.ts';

const source = (words: string, inner?: string) => ({
  words,
  credit: `Of “${words}”.`,
  footnotes: [],
  ...(inner === undefined ? {} : { inner: { chicago: inner } }),
});
const said: EditionRecord = {
  address: '/case/a/',
  credit: 'By the editors.',
  creditOfInner: 'Quoted by the editors.',
  creditOfSources: 'From {}.',
  creditOfAuthors: 'The authors’: {}.',
  creditOfOthers: 'Others are quoted by the editors.',
  footnotes: [{ style: 'chicago', name: 'Chicago', note: '' }],
  quotes: ['“', '”', '‘', '’'],
  quotations: [source('a tool of blackmail', 'A Report'), source('no longer there', 'B Report')],
  record: { id: 'a', type: 'webpage', language: 'en', title: 'A' },
};
const selected = (before: string, words: string): Selected => ({
  edition: 'en',
  part: undefined,
  before,
  isReference: false,
  work: undefined,
  words,
  segments: [],
  listed: undefined,
  entry: undefined,
  sections: undefined,
  under: undefined,
  spots: [],
  anchor: undefined,
  units: [undefined, undefined],
  record: undefined,
  label: '',
  place: '',
  passage: '',
  source: '',
  paragraph: undefined,
  pages: '',
  address: '/case/a/',
});

test('a reference names the heading, or the row and the column, that are selected, in its language', () => {
  const places: EditionRecord['places'] = {
    '2': ['“碳税”行', 'row “Carbon tax”'],
    '.3': ['“影响”列', 'column “Effects”'],
    '2.1': ['第2.1节（碳税）', 'section 2.1 (Carbon tax)'],
    '1': ['row “碳税”'],
  };
  const nameAt = (spots: string[], isElsewhere: boolean) =>
    nameOf({ ...selected('', 'x'), spots }, { ...said, places }, isElsewhere);
  expect(nameAt(['2', '.3'], false)).toBe('“碳税”行“影响”列');
  expect(nameAt(['2', '.3'], true)).toBe('row “Carbon tax”, column “Effects”');
  expect(nameAt(['2.1'], false)).toBe('第2.1节（碳税）');
  const several = nameOf(
    { ...selected('', 'x'), sections: ['1.1', '1.2'] },
    { ...said, places: { sections: ['第{}—{}节', 'sections {}–{}'] } },
    true,
  );
  expect(entryIn('chicago', several)).toBe('secs. 1.1–1.2');
  const under: EditionRecord['places'] = {
    under: ['“{}”部分', 'under “{}”'],
    碳干涉: ['“碳干涉”部分', 'under “Interference”'],
  };
  const nameUnder = (heading: string) =>
    nameOf({ ...selected('', 'x'), under: heading }, { ...said, places: under }, true);
  expect(nameUnder('碳干涉')).toBe('under “Interference”');
  expect(nameUnder('碳税')).toBe('under “碳税”');
  // An edition without another language.
  expect(nameAt(['1'], true)).toBe('row “碳税”');
});

describe('the line below selected words says whose they are', () => {
  test('by their source if they are a quotation or a part of it', () => {
    expect(creditOf(selected('It was ', '“a tool of blackmail”'), said)).toBe('Of “a tool of blackmail”.');
    expect(creditOf(selected('It was “a tool ', 'of blackmail'), said)).toBe('Of “a tool of blackmail”.');
  });

  test('not by the source of another quotation that happens to have them', () => {
    expect(creditOf(selected('It was ', '“a tool”'), said)).toBe('By the editors. Quoted by the editors.');
    expect(creditOf(selected('It was “some ', 'tool'), said)).toBe('By the editors. Quoted by the editors.');
  });

  test('by the page alone within a reference, whose quotation marks are those of titles', () => {
    const title = { ...selected('A. Marsh, “', 'a tool of blackmail'), isReference: true };
    expect(creditOf(title, said)).toBe('By the editors.');
  });

  test('by every known source of quotations within them, also of those that they cut', () => {
    expect(creditOf(selected('', 'It was “a tool of blackmail”, “no longer there”.'), said)).toBe(
      'By the editors. From A Report; B Report.',
    );
    // A style of author and date has those of its family with footnotes.
    expect(
      creditOf(
        selected('', 'It was “no longer there”.'),
        said,
        'It was “no longer there”.',
        'chicago-author-date',
      ),
    ).toBe('By the editors. From B Report.');
    expect(creditOf(selected('It was “a tool ', 'of blackmail”, “no longer'), said)).toBe(
      'By the editors. From A Report; B Report.',
    );
    expect(creditOf(selected('It was “', 'a tool of blackmail”, a thing.'), said)).toBe(
      'By the editors. From A Report.',
    );
    expect(creditOf(selected('', 'It was “a tool of blackmail”, “a toy”.'), said)).toBe(
      'By the editors. From A Report. Others are quoted by the editors.',
    );
    expect(creditOf(selected('', 'It was “a toy”.'), said)).toBe('By the editors. Quoted by the editors.');
  });

  test('as a name of the paper’s, in quotation marks or not, if they are nothing else', () => {
    const name = { ...source('ebb right'), credit: 'The paper’s own.', isName: true as const };
    const known = { ...said, quotations: [name] };
    for (const words of ['Ebb right', '“ebb right”', '（ebb right）'])
      expect(creditOf(selected('The ', words), known)).toBe('The paper’s own.');
    expect(creditOf(selected('The ', 'ebb'), known)).toBe('By the editors.');
    expect(creditOf(selected('The ', 'ebb right of old'), known)).toBe('By the editors.');
  });

  test('as the authors’ if they are known to be', () => {
    const own = { ...source('a thing of ours'), isAuthors: true as const };
    const { quotations = [] } = said;
    const known = { ...said, quotations: [...quotations, own] };
    expect(creditOf(selected('', 'It was “a thing of ours”.'), known)).toBe(
      'By the editors. The authors’: “a thing of ours”.',
    );
    expect(creditOf(selected('', '“A thing of ours”, “a tool of blackmail”, “a toy”.'), known)).toBe(
      'By the editors. The authors’: “a thing of ours”. From A Report. Others are quoted by the editors.',
    );
  });

  test('beginning each sentence with a capital', () => {
    expect(creditOf(selected('', 'A “toy”.'), { ...said, creditOfInner: 'the paper’s p. 133' })).toBe(
      'By the editors. The paper’s p. 133.',
    );
  });
});
