import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';

// What a host sends, brotli at its best level, beside the bare text of the page, compressed alike.

const SCRIPT_BYTES = 6 * 1024;
const LONGEST = 20;

const sizes = new Map<string, number>();
const sent = (file: string): number => {
  const size = sizes.get(file) ?? compressed(readFileSync(join('dist', file)));
  sizes.set(file, size);
  return size;
};
const compressed = (content: Buffer | string): number => brotliCompressSync(content).length;
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

const pages = builtPages('dist')
  .filter(({ address }) => !address.startsWith('/v/'))
  .map(({ address, html }) => {
    const text = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    const scripts = scriptsOf([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src));
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
    return {
      address,
      html: compressed(html),
      styles: sum(styles.map(sent)),
      scripts: sum(scripts.map(sent)),
      files: scripts,
      text: compressed(text),
    };
  });

/** The scripts that a page names and what they import at once; not what they load when it is asked for. */
function scriptsOf(named: string[]): string[] {
  const found = new Set(named);
  for (const file of found) {
    const source = readFileSync(join('dist', file), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import) ?["'`]\.\/([^"'`]+)["'`]/g))
      found.add(`/assets/${imported}`);
  }
  return [...found];
}

const chapters = pages.filter(({ address }) => /^\/(?:zh|en|parallel)\/\d-/.test(address));

test('the weight of every chapter and of the heaviest pages beside them, in bytes', () => {
  const heaviest = pages
    .filter((page) => !chapters.includes(page))
    .sort((a, b) => b.html - a.html)
    .slice(0, LONGEST);
  console.table(
    Object.fromEntries(
      [...chapters, ...heaviest].map(({ address, html, styles, scripts, text }) => [
        address,
        {
          text,
          page: html,
          style: styles,
          script: scripts,
          'page ÷ text': (html / text).toFixed(2),
          'first visit ÷ text': ((html + styles + scripts) / text).toFixed(2),
        },
      ]),
    ),
  );
  expect(chapters.length).toBe(15);
});

test('no page loads more than 6 KB of script before anything is asked of it', () => {
  expect(pages.length).toBeGreaterThan(900);
  expect(pages.filter(({ scripts }) => scripts > SCRIPT_BYTES).map(({ address }) => address)).toEqual([]);
});

test('no page loads what credits copied text before something is selected', () => {
  const credits = (file: string): boolean =>
    readFileSync(join('dist', file), 'utf8').includes('clipboardData');
  expect(pages.filter(({ files }) => files.some(credits)).map(({ address }) => address)).toEqual([]);
});

describe.each(['zh', 'en', 'parallel'])('the paper in %s', (edition) => {
  const own = chapters.filter(({ address }) => address.startsWith(`/${edition}/`));

  test('read through, style and script included, weighs at most twice its bare text', () => {
    const shared = Math.max(...own.map(({ styles, scripts }) => styles + scripts));
    const whole = sum(own.map(({ html }) => html)) + shared;
    const ratio = whole / sum(own.map(({ text }) => text));
    console.log(`${edition}: ${whole} bytes, ${ratio.toFixed(2)} times its text`);
    expect(ratio).toBeLessThanOrEqual(2);
  });

  // An introduction of a page is outweighed by its own label and reference.
  test('has no chapter that weighs more than twice its bare text once style and script are there', () => {
    const long = own.filter(({ text }) => text > 2800);
    expect(long.length).toBeGreaterThanOrEqual(4);
    expect(long.filter(({ html, text }) => html > 2 * text).map(({ address }) => address)).toEqual([]);
  });
});
