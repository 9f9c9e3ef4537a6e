import type { APIRoute } from 'astro';
import type { Edition } from '../../model/settings.ts';
import { attributionOf } from '../../model/wording.ts';
import { editions, settings } from '../../site/dossier.ts';
import { printFoot } from '../../site/print-foot.ts';
import rules from '../../styles/print.css?inline';

/** The print styles of pages by the editors, in editions whose text is by someone else. */
export const getStaticPaths = () =>
  editions
    .filter((edition) => attributionOf(edition, 'account') === 'account')
    .map((edition) => ({ params: { edition: edition.id }, props: { edition } }));

export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) =>
  printFoot(settings, edition, 'account', rules);
