import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { builtPages } from './built-pages.ts';

/**
 * The size of a page as a host sends it, in bytes: compressed with brotli at its best level, like the bare text for
 * comparison.
 */
export interface Weight {
  address: string;
  text: number;
  html: number;
  styles: number;
  scripts: number;
}

/** The pages of a built site that pass a filter, except releases. */
export function weigh(folder: string, isWanted: (address: string) => boolean = () => true): Weight[] {
  const bytes = bytesOf(folder);
  return builtPages(folder)
    .filter(({ address }) => !address.startsWith('/v/') && isWanted(address))
    .map(({ address, html }) => {
      const text = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ');
      // Browsers with scripts do not load the content of `noscript`.
      const shown = html.replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
      const styles = [...shown.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
        ([, href = '']) => href,
      );
      return {
        address,
        text: compressed(text),
        html: compressed(html),
        styles: sum(styles.map(bytes)),
        scripts: sum(scriptsOf(folder, html).map(bytes)),
      };
    });
}

/** The scripts that a page names and their static imports, but not those that they load later. */
export function scriptsOf(folder: string, html: string): string[] {
  const found = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src));
  for (const file of found) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import) ?["'`]\.\/([^"'`]+)["'`]/g))
      found.add(`/assets/${imported}`);
  }
  return [...found];
}

/** The compressed size of a site’s files, computed once each. */
export function bytesOf(folder: string): (file: string) => number {
  const sizes = new Map<string, number>();
  return (file) => {
    const size = sizes.get(file) ?? compressed(readFileSync(join(folder, file)));
    sizes.set(file, size);
    return size;
  };
}

export const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

const compressed = (content: Buffer | string): number => brotliCompressSync(content).length;
