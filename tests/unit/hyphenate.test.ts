import type { Paragraph, Root } from 'mdast';
import { expect, test } from 'vitest';
import { hyphenateInHan } from '../../src/markdown/hyphenate.ts';
import { inlineText } from '../../src/markdown/text.ts';

const paragraph = (value: string): Paragraph => ({
  type: 'paragraph',
  data: { segment: '1.1.1' },
  children: [{ type: 'text', value }],
});

test.each([
  ['他称之为“人类世”（Anthropocene）', '他称之为“人类世”（An|thro|po|cene）'],
  ['菲利波斯（Filippos）', '菲利波斯（Fil|ip|pos）'],
  ['地缘决定主义（geo-deterministic）', '地缘决定主义（geo-deterministic）'],
  ['the Anthropocene', 'the Anthropocene'],
])('long words in Latin letters may be divided in Chinese text only: %s', (text, shown) => {
  const tree: Root = { type: 'root', children: [paragraph(text)] };
  hyphenateInHan(tree);
  expect(inlineText((tree.children[0] as Paragraph).children).replaceAll('\u00AD', '|')).toBe(shown);
});
