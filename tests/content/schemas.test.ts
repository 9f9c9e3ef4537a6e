import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { schemaLine, schemaOfFile } from '../../src/model/file-schemas.ts';

test('every YAML file of the dossier names its schema, which npm ci writes', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const path = join('content', file);
    const schema = `schemas/${schemaOfFile(file)}.json`;
    expect(existsSync(schema), schema).toBe(true);
    expect(readFileSync(path, 'utf8'), path).satisfy((text: string) => text.startsWith(schemaLine(relative(dirname(path), schema))));
  }
});
