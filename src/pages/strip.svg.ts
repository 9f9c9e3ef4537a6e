import type { APIRoute } from 'astro';
import { dossier } from '../site/dossier.ts';
import { drawStrip } from '../draw/strip.ts';

/** The paper to scale, as shown in every page’s header. */
export const GET: APIRoute = () =>
  new Response(drawStrip(dossier), { headers: { 'content-type': 'image/svg+xml' } });
