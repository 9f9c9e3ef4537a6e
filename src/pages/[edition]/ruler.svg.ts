import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dossier, editionPaths, link } from '../../site/dossier.ts';
import { drawMap } from '../../draw/ruler-map.ts';

export const getStaticPaths = editionPaths;

/** The paper to scale, as shown beside the chapters of an edition. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(drawMap(dossier, props.edition, link));
