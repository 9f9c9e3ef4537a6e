import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { builtPages } from '../support/built-pages.ts';

// What pages say of themselves to machines, on every page of both sites: complete, true, and in agreement.

interface Settings {
  paper: {
    title: Record<string, string>;
    authors: Record<string, { family: string; given: string }>[];
    language: string;
    year: number;
    DOI?: string;
  };
  dossier: { editors: Record<string, string>; issued: string };
  editions: { id: string; lang: string }[];
}
const settingsOf = (folder: string): Settings => parse(readFileSync(join(folder, 'dossier.yaml'), 'utf8'));

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

interface Head {
  lang: string;
  tags: Record<string, string[]>;
  links: { rel: string; href: string; hreflang?: string }[];
  data: Record<string, unknown> | undefined;
}

function readHead(html: string): Head {
  const head = /<head>([\s\S]*?)<\/head>/.exec(html)?.[1] ?? '';
  const attributes = (tag: string): Record<string, string> =>
    Object.fromEntries(
      [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
    );
  const tags: Head['tags'] = {};
  for (const [tag] of head.matchAll(/<meta [^>]*>/g)) {
    const { name, content = '' } = attributes(tag);
    if (name?.startsWith('citation_')) (tags[name.slice('citation_'.length)] ??= []).push(content);
  }
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(head)?.[1];
  return {
    lang: /<html lang="([^"]*)"/.exec(html)?.[1] ?? '',
    tags,
    links: [...head.matchAll(/<link [^>]*>/g)].map(([tag]) => {
      const { rel = '', href = '', hreflang } = attributes(tag);
      return { rel, href, ...(hreflang === undefined ? {} : { hreflang }) };
    }),
    data: script === undefined ? undefined : JSON.parse(script),
  };
}

const sites = [
  { name: 'dyke', folder: () => inject('siteOut'), base: '/', site: undefined },
  {
    name: 'well',
    folder: () => inject('otherOut'),
    base: '/sub/dir/',
    site: 'https://example.net/sub/dir',
  },
];

describe.each(sites)('the dossier $name', ({ name, folder, base, site }) => {
  const settings = settingsOf(`tests/fixtures/dossiers/${name}`);
  const { paper, dossier, editions } = settings;
  const pages = () => builtPages(folder()).filter(({ address }) => !address.startsWith('/v/'));
  const frame = (address: string) => editions.find(({ id }) => address.startsWith(`/${id}/`)) ?? editions[0]!;
  const isOwn = (address: string): boolean =>
    /^\/(?:p|note|case|term)\/[^/]+\/$/.test(address) ||
    /^\/[^/]+\/(?:\d[^/]*|(?:cases|terms)\/[^/]+)\/$/.test(address);
  const inEdition = (text: Record<string, string>, id: string): string => text[id] ?? Object.values(text)[0]!;

  test('front pages are the paper: its title, its authors in order, its year, in its language', () => {
    for (const { id } of editions) {
      const { tags, data } = readHead(pages().find(({ address }) => address === `/${id}/`)!.html);
      const authors = paper.authors.map((author) => author[id] ?? Object.values(author)[0]!);
      expect(tags['title']).toEqual([inEdition(paper.title, id)]);
      expect(tags['author']).toEqual(authors.map(({ family, given }) => `${family}, ${given}`));
      expect(tags['publication_date']).toEqual([String(paper.year)]);
      expect(tags['language']).toEqual([paper.language]);
      expect(tags['doi']).toEqual(paper.DOI === undefined ? undefined : [paper.DOI]);
      expect(data).toMatchObject({
        '@type': 'ScholarlyArticle',
        name: tags['title']?.[0],
        author: authors.map(({ family, given }) => ({ familyName: family, givenName: given })),
        datePublished: tags['publication_date']?.[0],
        inLanguage: tags['language']?.[0],
      });
    }
  });

  test('pages of our own words are the editors’, based on the paper, and never its authors’', () => {
    const own = pages().filter(({ address }) => isOwn(address));
    expect(own.length).toBeGreaterThan(10);
    const authors = paper.authors.flatMap((author) => Object.values(author).map(({ family }) => family));
    for (const { address, html } of own) {
      const { tags, data, lang, links } = readHead(html);
      const { id } = frame(address);
      const editors = inEdition(dossier.editors, id);
      expect(tags['title'], address).toHaveLength(1);
      expect(
        tags['author']?.map((name) => name.replaceAll('\u00A0', ' ')),
        address,
      ).toEqual([editors]);
      expect(tags['author']?.join(), address).not.toMatch(/ |,/);
      expect(
        authors.filter((family) => tags['author']?.join().includes(family)),
        address,
      ).toEqual([]);
      expect(tags['inbook_title'], address).toHaveLength(1);
      expect(tags['publication_date'], address).toEqual([dossier.issued]);
      expect(tags['language'], address).toEqual([lang]);
      expect(data, address).toMatchObject({
        name: tags['title']?.[0],
        creator: { name: editors },
        datePublished: dossier.issued,
        inLanguage: lang,
        isPartOf: { name: tags['inbook_title']?.[0] },
      });
      expect(data, address).toHaveProperty('isBasedOn');
      if (paper.DOI) expect(data?.['isBasedOn'], address).toBe(`https://doi.org/${paper.DOI}`);
      expect(JSON.stringify(data), address).not.toContain('translationOfWork');
      if (site) {
        expect(tags['public_url'], address).toEqual([site + address]);
        expect(data?.['@id'], address).toBe(site + address);
        // An entry is cited at its page in all editions.
        const cited = address.replace(/^\/[^/]+\/(case|term)s\//, '/$1/');
        expect(links, address).toContainEqual({ rel: 'cite-as', href: site + cited });
      } else
        expect(
          links.filter(({ rel }) => rel === 'canonical' || rel === 'cite-as'),
          address,
        ).toEqual([]);
    }
  });

  test('every passage, note, case and term shows its permalink, and how it is cited there', () => {
    const cited = pages().filter(({ address }) => isOwn(address) && !/^\/[^/]+\/\d/.test(address));
    expect(cited.length).toBeGreaterThan(5);
    const root = site ?? '';
    for (const { address, html } of cited) {
      const neutral = address.replace(/^\/[^/]+\/(case|term)s\//, '/$1/');
      const permalinks = [...html.matchAll(/<div class="own-address"[^]*?<a class="url" href="([^"]*)"/g)];
      expect(new Set(permalinks.map(([, href]) => href)), address).toEqual(new Set([root + neutral]));
      const references = [...html.matchAll(/ href="([^"]*)" class="url"/g)].map(([, href = '']) =>
        href.replace(/\/v\/[^/]+(?=\/p\/)/, ''),
      );
      expect(references, address).toContain(root + neutral);
    }
  });

  test('no page has a book’s title for its own, and only lists of works have records of works in them', () => {
    for (const { address, html } of pages()) {
      expect(html, address).not.toContain('citation_book_title');
      if (!/^\/[^/]+\/works\/(?:gbt\/|chicago\/|journal\/)?$/.test(address))
        expect(html, address).not.toContain('Z3988');
    }
  });

  test('alternates lead both ways, and a page is one of them', () => {
    const heads = new Map(pages().map(({ address, html }) => [address, readHead(html)]));
    let pairs = 0;
    for (const [address, { links }] of heads) {
      const canonical = links.filter(({ rel }) => rel === 'canonical');
      expect(canonical.length, address).toBe(site && address !== '/404.html' ? 1 : 0);
      const alternates = links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang);
      if (!site || alternates.length === 0) continue;
      const hrefs = alternates.map(({ href }) => href);
      expect(hrefs, address).toContain(canonical[0]?.href);
      expect(new Set(alternates.map(({ hreflang }) => hreflang)).size, address).toBe(alternates.length);
      for (const href of hrefs) {
        const other = heads.get(href.slice(site.length));
        const back = other?.links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang);
        expect(
          back?.map((one) => one.href),
          `${address} → ${href}`,
        ).toEqual(hrefs);
        pairs++;
      }
    }
    if (site) expect(pairs).toBeGreaterThan(10);
  });

  test('what heads lead to is there', () => {
    for (const { address, html } of pages())
      for (const { rel, href } of readHead(html).links.filter(({ rel }) =>
        /^(?:item|describedby)$/.test(rel),
      ))
        expect(existsSync(join(folder(), href.slice(base.length))), `${address} ${rel} ${href}`).toBe(true);
  });

  test('data, Markdown and the account for programs carry the label', () => {
    const files = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.md$|^llms\.txt$|^p\/.*\.json$/.test(file) && !file.startsWith('pagefind'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect(readFileSync(join(folder(), file), 'utf8'), file).toMatch(/转述版|Paraphrase edition/);
  });

  test('a sitemap lists pages that are there, and none is made without a public address', () => {
    expect(existsSync(join(folder(), 'sitemap-index.xml'))).toBe(site !== undefined);
    if (!site) return;
    const listed = [
      ...readFileSync(join(folder(), 'sitemap-0.xml'), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g),
    ].map(([, loc = '']) => loc);
    expect(listed.length).toBeGreaterThan(20);
    for (const loc of listed)
      expect(existsSync(join(folder(), loc.slice(site.length), 'index.html')), loc).toBe(true);
  });
});
