import { readdirSync } from 'node:fs';

// Usage: npm run audit [-- <sweep> …]. The long sweeps, one after another; exit code 1 if one of them finds anything.

interface Module {
  name: string;
  run: () => Promise<{ failures: string[]; skipped: string[] }>;
}

const isSweep = (module: object): module is Module => 'name' in module && 'run' in module;

const wanted = process.argv.slice(2);
let failed = false;
for (const file of readdirSync(import.meta.dirname).sort()) {
  if (file === 'run.ts') continue;
  const module = (await import(`./${file}`)) as object;
  if (!isSweep(module) || (wanted.length > 0 && !wanted.includes(module.name))) continue;
  const started = Date.now();
  const { failures, skipped } = await module.run();
  console.log(
    `${failures.length === 0 ? 'ok    ' : 'FAILED'} ${module.name} (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  for (const failure of failures) console.log(`  ${failure}`);
  for (const reason of skipped) console.log(`  not looked at: ${reason}`);
  failed ||= failures.length > 0;
}
process.exitCode = failed ? 1 : 0;
