import type { APIRoute } from 'astro';
import type { FrozenChapter, FrozenEdition } from '../../../../model/release.ts';
import { base, dossier } from '../../../../site/dossier.ts';
import { releasedChapterJson } from '../../../../site/released-citations.ts';
import { releasedChapterPaths, type Release } from '../../../../site/releases.ts';

/** How to cite the chapters of a release. */
export const getStaticPaths = () => releasedChapterPaths(dossier);

type Props = { release: Release; frozen: FrozenEdition; chapter: FrozenChapter };

export const GET: APIRoute<Props> = ({ props: { release, frozen, chapter } }) =>
  new Response(releasedChapterJson(dossier, base, release, frozen, chapter), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
