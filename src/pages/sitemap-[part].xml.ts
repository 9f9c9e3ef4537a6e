import type { APIRoute } from 'astro';
import { absolute } from '../model/urls.ts';
import { addressesOf } from '../permalinks/current-addresses.ts';
import { pageOf } from '../permalinks/resolve.ts';
import { dossier, isPrivate, settings } from '../site/dossier.ts';
import { escapeXml } from '../model/xml.ts';

/** The sitemap for search engines: a sitemap index, as large sites need, and its only sitemap. */
export const getStaticPaths = () =>
  settings.dossier.site === undefined || isPrivate
    ? []
    : ['index', '0'].map((part) => ({ params: { part }, props: { site: settings.dossier.site, part } }));

export const GET: APIRoute<{ site: string; part: string }> = ({ props: { site, part } }) => {
  const pages = [
    ...new Set(
      addressesOf(dossier)
        .filter(({ neutral }) => neutral === undefined)
        .map(({ path }) => pageOf(path)),
    ),
  ].filter((path) => path.endsWith('/'));
  const urls = pages.map(
    (path) => `<url><loc>${located(site, path)}</loc><lastmod>${settings.dossier.issued}</lastmod></url>`,
  );
  const body =
    part === 'index'
      ? `<sitemapindex xmlns="${NAMESPACE}"><sitemap><loc>${located(site, '/sitemap-0.xml')}</loc></sitemap></sitemapindex>`
      : `<urlset xmlns="${NAMESPACE}">${urls.join('\n')}</urlset>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml' },
  });
};

const located = (site: string, path: string): string => escapeXml(absolute(site, path));

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
