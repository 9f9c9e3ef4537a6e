import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild, runNode } from '../support/sites.ts';
import { differences, digests, type Sweep } from './sweep.ts';

// The same dossier always gives the same bytes, regardless of where, when and how often it is built.

export const name = 'reproducible';
export const covers =
  'the same dossier gives the same bytes, wherever, whenever and however often it is built';

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const content = join(folder, 'content');
  cpSync('tests/fixtures/dossiers/well', content, { recursive: true });
  await runNode(['src/cli/release.ts', '--yes', '2.0.0'], { DOSSIER: content });
  const first = await build('first', content, {});
  const same = async (what: string, files: Promise<Map<string, string>>): Promise<void> => {
    const differing = differences(first, await files);
    if (differing.length > 0) sweep.failures.push(`${what}, these differ: ${differing.join(', ')}`);
  };

  const elsewhere = join(folder, 'another place', 'with spaces');
  cpSync(content, elsewhere, { recursive: true });
  await same('from another folder', build('second', elsewhere, {}));
  await same('built over itself', build('first', content, {}));
  await same('in another time zone', build('zone', content, { TZ: 'Pacific/Kiritimati' }));
  await same(
    'under another locale',
    build('locale', content, { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' }),
  );
  const umask = process.umask(0o077);
  await same('under another umask', build('umask', content, {}));
  process.umask(umask);
  if (spawnSync('taskset', ['--version']).status === 0)
    await same('on one core', build('core', content, {}, ['taskset', '-c', '0']));
  else sweep.skipped.push('one core: there is no taskset here');

  // After an edit, a build over the old site gives the same as a clean build.
  const chapters = join(content, 'chapters');
  const [edition = ''] = readdirSync(chapters).sort();
  const [chapter = ''] = readdirSync(join(chapters, edition)).sort();
  appendFileSync(join(chapters, edition, chapter), '\n');
  const settings = join(content, 'dossier.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/issued: .*/, 'issued: "2002-03-04"'));
  const over = await build('first', content, {});
  if (differences(over, first).length === 0) sweep.failures.push('the edit changed nothing');
  const clean = await build('clean', content, {});
  const differing = differences(over, clean);
  if (differing.length > 0) sweep.failures.push(`after an edit, these differ: ${differing.join(', ')}`);

  async function build(
    out: string,
    dossier: string,
    environment: Record<string, string>,
    under: string[] = [],
  ): Promise<Map<string, string>> {
    const variables = { DOSSIER: dossier, OUT: join(folder, `${out} site`), ...environment };
    const { code, output } = under.length === 0 ? await runBuild(variables) : buildUnder(under, variables);
    if (code !== 0) sweep.failures.push(`${out} was not built:\n${output}`);
    return code === 0 ? digests(variables.OUT) : new Map();
  }
}

function buildUnder(
  [command = '', ...args]: string[],
  environment: Record<string, string>,
): { code: number; output: string } {
  const { status, stdout, stderr } = spawnSync(command, [...args, process.execPath, 'src/cli/build.ts'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { code: status ?? -1, output: stdout + stderr };
}
