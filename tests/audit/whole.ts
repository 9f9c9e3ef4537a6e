import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sweep } from './sweep.ts';

// Everything of which npm test runs only a part.

export const name = 'whole';
export const covers =
  'builds of dossiers of earlier versions and with several roles; the books as PDF and EPUB; ten thousand addresses through every kind of edit, and a site built after them; a private edition and its site; code in a chapter that Astro builds unchecked; every kind of message, a new chapter and the desk on the development server; further ways to cite, search and open the pages of a dossier in a browser, and axe on every kind of page; every page and query of the hostile dossier in a browser; every character of content/, its encoded text, what its search says to be mentioned, and the full number of search queries; sites of all imported papers, and of content/ with a private edition; mutations of content/ from five seeds; dangerous content in every place of a paper; work proportional to the input';

/** Files for audits only, and those that test more in an audit. */
const files = globSync('tests/{unit,e2e,content}/*.test.ts').filter(
  (file) =>
    file.endsWith('.audit.test.ts') ||
    /support\/(?:whole|search-exactly)\.ts/.test(readFileSync(file, 'utf8')),
);
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

/** Runs a command until it ends, whatever the outcome, which its report shows. */
function start(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
