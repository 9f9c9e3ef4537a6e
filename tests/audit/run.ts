import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRun, type Sweep, type SweepModule } from './sweep.ts';

// Usage: npm run audit [-- <sweep> …]. Runs the long sweeps one after another; each says what it covers and what it had
// to skip, and a table at the end says which are ok, red or could not run. The exit code is 1 if one of them finds a
// fault, 2 if there is no sweep of that name.

const isSweep = (module: object): module is SweepModule =>
  'name' in module && 'covers' in module && 'run' in module;

const modules = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => file !== 'run.ts')
    .sort()
    .map(async (file) => (await import(`./${file}`)) as object),
);
const sweeps = modules.filter(isSweep);
const names = sweeps.map(({ name }) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unexpected sweep ${unknown.join(', ')}, expected some of ${names.join(', ')}`);
  process.exit(2);
}

const results: Record<string, { result: string; findings: number; seconds: number }> = {};
for (const { name, covers, run } of sweeps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name}: ${covers}`);
  const started = Date.now();
  const sweep: Sweep = { failures: [], skipped: [] };
  const { failures, skipped } = sweep;
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  let obstacle: string | undefined;
  try {
    await run(sweep, folder);
  } catch (error) {
    if (error instanceof CannotRun) obstacle = error.message;
    else failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const failure of failures) console.log(`  ${failure}`);
  for (const reason of skipped) console.log(`  not looked at: ${reason}`);
  if (obstacle !== undefined) console.log(`  could not run: ${obstacle}`);
  results[name] = {
    result:
      failures.length > 0
        ? 'red'
        : obstacle !== undefined
          ? 'could not run'
          : skipped.length > 0
            ? 'ok, but not all was looked at'
            : 'ok',
    findings: failures.length,
    seconds: Math.round((Date.now() - started) / 1000),
  };
}
console.table(results);
process.exitCode = Object.values(results).some(({ result }) => result === 'red') ? 1 : 0;
