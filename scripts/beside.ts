import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

// Runs npm scripts at the same time, with lower priority than the build and the browser tests, which take longest and
// partly wait: these scripts use the time in between.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const scripts = spawn('run-p', ['--continue-on-error', '--aggregate-output', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
scripts.on('close', (code) => (process.exitCode = code ?? 1));
