import { translationsFor } from '../i18n/translations.ts';
import { fileAt } from '../model/file-at.ts';
import { absolute } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { bytes, fileName } from './form.ts';
import { publicPart } from './public-part.ts';
import { zip, type ZipEntry } from './zip.ts';

/** What the whole site is called as a file. */
export function folderName(dossier: Dossier): string {
  const shown = publicPart(dossier);
  return fileName(shown, shown.settings.value.editions, 'zip');
}

/**
 * A built site as a folder whose pages are opened from a disk, without a server: links lead to files, by relative paths,
 * and each page says that it has no search. A browser lets no page from a disk load a module, so that they are the pages
 * as they are read without script; a page of all editions is there in the language of each. `base` is what the site's
 * links begin with.
 */
export function folderZip(
  dossier: Dossier,
  files: readonly ZipEntry[],
  base: string,
): Uint8Array<ArrayBuffer> {
  const name = folderName(dossier).replace(/\.zip$/, '');
  const { dossier: own, editions } = publicPart(dossier).settings.value;
  const ids = editions.map(({ id }) => id);
  const all = new Set(files.map(({ path }) => path));
  const kept = files.filter(
    ({ path }) =>
      !unread.test(path) &&
      !(path.endsWith('/index.html') && all.has(`${ids[0]}/${path}`)) &&
      !(own.site !== undefined && formOfRelease.test(path)),
  );
  const paths = new Set(kept.map(({ path }) => path));
  return zip(
    kept.map(({ path, content }) => {
      const [edition = ''] = path.split('/');
      const speaks = ids.includes(edition) ? edition : ids[0];
      const link = (address: string): string => {
        const file = fileOf(address, path, base);
        if (file === undefined) return address;
        const target = [file, `${speaks}/${file}`].find((one) => paths.has(one));
        return target === undefined && own.site !== undefined
          ? absolute(own.site, `/${file}`)
          : between(path, target ?? file) + new URL(address, 'http://site').hash;
      };
      const write = path.endsWith('.html') ? pageInFolder : path.endsWith('.css') ? styleInFolder : undefined;
      return {
        path: `${name}/${path}`,
        content: write ? bytes(write(new TextDecoder().decode(content), link)) : content,
      };
    }),
    own.issued,
  );
}

/** What serves a script, a host, a crawler or a small screen. */
const unread =
  /^search\/|[/.](?:words|names)\.json$|^pictures\/[^/]+-\d+\.webp$|\.js$|^(?:_headers|_redirects|site\.nginx|sitemap.*\.xml|share\.png)$/;

/** Books and tables of a release, which are left to its site. */
const formOfRelease = /^v\/[^/]+\/[^/]+(?<!\.html)$/;

/** What of a page serves a script or a program, or leads to what is not in the folder. */
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

/** The file that an address on the page `from` leads to; undefined where that is no other one of the site. */
function fileOf(address: string, from: string, base: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?]|$)/i.test(address)) return undefined;
  const { pathname } = new URL(address, `http://site${base}${from}`);
  return pathname.startsWith(base) ? fileAt(pathname.slice(base.length)) : undefined;
}

/** The relative way from one file to another. */
function between(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}
