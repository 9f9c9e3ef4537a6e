import type { APIRoute } from 'astro';
import { toDataCite } from '../../../site/deposit.ts';
import { dossier } from '../../../site/dossier.ts';
import { releasePaths, type Release } from '../../../site/releases.ts';

export const getStaticPaths = () => releasePaths(dossier);

export const GET: APIRoute<{ release: Release }> = ({ props: { release } }) =>
  new Response(toDataCite(dossier, release.version));
