import type { APIRoute } from 'astro';
import { toCitationFile } from '../../../site/deposit.ts';
import { dossier } from '../../../site/dossier.ts';
import { releasePaths, type Release } from '../../../site/releases.ts';

export const getStaticPaths = () => releasePaths(dossier);

export const GET: APIRoute<{ release: Release }> = ({ props: { release } }) =>
  new Response(toCitationFile(dossier, release.version));
