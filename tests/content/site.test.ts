import { expect, test } from 'vitest';
import { testBacklinks } from '../support/backlinks.ts';
import { builtPages } from '../support/built-pages.ts';
import { testBuiltSite } from '../support/built-site.ts';
import { testOwnAddresses } from '../support/own-addresses.ts';

testBuiltSite('dist');
testOwnAddresses('dist', 'content');
testBacklinks('dist', 'content', 500);

test('there is a page for everything', () => {
  expect(builtPages('dist').length).toBeGreaterThan(900);
});
