import { describe, expect, test } from 'vitest';
import { chapter, page } from '../support/import-bytes.ts';

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
});
