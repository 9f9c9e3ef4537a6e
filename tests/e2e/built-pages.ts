import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every page of a built site: its address from the root of the dossier, and its HTML. */
export function builtPages(folder: string): { address: string; html: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      address: `/${file}`.replace(/index\.html$/, ''),
      html: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** Links of a built site that lead to no page, file or place on a page. */
export function danglingLinks(folder: string, base: string): string[] {
  const pages = new Map(builtPages(folder).map(({ address, html }) => [address, html]));
  const ids = new Map([...pages].map(([address, html]) => [address, new Set(idsOf(html))]));
  const dangling: string[] = [];
  for (const [address, html] of pages) {
    for (const [, href = ''] of html.matchAll(/ href="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:)/.test(href)) continue;
      const [path = '', fragment] = href.split('#');
      const target = path === '' ? address : path.startsWith(base) ? `/${path.slice(base.length)}` : path;
      if (/\.\w+$/.test(target)) {
        if (!existsSync(join(folder, target))) dangling.push(`${address} → ${href} (file)`);
        continue;
      }
      if (!pages.has(target)) dangling.push(`${address} → ${href}`);
      else if (fragment && !ids.get(target)?.has(fragment)) dangling.push(`${address} → ${href} (fragment)`);
    }
  }
  return dangling;
}

export const idsGivenTwice = (folder: string): string[] =>
  builtPages(folder).flatMap(({ address, html }) => {
    const ids = idsOf(html);
    return ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `${address}#${id}`);
  });

const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
