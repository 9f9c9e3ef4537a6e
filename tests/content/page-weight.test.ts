import { describe, expect, test } from 'vitest';
import { builtPages } from '../support/built-pages.ts';
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

  // In wide windows, the script that places notes, and what the first interaction loads, come on top of this. Each
  // source check may add its sign in the text, its link and the way back.
  test('has no chapter whose first visit adds much to its bare text', () => {
    const allowed = (edition === 'parallel' ? 15 : 12) * 1024;
    const beside = own.map(({ address, text, html, styles, scripts }) => ({
      address,
      bytes: html + styles + scripts - text - 25 * checksOn(address),
    }));
    expect(beside.filter(({ bytes }) => bytes > allowed)).toEqual([]);
  });
});

const pages = builtPages('dist');
const checksOn = (address: string): number =>
  pages.find((page) => page.address === address)?.html.match(/ id="check-/g)?.length ?? 0;
