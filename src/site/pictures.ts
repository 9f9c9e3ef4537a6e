import type { Picture, Dossier } from '../read/dossier.ts';
import { narrowedTo } from '../read/image.ts';
import { pictureOf } from '../render/picture.ts';

/** The widths in pixels of the smaller sizes of a picture, for screens that need no more. */
const WIDTHS = [640, 1280];

/** The smaller sizes of a picture, with their file names; SVG drawings need none. */
export const smallerSizes = ({ name, width, mediaType }: Picture): { name: string; width: number }[] =>
  mediaType === 'image/svg+xml'
    ? []
    : WIDTHS.filter((one) => one < width).map((one) => ({
        name: name.replace(/\.\w+$/, `-${one}.webp`),
        width: one,
      }));

/** The source of a picture file. */
export interface PictureFile {
  name: string;
  bytes: Buffer;
  /** The width to scale to, if not its own. */
  width?: number;
}

/** Every picture in every size, and pictures that only releases still show. */
export function pictureFiles(dossier: Dossier): PictureFile[] {
  const files = new Map<string, PictureFile>();
  const add = (file: PictureFile): void => void files.set(file.name, file);
  for (const [name, bytes] of dossier.releases.pictures) add({ name, bytes });
  for (const id of dossier.pictures.keys()) {
    const picture = pictureOf(dossier, id);
    if (picture === undefined) continue;
    const { name, bytes } = picture;
    add({ name, bytes });
    for (const smaller of smallerSizes(picture)) add({ ...smaller, bytes });
  }
  return [...files.values()];
}

/** The bytes of a picture file. */
export const makePicture = async ({ bytes, width }: PictureFile): Promise<Buffer> =>
  width === undefined ? bytes : narrowedTo(bytes, width);
