import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manual = fileURLToPath(new URL('..', import.meta.url));

/** A page of the manual: a file that begins with its title. */
interface Page {
  /** From the folder `docs`. */
  path: string;
  title: string;
  /** What follows the title. */
  body: string;
}

/** Every page, the rules and the translations too. */
export const pages = (): Page[] =>
  globSync('**/*.md', { cwd: manual, exclude: ['site/**'] })
    .sort()
    .map((path) => {
      const [, title, body = ''] = /^# ([^\n]*)\n(.*)$/s.exec(readFileSync(join(manual, path), 'utf8')) ?? [];
      if (title === undefined) throw new Error(`docs/${path} does not begin with a title`);
      return { path, title, body };
    });

/** Where a page is read, from the root of the manual: `how-to/host/` of `how-to/host.md`. */
export const addressOfPage = (path: string): string =>
  path
    .replace(/(?:^|\/)README\.md$/, '/')
    .replace(/\.md$/, '/')
    .replace(/^\//, '');
