import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every page of a built site: its address from the dossier’s root, and its HTML. */
export function builtPages(folder: string): { address: string; html: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      address: `/${file}`.replace(/index\.html$/, ''),
      html: readFileSync(join(folder, file), 'utf8'),
    }));
}

export const idsGivenTwice = (folder: string): string[] =>
  builtPages(folder).flatMap(({ address, html }) => {
    const twice = [...Map.groupBy(idsOf(html), (id) => id)].filter(([, { length }]) => length > 1);
    return twice.map(([id]) => `${address}#${id}`);
  });

const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
