import type { APIRoute } from 'astro';
import { publicEditions } from '../../model/settings.ts';
import { base, dossier, settings } from '../../site/dossier.ts';
import { segmentIn } from '../../read/text-in.ts';
import { pagedSegments } from '../../site/queries.ts';
import { segmentJson } from '../../site/segment-data.ts';

export const getStaticPaths = () =>
  pagedSegments(dossier)
    .filter((id) => publicEditions(settings).some((edition) => segmentIn(dossier, edition.id, id)))
    .map((id) => ({ params: { id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = ({ props: { id } }) =>
  new Response(segmentJson(dossier, base, id), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
