import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild } from '../support/sites.ts';
import { differences, digests, type Sweep } from './sweep.ts';

// If a build is killed or the disk is full, the site being served stays as it was.

export const name = 'kill';
export const covers = 'a build that is killed or finds the disk full leaves the old site as it was';

/** The fractions of a whole build’s time after which it is killed; the last ones hit the checks and the swap. */
const MOMENTS = [0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.85, 0.92, 0.97, 1];
/** The fractions of a second site’s size that are free on a full disk. */
const ROOM = [0.02, 0.2, 0.4];

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const variables = { DOSSIER: join(folder, 'content'), OUT: join(folder, 'site') };
  cpSync('tests/fixtures/dossiers/bridge', variables.DOSSIER, { recursive: true });
  const first = await runBuild(variables);
  if (first.code !== 0) throw new Error(`no build to begin with:\n${first.output}`);
  const old = digests(variables.OUT);
  const kept = join(folder, 'kept');
  cpSync(variables.OUT, kept, { recursive: true });
  edit(variables.DOSSIER);
  const whole = { ...variables, OUT: join(folder, 'whole') };
  const started = Date.now();
  await runBuild(whole);
  const takes = Date.now() - started;
  const fresh = digests(whole.OUT);
  if (differences(old, fresh).length === 0) sweep.failures.push('the edit changed nothing');

  for (const moment of MOMENTS) {
    console.log(`  killed after ${moment} of ${(takes / 1000).toFixed(0)} s`);
    const { signal, ended } = await killAfter(takes * moment, variables);
    const found = digests(variables.OUT);
    const isOld = differences(old, found).length === 0;
    const isFresh = differences(fresh, found).length === 0;
    if (!isOld && !isFresh) sweep.failures.push(`killed at ${moment}: the site is neither old nor new`);
    if (ended && !isFresh) sweep.failures.push(`ended before ${moment}, and the site is not the new one`);
    if (!ended && signal !== 'SIGKILL') sweep.failures.push(`killed at ${moment}: ended by ${signal}`);
    if (isFresh) {
      rmSync(variables.OUT, { recursive: true });
      cpSync(kept, variables.OUT, { recursive: true });
    }
  }

  await fullDisk(variables, old, sweep);

  const after = await runBuild(variables);
  if (after.code !== 0) sweep.failures.push(`the build after all that failed:\n${after.output}`);
  else if (differences(fresh, digests(variables.OUT)).length > 0)
    sweep.failures.push('the build after all that is not what a clean one is');
}

/** Changes a text that is on every page. */
function edit(content: string): void {
  const path = join(content, 'dossier.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/version: \S+/, 'version: 8.7.6'));
}

function killAfter(
  milliseconds: number,
  variables: Record<string, string>,
): Promise<{ signal: string | null; ended: boolean }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli/build.ts'], {
      env: { ...process.env, ...variables },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ signal, ended: code === 0 });
    });
  });
}

/** Builds on disks that are too small for a second site: the target’s disk, and the disk of the build folder. */
async function fullDisk(
  variables: { DOSSIER: string; OUT: string },
  old: Map<string, string>,
  sweep: Sweep,
): Promise<void> {
  const disk = `${variables.OUT}-disk`;
  mkdirSync(disk);
  const size = Number(spawnSync('du', ['-sk', variables.OUT]).stdout.toString().split('\t')[0]);
  for (const room of ROOM) {
    console.log(`  room for ${room} of a site`);
    const judge = (where: string, { code, output }: { code: number; output: string }, out: string): void => {
      const full = `${where} has room for ${room} of a site`;
      if (code === 0) sweep.failures.push(`${full}, and the build says it is done`);
      if (!/no space left on the disk \(ENOSPC\)\. Free some space .*has changed/s.test(output))
        sweep.failures.push(`${full}, which is not told:\n${output}`);
      if (existsSync(join(disk, '.site.build/next')))
        sweep.failures.push(`${full}, and a part of the new one takes it up`);
      if (differences(old, digests(out)).length > 0)
        sweep.failures.push(`${full}, and the old one has changed`);
    };
    const mount = ['mount', '-t', 'tmpfs', '-o'];
    const [command = '', ...args] = [...mount, `size=${size + Math.ceil(room * size)}k`, 'tmpfs', disk];
    if (spawnSync(command, args).status !== 0) {
      sweep.skipped.push('a full disk: no file system can be mounted here (root is needed)');
      return;
    }
    try {
      const OUT = join(disk, 'site');
      cpSync(variables.OUT, OUT, { recursive: true });
      judge('the disk of the site', await runBuild({ ...variables, OUT }), OUT);
    } finally {
      spawnSync('umount', [disk]);
    }
    const workshop = 'node_modules/.cache/dossier-builds';
    mkdirSync(workshop, { recursive: true });
    const script = `${mount.join(' ')} size=${Math.ceil(room * size)}k tmpfs ${workshop} && exec "$0" src/cli/build.ts`;
    const { status, stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath], {
      env: { ...process.env, ...variables },
      encoding: 'utf8',
    });
    judge('the disk of the project', { code: status ?? -1, output: stdout + stderr }, variables.OUT);
  }
}
