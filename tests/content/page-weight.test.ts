import { describe, expect, test } from 'vitest';
import { sum, weigh } from '../support/weigh.ts';

const chapters = weigh('dist', (address) => /^\/(?:zh|en|parallel)\/\d-/.test(address));

describe.each(['zh', 'en', 'parallel'])('the paper in %s', (edition) => {
  const own = chapters.filter(({ address }) => address.startsWith(`/${edition}/`));

  test('read through, style and script included, weighs at most twice its bare text', () => {
    expect(own.length).toBe(5);
    const shared = Math.max(...own.map(({ styles, scripts }) => styles + scripts));
    const whole = sum(own.map(({ html }) => html)) + shared;
    const ratio = whole / sum(own.map(({ text }) => text));
    console.log(`${edition}: ${whole} bytes, ${ratio.toFixed(2)} times its text`);
    expect(ratio).toBeLessThanOrEqual(2);
  });

  // An introduction of a page is outweighed by its own label and reference.
  test('has no chapter that weighs more than twice its bare text once style and script are there', () => {
    const long = own.filter(({ text }) => text > (edition === 'parallel' ? 2800 : 2400));
    expect(long.length).toBeGreaterThanOrEqual(4);
    expect(long.filter(({ html, text }) => html > 2 * text).map(({ address }) => address)).toEqual([]);
  });
});
