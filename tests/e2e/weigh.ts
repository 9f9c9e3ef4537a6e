import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { builtPages } from './built-pages.ts';

/** A page as a host sends it, in bytes: brotli at its best level, as is the bare text beside it. */
export interface Weight {
  address: string;
  text: number;
  html: number;
  styles: number;
  scripts: number;
  /** The scripts that are loaded with it. */
  files: string[];
}

/** The pages of a built site that a filter lets through, releases left out. */
export function weigh(folder: string, isWanted: (address: string) => boolean = () => true): Weight[] {
  const sizes = new Map<string, number>();
  const sent = (file: string): number => {
    const size = sizes.get(file) ?? compressed(readFileSync(join(folder, file)));
    sizes.set(file, size);
    return size;
  };
  return builtPages(folder)
    .filter(({ address }) => !address.startsWith('/v/') && isWanted(address))
    .map(({ address, html }) => {
      const text = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ');
      const named = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src);
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
        ([, href = '']) => href,
      );
      const files = scriptsOf(folder, named);
      return {
        address,
        text: compressed(text),
        html: compressed(html),
        styles: sum(styles.map(sent)),
        scripts: sum(files.map(sent)),
        files,
      };
    });
}

export const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

const compressed = (content: Buffer | string): number => brotliCompressSync(content).length;

/** The scripts that a page names and what they import at once; not what they load when it is asked for. */
function scriptsOf(folder: string, named: string[]): string[] {
  const found = new Set(named);
  for (const file of found) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import) ?["'`]\.\/([^"'`]+)["'`]/g))
      found.add(`/assets/${imported}`);
  }
  return [...found];
}
