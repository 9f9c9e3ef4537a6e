import sans from '@fontsource/source-sans-3/LICENSE?raw';
import serif from '@fontsource/source-serif-4/LICENSE?raw';
import type { APIRoute } from 'astro';

/** The licences of the fonts in `assets/`, which must be distributed with the fonts. */
export const GET: APIRoute = () =>
  new Response(`Source Serif 4\n\n${serif.trim()}\n\n\nSource Sans 3\n\n${sans.trim()}\n`);
