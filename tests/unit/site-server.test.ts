import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '../../src/build/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-server-'));
let server: Server;
let root: string;

beforeAll(async () => {
  const files = {
    'site/index.html': 'front',
    'site/p/2.4.2/index.html': 'a paragraph',
    'site/works.bib': '@misc{}',
    'site/404.html': 'missing',
    'secret.txt': 'not to be served',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  server = siteServer(join(folder, 'site'), '/sub/').listen(0, '127.0.0.1');
  await once(server, 'listening');
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['/sub/', 200, 'front'],
  ['/sub/p/2.4.2/?q=x', 200, 'a paragraph'],
  ['/sub/p/9.9.9/', 404, 'missing'],
  ['/sub/p/', 404, 'missing'],
  ['/elsewhere/', 404, 'missing'],
  ['/sub/..%2fsecret.txt', 404, 'missing'],
])('%s returns status %i', async (path, status, text) => {
  const response = await fetch(root + path);
  expect([response.status, await response.text()]).toEqual([status, text]);
});

test.each([
  ['/sub', '/sub/'],
  ['/sub/p/2.4.2?q=x', '/sub/p/2.4.2/?q=x'],
])('%s redirects to %s', async (path, to) => {
  const response = await fetch(root + path, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, to]);
});

test('records for reference managers are sent with their media types', async () => {
  const response = await fetch(`${root}/sub/works.bib`);
  expect(response.headers.get('content-type')).toBe('application/x-bibtex; charset=utf-8');
});
