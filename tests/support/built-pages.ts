import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Page {
  address: string;
  html: string;
}

const known = new Map<string, Page[]>();

/** Every page of a built site, which no longer changes: its address from the dossier’s root, and its HTML. */
export function builtPages(folder: string): Page[] {
  const pages = known.get(folder) ?? readPages(folder);
  known.set(folder, pages);
  return pages;
}

function readPages(folder: string): Page[] {
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
    const ids = idsOf(html);
    const twice = new Set(ids.length === new Set(ids).size ? [] : ids.filter((id, i) => ids.indexOf(id) < i));
    return [...twice].map((id) => `${address}#${id}`);
  });

/** The ids on a page, in its order. */
export const idsOf = (html: string): string[] =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
