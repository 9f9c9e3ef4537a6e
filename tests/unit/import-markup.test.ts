import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Imported } from '../../src/import/import-paper.ts';
import { readMarkup } from '../../src/import/markup/read-markup.ts';
import { chapter, importBytes, page } from '../support/import-bytes.ts';
import { item, layDocx, noteMark, paragraph, run, styled, table } from '../support/lay-docx.ts';
import { isWhole } from '../support/whole.ts';

const refusalOf = async (bytes: Uint8Array | string): Promise<string> => {
  const read = await readMarkup(typeof bytes === 'string' ? strToU8(bytes) : bytes);
  return 'refusal' in read ? read.refusal : 'was read';
};
const settings = ({ files }: Imported) => parse(files.get('dossier.yaml') ?? '');
const exhibit = ({ files }: Imported, id: string) => parse(files.get(`exhibits/${id}.yaml`) ?? '');

describe('a page in HTML', () => {
  const imported = importBytes(readFileSync('tests/fixtures/markup/paper.html'));

  test('becomes chapters with its notes, links, lists, quotations and formulas', async () => {
    const written = await imported;
    expect(chapter(written, '0-introduction')).toBe(
      '{/* abstract */} Public wells are common work, and this paper tells how three villages kept theirs through years of drought.\n',
    );
    expect(chapter(written, '1-section')).toBe(
      [
        '{/* 1.0.1 */} In the *dry* year of 1961 three villages argued for **eleven days**[^1] about a well; [the record](https://example.org/well?a=1\\&b=2) of H₂O stands.[^2]',
        '{/* 1.0.2 */} The share is $$\\frac{a}{b}$$ of a round, by three rules:',
        '1. nobody draws twice;\n2. children draw *first*:\n   * those who walk.',
        '> Nobody draws twice before all have drawn once, says the stone.',
        '{/* table-1 */}',
        '[^1]: [Joan Hill, Stones That Speak (Leeds: Blue Press, 2010), 3](work:hill-2010 "p. 3").',
        '[^2]: This well has been *dry* since.\n',
      ].join('\n\n'),
    );
    expect(chapter(written, '2-section')).toBe(
      '{/* 2.0.1 */} The stone has ninety-six signs, and nobody knows who cut them ([Hill 2010](work:hill-2010)).\n\n{/* figure-1 */}\n',
    );
  });

  test('gives the metadata in its head', async () => {
    expect(settings(await imported).paper).toMatchObject({
      title: { en: 'Wells and Rounds' },
      authors: [{ en: { family: 'Marsh', given: 'Ada' } }],
      journal: { en: 'Journal of Dry Places' },
      year: 2019,
      pages: [41, 58],
    });
  });

  test('gives its tables cell by cell, and the alternative texts of its pictures', async () => {
    const written = await imported;
    expect(exhibit(written, 'table-1')).toMatchObject({
      type: 'table',
      title: { en: 'Rounds by year' },
      columns: [{ label: { en: 'Year' } }, { label: { en: 'Rounds' } }],
      rows: [{ cells: { c1: { en: '1961' }, c2: { en: '40' } } }, { cells: { c1: { en: '1962' } } }],
    });
    expect(exhibit(written, 'figure-1')).toMatchObject({
      title: { en: 'The well' },
      lines: ['A well with a stone beside it'],
    });
    expect(written.ledger.doubts.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('are outside the paper'),
      expect.stringContaining('pictures are not imported'),
    ]);
  });

  test('has its notes if saved by a word processor', async () => {
    const written = await page(
      '<h1>Wells and Rounds</h1><p>Three villages argued for eleven days about the water of a single well.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> It is dry.</p><p>Since long.</p></div></div>',
    );
    expect(chapter(written, '0-introduction')).toContain('[^1]: It is dry. Since long.');
  });

  test('has its notes by their numbers if the marks are not links', async () => {
    const written = await page(
      '<h1>Wells and Rounds</h1><p>Three villages argued for eleven days about a well<sup>1</sup> of 10 m<sup>3</sup>, and the stone says why they did.<sup>2</sup></p><h2>Notes</h2><p>1. The year was dry.</p><p>2. It has ninety-six signs.</p>',
    );
    expect(chapter(written, '0-introduction')).toContain(
      'a well[^1] of 10 m³, and the stone says why they did.[^2]\n\n[^1]: The year was dry.\n\n[^2]: It has ninety-six signs.',
    );
  });

  test('has a numbered reference list as Pandoc writes it, and no notes', async () => {
    const entry = (id: string, number: number, text: string): string =>
      `<div id="ref-${id}" class="csl-entry" role="listitem"><div class="csl-left-margin">${number}. </div><div class="csl-right-inline">${text}</div></div>`;
    const { paper } = await page(
      `<h1>Wells and Rounds</h1><p>Three villages argued for eleven days about the water of a single well <a href="#ref-hill">[1]</a>, and the stone says why they did <a href="#ref-lake">[2]</a>.</p><h2>References</h2><div id="refs" class="references csl-bib-body">${entry('hill', 1, 'Joan Hill, <em>Stones That Speak</em> (Leeds: Blue Press, 2010).')}${entry('lake', 2, 'Ann Lake, <em>Dry Years</em> (Leeds: Blue Press, 2012).')}</div>`,
    );
    expect(paper.notes).toEqual([]);
    expect(paper.references).toHaveLength(2);
  });

  test.each(['entry-content', 'note-page'])(
    'does not take the block of the whole article for its only note: %s',
    async (name) => {
      const written = await page(
        `<div class="${name}"><p>Three villages argued for eleven days about the water of a single well.<a href="#fn1"><sup>1</sup></a></p><div class="note"><p id="fn1">It is dry.</p><p>Since long.</p></div></div>`,
      );
      expect(chapter(written, '0-introduction')).toMatch(
        /single well\.\[\^1\]\n\n\[\^1\]: It is dry\. Since long\.\n$/,
      );
    },
  );

  test('may have its references in blocks, the title first', async () => {
    const made = await page(
      '<h1>Wells and Rounds</h1><p>In the dry year three villages argued for eleven days about a single well.</p><h2>References</h2><div role="doc-bibliography"><div role="doc-biblioentry" id="a"><div>1. </div><div><strong>The share of a well: an account</strong> <div>Ada B Marsh, Ben Hill</div> <em>Salt Journal</em> (2018-03-01) <a href="https://salt.example/a">https://salt.example/a</a></div></div></div>',
    );
    expect(JSON.parse(made.files.get('works.json') ?? '')).toMatchObject([
      {
        title: 'The share of a well: an account',
        author: [
          { family: 'Marsh', given: 'Ada B' },
          { family: 'Hill', given: 'Ben' },
        ],
        'container-title': 'Salt Journal',
        issued: { 'date-parts': [[2018, 3, 1]] },
        custom: {
          printed:
            'The share of a well: an account. Ada B Marsh, Ben Hill. Salt Journal (2018-03-01) https://salt.example/a',
        },
      },
    ]);
  });

  test('does not take a chapter for a note because its block is named after notes', async () => {
    const written = await page(
      '<h1>Wells and Rounds</h1><p>Three villages argued for eleven days about the water of a single well.<a href="#fn1"><sup>1</sup></a></p><div class="with-note"><h2>The stone</h2><p>Nobody knows who cut the signs of the stone.</p><p id="fn1">It is dry.</p></div>',
    );
    expect(chapter(written, '1-section')).toContain('Nobody knows who cut the signs');
  });

  test('moves note marks out of headings and tables, and says where to', async () => {
    const written = await page(
      '<h1>Wells and Rounds</h1><h2>The year<sup><a href="#fn1">1</a></sup></h2><p>Three villages argued for eleven days about the water of a single well.</p><table><tr><th>Year</th><th>Rounds</th></tr><tr><td>1961<a href="#fn2">*</a></td><td>10 m<sup>3</sup></td></tr></table><ol><li id="fn1">It was dry.</li><li id="fn2">Counted.</li></ol>',
    );
    expect(settings(written).chapters).toMatchObject([{ title: { en: 'The year' } }]);
    expect(exhibit(written, 'table-1').rows).toEqual([
      { cells: { c1: { en: '1961' }, c2: { en: '10 m³' } } },
    ]);
    expect(written.ledger.doubts.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('note 1 has no mark'),
        expect.stringContaining('note 2 has no mark'),
      ]),
    );
  });

  test('raises no doubts about marks that link to their notes, even at the end of the text', async () => {
    const six = [1, 2, 3, 4, 5, 6];
    const { paper, ledger } = await page(
      `<h1>Wells and Rounds</h1>${six.map((n) => `<p>Round ${'abcdef'[n - 1]} was drawn before the noon bell and no later.<a href="#n${n}" role="doc-noteref"><sup>${n}</sup></a></p>`).join('')}<ol role="doc-endnotes">${six.map((n) => `<li id="n${n}">Stone ${n}, front.</li>`).join('')}</ol>`,
    );
    expect(paper.notes).toHaveLength(6);
    expect(ledger.doubts).toEqual([]);
  });

  test('has the authors, year and keywords in its head if they include all that it shows', async () => {
    const head = `<title>Wells and Rounds</title>${['author:Ada Marsh', 'author:Piet van der Laan', 'dcterms.date:2024-05-01', 'keywords:wells, rounds'].map((meta) => `<meta name="${meta.split(':')[0]}" content="${meta.split(':')[1]}">`).join('')}`;
    const body = (author: string): string =>
      `<h1>Wells and Rounds</h1><p class="author">${author}</p><h2>Rounds</h2><p>${'Three villages argued about a well. '.repeat(4)}</p>`;
    const [marsh, laan] = [
      { family: 'Marsh', given: 'Ada' },
      { family: 'van der Laan', given: 'Piet' },
    ];
    expect((await page(body('Ada Marsh'), head)).paper).toMatchObject({
      authors: [marsh, laan],
      year: 2024,
      keywords: ['wells', 'rounds'],
    });
    expect((await page(body('Joan Hill'), head)).paper.authors).toEqual([{ family: 'Hill', given: 'Joan' }]);
  });

  test('may begin a chapter with a list', async () => {
    const written = await page(
      '<h1>Wells and Rounds</h1><h2>One</h2><p>Three villages argued for eleven days about the water of a single well.</p><h2>Two</h2><ul><li><p>one rule;</p><p>its reason;</p></li><li>another.</li></ul>',
    );
    expect(chapter(written, '1-section')).toBe(
      '{/* 1.0.1 */}\n\n* one rule;\n\n  its reason;\n\n* another.\n',
    );
  });

  test('in Chinese has no spaces at line breaks, and a new paragraph at each double break', async () => {
    const written = await page(
      '<h1>井水与轮次</h1><p>　　石坪县东乡大旱，三个村子\n争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。<br><br>　　公井大多凿于旱年，碑文很少，所以后来的人只能从轮次推知当时的规矩和争执。</p>',
      '<title>井水与轮次</title>',
    );
    expect(settings(written).paper).toMatchObject({ title: { zh: '井水与轮次' } });
    expect(chapter(written, '0-introduction', 'zh')).toBe(
      '{/* 0.0.1 */} 石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。\n\n{/* 0.0.2 */} 公井大多凿于旱年，碑文很少，所以后来的人只能从轮次推知当时的规矩和争执。\n',
    );
  });
});

describe('an article in JATS', () => {
  const imported = importBytes(readFileSync('tests/fixtures/markup/paper.xml'));

  test('becomes chapters with its notes, lists, quotations and formulas', async () => {
    const written = await imported;
    expect(chapter(written, '0-introduction')).toBe('{/* abstract */} Public wells are common work.\n');
    expect(chapter(written, '1-section')).toBe(
      [
        '{/* 1.0.1 */} In the *dry* year three villages argued[^1] over a well ([Hill, 2010](work:hill-2010)).',
        '{/* 1.0.2 */} The share is $$a^{2}$$, thus:',
        '$$\n\\frac{a}{b} = 1\n$$',
        '> Nobody draws twice.',
        '* one rule;\n* another.',
        '{/* table-1 */}',
        '[^1]: The villages are **unnamed**.\n',
      ].join('\n\n'),
    );
    expect(chapter(written, '2-section')).toBe(
      '## {/* 2.1 */} The cutter\n\n{/* 2.1.1 */} Nobody knows who cut the signs.[^2]\n\n{/* figure-1 */}\n\n[^2]: Nor when.\n',
    );
  });

  test('gives the metadata in its head, and the works of its list field by field', async () => {
    const written = await imported;
    expect(settings(written).paper).toMatchObject({
      journal: { en: 'Journal of Dry Places' },
      year: 2019,
      volume: '4',
      issue: '2',
      pages: [41, 58],
      DOI: '10.5555/wells.2019.4',
      keywords: { en: ['wells', 'drought'] },
    });
    expect(JSON.parse(written.files.get('works.json') ?? '')).toMatchObject([
      {
        id: 'hill-2010',
        type: 'book',
        title: 'Stones That Speak',
        author: [{ family: 'Hill', given: 'Joan' }],
        publisher: 'Blue Press',
        'publisher-place': 'Leeds',
        issued: { 'date-parts': [[2010]] },
      },
    ]);
  });

  test('has no label in its abstract, even if the abstract begins with one', async () => {
    const made = await importBytes(
      strToU8(
        '<?xml version="1.0"?><article xml:lang="zh"><front><article-meta><title-group><article-title>井与轮值</article-title></title-group><abstract><p>摘要：公井是共同的工作。</p></abstract></article-meta></front><body><p>三个村庄轮流打水。</p></body></article>',
      ),
    );
    expect(chapter(made, '0-introduction', 'zh')).toContain('{/* abstract */} 公井是共同的工作。');
  });

  test('may have a caption above its table', async () => {
    const cells = (...row: string[]): string => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const made = await importBytes(
      strToU8(
        `<?xml version="1.0"?><article xml:lang="en"><front><article-meta><title-group><article-title>Wells</article-title></title-group><contrib-group><contrib><name><surname>Marsh</surname></name></contrib></contrib-group></article-meta></front><body><p>Three villages drew by turns.</p><p>Table 2 Rounds by village</p><table-wrap><table>${cells('Village', 'Rounds')}${cells('Uppham', '3')}</table></table-wrap></body></article>`,
      ),
    );
    expect(exhibit(made, 'table-2')).toMatchObject({ title: { en: 'Rounds by village' } });
    expect(made.ledger.doubts).toEqual([]);
  });

  test('may give a name as a whole', async () => {
    const names = ['Ada Brook', '<surname>Reed</surname>, <given-names>Joan</given-names>', '林一舟'];
    const contributors = names.map(
      (name) => `<contrib contrib-type="author"><string-name>${name}</string-name></contrib>`,
    );
    const written = await importBytes(
      strToU8(
        `<article xml:lang="en"><front><article-meta><title-group><article-title>Wells</article-title></title-group><contrib-group>${contributors.join('')}</contrib-group></article-meta></front><body><p>The wells stand in three villages.</p></body></article>`,
      ),
    );
    expect(settings(written).paper.authors).toEqual([
      { en: { family: 'Brook', given: 'Ada' } },
      { en: { family: 'Reed', given: 'Joan' } },
      { en: { family: '林', given: '一舟' } },
    ]);
  });

  const article = (
    body: string,
    { back = '', after = '', people = '', lang = 'en' } = {},
  ): Promise<Imported> =>
    importBytes(
      strToU8(
        `<article xml:lang="${lang}"><front><article-meta><title-group><article-title>Wells</article-title></title-group><contrib-group>${people}</contrib-group></article-meta></front><body>${body}</body><back>${back}</back>${after}</article>`,
      ),
    );
  const text = '<p>Three villages drew by turns.</p>';

  test('has figures and tables that the file lists after the text where the text first refers to them', async () => {
    const table = (id: number): string =>
      `<table-wrap id="t${id}"><label>Table ${id}</label><caption><p>Rounds</p></caption><table><tr><th>Year</th><th>Rounds</th></tr><tr><td>1961</td><td>40</td></tr></table></table-wrap>`;
    const made = await article(
      `<sec><title>Rounds</title><p>See <xref ref-type="table" rid="t2">Table 2</xref>.</p>${text}</sec>`,
      { after: `<floats-group>${table(1)}${table(2)}</floats-group>` },
    );
    expect(chapter(made, '0-introduction')).toBe(
      '{/* 0.0.1 */} See Table 2.\n\n{/* table-2 */}\n\n{/* 0.0.2 */} Three villages drew by turns.\n\n{/* table-1 */}\n',
    );
  });

  test('names institutions, and writes the name that is in its language', async () => {
    const names = '<name xml:lang="en"><surname>Lin</surname><given-names>Yizhou</given-names></name>';
    const made = await article('<p>三个村庄轮流打水，碑文只有九十六个字。</p>', {
      lang: 'zh',
      people: `<contrib><name-alternatives>${names}<name xml:lang="zh"><surname>林</surname><given-names>一舟</given-names></name></name-alternatives></contrib>`,
      back: `<ref-list><ref id="r1"><element-citation publication-type="book"><person-group person-group-type="author"><collab>Office of Wells</collab>${names}</person-group><source>Stones</source><year>2010</year></element-citation></ref><ref id="r2"><mixed-citation publication-type="thesis">${names}. <source>Rounds</source>, <institution>Leeds College</institution>, <year>2011</year>, <supplement>2</supplement></mixed-citation></ref></ref-list>`,
    });
    expect(settings(made).paper.authors).toEqual([{ zh: { family: '林', given: '一舟' } }]);
    const lin = { family: 'Lin', given: 'Yizhou' };
    expect(JSON.parse(made.files.get('works.json') ?? '')).toMatchObject([
      { author: [{ literal: 'Office of Wells' }, lin], title: 'Stones' },
      {
        author: [lin],
        publisher: 'Leeds College',
        issue: 'Suppl. 2',
        custom: { printed: 'Lin Yizhou. Rounds, Leeds College, 2011, 2' },
      },
    ]);
  });

  test('keeps the labels and titles of boxes, statements, lists and their items', async () => {
    const items = ['<p>one;</p>', '<p>two.</p>'].map((item) => `<list-item>${item}</list-item>`).join('');
    const labelled = (one: string, two: string): string =>
      items.replace('<p>one', `<label>${one}</label><p>one`).replace('<p>two', `<label>${two}</label><p>two`);
    const made = await article(
      [
        `<sec><title>Rounds</title>${text}`,
        '<statement><label>Rule 1</label><title>Turns</title><p>Nobody draws twice.</p></statement>',
        '<boxed-text><label>Box 1</label><caption><title>Signs?</title></caption><p>Nobody reads them.</p></boxed-text>',
        `<list list-type="order"><title>Rules</title>${labelled('(a)', '(b)')}</list>`,
        `<p>Then:</p><list list-type="roman-lower">${items}</list>`,
        `<p>Then:</p><list list-type="simple">${labelled('4.', '5.')}</list>`,
        `<sec><label>7</label><p>Nobody counts.</p></sec></sec><sec><title>Signs</title>${text}</sec>`,
      ].join(''),
    );
    expect(chapter(made, '0-introduction')?.split('\n\n').slice(1)).toEqual([
      '> **Rule 1. Turns.** Nobody draws twice.',
      '{/* 0.0.2 */} **Box 1.** **Signs?**',
      '{/* 0.0.3 */} Nobody reads them.',
      '{/* 0.0.4 */} **Rules.**',
      '* (a) one;\n* (b) two.',
      '{/* 0.0.5 */} Then:',
      '* (i) one;\n* (ii) two.',
      '{/* 0.0.6 */} Then:',
      '4. one;\n5. two.',
      '{/* 0.0.7 */} **7.** Nobody counts.\n',
    ]);
  });

  test('keeps the blocks of a cell apart, and the notes and sources of its figures and tables', async () => {
    const made = await article(
      `${text}<table-wrap><label>Table 1</label><caption><p>Rounds</p></caption><table><tr><th>Year</th><th>Village</th></tr><tr><td>1961<xref ref-type="table-fn" rid="n1"><sup>2</sup></xref></td><td><p>Uppham</p><p>Lowham</p><fn><p>By word.</p></fn></td></tr></table><table-wrap-foot><fn id="n1"><label>2</label><p>In spring.</p></fn><attrib>The stone.</attrib></table-wrap-foot></table-wrap><fig><label>Figure 1</label><caption><p>The well</p></caption><attrib>Photograph: A. Marsh.</attrib></fig>`,
    );
    expect(exhibit(made, 'table-1')).toMatchObject({
      rows: [{ cells: { c1: { en: '1961²' }, c2: { en: 'Uppham Lowham *' } } }],
      source: { en: '* By word. 2 In spring. The stone.' },
    });
    expect(exhibit(made, 'figure-1')).toMatchObject({ source: { en: 'Photograph: A. Marsh.' } });
  });

  test('reads notes after the text as text, unless they are of a kind that belongs to the journal', async () => {
    const made = await article(text, {
      back: '<notes><title>Notes</title><p>The keeper told me.</p></notes><notes notes-type="data"><p>The depths are in the archive.</p></notes><notes><title>Marks</title><fn-group><fn><p>Nobody cites me.</p></fn></fn-group></notes><fn-group><title>Pictures</title><fn fn-type="other"><p>The stone, by Ada Marsh.</p></fn></fn-group>',
    });
    expect(settings(made).chapters.map(({ title }: { title: object }) => title)).toEqual([
      { en: 'Introduction' },
      { en: 'Notes' },
      { en: 'Pictures' },
    ]);
    expect(chapter(made, '2-section')).toContain('The stone, by Ada Marsh.');
    expect(made.ledger.leftOut.map((one) => one.text)).toEqual([
      'The depths are in the archive.',
      'Nobody cites me.',
    ]);
  });

  test('keeps the text of a note in a CDATA section', async () => {
    const made = await article('<p>Three villages drew by turns.<xref ref-type="fn" rid="n1">1</xref></p>', {
      back: '<fn-group><fn id="n1"><label>1</label><![CDATA[Depths & turns.]]></fn></fn-group>',
    });
    expect(chapter(made, '0-introduction')).toContain('[^1]: Depths & turns.');
  });

  test('links each work that a mark names', async () => {
    const works = ['Hill, J. (2010). Stones.', 'Reed, T. (2011). Turns.', 'Marsh, A. (2012). Signs.'];
    const link = (rid: string, mark: string): string => `<xref ref-type="bibr" rid="${rid}">${mark}</xref>`;
    const made = await article(
      `<p>So it is (${link('r1 r2', 'Hill, 2010; Reed, 2011')}), and so it was [${link('r1 r2 r3', '1–3')}] and will be [${link('r2 r3', '2,3')}].</p>`,
      {
        back: `<ref-list>${works.map((work, i) => `<ref id="r${i + 1}"><mixed-citation>${work}</mixed-citation></ref>`).join('')}</ref-list>`,
      },
    );
    expect(chapter(made, '0-introduction')).toBe(
      '{/* 0.0.1 */} So it is ([Hill, 2010](work:hill-2010); [Reed, 2011](work:reed-2011)), and so it was \\[[1](work:hill-2010)–[3](work:marsh-2012)] and will be \\[[2](work:reed-2011),[3](work:marsh-2012)].\n',
    );
  });

  test('says which translations and reviews of it are not imported', async () => {
    const made = await article(text, {
      after:
        '<sub-article article-type="translation" xml:lang="fr"><body><p>Les puits.</p></body></sub-article>',
    });
    expect(made.ledger.doubts.map(({ reason }) => reason)).toContain(
      'a part of the file is not imported: translation (fr), 10 characters',
    );
  });

  test('may have signs above letters in formulas in several characters', async () => {
    const over = (sign: string): string =>
      `<inline-formula><mml:math><mml:msub><mml:mover><mml:mi>b</mml:mi><mml:mo>${sign}</mml:mo></mml:mover><mml:mi>i</mml:mi></mml:msub></mml:math></inline-formula>`;
    const made = await article(
      `<p>The means ${['‾', '\u0302', '\u0304', '^'].map(over).join(', ')} grow.</p>`,
    );
    expect(chapter(made, '0-introduction')).toContain(
      'The means $$\\overline{b}_{i}$$, $$\\hat{b}_{i}$$, $$\\bar{b}_{i}$$, $$\\hat{b}_{i}$$ grow.',
    );
  });

  test('leaves out the journal’s information and the abstract in another language', async () => {
    const { ledger, files } = await imported;
    expect([...files.values()].join('\n')).not.toMatch(/owns no well|Les puits/);
    expect(ledger.leftOut.map(({ text }) => text)).toEqual([
      'Les puits publics sont une œuvre commune.',
      'The author owns no well.',
    ]);
    expect(exhibit(await imported, 'table-1')).toMatchObject({ source: { en: 'the stone.' } });
  });
});

describe('a document of Word', () => {
  const fraction =
    '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>';
  const imported = importBytes(
    layDocx(
      [
        styled('a', 'Wells and Rounds'),
        paragraph('Ada Marsh'),
        styled('1', 'Introduction'),
        paragraph(
          `${run('In the ')}${run('dry', '<w:i/>')}${run(' year three villages argued for eleven days')}${noteMark(2)}${run(' about the share ')}${fraction}${run(' of a single well.')}`,
        ),
        paragraph(`<m:oMathPara>${fraction}</m:oMathPara>`),
        styled('q', 'Nobody draws twice.'),
        item('one rule;'),
        item('another.'),
        styled(
          'c',
          `${run('Table ')}<w:fldSimple w:instr="SEQ Table">${run('1')}</w:fldSimple>${run('. Rounds by year')}`,
        ),
        table([
          ['Year', 'Rounds'],
          ['1961', '40'],
        ]),
        styled('1', 'References'),
        paragraph('Hill, Joan. 2010. Stones That Speak. Leeds: Blue Press.'),
      ].join(''),
      { 2: 'The villages are unnamed.' },
    ),
  );

  test('becomes chapters with its notes, lists, quotations, formulas and tables', async () => {
    const written = await imported;
    expect(settings(written).paper).toMatchObject({
      title: { en: 'Wells and Rounds' },
      authors: [{ en: { family: 'Marsh', given: 'Ada' } }],
    });
    expect(chapter(written, '0-introduction')).toBe(
      [
        '{/* 0.0.1 */} In the *dry* year three villages argued for eleven days[^1] about the share $$\\frac{a}{b}$$ of a single well.',
        '$$\n\\frac{a}{b}\n$$',
        '> Nobody draws twice.',
        '* one rule;\n* another.',
        '{/* table-1 */}',
        '[^1]: The villages are unnamed.\n',
      ].join('\n\n'),
    );
    expect(exhibit(written, 'table-1')).toMatchObject({ type: 'table', title: { en: 'Rounds by year' } });
    expect(written.paper.references).toHaveLength(1);
    expect(written.ledger.doubts).toEqual([]);
  });

  test('has the authors and captions that Pandoc marks by styles', async () => {
    const written = await importBytes(
      layDocx(
        [
          styled('a', 'Wells and Rounds'),
          styled('Author', 'Ada Marsh'),
          styled('Author', 'Ben Hill'),
          styled('1', 'Rounds'),
          paragraph(
            'In the dry year three villages argued for eleven days about the share of a single well.',
          ),
          styled('TableCaption', 'Rounds by year'),
          table([
            ['Year', 'Rounds'],
            ['1961', '40'],
          ]),
        ].join(''),
        {},
      ),
    );
    expect(settings(written).paper).toMatchObject({
      authors: [{ en: { family: 'Marsh', given: 'Ada' } }, { en: { family: 'Hill', given: 'Ben' } }],
    });
    expect(exhibit(written, 'table-1')).toMatchObject({ type: 'table', title: { en: 'Rounds by year' } });
    expect(written.ledger.leftOut).toEqual([]);
  });

  test('has its headings by their outline levels, whatever their styles are called', async () => {
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
      style('Own', '<w:basedOn w:val="1"/>'),
      style('Level', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('Body', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    ];
    const line = 'Three villages argued for eleven days about the share of a single well. ';
    const written = await importBytes(
      layDocx(
        [
          paragraph('Wells and Rounds'),
          styled('Own', 'Rounds'),
          styled('Body', line),
          styled('Level', 'Turns'),
          styled('Level', line.repeat(2)),
          paragraph('Table 1', '<w:outlineLvl w:val="0"/>'),
          paragraph('Signs', '<w:outlineLvl w:val="0"/>'),
          paragraph(line),
        ].join(''),
        {},
        {
          'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles.join('')}</w:styles>`,
        },
      ),
    );
    expect(settings(written).chapters.map(({ title }: { title: object }) => title)).toEqual([
      { en: 'Rounds' },
      { en: 'Signs' },
    ]);
    expect(chapter(written, '0-introduction')).toContain(
      '## {/* 0.1 */} Turns\n\n{/* 0.1.1 */} Three villages',
    );
    expect(written.ledger.leftOut).toEqual([]);
  });

  test('leaves out its table of contents, by its styles or as a field, with its heading', async () => {
    const line =
      '石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。';
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const written = await importBytes(
      layDocx(
        [
          styled('a', '井水与轮次'),
          paragraph('王永年'),
          paragraph('目  录'),
          paragraph(
            `${sign('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${sign('separate')}${run('一、石刻')}${sign('begin')}${sign('end')}`,
          ),
          paragraph('二、余下的井 5'),
          paragraph(sign('end')),
          styled('T', '图1 井 3'),
          styled('1', '一、石刻'),
          paragraph(line),
          styled('1', '二、余下的井'),
          paragraph(line),
        ].join(''),
        {},
        {
          'word/styles.xml':
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="table of figures"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>',
        },
      ),
    );
    expect(settings(written).paper).toMatchObject({
      title: { zh: '井水与轮次' },
      authors: [{ zh: { family: '王', given: '永年' } }],
    });
    expect(written.ledger.doubts).toEqual([]);
    expect(written.ledger.leftOut.map((one) => one.text)).toEqual(['目录 一、石刻 二、余下的井 5 图1 井 3']);
  });

  test('leaves out the notes on its title and authors, and joins its subtitle to the title', async () => {
    const line =
      '石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。';
    const written = await importBytes(
      layDocx(
        [
          styled('a', `${run('井水与轮次')}${noteMark(1)}`),
          styled('Subtitle', '石坪县东乡的故事'),
          styled('Author', `${run('王永年 林一舟')}${noteMark(2)}`),
          styled('Author', '石坪大学史学院'),
          styled('1', '一、石刻'),
          paragraph(`${run(line)}${noteMark(3)}`),
          styled('1', '二、余下的井'),
          paragraph(line),
        ].join(''),
        { 1: '本文是一项研究的成果。', 2: '王永年在石坪教书。', 3: '见县志。' },
      ),
    );
    expect(settings(written).paper).toMatchObject({
      title: { zh: '井水与轮次：石坪县东乡的故事' },
      authors: [{ zh: { family: '王', given: '永年' } }, { zh: { family: '林', given: '一舟' } }],
    });
    expect(chapter(written, '1-section', 'zh')).toContain('看。[^1]\n\n[^1]: 见县志。');
    expect(written.ledger.doubts).toEqual([]);
    expect(written.ledger.leftOut.map((one) => one.text)).toEqual([
      '石坪大学史学院',
      '本文是一项研究的成果。',
      '王永年在石坪教书。',
    ]);
  });

  test('may break an entry of its list over two paragraphs', async () => {
    const entries = [
      '王永年. 论井[J].石坪大学学',
      '报, 2012(12): 66–68.',
      '林一舟. 论轮次[J].石坪文史,',
      '2013(2): 8.',
      'Hill, Joan. Stones That Speak,',
      'and fall. Leeds: Blue Press, 2010',
      '2 Reed, Tom. Turns. Leeds: Blue Press, 2011.',
    ];
    const written = await importBytes(
      layDocx(
        [
          styled('a', 'Wells and Rounds'),
          styled('1', 'Rounds'),
          paragraph('Three villages argued for eleven days about the share of a single well.'),
          styled('1', 'References'),
          ...entries.map((one) => paragraph(one)),
        ].join(''),
        {},
      ),
    );
    expect(written.paper.references.map(({ content }) => content.text)).toEqual([
      '王永年. 论井[J].石坪大学学报, 2012(12): 66–68.',
      '林一舟. 论轮次[J].石坪文史, 2013(2): 8.',
      'Hill, Joan. Stones That Speak, and fall. Leeds: Blue Press, 2010',
      '2 Reed, Tom. Turns. Leeds: Blue Press, 2011.',
    ]);
  });

  test('names its author and title on the cover of a thesis', async () => {
    const line =
      '石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。';
    const cover = [
      '石坪大学',
      '硕士专业学位论文',
      '井水与轮次',
      '——石坪县东乡的故事',
      '作者：王永年',
      '导师：林一舟',
      '2020年5月',
    ];
    const written = await importBytes(
      layDocx(
        [
          ...cover.map((one) => paragraph(one)),
          paragraph('摘  要'),
          paragraph(line),
          styled('1', '一、石刻'),
          paragraph(line),
          styled('1', '二、余下的井'),
          paragraph(line),
        ].join(''),
        {},
      ),
    );
    expect(settings(written).paper).toMatchObject({
      title: { zh: '井水与轮次——石坪县东乡的故事' },
      authors: [{ zh: { family: '王', given: '永年' } }],
      year: 2020,
    });
  });

  test('has the labels of a cover in a table, and its abstract after pages of declarations', async () => {
    const line =
      '石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。';
    const short = '后来的人都不知道究竟是谁所刻，又刻给谁看。';
    const written = await importBytes(
      layDocx(
        [
          table([
            ['石坪大学', '2020-01'],
            ['档案', ''],
          ]),
          table([
            ['题  目：', '井水与轮次'],
            ['', '——石坪县东乡的故事'],
            ['学生姓名', '王永年'],
            ['导  师', '林一舟'],
            ['提交日期', '2020年5月10日'],
          ]),
          styled('1', '独创性声明'),
          ...Array.from({ length: 20 }, () => paragraph(line)),
          styled('1', '摘要'),
          paragraph(line),
          paragraph(short),
          paragraph('关键词：井；轮次'),
          styled('1', '一、石刻'),
          paragraph(line),
          styled('1', '二、余下的井'),
          paragraph(line),
        ].join(''),
        {},
      ),
    );
    expect(settings(written).paper).toMatchObject({
      title: { zh: '井水与轮次——石坪县东乡的故事' },
      authors: [{ zh: { family: '王', given: '永年' } }],
      year: 2020,
    });
    expect(chapter(written, '0-introduction', 'zh')).toMatch(
      new RegExp(`^\\{/\\* abstract \\*/\\} ${line}\n\n${short}\n`),
    );
    expect([...written.files.keys()].filter((name) => name.startsWith('exhibits/'))).toEqual([]);
  });

  test('has for its title a heading above the authors', async () => {
    const line = 'In the dry year three villages argued for eleven days about the share of a single well.';
    const written = await importBytes(
      layDocx(
        [
          styled('1', 'Wells and Rounds'),
          styled('Author', ' '),
          styled('Author', 'Ada Marsh'),
          styled('1', 'Abstract'),
          paragraph(line),
          styled('1', 'Rounds'),
          paragraph(line),
        ].join(''),
        {},
      ),
    );
    expect(written.paper).toMatchObject({
      title: 'Wells and Rounds',
      authors: [{ family: 'Marsh', given: 'Ada' }],
    });
  });

  test('has its headings by their numbers if it has no styles', async () => {
    const line =
      '石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里，又刻给谁看。';
    const written = await importBytes(
      layDocx(
        [
          paragraph('井水与轮次'),
          paragraph('王永年'),
          paragraph(line),
          paragraph('一、从口约到石刻'),
          paragraph(line),
          paragraph('二、余下的井'),
          paragraph(line),
        ].join(''),
        {},
      ),
    );
    expect(settings(written).chapters.map(({ title }: { title: object }) => title)).toEqual([
      { zh: '引言' },
      { zh: '从口约到石刻' },
      { zh: '余下的井' },
    ]);
  });

  test('may have any sign above a letter in a formula, and says if it cannot be set', async () => {
    const over = (sign: string): string =>
      `<m:oMath><m:acc><m:accPr><m:chr m:val="${sign}"/></m:accPr><m:e><m:r><m:t>b</m:t></m:r></m:e></m:acc></m:oMath>`;
    const made = await importBytes(
      layDocx(
        styled('a', 'Wells and Rounds') +
          paragraph(
            run('The means ') +
              ['\u0306', '\u030C', '\u0301', '\u0332', '\u20E1'].map(over).join(run(', ')) +
              run(' grow.'),
          ) +
          paragraph(run('So does ') + over('\u0331') + run(' in each.')),
        {},
      ),
    );
    expect(chapter(made, '0-introduction')).toContain(
      'The means $$\\breve{b}$$, $$\\check{b}$$, $$\\acute{b}$$, $$\\underline{b}$$, $$\\overleftrightarrow{b}$$ grow.',
    );
    expect(made.ledger.doubts.map(({ reason }) => reason)).toContain(
      'a formula could not be converted to TeX; its characters are in the text',
    );
  });

  test('may have a table in a note, and matches endnotes like footnotes', async () => {
    const text = (kind: string, mark: string): string =>
      paragraph(
        `${run('Three villages argued for eleven days about a well that no map shows.')}${mark}${run(` They had ${kind}.`)}`,
      );
    const cells = `Rounds by year:${table([
      ['Year', 'Rounds'],
      ['1961', '40'],
    ])}`;
    const atEnd = strFromU8(unzipSync(layDocx('', { 3: 'Seen in spring.' }))['word/footnotes.xml']!);
    const written = await importBytes(
      layDocx(
        [
          styled('a', 'Wells and Rounds'),
          paragraph('Ada Marsh'),
          styled('1', 'Rounds'),
          text('rules', noteMark(2)),
          text('a stone', noteMark(3).replace('footnote', 'endnote')),
        ].join(''),
        { 2: cells },
        {
          'word/endnotes.xml': atEnd.replaceAll('footnote', 'endnote'),
          'word/_rels/document.xml.rels': strFromU8(
            unzipSync(layDocx('', {}))['word/_rels/document.xml.rels']!,
          ).replace(
            /<Relationship [^>]*footnotes[^>]*>/,
            (one) => one + one.replaceAll('footnotes', 'endnotes').replace(/Id="\w+"/, 'Id="r9"'),
          ),
        },
      ),
    );
    expect(chapter(written, '0-introduction')).toBe(
      [
        '{/* 0.0.1 */} Three villages argued for eleven days about a well that no map shows.[^1] They had rules.',
        '{/* 0.0.2 */} Three villages argued for eleven days about a well that no map shows.[^2] They had a stone.',
        '[^1]: Rounds by year: Year | Rounds; 1961 | 40',
        '[^2]: Seen in spring.\n',
      ].join('\n\n'),
    );
  });
});

describe('input that is not a paper is refused in a sentence', () => {
  const article = (text: string): string => `<?xml version="1.0"?>${text}`;
  const whole = layDocx(paragraph('Text of a paper.'), {});

  test.each([
    [
      'a packed file of another kind',
      zipSync({ mimetype: strToU8('application/epub+zip') }),
      'not a Word document',
    ],
    ['a document that is cut off', whole.slice(0, whole.length / 2), 'damaged'],
    [
      'a document without its text',
      layDocx(paragraph('x'), {}, { 'word/document.xml': '<w:document' }),
      'damaged',
    ],
    [
      'a document that declares entities',
      layDocx('', {}, { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'declares entities',
    ],
    ['an article that is cut off', article('<article><front><article-meta>'), 'line 1'],
    ['XML of another kind', article('<TEI><text/></TEI>'), '<TEI>'],
    [
      'a page without text',
      '<!DOCTYPE html><html><body><nav><p>Home</p></nav></body></html>',
      'no paragraph',
    ],
    ['elements without end', `<!DOCTYPE html>${'<div>'.repeat(100_000)}<p>x</p>`, 'thousands deep'],
    ['bytes of no encoding', new Uint8Array([...strToU8('<html><p>'), 0xff, 0xff, 0xff]), 'encoding'],
  ])('%s', async (_, bytes, said) => {
    expect(await refusalOf(bytes)).toContain(said);
  });

  test('a document that expands enormously', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusalOf(bomb)).toContain('64 MB');
  });

  test('entities that expand, or refer to another file, are never read', async () => {
    const entities =
      '<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const body = (entity: string): string =>
      article(
        `${entities}<article><front/><body><p>Text of a paper, ${entity} it says.</p></body></article>`,
      );
    expect(await refusalOf(body('&b;'))).toContain('entity');
    expect(await refusalOf(body('&f;'))).toContain('entity');
    expect(await refusalOf(body('that is what'))).toBe('was read');
  });
});

describe('any content of a text is imported unchanged', () => {
  const pieces = [
    'word',
    '中文',
    '。',
    '（',
    '“quoted”',
    '*',
    '_',
    '$',
    '$$',
    '{/* 1.0.1 */}',
    '<b>',
    '[^1]',
    ' ',
    '10~20',
    '\\',
    '`x`',
    '!',
    'import x',
    'www.a.example',
    '~~',
    'a_b',
    '1. ',
    '- ',
    '# ',
  ];
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // A fixed pseudo-random sequence, so that failures are reproducible.
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const inline = (depth: number): string =>
    Array.from({ length: 1 + next(4) }, () => {
      const inside =
        depth > 2 || next(3) === 0 ? escaped(pieces[next(pieces.length)] ?? '') : inline(depth + 1);
      return [
        inside,
        `<em>${inside}</em>`,
        `<strong>${inside}</strong>`,
        `<a href="https://a.example/(b)">${inside}</a>`,
        `<sup>${inside}</sup>`,
      ][next(5)];
    }).join('');

  test('under any nesting of emphasis and links', async () => {
    const paragraphs = Array.from(
      { length: isWhole ? 400 : 100 },
      () => `<p>Begin ${inline(0)} and end.</p><ul><li>x ${inline(0)}</li></ul>`,
    );
    // importBytes checks that the written files parse to the same text.
    const { paper } = await page(`<h1>Wells and Rounds</h1><h2>One</h2>${paragraphs.join('')}`);
    expect(paper.sections.at(-1)?.blocks.length).toBe(2 * paragraphs.length);
  });
});
