import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchPackage } from './fetch-package.ts';
import type { Sweep } from './sweep.ts';

export const name = 'nu';
export const covers = 'every page in dist/ by the Nu HTML checker: no error';

const VERSION = '26.9.27';
const BATCH = 300;

/** The checker is a Java program. */
export async function run({ failures, skipped }: Sweep): Promise<void> {
  if (spawnSync('java', ['-version']).status !== 0)
    return void skipped.push('all pages: the checker needs java (on Debian: default-jre-headless)');
  const checker = await fetchPackage('vnu-jar', VERSION);
  if (typeof checker === 'string') return void skipped.push(`all pages: ${checker}`);
  const jar = checker.path('build/dist/vnu.jar');
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join('dist', file))
    .sort();
  for (let at = 0; at < pages.length; at += BATCH) {
    console.log(`  ${at} of ${pages.length} pages`);
    const args = ['-jar', jar, '--errors-only', '--format', 'json', '--exit-zero-always'];
    const { stderr } = await promisify(execFile)('java', [...args, ...pages.slice(at, at + BATCH)], {
      maxBuffer: 1 << 28,
    });
    const { messages } = JSON.parse(stderr) as {
      messages: { url: string; lastLine: number; message: string }[];
    };
    for (const { url, lastLine, message } of messages)
      failures.push(`${url.replace(/^.*\/dist\//, '/')}:${lastLine} ${message}`);
  }
}
