import type { Element } from 'hast';
import { h } from 'hastscript';
import { localised } from '../model/localised.ts';
import type { Dossier, Picture } from '../read/dossier.ts';
import { exhibitOf } from '../read/text-in.ts';

/** The picture of an exhibit, if the exhibit is a picture that can be shown. */
export function pictureOf({ pictures }: Dossier, exhibit: string): Picture | undefined {
  const picture = pictures.get(exhibit);
  return picture === undefined || 'reason' in picture ? undefined : picture;
}

/** The picture of an exhibit as an image with alternative text; undefined if the exhibit is not a picture. */
export function pictureHast(
  dossier: Dossier,
  exhibit: string,
  edition: string,
  addressOf: (name: string) => string,
): Element | undefined {
  const picture = pictureOf(dossier, exhibit);
  const value = exhibitOf(dossier, exhibit);
  if (picture === undefined || value?.type !== 'picture') return undefined;
  const { name, width, height } = picture;
  return h('img', { src: addressOf(name), width, height, alt: localised(value.alt, edition) });
}
