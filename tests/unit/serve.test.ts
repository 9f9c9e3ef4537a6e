import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { portOf } from '../../src/cli/serving.ts';
import { isWhole } from '../support/whole.ts';
import { freePort, runNode } from '../support/sites.ts';

// Nothing is built: the pages served contain a single word.

let folder: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-serve-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
  rmSync(folder, { recursive: true });
});

const listen = (port = 0): Promise<Server> =>
  new Promise((done) => {
    const server = createServer().listen(port, '127.0.0.1', () => done(server));
  });
const numberOf = (server: Server): string => String((server.address() as AddressInfo).port);
const close = (server: Server): Promise<unknown> => new Promise((done) => server.close(done));

const site = (word: string): string => {
  const out = join(folder, word);
  mkdirSync(out);
  for (const page of ['index.html', '404.html']) writeFileSync(join(out, page), word);
  return out;
};
const bridge = resolve('tests/fixtures/dossiers/bridge');
const well = resolve('tests/fixtures/dossiers/well');

/** Starts a server, and resolves when it prints its address. */
const serve = (script: string, args: string[], environment: Record<string, string>): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [`src/cli/${script}`, ...args], {
      // Astro does not serve pages if it detects a test.
      env: { ...process.env, VITEST: undefined, ...environment },
    });
    running.push(child);
    let output = '';
    const hear = (piece: unknown): void => {
      output += String(piece);
      if (/http:\S+/.test(output)) done(output);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => fail(new Error(output)));
  });

const answer = async (address: string): Promise<string> => (await fetch(address)).text();

describe('npm run preview', () => {
  test('serves two dossiers at once, each on its port, given as an option or in the environment', async () => {
    const [one, other] = [String(await freePort()), String(await freePort())];
    const [first] = await Promise.all([
      serve('preview.ts', ['--port', one], { DOSSIER: bridge, OUT: site('bridge'), PORT: '1' }),
      serve('preview.ts', [], { DOSSIER: well, OUT: site('well'), PORT: other }),
    ]);
    expect(first).toMatch(/^Dossier tests\/fixtures\/dossiers\/bridge: /m);
    expect(await answer(`http://localhost:${one}/`)).toBe('bridge');
    expect(await answer(`http://localhost:${other}/brunnen/`)).toBe('well');
  });

  test('says that nothing is built yet, or that the site belongs to another dossier', async () => {
    const OUT = join(folder, 'none');
    const PORT = String(await freePort());
    const { code, output } = await runNode(['src/cli/preview.ts'], { DOSSIER: bridge, OUT, PORT });
    expect(code).toBe(2);
    expect(output).toContain(`${OUT} does not exist yet: npm run build makes it.`);

    const taken = site('taken');
    mkdirSync(join(folder, '.taken.build'));
    writeFileSync(join(folder, '.taken.build', 'dossier'), `${well}\n`);
    const foreign = await runNode(['src/cli/preview.ts'], { DOSSIER: bridge, OUT: taken, PORT });
    expect(foreign.code).toBe(2);
    expect(foreign.output).toContain(
      `${taken} contains the site of another dossier: DOSSIER=tests/fixtures/dossiers/well shows it.`,
    );
  });
});

describe('npm run dev', () => {
  // tests/e2e/dev.test.ts checks that pages change; an audit checks that the command serves them.
  test.runIf(isWhole)('shows edits as soon as they are saved', async () => {
    const dossier = join(folder, 'content');
    cpSync(bridge, dossier, { recursive: true });
    const port = String(await freePort());
    expect(await serve('dev.ts', ['--port', port], { DOSSIER: dossier })).toContain('《论桥》卷宗');
    const page = `http://localhost:${port}/en/terms/beam-bridge/`;
    expect(await answer(page)).toContain('A bridge that rests on beams');
    const term = join(dossier, 'terms/beam-bridge.yaml');
    writeFileSync(
      term,
      readFileSync(term, 'utf8').replace('A bridge that rests on beams', 'A bridge that lies on beams'),
    );
    await vi.waitFor(async () => expect(await answer(page)).toContain('A bridge that lies on beams'), {
      timeout: 20_000,
      interval: 500,
    });
  });
});

describe('a port', () => {
  test.each(['preview.ts', 'dev.ts', 'start.ts'])(
    'that is in use is reported by %s in a sentence',
    async (script) => {
      const server = await listen();
      const port = numberOf(server);
      const { code, output } = await runNode([`src/cli/${script}`], {
        DOSSIER: bridge,
        OUT: site(script),
        PORT: port,
      });
      await close(server);
      expect(output).toContain(`Port ${port} is in use: give another with --port or PORT.`);
      expect(output).not.toMatch(/at .*:\d+:\d+|\[1\/\d\]/);
      expect(code).toBe(2);
    },
  );

  test.each(['0', '65536', 'x', '80.5', '-1'])('that is invalid, such as %s, is refused', (port) => {
    const sentence = `${port} is not a port: give a number from 1 to 65535 with --port or PORT.`;
    expect(() => portOf(port)).toThrow(sentence);
    expect(() => portOf(undefined, { PORT: port })).toThrow(sentence);
  });

  test('is taken from the option, else from the environment, else 4321', () => {
    expect(portOf('80', { PORT: '81' })).toBe(80);
    expect(portOf(undefined, { PORT: '81' })).toBe(81);
    expect(portOf(undefined, {})).toBe(4321);
  });
});
