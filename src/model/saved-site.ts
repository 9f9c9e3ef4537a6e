/** A file of a saved site: its path from the site's root, its length in bytes, its media type. */
export type SavedFile = [path: string, length: number, type: string];

/** What the archive of a site says first. */
export interface SavedHead {
  files: SavedFile[];
  /** Bytes of the copies that follow. */
  copies: number;
}

/** What a site says of its archive. */
export interface ArchiveNote {
  /** Its name, which tells its content. */
  archive: string;
  bytes: number;
  /** The dossier's version, and the day it was issued. */
  version: string;
  issued: string;
}

/** Where a site keeps its archive and what it says of it, from the site's root. */
export const ARCHIVE_FOLDER = 'offline/';
export const ARCHIVE_NOTE = `${ARCHIVE_FOLDER}archive.json`;

/** Where a browser that has saved the site keeps the archive, in a cache of that name; several may share an origin. */
export const SAVED_ARCHIVE = `${ARCHIVE_FOLDER}saved`;
export const cacheOf = (root: string): string => `dossier ${root}`;
