import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decode } from '../../src/import/text/decode.ts';

const folder = 'tests/fixtures/papers';

/** The eight invented papers of tests/fixtures/papers/README.md, each with what `schema` takes from its key. */
export const papersWith = <Key>(schema: z.ZodType<Key>) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const expected = join(folder, name, 'expected');
      const key = schema.parse(JSON.parse(readFileSync(join(folder, name, 'key.json'), 'utf8')));
      const decoded = decode(readFileSync(join(folder, name, 'paper.txt')));
      if ('refusal' in decoded) throw new Error(decoded.refusal);
      return { name, expected, key, decoded };
    });
