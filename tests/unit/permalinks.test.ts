import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { addressesRegistered } from '../../src/check/rules/addresses-registered.ts';
import { permalinkKept } from '../../src/check/rules/permalink-kept.ts';
import { permalinkMeansTheSame } from '../../src/check/rules/permalink-means-the-same.ts';
import { permalinkUnique } from '../../src/check/rules/permalink-unique.ts';
import { releaseKept } from '../../src/check/rules/release-kept.ts';
import type { Permalink } from '../../src/model/permalink.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { addressesOf } from '../../src/permalinks/current-addresses.ts';
import { publicEditions } from '../../src/model/settings.ts';
import { inLines } from '../../src/model/json.ts';
import { registryOf } from '../../src/permalinks/resolve.ts';
import { entityKey } from '../../src/model/entity-key.ts';
import { entitiesOf } from '../../src/release/entities.ts';
import { editSeries } from '../support/edit-series.ts';
import { afterSeries, inSeries, type Series } from '../support/series.ts';
import { settled } from '../support/settle.ts';
import { sketch, writeDossier, type Sketch } from '../support/synthetic-dossier.ts';
import { runCommand } from '../support/run-command.ts';
import { isWhole } from '../support/whole.ts';

const rules = [addressesRegistered, permalinkKept, permalinkUnique, permalinkMeansTheSame, releaseKept];

const size = isWhole
  ? { sections: 12, paragraphs: 50, cases: 40, works: 2100 }
  : { sections: 8, paragraphs: 7, cases: 4 };

let folder: string;
let current: Dossier;
let plan: Sketch;
let published: Permalink[];
let texts: Map<string, string>[];

const read = async (): Promise<void> => {
  const { dossier, messages } = await readDossier(folder);
  expect(messages).toEqual([]);
  current = dossier!;
};
/** The findings of the address rules, in order. */
const found = (): { rule: string; reason: string }[] =>
  rules.flatMap(({ id, judge }) => [...judge(current)].map(({ reason }) => ({ rule: id, reason })));
const textsOf = (dossier: Dossier): Map<string, string>[] =>
  publicEditions(dossier.settings.value).map(
    (edition) => new Map(entitiesOf(dossier, edition).map((entity) => [entityKey(entity), entity.text])),
  );
const permalinksFile = () => join(folder, 'permalinks.json');
/** The effect of `npm run permalinks` with those arguments; browser tests run the real command. */
const settle = (args: string[]): void => {
  const value = settled(current, args);
  writeFileSync(permalinksFile(), inLines(value));
  current = { ...current, permalinks: { value, at: current.permalinks.at } };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-permalinks-'));
  plan = sketch(size);
  writeDossier(folder, plan);
  await runCommand('release', ['--yes', '1.0.0'], { env: { DOSSIER: folder } });
  await read();
  published = current.permalinks.value;
  texts = textsOf(current);
  plan.version = '1.1.0';
});
afterAll(() => rmSync(folder, { recursive: true }));

// One dossier through a series of edits.
let series: Series;
describe(isWhole ? 'ten thousand addresses' : 'hundreds of addresses', () => {
  series = inSeries();

  test('are registered by a release', () => {
    expect(published.length).toBeGreaterThanOrEqual(isWhole ? 10_000 : 500);
    expect(new Set(published.map(({ path }) => path)).size).toBe(published.length);
    expect(found()).toEqual([]);
  });

  test.each(editSeries)('outlive: $name', async ({ edit, decisions, found: expected }) => {
    const asked = decisions.map((decision) => decision(plan));
    edit(plan);
    writeDossier(folder, plan);
    await read();
    expect(found().map(({ rule }) => rule)).toEqual(expected);
    for (const decision of asked.length === 0 ? [[]] : asked) settle(decision);
    expect(found()).toEqual([]);
  });

  test('all exist, and each still leads to its original content', async () => {
    expect((await checkDossier(folder)).messages.filter(({ level }) => level === 'error')).toEqual([]);
    const { resolve, live } = registryOf(current.permalinks.value, addressesOf(current));
    const present = textsOf(current);
    const astray: string[] = [];
    const gone: string[] = [];
    const moved: string[] = [];
    for (const { path, kind, id } of published) {
      const resolution = resolve(path);
      if (resolution.status === 'dead') astray.push(path);
      if (resolution.status === 'gone') gone.push(path);
      if (resolution.status !== 'live') continue;
      if (resolution.path !== path) moved.push(path);
      const target = live.get(resolution.path)!;
      const edition = path.startsWith('/fr/') ? 1 : 0;
      // At least one of the sentences originally published at the address must be at its target.
      const said = (texts[edition]!.get(entityKey({ kind, id })) ?? '')
        .split(/(?<=\.)\s+|\n/)
        .filter(Boolean);
      const saidNow = present[edition]!.get(entityKey(target)) ?? '';
      if (kind !== 'page' && !said.some((one) => saidNow.includes(one)))
        astray.push(`${path} → ${resolution.path}`);
      if (kind === 'page' && target.id !== id) astray.push(`${path} → ${resolution.path}`);
    }
    expect(astray).toEqual([]);
    expect(gone.sort()).toEqual([
      '/case/bloss-genannt/',
      '/case/fall-1/',
      '/de/1-teil/#note-3',
      '/de/1-teil/#p1.0.3',
      '/de/case/bloss-genannt/',
      '/de/case/fall-1/',
      '/de/cases/#bloss-genannt',
      '/de/cases/#fall-1',
      '/de/cases/bloss-genannt/',
      '/de/cases/fall-1/',
      '/de/note/3/',
      '/de/p/1.0.3/',
      '/fr/1-teil/#note-3',
      '/fr/1-teil/#p1.0.3',
      '/fr/case/bloss-genannt/',
      '/fr/case/fall-1/',
      '/fr/cases/#bloss-genannt',
      '/fr/cases/#fall-1',
      '/fr/cases/bloss-genannt/',
      '/fr/cases/fall-1/',
      '/fr/note/3/',
      '/fr/p/1.0.3/',
      '/note/3/',
      '/p/1.0.3/',
    ]);
    // The first chapter with its anchors and its neutral page, two paragraphs and two notes of the second chapter, a
    // term, merged content, and the neutral pages in both languages.
    expect(moved.length).toBe(
      2 * (1 + 2 * (size.paragraphs - 1)) + 1 + 2 * (2 + 2) + 1 + 3 + 1 - 2 + 2 + 2 * 4,
    );
  });

  test('are only ever added', () => {
    const { value } = current.permalinks;
    expect(
      value.slice(0, published.length).map(({ path, kind, id, since }) => [path, kind, id, since]),
    ).toEqual(published.map(({ path, kind, id, since }) => [path, kind, id, since]));
  });
});

describe('an address is not silently reused', () => {
  afterSeries(series);

  const after = async (edit: (plan: Sketch) => void): Promise<{ rule: string; reason: string }[]> => {
    const changed = structuredClone(plan);
    edit(changed);
    writeDossier(folder, changed);
    await read();
    return found().filter(({ rule }) => rule !== 'addresses-registered');
  };

  test('when every paragraph after an insertion gets the next number', async () => {
    const messages = await after(({ chapters }) => {
      const { paragraphs } = chapters[5]!;
      paragraphs.unshift({ id: '', names: ['neu'], notes: [] });
      for (const [i, paragraph] of paragraphs.entries()) paragraph.id = `5.0.${i + 1}`;
    });
    expect(messages.map(({ rule }) => rule)).toEqual(Array(size.paragraphs).fill('permalink-means-the-same'));
  });

  test('when a paragraph takes the id of one that was deleted', async () => {
    const messages = await after(({ chapters }) => {
      chapters[0]!.paragraphs.splice(3, 0, { id: '1.0.3', names: ['wieder'], notes: [] });
    });
    expect(messages).toContainEqual({
      rule: 'permalink-unique',
      reason:
        'Unexpected segment 1.0.3 at /p/1.0.3/, which is marked as gone, expected an address that was never used',
    });
  });

  test('when a chapter takes the former name of another', async () => {
    const messages = await after(({ chapters }) => (chapters[4]!.id = '1-teil'));
    expect(messages.map(({ rule }) => rule)).toContain('permalink-unique');
  });

  test('when two chapters exchange their names', async () => {
    const messages = await after(({ chapters }) => {
      [chapters[6]!.id, chapters[7]!.id] = [chapters[7]!.id, chapters[6]!.id];
    });
    expect(
      messages.filter(({ rule }) => rule === 'permalink-means-the-same').map(({ reason }) => reason),
    ).toEqual([expect.stringContaining('chapter 7-teil'), expect.stringContaining('chapter 6-teil')]);
  });

  test('when a case takes the name of one that was withdrawn', async () => {
    expect((await after(({ cases }) => cases.unshift('fall-1'))).map(({ rule }) => rule)).toContain(
      'permalink-unique',
    );
  });

  test('when an entry is removed from the registry', async () => {
    writeDossier(folder, plan);
    const before = readFileSync(permalinksFile(), 'utf8');
    writeFileSync(permalinksFile(), before.replace(/^.*"\/p\/8\.0\.1\/".*\n/m, ''));
    await read();
    const messages = found().map(({ rule }) => rule);
    writeFileSync(permalinksFile(), before);
    expect(messages).toEqual(['addresses-registered', 'release-kept']);
  });
});
