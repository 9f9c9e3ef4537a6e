import { expect, test } from 'vitest';
import { testBacklinks } from '../e2e/backlinks.ts';
import { builtPages } from '../e2e/built-pages.ts';
import { testBuiltSite } from '../e2e/built-site.ts';
import { testOwnAddresses } from '../e2e/own-addresses.ts';

testBuiltSite('dist');
testOwnAddresses(() => 'dist', 'content');
testBacklinks('dist', 'content', 500);

test('there is a page of everything', () => {
  expect(builtPages('dist').length).toBeGreaterThan(900);
});
