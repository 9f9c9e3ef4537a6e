import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild } from '../support/sites.ts';

// The dossier is never edited, see tests/unit/since-1.0.test.ts.
describe('a dossier in the formats of release 1.0.0, with a release that was made then', () => {
  const out = mkdtempSync(join(tmpdir(), 'since-'));
  let built: { code: number; output: string };
  beforeAll(async () => {
    built = await runBuild({
      DOSSIER: 'tests/fixtures/dossiers/since-1.0',
      OUT: out,
      SITE_BASE: '/ferry/',
    });
  });
  afterAll(() => rmSync(out, { recursive: true }));

  const page = (address: string): string => readFileSync(join(out, address, 'index.html'), 'utf8');

  test('is built as it is', () => {
    expect(built, built.output).toMatchObject({ code: 0 });
  });

  test('shows its text, and beside it the text that was released', () => {
    expect(page('p/2.1.2')).toContain('渡口开船听钟声');
    expect(page('v/1.0.0/p/2.1.2')).toContain('渡口听钟，不看表');
    for (const address of ['zh/1-bell', 'p/1.1.1', 'parallel/1-bell', 'v/1.0.0/zh/1-bell'])
      expect(page(address)).toMatch(/<td>1963<\/td>\s*<td>55<\/td>/);
  });

  test('answers at addresses that lead on or say why something is gone', () => {
    expect(page('term/horn')).toContain('/ferry/term/fog-bell/');
    expect(page('case/low-water')).toContain('It is no longer told apart.');
  });
});
