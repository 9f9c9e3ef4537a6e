import { describe, expect, test } from 'vitest';
import { parseNotation } from '../../src/markdown/parse.ts';
import type { HtmlOptions } from '../../src/markdown/remark-html.ts';
import { renderBlocks } from '../../src/markdown/render.ts';

const options: HtmlOptions & { edition: string } = {
  edition: 'zh',
  withAnchors: true,
  address: ({ scheme, id }, edition) => `/${edition}/${scheme}/${id}/`,
  segmentAddress: (id) => `/p/${id}/`,
  staleness: () => undefined,
  measure: () => /\d+(?:甲|km)/gu,
  citedIn: (key) => (key === 'hill-1999' ? 'en' : undefined),
  citation: ({ items }) => [{ type: 'text', value: items.map(({ key }) => key).join('+') }],
  labels: () => ({ abstract: 'A', note: (number) => `N${number}`, page: (number) => `P${number}` }),
};

function html(source: string, form: Partial<HtmlOptions> = {}): string {
  const parsed = parseNotation(source, 'zh/1.mdx');
  if ('messages' in parsed) throw new Error(parsed.messages.map(({ reason }) => reason).join('\n'));
  return renderBlocks(parsed.tree.children, { ...options, withAnchors: false, ...form });
}

describe('segments', () => {
  test('a marker becomes an id and a permalink, and leaves no space', () => {
    expect(html('{/* 2.4.2 */} 甲。', { withAnchors: true })).toBe(
      '<p id="p2.4.2"><a href="/p/2.4.2/" class="permalink" data-pagefind-ignore="">2.4.2</a><span id="p2.4.2-1">甲。</span></p>',
    );
  });

  test('the blocks after a marker belong to its segment and continue its numbering', () => {
    expect(html('{/* 1.1.1 */} 甲：\n\n- 乙。\n- 丙。丁。', { withAnchors: true })).toContain(
      '<li><span id="p1.1.1-2">乙。</span></li>\n<li><span id="p1.1.1-3">丙。</span><span id="p1.1.1-4">丁。</span></li>',
    );
  });

  test('a marker alone on its line begins a segment that starts with a quotation', () => {
    expect(html('{/* 1.1.1 */}\n\n> 甲。', { withAnchors: true })).toMatch(/^<blockquote id="p1\.1\.1">/);
  });

  test('outside its chapter, a segment has no ids', () => {
    expect(html('{/* 2.4.2 */} 甲。[^1]乙。\n\n[^1]: 丙。')).not.toContain(' id=');
  });
});

describe('printed pages', () => {
  test('begin inside a sentence without adding to the text', () => {
    expect(html('{/* 1.1.1 */} 人为活动{/* p. 114 */}改变了。')).toBe(
      '<p><span data-unit="1">人为活动<span class="page" data-page="114" title="P114"></span>改变了。</span></p>',
    );
  });

  test('leave one space between Latin words', () => {
    for (const source of ['human {/* p. 8 */}activity.', 'human {/* p. 8 */} activity.']) {
      expect(html(`{/* 1.1.1 */} ${source}`)).toContain(
        'human <span class="page" data-page="8" title="P8"></span>activity.',
      );
    }
  });
});

describe('units', () => {
  test('are those that the editor marks, if any', () => {
    expect(html('{/* 1.1.1 */} 甲。乙。{/* | */}丙。', { withAnchors: true })).toContain(
      '<span id="p1.1.1-1">甲。乙。</span><span id="p1.1.1-2">丙。</span>',
    );
  });

  test('may end inside emphasis or a link, which is then split', () => {
    expect(html('{/* 1.1.1 */} **甲。乙**丙。')).toBe(
      '<p><span data-unit="1"><strong>甲。</strong></span><span data-unit="2"><strong>乙</strong>丙。</span></p>',
    );
  });
});

describe('content that cannot be divided', () => {
  test('a formula or code with a full stop occurs once', () => {
    expect(html('{/* 1.1.1 */} Use `a. B` here, $$n! = n (n-1)!$$ too. Then.').match(/a\. B/g)).toHaveLength(
      1,
    );
  });

  test('a page break at the end of a paragraph is kept', () => {
    expect(html('{/* 1.1.1 */} Text. {/* p. 8 */}')).toContain('data-page="8"');
  });

  test('a paragraph that begins with an exhibit marker loses nothing', () => {
    expect(html('{/* 1.1.1 */} 甲。\n\n{/* figure-1 */} 乙。')).toContain('乙');
  });

  test('alignment in a table is not a style attribute', () => {
    expect(html('{/* 1.1.1 */} 甲。\n\n| a |\n| :-: |\n| b |')).not.toMatch(/align|style/);
  });
});

describe('a table', () => {
  test('has every cell, even in rows that are longer or shorter than its header', () => {
    const table = html('{/* 1.1.1 */} 甲。\n\n| 年 | 数 |\n| - | -: |\n| 1962 | 40 | 多 |\n| 1963 |');
    expect(table.slice(table.indexOf('<table')).replace(/\n/g, '')).toBe(
      '<table><thead><tr><th>年</th><th>数</th><th></th></tr></thead>' +
        '<tbody><tr><td>1962</td><td>40</td><td>多</td></tr><tr><td>1963</td><td></td><td></td></tr></tbody></table></div>',
    );
  });

  test('scrolls if it is wider than the page, and keeps the id of the segment that it begins', () => {
    expect(html('{/* 1.1.1 */}\n\n| 年 |\n| - |\n| 1962 |', { withAnchors: true })).toMatch(
      /^<div id="p1\.1\.1" class="scroll" tabindex="0">\s*<table>/,
    );
  });
});

describe('notes', () => {
  const mark = (number: number) =>
    `<sup><a href="#note-${number}" role="doc-noteref" aria-label="N${number}">${number}</a></sup>`;

  test('keep their numbers from the paper', () => {
    expect(html('{/* 1.1.1 */} 甲[^41]，乙。\n\n[^41]: 丙。')).toContain(
      `<span class="marked">甲${mark(41)}</span>，乙。`,
    );
  });

  test('may occur again and link to the note, which links back to the first', () => {
    const chapter = html('{/* 1.1.1 */} 甲[^2]。乙[^2]。\n\n[^2]: 丙。', { withAnchors: true });
    expect(chapter.match(/ id="note-2-mark"/g)).toHaveLength(1);
    expect(chapter).toContain(`乙<sup data-pagefind-ignore="">${mark(2).slice('<sup>'.length)}`);
  });

  test('stay with the previous character, so that no line begins with a mark', () => {
    expect(html('{/* 1.1.1 */} 甲。[^2]乙。\n\n[^2]: 丙。')).toContain(
      `甲<span class="marked stop">。${mark(2)}</span>`,
    );
  });
});

test('a printed citation has its work’s language, if the page’s is different', () => {
  const source = '{/* 1.1.1 */} 见[Hill, 9](work:hill-1999 "p. 9")和[乙](work:yi-2000)。';
  expect(html(source)).toContain(
    '见<a href="/zh/work/hill-1999/" title="p. 9" lang="en">Hill, 9</a>和<a href="/zh/work/yi-2000/">乙</a>。',
  );
});

describe('Markdown syntax that is unreliable beside Chinese', () => {
  test('emphasis that ends in a full stop', () => {
    expect(html('{/* 1.1.1 */} **强调。**文字')).toContain('<strong>强调。</strong>');
  });

  test('a range written with tildes, and money', () => {
    expect(html('{/* 1.1.1 */} 10~20~30米，5 $或7 $')).toContain('10~20~30米，5 $或7 $');
  });
});

describe('front matter, which Astro would remove and import a layout from, is refused', () => {
  test.each([
    '---\nlayout: x\n---\n',
    '\n---\nlayout: x\n---\n',
    '+++\nlayout = "x"\n+++\n',
    '\uFEFF\n+++\n+++\n',
  ])('%j', (source) => {
    expect(parseNotation(`${source}{/* 1.1.1 */} 甲。`, 'x.mdx')).toMatchObject({
      messages: [{ ruleId: 'no-code' }],
    });
  });
});

describe('code', () => {
  test.each([
    '{process.exit(0)}',
    '甲{process.exit(0)}乙',
    'export const x = 1',
    "import x from 'y'",
    '<b>x</b>',
    '<Component/>',
    '{/* not a marker */}',
    '{}',
    '[x](javascript:alert)',
    '[x](data:text/html,x)',
    '![x](JavaScript:alert)',
    '![x](https://example.org/x.png)',
    '[x](CASE:y)',
    '[x]: vbscript:x',
    '{注：甲}',
    '- {/* 1.1.1 */ x}',
  ])('%s is refused at its line', (source) => {
    const parsed = parseNotation(`{/* 1.1.1 */} 甲。\n\n${source}`, 'x.mdx');
    const [first] = 'messages' in parsed ? parsed.messages : [];
    expect(first).toMatchObject({ ruleId: 'no-code', level: 'error', file: 'x.mdx', line: 3 });
  });

  test('is text when it is written as text', () => {
    expect(html('{/* 1.1.1 */} a \\{b\\} \\<c> & `{d}`')).toContain('a {b} &#x3C;c> &#x26; <code>{d}</code>');
  });
});

test('a number stays with its unit, in links and emphasis too, and before a note mark', () => {
  expect(html('{/* 1.1.1 */} 共38甲，[又9km](term:well)。')).toBe(
    '<p><span data-unit="1">共3<span class="marked">8甲</span>，<a href="/zh/term/well/"><span class="marked">又9km</span></a>。</span></p>',
  );
  expect(html('{/* 1.1.1 */} 乙，2013—2020甲，5–10。')).toContain(
    '乙，<span class="marked">2013—2020甲</span>，<span class="marked">5–10</span>。',
  );
  expect(html('{/* 1.1.1 */} 共38甲[^1]。\n\n[^1]: 注。')).toContain('38<span class="marked">甲<sup>');
});
