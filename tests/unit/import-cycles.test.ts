import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Each module of `src` with the modules that it imports; imports of types alone do not count. */
const imports = new Map(
  globSync('src/**/*.ts').map((file) => {
    const text = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
    return [file, own.map((name) => join(file, '..', name))];
  }),
);

// ESLint’s own rule, import-x/no-cycle, parses every module again and takes as long as all other rules together.
test('no module of src imports itself through others', () => {
  expect(imports.size).toBeGreaterThan(600);
  const finished = new Set<string>();
  const cyclesFrom = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
    if (finished.has(file)) return [];
    const found = (imports.get(file) ?? []).flatMap((next) => cyclesFrom(next, [...path, file]));
    finished.add(file);
    return found;
  };
  expect([...imports.keys()].flatMap((file) => cyclesFrom(file, []))).toEqual([]);
});
