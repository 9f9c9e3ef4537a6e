import { describe, expect, test } from 'vitest';
import { sum, weigh } from '../support/weigh.ts';

const chapters = weigh('dist', (address) => /^\/(?:zh|en|parallel)\/\d-/.test(address));

describe.each(['zh', 'en', 'parallel'])('the paper in %s', (edition) => {
  const own = chapters.filter(({ address }) => address.startsWith(`/${edition}/`));

  test('in full, including styles and scripts, weighs at most twice its bare text', () => {
    expect(own.length).toBe(5);
    const shared = Math.max(...own.map(({ styles, scripts }) => styles + scripts));
    const whole = sum(own.map(({ html }) => html)) + shared;
    const ratio = whole / sum(own.map(({ text }) => text));
    console.log(`${edition}: ${whole} bytes, ${ratio.toFixed(2)} times its text`);
    expect(ratio).toBeLessThanOrEqual(2);
  });

  // In wide windows, the script that places notes, and what the first interaction loads, come on top of this.
  test('has no chapter whose first visit adds much to its bare text', () => {
    const most = (edition === 'parallel' ? 16.85 : 13.5) * 1024;
    const beside = own.map(({ address, text, html, styles, scripts }) => ({
      address,
      bytes: html + styles + scripts - text,
    }));
    expect(beside.filter(({ bytes }) => bytes > most)).toEqual([]);
  });
});
