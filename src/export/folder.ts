import { posix } from 'node:path';
import { translationsFor } from '../i18n/translations.ts';
import { fileAt } from '../model/file-at.ts';
import { memoizeData } from '../model/memoize.ts';
import { absolute } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { bytes, fileName } from './form.ts';
import { publicPart } from './public-part.ts';
import { zipMany, type ZipEntry } from './zip.ts';

/** The file name of the whole site as a download. */
export function folderName(dossier: Dossier): string {
  const shown = publicPart(dossier);
  return fileName(shown, shown.settings.value.editions, 'zip');
}

/**
 * A built site as a folder whose pages can be opened from disk, without a server: links are relative paths to files,
 * and each page says that it has no search. Browsers do not load modules into pages from disk, so these are the pages
 * without scripts; neutral pages are there in each edition’s language. `base` is the prefix of the site’s links.
 */
export function folderZip(
  dossier: Dossier,
  files: readonly ZipEntry[],
  base: string,
): Uint8Array<ArrayBuffer> {
  const name = folderName(dossier).replace(/\.zip$/, '');
  const { dossier: metadata, editions } = publicPart(dossier).settings.value;
  const ids = editions.map(({ id }) => id);
  const allPaths = new Set(files.map(({ path }) => path));
  const kept = files.filter(
    ({ path }) =>
      !unread.test(path) &&
      !(path.endsWith('/index.html') && allPaths.has(`${ids[0]}/${path}`)) &&
      !(metadata.site !== undefined && formOfRelease.test(path)),
  );
  const paths = new Set(kept.map(({ path }) => path));
  // Most addresses are on many pages.
  const fromRoot = memoizeData((address: string) => destinationOf(address, '', base));
  return zipMany(
    kept.map(({ path, content }) => {
      const [edition = ''] = path.split('/');
      const speaks = ids.includes(edition) ? edition : ids[0];
      const link = (address: string): string => {
        const found = address.startsWith('/') ? fromRoot(address) : destinationOf(address, path, base);
        if (found === undefined) return address;
        const { file, hash } = found;
        const target = [file, `${speaks}/${file}`].find((one) => paths.has(one));
        return target === undefined && metadata.site !== undefined
          ? absolute(metadata.site, `/${file}`)
          : posix.relative(posix.dirname(path), target ?? file) + hash;
      };
      const write = path.endsWith('.html') ? pageInFolder : path.endsWith('.css') ? styleInFolder : undefined;
      return {
        path: `${name}/${path}`,
        content: write ? bytes(write(decoder.decode(content), link)) : content,
      };
    }),
    metadata.issued,
  );
}

const decoder = new TextDecoder();

/** Files that only scripts, hosts, crawlers or small screens need. */
const unread =
  /^search\/|[/.](?:words|names)\.json$|^pictures\/[^/]+-\d+\.webp$|\.js$|^(?:_headers|_redirects|site\.nginx|sitemap.*\.xml|share\.png)$/;

/** Books and tables of a release, which stay on the site. */
const formOfRelease = /^v\/[^/]+\/[^/]+(?<!\.html)$/;

/** Parts of a page that only scripts or programs need, or that link to files outside the folder. */
const unreadInPage = [
  /<meta (?:http-equiv="content-security-policy"|property="|name="(?:twitter|citation_|bibo|z:))[^>]*>/g,
  /<link rel="(?:alternate|author|cite-as|describedby|item|preload|search|type)"[^>]*>/g,
  /<script\b[^>]*>[\s\S]*?<\/script>/g,
  /<li><button [^>]*data-(?:appearance|keys)\b[\s\S]*?<\/button><\/li>/g,
  / data-[\w-]+="\{[^"]*"/g,
  / srcset="[^"]*" sizes="[^"]*"/g,
  /<form role="search"[\s\S]*?<\/form>/g,
  /<a class="to-search"[\s\S]*?<\/a>/g,
  /<div class="offline"[\s\S]*?<\/div>/g,
];

type ToFile = (address: string) => string;

function pageInFolder(html: string, toFile: ToFile): string {
  const [, lang = 'en'] = /<html lang="([^"]*)"/.exec(html) ?? [];
  const t = translationsFor(lang);
  return unreadInPage
    .reduce((page, part) => page.replace(part, ''), html)
    .replace(/<noscript>([\s\S]*?)<\/noscript>/g, '$1')
    .replace(`<p>${t.search.needsScript}</p>`, '')
    .replace(/<body[^>]*>/, `$&<aside class="from-folder">${t.offline.fromFolder}</aside>`)
    .replace(
      /(\s(?:href|src|action)=")([^"]*)"/g,
      (_, before: string, address: string) => `${before}${toFile(address)}"`,
    );
}

const styleInFolder = (css: string, toFile: ToFile): string =>
  css.replace(/url\(([^)"']*)\)/g, (_, address: string) => `url(${toFile(address)})`);

/** A file of the site, with `#` and the id of a place in it. */
interface Destination {
  file: string;
  hash: string;
}

/** What an address on the page `from` points to; undefined if it is not another file of the site. */
function destinationOf(address: string, from: string, base: string): Destination | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?]|$)/i.test(address)) return undefined;
  const { pathname, hash } = new URL(address, `http://site${base}${from}`);
  return pathname.startsWith(base) ? { file: fileAt(pathname.slice(base.length)), hash } : undefined;
}
