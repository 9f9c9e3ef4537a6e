import type { APIRoute } from 'astro';
import { base, dossier } from '../../../../site/dossier.ts';
import { releasedSegmentJson } from '../../../../site/released-citations.ts';
import { releasedSegments, releasesOf, type Release } from '../../../../site/releases.ts';

/** How to cite the passages of a release. */
export const getStaticPaths = () =>
  releasesOf(dossier).flatMap((release) =>
    releasedSegments(release).map((id) => ({
      params: { version: release.version, id },
      props: { release, id },
    })),
  );

export const GET: APIRoute<{ release: Release; id: string }> = ({ props: { release, id } }) =>
  new Response(releasedSegmentJson(dossier, base, release, id), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
