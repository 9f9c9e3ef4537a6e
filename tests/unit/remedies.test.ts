import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import type { Message } from '../../src/model/message.ts';
import type { Permalink } from '../../src/model/permalink.ts';
import { runCommand } from '../support/run-command.ts';
import { sketch, writeDossier, type Sketch } from '../support/synthetic-dossier.ts';

let released: string;
let folder: string;
let plan: Sketch;

const run = async (command: string, ...args: string[]): Promise<string> =>
  (await runCommand(command, args, { env: { DOSSIER: folder } })).output;

/** The errors, and other messages that a command can resolve. */
const check = async (): Promise<Message[]> =>
  (await checkDossier(folder)).messages.filter(
    ({ level, note }) => level === 'error' || note?.includes('npm run') === true,
  );

/** The commands in a remedy as lists of words, with its placeholders filled in. */
const commandsIn = (note: string, address: string): string[][] =>
  [...note.matchAll(/npm run (\w+)(?: -- (.+?))?(?=;|\.?$| adds| records| shows)/g)].map(
    ([, name = '', words = '']) => [
      name,
      ...[...words.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) =>
        word.replace('<address>', address).replaceAll('"', '').replace('…', 'Nicht mehr nötig.'),
      ),
    ],
  );

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'dossier-remedies-'));

beforeAll(async () => {
  folder = released = newFolder();
  plan = sketch({ sections: 2, paragraphs: 4, cases: 3 });
  writeDossier(folder, plan);
  await run('release', '--yes', '1.0.0');
  await run('confirm', '1.0.2');
  plan.version = '1.1.0';
});
beforeEach(() => {
  folder = newFolder();
  cpSync(released, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => rmSync(released, { recursive: true }));

describe('following check’s advice resolves its messages', () => {
  test.each<[string, (plan: Sketch) => unknown]>([
    ['a case without an account is withdrawn', ({ mereCases }) => mereCases.pop()],
    ['a case is withdrawn', ({ cases }) => cases.shift()],
    ['a term is withdrawn', ({ terms }) => terms.pop()],
    ['a paragraph and its note are withdrawn', ({ chapters }) => chapters[1]!.paragraphs.splice(1, 1)],
    ['a chapter is renamed', ({ chapters }) => (chapters[1]!.id = '2-abschnitt')],
    ['a paragraph is added', ({ chapters }) => chapters[0]!.paragraphs.push(added)],
    [
      'a paragraph is written anew',
      ({ chapters }) => (chapters[0]!.paragraphs[2]!.names = ['neu', 'anders']),
    ],
    ['a confirmed paragraph says more', ({ chapters }) => chapters[0]!.paragraphs[1]!.names.push('mehr')],
  ])('when %s', async (_, edit) => {
    const edited = structuredClone(plan);
    edit(edited);
    writeDossier(folder, edited);
    const commands = (await check()).flatMap(({ note = '' }) => commandsIn(note, '/').slice(-1));
    expect(commands.length).toBeGreaterThan(0);
    const said: string[] = [];
    for (const [name = '', ...words] of commands) said.push(await run(name, ...words));
    expect(await check(), said.join('\n')).toEqual([]);
  });

  test('when withdrawn content is redirected instead', async () => {
    writeDossier(folder, { ...plan, mereCases: ['anders-genannt'] });
    const { note = '' } = (await check()).find(({ ruleId }) => ruleId === 'permalink-kept')!;
    const [[name = '', ...words] = []] = commandsIn(note, '/de/cases/#anders-genannt');
    await run(name, ...words);
    expect(await check()).toEqual([]);
    expect(readFileSync(join(folder, 'permalinks.json'), 'utf8')).toMatch(
      /"\/fr\/cases\/#bloss-genannt".*"successor": "\/fr\/cases\/#anders-genannt"/,
    );
  });
});

describe('a chapter', () => {
  const successors = (): Record<string, string> =>
    Object.fromEntries(
      (JSON.parse(readFileSync(join(folder, 'permalinks.json'), 'utf8')) as Permalink[]).flatMap(
        ({ path, successor }) => (successor === undefined ? [] : [[path, successor]]),
      ),
    );

  test('that has been renamed is recognised by its content', async () => {
    const renamed = structuredClone(plan);
    renamed.chapters[1]!.id = '2-abschnitt';
    writeDossier(folder, renamed);
    expect(await run('permalinks')).not.toContain('no longer work');
    expect(successors()).toEqual({
      '/parallel/2-teil/': '/parallel/2-abschnitt/',
      '/de/2-teil/': '/de/2-abschnitt/',
      '/fr/2-teil/': '/fr/2-abschnitt/',
      '/de/parallel/2-teil/': '/de/parallel/2-abschnitt/',
      '/fr/parallel/2-teil/': '/fr/parallel/2-abschnitt/',
    });
  });

  test('that is withdrawn includes its content', async () => {
    const shorter = structuredClone(plan);
    shorter.chapters.pop();
    writeDossier(folder, shorter);
    const lost = await check();
    expect(lost.length).toBeGreaterThan(4);
    await run('permalinks', '--gone', '/parallel/2-teil/', 'de=Zurückgezogen.', 'fr=Retiré.');
    expect(await check()).toEqual([]);
  });

  test('that is split in two requires a decision', async () => {
    const divided = structuredClone(plan);
    const [, second] = divided.chapters;
    divided.chapters.splice(
      1,
      1,
      { ...second!, id: '2-a', paragraphs: second!.paragraphs.slice(0, 2) },
      { ...second!, id: '2-b', paragraphs: second!.paragraphs.slice(2) },
    );
    writeDossier(folder, divided);
    await run('permalinks');
    expect(successors()).not.toHaveProperty(['/de/2-teil/']);
    expect(successors()).toMatchObject({
      '/de/2-teil/#p2.0.1': '/de/2-a/#p2.0.1',
      '/de/2-teil/#p2.0.4': '/de/2-b/#p2.0.4',
    });
    expect((await check()).map(({ note }) => note?.slice(0, 60))).toEqual([
      'Say where it redirects: npm run permalinks -- --move /parall',
    ]);
  });
});

const added = { id: '1.0.9', names: ['dazu'], notes: [] };
