import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dossier, editionPaths } from '../../site/dossier.ts';
import { wordsOf } from '../../site/words.ts';

export const getStaticPaths = editionPaths;

/** The texts of client scripts in the language of an edition. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(JSON.stringify(wordsOf(dossier, props.edition)));
