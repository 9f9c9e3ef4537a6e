import type { APIRoute } from 'astro';
import { dossier } from '../site/dossier.ts';
import { drawStrip } from '../site/strip.ts';

/** The paper drawn to scale, as the head of every page shows it. */
export const GET: APIRoute = () =>
  new Response(drawStrip(dossier), { headers: { 'content-type': 'image/svg+xml' } });
