import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ReferencePiece } from '../cite/pieces.ts';
import type { Edition } from '../model/settings.ts';
import { referenceHast } from '../render/render-context.ts';

/** A reference with its language, if that is not the edition’s. */
export function inLanguage(edition: Edition, lang: string, pieces: ReferencePiece[]): ElementContent[] {
  const shown = referenceHast(pieces, undefined);
  return lang === edition.lang ? shown : [h('span', { lang }, shown)];
}
