import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { headlineCase } from '../../src/cite/headline-case.ts';
import { referenceText } from '../../src/cite/pieces.ts';
import { entryName, type EditionRecord, type QuotationRecord } from '../../src/exchange/edition-record.ts';
import { entryIn } from '../../src/model/entry-in.ts';
import { localised } from '../../src/model/localised.ts';
import { workSchema } from '../../src/model/work.ts';
import { labelOf, linkPaper } from '../../src/render/label.ts';
import { citePanel } from '../../src/site/cite-panel.ts';
import { citedIn, listed, type InStyle } from '../../src/site/citing.ts';
import { ownIn } from '../../src/site/page-reference.ts';
import { quotedIn } from '../../src/site/quotation-chain.ts';
import type { Chain, Printed } from '../../src/site/joined-references.ts';
import { entryOf } from '../../src/site/entry-names.ts';
import { exhibitPage, nameOfPage, ownRecord, type OwnPage } from '../../src/site/own-record.ts';
import { namesInPaper } from '../../src/site/names-in-paper.ts';
import { pagesOfWords } from '../../src/site/queries.ts';
import { recordData } from '../../src/site/record-data.ts';
import { filesOfOwn, filesOfPaper } from '../../src/site/record-files.ts';
import type { Edition } from '../../src/model/settings.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { describe as describePage } from '../../src/site/description.ts';
import { coins } from '../../src/site/coins.ts';
import { aboutEntry, metadataOf } from '../../src/site/metadata.ts';
import { releasedEdition } from '../../src/site/released-record.ts';
import { releasedChapterJson, releasedSegmentJson } from '../../src/site/released-citations.ts';
import { findReleased, releasesOf } from '../../src/site/releases.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { oneIn } from '../support/whole.ts';

const { dossier: dyke, edition } = await fixtureDossier('dyke');
const { dossier: bell, edition: bellEdition } = await fixtureDossier('since-1.0');
const lamp = await fixtureDossier('lamp');
const canal = await fixtureDossier('canal');

type Pages = [number, number] | undefined;
const printed = (all: (Printed | undefined)[]) =>
  all.flatMap((one) => (one ? [one.note, ...(one.entry ? [one.entry] : [])] : [])).map(referenceText);
const ofPaper = (dossier: Dossier, as: Edition, pages: Pages) =>
  printed(citedIn(dossier, '/', as, { paper: { pages } }).map(({ paper }) => paper));
const ofOwn = (dossier: Dossier, base: string, as: Edition, page: OwnPage) =>
  printed(citedIn(dossier, base, as, { own: page }).map(({ own }) => own));
const chainText = (chain: Chain) => referenceText(chain.flatMap(({ pieces }) => pieces));
/** Citations of the paper through a page, in every style. */
const joint = (dossier: Dossier, as: Edition, page: OwnPage, pages: Pages) =>
  Object.fromEntries(
    citedIn(dossier, '/', as, { own: page, paper: { pages } }).flatMap(({ style, chain }: InStyle) =>
      chain ? [[style, chainText(chain)]] : [],
    ),
  );
const segment = (id: string): OwnPage => ({
  kind: 'segment',
  id,
  name: `Paragraph ${id}`,
  address: `/p/${id}/`,
});

/** The same dossier without and with a public address, and its references, checked by hand. */
const copies = { local: dyke, public: withSettings({ site: 'https://example.org/dyke/' }) };
const golden = parse(
  readFileSync(new URL('../fixtures/references/dossier.yaml', import.meta.url), 'utf8'),
) as Record<keyof typeof copies, Record<'passage' | 'whole', Record<string, Record<string, string>>>> & {
  kinds: Record<string, Record<string, Record<string, string>>>;
  quoted: Record<string, Record<string, Record<string, string>>>;
  works: Record<string, Record<string, Record<string, string>>>;
};

function withSettings(own: object): Dossier {
  const { value } = dyke.settings;
  return {
    ...dyke,
    settings: { ...dyke.settings, value: { ...value, dossier: { ...value.dossier, ...own } } },
  };
}

const passage = (id: string): OwnPage => ({
  ...segment('1.1.1'),
  name: id === 'zh' ? '段落1.1.1' : 'Paragraph 1.1.1',
});

describe('the paper is cited', () => {
  test('at the printed pages of a passage, and as a whole in a bibliography; a translated title is never alone', () => {
    const title =
      '“Haidi yu tandi de chongfen” 海堤与滩地的重分 [The sea dyke and the redivision of the foreshore]';
    expect(ofPaper(dyke, edition('en'), [47, 48])).toEqual([
      `Li Ru and Mou Jia, ${title}, Difang xuekan [Journal of Dykes], no. 3 (1986): 47–48, https://doi.org/10.5555/dyke.1986.`,
      `Li Ru and Mou Jia. ${title}. Difang xuekan [Journal of Dykes], no. 3 (1986): 41–58. https://doi.org/10.5555/dyke.1986.`,
      '例如、某甲：《海堤与滩地的重分》，《堤防学刊》1986年第3期，第47—48页，https://doi.org/10.5555/dyke.1986。',
      '例如，某甲. 海堤与滩地的重分[J]. 堤防学刊，1986（3）：47-48. DOI:10.5555/dyke.1986.',
      '例如, 某甲. 海堤与滩地的重分[J]. 堤防学刊, 1986(3): 47-48. DOI:10.5555/dyke.1986.',
      '(例如 等, 1986)⁴⁷⁻⁴⁸',
      '例如, 某甲, 1986. 海堤与滩地的重分[J]. 堤防学刊(3): 41-58. DOI:10.5555/dyke.1986.',
      '(Li and Mou 1986, 47–48)',
      `Li Ru and Mou Jia. 1986. ${title}. Difang xuekan [Journal of Dykes], no. 3, 41–58. https://doi.org/10.5555/dyke.1986.`,
      '(Li & Mou, 1986, pp. 47–48)',
      'Li, R., & Mou, J. (1986). Haidi yu tandi de chongfen [The sea dyke and the redivision of the foreshore]. Difang Xuekan [Journal of Dykes], (3), 41–58. https://doi.org/10.5555/dyke.1986',
      '(Li and Mou 47–48)',
      'Li Ru and Mou Jia. “Haidi yu tandi de chongfen” [The Sea Dyke and the Redivision of the Foreshore]. Difang xuekan [Journal of Dykes], no. 3, 1986, pp. 41–58, https://doi.org/10.5555/dyke.1986.',
    ]);
  });

  test.each(['local', 'public'] as const)(
    'through the page that restates it, in one sentence: %s copy',
    (copy) => {
      for (const [id, references] of Object.entries(golden[copy].passage))
        expect(joint(copies[copy], edition(id), passage(id), [47, 48])).toEqual(references);
    },
  );

  test('through a dossier under one title, in every style, list and record', () => {
    const name = { zh: '堤卷', en: 'The Dyke Dossier' };
    const title = { zh: '堤卷：海堤与滩地的重分', en: 'The Dyke Dossier: The Sea Dyke' };
    const named = withSettings({ name, title });
    expect(joint(named, edition('en'), segment('1.1.1'), [47, 47])['chicago']).toMatch(
      /^Example’s editors, The Dyke Dossier: The Sea Dyke, English paraphrase, release 1\.0\.0 \(1987\), para\. 1\.1\.1, paraphrasing Li Ru/,
    );
    const term = { kind: 'term', id: 'a', name: 'a', address: '/term/a/' } as const;
    const whole = { kind: 'dossier', id: '1.0.0', name: 'a', address: '/' } as const;
    expect(ownRecord(named, '/', edition('en'), term)?.['container-title']).toBe(title.en);
    expect(ownRecord(named, '/', edition('en'), whole)?.title).toBe(title.en);
    expect(ownRecord(named, '/', edition('en'), segment('1.1.1'))?.['container-title']).toBe(title.en);
    for (const [id, shown] of [
      ['zh', /堤卷：海堤与滩地的重分|The Dyke Dossier: The sea dyke/i],
      ['en', /The Dyke Dossier[:：] ?The sea dyke/i],
    ] as const)
      for (const page of [segment('1.1.1'), term])
        for (const { style, own } of citedIn(named, '/', edition(id), { own: page }))
          expect(referenceText(own?.entry ?? own?.note ?? []), `${id} ${style}`).toMatch(shown);
  });

  test('after the paper for quotations, with a single entry for what was consulted', () => {
    const inStyles = citedIn(dyke, '/', edition('en'), {
      own: segment('1.1.1'),
      paper: { pages: [47, 47] },
    });
    const of = (wanted: string) => inStyles.find(({ style }) => style === wanted)!;
    const quoting = (style: string) => chainText(of(style).quotedIn!);
    expect(quoting('apa')).toBe(', as translated and cited in Example’s editors, 1987, para. 1.1.1)');
    expect(quoting('mla')).toBe(', trans. and qtd. in Example’s editors, par. 1.1.1)');
    expect(quoting('chicago')).toMatch(
      /^, trans\. and quoted in Example’s editors, The Sea Dyke.*, para\. 1\.1\.1\.$/,
    );
    expect(['apa', 'mla', 'chicago-author-date'].map((style) => listed(of(style)).length)).toEqual([1, 1, 1]);
    const [zh] = citedIn(dyke, '/', edition('zh'), { own: passage('zh'), paper: { pages: [47, 47] } });
    expect(chainText(zh!.quotedIn!)).toMatch(/^，转引自/);
  });

  test('with a line for its own entry, in the styles whose list names only what was consulted', () => {
    const { footnotes } = recordData(dyke, '/', { kind: 'segment', id: '1.1.1' })['en']!;
    const lines = footnotes.flatMap(({ style, beside = [] }) => beside.map((line) => [style, line]));
    expect(lines.map(([style]) => style)).toEqual(['chicago-author-date', 'apa', 'mla']);
    expect(Object.fromEntries(lines)['apa']).toMatch(
      /^The paper: Li, R\., &#x26; Mou, J\. \(1986\)\. .*https:\/\/doi\.org\/10\.5555\/dyke\.1986/,
    );
    const account = recordData(dyke, '/', { kind: 'overview', id: '/en/timeline/' })['en']!;
    expect(account.footnotes.some(({ beside }) => beside)).toBe(false);
  });

  test('not for words on the page of an actor or an overview, which are the editors’', () => {
    for (const page of [
      { kind: 'actor', id: dyke.actors[0]!.id },
      { kind: 'overview', id: '/en/timeline/' },
      { kind: 'overview', id: '/en/status/' },
    ] as const) {
      const data = recordData(dyke, '/', page)['en']!;
      expect(data.credit).toBe('By the dossier’s editors, not the authors’ words.');
      expect(data.footnotes).toHaveLength(8);
      for (const { note, paper } of data.footnotes) {
        expect(note).toMatch(/1987|Example’s editors/);
        expect(paper).toBeUndefined();
      }
    }
    expect(Object.keys(recordData(dyke, '/', { kind: 'overview', id: '/en/timeline/' }))).toEqual(['en']);
    expect(recordData(dyke, '/', { kind: 'overview', id: '/en/search/' })).toEqual({});
  });

  test('in MLA by the title of a page if it has one, and in English styles with the language of its text', () => {
    const term = { kind: 'term', id: 'a', name: '地潮', address: '/term/a/' } as const;
    const named = {
      ...dyke,
      terms: [
        {
          ...dyke.terms[0]!,
          id: 'a',
          value: { ...dyke.terms[0]!.value, name: { zh: '地潮', en: 'geo-tide' } },
        },
      ],
    };
    const mla = ownIn(named, '/', edition('zh'), term, 'mla')!;
    expect(referenceText(mla.note)).toBe('(Example’s editors, “地潮” [Geo-Tide])');
    expect(referenceText(mla.entry!)).toContain(
      '“地潮” [Geo-Tide]. Editors’ account. “海堤与滩地的重分”卷宗 [The Sea Dyke and the Redivision of the Foreshore: A Dossier], release',
    );
    // Styles with years in the text cite a page as a place in the whole dossier.
    const apa = ownIn(named, '/', edition('zh'), term, 'apa')!;
    expect(referenceText(apa.note)).toBe('(Example’s editors, 1987, “地潮” [Geo-tide] section)');
    expect(referenceText(apa.entry!)).toMatch(
      /^Example’s editors\. \(1987\)\. “海堤与滩地的重分”卷宗 \[The sea dyke .*: A dossier\] \(Release 1\.0\.0\)\.$/,
    );
    const joint = citedIn(named, '/', edition('en'), {
      own: term,
      paper: { pages: [47, 47], definedBy: 'authors' },
    });
    expect(chainText(joint.find(({ style }) => style === 'mla')!.chain!.slice(0, -1))).toBe(
      '(Example’s editors, “Geo-Tide,” definition rendered by the editors from ',
    );
  });

  test('not through pages that restate no passage of it', () => {
    const term = { kind: 'term', id: 'a', name: 'a', address: '/term/a/' } as const;
    expect(joint(dyke, edition('en'), term, undefined)).toEqual({});
  });

  test('with its journal in italics, and translations or additions after a title upright', () => {
    const [{ paper, own } = {}] = citedIn(dyke, '/', edition('en'), {
      own: segment('1.1.1'),
      paper: { pages: [47, 47] },
    });
    const italics = (one: Printed | undefined) =>
      one?.note.flatMap(({ italic, text }) => (italic ? [text] : []));
    expect(italics(paper)).toEqual(['Difang xuekan']);
    expect(italics(own)).toEqual(['The Sea Dyke and the Redivision of the Foreshore: A Dossier']);
    // MLA sets the translation of a title like the title.
    const whole = { kind: 'dossier', id: '1.0.0', name: 'a', address: '/' } as const;
    const inPinyin = withSettings({ romanised: { zh: 'Haidi juanzong' } });
    const sluice = {
      kind: 'case',
      id: 'sluice-key',
      name: '闸门的钥匙',
      address: '/case/sluice-key/',
    } as const;
    for (const cited of [whole, sluice]) {
      const { own: mla } = citedIn(inPinyin, '/', edition('zh'), { own: cited }).find(
        ({ style }) => style === 'mla',
      )!;
      expect(mla!.entry!.flatMap(({ italic, text }) => (italic ? [text] : []))).toEqual([
        'Haidi juanzong',
        'The Sea Dyke and the Redivision of the Foreshore: A Dossier',
      ]);
    }
    // In the journal’s style, too, whether the dossier is cited as a whole or for one of its pages.
    const page = { kind: 'case', id: dyke.cases[0]!.id, name: 'A case', address: '/case/a/' } as const;
    for (const cited of [segment('1.1.1'), page]) {
      const styles = citedIn(dyke, '/', edition('en'), { own: cited });
      expect(italics(styles.find(({ style }) => style === 'journal')!.own)).toEqual([
        'The Sea Dyke and the Redivision of the Foreshore: A Dossier',
      ]);
    }
  });

  test('on a Chinese page in Chinese in styles with a form for it, and romanised in Chicago style', () => {
    expect(ofPaper(dyke, edition('zh'), undefined)).toEqual([
      '例如、某甲：《海堤与滩地的重分》，《堤防学刊》1986年第3期，第41—58页，https://doi.org/10.5555/dyke.1986。',
      '例如，某甲. 海堤与滩地的重分[J]. 堤防学刊，1986（3）：41-58. DOI:10.5555/dyke.1986.',
      '例如, 某甲. 海堤与滩地的重分[J]. 堤防学刊, 1986(3): 41-58. DOI:10.5555/dyke.1986.',
      '（例如 等，1986）',
      '例如, 某甲, 1986. 海堤与滩地的重分[J]. 堤防学刊(3): 41-58. DOI:10.5555/dyke.1986.',
      'Li Ru and Mou Jia, “Haidi yu tandi de chongfen” 海堤与滩地的重分 [The sea dyke and the redivision of the foreshore], Difang xuekan [Journal of Dykes], no. 3 (1986): 41–58, https://doi.org/10.5555/dyke.1986.',
      'Li Ru and Mou Jia. “Haidi yu tandi de chongfen” 海堤与滩地的重分 [The sea dyke and the redivision of the foreshore]. Difang xuekan [Journal of Dykes], no. 3 (1986): 41–58. https://doi.org/10.5555/dyke.1986.',
      '(Li and Mou 1986)',
      'Li Ru and Mou Jia. 1986. “Haidi yu tandi de chongfen” 海堤与滩地的重分 [The sea dyke and the redivision of the foreshore]. Difang xuekan [Journal of Dykes], no. 3, 41–58. https://doi.org/10.5555/dyke.1986.',
      '(Li & Mou, 1986)',
      'Li, R., & Mou, J. (1986). Haidi yu tandi de chongfen [The sea dyke and the redivision of the foreshore]. Difang Xuekan [Journal of Dykes], (3), 41–58. https://doi.org/10.5555/dyke.1986',
      '(Li and Mou)',
      'Li Ru and Mou Jia. “Haidi yu tandi de chongfen” [The Sea Dyke and the Redivision of the Foreshore]. Difang xuekan [Journal of Dykes], no. 3, 1986, pp. 41–58, https://doi.org/10.5555/dyke.1986.',
    ]);
  });

  test('with its characters and a translation if nothing is romanised, and in brackets if no edition has its title', () => {
    const change = (paper: object) => ({
      ...dyke,
      settings: {
        ...dyke.settings,
        value: { ...dyke.settings.value, paper: { ...dyke.settings.value.paper, ...paper } },
      },
    });
    const entry = (paper: object) => ofPaper(change(paper), edition('en'), undefined)[1];
    expect(entry({ romanised: undefined })).toMatch(
      /^Li Ru and Mou Jia\. “海堤与滩地的重分” \[The Sea Dyke and the Redivision of the Foreshore\]\. Journal of Dykes/,
    );
    expect(entry({ romanised: undefined, title: { en: 'The Sea Dyke' } })).toMatch(
      /^Li Ru and Mou Jia\. “\[The Sea Dyke\]\.” Journal of Dykes/,
    );
  });

  test('in a label in another script with its title’s language marked up', () => {
    const settings = dyke.settings.value;
    expect(linkPaper(settings, labelOf(settings, edition('en')), edition('en'))).toContain(
      '“Haidi yu tandi de chongfen” <span lang="zh-Hans">海堤与滩地的重分</span> [The sea dyke and the redivision of the foreshore]',
    );
  });

  test('with a record in each format, in its own script, for the cited pages', () => {
    const whole = filesOfPaper(dyke, edition('en'), undefined);
    expect(whole.map(({ name, file }) => [name, file])).toEqual([
      ['BibTeX', 'li-1986.bib'],
      ['BibLaTeX', 'li-1986.biblatex.bib'],
      ['RIS', 'li-1986.ris'],
      ['CSL-JSON', 'li-1986.json'],
    ]);
    const [bibtex, biblatex, ris, json] = filesOfPaper(dyke, edition('en'), [47, 48]);
    expect(bibtex?.text).toBe(
      [
        '@article{li-1986-p47-48,',
        '  author = {例, 如 and 某, 甲},',
        '  title = {{海堤与滩地的重分}},',
        '  journal = {堤防学刊},',
        '  number = {3},',
        '  pages = {47--48},',
        '  language = {zh-Hans},',
        '  doi = {10.5555/dyke.1986},',
        '  year = {1986},',
        '  note = {The whole paper: pp. 41–58},',
        '}\n',
      ].join('\n'),
    );
    expect(biblatex?.text).toContain('  journaltitle = {{堤防学刊}},\n');
    expect(ris?.text).toContain('SP  - 47\r\nEP  - 48\r\n');
    expect(JSON.parse(json!.text)).toMatchObject([{ page: '47-48', DOI: '10.5555/dyke.1986' }]);
  });
});

describe('a page of the dossier is cited', () => {
  test.each([
    [
      'zh',
      'journal',
      '本卷宗编者：《〈海堤与滩地的重分〉卷宗》（中文转述，1.0.0版），1987年2月3日，段落1.1.1。',
    ],
    [
      'zh',
      'gbt',
      '本卷宗编者. 《海堤与滩地的重分》卷宗（中文转述，1.0.0版）[EB/DK]. 1987：段落1.1.1（1987-02-03）.',
    ],
    ['zh', 'gbt-2015', '本卷宗编者. 《海堤与滩地的重分》卷宗（中文转述，1.0.0版）[EB/DK]. 1987: 段落1.1.1.'],
    [
      'zh',
      'chicago',
      'Example’s editors, 《海堤与滩地的重分》卷宗 [The sea dyke and the redivision of the foreshore: A dossier], Chinese paraphrase, release 1.0.0 (1987), para. 1.1.1.',
    ],
    [
      'en',
      'apa',
      'Example’s editors. (1987). The sea dyke and the redivision of the foreshore: A dossier (Release 1.0.0) [Paraphrase edition in English].',
    ],
    [
      'zh',
      'mla',
      'Example’s editors. “海堤与滩地的重分”卷宗 [The Sea Dyke and the Redivision of the Foreshore: A Dossier]. Release 1.0.0, 1987. Chinese paraphrase.',
    ],
  ])('in %s after %s', (id, style, wanted) => {
    const page = { ...segment('1.1.1'), name: id === 'zh' ? '段落1.1.1' : 'Paragraph 1.1.1' };
    const inStyle = citedIn(dyke, '/', edition(id), { own: page }).find((one) => one.style === style);
    expect(printed([inStyle?.own])).toContain(wanted);
  });

  test.each([
    ['geo-tidal view of wells', 'View of Wells.” Editors’ account. '],
    ['“the dyke’s” share', '“‘The Dyke’s’ Share.” Editors’ account. '],
    ['whose dyke?', '“Whose Dyke?” Editors’ account. '],
  ])('under its name in the form of each style, whatever marks it contains: %s', (name, wanted) => {
    const term = { kind: 'term', id: 'a', name, address: '/term/a/' } as const;
    const cited = citedIn(dyke, '/', edition('en'), { own: term });
    const entries = cited.flatMap(({ style, own }) =>
      ['chicago', 'mla'].includes(style) && own?.entry ? [referenceText(own.entry)] : [],
    );
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(entry).toContain(wanted);
    // No citeproc markup remains.
    expect(printed(cited.map(({ own }) => own)).join()).not.toMatch(/[<>\uE000-\uF8FF]/);
  });

  test('in APA as a section with its name in title case: a case, a term, a check', async () => {
    const shipped = await dossierIn('content');
    const english = shipped.settings.value.editions.find(({ lang }) => lang === 'en')!;
    const pages = [
      ...(['case', 'term'] as const).flatMap((kind) => shipped[`${kind}s`].map(({ id }) => ({ kind, id }))),
      ...shipped.checks.value.map(({ id }) => ({ kind: 'check' as const, id })),
    ];
    // Marks within a title change.
    const bare = (text: string) => text.replace(/[‘’“”]/g, '’');
    for (const { kind, id } of oneIn(6, pages)) {
      const name = nameOfPage(shipped, english, { kind, id })!;
      const { note } = ownIn(shipped, '/', english, { kind, id, name, address: '/' }, 'apa')!;
      const [main = ''] = name.split(': ');
      const shown = kind === 'check' ? `Source Check ${id}` : headlineCase(main);
      expect(bare(referenceText(note)).toLowerCase()).toContain(bare(shown).toLowerCase());
      if (/^\p{L}/u.test(name)) expect(bare(referenceText(note))).toContain(bare(shown));
    }
    expect(pages.length).toBeGreaterThan(200);
  });

  test('by its paragraph, for an editors’ note', () => {
    const noteIn = (id: string, of: string) => {
      const page = { ...segment(of), part: 'account' } as const;
      const name = nameOfPage(dyke, edition(id), page) ?? '';
      return ofOwn(dyke, '/', edition(id), { ...page, name });
    };
    expect(noteIn('zh', '2.1.2')).toEqual(
      expect.arrayContaining([
        '本卷宗编者：《〈海堤与滩地的重分〉卷宗》（1.0.0版），1987年2月3日，段落2.1.2编者按。',
        '本卷宗编者. 《海堤与滩地的重分》卷宗（1.0.0版）[EB/DK]. 1987：段落2.1.2编者按（1987-02-03）.',
        'Example’s editors, 《海堤与滩地的重分》卷宗 [The sea dyke and the redivision of the foreshore: A dossier], release 1.0.0 (1987), editors’ note to para. 2.1.2.',
      ]),
    );
    expect(noteIn('en', '2.1.2')).toEqual(
      expect.arrayContaining([
        'Example’s editors, The Sea Dyke and the Redivision of the Foreshore: A Dossier, release 1.0.0 (1987), editors’ note to para. 2.1.2.',
        '(Example’s editors 1987, editors’ note to para. 2.1.2)',
      ]),
    );
    expect(noteIn('en', 'abstract')[0]).toContain(', editors’ note to abstract.');
  });

  test('with a capital for the kind of page, after a full stop', async () => {
    const canal = await fixtureDossier('canal');
    expect(ofOwn(canal.dossier, '/', canal.edition('fr'), segment('2.1.1'))).toContainEqual(
      expect.stringMatching(
        /^Sample, Ida\. «\u00a0L’eau dormante.*\u00a0»\. Translation\. In L’eau dormante.*\/canal\/\.$/,
      ),
    );
  });

  test('with its sentences in styles that number them, as its place in the reference', () => {
    const said = recordData(dyke, '/', { kind: 'segment', id: '2.1.1' });
    for (const [id, { sentences = {}, footnotes }] of Object.entries(said)) {
      expect(Object.keys(sentences).toSorted(), id).toEqual([
        'chicago',
        'chicago-author-date',
        'gbt',
        'gbt-2015',
        'gbt-author-date',
        'journal',
      ]);
      for (const { style, note, quoted } of footnotes) {
        const [place] = sentences[style] ?? [];
        if (place)
          expect([note, quoted], `${id} ${style}`).toEqual(
            [note, quoted].map(() => expect.stringContaining(place)),
          );
      }
    }
    expect(said['zh']?.sentences?.['gbt']).toEqual(['段落2.1.1', '第{}句', '第{}—{}句']);
    expect(said['zh']?.sentences?.['chicago']).toEqual(['para. 2.1.1', ', sentence {}', ', sentences {}–{}']);
  });

  test('in the release that has its current text', () => {
    expect(ofOwn(bell, '/ferry/', bellEdition('en'), segment('1.0.1'))[0]).toBe(
      'Example’s editors, The Bell at the Ferry: A Dossier, English paraphrase, release 1.0.0 (1999), para. 1.0.1, https://example.org/ferry/v/1.0.0/p/1.0.1/.',
    );
  });

  test.each([
    ['note', '1', '/v/1.0.0/en/0-introduction/#note-1'],
    ['exhibit', 'table-1', '/v/1.0.0/en/1-bell/#table-1'],
    // Added after the release.
    ['note', '5', '/own/'],
    ['term', 'ferry', '/own/'],
  ] as const)('at its place in that release, if it has one: %s %s', (kind, id, address) => {
    const page = { kind, id, name: id, address: '/own/' };
    expect(ownRecord(bell, '/ferry/', bellEdition('en'), page)?.URL).toBe(
      `https://example.org/ferry${address}`,
    );
  });

  test('in that release if it is the editors’ note to a table there, otherwise in the dossier’s version', () => {
    const note = 'The ticks & rows are the editors’.';
    const exhibits = bell.exhibits.map((one) =>
      one.id === 'table-1' ? { ...one, value: { ...one.value, remark: { en: note } } } : one,
    );
    const page = {
      kind: 'exhibit',
      id: 'table-1',
      part: 'account',
      name: 'Table 1',
      address: '/own/',
    } as const;
    const citedIf = (html: string): string => {
      const files = bell.releases.files.map((file) => ({
        ...file,
        value: {
          ...file.value,
          chapters: file.value.chapters.map((chapter) => ({
            ...chapter,
            segments: chapter.segments.map((one) =>
              one.id === 'table-1' ? { ...one, html: one.html + html } : one,
            ),
          })),
        },
      }));
      const from = { ...bell, exhibits, releases: { ...bell.releases, files } };
      return referenceText(ownIn(from, '/ferry/', bellEdition('en'), page, 'chicago')!.note);
    };
    expect(citedIf('<p>The ticks &#x26; rows are the editors’.</p>')).toMatch(
      / editors’ note, in .*, release 1\.0\.0 \(1999\), .*\/v\/1\.0\.0\/en\/1-bell\/#table-1\.$/,
    );
    expect(citedIf('<p>The ticks are the editors’.</p>')).toMatch(/ editors’ note, .*ferry\/own\/\.$/);
  });

  test('with the dossier’s title in italics in Chicago, in a release or not', () => {
    const italicIn = (pieces: Printed['note']): string[] =>
      pieces.flatMap(({ text, italic }) => (italic ? [text] : []));
    const title = localised(bell.settings.value.dossier.title, 'en');
    for (const [kind, id] of [
      ['segment', '1.0.1'],
      ['term', 'ferry'],
    ] as const) {
      const page = { kind, id, name: 'Ferry', address: '/own/' };
      const { note, entry } = ownIn(bell, '/ferry/', bellEdition('en'), page, 'chicago')!;
      expect(italicIn(note).join('').toLowerCase(), kind).toBe(title.toLowerCase());
      expect(italicIn(entry!).join('').toLowerCase(), kind).toBe(title.toLowerCase());
    }
  });

  test('in records by its number alone, since the dossier is what contains it', () => {
    const titleOf = (id: string, page: Pick<OwnPage, 'kind' | 'id' | 'part'>) => {
      const name = nameOfPage(dyke, edition(id), page)!;
      return ownRecord(dyke, '/', edition(id), { ...page, name, address: '/' })?.title;
    };
    expect(titleOf('en', { kind: 'segment', id: '1.1.1' })).toBe('Paragraph 1.1.1');
    expect(titleOf('zh', { kind: 'note', id: '2' })).toBe('注2');
    expect(titleOf('en', { kind: 'segment', id: '1.1.1', part: 'account' })).toBe(
      'Editors’ note to paragraph 1.1.1',
    );
    expect(titleOf('en', { kind: 'case', id: 'sluice-key' })).not.toContain('Dossier');
  });

  test('in records by number and the first words of the claim, if it is a source check; its note says whose verdict it is', async () => {
    const { dossier, edition } = await fixtureDossier('canal');
    const [check, ...others] = dossier.checks.value;
    const long = {
      ...check!,
      claim: { ...check!.claim, en: `The loss of a day ${'and of many another day '.repeat(9)}is gone` },
    };
    const changed = { ...dossier, checks: { ...dossier.checks, value: [long, ...others] } };
    const page = { kind: 'check', id: check!.id } as const;
    const name = nameOfPage(changed, edition('en'), page)!;
    expect(name).toMatch(new RegExp(`^Source check ${check!.id}: “The loss of a day .{30,60} \\w+…”$`));
    const record = ownRecord(changed, '/', edition('en'), { ...page, name, address: '/' })!;
    expect(record.title).toBe(name);
    expect(record.note).toMatch(
      /^Source check \S+ by the editors \(verdict: [a-z ]+\): The loss .* is gone\. Written by this dossier’s/,
    );
    expect(describePage(changed, edition('en'), { type: 'own', ...page, name, address: '/' })).toMatch(
      /is gone$/,
    );
  });

  test('as a reconstruction of a drawing that the editors have not seen, from the pages of the text that it rests on', () => {
    const exhibits = dyke.exhibits.map((one) =>
      one.id === 'figure-1' && one.value.type === 'diagram'
        ? { ...one, value: { ...one.value, reconstructedFrom: ['1.1.1', '2.4.2'] } }
        : one,
    );
    const unseen = { ...dyke, exhibits };
    const { page, paper } = exhibitPage(unseen, edition('en'), 'figure-1');
    const inStyles = citedIn(unseen, '/', edition('en'), { own: page, paper });
    const joined = Object.fromEntries(inStyles.map(({ style, chain }) => [style, chainText(chain!)]));
    expect(joined['chicago']).toMatch(
      /^Example’s editors, “Figure 1: Dyke, Bounds, Levy,” editors’ reconstruction, .*, reconstructed from the text of Li Ru .*: 43–53, /,
    );
    expect(joined['apa']).toBe(
      '(Example’s editors, 1987, Figure 1, reconstructed from the text of Li & Mou, 1986, pp. 43–53)',
    );
    // Only the drawing is reconstructed: the paper has the caption, on one page.
    const { caption } = recordData(unseen, '/', { kind: 'exhibit', id: 'figure-1' })['en']!.parts!;
    const apa = caption!.footnotes!.find((one) => one.style === 'apa')!;
    expect(apa.note).toMatch(/^\(Example’s editors, 1987, Figure 1, paraphrasing /);
    expect(apa.paper).toMatch(/^Li &#x26; Mou, 1986, p\. \d+\)$/);
    expect(caption!.credit).toMatch(/^Paraphrase by /);
    const zh = exhibitPage(unseen, edition('zh'), 'figure-1');
    const [journal] = citedIn(unseen, '/', edition('zh'), { own: zh.page, paper: zh.paper });
    expect(chainText(journal!.chain!.slice(0, -1))).toMatch(/（编者拟绘.*，拟绘所据正文见$/);
    const seen = exhibitPage(dyke, edition('en'), 'figure-1');
    expect(seen.page.isReconstructed).toBeUndefined();
    const record = recordData(unseen, '/', { kind: 'exhibit', id: 'figure-1' })['en']!;
    expect(record.credit).toBe(
      'Editors’ reconstruction from 1.1.1 and 2.4.2: the original drawing was not seen.',
    );
  });

  test('as a source check and with its verdict behind the claim, outside the marks of the title', async () => {
    const { dossier, edition } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const page = { kind: 'check', id: check!.id, name: check!.id, address: `/check/${check!.id}/` } as const;
    const notes = Object.fromEntries(
      citedIn(dossier, '/', edition('en'), { own: page }).map(({ style, own }) => [
        style,
        referenceText(own!.note),
      ]),
    );
    expect(notes['chicago']).toMatch(/, ‘Source Check 3a: “[^‘’]+”’, the editors’ verdict: [a-z ]+, in /);
    expect(notes['gbt']).toMatch(
      /\. Source check 3a：“[^（[]+”（the editors’ verdict: [a-z ]+(?:, release [\d.]+)?）\[EB/,
    );
    expect(notes['mla']).toMatch(/^\([^“]+, “Source Check 3a”\)$/);
    const read = { ...check!, verdict: 'stronger' as const, read: 'report' as const, detail: undefined };
    const changed = { ...dossier, checks: { ...dossier.checks, value: [read] } };
    expect(referenceText(citedIn(changed, '/', edition('en'), { own: page })[0]!.own!.note)).toContain(
      'verdict: overstates, according to a secondary report',
    );
  });

  test('as a source check whose claim ends with a quotation, with its marks as they are', () => {
    const check = canal.dossier.checks.value[0]!;
    const quoting = { ...check, claim: { zh: '某人称之为“堤”', en: 'Somebody calls it a dyke' } };
    const changed = { ...dyke, checks: { ...dyke.checks, value: [quoting] } };
    const page = { kind: 'check', id: check.id, name: check.id, address: `/check/${check.id}/` } as const;
    const cited = citedIn(changed, '/', edition('zh'), { own: page });
    const own = cited.find(({ style }) => style === 'chicago')!.own!;
    expect(referenceText(own.note)).toMatch(/：‘某人称之为“堤”’” \[[^\]]+\], the editors’ verdict: /);
    const [entry] = cited.flatMap(({ style, own }) => (style === 'mla' ? [own!.entry!] : []));
    expect(referenceText(entry!)).toMatch(/：‘某人称之为“堤”’” \[[^\]]+\]\. The editors’ verdict: /);
  });

  test('after the source, for words of the source that a check quotes', async () => {
    const { dossier } = await fixtureDossier('canal');
    const notesIn = (own: Dossier) => {
      const { words } = recordData(own, '/', { kind: 'check', id: '3a' })['en']!.parts!;
      expect(words!.credit).toBe('Words within the quotation marks are the source’s.');
      return Object.fromEntries(
        words!.footnotes!.map(({ style, note }) => [style, note.replace(/<[^>]+>/g, '')]),
      );
    };
    const ofWork = notesIn(dossier);
    expect(ofWork['apa']).toMatch(
      /^\([^()]+, 1847, Article 12, as cited in [^()]+, \d{4}, Source Check 3a\)$/,
    );
    expect(ofWork['mla']).toMatch(/^\([^()“]+, art\. 12, qtd\. in [^()“]+, “[^“”]+”\)$/);
    // At the copy that was opened.
    expect(ofWork['chicago']).toMatch(
      /1847\), art\. 12, https:\/\/example\.org\/regulations, quoted in .*Source Check 3a/,
    );
    expect(ofWork['gbt']).toMatch(
      /\[R\/OL\]\. .*1847：article 12\[\d{4}-\d\d-\d\d\]\. https:\/\/example\.org\/regulations\. /,
    );
    const [check] = dossier.checks.value;
    const { work: _, ...unlisted } = { ...check!, source: { en: 'A speech (Wells)', fr: 'Un discours' } };
    const ofName = notesIn({ ...dossier, checks: { ...dossier.checks, value: [unlisted] } });
    expect(ofName['apa']).toMatch(/^\(\[A speech \(Wells\)\], n\.d\., Article 12, as cited in /);
    expect(ofName['gbt']).toMatch(/^\[A speech \(Wells\)\]\[EB\/OL\]\. article 12\[.*[^.]\. Quoted in /);
    const record = {
      type: 'report' as const,
      language: 'en',
      title: 'A Speech on Locks',
      author: [{ family: 'Wells', given: 'Ada' }],
      issued: { 'date-parts': [[1850]] },
    };
    const ofRecord = notesIn({ ...dossier, checks: { ...dossier.checks, value: [{ ...unlisted, record }] } });
    expect(ofRecord['apa']).toMatch(/^\(Wells, 1850, Article 12, as cited in /);
    expect(ofRecord['chicago']).toMatch(/^Ada Wells, A Speech on Locks .*1850.*, art\. 12, .*quoted in /);
    // A description of something untitled is no title.
    const { author: _author, ...unsigned } = { ...record, title: '[Report on Wells’s words]' };
    const speaker = { en: { family: 'Wells', given: 'Ada' } };
    const spoken = { ...unlisted, record: unsigned, words: { ...check!.words!, speaker } };
    const ofReport = notesIn({ ...dossier, checks: { ...dossier.checks, value: [spoken] } });
    expect(ofReport['chicago']).toMatch(/^Ada Wells, quoted in report on Wells’s words \(1850\), /);
    expect(ofReport['apa']).toMatch(
      /^\(Wells, as cited in \[Report on Wells’s words\], 1850, Article 12, as cited in Example/,
    );
    // What was opened, if it is another publication than the work.
    const ofOther = notesIn({ ...dossier, checks: { ...dossier.checks, value: [{ ...check!, record }] } });
    expect(ofOther['chicago']).toBe(ofRecord['chicago']);
  });

  test('after the source and the copy of it that was read, if its host is not the source’s own', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const footnoteAt = (URL: string, style: string) => {
      const works = dossier.works.map((one) =>
        one.id === check!.work ? { ...one, value: { ...one.value, URL } } : one,
      );
      const { words } = recordData({ ...dossier, works }, '/', { kind: 'check', id: '3a' })['en']!.parts!;
      return words!.footnotes!.find((one) => one.style === style)!;
    };
    const noteAt = (URL: string, style: string): string => plain(footnoteAt(URL, style).note);
    const besideAt = (URL: string, style: string): string => plain(footnoteAt(URL, style).beside?.[0] ?? '');
    const plain = (html: string): string => html.replace(/<[^>]+>/g, '');
    const [other, own] = ['https://harbour.example/act', 'https://www.example.org/act'];
    const copy = 'at example.org, https://example.org/regulations';
    expect(noteAt(other, 'chicago')).toContain(
      `, art. 12, ${other}, consulted in the copy ${copy}, quoted in `,
    );
    expect(noteAt(other, 'gbt')).toMatch(
      /https:\/\/harbour\.example\/act\. Consulted in the copy at example\.org\[\d{4}-\d\d-\d\d\]\. https:\/\/example\.org\/regulations\. Quoted in /,
    );
    expect(noteAt(own, 'chicago')).toContain(', art. 12, https://example.org/regulations, ');
    // In the text there is no room for it.
    expect(besideAt(other, 'chicago-author-date')).toContain(`${other}. Consulted in the copy ${copy}.`);
    expect(besideAt(other, 'apa')).toMatch(new RegExp(`${other} \\(Consulted in the copy ${copy}\\)$`));
    expect(besideAt(own, 'apa')).not.toContain('copy');
    expect(noteAt(other, 'apa')).not.toContain('opy at');
  });

  test('after a source that was read in a copy, if its record in the check names the copy', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const record = {
      type: 'webpage',
      language: 'en',
      title: 'The Regulations of the Upper Gate',
      'container-title': 'Lock Board; copy at Canal News',
    } as const;
    const { words } = recordData(
      { ...dossier, checks: { ...dossier.checks, value: [{ ...check!, record }] } },
      '/',
      { kind: 'check', id: '3a' },
    )['en']!.parts!;
    const note = words!.footnotes!.find(({ style }) => style === 'chicago')!.note.replace(/<[^>]+>/g, '');
    expect(note).toContain(
      'Lock Board, accessed February 1, 1932, art. 12, copy at Canal News, https://example.org/regulations, quoted in ',
    );
  });

  test('as the editors’ account, for an actor too', () => {
    const page = { kind: 'actor', id: 'a', name: '甲', address: '/actor/a/' } as const;
    expect(referenceText(ownIn(dyke, '/', edition('zh'), page, 'journal')!.note)).toContain(
      '《甲》（编者所述），载《〈海堤与滩地的重分〉卷宗》（1.0.0版）',
    );
  });

  test('after the version of the source that has the words, if the record is of one in another language', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const opened = 'https://example.org/fr/act';
    const french = { ...check!, opened, words: { lang: 'fr', text: 'Le port.' } };
    const { words } = recordData({ ...dossier, checks: { ...dossier.checks, value: [french] } }, '/', {
      kind: 'check',
      id: check!.id,
    })['en']!.parts!;
    const note = words!.footnotes!.find(({ style }) => style === 'chicago')!.note.replace(/<[^>]+>/g, '');
    expect(note).toContain(`French version, ${opened}, quoted in `);
  });

  test('after that version under its own title, if an edition has translated it: without marks', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const works = dossier.works.map((one) =>
      one.id === check!.work
        ? {
            ...one,
            value: {
              ...one.value,
              language: 'fr',
              title: 'Le port',
              'container-title': 'Annales du port',
              custom: { translatedTitle: { en: 'The harbour' } },
            },
          }
        : one,
    );
    const english = { ...check!, opened: 'https://example.org/en', words: { lang: 'en', text: 'The port.' } };
    const from = { ...dossier, works, checks: { ...dossier.checks, value: [english] } };
    const { words } = recordData(from, '/', { kind: 'check', id: check!.id })['en']!.parts!;
    const notesIn = (style: string) =>
      words!.footnotes!.find((one) => one.style === style)!.note.replace(/<[^>]+>/g, '');
    expect(notesIn('chicago')).toMatch(/^Canal Company, The harbour \(/);
    expect(notesIn('chicago')).not.toMatch(/“The harbour|Le port|Annales|English version/);
    expect(notesIn('gbt')).toMatch(/\[The harbour\]\[/);
  });

  test('after a source without the letter behind its year, which only the list of all works needs', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const work = dossier.works.find(({ id }) => id === check!.work)!;
    const works = [
      work,
      { ...work, id: 'other', value: { ...work.value, id: 'other-1847', title: 'Another' } },
    ];
    const { words } = recordData({ ...dossier, works }, '/', { kind: 'check', id: check!.id })['en']!.parts!;
    expect(words!.footnotes!.find(({ style }) => style === 'apa')!.note).toMatch(/1847, Article/);
  });

  // Readers of a page that no release keeps must be able to say which state of the dossier they read.
  test('in a release only at an address in that release, otherwise as of a day', () => {
    const en = bellEdition('en');
    const changed = ownRecord(bell, '/ferry/', en, segment('2.1.2'));
    expect(changed?.URL).toBe('https://example.org/ferry/p/2.1.2/');
    expect(changed?.version).toBeUndefined();
    const timeline = { kind: 'overview', id: '/en/timeline/', name: 'a', address: '/en/timeline/' } as const;
    const term = { kind: 'term', id: 'a', name: 'a', address: '/term/a/' } as const;
    const whole = { kind: 'dossier', id: '1.1.0', name: 'a', address: '/' } as const;
    for (const page of [segment('1.0.1'), segment('2.1.2'), timeline, term, whole])
      for (const { style, own } of citedIn(bell, '/ferry/', en, { own: page }))
        for (const printed of [own!.note, own!.entry ?? []].map(referenceText)) {
          const [, release] = /release ([\d.]*\d)/i.exec(printed) ?? [];
          const [, address] = /https:\/\/example\.org\/ferry(\/\S*\/)/.exec(printed) ?? [];
          if (address === undefined) continue;
          expect(/^\/v\/([^/]+)\//.exec(address)?.[1], `${page.kind} ${style}: ${printed}`).toBe(release);
          if (release === undefined && style !== 'journal' && style !== 'gbt')
            expect(printed).toMatch(/as of \w+ \w+[,.]? \d{4}|\(\d{4}-\d\d-\d\d\)/i);
        }
    const apa = ownIn(bell, '/ferry/', en, timeline, 'apa')!;
    expect(referenceText(apa.entry!)).toMatch(
      /^Example’s editors\. \(\d{4}, \w+ \d+\)\. The bell at the ferry: A dossier\. https/,
    );
    const chicago = ownIn(bell, '/ferry/', en, timeline, 'chicago')!;
    expect(referenceText(chicago.entry!)).toMatch(/: A Dossier\. As of \w+ \d+, \d{4}\. https/);
    expect(referenceText(chicago.note)).toMatch(/: A Dossier \(as of \w+ \d+, \d{4}\), https/);
    const mla = ownIn(bell, '/ferry/', en, timeline, 'mla')!;
    expect(referenceText(mla.entry!)).toMatch(
      /, as of \d+ (?:May|June|July|\p{Lu}[a-z]{2,3}\.) \d{4}, https/u,
    );
    const zh = ownIn(bell, '/ferry/', bellEdition('zh'), term, 'gbt')!;
    expect(referenceText(zh.note)).toMatch(/（编者所述）\[EB\/OL\].*（\d{4}-\d\d-\d\d）/);
  });

  test('the front page as the whole dossier, at its own address', () => {
    for (const id of ['en', 'zh']) {
      const front = { kind: 'overview', id: `/${id}/`, name: 'a', address: `/${id}/` } as const;
      const at = ownIn(bell, '/ferry/', bellEdition(id), front, 'chicago')!;
      expect(referenceText(at.note)).toMatch(
        /^[^“]*The Bell at the Ferry: A Dossier\]?, paraphrase ed. \(as of \w+ \d+, \d{4}\), https:\/\/example\.org\/ferry\/\w+\/\.$/i,
      );
      expect(referenceText(ownIn(bell, '/ferry/', bellEdition(id), front, 'apa')!.note)).toMatch(
        /^\([^,]+, \d{4}\)$/,
      );
    }
  });

  test('the front page in the same words as the dossier of which it is the front, in its release', async () => {
    const [dyke, released] = [await fixtureDossier('dyke'), await fixtureDossier('since-1.2')];
    for (const { dossier, edition } of [dyke, released])
      for (const as of dossier.settings.value.editions) {
        const { version: id } = dossier.settings.value.dossier;
        const front = { kind: 'overview', id: `/${as.id}/`, name: 'a', address: `/${as.id}/` } as const;
        const whole = { kind: 'dossier', id, name: 'a', address: '/' } as const;
        const [ofFront, ofWhole] = [front, whole].map((page) =>
          ofOwn(dossier, '/', edition(as.id), page).map((one) => one.replace(/https?:\S+?(?=[.)]*$)/, '')),
        );
        expect(ofFront).toEqual(ofWhole);
        const index = { kind: 'overview', id: '/term/', name: 'Terms', address: '/term/' } as const;
        const ofIndex = ofOwn(dossier, '/', edition(as.id), index);
        expect(ofIndex.some((one) => /Terms/i.test(one))).toBe(true);
        expect(ofIndex.some((one) => ofWhole?.includes(one.replace(/https?:\S+?(?=[.)]*$)/, '')))).toBe(
          false,
        );
      }
  });

  test('a note of the paper with its number, alone too', () => {
    const note = { kind: 'note', id: '2', name: 'Note 2', address: '/note/2/' } as const;
    const [chicago, mla, journal] = ['chicago', 'mla', 'journal'].map((style) => {
      const all = citedIn(dyke, '/', edition('en'), { own: note, paper: { pages: [45, 45] } });
      return referenceText(all.find((one) => one.style === style)!.paper!.note);
    });
    expect(chicago).toContain(': 45n2');
    expect(mla).toMatch(/ 45n2\)$/);
    expect(journal).toContain('第45页，注2');
  });

  test('as of the day of a release that the text has left since, if it still has its version', () => {
    const dossier = { ...bell.settings.value.dossier, version: '1.0.0' };
    const settings = { ...bell.settings, value: { ...bell.settings.value, dossier } };
    const left = { ...bell, settings };
    const term = { kind: 'term', id: 'ferry', name: 'a', address: '/term/a/' } as const;
    expect(ownRecord(left, '/', bellEdition('en'), term)?.version).toBeUndefined();
    const note = (id: string, style: 'chicago' | 'journal') =>
      referenceText(ownIn(left, '/', bellEdition(id), term, style)!.note);
    expect(note('en', 'chicago')).toMatch(/ \(as of \w+ \d+, \d{4}, with later changes\), /);
    expect(note('zh', 'chicago')).toMatch(/ \(as of \w+ \d+, \d{4}, with later changes\), /);
    expect(note('zh', 'journal')).toMatch(/》（后有改动），\d{4}年/);
    expect(referenceText(ownIn(left, '/', bellEdition('en'), term, 'apa')!.entry!)).toMatch(
      /\. \(\d{4}, \w+ \d+\)\. The bell at the ferry: A dossier \(with later changes\)\./,
    );
  });

  test('without an address if the dossier has no public one, and with its path in its records’ notes', () => {
    for (const reference of ofOwn(dyke, '/base/', edition('en'), segment('1.1.1')))
      expect(reference).not.toMatch(/\/p\/|localhost|undefined|\uE008/);
    const files = filesOfOwn(dyke, '/base/', edition('en'), segment('1.1.1'));
    // A passage has no title of its own.
    expect(files[0]?.text).toMatch(
      /^@book\{[^]*title = \{\{The Sea Dyke [^]*annote = \{[^}]+\},[^]* note = \{Release 1\.0\.0\. Paragraph 1\.1\.1\},/,
    );
    expect(files[1]?.text).toMatch(
      / annote = \{[^}]*The paper is in Chinese[^]* note = \{Paragraph 1\.1\.1\},/,
    );
    const found = { kind: 'case', id: 'sluice-key', name: 'A key', address: '/case/sluice-key/' } as const;
    const [bib] = filesOfOwn(dyke, '/base/', edition('en'), found);
    expect(bib?.text).toMatch(/ annote = \{[^]* note = \{Release 1\.0\.0\},/);
    expect(files).toHaveLength(4);
    for (const { text } of files) {
      expect(text).toContain('In a local copy: /base/p/1.1.1/');
      expect(text).not.toMatch(/^\s*(?:url|UR {2}-|"URL")/m);
    }
    for (const { text } of filesOfOwn(dyke, '/base/', edition('zh'), segment('1.1.1')))
      expect(text).toContain('。本地副本路径：/base/p/1.1.1/');
  });

  test('below their references, pages of the editors’ own have that path, but paragraphs and in-text citations do not', () => {
    const line = /<br>\nIn a local copy: \/base\/(\S+)<\/span>/g;
    const pathsIn = (kind: 'case' | 'segment', id: string, of = dyke) => {
      const address = kind === 'case' ? `/case/${id}/` : `/p/${id}/`;
      const panel = citePanel(of, '/base/', edition('en'), { own: { kind, id, name: id, address } });
      return [...panel.matchAll(line)].map(([, path]) => path);
    };
    const paths = pathsIn('case', 'sluice-key');
    expect(new Set(paths)).toEqual(new Set(['case/sluice-key/']));
    const styles = citedIn(dyke, '/base/', edition('en'), {
      own: { kind: 'case', id: 'sluice-key', name: '', address: '/case/sluice-key/' },
    });
    expect(paths.length).toBeGreaterThanOrEqual(styles.length);
    expect(pathsIn('segment', '1.1.1')).toEqual([]);
    expect(pathsIn('case', 'sluice-key', copies.public)).toEqual([]);
  });

  test('at a heading, or at a row and a cell of a table, under their names in the language of the reference', () => {
    const entriesIn = (kind: 'chapter' | 'exhibit', of: string, id: string) => {
      const said = recordData(copies.public, '/', { kind, id: of })[id]!;
      const notes = said.parts!.entry!.footnotes!.map(({ style, note }) => [
        style,
        note.replace(/<[^>]+>/g, ''),
      ]);
      return { places: said.places!, notes: Object.fromEntries(notes) as Record<string, string> };
    };
    const table = entriesIn('exhibit', 'table-1', 'zh');
    expect(Object.keys(table.places)).toEqual(expect.arrayContaining(['1', '.2']));
    expect(table.places['1']).toEqual([
      expect.stringMatching(/^“.*”行$/),
      expect.stringMatching(/^row “.*”$/),
    ]);
    expect(table.places['.2']).toEqual([
      expect.stringMatching(/^“.*”列$/),
      expect.stringMatching(/^column “.*”$/),
    ]);
    expect(table.notes['journal']).toMatch(/\uE00E，https/);
    expect(table.notes['gbt']).toMatch(/1987：\uE00E（1987-02-03）\[/);
    expect(table.notes['gbt-author-date']).toMatch(/表1，\uE00E，转述自/);
    expect(table.notes['apa']).toMatch(/, Table 1, \uE00F, paraphrasing/);
    expect(entriesIn('exhibit', 'table-1', 'en').notes['apa']).toMatch(/, Table 1, \uE00E, paraphrasing/);
    const chapter = entriesIn('chapter', '2-actions', 'en');
    expect(chapter.places['2.1']).toEqual(['section 2.1, “Land for Dykes”']);
    const placesIn = (kind: 'overview' | 'actor', of: string) =>
      recordData(copies.public, '/', { kind, id: of })['zh']!.places!;
    const ofDispute = ['“争执”部分', 'under “Dispute”'];
    expect(placesIn('actor', 'dyke-board')['争执']).toEqual(ofDispute);
    expect(placesIn('overview', '/zh/cases/')['争执']).toEqual(ofDispute);
    expect(placesIn('overview', '/zh/about/')['编写体例']?.[1]).toBe('under “How It Is Made”');
    expect(chapter.notes['chicago']).toMatch(/release 1\.0\.0 \(1987\), \uE00E, https:\S+, paraphrasing/);
  });

  test.each(['local', 'public'] as const)('or the whole dossier is, by its editors: %s copy', (copy) => {
    for (const [id, references] of Object.entries(golden[copy].whole)) {
      const name = localised(dyke.settings.value.dossier.title, id);
      const page = { kind: 'dossier', id: '1.0.0', name, address: '/' } as const;
      const cited = citedIn(copies[copy], '/', edition(id), { own: page });
      const shown = cited.map(({ style, own }) => [style, printed([own]).at(-1)]);
      expect(Object.fromEntries(shown)).toEqual(references);
    }
  });

  test('in Chinese under a romanised title in English styles, if the dossier has one: Chicago with the characters', () => {
    const romanised = withSettings({ romanised: { zh: 'Haidi juanzong: yi jian' } });
    const printedIn = (page: OwnPage, style: string) => {
      const { own } = citedIn(romanised, '/', edition('zh'), { own: page }).find(
        (one) => one.style === style,
      )!;
      return printed([own]).at(-1);
    };
    const english = '[The sea dyke and the redivision of the foreshore: A dossier]';
    expect(printedIn(passage('zh'), 'chicago')).toContain(
      `Haidi juanzong: Yi jian 《海堤与滩地的重分》卷宗 ${english}`,
    );
    expect(printedIn(passage('zh'), 'apa')).toContain(
      `(1987). Haidi juanzong: Yi jian ${english} (Release 1.0.0)`,
    );
    const page = {
      kind: 'case',
      id: 'sluice-key',
      name: '闸门的钥匙',
      address: '/case/sluice-key/',
    } as const;
    expect(printedIn(page, 'chicago')).toContain(
      `In Haidi juanzong: Yi jian 《海堤与滩地的重分》卷宗 ${english}, release`,
    );
    expect(printedIn(page, 'mla')).toMatch(/ Haidi juanzong: Yi jian \[The Sea Dyke [^\]]*\], release/);
    expect(printedIn(passage('zh'), 'journal')).toContain('《〈海堤与滩地的重分〉卷宗》');
  });

  test('in Chinese under a romanised title of its own, in sentence style, as far as the dossier has one', () => {
    const value = { 闸门的钥匙: 'Zhamen de yaoshi' };
    const romanised = { ...dyke, romanised: { ...dyke.romanised, value } };
    const printedIn = (page: OwnPage, style: string) => {
      const { own } = citedIn(romanised, '/', edition('zh'), { own: page }).find(
        (one) => one.style === style,
      )!;
      return printed([own]);
    };
    const name = '闸门的钥匙';
    const page = { kind: 'case', id: 'sluice-key', name, address: '/case/sluice-key/' } as const;
    expect(printedIn(page, 'chicago')[0]).toContain(
      '“Zhamen de yaoshi” 闸门的钥匙 [The key of the sluice], ',
    );
    expect(printedIn(page, 'apa')[0]).toMatch(/, “Zhamen de yaoshi” \[The Key of the Sluice\] section\)$/);
    expect(printedIn(page, 'mla')[0]).toMatch(/, “Zhamen de yaoshi” \[The Key of the Sluice\]\)$/);
    expect(printedIn(page, 'mla')[1]).toContain('. “Zhamen de yaoshi” [The Key of the Sluice]. ');
    expect(printedIn(page, 'gbt')[0]).toContain('闸门的钥匙（');
    // Of an overview, the interface has it.
    const overview = { kind: 'overview', id: '/zh/cases/', name: '案例', address: '/zh/cases/' } as const;
    expect(printedIn(overview, 'chicago')[0]).toContain('“Anli” 案例 [Cases], ');
    const table = exhibitPage(romanised, edition('zh'), 'table-1').page;
    const [, title = ''] = table.name.split('：');
    const withTable = { ...romanised, romanised: { ...dyke.romanised, value: { [title]: 'Fendi' } } };
    const [chicago] = citedIn(withTable, '/', edition('zh'), { own: table }).filter(
      ({ style }) => style === 'chicago',
    );
    expect(printed([chicago!.own])[0]).toContain(`“Biao 1: Fendi” ${table.name} [Table 1: `);
    // Others stay in characters.
    const other = { kind: 'term', id: 'ebb-right', name: '退潮权', address: '/term/ebb-right/' } as const;
    expect(printedIn(other, 'chicago')[0]).toContain('“退潮权” [Ebb right], ');
  });

  test('a case as the editors’ account of the paper at the pages of its passages, whose quotations may be others’', () => {
    const { footnotes } = recordData(dyke, '/', { kind: 'case', id: 'great-breach' })['en']!;
    const inStyle = (style: string) => footnotes.find((one) => one.style === style)!;
    expect(inStyle('chicago').note).toMatch(/ editors’ account, in .*, on \{paper\}$/);
    expect(inStyle('chicago').paper).toMatch(/ no\. 3 \(1986\): \d+(?:[–, ]+\d+)*, /);
    expect(inStyle('journal').note).toMatch(/，所论见/);
    expect(inStyle('chicago').quoted).toBeUndefined();
    const { entry } = recordData(dyke, '/', { kind: 'case', id: 'great-breach' })['en']!.parts!;
    const part = entry!.footnotes!.find(({ style }) => style === 'chicago')!;
    expect(part.note).toMatch(/, \uE00E\.$/);
    expect(part.note).not.toContain('account');
  });

  test('a work by way of the paper’s note that refers to it', () => {
    for (const [id, references] of Object.entries(golden.works['note-2-li-1979']!)) {
      const { footnotes = [] } =
        recordData(dyke, '/', { kind: 'note', id: '2' })[id]?.works?.['li-1979'] ?? {};
      const shown = footnotes.map(({ style, note }) => [
        style,
        note.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&'),
      ]);
      expect(Object.fromEntries(shown)).toEqual(references);
    }
  });

  test('or a note, a case, a term by its definition, or the editors’ remark on a table is', () => {
    const paper = { pages: [43, 43] as [number, number] };
    const pages: Record<string, { page: Pick<OwnPage, 'kind' | 'id' | 'part'>; paper?: object }> = {
      'note-2': { page: { kind: 'note', id: '2' }, paper },
      'case-sluice-key': { page: { kind: 'case', id: 'sluice-key' } },
      'term-ebb-right': {
        page: { kind: 'term', id: 'ebb-right' },
        paper: { ...paper, definedBy: 'authors' },
      },
      'exhibit-table-1-account': { page: { kind: 'exhibit', id: 'table-1', part: 'account' } },
    };
    for (const [of, { page, paper }] of Object.entries(pages))
      for (const [id, references] of Object.entries(golden.kinds[of]!)) {
        const { kind } = page;
        const address = kind === 'exhibit' ? `/${id}/exhibits/${page.id}/` : `/${kind}/${page.id}/`;
        const own = { ...page, name: nameOfPage(dyke, edition(id), page)!, address };
        const cited = citedIn(copies.public, '/', edition(id), {
          own,
          ...(paper ? { paper: { pages: [43, 43], ...paper } } : {}),
        });
        const shown = cited.map(({ style, own, chain }) => [
          style,
          chain ? chainText(chain) : referenceText(own!.note),
        ]);
        expect(Object.fromEntries(shown), of).toEqual(references);
      }
  });

  test('or words that it quotes are: a term of the paper, words of a source and of whoever speaks in it', () => {
    const pages: [number, number] = [43, 43];
    const term = { kind: 'term', id: 'ebb-right' } as const;
    const speaker = { zh: { family: '巡', given: '堤' }, en: { family: 'Xun', given: 'Di' } };
    const item = { ...dyke.works.find(({ value }) => value.language === 'en')!.value, author: undefined };
    const from = {
      'term-ebb-right': (as: Edition) =>
        quotedIn(copies.public, '/', as, named(as, term), { paper: { pages } }),
      'passage-2.1.1-of-speaker': (as: Edition) =>
        quotedIn(copies.public, '/', as, segment('2.1.1'), {
          source: { item, speaker },
          ...(as.id === 'zh' ? { paper: { pages }, isTranslatedInPaper: true } : {}),
        }),
    };
    const named = (as: Edition, page: Pick<OwnPage, 'kind' | 'id'>): OwnPage => ({
      ...page,
      name: nameOfPage(dyke, as, page)!,
      address: `/${page.kind}/${page.id}/`,
    });
    for (const [of, editions] of Object.entries(golden.quoted))
      for (const [id, references] of Object.entries(editions)) {
        const shown = from[of as keyof typeof from](edition(id)).map(({ style, chain }) => [
          style,
          chainText(chain),
        ]);
        expect(Object.fromEntries(shown), of).toEqual(references);
      }
  });

  test('in records under a key of its own for each edition, which names an overview by its last part', () => {
    const keyOf = (id: string, page: Pick<OwnPage, 'kind' | 'id'>) =>
      ownRecord(dyke, '/', edition(id), { ...page, name: 'x', address: '/' })!.id;
    expect(keyOf('en', { kind: 'segment', id: '1.1.1' })).toBe('segment-1.1.1-en');
    expect(keyOf('zh', { kind: 'segment', id: '1.1.1' })).toBe('segment-1.1.1-zh');
    expect(keyOf('en', { kind: 'overview', id: '/en/works/' })).toBe('overview-works-en');
    expect(keyOf('zh', { kind: 'overview', id: '/zh/' })).toBe('overview-zh');
  });

  test('with its release in the language of the edition in BibTeX, which has no field for it', () => {
    const whole = { kind: 'dossier', id: '1.0.0', name: 'x', address: '/' } as const;
    const bibOf = (id: string) => filesOfOwn(dyke, '/', edition(id), whole)[0]!.text;
    expect(bibOf('en')).toContain('  note = {Release 1.0.0},\n');
    expect(bibOf('zh')).toContain('  note = {1.0.0版},\n');
  });

  test('as a whole, as a book in its records', () => {
    const whole = {
      kind: 'dossier',
      id: '1.1.0',
      name: 'The Bell at the Ferry: a dossier',
      address: '/',
    } as const;
    expect(filesOfOwn(bell, '/ferry/', bellEdition('en'), whole)[3]?.text).toContain('"type": "book"');
  });

  test('with the language of the edition in lists', () => {
    const entryIn = (id: string, style: string, page: OwnPage) =>
      referenceText(
        citedIn(dyke, '/', edition(id), { own: page }).find((one) => one.style === style)!.own!.entry!,
      );
    for (const [id, language] of [
      ['zh', 'Chinese'],
      ['en', 'English'],
    ] as const)
      for (const style of ['chicago', 'chicago-author-date'])
        expect(entryIn(id, style, passage(id))).toContain(`. ${language} paraphrase. Release 1.0.0.`);
    const account = { ...segment('1.1.1'), kind: 'exhibit', id: 'table-1', part: 'account' } as const;
    const entry = ofOwn(copies.local, '/', edition('en'), account).at(-1);
    expect(entry).not.toContain('..');
    expect(entry).toMatch(/A Dossier\. Release 1\.0\.0, 1987\.$/);
  });

  test('from whoever defines a term, authors or a source', () => {
    const definedBy = (by: 'authors' | 'source' | 'editors') => {
      const [term] = dyke.terms as [Dossier['terms'][number]];
      const value = { ...term.value, definedBy: by, definedIn: '2.1.2' };
      const { parts } = recordData({ ...dyke, terms: [{ ...term, value }] }, '/', {
        kind: 'term',
        id: term.id,
      })['en']!;
      return parts?.definition?.footnotes!.find(({ style }) => style === 'apa')!.note;
    };
    expect(definedBy('authors')).toContain(', definition rendered by the editors from {paper}');
    expect(definedBy('source')).toContain(', definition given after a source in {paper}');
    expect(definedBy('editors')).toBeUndefined();
  });

  test('not at all if it is the authors’ own text', () => {
    const original = lamp.dossier.settings.value.editions.find(({ role }) => role === 'original')!;
    expect(ofOwn(lamp.dossier, '/', original, segment('1.0.1'))).toEqual([]);
    expect(filesOfOwn(lamp.dossier, '/', original, segment('1.0.1'))).toEqual([]);
  });
});

describe('quoted words are cited', () => {
  const sources = [
    { passage: { segment: '2.2.2', units: [4, 4] as [number, number] }, note: 16 },
    {
      passage: { segment: '2.1.2', units: [3, 3] as [number, number] },
      authors: true as const,
      words: { zh: '堤成' },
    },
  ];
  const quoting = (summary: Record<string, string>): Dossier => ({
    ...dyke,
    quotations: { ...dyke.quotations, value: sources },
    cases: [
      {
        ...dyke.cases[0]!,
        value: { ...dyke.cases[0]!.value, summary, passages: [{ segment: '2.1.2' }, { segment: '2.2.2' }] },
      },
    ],
    quantities: {
      ...dyke.quantities,
      value: dyke.quantities.value
        .filter(({ type }) => type === 'date')
        .slice(0, 1)
        .map((one) => ({ ...one, what: summary })),
    },
  });
  const found = (from: Dossier, page: Parameters<typeof recordData>[2], as: string) =>
    (recordData(from, '/', page)[as]?.quotations ?? []).map(({ footnotes, ...one }) => ({
      ...one,
      notes: Object.fromEntries(
        footnotes.map(({ style, note }) => [style, note.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&')]),
      ),
      beside: Object.fromEntries(
        footnotes.map(({ style, beside = [] }) => [
          style,
          beside.map((line) => line.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&')),
        ]),
      ),
    }));
  const own = { kind: 'case' as const, id: dyke.cases[0]!.id };

  test('as those of their source: as the paper quotes it in the paper’s language, alone in another', () => {
    const text = { zh: '有人说“堤越高，局越大”。', en: 'It was “the larger the Board”.' };
    const [chinese] = found(quoting(text), own, 'zh');
    expect(chinese).toMatchObject({
      credit: '引号内为来源的话，据论文所引。',
      place: '论文第50页',
    });
    expect(chinese!.notes['mla']).toMatch(
      /^\(陈例 et al\. 52, qtd\. in Li and Mou 50, qtd\. in Example’s editors, “大决口” \[The Great Breach\]\)$/,
    );
    expect(chinese!.notes['chicago-author-date']).toMatch(
      /^\(陈例 et al\. 1958, 52, quoted in Li and Mou 1986, 50, quoted in Example’s editors /,
    );
    expect(chinese!.notes['journal']).toMatch(/，转引自例如、某甲：.*第50页.*，转引自本卷宗编者：《大决口》/);
    expect(chinese!.beside['apa']).toEqual([
      expect.stringMatching(/^来源：陈例/),
      expect.stringMatching(/^论文：Li, R\., & Mou, J\. \(1986\)/),
    ]);
    const [english] = found(quoting(text), own, 'en');
    expect(english!.credit).toBe('Words of the source, translated by the editors from Chinese.');
    expect(english!.notes['apa']).toMatch(
      /^\(陈例 et al\., 1958, p\. 52, as translated and cited in Example’s editors, /,
    );
    // The same words in the text itself.
    const [there] = found(quoting(text), { kind: 'segment', id: '2.2.2' }, 'en');
    expect(there).toMatchObject({ unit: 4 });
    expect(there!.notes['apa']).toMatch(
      /^\(陈例 et al\., 1958, p\. 52, as translated and cited in .*para\. 2\.2\.2\)$/,
    );
  });

  test('within a sentence by their source and how they came from it, with the paper if the citation does not name it', () => {
    const text = { zh: '有人说“堤越高，局越大”。', en: 'It was “the larger the Board”.' };
    const from = quoting(text);
    const innerIn = (
      of: Dossier,
      page: Parameters<typeof recordData>[2],
      as: string,
      style = as === 'zh' ? 'journal' : 'chicago',
    ) => found(of, page, as)[0]?.inner?.[style];
    const passage = { kind: 'segment', id: '2.2.2' } as const;
    expect(innerIn(from, passage, 'zh')).toMatch(/，据论文所引$/);
    expect(innerIn(from, own, 'zh')).toMatch(/，据例如、某甲论文第50页所引$/);
    expect(innerIn(from, own, 'en')).toMatch(/, translated by the editors from Chinese$/);
    // In the chosen style, as a footnote.
    expect(innerIn(from, passage, 'zh', 'gbt')).toMatch(/^陈例，[^《]*\[[JM]\]\. [^《]*，据论文所引$/);
    // As a list has it, in a style without notes.
    expect(innerIn(from, own, 'en', 'apa')).toMatch(
      /^陈例[^(]* \(1958\)\. .*, translated by the editors from Chinese$/,
    );
    expect(innerIn(from, own, 'en', 'chicago-author-date')).toBeUndefined();
    const works = dyke.works.map((one) =>
      one.id === 'chen-1958' ? { ...one, value: { ...one.value, language: 'en' } } : one,
    );
    expect(innerIn({ ...from, works }, passage, 'zh')).toMatch(/，据论文译文$/);
    expect(innerIn({ ...from, works }, own, 'zh')).toMatch(/，据例如、某甲论文第50页译文$/);
    const timeline = { kind: 'overview' as const, id: '/zh/timeline/' };
    expect(innerIn(from, timeline, 'zh')).toMatch(/，据例如、某甲论文第50页所引$/);
  });

  test('as the authors’, at their page, or as the paper’s or its source’s if nobody says whose they are', () => {
    const authors = found(quoting({ zh: '即“堤成则约成”。', en: '' }), own, 'zh');
    expect(authors).toMatchObject([{ credit: '引号内为作者原话，引自论文。' }]);
    const unknown = found(quoting({ zh: '', en: 'It was “the bargain is done”.' }), own, 'en');
    expect(unknown[0]!.place).toBe('the paper’s p. 48');
    expect(unknown[0]!.notes['mla']).toMatch(/^\(Li and Mou 48, trans\. and qtd\. in Example’s editors, “/);
  });

  test('without a claim to know whose they are, if the data do not say it', () => {
    const credits = (as: string, text: Record<'zh' | 'en', string>) =>
      found(quoting(text), own, as)[0]!.credit;
    expect(credits('en', { zh: '', en: 'It was “the bargain is done”.' })).toBe(
      'In quotation marks in the paper, too; whose words they are is not recorded.',
    );
    expect(recordData(dyke, '/', own)['en']!.creditOfOthers).toBe(
      'Other words quoted within are not the editors’ own.',
    );
  });

  test('as the editors’ quotation if the text does not have them, or has so few only within a quotation', () => {
    expect(found(quoting({ zh: '', en: 'It was “a wooden bridge”.' }), own, 'en')).toEqual([]);
    expect(found(quoting({ zh: '', en: 'It was “the Board”.' }), own, 'en')).toEqual([]);
    expect(found(quoting({ zh: '即“局越大”。', en: '' }), own, 'zh')).toEqual([]);
    expect(recordData(dyke, '/', own)['en']!.creditOfInner).toBe('Words that they quote are not their own.');
  });

  test('as words that the editors read only as others quote them, if no check read the passage', () => {
    const quotedIf = (read: 'report' | 'passage', record?: Dossier['checks']['value'][number]['record']) => {
      const from = quoting({ zh: '', en: 'It was “the larger the Board”.' });
      const check: Dossier['checks']['value'][number] = {
        id: '16a',
        passage: { segment: '2.2.2', units: [4, 4] },
        note: 16,
        work: 'chen-1958',
        claim: { en: 'The larger the Board' },
        finding: { en: 'So it is.' },
        verdict: 'weaker',
        date: '1987-01-01',
        concerns: [],
        read,
        ...(record ? { record } : {}),
      };
      const works = dyke.works.map((one) =>
        one.id === 'chen-1958' ? { ...one, value: { ...one.value, language: 'en' } } : one,
      );
      return found({ ...from, works, checks: { ...dyke.checks, value: [check] } }, own, 'en')[0]!;
    };
    expect(quotedIf('report').credit).toBe(
      'Words of the source, which the editors read only as others quote it (source check 16a).',
    );
    expect(quotedIf('passage').credit).toBe('Words within the quotation marks are the source’s.');
    // The report is named between the source and the page.
    const record = {
      type: 'webpage' as const,
      language: 'en',
      title: 'News of the Board',
      'container-title': 'Dyke News',
      URL: 'https://example.org/news',
    };
    const { notes, inner } = quotedIf('report', record);
    for (const note of Object.values(notes)) expect(note).toMatch(/News of the Board|Anon|Dyke News/);
    expect(notes['chicago']).toMatch(
      /^陈例 et al\.,.* quoted in “News of the Board,” Dyke News, .*, quoted in Example’s editors, /,
    );
    expect(inner!['chicago']).toMatch(/, quoted in “News of the Board,” Dyke News, /);
    expect(inner!['chicago']).not.toContain('read only');
  });

  test('as the paper’s, not as the source’s, if a check did not find them there', () => {
    const from = quoting({ zh: '有人说“堤越高，局越大”。', en: '' });
    const quotedIf = (
      changes: Partial<Dossier['checks']['value'][number]>,
      note = 16,
    ): ReturnType<typeof found>[number] | undefined => {
      const check = {
        ...canal.dossier.checks.value[0]!,
        id: '16a',
        passage: { segment: '2.2.2', units: [4, 4] as [number, number] },
        note: 16,
        work: 'chen-1958',
        claim: { zh: '堤越高，局就越大' },
        words: undefined,
        detail: undefined,
        read: 'nothing' as const,
        verdict: 'not-to-be-had' as const,
        ...changes,
      };
      const chapters = from.chapters.map((chapter) => ({
        ...chapter,
        segments: chapter.segments.map((segment) => ({
          ...segment,
          units: segment.units.map((unit) => ({
            ...unit,
            notes: unit.notes.map((number) => (number === 16 ? note : number)),
          })),
        })),
      }));
      return found({ ...from, chapters, checks: { ...dyke.checks, value: [check] } }, own, 'zh')[0];
    };
    const doubted = quotedIf({})!;
    expect(doubted.credit).toBe('引号内文字据论文转引；来源是否有此语，见来源核查16a。');
    expect(doubted.inner!['journal']).toMatch(
      /^陈例.*，据例如、某甲论文第50页转引（来源是否有此语，见来源核查16a）$/,
    );
    expect(quotedIf({ verdict: 'stronger', read: 'passage' })!.credit).toBe(doubted.credit);
    // A detail elsewhere, or agreement, leaves the words to the source.
    for (const found of [{ verdict: 'differs', detail: true }, { verdict: 'agrees' }] as const)
      expect(quotedIf({ ...found, read: 'passage' })!.credit).toBe('引号内为来源的话，据论文所引。');
    // A note that marks another sentence does not name the source of these words.
    const elsewhere = quotedIf({}, 15)!;
    expect(elsewhere.credit).toBe(doubted.credit);
    expect(JSON.stringify(elsewhere)).not.toContain('陈例');
  });

  test('as those of a source that only the text of an edition names, not as the paper’s', () => {
    const record = { type: 'webpage' as const, language: 'en', title: '[Reply to the Board]' };
    const passage = { segment: '2.2.2', units: [4, 4] as [number, number] };
    const from = quoting({ zh: '', en: 'It was “the larger the Board”.' });
    const value = [{ passage, words: { en: 'the higher' }, record }];
    const read = {
      ...record,
      URL: 'https://example.org/reply',
      accessed: { 'date-parts': [[1987, 1, 5]] as [number[]] },
    };
    const quotations = { ...from.quotations, value: [{ ...value[0]!, record: read }] };
    expect(found({ ...from, quotations }, own, 'en')[0]!.notes['gbt']).toContain('[1987-01-05]');
    const [english] = found({ ...from, quotations: { ...from.quotations, value } }, own, 'en');
    expect(english).toMatchObject({
      isBeyondPaper: true,
      credit: 'Words within the quotation marks are the source’s.',
    });
    expect(english).not.toHaveProperty('place');
    expect(english!.notes['chicago']).toMatch(/^Reply to the Board, n\.d\., quoted in Example’s editors, /);
  });

  test('by whose words a source only quotes them, in styles with a form for it', () => {
    const record = { type: 'webpage' as const, language: 'en', title: 'News of the Board' };
    const speaker = { zh: { family: '例', given: '如' }, en: { family: 'Li', given: 'Ru' } };
    const from = quoting({ zh: '有人说“堤越高，局越大”。', en: 'It was “the larger the Board”.' });
    const passage = { segment: '2.2.2', units: [4, 4] as [number, number] };
    const quotations = { ...from.quotations, value: [{ passage, record, speaker }] };
    const notesIn = (as: string) => found({ ...from, quotations }, own, as)[0]!.notes;
    expect(notesIn('en')['chicago']).toMatch(
      /^Li Ru, quoted in “News of the Board,” n\.d\., quoted in Example’s/,
    );
    expect(notesIn('en')['mla']).toMatch(/^\(Li, qtd\. in News of the Board, qtd\. in Example’s/);
    expect(notesIn('en')['apa']).toMatch(
      /^\(Li, as cited in News of the Board, n\.d\., as cited in Example’s/,
    );
    expect(notesIn('en')['chicago-author-date']).toMatch(
      /^\(Li, quoted in “News of the Board,” n\.d\., quoted in Example’s/,
    );
    expect(notesIn('zh')['journal']).toMatch(/^例如语，见“News of the Board[^，]*.*，译文转引自/);
    expect(notesIn('en')['gbt']).toMatch(/^Li Ru’s words\. See: News of the Board\[/);
    expect(notesIn('zh')['gbt-author-date']).toMatch(/^（例如语，见Anon，译文转引自/);
    // The source itself may have them from somebody who reported them.
    const reporter = { zh: { literal: '新潮社' }, en: { literal: 'The Tide Agency' } };
    const reported = { ...from.quotations, value: [{ passage, record, speaker, reporter }] };
    const reportedIn = (as: string) => found({ ...from, quotations: reported }, own, as)[0]!.notes;
    expect(reportedIn('en')['chicago']).toMatch(
      /^Li Ru, quoted in The Tide Agency, quoted in “News of the Board,”/,
    );
    expect(reportedIn('en')['apa']).toMatch(
      /^\(Li, as cited in The Tide Agency, as cited in News of the Board, /,
    );
    expect(reportedIn('en')['mla']).toMatch(/^\(Li, qtd\. in The Tide Agency, qtd\. in News of the Board, /);
    expect(reportedIn('en')['gbt']).toMatch(
      /^Li Ru’s words\. See: The Tide Agency\. Quoted in News of the Board\[/,
    );
    expect(reportedIn('zh')['journal']).toMatch(/^例如语，见新潮社，转引自“News of the Board/);
  });

  test('as the speaker’s own, if an institution has published the speaker’s statement', () => {
    const speaker = { zh: { literal: '堤长' }, en: { family: 'de Li', given: 'Ru' } };
    const from = quoting({ zh: '有人说“堤越高，局越大”。', en: 'It was “the larger the Board”.' });
    const passage = { segment: '2.2.2', units: [4, 4] as [number, number] };
    const notesIn = (title: string) => {
      const record = { type: 'webpage' as const, language: 'en', title, author: [{ literal: 'Dyke Board' }] };
      const quotations = { ...from.quotations, value: [{ passage, record, speaker }] };
      return found({ ...from, quotations }, own, 'en')[0]!.notes;
    };
    const its = notesIn('Statement by President de Li at the Sluice');
    expect(its['chicago']).toMatch(
      /^Ru de Li, “Statement by President de Li at the Sluice,” Dyke Board, n\.d\., /,
    );
    expect(its['apa']).toMatch(/^\(de Li, n\.d\., as cited in Example’s/);
    for (const title of ['Report on a Statement', 'Report by the Board on President de Li'])
      expect(notesIn(title)['chicago']).toMatch(/^Ru de Li, quoted in Dyke Board, “Report /);
  });

  test('by whose words the paper only quotes, if nothing says from where', () => {
    const from = quoting({ zh: '有人说“堤越高，局越大”。', en: 'It was “the larger the Board”.' });
    const passage = { segment: '2.2.2', units: [4, 4] as [number, number] };
    const speaker = { zh: { literal: '局长' }, en: { family: 'Board', given: 'Ada' } };
    const quotations = { ...from.quotations, value: [{ passage, speaker }] };
    const [chinese] = found({ ...from, quotations }, own, 'zh');
    expect(chinese).toMatchObject({
      credit: '引号内为局长的话，据论文所引。',
      place: '论文第50页',
      inner: { journal: '局长语，据例如、某甲论文第50页所引' },
    });
    expect(chinese!.notes['journal']).toMatch(/^局长语，见例如、某甲：《[^转]*，转引自/);
    expect(chinese!.notes['gbt']).toMatch(/^局长语，见：例如，某甲\. /);
    const [english] = found({ ...from, quotations }, own, 'en');
    expect(english!.credit).toBe('Words of Ada Board, as the paper has them, in the editors’ translation.');
    const translated = { ...from.quotations, value: [{ passage, speaker, translated: true as const }] };
    const inPaper = found({ ...from, quotations: translated }, own, 'zh')[0]!;
    expect(inPaper).toMatchObject({
      credit: '引号内为局长的话，据论文译文。',
      inner: { journal: '局长语，据例如、某甲论文第50页译文' },
    });
    expect(inPaper.notes['journal']).toMatch(/^局长语，译文见例如、某甲：《[^转]*，转引自/);
    expect(inPaper.notes['gbt']).toMatch(/^局长语，译文见：例如，某甲\. /);
    expect(inPaper.notes['chicago']).toMatch(/^Ada Board, trans\. and quoted in Li Ru and Mou Jia, /);
    expect(inPaper.notes['mla']).toMatch(/^\(Board, trans\. and qtd\. in Li and Mou 50, qtd\. in /);
    expect(inPaper.notes['apa']).toMatch(
      /^\(Board, as translated and cited in Li & Mou, 1986, p\. 50, as cited/,
    );
    expect(found({ ...from, quotations: translated }, own, 'en')[0]!.credit).toBe(english!.credit);
    expect(english!.notes['apa']).toMatch(
      /^\(Board, as cited in Li & Mou, 1986, p\. 50, as translated and cited in Example/,
    );
  });

  test('in GB/T with letters after the years of a source and its report, if all else is the same', () => {
    const record = {
      type: 'webpage' as const,
      language: 'en',
      title: 'A',
      issued: { 'date-parts': [[1980]] },
    };
    const report = { ...record, title: 'B', URL: 'https://example.org/b' };
    const from = quoting({ zh: '', en: 'It was “the larger the Board”.' });
    const check = {
      ...canal.dossier.checks.value[0]!,
      work: 'chen-1958',
      note: 16,
      passage: { segment: '2.2.2', units: [4, 4] as [number, number] },
      read: 'report' as const,
      record: report as Dossier['checks']['value'][number]['record'],
      words: undefined,
    };
    const works = dyke.works.map((one) =>
      one.id === 'chen-1958' ? { ...one, value: { ...record, id: 'chen-1958' } as typeof one.value } : one,
    );
    const checks = { ...dyke.checks, value: [check] };
    const { notes } = found({ ...from, works, checks }, own, 'en')[0]!;
    expect(notes['gbt-author-date']).toMatch(/^\(Anon, 1980a⁵², quoted in Anon, 1980b, quoted in Example/);
    expect(notes['mla']).toMatch(/^\(A 52, qtd\. in B, qtd\. in Example/);
  });

  test.each([
    ['gbt', '. 译文转引自例如，某甲. '],
    ['journal', '，译文转引自例如、某甲：'],
    ['chicago', ', trans. and quoted in '],
    ['apa', ', as translated and cited in Li & Mou, 1986, p. 47, as cited in '],
    ['mla', ', trans. and qtd. in Li and Mou 47, qtd. in '],
  ] as const)('as translated in the paper, if it translates their source: %s', (style, joined) => {
    const work = dyke.works.find(({ value }) => value.language === 'en')!.value;
    const from = { source: { item: work }, paper: { pages: [47, 47] as [number, number] } };
    const chainIn = (isTranslatedInPaper: boolean) =>
      quotedIn(dyke, '/', edition('zh'), segment('2.1.1'), { ...from, isTranslatedInPaper })
        .filter((one) => one.style === style)
        .flatMap(({ chain }) => chain)
        .map(({ pieces }) => referenceText(pieces))
        .join('');
    expect(chainIn(true)).toContain(joined);
    expect(chainIn(false)).not.toMatch(/译文|trans/);
  });

  test('with the day on which a check opened the source’s own address, through the paper too', () => {
    const URL = 'https://www.example.org/flood';
    const from = quoting({ zh: '有人说“堤越高，局越大”。', en: '' });
    const works = dyke.works.map((one) =>
      one.id === 'chen-1958' ? { ...one, value: { ...one.value, URL } } : one,
    );
    const noteIf = (opened: string): string => {
      const check = { ...canal.dossier.checks.value[0]!, work: 'chen-1958', opened, date: '1987-01-05' };
      const checks = { ...dyke.checks, value: [check, { ...check, id: '3b', date: '1987-01-04' }] };
      return found({ ...from, works, checks }, own, 'zh')[0]!.notes['gbt']!;
    };
    expect(noteIf('https://example.org/flood/')).toContain(
      '[1987-01-05]. https://www.example.org/flood. 转引自',
    );
    expect(noteIf('https://copy.example/flood')).not.toContain('1987-01-0');
  });

  test('in the copy that a check opened, if it quotes a part of the words', () => {
    const [check] = canal.dossier.checks.value;
    const from = quoting({ zh: '', en: 'It was “the higher the dyke, the larger the Board”.' });
    const read = {
      ...check!,
      work: 'chen-1958',
      note: 16,
      passage: { segment: '2.2.2', units: [4, 4] as [number, number] },
      words: { lang: 'zh', text: 'the larger the Board' },
      opened: 'https://example.org/copy',
      date: '1987-01-05',
    };
    const checks = { ...from.checks, value: [read] };
    const words = found({ ...from, checks }, own, 'en')[0]!;
    expect(words.notes['chicago']).toContain('https://example.org/copy');
  });

  test('as a speaker’s if the text has them in marks within a quotation, and as the authors’ if they define the term', () => {
    const segment = '2.1.2';
    const term = { ...dyke.terms[0]!.value, name: { zh: '地潮', en: 'geo-tide' }, definedIn: segment };
    const from = {
      ...quoting({ zh: '所谓“地潮”。', en: 'It is “geo-tide”.' }),
      terms: [{ ...dyke.terms[0]!, value: term }],
    };
    const chapters = from.chapters.map((chapter) => ({
      ...chapter,
      segments: chapter.segments.map((one) =>
        one.id === '2.1.2'
          ? { ...one, units: one.units.map((unit) => ({ ...unit, text: `${unit.text}“地潮”` })) }
          : one,
      ),
    }));
    expect(found({ ...from, chapters }, own, 'zh')[0]).toMatchObject({ isAuthors: true });
    const nested = quoting({ zh: '他说到“局长”。', en: '' });
    const spoken = nested.chapters.map((chapter) => ({
      ...chapter,
      segments: chapter.segments.map((one) =>
        one.id === '2.2.2'
          ? {
              ...one,
              units: one.units.map((unit) => ({ ...unit, text: unit.text.replace('局越大', '‘局长’越大') })),
            }
          : one,
      ),
    }));
    expect(found({ ...nested, chapters: spoken }, own, 'zh')[0]).toBeDefined();
  });

  test('as the source’s if a check whose editors read it quotes what the text does not have', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [check] = dossier.checks.value;
    const credits = (finding: string, read: 'passage' | 'report' = 'passage') =>
      recordData(
        { ...dossier, checks: { ...dossier.checks, value: [{ ...check!, read, finding: { en: finding } }] } },
        '/',
        { kind: 'check', id: check!.id },
      )['en']!.quotations?.map(({ credit }) => credit);
    expect(credits('It orders “a notice in black letters”.')).toEqual([
      'Words within the quotation marks are the source’s.',
    ]);
    // Words that any text may have, and words of a source that was not read.
    expect(credits('It says “notice”.')).toBeUndefined();
    expect(credits('It orders “a notice in black letters”.', 'report')).toBeUndefined();
  });

  test('as those of the source that a term names for what its definition quotes', () => {
    const quoted = {
      type: 'book' as const,
      language: 'en',
      title: 'On Living with Water',
      author: [{ literal: 'Board of Dykes' }],
      publisher: 'Harbour Press',
      issued: { 'date-parts': [[1987] as [number]] },
      page: '43',
    };
    const foreshore = dyke.terms.find(({ id }) => id === 'foreshore')!;
    const definition = {
      en: 'Land that, in the Board’s words, “the sea lends and takes back”.',
      zh: '前滩。',
    };
    const value = { ...foreshore.value, definition, definedBy: 'editors' as const };
    const inTerm = (one: typeof foreshore.value) =>
      found({ ...dyke, terms: [{ ...foreshore, value: one }] }, { kind: 'term', id: 'foreshore' }, 'en');
    expect(inTerm(value)).toEqual([]);
    const [words] = inTerm({ ...value, quoted });
    expect(words!.credit).toBe('Words within the quotation marks are the source’s.');
    expect(words!.notes['chicago']).toMatch(
      /^Board of Dykes, On Living with Water \(Harbour Press, 1987\), 43, quoted in Example’s editors, “Foreshore,”/,
    );
  });

  test('by the description of a source without a title, in brackets only in APA and GB/T', async () => {
    const { dossier } = await fixtureDossier('canal');
    const [{ work: _, ...check }] = dossier.checks.value as [Dossier['checks']['value'][number]];
    const record = { type: 'webpage' as const, language: 'en', title: '[Report on the dyke]' };
    const value = [
      { ...check, source: { en: 'A report' }, record: { ...record, 'container-title': 'Post' } },
    ];
    const from = { ...dossier, checks: { ...dossier.checks, value } };
    const { footnotes = [] } = recordData(from, '/', { kind: 'check', id: check.id })['en']!.parts!.words!;
    const noteIn = (style: string): string =>
      footnotes.find((one) => one.style === style)!.note.replace(/<[^>]+>/g, '');
    expect(noteIn('chicago')).toMatch(/^Report on the dyke, Post, /);
    expect(noteIn('mla')).toMatch(/^\(Report on the dyke, /);
    expect(noteIn('apa')).toMatch(/^\(\[Report on the dyke\], /);
    expect(noteIn('gbt')).toMatch(
      /^Post\. \[Report on the dyke\]\[EB\/OL\]\. article 12\[\d{4}-\d\d-\d\d\]\. https/,
    );
  });

  test('at the pages on which they stand within their sentence', () => {
    const unit = dyke.chapters
      .flatMap(({ segments }) => segments.flatMap(({ units }) => units))
      .find(({ page, lastPage, pageBreaks }) => page !== lastPage && pageBreaks.length === 1)!;
    const [{ at, page }] = unit.pageBreaks as [{ at: number; page: number }];
    expect(pagesOfWords(unit, unit.text.slice(0, at))).toEqual([page - 1, page - 1]);
    expect(pagesOfWords(unit, unit.text.slice(at))).toEqual([page, page]);
    expect(pagesOfWords(unit, unit.text.slice(at - 1, at + 1))).toEqual([page - 1, page]);
  });

  test('at their entry in the timeline, as is everything else there', () => {
    const from = quoting({ zh: '', en: 'It was “the larger the Board”.' });
    const page = { kind: 'overview' as const, id: '/en/timeline/' };
    const [quoted] = found(from, page, 'en');
    expect(quoted!.entry).toBe('q0.0.1-1');
    expect(quoted!.notes['chicago']).toMatch(/“Timeline,” in .*\(1987\), entry for 1843\.$/);
    const { footnotes = [] } = recordData(from, '/', page)['en']!.parts!.entry!;
    expect(footnotes.find(({ style }) => style === 'apa')!.note).toMatch(/, “Timeline” section, \uE00E\)$/);
    expect(footnotes.find(({ style }) => style === 'mla')!.note).toMatch(/, “Timeline,” \uE00E\)$/);
  });

  test('at an entry whose date is not alone by its paragraph, in brackets within parentheses', () => {
    const from = quoting({ zh: '有“堤越高，局越大”。', en: 'It was “the larger the Board”.' });
    const [one] = from.quantities.value as [Dossier['quantities']['value'][number]];
    const value = [one, { ...one, passage: { segment: '2.2.2', units: [4, 4] as [number, number] } }];
    const both = { ...from, quantities: { ...from.quantities, value } };
    const notesOn = (as: string) => found(both, { kind: 'overview', id: `/${as}/timeline/` }, as)[0]!.notes;
    const { chicago, apa, mla } = notesOn('en');
    expect(chicago).toMatch(/, entry for 1843 \(para\. 0\.0\.1\)\.$/);
    expect(apa).toMatch(/, “Timeline” section, entry for 1843 \[para\. 0\.0\.1\]\)$/);
    expect(mla).toMatch(/, “Timeline,” entry for 1843 \[par\. 0\.0\.1\]\)$/);
    expect(notesOn('zh')['gbt-author-date']).toMatch(/“时间线”条，1843年条，段落0\.0\.1）[⁰¹²³⁴-⁹⁻]*$/);
  });

  test('at the later development of a case that has them, and at the editors’ text', () => {
    const text = { zh: '有“堤越高”。', en: 'It was “no larger”.' };
    const source = { title: 'A Board', opened: 'https://example.org/board', lang: 'en' };
    const from = quoting({ zh: '', en: '' });
    const [one] = from.cases as [Dossier['cases'][number]];
    const cases = [{ ...one, value: { ...one.value, developments: [{ date: '1986-09-21', text, source }] } }];
    const notesOf = (as: string) => found({ ...from, cases }, own, as).at(-1);
    expect(notesOf('en')).toMatchObject({ entry: 'later-1' });
    expect(notesOf('en')!.notes['chicago']).toMatch(/, later developments, September 21, 1986\.$/);
    expect(notesOf('zh')!.notes['journal']).toMatch(/，后续进展，1986年9月21日。$/);
    const nameOf = (id: string) => entryOf(dyke, own, id);
    expect(nameOf('account')).toEqual({ zh: '“编者所述”部分', en: 'under “Editors’ account”' });
    const [{ id: work, value }] = dyke.works as [Dossier['works'][number]];
    expect(nameOf(work)['en']).toBe(`under “${value.title}”`);
  });

  test('at their section of the argument, whose introduction has no number', () => {
    const nameOf = (id: string) => entryOf(dyke, { id: '/en/argument/' }, id)['en'];
    expect(nameOf('2-actions')).toBe('section 2');
    expect(nameOf('section-2.1')).toBe('section 2.1');
    expect(nameOf('0-introduction')).toBe('introduction');
    expect(nameOf('in-brief')).toBe('the paper in brief');
    const { footnotes = [] } = recordData(dyke, '/', { kind: 'overview', id: '/en/argument/' })['en']!.parts!
      .entry!;
    const noteIn = (style: string) => footnotes.find((one) => one.style === style)!.note;
    expect(noteIn('apa')).toMatch(/, “The Argument,” \uE00E\)$/);
    // The heading of a chapter is a numbered section, which needs no title.
    const inChapter = recordData(dyke, '/', { kind: 'chapter', id: '2-actions' })['en']!.parts!.entry!;
    expect(inChapter.footnotes!.find(({ style }) => style === 'apa')!.note).toContain(' 1987, \uE00E');
    expect(noteIn('chicago-author-date')).toMatch(/ 1987, “The Argument,” \uE00E\)$/);
    // Only a page without an entry is said to be “under” its name.
    expect(noteIn('gbt-author-date')).toMatch(/, 1987, “The argument”, \uE00E\)$/);
    expect((['mla', 'chicago', 'apa', 'gbt'] as const).map((style) => entryIn(style, 'section 2.1'))).toEqual(
      ['sec. 2.1', 'sec. 2.1', 'Section 2.1', 'section 2.1'],
    );
    const titled = 'section 2.1, “Dykes: A History”';
    expect((['chicago', 'gbt', 'gbt-2015'] as const).map((style) => entryIn(style, titled))).toEqual([
      'sec. 2.1, “Dykes: A History”',
      'section 2.1, “Dykes：A History”',
      titled,
    ]);
  });
});

describe('a name that the paper gives in another language is cited as its own', () => {
  const namesOn = (id: string, kind: 'segment' | 'chapter', as: Edition, dossier = dyke) =>
    namesInPaper(dossier, '/', as, { kind, id, name: id, address: `/${id}/` });
  const noteOf = ({ footnotes }: QuotationRecord, style: string) =>
    footnotes.find((one) => one.style === style)!.note.replace(/<[^>]+>/g, '');

  test('where the text has it, as the paper prints it in brackets; by no translator', () => {
    for (const [id, credit] of [
      ['en', 'The paper’s own term.'],
      ['zh', '论文原有的用语。'],
    ] as const) {
      const [one, ...others] = namesOn('1.1.1', 'segment', edition(id));
      expect(others).toEqual([]);
      expect(one).toMatchObject({ words: expect.stringMatching(/^ebb right$/i), isName: true, credit });
      expect(noteOf(one!, 'apa')).toMatch(/^\(Li &#x26; Mou, 1986, p\. 43, as cited in /);
      expect(noteOf(one!, 'journal')).not.toContain('编者译');
    }
  });

  test('within quotation marks elsewhere, but not in the paper’s language or as one word among others', () => {
    const quoted = namesOn('2.1.1', 'segment', edition('en')).map(({ words }) => words);
    expect(quoted).toEqual(['ebb right']);
    expect(namesOn('2.1.1', 'segment', edition('zh'))).toEqual([]);
    expect(namesOn('1.2.1', 'segment', edition('en'))).toEqual([]);
  });

  test('as a heading, if the headings are the paper’s or the name is quoted', () => {
    const terms = dyke.terms.map((one) =>
      one.id === 'land-for-dykes' ? { ...one, value: { ...one.value, nameInPaper: ['zh', 'en'] } } : one,
    );
    const ours = edition('en');
    const ofPaper = { ...ours, headings: 'paper' } as const;
    const [one] = namesOn('2-actions', 'chapter', ofPaper, { ...dyke, terms });
    expect(one?.words).toBe('Land for dykes');
    expect(noteOf(one!, 'apa')).toContain(entryName);
    expect(namesOn('2-actions', 'chapter', { ...ours, headings: undefined }, { ...dyke, terms })).toEqual([]);
  });
});

describe('the citations on a page', () => {
  const headings = (page: OwnPage, paper?: { pages: Pages }) =>
    [...citePanel(dyke, '/', edition('en'), { own: page, paper }).matchAll(/<b>([^<]*)<\/b>/g)].map(
      ([, name]) => name,
    );

  test('say what each reference cites', () => {
    expect(headings(segment('1.1.1'), { pages: [47, 47] })).toEqual([
      'The paper, as paraphrased here',
      'The paper alone',
      'This paraphrase alone',
    ]);
    const term = { kind: 'term', id: 'a', name: 'a', address: '/term/a/' } as const;
    expect(headings(term)).toEqual(['This dossier’s account']);
    const whole = { kind: 'dossier', id: '1.0.0', name: 'The Dyke', address: '/' } as const;
    expect(headings(whole, { pages: undefined })).toEqual(['This dossier', 'The paper']);
  });

  test('say how to cite the source of quoted words, if the page quotes others than the authors', () => {
    const passage = { segment: '2.2.2', units: [4, 4] as [number, number] };
    const panelIf = (quotation: Dossier['quotations']['value'][number]): string => {
      const quotations = { ...dyke.quotations, value: [quotation] };
      return citePanel({ ...dyke, quotations }, '/', edition('en'), { own: segment('2.2.2') });
    };
    expect(panelIf({ passage, note: 16 })).toContain('select only the quoted words.');
    expect(panelIf({ passage, authors: true })).not.toContain('select only the quoted words.');
  });
});

describe('for machines', () => {
  const own = (page: OwnPage) => ({ type: 'own' as const, ...page });
  const front = {
    type: 'own',
    kind: 'dossier',
    id: '1.0.0',
    name: 'The Dyke: a dossier',
    address: '/',
  } as const;
  const hrefs = (links: { rel: string; href: string }[], rel: string) =>
    links.filter((link) => link.rel === rel).map(({ href }) => href);

  test('the front page is the dossier, by its editors, and based on the paper', () => {
    const { tags, links, jsonLd, coins: span } = metadataOf(dyke, '/base/', front, edition('en'));
    expect(tags).toContainEqual(['citation_author', 'Example’s editors,']);
    expect(tags.map(([name]) => name)).not.toContain('citation_journal_title');
    expect(links).toContainEqual({ rel: 'item', href: '/base/en/1-theory.md', type: 'text/markdown' });
    expect(hrefs(links, 'describedby')).toEqual(['/base/datacite.json', '/base/CITATION.cff']);
    expect(hrefs(links, 'author')).toEqual(['/base/en/about/']);
    expect(JSON.parse(jsonLd)).toMatchObject({
      '@type': 'Book',
      author: [{ name: 'Example’s editors' }],
      isBasedOn: 'https://doi.org/10.5555/dyke.1986',
    });
    expect(tags).toContainEqual(['z:itemType', 'book']);
    expect(tags).toContainEqual(['bibo:edition', '1.0.0']);
    expect(span).toBeUndefined();
  });

  test('a paraphrase is a work of the editors, based on the paper', () => {
    const {
      tags,
      links,
      jsonLd,
      coins: span,
    } = metadataOf(bell, '/ferry/', own(segment('2.1.2')), bellEdition('zh'));
    expect(tags).toContainEqual(['citation_author', '示例编者,']);
    expect(links).toContainEqual({
      rel: 'describedby',
      href: '/ferry/p/2.1.2.json',
      type: 'application/json',
    });
    expect(JSON.parse(jsonLd)).toMatchObject({
      '@type': 'CreativeWork',
      author: [{ name: '示例编者' }],
      isBasedOn: 'https://doi.org/10.5555/ferry.1998',
    });
    expect(span).toBeUndefined();
  });

  test('a page’s metadata cite it like its references: in the release that has its current text', () => {
    const cited = (id: string) =>
      hrefs(metadataOf(bell, '/ferry/', own(segment(id)), bellEdition('zh')).links, 'cite-as');
    expect(cited('1.0.1')).toEqual(['https://example.org/ferry/v/1.0.0/p/1.0.1/']);
    expect(cited('2.1.2')).toEqual(['https://example.org/ferry/p/2.1.2/']);
    const local = metadataOf(dyke, '/base/', own(segment('2.1.1')), edition('zh'));
    expect(hrefs(local.links, 'cite-as')).toEqual(['/base/p/2.1.1/']);
    expect(local.tags.map(([name]) => name)).not.toContain('citation_public_url');
  });

  test('a table and the list of works have their files, and the list in each style a description of its own', () => {
    const table = {
      kind: 'exhibit',
      id: 'table-1',
      name: 'Table 1',
      address: '/en/exhibits/table-1/',
    } as const;
    const itemsOf = (page: OwnPage) => hrefs(metadataOf(dyke, '/', own(page), edition('en')).links, 'item');
    expect(itemsOf(table)).toEqual(['/en/exhibits/table-1.csv']);
    const list = { kind: 'overview', id: '/en/works/', name: 'Works · APA', address: '/en/works/' } as const;
    expect(itemsOf(list)).toContain('/works.ris');
    expect(describePage(dyke, edition('en'), own(list))).toMatch(/^Works · APA\b/);
  });

  test('a page of the authors’ own text is the paper, whatever its address, and its description is not an abstract', () => {
    const original = lamp.dossier.settings.value.editions.find(({ role }) => role === 'original')!;
    const { tags, coins: span } = metadataOf(lamp.dossier, '/', own(segment('1.0.1')), original);
    expect(tags).toContainEqual(['citation_journal_title', 'Journal of Lamps']);
    expect(span).toContain('rft.jtitle=Journal+of+Lamps');
  });

  test('a work’s page describes that work, without tags that would ascribe it to us', () => {
    const about = aboutEntry(dyke, edition('en'), 'work', 'li-1979');
    const { tags, coins: span, jsonLd } = metadataOf(dyke, '/', about, edition('en'));
    expect(tags).toEqual([]);
    expect(span).toContain('rft.date=1979');
    expect(JSON.parse(jsonLd)).toHaveProperty('author');
  });

  test('a page of a release has the release’s editors and version', () => {
    const [frozen] = releasesOf(bell)[0]!.editions;
    const page = { ...segment('1.0.1'), address: '/v/1.0.0/p/1.0.1/' };
    const { tags, links } = metadataOf(
      bell,
      '/ferry/',
      { type: 'released', frozen: frozen!, ...page },
      releasedEdition(frozen!),
    );
    expect(tags).toContainEqual(['citation_author', '示例编者,']);
    expect(tags).toContainEqual(['citation_publication_date', '1999-01-02']);
    expect(tags).toContainEqual(['citation_public_url', 'https://example.org/ferry/v/1.0.0/p/1.0.1/']);
    expect(hrefs(links, 'describedby')).toEqual(['/ferry/v/1.0.0/datacite.json']);
    expect(hrefs(links, 'author')).toEqual([`/ferry/${frozen!.edition.id}/about/`]);
  });

  test('the passages of a release are cited in it, at its address and under its title', () => {
    const [release] = releasesOf(bell);
    const released = JSON.parse(releasedSegmentJson(bell, '/ferry/', release!, '1.0.1')) as {
      editions: Record<string, EditionRecord & { units: { text: string }[] }>;
    };
    const { address, text, footnotes, panel, units } = released.editions['en']!;
    expect(address).toBe('https://example.org/ferry/v/1.0.0/p/1.0.1/');
    expect(text).toBe('https://example.org/ferry/v/1.0.0/en/1-bell/#p1.0.1');
    const chicago = footnotes.find(({ style }) => style === 'chicago')!.note.replace(/<[^>]+>/g, '');
    expect(chicago).toContain(
      'release 1.0.0 (1999), para. 1.0.1, https://example.org/ferry/v/1.0.0/p/1.0.1/',
    );
    expect(panel).toContain('release 1.0.0');
    const frozen = release!.editions.find((one) => one.edition.id === 'en')!;
    expect(units.map((unit) => unit.text)).toEqual(
      findReleased(frozen, '1.0.1')!.segment.units.map((unit) => unit.trim()),
    );
    const chapter = JSON.parse(
      releasedChapterJson(bell, '/ferry/', release!, frozen, frozen.chapters[0]!),
    ) as typeof released;
    expect(chapter.editions['en']!.parts!.passages!.footnotes![0]!.note).toContain('release 1.0.0');
  });

  test('a chapter of a release is cited in it, and by the headings that it had; its tables and notes are not', () => {
    const [release] = releasesOf(bell);
    const frozen = release!.editions.find((one) => one.edition.id === 'en')!;
    const [chapter] = frozen.chapters;
    const [first, ...others] = chapter!.segments;
    const heading = { ...first!, id: '1.1', notes: [], units: ['The rope'], html: '<h2>The rope</h2>' };
    const changed = { ...chapter!, segments: [first!, heading, ...others] };
    const editions = [{ ...frozen, chapters: [changed] }];
    const said = (
      JSON.parse(releasedChapterJson(bell, '/ferry/', { ...release!, editions }, editions[0]!, changed)) as {
        editions: Record<string, EditionRecord>;
      }
    ).editions['en']!;
    expect(said.places).toEqual({ '1.1': ['section 1.1, “The Rope”'] });
    expect(Object.keys(said.parts!)).toEqual(['passages', 'entry']);
  });

  test('a release whose editors were those of “this dossier” has their present name', () => {
    const [release] = releasesOf(bell);
    const editions = release!.editions.map((one) => ({ ...one, editors: 'The editors of this dossier' }));
    const { footnotes } = (
      JSON.parse(releasedSegmentJson(bell, '/ferry/', { ...release!, editions }, '1.0.1')) as {
        editions: Record<string, EditionRecord>;
      }
    ).editions['en']!;
    expect(footnotes.find(({ style }) => style === 'chicago')!.note).toMatch(/^Example’s editors, /);
    const page = { ...segment('1.0.1'), address: '/v/1.0.0/p/1.0.1/' };
    const { tags } = metadataOf(
      bell,
      '/ferry/',
      { type: 'released', frozen: editions[0]!, ...page },
      releasedEdition(editions[0]!),
    );
    expect(tags).toContainEqual(['citation_author', '示例编者,']);
  });

  test('the name of an editor with a comma is not divided', () => {
    const named = withSettings({ editors: { en: 'Dykes, Sluices and Co' } });
    const { tags } = metadataOf(named, '/', front, edition('en'));
    expect(tags).toContainEqual(['citation_author', 'Dykes， Sluices and Co,']);
  });
});

test.each([
  ['article-magazine', 'magazineArticle'],
  ['article-newspaper', 'newspaperArticle'],
  ['post-weblog', 'blogPost'],
  ['legislation', 'statute'],
])('types without an OpenURL name have Zotero’s: %s', (type, said) => {
  const work = workSchema.parse({
    id: 'doe-nd',
    type,
    language: 'en',
    title: 'Wells',
    'container-title': 'Weekly',
  });
  const fields = new URLSearchParams(coins(work));
  expect(fields.get('rft.type')).toBe(said);
  expect(fields.get('rft.source')).toBe('Weekly');
});

test('the works of a list are given to reference managers as OpenURL', () => {
  const article = workSchema.parse({
    id: 'doe-2007',
    type: 'article-journal',
    language: 'en',
    title: 'On Wells',
    'container-title': 'Wells Quarterly',
    author: [{ family: 'Doe', given: 'J.' }],
    page: '3-9',
    issued: { 'date-parts': [[2007, 5]] },
  });
  expect(Object.fromEntries(new URLSearchParams(coins(article)))).toEqual({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:journal',
    'rft.genre': 'article',
    'rft.atitle': 'On Wells',
    'rft.jtitle': 'Wells Quarterly',
    'rft.au': 'Doe, J.',
    'rft.date': '2007-05',
    'rft.spage': '3',
    'rft.epage': '9',
    'rft.language': 'en',
  });
});

describe('the names of the authors', () => {
  test('are in Chinese in the order of the paper’s language, in any script', () => {
    const named = (name: { family: string; given: string }) => {
      const value = lamp.dossier.settings.value;
      const paper = { ...value.paper, authors: [{ zh: name }] };
      const settings = { ...lamp.dossier.settings, value: { ...value, paper } };
      return ofPaper({ ...lamp.dossier, settings }, lamp.edition('zh'), undefined)[0];
    };
    expect(named({ family: '多伊', given: '简' })).toMatch(/^简·多伊：《论灯》/);
    expect(named({ family: 'Doe', given: 'Jane' })).toMatch(/^Jane Doe：《论灯》/);
    expect(ofPaper(dyke, edition('zh'), undefined)?.[0]).toMatch(/^例如、某甲：/);
  });
});

test.each(['webpage', 'report', 'article-journal'])(
  'the name of an institution is not divided: %s',
  (type) => {
    const work = workSchema.parse({
      id: 'well-office-nd',
      type,
      language: 'en',
      title: 'Register',
      author: [{ literal: 'Office for Wells' }],
    });
    expect(
      [...new URLSearchParams(coins(work)).entries()].filter(([, value]) => /Wells/.test(value)),
    ).toEqual([['rft.aucorp', 'Office for Wells']]);
  },
);
