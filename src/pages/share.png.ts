import type { APIRoute } from 'astro';
import { localised } from '../model/localised.ts';
import { bylineOf } from '../render/label.ts';
import { renderShareImage } from '../draw/share-image.ts';
import { dossier, editions, settings } from '../site/dossier.ts';
import { rulerOf } from '../site/ruler.ts';

/** The preview image for links to the dossier. */
export const GET: APIRoute = async () =>
  new Response(
    await renderShareImage({
      titles: editions.map((edition) => localised(settings.paper.title, edition)),
      names: editions.map((edition) => localised(settings.dossier.name ?? settings.dossier.title, edition)),
      bylines: editions.map((edition) => bylineOf(settings, edition, 'text')),
      ruler: rulerOf(dossier),
    }),
  );
