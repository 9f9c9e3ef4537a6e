import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digests } from '../audit/sweep.ts';
import { runBuild } from '../support/sites.ts';

// These dossiers are never edited: see tests/unit/since.test.ts. A build fails if one of their addresses is lost.
const versions = ['since-1.0', 'since-1.1', 'since-1.2'];
const contentOf = (name: string): string => `tests/fixtures/dossiers/${name}`;

describe('dossiers in the formats of earlier versions, with releases from that time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'since-'));
  const before = versions.map((name) => digests(contentOf(name)));
  let built: { code: number; output: string }[];
  beforeAll(async () => {
    built = await Promise.all(
      versions.map((name) =>
        runBuild({ DOSSIER: contentOf(name), OUT: join(folder, name), SITE_BASE: '/ferry/' }),
      ),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const page = (address: string, name = 'since-1.0'): string =>
    readFileSync(join(folder, name, address, 'index.html'), 'utf8');

  test.each(versions.entries().toArray())('%i: %s is built, and no file of it changes', (i, name) => {
    expect(built[i], built[i]!.output).toMatchObject({ code: 0 });
    expect(digests(contentOf(name))).toEqual(before[i]);
  });

  test('show their text, and separately the released text', () => {
    expect(page('p/2.1.2')).toContain('渡口开船听钟声');
    expect(page('v/1.0.0/p/2.1.2')).toContain('渡口听钟，不看表');
    for (const address of ['zh/1-bell', 'p/1.1.1', 'parallel/1-bell', 'v/1.0.0/zh/1-bell'])
      expect(page(address)).toMatch(/<td>1963<\/td>\s*<td>55<\/td>/);
    for (const address of ['p/1.0.2', 'v/1.0.0/p/1.0.2'])
      expect(page(address, 'since-1.1')).toContain('Personne ne la vit partir');
    for (const address of ['check/2a', 'v/1.0.0/p/1.0.2'])
      expect(page(address, 'since-1.2')).toContain('The diary gives 25 mu.');
  });

  test('offer a release in every form, with its size, as long as they contain its text', () => {
    const release = page('v/1.0.0', 'since-1.2');
    const offers = [
      ...release.matchAll(/<a href="\/ferry(\/v\/[^"]+)" download[^]*?<small>([^]*?)<\/small>/g),
    ];
    expect(offers.length).toBeGreaterThan(10);
    for (const [, file = '', said = ''] of offers) {
      const size = Math.max(1, Math.round(statSync(join(folder, 'since-1.2', file)).size / 1024));
      expect(said.replace(/<[^>]+>/g, ''), file).toMatch(new RegExp(`(?:^|[^\\d])${size} kB$`));
      expect(release).toContain(`<link rel="item" href="/ferry${file}"`);
    }
    expect(page('en', 'since-1.2')).toContain('href="/ferry/v/1.0.0/#take-away"');
    // The current text of this dossier differs.
    expect(page('v/1.0.0')).toContain('/ferry/v/1.0.0/datacite.json');
    expect(page('v/1.0.0')).not.toContain('.epub');
    expect(page('zh')).not.toContain('#take-away');
  });

  test('have pages at former addresses that redirect or give a reason', () => {
    expect(page('term/horn')).toContain('/ferry/term/fog-bell/');
    expect(page('case/low-water')).toContain('It is no longer told apart.');
  });
});
