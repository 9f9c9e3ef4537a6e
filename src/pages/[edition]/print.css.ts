import type { APIRoute } from 'astro';
import type { Edition } from '../../model/settings.ts';
import { dossier, editionPaths, settings } from '../../site/dossier.ts';
import { printedChecks, printFoot } from '../../site/print-foot.ts';
import rules from '../../styles/print.css?inline';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) =>
  printFoot(settings, edition, 'text', rules + printedChecks(dossier, edition));
