import type { APIRoute } from 'astro';
import { translationsFor } from '../../i18n/translations.ts';
import { localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute, urls } from '../../model/urls.ts';
import { editionPaths, link, settings } from '../../site/dossier.ts';
import { escapeXml } from '../../model/xml.ts';

export const getStaticPaths = editionPaths;

/** An OpenSearch description, which lets browsers add the dossier to their search engines. */
export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) => {
  const { site } = settings.dossier;
  const page = urls.search(edition.id);
  const title = localised(settings.dossier.title, edition);
  const LONGEST_NAME = 16;
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml([...title].slice(0, LONGEST_NAME).join(''))}</ShortName>
  <LongName>${escapeXml([...title].slice(0, 3 * LONGEST_NAME).join(''))}</LongName>
  <Description>${escapeXml(translationsFor(edition.lang).search.description({ dossier: title }))}</Description>
  <Language>${edition.lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(site ? absolute(site, page) : link(page))}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
