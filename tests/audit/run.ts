import { readdir } from 'node:fs/promises';

// The long sweep: every file beside this one but `sweep.ts`, in order. Each says what it found, and aloud what it had to
// skip; the exit code is 1 if any found a fault. Usage: npm run audit [-- <name of a sweep> …]

import type { Sweep } from './sweep.ts';

const named = process.argv.slice(2);
const files = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !['run.ts', 'sweep.ts'].includes(file))
  .filter((file) => named.length === 0 || named.includes(file.replace(/\.ts$/, '')))
  .sort();

let faults = 0;
let skipped = 0;
for (const file of files) {
  const { sweep }: { sweep: Sweep } = await import(`./${file}`);
  console.log(`\n${sweep.name}`);
  for await (const result of sweep.run()) {
    if (result.type === 'fault') faults++;
    if (result.type === 'skipped') skipped++;
    console.log(`  ${{ fault: 'FAULT', skipped: 'SKIPPED', passed: 'ok' }[result.type]}  ${result.says}`);
  }
}
console.log(`\n${files.length} sweeps, ${faults} faults, ${skipped} skipped`);
process.exitCode = faults > 0 || files.length === 0 ? 1 : 0;
