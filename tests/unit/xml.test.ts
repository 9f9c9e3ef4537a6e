import { expect, test } from 'vitest';
import { escapeXml } from '../../src/model/xml.ts';

test.each([
  ['a & b < c > d "e"', 'a &amp; b &lt; c &gt; d &quot;e&quot;'],
  [']]><script>', ']]&gt;&lt;script&gt;'],
  ['碳中和 𝒜', '碳中和 𝒜'],
  ['a\uFFFEb\u0001c\uD800d', 'a\uFFFDb\uFFFDc\uFFFDd'],
])('%j is written in XML as %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});
