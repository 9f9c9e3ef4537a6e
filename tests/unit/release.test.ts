import { existsSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { frozenEditionSchema } from '../../src/model/release.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { addressesOf } from '../../src/permalinks/current-addresses.ts';
import { publicEditions } from '../../src/model/settings.ts';
import { keptShare } from '../../src/permalinks/kept-share.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';
import { inSeries } from '../support/series.ts';
import { testRelease } from '../support/release-of.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-release-'));
  cpSync('tests/fixtures/dossiers/bridge', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, ...args: string[]): Promise<Outcome> =>
  runCommand(command, args, { env: { DOSSIER: folder } });
const edit = (path: string, from: string, to: string): void => {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
};
const errors = async (): Promise<string[]> =>
  (await checkDossier(folder)).messages.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId);

// An editor’s consecutive steps.
describe('an editor who releases', () => {
  inSeries();

  test('must give a version, the same as in dossier.yaml', async () => {
    expect((await run('release')).code).toBe(2);
    expect((await run('release', '1.2')).code).toBe(2);
    expect(await run('release', '1.2.0')).toMatchObject({
      code: 1,
      output: `Dossier ${folder}: 《论桥》卷宗\ndossier.yaml gives version 1.0.0: set version: 1.2.0, and issued to the day of the release.\nNothing was released.\n`,
    });
    expect(existsSync(join(folder, 'permalinks.json'))).toBe(false);
  });

  test('must fix the errors first', async () => {
    edit('chapters/zh/1-spans.mdx', '340亿', '350亿');
    const { code, output } = await run('release', '1.0.0');
    expect(code).toBe(1);
    expect(output).toContain('numbers-agree');
    edit('chapters/zh/1-spans.mdx', '350亿', '340亿');
  });

  test('must compare again what has changed since the comparison', async () => {
    await run('confirm', '1.0.1');
    edit('chapters/zh/1-spans.mdx', '作者指出', '作者认为');
    const { code, output } = await run('release', '1.0.0');
    expect(code).toBe(1);
    expect(output).toContain('npm run confirm -- 1.0.1');
    await run('confirm', '1.0.1');
  });

  test('learns first what is not written, not compared and left to do', async () => {
    const before = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
    const confirmed = readFileSync(join(folder, 'confirmed.json'), 'utf8');
    edit('dossier.yaml', 'version: 1.0.0', 'version: 0.0.1');
    edit(
      'dossier.yaml',
      'en: Spans } }',
      'en: Spans } }\n  - { id: 2-arches, section: 2, title: { zh: 拱, en: Arches } }',
    );
    rmSync(join(folder, 'confirmed.json'));
    const asked = await run('release', '0.0.1');
    expect(asked.code).toBe(2);
    expect(asked.output).toContain(
      'There is no terminal to ask “Release it as it is?” at: add --yes. Nothing was changed.',
    );
    expect(existsSync(join(folder, 'releases.json'))).toBe(false);
    const { code, output } = await run('release', '--yes', '0.0.1');
    expect(code).toBe(0);
    expect(output).toContain(
      [
        'Release 0.0.1 freezes a text that is not finished:',
        '  edition zh has no 2-arches: 1 of 2 chapters',
        '  edition en has no 2-arches: 1 of 2 chapters',
        '  1 of 1 segment is not compared: npm run status',
        '  2 todos: npm run check',
        '',
      ].join('\n'),
    );
    for (const path of ['releases', 'releases.json', 'permalinks.json'])
      rmSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, 'dossier.yaml'), before);
    writeFileSync(join(folder, 'confirmed.json'), confirmed);
  });

  test('gets the text of every edition, every address, and an entry in the list of releases', async () => {
    expect((await run('release', '1.0.0')).output).toContain('50 addresses added, 50 in all.');
    expect(readdirSync(join(folder, 'releases/1.0.0'))).toEqual(['en.json', 'zh.json']);
    const en = frozenEditionSchema.parse(
      JSON.parse(readFileSync(join(folder, 'releases/1.0.0/en.json'), 'utf8')),
    );
    expect(en.chapters[0]?.segments[0]).toEqual({
      id: '1.0.1',
      pages: [1, 1],
      units: [
        'In March 1987 France built three suspension bridges for 34 billion dollars, about seventy per cent of the budget. ',
        'The author points out that a suspension bridge (Severn Bridge) spans ten times as much as a beam bridge.',
      ],
      notes: [1],
      html: '<p><span id="p1.0.1-1">In March 1987 France built three <a href="../../../../en/terms/suspension-bridge/">suspension bridges</a> for 34 billion dollars, about seventy per cent of the budget.<sup><a id="note-1-mark" href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup></span> <span id="p1.0.1-2">The author points out that a suspension bridge (Severn Bridge) spans ten times as much as a <a href="../../../../en/terms/beam-bridge/">beam bridge</a>.</span></p>',
    });
    expect(en.label).toContain('Paraphrase edition: rewritten');
    expect((await checkDossier(folder)).messages).toEqual([]);
  });

  test('cannot repeat the release', async () => {
    expect((await run('release', '1.0.0')).output).toContain('Release 1.0.0 exists already');
  });

  test('gets a message about a changed released text, but not about new line breaks', async () => {
    const file = join(folder, 'releases/1.0.0/zh.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify(JSON.parse(before)));
    expect(await errors()).toEqual([]);
    writeFileSync(file, before.replace('七成', '六成'));
    expect(await errors()).toEqual(['release-kept']);
    writeFileSync(file, before);
  });

  test('can release a later version, but not an earlier one', async () => {
    edit('dossier.yaml', 'version: 1.0.0', 'version: 0.9.0');
    expect((await run('release', '0.9.0')).output).toContain('Release 1.0.0 is later than 0.9.0');
    edit('dossier.yaml', 'version: 0.9.0', 'version: 1.1.0');
    expect((await run('release', '1.1.0')).code).toBe(0);
    const list = JSON.parse(readFileSync(join(folder, 'releases.json'), 'utf8')) as { version: string }[];
    expect(list.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  });

  test('gets a message about an address that needs a decision', async () => {
    expect(await run('permalinks', '--move', '/p/9.9.9/', '/p/1.0.1/')).toMatchObject({
      code: 2,
      output: expect.stringContaining('/p/9.9.9/ is not in permalinks.json') as string,
    });
    expect((await run('permalinks', '--gone', '/p/1.0.1/', 'zh=无')).output).toContain('still has its page');
    expect((await run('permalinks', '--gone', '/p/1.0.1/', 'for no reason')).output).toContain(
      'zh="…" en="…"',
    );
  });

  test('is not told why a text was rewritten before its version is raised', async () => {
    const rewrite = () => run('permalinks', '--rewritten', '/p/1.0.1/', 'in other words');
    expect(await rewrite()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'dossier.yaml gives version 1.1.0, but 1.1.0 is already released: raise version first.',
      ) as string,
    });
    edit('dossier.yaml', 'version: 1.1.0', 'version: 1.2.0');
    expect((await rewrite()).output).toContain('/p/1.0.1/ is rewritten');
  });
});

test('an edition that may not be published has no address and no release', async () => {
  const private_ = mkdtempSync(join(tmpdir(), 'dossier-private-'));
  cpSync('tests/fixtures/dossiers/bridge', private_, { recursive: true });
  const own = join(private_, 'chapters', 'original');
  cpSync(join(private_, 'chapters', 'zh'), own, { recursive: true });
  writeFileSync(join(own, 'edition.yaml'), 'lang: zh-Hans\nrole: original\nname: Original\n');
  const { dossier } = await readDossier(private_, { withPrivate: true });
  expect(dossier!.settings.value.editions.map(({ id }) => id)).toEqual(['zh', 'en', 'original']);
  expect(publicEditions(dossier!.settings.value).map(({ id }) => id)).toEqual(['zh', 'en']);
  expect(addressesOf(dossier!).filter(({ path }) => path.startsWith('/original/'))).toEqual([]);
  rmSync(private_, { recursive: true });
});

describe.each(['dyke', 'well', 'bridge'])('a release of %s', (name) =>
  testRelease(`tests/fixtures/dossiers/${name}`),
);

describe('how much of a text remains in another', () => {
  test.each([
    ['碳中和目标', '碳中和目标', 1],
    ['碳中和目标', '目标', 2 / 6],
    ['碳中和目标', '在碳中和目标之下，各国竞争', 4 / 6],
    ['one two three', 'One, two – three!', 1],
    ['one two three', 'three two one', 0],
    ['EU', 'EU', 1],
    ['EU', 'UN', 0],
    ['', 'anything', 1],
  ])('“%s” and “%s” give %d', (before, after, share) => {
    expect(keptShare(before, after)).toBeCloseTo(share, 10);
  });
});
