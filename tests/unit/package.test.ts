import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import creator from '../../create-dossier/package.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { chunks } from '../../src/site/config.ts';
import { runCommand } from '../support/run-command.ts';
import { freePort, run } from '../support/sites.ts';

// The content of the package, laid out as npm would install it; tests/audit/package.ts really packs and installs it.
let folder: string;
let project: string;
const compiled = (name: string): string => join(project, `node_modules/dossier/lib/cli/${name}.js`);
/** Runs the package’s only program in a separate process; `dossier` runs a module of it in this one. */
const program = (args: string[], cwd = project) =>
  run(process.execPath, [compiled('dossier'), ...args], {}, cwd);
const dossier = ([command = '', ...args]: string[], cwd = project) =>
  runCommand(command, args, { cwd, module: compiled(command) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  project = join(folder, 'my project');
  const engine = join(project, 'node_modules/dossier');
  mkdirSync(engine, { recursive: true });
  for (const part of ['package.json', 'public']) await cp(part, join(engine, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(engine, 'node_modules'));
  const { code, output } = await run(process.execPath, ['scripts/compile.ts', join(engine, 'lib')]);
  expect(code, output).toBe(0);
  await run(process.execPath, ['scripts/schemas.ts', join(engine, 'schemas')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|astro)$/.test(file),
  );
  const imported = new Set(
    sources.flatMap((file) =>
      [
        ...readFileSync(join('src', file), 'utf8').matchAll(
          /^(?:import|export|\} from) (?!type)(?:[^'\n]* from )?'([^.'][^':]*)'|(?:import|resolve)\('([^.'][^':]*)'\)/gm,
        ),
      ].map(([, name = '', dynamic = '']) => (name || dynamic).match(/^(?:@[^/]+\/)?[^/]+/)![0]),
    ),
  );

  test('depends on every package that src imports', () => {
    const { dependencies: needed, optionalDependencies: optional } = packageJson;
    const dependencies = [...builtinModules, ...Object.keys({ ...needed, ...optional })];
    expect(imported.size).toBeGreaterThan(30);
    expect([...imported].filter((name) => !dependencies.includes(name))).toEqual([]);
  });

  test('requests exact versions, so that a site does not depend on the day of installation', () => {
    const { dependencies: needed, optionalDependencies: optional } = packageJson;
    const versions = Object.entries({ ...needed, ...optional });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('matches the package that npm create dossier requests', () => {
    const { version, engines } = packageJson;
    expect(creator).toMatchObject({ version, engines, dependencies: { dossier: `^${version}` } });
  });

  test('contains every picture in its manual', () => {
    const pages = ['README.md', ...globSync('docs/**/*.md')];
    const shown = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/^!\[[^\]]*\]\(([^)]*)\)/gm)].map(([, path = '']) =>
        join(dirname(page), path),
      ),
    );
    expect(shown).toHaveLength(5);
    expect(shown.filter((path) => !packageJson.files.includes(dirname(path)) || !existsSync(path))).toEqual(
      [],
    );
  });

  test('refers in the compiled modules to no file that is only in src', () => {
    const lib = join(project, 'node_modules/dossier/lib');
    const files = readdirSync(lib, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.ts'))).toEqual([]);
    const naming = files.filter(
      (file) =>
        /\.(?:js|astro)$/.test(file) &&
        /['"`]\.{1,2}\/[^'"`]*\.ts[?'"`]/.test(readFileSync(join(lib, file), 'utf8')),
    );
    expect(naming).toEqual([]);
  });
});

describe('dossier', () => {
  test('lists its commands', async () => {
    const { code, output } = await program([]);
    expect(code).toBe(0);
    const commands = readdirSync('src/cli').filter((file) =>
      readFileSync(join('src/cli', file), 'utf8').includes('\nawait run('),
    );
    expect(commands).toContain('build.ts');
    for (const file of commands) expect(output).toMatch(new RegExp(`^  ${file.replace('.ts', '')} `, 'm'));
    expect(await dossier(['commands', '--version'])).toMatchObject({
      code: 0,
      output: `${packageJson.version}\n`,
    });
  });

  test.each([
    ['release', '--help'],
    ['help', 'release'],
  ])('shows the help of one command: %s %s', async (...args) => {
    expect(await dossier(['commands', ...args])).toMatchObject({
      code: 0,
      output: expect.stringContaining('Usage: dossier release'),
    });
  });

  test('exits with 0 after --help, even for a command whose exit code is 1 until it succeeds', async () => {
    expect(await dossier(['build', '--help'])).toMatchObject({ code: 0 });
  });

  test('suggests the closest command for a mistyped one', async () => {
    const { code, output } = await dossier(['commands', 'relaese']);
    expect(output).toContain('Unknown command relaese (nearest: release).');
    expect(code).toBe(2);
  });

  test('says if there is no dossier, and how to upgrade the engine’s own repository', async () => {
    const advice = expect.stringContaining('dossier init creates a new one');
    expect(await dossier(['check'])).toMatchObject({ code: 2, output: advice });
    const { code, output } = await run(process.execPath, ['src/cli/dossier.ts', 'upgrade']);
    expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining('git pull') });
  });
});

describe('dossier init', () => {
  test('creates a folder without code, with a dossier without errors', async () => {
    const made = await dossier(['init', 'made']);
    expect(made, made.output).toMatchObject({ code: 0 });
    const files = readdirSync(join(project, 'made'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.(?:[cm]?[jt]s|astro|css)$/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['.gitignore', '.github/workflows/pages.yml', 'README.md']));
    const { dependencies } = JSON.parse(readFileSync(join(project, 'made/package.json'), 'utf8'));
    expect(dependencies).toEqual({ dossier: `^${packageJson.version}` });
    const checked = await dossier(['check'], join(project, 'made'));
    expect(checked, checked.output).toMatchObject({
      code: 0,
      output: expect.stringContaining('0 errors, 0 todo'),
    });
  });

  test('does not overwrite files', async () => {
    mkdirSync(join(project, 'begun'));
    await writeFile(join(project, 'begun/package.json'), '{ "name": "mine" }\n');
    expect(await dossier(['init', 'begun'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(project, 'begun/package.json'), 'utf8')).toBe('{ "name": "mine" }\n');
    const again = await dossier(['init', 'begun']);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('Nothing was written') });
  });

  test('has every file checked by the engine’s schemas', async () => {
    expect(await dossier(['init', 'checked'])).toMatchObject({ code: 0 });
    const content = join(project, 'checked/content');
    for (const file of ['dossier.yaml', 'terms/dry-depth.yaml', 'cases/dry-year/case.yaml']) {
      const [, address = ''] = /^# yaml-language-server: \$schema=(.*)\n/.exec(
        readFileSync(join(content, file), 'utf8'),
      )!;
      const [, schema = ''] = resolve(content, file, '..', address).split(
        join(project, 'checked/node_modules/dossier/'),
      );
      expect(existsSync(join(project, 'node_modules/dossier', schema)), address).toBe(true);
    }
  });

  test('depends on a copy of the tarball that the engine was installed from', async () => {
    await writeFile(join(folder, 'engine-1.tgz'), 'packed');
    await writeFile(
      join(project, 'package.json'),
      '{ "dependencies": { "dossier": "file:../engine-1.tgz" } }',
    );
    expect(await dossier(['init', 'kept'])).toMatchObject({ code: 0 });
    rmSync(join(project, 'package.json'));
    const { dependencies } = JSON.parse(readFileSync(join(project, 'kept/package.json'), 'utf8'));
    expect(dependencies).toEqual({ dossier: 'file:engine/engine-1.tgz' });
    expect(readFileSync(join(project, 'kept/engine/engine-1.tgz'), 'utf8')).toBe('packed');
  });

  test.each(['cloudflare', 'github', 'netlify'])(
    'publishes on %s, at the address that the host sets',
    async (host) => {
      const made = await dossier(['init', host, '--host', host]);
      expect(made, made.output).toMatchObject({ code: 0 });
      const netlify = join(project, host, 'netlify.toml');
      const workflows = join(project, host, '.github/workflows');
      expect(existsSync(netlify)).toBe(host === 'netlify');
      if (host === 'netlify')
        expect(readFileSync(netlify, 'utf8')).toContain('SITE="$URL" npx dossier build');
      else
        for (const file of readdirSync(workflows)) {
          const { jobs } = parse(readFileSync(join(workflows, file), 'utf8'));
          const build = jobs.publish.steps.find(({ run = '' }: { run?: string }) =>
            run.includes('dossier build'),
          );
          expect(`${build.run} ${Object.keys(build.env)}`).toContain('SITE');
        }
    },
  );

  test('adds the file of another host to a folder that has a dossier, once', async () => {
    expect(await dossier(['init', 'moved'])).toMatchObject({ code: 0 });
    const before = readdirSync(join(project, 'moved'), { recursive: true });
    const added = await dossier(['init', 'moved', '--host', 'netlify']);
    expect(added).toMatchObject({ code: 0, output: expect.stringContaining('netlify.toml was added') });
    const after = readdirSync(join(project, 'moved'), { recursive: true });
    expect(after.sort()).toEqual([...before, 'netlify.toml'].sort());
    const again = await dossier(['init', 'moved', '--host', 'netlify']);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('Nothing was written') });
  });

  test('knows no other hosts', async () => {
    expect(await dossier(['init', 'x', '--host', 'floppy'])).toMatchObject({ code: 2 });
  });
});

test('scripts share the same modules in the package as here', () => {
  for (const { name, test: isIn } of chunks) {
    const [here, inPackage] = ['/engine/src/', '/node_modules/dossier/lib/'].map((folder) =>
      readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => isIn.test(folder + file)),
    );
    expect(here?.length, name).toBeGreaterThan(5);
    expect(inPackage, name).toEqual(here);
  }
});

test('a site that Astro cannot build here is refused in a sentence', async () => {
  expect(await dossier(['init', 'apart'])).toMatchObject({ code: 0 });
  const built = await program(['start', '--port', String(await freePort())], join(project, 'apart'));
  expect(built).toMatchObject({
    code: 2,
    output: expect.stringContaining('install the engine here with npm'),
  });
});

test('in an independent project, messages name the commands available there', async () => {
  expect(await dossier(['init', 'messages'])).toMatchObject({ code: 0 });
  const own = join(project, 'messages');
  const made = await dossier(['permalinks'], own);
  expect(made, made.output).toMatchObject({ code: 0 });
  await cp(join(own, 'content/terms/dry-depth.yaml'), join(own, 'content/terms/rim.yaml'));
  const { output } = await dossier(['check'], own);
  expect(output).toContain('npx dossier permalinks adds them.');
});
