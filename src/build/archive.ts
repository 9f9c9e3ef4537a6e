import { sha256 } from '../model/fingerprint.ts';
import type { ArchiveNote } from '../model/saved-site.ts';
import type { Settings } from '../model/settings.ts';
import { packSite, type SiteFile } from './pack-site.ts';
import { typeOf } from './site-server.ts';

/** What a browser keeps that takes a built site offline, and what the site says of it. */
export function archiveOf(
  files: SiteFile[],
  { version, issued }: Settings['dossier'],
): { content: Uint8Array; note: ArchiveNote } {
  const content = packSite(
    files.filter(({ path }) => isKept(path)),
    typeOf,
  );
  const digest = sha256(content).slice(0, 16);
  return { content, note: { archive: `${digest}.bin`, bytes: content.length, version, issued } };
}

/**
 * Whether a reader can come to a file without a network: not to what hosts and crawlers ask for, nor the index of
 * the search, which is told from its pages, nor the forms of a release, which are files to download.
 */
const isKept = (path: string): boolean =>
  path.startsWith('v/')
    ? path.endsWith('.html')
    : path.startsWith('search/')
      ? !/^search\/(?:index|pagefind|wasm)/.test(path)
      : path.startsWith('pictures/') ||
        (/\.(?:bib|cff|css|csv|html|js|json|md|ris|svg|txt|woff2|xml)$/.test(path) && !/^sitemap/.test(path));
