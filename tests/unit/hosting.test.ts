import { expect, test } from 'vitest';
import { hostingFiles } from '../../src/build/hosting.ts';
import { contentSecurityPolicy, headers } from '../../src/config/policy.ts';

test('host configuration has the policy, caching rules and redirects of former addresses', async () => {
  const files = hostingFiles([{ from: '/term/well/', to: '/term/spring/' }], '/sub/dir/');
  expect(Object.keys(files)).toEqual(['_headers', '_redirects', 'site.nginx']);
  for (const [name, text] of Object.entries(files))
    await expect(text).toMatchFileSnapshot(`../fixtures/hosting/${name}`);
  expect(Object.keys(hostingFiles([], '/'))).toEqual(['_headers', 'site.nginx']);
});

test('a page contains the policy that its host sends, except who may frame it', () => {
  expect(headers['Content-Security-Policy']).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|\*/);
});
