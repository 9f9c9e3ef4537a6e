import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { visit } from 'unist-util-visit';
import { treeOf } from '../support/page-tree.ts';
import { fetchPackage } from './fetch-package.ts';
import { CannotRun, type Sweep } from './sweep.ts';

export const name = 'nu';
export const covers =
  'pages in dist/ that together contain all markup of any page (elements in their parents, with attributes and the shapes of their values), in the Nu HTML checker: no errors';

const VERSION = '26.9.27';
const BATCH = 300;

/** The checker is a Java program. */
export async function run({ failures }: Sweep): Promise<void> {
  if (spawnSync('java', ['-version']).status !== 0)
    throw new CannotRun('the checker needs java (on Debian: default-jre-headless)');
  const checker = await fetchPackage('vnu-jar', VERSION);
  if (typeof checker === 'string') throw new CannotRun(checker);
  const jar = checker.path('build/dist/vnu.jar');
  const all = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join('dist', file))
    .sort();
  const pages = withAllMarkup(all);
  console.log(`  ${pages.length} of ${all.length} pages have all markup that there is`);
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

/** The pages with markup that no earlier page has. Another test checks on every page that ids are unique. */
function withAllMarkup(pages: string[]): string[] {
  const seen = new Set<string>();
  return pages.filter((page) => {
    const before = seen.size;
    visit(treeOf(readFileSync(page, 'utf8')), 'element', ({ tagName, properties }, _index, parent) => {
      const attributes = Object.entries(properties).map(
        ([name, value]) => `${name}=${shapeOf(String(value))}`,
      );
      const around = parent?.type === 'element' ? parent.tagName : '';
      seen.add(`${around}>${tagName} ${attributes.sort().join(' ')}`);
    });
    return seen.size > before;
  });
}

/** A value without its content: only its punctuation, and placeholders for letters and digits. */
const shapeOf = (value: string): string =>
  value
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/\p{N}+/gu, '0')
    .replace(/(?:[a0][\s.,:/-]*)+/g, 'a');
