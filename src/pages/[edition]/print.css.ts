import type { APIRoute } from 'astro';
import type { Edition } from '../../model/settings.ts';
import { editions, settings } from '../../site/dossier.ts';
import { printFoot } from '../../site/print-foot.ts';

export const getStaticPaths = () =>
  editions.map((edition) => ({ params: { edition: edition.id }, props: { edition } }));

export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) =>
  printFoot(settings, edition, 'text');
