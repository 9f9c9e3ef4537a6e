import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';
import { readServing } from './serving.ts';

const usage = `Usage: dossier start [--port <number>] [--host <address>] [--private] [--replace]

Builds the site of a dossier (dossier build) and serves it (dossier preview).`;

const binary = fileURLToPath(new URL('./dossier.ts', import.meta.url));

/** Memory for short-lived objects, of which a build makes many: with little, Node collects garbage all the time. */
const ROOM = '--max-semi-space-size=64';

await run(usage, async () => {
  const args = process.argv.slice(2);
  const forBuild = args.filter((arg) => arg === '--private' || arg === '--replace');
  const forPreview = args.filter((arg) => arg !== '--replace');
  // Before the build, so that nobody waits for it in vain.
  await readServing(forPreview);
  const built = pass('build', forBuild);
  return built === 0 ? pass('preview', forPreview) : built;
});

/** Runs another of our commands with these arguments. */
function pass(command: string, args: string[]): number {
  const { status } = spawnSync(process.execPath, [ROOM, binary, command, ...args], { stdio: 'inherit' });
  return status ?? 1;
}
