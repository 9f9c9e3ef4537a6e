import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sweep } from './sweep.ts';

// What npm test has time for a part of.

export const name = 'whole';
export const covers =
  'ten thousand addresses through every kind of edit; every page and query of the hostile dossier in a browser; every character of content/ and the full number of queries to its search; a site of every paper that is imported, and of content/ with a private edition; mutations of content/ from five seeds';

const files = [
  'tests/unit/permalinks.test.ts',
  'tests/unit/read-citations-any.test.ts',
  'tests/e2e/hostile.test.ts',
  'tests/e2e/accessibility.test.ts',
  'tests/e2e/import.test.ts',
  'tests/e2e/permalinks.test.ts',
  'tests/e2e/readme-private.test.ts',
  'tests/e2e/search-exact.test.ts',
  'tests/e2e/canal.test.ts',
  'tests/content/search.test.ts',
  'tests/content/mutation.test.ts',
];
const environment = { WHOLE: '1', MUTATION_SEEDS: '1,2,3,4,5' };

const reportSchema = z.object({
  numTotalTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const report = join(folder, 'report.json');
  await start('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile=${report}`, ...files]);
  const { numTotalTests, testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  console.log(`  ${numTotalTests} tests`);
  sweep.failures.push(
    ...testResults.flatMap(({ name: file, message, assertionResults }) => [
      ...(message === '' ? [] : [`${file}: ${message}`]),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join('\n')}`),
    ]),
  );
  const missing = files.filter((file) => !testResults.some(({ name: path }) => path.endsWith(file)));
  sweep.failures.push(...missing.map((file) => `${file} was not run`));
}

/** Runs a command to its end, whatever its outcome, which its report tells. */
function start(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
