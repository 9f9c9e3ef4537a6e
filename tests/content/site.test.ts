import { expect, test } from 'vitest';
import { testBacklinks } from '../support/backlinks.ts';
import { builtPages } from '../support/built-pages.ts';
import { testBuiltSite } from '../support/built-site.ts';
import { testOwnAddresses } from '../support/own-addresses.ts';

testBuiltSite('dist');
testOwnAddresses('dist', 'content');
testBacklinks('dist', 'content', 500);

test('no sign of a source check stands twice at one amount or date', () => {
  const pages = builtPages('dist').filter(({ address }) => /^\/\w+\/(?:data|timeline)\/$/.test(address));
  const runs = pages.flatMap(({ html }) => html.match(/(?:\s*<a class="verdict"[^>]*>[^<]*<\/a>)+/g) ?? []);
  expect(runs.length).toBeGreaterThan(0);
  for (const run of runs) {
    const signs = [...run.matchAll(/data-sign="([^"]+)"/g)].map(([, sign]) => sign);
    expect([...new Set(signs)], run).toEqual(signs);
  }
});

test('there is a page for everything', () => {
  expect(builtPages('dist').length).toBeGreaterThan(900);
});
