import { sha256 } from '../model/fingerprint.ts';
import type { ArchiveNote } from '../exchange/saved-site.ts';
import type { Settings } from '../model/settings.ts';
import { packSite, type SiteFile } from './pack-site.ts';
import { typeOf } from './site-server.ts';

/** The archive that a browser keeps when it takes a built site offline, and the site’s description of it. */
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
 * Whether readers can reach a file without a network. Excluded are files for hosts and crawlers, the search index,
 * which is built from the pages, lots that are also in pairs, and the downloads of a release.
 */
const isKept = (path: string): boolean =>
  path.startsWith('v/')
    ? path.endsWith('.html')
    : path.startsWith('search/')
      ? !/^search\/(?:index|fragment|pagefind|wasm)/.test(path)
      : path.startsWith('pictures/') ||
        (/\.(?:bib|cff|css|csv|html|js|json|md|ris|svg|txt|woff2|xml)$/.test(path) && !/^sitemap/.test(path));
