import type { APIRoute } from 'astro';
import { translationsFor } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import { publicEditions } from '../model/settings.ts';
import { absolute, urls } from '../model/urls.ts';
import { chaptersIn } from '../read/text-in.ts';
import { dossier, link, settings } from '../site/dossier.ts';
import { labelOf } from '../render/label.ts';
import { chapterHead } from '../site/queries.ts';

/** The dossier for language models (https://llmstxt.org): the label first, then the chapters. */
export const GET: APIRoute = () => {
  const { site } = settings.dossier;
  const address = (path: string): string => (site === undefined ? link(path) : absolute(site, path));
  const editions = publicEditions(settings);
  const [first] = editions;
  const parts = editions.map((edition) => {
    const t = translationsFor(edition.lang);
    const chapters = chaptersIn(dossier, edition.id);
    return [
      `## ${edition.name}`,
      labelOf(settings, edition),
      [
        ...chapters.map(
          ({ id }) =>
            `- [${localised(chapterHead(dossier, id).title, edition)}](${address(urls.chapterText(edition.id, id))})`,
        ),
        `- [${t.collections.work}](${address(urls.worksFile('json'))})`,
        ...(dossier.checks.value.length > 0
          ? [`- [${t.checks.heading}](${address(urls.checks(edition.id))})`]
          : []),
        ...(dossier.quantities.value.length > 0
          ? [`- [${t.quantities.heading}](${address(urls.dataFile('json'))})`]
          : []),
      ].join('\n'),
    ].join('\n\n');
  });
  const head = first
    ? [
        `# ${localised(settings.dossier.title, first)}`,
        ...editions.map((edition) => `> ${localised(settings.dossier.description, edition)}`),
      ]
    : [];
  return new Response(`${[...head, ...parts].join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
