import type { APIRoute } from 'astro';
import type { Edition } from '../../model/settings.ts';
import { absolute, urls } from '../../model/urls.ts';
import { editions, settings } from '../../site/dossier.ts';
import { referenceToPaper } from '../../site/label.ts';
import { localised, wordsOf } from '../../site/queries.ts';

export const getStaticPaths = () =>
  editions.map((edition) => ({ params: { edition: edition.id }, props: { edition } }));

/** What stands at the foot of each printed sheet, in margin boxes (CSS Paged Media 3): whose wording it is, and where. */
export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) => {
  const words = wordsOf(edition);
  const { site, title } = settings.dossier;
  const whose = edition.role === 'original' ? referenceToPaper(settings, edition) : words.label.copied;
  const where = site ? words.paragraphAt('N', absolute(site, urls.segment('N'))) : '';
  const foot = [whose, localised(title, edition), where].filter(Boolean).join(' ');
  return new Response(
    `@page { @bottom-left { content: ${quoted(foot)}; } @bottom-right { content: counter(page) ' / ' counter(pages); } }\n`,
    { headers: { 'content-type': 'text/css; charset=utf-8' } },
  );
};

/** As a string of a style sheet (CSS Syntax 3, §4.3.7): what would end it is escaped by its code point. */
const quoted = (text: string): string =>
  `'${text.replace(/['\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}'`;
