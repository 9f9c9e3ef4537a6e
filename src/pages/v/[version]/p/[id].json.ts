import type { APIRoute } from 'astro';
import { base, dossier } from '../../../../site/dossier.ts';
import { releasedSegmentJson } from '../../../../site/released-citations.ts';
import { releasedSegmentPaths, type Release } from '../../../../site/releases.ts';

/** How to cite the passages of a release. */
export const getStaticPaths = () => releasedSegmentPaths(dossier);

export const GET: APIRoute<{ release: Release; id: string }> = ({ props: { release, id } }) =>
  new Response(releasedSegmentJson(dossier, base, release, id), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
