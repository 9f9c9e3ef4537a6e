import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('a command whose output is read no further ends without a complaint', async () => {
  const command = spawn(process.execPath, ['src/cli/stats.ts'], {
    env: { ...process.env, DOSSIER: 'tests/fixtures/dossiers/dyke' },
  });
  command.stdout.destroy();
  const [said, [code]] = await Promise.all([text(command.stderr), once(command, 'close')]);
  // But which dossier it was about, as every command says.
  expect(said).toMatch(/^Dossier [^\n]*\n$/);
  expect(code).toBe(0);
});
