import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../src/config/site-address.ts';

const own = 'https://example.org/my-dossier';

describe('the base path is that of the public address', () => {
  test.each<[string | undefined, Record<string, string>, string | undefined, string]>([
    [own, {}, own, '/my-dossier/'],
    ['https://example.org/', {}, 'https://example.org/', '/'],
    ['https://example.org', {}, 'https://example.org', '/'],
    ['https://example.org:8080/a/b/', {}, 'https://example.org:8080/a/b/', '/a/b/'],
    [own, { SITE_BASE: '/my-dossier/' }, own, '/my-dossier/'],
    [own, { SITE_BASE: 'my-dossier' }, own, '/my-dossier/'],
    [own, { SITE: 'https://preview.example/x/' }, 'https://preview.example/x/', '/x/'],
    [own, { SITE: 'https://preview.example/' }, 'https://preview.example/', '/'],
    [undefined, { SITE: 'https://preview.example/x' }, 'https://preview.example/x', '/x/'],
    [undefined, { SITE_BASE: '/x/y/' }, undefined, '/x/y/'],
    [undefined, { SITE: '', SITE_BASE: '' }, undefined, '/'],
    [undefined, {}, undefined, '/'],
  ])('site %s, environment %j', (site, environment, expected, base) => {
    expect(siteAddress(site, environment)).toEqual({ site: expected, base });
  });

  test('two different ones are refused, and the message shows both', () => {
    expect(() => siteAddress(own, { SITE_BASE: '/other/' })).toThrow(
      'SITE_BASE is /other/, but site in dossier.yaml is https://example.org/my-dossier, whose path is /my-dossier/: leave SITE_BASE out.',
    );
    expect(() => siteAddress(own, { SITE: 'https://example.org/', SITE_BASE: '/my-dossier/' })).toThrow(
      'SITE_BASE is /my-dossier/, but SITE is https://example.org/, whose path is /: leave SITE_BASE out.',
    );
  });
});

test.each([
  '/a b/',
  '/<script>/',
  '//evil.example/',
  '/../x/',
  '/./',
  '/a//b/',
  '/a?b/',
  '/a#b/',
  '/\u4E95/',
  '/%2e%2e/',
  '/a"b/',
  "/a'b",
  '/a;b\n/',
])('the base path %j is refused', (base) => {
  expect(() => siteAddress(undefined, { SITE_BASE: base })).toThrow(
    /^SITE_BASE is .*, expected a path such as/s,
  );
});

test.each([
  'example.org/dossier/',
  'ftp://example.org/',
  'https://user:word@example.org/',
  'https://user@example.org/',
  'https://example.org/?q=1',
  'https://example.org/#top',
  'https://example.org/"><script>',
  'https://example.org/a&b/',
  'https://example.org/a b/',
  'https://example.org/../b/',
  'https://example.org/a//b/',
  'https:///a/',
  'https://',
])('the public address %j is refused', (site) => {
  expect(() => siteAddress(undefined, { SITE: site })).toThrow(
    /^SITE is “.*”, expected a full public address such as https:\/\/example\.org\/dossier\/, without a user, a query or a fragment\.$/,
  );
});
