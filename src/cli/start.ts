import { spawnSync } from 'node:child_process';

// Usage: npm start [-- --private]. Builds the site and serves it on port 4321; with --private, private editions too.

const privately = process.argv.includes('--private');
const run = (command: string, ...args: string[]): void => {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...(privately ? { PRIVATE: '1' } : {}) },
  });
  if (status !== 0) process.exit(status ?? 1);
};
run(process.execPath, 'src/cli/build.ts');
run('astro', 'preview', '--port', '4321');
