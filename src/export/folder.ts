import { translationsFor } from '../i18n/translations.ts';
import type { Dossier } from '../read/dossier.ts';
import { fileName } from './form.ts';
import { publicPart } from './public-part.ts';
import { zip, type ZipEntry } from './zip.ts';

/** What the whole site is called as a file. */
export function folderName(dossier: Dossier): string {
  const shown = publicPart(dossier);
  return fileName(shown, shown.settings.value.editions, 'zip');
}

/**
 * A built site as a folder whose pages are opened from a disk, without a server: links lead to files, by relative paths,
 * and each page says that it has no search. `base` is what the site's links begin with. A browser lets no page from a
 * disk load a module, so that its pages are those that are read without script.
 */
export function folderZip(
  dossier: Dossier,
  files: readonly ZipEntry[],
  base: string,
): Uint8Array<ArrayBuffer> {
  const folder = folderName(dossier).replace(/\.zip$/, '');
  const read = (content: Uint8Array): string => new TextDecoder().decode(content);
  const write = (text: string): Uint8Array => new TextEncoder().encode(text);
  return zip(
    files
      .filter(({ path }) => !unread.test(path))
      .map(({ path, content }) => ({
        path: `${folder}/${path}`,
        content: path.endsWith('.html')
          ? write(pageInFolder(read(content), path, base))
          : path.endsWith('.css')
            ? write(styleInFolder(read(content), path, base))
            : content,
      })),
    dossier.settings.value.dossier.issued,
  );
}

/** What serves a script or a host. */
const unread = /^search\/|\.js$|^(?:_headers|_redirects|site\.nginx|sitemap.*\.xml|share\.png)$/;

/** A page of a site as it stands in a folder; `path` is its own, from the site's root. */
export function pageInFolder(html: string, path: string, base: string): string {
  const [, lang = 'en'] = /<html lang="([^"]*)"/.exec(html) ?? [];
  return html
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
    .replace(/<script\b(?! type="application\/ld\+json")[^>]*>[^<]*<\/script>/g, '')
    .replace(/<noscript>([\s\S]*?)<\/noscript>/g, '$1')
    .replace(/<form role="search"[\s\S]*?<\/form>/g, '')
    .replace(/<link rel="preload"[^>]*>/g, '')
    .replace(/<div class="offline"[\s\S]*?<\/div>/, '')
    .replace(/<a class="to-search"[\s\S]*?<\/a>/, '')
    .replace(
      /<body[^>]*>/,
      `$&<aside class="from-folder">${translationsFor(lang).offline.fromFolder}</aside>`,
    )
    .replace(
      /(\s(?:href|src|action)=")([^"]*)"/g,
      (_, before: string, link: string) => `${before}${linkInFolder(link, path, base)}"`,
    );
}

/** A style sheet of a site as it stands in a folder. */
export const styleInFolder = (css: string, path: string, base: string): string =>
  css.replace(/url\((["']?)([^)"']*)\1\)/g, (_, quote: string, link: string) => {
    return `url(${quote}${linkInFolder(link, path, base)}${quote})`;
  });

/** A link as it stands on a page of the site, as it is where pages are files; what leads out of the site stays. */
function linkInFolder(link: string, from: string, base: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?]|$)/i.test(link)) return link;
  const { pathname, hash } = new URL(link, `http://site${base}${from}`);
  if (!pathname.startsWith(base)) return link;
  const target = pathname.slice(base.length).replace(/(?<=^|\/)$/, 'index.html');
  const up = from.split('/').slice(0, -1);
  const down = target.split('/');
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return [...up.map(() => '..'), ...down].join('/') + hash;
}
