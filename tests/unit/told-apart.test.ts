import { expect, test } from 'vitest';
import { toldApart } from '../../src/client/told-apart.ts';
import type { CitationStyle } from '../../src/model/citation-style.ts';

const cited = (style: CitationStyle, note: string, own: string) => ({
  year: 2026,
  footnote: { style, name: style, note, entries: [own, 'Li. 1986.'] },
});

test('works by one author in one year are distinguished by letters, in the order of their titles', () => {
  const note = '(The editors 2026, paraphrasing {paper}';
  const [english, chinese] = toldApart([
    cited('chicago-author-date', note, 'The editors. 2026. “Paragraph 1 (English Paraphrase).”'),
    cited(
      'chicago-author-date',
      `<span lang="en">${note}</span>`,
      'The editors. 2026. “Paragraph 1 (Chinese Paraphrase).”',
    ),
  ]);
  expect(english).toMatchObject({
    note: '(The editors 2026b, paraphrasing {paper}',
    entries: ['The editors. 2026b. “Paragraph 1 (English Paraphrase).”', 'Li. 1986.'],
  });
  expect(chinese?.note).toContain('(The editors 2026a, paraphrasing {paper}');
});

test('in MLA they are distinguished by their titles', () => {
  const [english] = toldApart(
    ['English', 'Chinese'].map((language) =>
      cited('mla', '(Editors, paraphrasing {paper}', `Editors. “<i>P</i> 1 (${language}).” 2026.`),
    ),
  );
  expect(english?.note).toBe('(Editors, “P 1 (English),” paraphrasing {paper}');
  const [tagged] = toldApart(
    ['1', '2'].map((name) => cited('mla', '<b>(Editors</b>, through {paper}', `Editors. “${name}.” 2026.`)),
  );
  expect(tagged?.note).toBe('<b>(Editors, “1,”</b> through {paper}');
  const [alone] = toldApart(['1', '2'].map((name) => cited('mla', '(Editors)', `Editors. “${name}.” 2026.`)));
  expect(alone?.note).toBe('(Editors, “1”)');
});

test('in MLA they are distinguished by the beginnings of the titles of books', () => {
  const all = toldApart([
    cited('mla', '(Editors, par. 1)', 'Editors. <i>The Dyke: “A” Dossier</i>. 2026. English.'),
    cited(
      'mla',
      '<b>(Li, qtd. in Editors, par. 1)</b>',
      '<b>Editors. </b>堤：卷宗 [<i>The Dyke</i>]. 2026. Chinese.',
    ),
  ]);
  expect(all.map(({ note }) => note)).toEqual([
    '(Editors, <i>Dyke</i>, par. 1)',
    '<b>(Li, qtd. in Editors, 堤, par. 1)</b>',
  ]);
});

test('the year of another work that is cited before has no letter', () => {
  const [quoted, own] = toldApart([
    cited('apa', '(Li, 2026, as cited in Editors, 2026, para. 1)', 'Editors. (2026). 堤.'),
    cited('apa', '(Editors, 2026, para. 1)', 'Editors. (2026). The dyke.'),
  ]);
  expect(quoted?.note).toBe('(Li, 2026, as cited in Editors, 2026b, para. 1)');
  expect(own?.note).toBe('(Editors, 2026a, para. 1)');
});

test('works by different authors, and notes, are unchanged', () => {
  const both = [cited('apa', '(Editors, 2026)', 'E. (2026).'), cited('apa', '(编者, 2026)', 'B. (2026).')];
  expect(toldApart(both)).toEqual(both.map(({ footnote }) => footnote));
});
