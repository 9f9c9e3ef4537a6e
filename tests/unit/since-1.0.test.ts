import { expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage } from '../../src/model/message.ts';

// A dossier that is never edited: whatever was written for one release of the generator works with every later one. A
// key that retires is a `todo`, never an error. tests/e2e/since-1.0.test.ts builds it.
test('a dossier in the formats of release 1.0.0 has no errors', async () => {
  const { messages } = await checkDossier('tests/fixtures/dossiers/since-1.0');
  expect(messages.filter(({ level }) => level === 'error').map(formatMessage)).toEqual([]);
});
