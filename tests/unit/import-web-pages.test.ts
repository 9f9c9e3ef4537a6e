import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chapter, importBytes, page } from '../support/import-bytes.ts';

const WELL = 'Three villages argued for eleven days about the water of a single well.';
const STONE = 'Nobody has ever found out who cut the ninety-six signs of the stone.';

/** A page with two marked paragraphs, the end of each given, and what follows them. */
const marked = (first: string, second: string, behind: string, head?: string) =>
  page(`<h1>Wells and Rounds</h1><p>${WELL}${first}</p><p>${STONE}${second}</p>${behind}`, head);

describe('the notes of a web page', () => {
  const link = (n: number): string => `<a href="#fn${n}" id="r${n}"><sup>${n}</sup></a>`;
  const absolute = (n: number, to = ''): string =>
    `<a href="https://example.org/wells/#fn${to}${n}" id="fnref${n}">[${n}]</a>`;
  const word = (n: number, to = ''): string => `<a href="file:///C:/wells.docx#_ftn${to}${n}">[${n}]</a>`;

  test.each([
    [
      'begin with the volume of a journal, not with a label',
      [link(1), link(2), '<ol><li id="fn1">632 F. Well 431.</li><li id="fn2">2 Wells 7.</li></ol>'],
      ['632 F. Well 431.', '2 Wells 7.'],
    ],
    [
      'are inline elements with paragraphs in them',
      [
        link(1),
        link(2),
        '<div>' +
          [1, 2]
            .map((n) => `<span id="fn${n}"><p><a href="#r${n}"><sup>${n}</sup></a> Dry ${n}x.</p></span>`)
            .join('') +
          '</div>',
      ],
      ['Dry 1x.', 'Dry 2x.'],
    ],
    [
      'are lines of one paragraph',
      [
        link(1),
        link(2),
        '<p><a name="fn1"><sup>1</sup></a> It was dry.<br><br><a name="fn2"><sup>2</sup></a> It was cut.</p>',
      ],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'have links with the full address of the page',
      [absolute(1), absolute(2), '<p id="fn1">1. It was dry.</p><p id="fn2">2. It was cut.</p>'],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'have no ids, but lead back to their marks',
      [word(1), word(2), `<p>${word(1, 'ref')} It was dry.</p><p>${word(2, 'ref')} It was cut.</p>`],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'have arrows before their labels',
      [
        link(1),
        link(2),
        '<div id="fn1"><a href="#r1">↑</a>1 It was dry.</div><div id="fn2"><span>↑</span> 2 It was cut.</div>',
      ],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'have labels that are raised, or without a space after them, and arrows that lead nowhere',
      [
        link(1),
        link(2),
        '<div id="fn1"><sup>1</sup><p>It was dry. <a href="#">↩</a></p></div><p id="fn2"><span>[2]</span><em>It</em> was cut.</p>',
      ],
      ['It was dry.', '*It* was cut.'],
    ],
    [
      'have links that unfold them',
      [
        link(1),
        link(2),
        '<ol><li id="fn1">It was dry.<a href="#" class="more">Show More</a></li><li id="fn2">It was <a href="#">cut</a>. <a href="javascript:void(0)">Copy</a></li></ol>',
      ],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'are under the heading Footnotes',
      ['<sup>1</sup>', '<sup>2</sup>', '<h2>Footnotes</h2><ol><li>It was dry.</li><li>It was cut.</li></ol>'],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'are numbered paragraphs at the end, of which only the numbers tell',
      [
        '<sup>1</sup>',
        '<sup>2</sup>',
        '<hr><p><sup>1</sup>It was dry.</p><p>Long.</p><p><sup>2</sup> It was cut.</p>',
      ],
      ['It was dry. Long.', 'It was cut.'],
    ],
    [
      'have marks in brackets without links',
      ['[1]', ' [2]', '<p>[1]. It was dry.</p><p>[2]. It was cut.</p>'],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'are within the line, each with its number',
      [
        '<button>1</button><cite class="footnote"><span><i>1</i> It was dry.</span></cite>',
        '<span class="ltx_note"><sup>2</sup><span><sup>2</sup><b>2</b>It was cut.</span></span>',
        '',
      ],
      ['It was dry.', 'It was cut.'],
    ],
    [
      'are hidden behind their marks, or custom elements',
      [
        '<sup>1</sup><span style="display: none">It was dry.</span>',
        '<d-footnote>It was <em>cut</em>.</d-footnote>',
        '',
      ],
      ['It was dry.', 'It was *cut*.'],
    ],
    [
      'are within the line and repeat the numbers of their marks',
      [
        `${link(1)}<span class="right"><b>1.</b> It was dry.</span>`,
        `${link(2)}<span><i>2.</i>It was cut.</span>`,
        '',
      ],
      ['It was dry.', 'It was cut.'],
    ],
  ] as const)('%s', async (_, [first, second, behind], notes) => {
    const written = await marked(first, second, behind);
    expect(chapter(written, '0-introduction')).toBe(
      `{/* 0.0.1 */} ${WELL}[^1]\n\n{/* 0.0.2 */} ${STONE}[^2]\n\n[^1]: ${notes[0]}\n\n[^2]: ${notes[1]}\n`,
    );
  });

  test('are not those of another page', async () => {
    const written = await marked(
      '<a href="https://example.org/lakes#fn1">1</a>',
      '<a href="/wells#fn1">2</a>',
      '<p id="fn1">1. It was dry.</p>',
      '<title>Wells and Rounds</title><link rel="canonical" href="https://example.org/wells">',
    );
    expect(chapter(written, '0-introduction')).toContain(
      `${WELL}[1](https://example.org/lakes#fn1)\n\n{/* 0.0.2 */} ${STONE}[^1]`,
    );
  });

  test('do not begin with a remark, and end with the next heading', async () => {
    const { paper } = await marked('', '', `<p>Note:</p><p>${WELL}</p><h2>Rain</h2><p>${STONE}</p>`);
    expect(paper.notes).toEqual([]);
    const numbered = await marked(
      '<sup>1</sup>',
      '',
      `<p>Note:</p><p>1. Dry.</p><h3>Rain</h3><p>${STONE}</p>`,
    );
    expect(numbered.paper.notes).toHaveLength(1);
    expect(chapter(numbered, '1-section')).toBe(`{/* 1.0.1 */} ${STONE}\n`);
  });

  test('do not include a list of works under the heading References and notes', async () => {
    const { paper } = await marked(
      ' (Hill 2011).',
      '',
      '<h2>References and notes</h2><ol><li>Hill, B. (2011). Old wells. Journal of Wells, 3(1), 7–9.</li></ol>',
    );
    expect(paper).toMatchObject({ notes: [], references: [{ number: 1 }] });
  });
});

describe('the formulas of a web page', () => {
  const SCRIPT = '<script src="https://example.org/mathjax/tex.js"></script>';

  test.each([
    ['in the classes of Pandoc', '<span class="math inline">\\(\\frac{a}{b}\\)</span>', '$$\\frac{a}{b}$$'],
    ['in the classes of Pandoc, without delimiters', '<span class="math inline">a_1</span>', '$$a_1$$'],
    ['in scripts', '<script type="math/tex">a_1</script>', '$$a_1$$'],
    ['in delimiters', `\\(a_1\\) and $b$${SCRIPT}`, '$$a_1$$ and $$b$$'],
    ['in attributes', '<i data-math="a_1"><b aria-hidden="true">a1</b></i>', '$$a_1$$'],
    ['beside a hidden picture', '<math><mi>a</mi></math><img aria-hidden="true" alt="a">', '$$a$$'],
    ['not in sums of money', `$5 and $6${SCRIPT}`, '\\$5 and \\$6'],
    ['not in text that no script typesets', '\\(a\\)', '\\\\(a\\\\)'],
  ])('are read %s', async (_, html, tex) => {
    const written = await marked(` The share is ${html}.`, '', '');
    expect(chapter(written, '0-introduction')).toBe(
      `{/* 0.0.1 */} ${WELL} The share is ${tex}.\n\n{/* 0.0.2 */} ${STONE}\n`,
    );
    expect(written.ledger.doubts).toEqual([]);
  });

  test.each([
    '<p><span class="math display">\\[a_1\\]</span></p>',
    '<script type="math/tex; mode=display">a_1</script>',
    `<p>\\begin{align}a_1\\end{align}${SCRIPT}</p>`,
  ])('may be displayed: %s', async (html) => {
    expect(chapter(await marked('', '', html), '0-introduction')).toMatch(/\n\n\$\$\n.*a_1.*\n\$\$\n$/);
  });

  test('are doubted if only their characters can be read', async () => {
    const { ledger } = await marked(
      ' <mjx-container><mjx-c>a</mjx-c></mjx-container>.',
      '',
      '<mjx-container></mjx-container>',
    );
    expect(ledger.doubts.map(({ reason }) => reason)).toEqual([
      '1 formulas could not be read',
      'a formula could not be converted to TeX; its characters are in the text',
    ]);
  });
});

describe('the part of a web page that is the paper', () => {
  const text = `<p>${WELL} ${STONE}</p>`.repeat(30);
  const LONG = `This paper tells how three villages kept their wells through years of drought, and why they stopped.`;

  test('includes the title, an abstract and an introduction beside it, but no notices', async () => {
    const written = await page(
      `<header><h1>Journal of Wells</h1><h1>Wells and Rounds</h1></header><div><div class="abstract"><p>Abstract: ${LONG}</p></div><section><p>${STONE} ${STONE}</p></section><div class="cookies"><p>${LONG}</p></div><div>${text}</div><div><p>${WELL} ${WELL}</p></div></div>`,
      '<title>Wells and Rounds - Journal of Wells</title><meta name="author" content="Ada Marsh">',
    );
    expect(written.paper.title).toBe('Wells and Rounds');
    expect(chapter(written, '0-introduction')).toContain(
      `{/* abstract */} ${LONG}\n\n{/* 0.0.1 */} ${STONE} ${STONE}\n\n{/* 0.0.2 */} ${WELL} ${STONE}\n\n`,
    );
    expect(written.ledger.doubts.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^\d+ characters of the page are outside /),
      expect.stringMatching(/^the longest paragraph outside the paper begins “Three villages/),
    ]);
  });

  test('ends before what its site says after the text', async () => {
    const written = await page(
      `<h1>Wells and Rounds</h1>${text}<p>${WELL}<a href="#fn1">1</a></p><h2>Notes</h2><ol><li id="fn1">It was dry.</li></ol><p>Topics:</p><ul><li><a href="/wells">Wells</a></li></ul><p>3 May 2020</p><section class="cite-this"><h2>How to cite</h2><p>${WELL}</p></section><footer><p>${STONE}</p></footer>`,
    );
    expect(chapter(written, '0-introduction')).toMatch(/\[\^1\]\n\n\[\^1\]: It was dry\.\n$/);
    expect(written.paper.sections).toHaveLength(1);
    expect(written.ledger.leftOut.map((left) => left.text).join(' ')).toBe(
      `Topics: Wells 3 May 2020 How to cite ${WELL} ${STONE}`,
    );
  });

  test('ends with links to other sites', async () => {
    const written = await marked('', '', '<ul><li><a href="https://example.org/">A book</a></li></ul>');
    expect(chapter(written, '0-introduction')).toContain('* [A book](https://example.org/)');
  });

  test('is not the notes, however long', async () => {
    const written = await marked(
      '<a href="#fn1">1</a>',
      '',
      `<div class="references"><ol><li id="fn1">${STONE.repeat(20)}</li></ol></div>`,
    );
    expect(chapter(written, '0-introduction')).toContain(
      `${WELL}[^1]\n\n{/* 0.0.2 */} ${STONE}\n\n[^1]: Nobody`,
    );
  });

  test('may be hidden until a script shows it', async () => {
    const written = await page(`<p>Loading</p><div hidden><h1>Wells and Rounds</h1>${text}</div>`);
    expect(chapter(written, '0-introduction')).toContain(`{/* 0.0.30 */} ${WELL}`);
  });

  test.each([
    ['aria-hidden="true"', true, undefined],
    ['style="display: none"', true, 'are read'],
    ['hidden', false, 'not read'],
  ])('may have a part in it that is not shown: %s', async (attributes, isRead, doubt) => {
    const hidden = `In the dry year the north well ran out first. ${WELL} ${STONE}`;
    const written = await page(
      `<h1>Wells and Rounds</h1>${text}<div ${attributes}><p>${hidden}</p></div>${text}`,
    );
    expect(chapter(written, '0-introduction')?.includes(hidden)).toBe(isRead);
    expect(written.ledger.doubts.map(({ reason }) => reason)).toEqual(
      doubt === undefined
        ? []
        : [
            expect.stringMatching(
              new RegExp(`^\\d+ characters are hidden on the page and ${doubt}; they begin “In the dry`),
            ),
          ],
    );
  });

  test('has a list of works that a script shows beside the text, whatever the address in its links', async () => {
    const cited = '<a href="references.html#ref-reed" role="doc-biblioref">Reed 2011</a>';
    const written = await page(
      `<h1>Wells and Rounds</h1><p>${WELL} (${cited})</p><p>${STONE}</p><h2>Rounds</h2><p>${WELL}</p><div id="refs" class="references csl-bib-body" role="list" style="display: none"><div id="ref-reed" class="csl-entry">Reed, Mary. 2011. <em>Salt and Silt on the Quay of the Old Harbour at Night</em>. London: Harbour Press Books.</div></div>`,
    );
    expect(written.paper.references).toHaveLength(1);
    expect(chapter(written, '0-introduction')).toContain('([Reed 2011](work:reed-2011))');
    expect(written.ledger.doubts).toEqual([]);
  });

  test('has custom elements as blocks unless they are in a line', async () => {
    const written = await marked(
      ' In <x-year>1961</x-year>.',
      '',
      `<div><b>${WELL}</b><x-text>${STONE}</x-text></div>`,
    );
    expect(chapter(written, '0-introduction')).toContain(`${WELL} In 1961.\n\n`);
    expect(chapter(written, '0-introduction')).toContain(`**${WELL}**\n\n{/* 0.0.4 */} ${STONE}`);
  });
});

describe('the front matter of a web page', () => {
  test.each([
    ['It was a dry year.', 'It was a dry year.'],
    ['It was a dry year.<sup>3</sup>', 'It was a dry year.³'],
    ['Received 3 May 2020.', undefined],
  ])('ends before a short sentence: %s', async (line, opening) => {
    const written = await page(`<h1>Wells and Rounds</h1><p>${line}</p><p>${WELL}</p><p>${STONE}</p>`);
    expect(chapter(written, '0-introduction')?.startsWith(`{/* 0.0.1 */} ${opening ?? WELL}\n`)).toBe(true);
  });

  test('has no button or journal for its author', async () => {
    const head =
      '<title>Wells and Rounds - Dry Law Review</title><meta name="author" content="Dry Law Review">';
    const authorsIn = async (...lines: string[]) =>
      (
        await page(
          `<h1>Wells and Rounds</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<p>${WELL}</p>`,
          head,
        )
      ).paper.authors;
    expect(await authorsIn('<a href="x.pdf">Download PDF</a>')).toEqual([]);
    expect(await authorsIn('<a href="x.pdf">Download PDF</a>', 'Ada Marsh*')).toEqual([
      { family: 'Marsh', given: 'Ada' },
    ]);
    expect(await authorsIn('本章亮点')).toEqual([]);
    expect(
      (await page(`<h1>Wells and Rounds</h1><p>Download PDF</p><p>Ada Marsh</p><p>${WELL}</p>`)).paper.title,
    ).toBe('Wells and Rounds');
  });
});

describe('the authors and the issue of a web page', () => {
  const site = '<title>Wells and Rounds</title><meta property="og:site_name" content="Dry Law Review">';
  const [marsh, laan] = [
    { family: 'Marsh', given: 'Ada' },
    { family: 'van der Laan', given: 'Piet' },
  ];

  test.each([
    ['<h3 class="article-authors">By Ada Marsh<sup class="author">*</sup></h3>', [marsh]],
    ['<div class="meta-author">By Ada Marsh &amp; Piet van der Laan</div>', [marsh, laan]],
    [
      '<ul class="post__authors-list"><li class="post__author">Ada Marsh</li><li class="post__author">Piet van der Laan</li></ul>',
      [marsh, laan],
    ],
    ['<div itemprop="author"><span>Ada Marsh*</span></div>', [marsh]],
    ['<p><a href="/marsh">Ada Marsh</a><b><br>12 Dry L. Rev. 629 (2021)<br>PDF</b></p>', [marsh]],
    ['<div class="author">Written by <a>Dry Law Review</a></div>', []],
  ])('are beside its title: %s', async (byline, authors) => {
    const { paper } = await page(
      `<div><h1>Wells and Rounds</h1>${byline}<p>${WELL} ${STONE}</p><p>${WELL} ${STONE}</p></div><div class="related"><p class="author">Joan Hill</p></div>`,
      `${site}<meta name="author" content="admin">`,
    );
    expect(paper.authors).toEqual(authors);
    const isDoubted = paper.warnings.some(({ reason }) => reason === 'no author’s name was found');
    expect(isDoubted).toBe(authors.length === 0);
  });

  test.each([
    ['<span>12 Dry L. Rev. 629</span>', site, { journal: 'Dry Law Review', volume: '12' }],
    [
      '<ul><li>Volume 12</li> <li>Issue 3</li> <li>April 2021</li></ul>',
      site,
      { journal: 'Dry Law Review', year: 2021, volume: '12', issue: '3' },
    ],
    [
      '<p>12 Dry L. Rev. Online 629 (2021)</p>',
      undefined,
      { journal: 'Dry L. Rev. Online', year: 2021, volume: '12' },
    ],
    [
      '<span>Volume 12</span>',
      '<meta property="og:site_name" content="The Dry Blog">',
      { journal: undefined },
    ],
  ])('are its site’s, or beside its title: %s', async (lines, head, issue) => {
    const { paper } = await page(
      `<div class="menu">Volume 13</div><header><h1>Wells and Rounds</h1>${lines}</header><div><p>${WELL} ${STONE}</p><p>${STONE} ${WELL}</p></div>`,
      head,
    );
    expect(paper).toMatchObject(issue);
  });
});

test('the text of a web page has the lines of verse', async () => {
  const written = await marked(
    '',
    '',
    '<blockquote><p>O well of the north,<br>cold as the moon.</p></blockquote>',
  );
  expect(chapter(written, '0-introduction')).toContain('> O well of the north,\n\n> cold as the moon.\n');
});

test('the text of a web page has the lines of its code', async () => {
  const code = '<pre><code><span>wells =</span> read(\n\n  7)\n<span>x = 1\n</span></code></pre>';
  const written = await marked(code, ' It rained. It rained. It rained.', '');
  expect(chapter(written, '0-introduction')).toContain(
    `{/* 0.0.1 */} ${WELL}\n\n> wells = read(\n\n> 7\\)\n\n> x = 1\n\n{/* 0.0.2 */} ${STONE}`,
  );
  expect(written.ledger.doubts.map(({ reason }) => reason)).toEqual([
    'blocks of code are quoted line by line, without their indents: 1',
  ]);
});

test('a page may have its text in lines of equal width', async () => {
  const [first, second] = [WELL, STONE].map((line) => line.replace(/ (?=about|has ever)/, '\n  '));
  const written = await page(`<h1>Wells and Rounds</h1><pre>${first}\n\n${second}\n</pre>`);
  expect(chapter(written, '0-introduction')).toContain(`{/* 0.0.1 */} ${WELL}\n\n{/* 0.0.2 */} ${STONE}`);
  expect(written.ledger.doubts).toEqual([]);
});

test('a web page is in the declared language even if code outweighs its text', async () => {
  const code = '<pre><code>library(ROI); model = lm(depth, data = wells); plot(model)</code></pre>'.repeat(9);
  const words = '公井大多凿于旱年，碑文很少，所以后来的人只能从轮次推知当时的规矩和争执，谁也说不清楚。';
  const { paper } = await importBytes(
    strToU8(
      `<!DOCTYPE html><html lang="zh-CN"><head><title>井</title></head><body><h1>井水与轮次</h1><p>${words}</p>${code}</body></html>`,
    ),
  );
  expect(paper.lang).toBe('zh-Hans');
});
