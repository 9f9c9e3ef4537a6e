import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Sweep } from './sweep.ts';

export const name = 'nu';

const BATCH = 300;

/** The Nu HTML checker on every page that was built: no error. It is a Java program. */
export async function run(): Promise<Sweep> {
  if (spawnSync('java', ['-version']).status !== 0)
    return { failures: [], skipped: ['all pages: the checker needs java (on Debian: default-jre-headless)'] };
  const jar = join(
    dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
    'build/dist/vnu.jar',
  );
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join('dist', file))
    .sort();
  const failures: string[] = [];
  for (let at = 0; at < pages.length; at += BATCH) {
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
  return { failures, skipped: [] };
}
