import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

// Usage: node scripts/compile.ts [folder]. Compiles src/ into lib/ for the package, since Node does not run
// TypeScript below node_modules. Names and positions stay the same, except that .ts becomes .js, also in import paths.

const lib = process.argv[2] ?? 'lib';
rmSync(lib, { recursive: true, force: true });
cpSync('src', lib, { recursive: true });

for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
  const path = join(lib, file);
  if (file.endsWith('.d.ts')) rmSync(path);
  else if (file.endsWith('.ts')) {
    writeFileSync(path.replace(/ts$/, 'js'), stripTypeScriptTypes(withJsPaths(readFileSync(path, 'utf8'))));
    rmSync(path);
  } else if (/\.(?:astro|mjs)$/.test(file)) writeFileSync(path, withJsPaths(readFileSync(path, 'utf8')));
}

/** Rewrites relative paths to modules, in imports and in URLs made from them. */
function withJsPaths(source: string): string {
  return source.replace(/(['"]\.{1,2}\/[^'"\n]*)\.ts(?=['"?])/g, '$1.js');
}
