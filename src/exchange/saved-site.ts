/** A file of a saved site: path from the site’s root, length in bytes, media type. */
export type SavedFile = [path: string, length: number, type: string];

/** The header of a site’s archive. */
export interface SavedHead {
  files: SavedFile[];
  /** The length in bytes of the copies that follow. */
  copies: number;
}

/** The site’s description of its archive. */
export interface ArchiveNote {
  /** Its file name, which contains a hash of the content. */
  archive: string;
  bytes: number;
  /** The dossier’s version and date of issue. */
  version: string;
  issued: string;
}

/** Where a site keeps its archive and the archive’s description, from the site’s root. */
export const ARCHIVE_FOLDER = 'offline/';
export const ARCHIVE_NOTE = `${ARCHIVE_FOLDER}archive.json`;

/**
 * The cache key under which a browser that has saved the site keeps the archive. The cache name includes the root,
 * since several sites may share an origin.
 */
export const SAVED_ARCHIVE = `${ARCHIVE_FOLDER}saved`;
export const cacheOf = (root: string): string => `dossier ${root}`;
