import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage } from '../../src/model/message.ts';

const dossiers = readdirSync('tests/fixtures/dossiers').filter((name) => name.startsWith('since-'));

// One dossier for each minor version of the engine, released with that version and never edited: every later version
// must accept it. A retired key is a `todo`, never an error. tests/e2e/since.audit.test.ts builds them.
test.each(dossiers)('a dossier in the formats of %s has no errors', async (name) => {
  const { messages } = await checkDossier(`tests/fixtures/dossiers/${name}`);
  expect(messages.filter(({ level }) => level === 'error').map(formatMessage)).toEqual([]);
});
