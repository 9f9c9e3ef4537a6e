import { expect, test } from 'vitest';
import { atAllPages } from '../../src/client/at-all-pages.ts';

test.each([
  [
    'journal',
    '2021年第4期，第118页，https',
    '2021年第4期，<span class="marked">第125—126页</span>，https',
    '2021年第4期，第118、125—126页，https',
  ],
  ['gbt', '2021（4）：118. DOI', '2021（4）：125-126. DOI', '2021（4）：118，125-126. DOI'],
  ['gbt-2015', '2021(4): 118. DOI', '2021(4): 128. DOI', '2021(4): 118, 128. DOI'],
  ['gbt-author-date', '(张锐 等, 2021)¹¹⁸', '(张锐 等, 2021)¹²⁵⁻¹²⁶', '(张锐 等, 2021)¹¹⁸, ¹²⁵⁻¹²⁶'],
  ['chicago', 'no. 4 (2021): 118, https', 'no. 4 (2021): 125–26, https', 'no. 4 (2021): 118, 125–26, https'],
  [
    'apa',
    'Zhang &#x26; Xiang, 2021, p. 118)',
    'Zhang &#x26; Xiang, 2021, pp. 125–126)',
    'Zhang &#x26; Xiang, 2021, pp. 118, 125–126)',
  ],
  [
    'apa',
    'Zhang &#x26; Xiang, 2021, p. 118)',
    'Zhang &#x26; Xiang, 2021, p. 120)',
    'Zhang &#x26; Xiang, 2021, pp. 118, 120)',
  ],
  ['mla', 'Zhang and Xiang 118)', 'Zhang and Xiang 118)', 'Zhang and Xiang 118)'],
])('combines citations of the same work at several pages: %s', (style, one, other, joint) => {
  expect(atAllPages([one, other], style)).toBe(joint);
});
