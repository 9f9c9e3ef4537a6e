import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAddresses } from '../../src/build/built-addresses.ts';
import { checkLinks } from '../../src/build/built-links.ts';
import { checkWhole } from '../../src/build/check-built.ts';
import { formatMessage } from '../../src/model/message.ts';
import { runNode } from '../support/sites.ts';

const page = (file: string, body: string): { file: string; path: string; html: string } => ({
  file,
  path: file,
  html: `<html>${body}</html>`,
});

describe('a built site is verified before it replaces the old one', () => {
  const pages = [
    page(
      'index.html',
      '<a href="/sub/zh/#p1">a</a>\n<a href="/sub/zh/?q=1&amp;r=2#p&#x32;">b</a><a href="#here" id="here">c</a>' +
        '<a href="https://example.org/x">d</a><link href="/sub/style.css"/><a href="mailto:a@example.org">e</a>',
    ),
    page(
      'zh/index.html',
      '<p id="p1"></p><p id="p2"></p><a href="/sub/">home</a><p>A text may quote tags: &lt;a href="/none/" id="p9"></p>',
    ),
  ];
  const files = new Set([...pages.map(({ file }) => file), 'more.html', 'style.css']);

  test('working links are not reported', () => {
    expect(checkLinks(pages, files, '/sub/')).toEqual([]);
  });

  test.each([
    ['<a href="/sub/en/">a</a>', '“/sub/en/” to a missing file'],
    ['<a href="/sub/zh">a</a>', '“/sub/zh” to a missing file'],
    ['<img src="/sub/x.svg"/>', '“/sub/x.svg” to a missing file'],
    ['<a href="/sub/zh/#p3">a</a>', '“/sub/zh/#p3” to a missing place on its page'],
    ['<a href="#p1">a</a>', '“#p1” to a missing place on its page'],
  ])('%s is reported with its place', (body, said) => {
    const found = checkLinks([...pages, page('more.html', `\n${body}`)], files, '/sub/');
    expect(found.map(formatMessage)).toEqual([
      expect.stringMatching(/^more\.html:2:\d+ error links-lead Unexpected link .* to work$/),
    ]);
    expect(found[0]?.reason).toContain(said);
  });

  test('an address of the dossier that was not built is reported', () => {
    const paths = ['/', '/zh/', '/zh/#p1', '/zh/#p9', '/p/1/', '/style.css', '/data.csv'];
    expect(checkAddresses(pages, files, paths, 'dist').map(({ reason }) => reason)).toEqual(
      ['/zh/#p9', '/p/1/', '/data.csv'].map((path) => expect.stringContaining(`Missing ${path},`)),
    );
  });

  test('a page that is missing or cut off is reported', () => {
    expect(checkWhole(pages, 2, 'dist')).toEqual([]);
    expect(checkWhole(pages, 3, 'dist').map(({ reason }) => reason)).toEqual([
      'Unexpected count of 2 pages, expected the 3 that were rendered',
    ]);
    const cut = [...pages, { file: 'a.html', path: 'a.html', html: '<html><p>' }];
    expect(checkWhole(cut, 3, 'dist').map(formatMessage)).toEqual([
      'a.html:1:1 error pages-whole Missing end of the page, expected a complete page',
    ]);
  });
});

test('an output folder below a file is refused in a sentence', async () => {
  const { code, output } = await runNode(['src/cli/build.ts'], {
    DOSSIER: 'tests/fixtures/dossiers/bridge',
    OUT: '/etc/passwd/site',
  });
  expect(output).toMatch(/\nCannot read or write \/etc\/passwd\/.* \(ENOTDIR\)\.\n$/);
  expect(code).toBe(1);
});

describe('an output folder', () => {
  const holder = `
    const { openStaging } = await import(${JSON.stringify(join(process.cwd(), 'src/build/staging.ts'))});
    const [, out, then, dossier = 'content', option] = process.argv;
    const staging = openStaging(out, dossier, { replace: option === '--replace' });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(staging.site + '/404.html', 'new');
    if (then === 'die') process.kill(process.pid, 'SIGKILL');
    if (then === 'swap') staging.swap();
    else { process.stdout.write('held'); setTimeout(() => {}, 60000); }
  `;
  const open = (...args: [out: string, then: string, ...string[]]) =>
    runNode(['--input-type=module', '--eval', holder, ...args]);

  test('a second simultaneous build is refused; a lock left by a killed build is ignored, and the swap is atomic', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staging-'));
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, '404.html'), 'old');
    try {
      const { openStaging } = await import('../../src/build/staging.ts');
      expect((await open(out, 'die')).code).toBe(-1);
      expect(readFileSync(join(out, '404.html'), 'utf8')).toBe('old');
      openStaging(out, 'content', { replace: false });
      const { code, output } = await open(out, 'swap');
      expect(code).not.toBe(0);
      expect(output).toContain(`Another build is writing to ${out}: wait for it to finish`);
      const beside = join(folder, 'beside');
      expect((await open(beside, 'swap')).code).toBe(0);
      expect(readFileSync(join(beside, '404.html'), 'utf8')).toBe('new');
      expect((await open(beside, 'swap')).code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a site is replaced only by its own dossier, unless the editor confirms', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staging-'));
    const out = join(folder, 'site');
    const [one, other] = ['one', 'other'].map((name) => join(folder, name)) as [string, string];
    for (const dossier of [one, other]) mkdirSync(dossier);
    try {
      for (const round of [1, 2]) expect((await open(out, 'swap', one)).code, String(round)).toBe(0);
      writeFileSync(join(out, '404.html'), 'of one');
      const { code, output } = await open(out, 'swap', other);
      expect(code).not.toBe(0);
      expect(output).toContain(
        `${out} contains the site of another dossier, ${one}: name another folder with OUT, or replace it with --replace.`,
      );
      expect(readFileSync(join(out, '404.html'), 'utf8')).toBe('of one');
      expect(readdirSync(out)).toEqual(['404.html']);
      expect((await open(out, 'swap', other, '--replace')).code).toBe(0);
      expect((await open(out, 'swap', one)).code).not.toBe(0);
      rmSync(out, { recursive: true });
      expect((await open(out, 'swap', one)).code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
