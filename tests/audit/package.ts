import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { run as runProgram, runBuild } from '../support/sites.ts';
import { fetchPackage } from './fetch-package.ts';
import { CannotRun, differences, digests, isBusy, type Sweep } from './sweep.ts';

// Packs the engine and uses the tarball as its users do, on the oldest Node version that it supports. Network requests
// go only to npm’s registry.

export const name = 'package';
export const covers = `the packed engine in an empty folder, on Node ${oldest()}`;

/** The maximum number of seconds from an empty folder to a built site, on a quiet machine. */
const MAX_SECONDS = 60;

interface Outcome {
  code: number;
  output: string;
}

export async function run({ failures, skipped }: Sweep, folder: string): Promise<void> {
  const expect = (holds: boolean, failure: string): void => {
    if (!holds) failures.push(failure);
  };
  const paths = [];
  for (const version of [oldest(), '20.18.0']) {
    const node = await fetchPackage(`node-${process.platform}-${process.arch}`, version);
    if (typeof node === 'string') throw new CannotRun(node);
    const bin = join(folder, `node-${version}`);
    mkdirSync(bin);
    symlinkSync(node.path('bin/node'), join(bin, 'node'));
    // Without the Node in node_modules/.bin.
    const rest = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'));
    paths.push([bin, ...rest].join(delimiter));
  }
  const [PATH = '', old = ''] = paths;
  const shell = (command: string, cwd: string, environment: Record<string, string> = {}): Promise<Outcome> =>
    runProgram('sh', ['-c', command], { PATH, NODE_ENV: '', ...environment }, cwd);
  const must = async (...call: Parameters<typeof shell>): Promise<Outcome> => {
    const started = Date.now();
    const outcome = await shell(...call);
    console.log(`  ${call[0]} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
    expect(outcome.code === 0, `${call[0]} ended with ${outcome.code}:\n${outcome.output}`);
    return outcome;
  };

  const packed = await runProgram('npm', ['pack', '--pack-destination', folder]);
  const tarball = join(folder, `dossier-${packageJson.version}.tgz`);
  if (!existsSync(tarball)) return void failures.push(packed.output);

  // The steps of npm create dossier.
  await runProgram('npm', ['pack', './create-dossier', '--pack-destination', folder]);
  const creator = join(folder, `create-dossier-${packageJson.version}.tgz`);
  await must(`npx --yes --package='${tarball}' --package='${creator}' create-dossier created`, folder);
  expect(existsSync(join(folder, 'created/package.json')), 'create-dossier did not create a folder');

  const project = join(folder, 'my dossier');
  const wasBusy = isBusy();
  const started = Date.now();
  await must(`npx --yes --package='${tarball}' dossier init 'my dossier'`, folder);
  await must('npm install --no-audit --no-fund', project);
  await must('npx dossier build', project);
  const seconds = (Date.now() - started) / 1000;
  console.log(`  from an empty folder to a built site in ${seconds.toFixed(0)} s`);
  if (wasBusy && seconds > MAX_SECONDS)
    skipped.push(`whether ${MAX_SECONDS} s are enough for that: the machine has other work`);
  else expect(seconds <= MAX_SECONDS, `an empty folder becomes a site in ${seconds} s, not ${MAX_SECONDS}`);
  expect(existsSync(join(project, 'dist/zh/1-depth/index.html')), 'the model chapter has no page');

  const refused = await shell('npx dossier check', project, { PATH: old });
  expect(
    refused.code === 2 &&
      refused.output.trim().split('\n').length === 1 &&
      refused.output.includes('needs Node'),
    `Node 20 is told:\n${refused.output}`,
  );

  await cp('tests/fixtures/source/paper.txt', join(project, 'paper.txt'));
  await must('npx dossier import paper.txt --to paper', project);
  await must('npx dossier build', project, { DOSSIER: 'paper', OUT: 'paper-site' });

  // Dossiers of earlier versions give the same site as when built from the repository, and no file changes.
  const dossiers = resolve('tests/fixtures/dossiers');
  for (const since of readdirSync(dossiers).filter((one) => one.startsWith('since-'))) {
    const content = join(project, since);
    await cp(join(dossiers, since), content, { recursive: true });
    const before = digests(content);
    const OUT = join(folder, `${since}-here`);
    const [here] = await Promise.all([
      runBuild({ DOSSIER: content, OUT }),
      must('npx dossier build', project, { DOSSIER: since, OUT: join(folder, since) }),
    ]);
    expect(differences(before, digests(content)).length === 0, `building ${since} changed its files`);
    expect(here.code === 0, here.output);
    const differing = differences(digests(OUT), digests(join(folder, since)));
    const otherVersions = versionsUnlikeHere(project).join(', ');
    expect(
      differing.length === 0,
      `${since} is another site by the package, which has ${otherVersions}: ${differing.join(', ')}`,
    );
  }

  const content = digests(join(project, 'content'));
  const newer = await repacked(folder, tarball, '99.0.0');
  const rehearsed = await must(`npx dossier upgrade --dry-run '${newer}'`, project);
  for (const line of [
    '→ 99.0.0',
    '0 addresses lost',
    '0 addresses added',
    'No file of the dossier would change',
  ])
    expect(rehearsed.output.includes(line), `upgrade --dry-run does not say “${line}”:\n${rehearsed.output}`);
  await must(`npx dossier upgrade '${newer}'`, project);
  expect(
    (await shell('npx dossier --version', project)).output === '99.0.0\n',
    'the engine was not replaced',
  );
  expect(differences(content, digests(join(project, 'content'))).length === 0, 'an upgrade changed content/');

  for (const [host, environment, address] of [
    ['github', { base_url: 'https://owner.github.io/my-dossier' }, 'https://owner.github.io/my-dossier/'],
    ['cloudflare', { PROJECT: 'my-dossier', OWN_SITE: '' }, 'https://my-dossier.pages.dev/'],
    ['cloudflare', { PROJECT: 'x', OWN_SITE: 'https://example.org/d/' }, 'https://example.org/d/'],
    ['netlify', { URL: 'https://my-dossier.netlify.app' }, 'https://my-dossier.netlify.app/'],
  ] as [string, Record<string, string>, string][]) {
    const made = join(folder, `${host}-${new URL(address).host}`);
    await must(`npx --yes --package='${tarball}' dossier init --host ${host} '${made}'`, folder);
    const steps = stepsOf(made);
    // Workflows that install need a lock file, but not a second installation.
    const installs = steps.some(({ run: command }) => command === 'npm ci');
    await must(`npm install --no-audit --no-fund${installs ? ' --package-lock-only' : ''}`, made);
    for (const step of steps) await must(step.run, made, { ...environment, ...step.env(environment) });
    const page = join(made, 'dist/zh/index.html');
    const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
    expect(
      html.includes(`<link rel="canonical" href="${address}zh/"`),
      `${host} does not publish at ${address}: ${/<link rel="canonical"[^>]*>/.exec(html)?.[0] ?? 'no page'}`,
    );
  }
  skipped.push('the hosts themselves: only what their workflows run was run');
}

function oldest(): string {
  return `${packageJson.engines.node.replace('>=', '')}.0`;
}

/** The packages that npm chose for a project in another version than the repository has. */
function versionsUnlikeHere(project: string): string[] {
  const [here = {}, there = {}] = ['.', project].map(
    (folder) => (JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock).packages,
  );
  return Object.entries(there).flatMap(([path, { version = '' }]) =>
    here[path] && here[path].version !== version ? [`${path.replace('node_modules/', '')}@${version}`] : [],
  );
}

interface Lock {
  packages: Record<string, { version?: string }>;
}

/** Packs the tarball again with another version. */
async function repacked(folder: string, tarball: string, version: string): Promise<string> {
  const sources = join(folder, 'repacked');
  mkdirSync(sources);
  await runProgram('tar', ['xzf', tarball, '-C', sources]);
  const manifest = join(sources, 'package/package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(packageJson.version, version));
  const file = join(folder, `dossier-${version}.tgz`);
  await runProgram('tar', ['czf', file, '-C', sources, 'package']);
  return file;
}

interface Step {
  run: string;
  /** The step’s environment, with the host’s values for the placeholders in braces. */
  env: (host: Record<string, string>) => Record<string, string>;
}

/** The build steps in a host’s configuration. */
function stepsOf(project: string): Step[] {
  const netlify = join(project, 'netlify.toml');
  if (existsSync(netlify)) {
    const [, command = ''] = /^\[build\]\ncommand = '(.*)'$/m.exec(readFileSync(netlify, 'utf8')) ?? [];
    return [{ run: command, env: () => ({}) }];
  }
  const workflows = join(project, '.github/workflows');
  return readdirSync(workflows).flatMap((file) => {
    const { jobs } = parse(readFileSync(join(workflows, file), 'utf8')) as Workflow;
    return Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run: command, env = {} }) =>
        command === undefined
          ? []
          : [
              {
                run: command,
                env: (host: Record<string, string>) =>
                  Object.fromEntries(
                    Object.entries(env).map(([key, value]) => [
                      key,
                      host[key] ??
                        value.replace(/\$\{\{ .*?(\w+) \}\}/, (_, last: string) => host[last] ?? ''),
                    ]),
                  ),
              },
            ],
      ),
    );
  });
}

interface Workflow {
  jobs: Record<string, { steps: { run?: string; env?: Record<string, string> }[] }>;
}
