import { extname, join } from 'node:path';
import type { Exhibit } from '../model/entries.ts';
import { sha256 } from '../model/fingerprint.ts';
import type { Entry, Picture, PictureFault } from './dossier.ts';
import { measureImage } from './image.ts';
import { readPlainFile } from './plain-file.ts';
import { namesIn, typedPath, type Folder } from './read-text.ts';

const MAX_BYTES = 5_000_000;
const MAX_PIXELS = 50_000_000;

/** The picture formats that browsers, EPUB and PDF readers all support, by file extension. */
const formats: Record<string, { name: string; mediaType: string }> = {
  jpg: { name: 'JPEG', mediaType: 'image/jpeg' },
  png: { name: 'PNG', mediaType: 'image/png' },
  svg: { name: 'SVG', mediaType: 'image/svg+xml' },
  webp: { name: 'WebP', mediaType: 'image/webp' },
};

const formatOf = (file: string): string => extname(file).slice(1).toLowerCase().replace('jpeg', 'jpg');

export const mediaTypeOf = (file: string): string => formats[formatOf(file)]!.mediaType;

export const isPictureFile = (name: string): boolean => formatOf(name) in formats;

/** Reads the picture of every exhibit of type picture, or says why it cannot be shown. */
export async function readPictures(
  folder: Folder,
  exhibits: Entry<Exhibit>[],
): Promise<Map<string, Picture | PictureFault>> {
  const pictures = new Map<string, Picture | PictureFault>();
  for (const { id, value } of exhibits)
    if (value.type === 'picture') pictures.set(id, await readPicture(folder, value.file));
  return pictures;
}

async function readPicture(folder: Folder, file: string): Promise<Picture | PictureFault> {
  const path = join(folder.path, 'exhibits', file);
  const bytes = await readPlainFile(path, { limit: MAX_BYTES, within: folder.real });
  if (bytes === undefined)
    return { reason: `Missing exhibits/${file}, expected the picture beside this file` };
  if ('reason' in bytes)
    return { reason: `${file}: ${bytes.reason}`, ...(bytes.link ? {} : { note: SMALLER }) };
  const format = formatOf(file);
  const { name } = formats[format]!;
  const fault = format === 'svg' ? await faultIn(bytes.toString('utf8'), typedPath(path)) : undefined;
  if (fault) return fault;
  const size = await measureImage(bytes);
  if (size?.format.replace('jpeg', 'jpg') !== format)
    return { reason: `Unexpected content of ${file}, expected a ${name} whose size can be read` };
  const { width, height } = size;
  if (width * height > MAX_PIXELS)
    return {
      reason: `Unexpected ${file} of ${width} × ${height} pixels, expected at most ${MAX_PIXELS} in all`,
    };
  return { name: pictureName(bytes, format), mediaType: mediaTypeOf(file), width, height, bytes };
}

async function faultIn(svg: string, path: string): Promise<PictureFault | undefined> {
  const { faultInSvg } = await import('./svg-fault.ts');
  return faultInSvg(svg, path);
}

const SMALLER =
  'A picture 2000 pixels wide is large enough for any screen; saved as JPEG or WebP it is small.';

const pictureName = (bytes: Buffer, format: string): string => `${sha256(bytes).slice(0, 16)}.${format}`;

/** Whether a picture’s content still matches the hash in its name. */
export const isNamedFor = (name: string, bytes: Buffer): boolean =>
  pictureName(bytes, formatOf(name)) === name;

/** Where releases keep their pictures, below `releases/`. */
export const RELEASED_PICTURES = 'pictures';

/** The pictures kept by releases. */
export async function readReleasedPictures(folder: Folder): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const name of await namesIn(folder, 'releases', RELEASED_PICTURES)) {
    const path = join(folder.path, 'releases', RELEASED_PICTURES, name);
    const bytes = await readPlainFile(path, { limit: MAX_BYTES, within: folder.real });
    if (bytes !== undefined && !('reason' in bytes)) pictures.set(name, bytes);
  }
  return pictures;
}
