import { visit } from 'unist-util-visit';
import type { Dossier, Picture } from '../../read/dossier.ts';
import { pictureOf } from '../../render/picture.ts';
import type { BoundPart } from './parts.ts';

/** The pictures in the parts of a book, by file. */
export function picturesIn(dossier: Dossier, parts: readonly BoundPart[]): Map<string, Picture> {
  const shown = new Set<string>();
  for (const { tree } of parts)
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'img') shown.add(String(properties['src']));
    });
  const pictures = new Map<string, Picture>();
  for (const id of dossier.pictures.keys()) {
    const picture = pictureOf(dossier, id);
    if (picture && shown.has(pictureFile(picture.name))) pictures.set(pictureFile(picture.name), picture);
  }
  return pictures;
}

/** The file of a picture in a book. */
export const pictureFile = (name: string): string => `pictures/${name}`;
