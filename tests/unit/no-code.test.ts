import { describe, expect, test } from 'vitest';
import { parseNotation } from '../../src/markdown/parse.ts';

/** Line, column and reason of the first message, then its remedy. */
function said(source: string): string[] {
  const parsed = parseNotation(source, 'x.mdx');
  const [first] = 'messages' in parsed ? parsed.messages : [];
  return [`${first?.line}:${first?.column} ${first?.reason}`, first?.note ?? ''];
}

const MARKERS = 'one of the markers {/* 2.4.2 */}, {/* p. 126 */}, {/* | */}, {/* except rule: why */}';
const BRACE = 'Chapters are text. To print a brace, put a backslash before it: \\{';

describe('a brace that is not part of a marker is reported at its place', () => {
  test.each([
    ['a stray brace', '{/* 1.1.1 */} Say { more.', '1:19 Unexpected { without a closing brace, expected \\{'],
    [
      'one before a marker',
      '{/* 1.1.1 */} Say { more. {/* p. 8 */}Then.\n\n{/* 1.1.2 */} Next.',
      '1:19 Unexpected { without a closing brace, expected \\{',
    ],
    [
      'one in a list',
      '{/* 1.1.1 */} Say:\n\n- one\n- two {more',
      '4:7 Unexpected { without a closing brace, expected \\{',
    ],
    [
      'one behind code',
      '{/* 1.1.1 */} a `{` b {c',
      '1:23 Unexpected { without a closing brace, expected \\{',
    ],
    ['words', '{/* 1.1.1 */} Say {note: more}.', `1:19 Unexpected {note: more}, expected ${MARKERS}`],
    [
      'code',
      '{/* 1.1.1 */} Say {process.exit(0)}.',
      `1:19 Unexpected {process.exit(0)}, expected ${MARKERS}`,
    ],
  ])('%s', (_, source, expected) => {
    expect(said(source)).toEqual([expected, BRACE]);
  });

  test('with the intended marker', () => {
    expect(said('{* 1.1.2 *} Text.')[0]).toBe('1:1 Unexpected {* 1.1.2 *}, expected {/* 1.1.2 */}');
    expect(said('{1.1.2} Text.')[0]).toBe('1:1 Unexpected {1.1.2}, expected {/* 1.1.2 */}');
    expect(said('{/* 1.1.1 */} A {p. 126}page.')[0]).toBe(
      '1:17 Unexpected {p. 126}, expected {/* p. 126 */}',
    );
    expect(said('{/* 1.1.1 */} A {/* page 126 */}page.')[0]).toBe(
      '1:17 Unexpected {/* page 126 */}, expected {/* p. 126 */}',
    );
    expect(said('{/* １.１.２ */} Text.')[0]).toBe('1:1 Unexpected {/* １.１.２ */}, expected {/* 1.1.2 */}');
    expect(said('{/* 1.1.1 * / } Text.')[0]).toBe('1:1 Unexpected {/* 1.1.1 * / }, expected {/* 1.1.1 */}');
  });

  test('with double dollars if it is in a formula', () => {
    expect(said('{/* 1.1.1 */} So $x^{2}$ is.')).toEqual([
      `1:21 Unexpected {2}, expected ${MARKERS}`,
      'Write a formula between double dollars: $$C = S$$',
    ]);
  });
});

describe('a less-than sign that is not text is reported at its place', () => {
  const LESS = 'Chapters are text. To print a less-than sign, put a backslash before it: \\<';
  test.each([
    ['before a number', '{/* 1.1.1 */} about <31 per cent', '1:21 Unexpected <, expected \\<', LESS],
    ['a tag', '{/* 1.1.1 */} a <b>c', '1:17 Unexpected tag <b>, expected text', LESS],
    ['a tag that is closed', '{/* 1.1.1 */} a <b>c</b>', '1:17 Unexpected tag <b>, expected text', LESS],
    ['the end of a tag', '{/* 1.1.1 */} a </b> c', '1:17 Unexpected tag </b>, expected text', LESS],
    [
      'an address',
      '{/* 1.1.1 */} a <https://example.org/> c',
      '1:17 Unexpected <https://example.org/>, expected a link: [text](https://example.org/)',
      '',
    ],
    [
      'a comment',
      '{/* 1.1.1 */} a\n\n<!-- later -->',
      '3:1 Unexpected comment, expected text',
      'Keep unpublished remarks elsewhere.',
    ],
  ])('%s', (_, source, reason, note) => {
    expect(said(source)).toEqual([reason, note]);
  });
});

test('a paragraph that begins like code must begin with its id', () => {
  expect(said('{/* 1.1.1 */} a\n\nimport the goods')).toEqual([
    '3:1 Unexpected “import” at the start of a paragraph, expected the paragraph’s id before it: {/* 2.4.2 */} import …',
    '',
  ]);
  expect(said("export const x = 'y'")[0]).toContain('1:1 Unexpected “export” at the start of a paragraph');
});

test('the message about an image names the alternative', () => {
  expect(said('{/* 1.1.1 */} a\n\n![A map](map.png)')).toEqual([
    '3:1 Unexpected image, expected an exhibit: {/* figure-1 */} alone on a line',
    'In exhibits/figure-1.yaml, beside map.png, say what is shown in each edition: type: picture, file: map.png, title: { en: … }, alt: { en: A map }',
  ]);
});

test('the message about an unknown link target says how to write links', () => {
  expect(said('{/* 1.1.1 */} a [moon table](moon-table) b')).toEqual([
    '1:17 Unexpected address “moon-table”, expected https:, http:, mailto: or a reference such as term:moon-table',
    'References begin with case:, term:, actor:, work:, exhibit:, seg: or note:',
  ]);
});

test.each([
  ['a} b', ['}']],
  ['{/* 1.1.1 */}} a', ['}']],
  ['/* 1.1.1 */} a', ['/* 1.1.1 */}']],
  ['\\{a} and \\{b\\} and \\}', []],
  ['`}` and $$\\{a\\}$$', []],
])('in %s these closing braces have no opening brace', (source, braces) => {
  const parsed = parseNotation(source, 'a.mdx');
  const stray = 'tree' in parsed ? parsed.tree.data?.strayNotation : undefined;
  expect(stray?.filter(({ type }) => type === 'brace').map(({ written }) => written)).toEqual(braces);
});
