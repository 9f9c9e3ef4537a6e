import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchemas, jsonSchemaOf, type SchemaName } from '../src/model/file-schemas.ts';

// Usage: node scripts/schemas.ts [folder]. Writes a JSON Schema for each kind of file into schemas/, with which
// editors complete and check YAML and JSON while you type.

const folder = process.argv[2] ?? 'schemas';
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(fileSchemas) as SchemaName[])
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
