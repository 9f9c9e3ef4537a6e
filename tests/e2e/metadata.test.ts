import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { asAuthor } from '../../src/cite/own-items.ts';
import { builtPages } from '../support/built-pages.ts';

// The metadata of every page of both sites is complete, true and consistent.

interface Settings {
  paper: {
    title: Record<string, string>;
    authors: Record<string, { family: string; given: string }>[];
    language: string;
    year: number;
    DOI?: string;
  };
  dossier: {
    title: Record<string, string>;
    editors: Record<string, string>;
    issued: string;
    version: string;
  };
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
  // A moved or missing page cannot be cited.
  const citedPages = () =>
    builtPages(folder()).filter(
      ({ address, html }) => address !== '/404.html' && !html.includes('class="former-page"'),
    );
  const isWork = (address: string): boolean =>
    /^\/(?:[^/]+\/works?|work)\/./.test(address) && !isForm(address);
  const isForm = (address: string): boolean =>
    /^\/[^/]+\/works\/(?:gbt.*|chicago.*|journal|apa|mla)\/$/.test(address);
  const isOwn = (address: string): boolean =>
    /^\/(?:p|note|case|term)\/[^/]+\/$/.test(address) ||
    /^\/[^/]+\/(?:\d[^/]*|(?:cases|terms)\/[^/]+)\/$/.test(address);
  const inEdition = (text: Record<string, string>, id: string): string => text[id] ?? Object.values(text)[0]!;

  test('front pages describe the dossier: title, editors and version, in their language, as a book', () => {
    for (const { id, lang } of editions) {
      const { html } = pages().find(({ address }) => address === `/${id}/`)!;
      const { tags, data } = readHead(html);
      expect(tags['title']).toEqual([inEdition(dossier.title, id)]);
      expect(tags['language']).toEqual([lang]);
      expect(tags['journal_title']).toBeUndefined();
      expect(data).toMatchObject({
        '@type': 'Book',
        name: inEdition(dossier.title, id),
        author: [{ name: asAuthor(inEdition(dossier.editors, id)) }],
        version: dossier.version,
        datePublished: dossier.issued,
      });
      expect(data).toHaveProperty('isBasedOn');
      expect(html).toContain('<meta name="z:itemType" content="book"');
    }
  });

  test('every page is by the editors, based on the paper, and never by its authors', () => {
    const own = citedPages().filter(({ address }) => !isWork(address));
    expect(own.length).toBeGreaterThan(10);
    const authors = paper.authors.flatMap((author) => Object.values(author).map(({ family }) => family));
    for (const { address, html } of own) {
      const { tags, data, lang, links } = readHead(html);
      const { id } = editions.find((edition) => edition.lang === lang)!;
      const editors = asAuthor(inEdition(dossier.editors, id));
      const isWhole = data?.['@type'] === 'Book';
      expect(tags['title'], address).toHaveLength(1);
      // The comma keeps the name in one piece.
      expect(tags['author'], address).toEqual([`${editors},`]);
      expect(
        authors.filter((family) => tags['author']?.join().includes(family)),
        address,
      ).toEqual([]);
      expect(tags['inbook_title']?.length, address).toBe(isWhole ? undefined : 1);
      expect(tags['publication_date'], address).toEqual([dossier.issued]);
      expect(tags['language'], address).toEqual([lang]);
      expect(data, address).toMatchObject({
        name: tags['title']?.[0],
        author: [{ name: editors }],
        datePublished: dossier.issued,
        inLanguage: lang,
      });
      if (!isWhole) expect(data?.['isPartOf'], address).toMatchObject({ name: tags['inbook_title']?.[0] });
      expect(data, address).toHaveProperty('isBasedOn');
      if (paper.DOI) expect(data?.['isBasedOn'], address).toBe(`https://doi.org/${paper.DOI}`);
      expect(JSON.stringify(data), address).not.toContain('translationOfWork');
      const cited = links.filter(({ rel }) => rel === 'cite-as').map(({ href }) => href);
      expect(cited, address).toHaveLength(1);
      expect(
        existsSync(
          join(folder(), new URL(cited[0]!, 'http://local').pathname.slice(base.length), 'index.html'),
        ),
        `${address} is cited at ${cited[0]}`,
      ).toBe(true);
      expect(tags['public_url'], address).toEqual(site ? cited : undefined);
      expect(data?.['@id'], address).toBe(site ? cited[0] : undefined);
      expect(links.filter(({ rel }) => rel === 'type').length, address).toBe(2);
      const rels = links.map((link) => link.rel);
      expect(rels, address).toEqual(expect.arrayContaining(['author', 'describedby']));
      if (/^\/[^/]+\/(?:exhibits\/.|data\/|works\/)/.test(address)) expect(rels, address).toContain('item');
    }
  });

  test('a work’s page has a single record of that work, and its description is not an abstract', () => {
    const works = pages().filter(({ address }) => isWork(address));
    expect(works.length).toBeGreaterThan(3);
    for (const { address, html } of works) {
      const { tags, links } = readHead(html);
      expect(tags, address).toEqual({});
      expect(html.match(/class="Z3988"/g), address).toHaveLength(1);
      const rels = links.map(({ rel }) => rel);
      expect(rels, address).toContain('describedby');
      // Harvesters would take them for those of the work.
      expect(rels, address).not.toContain('author');
    }
  });

  test('every page has a description of its own, in each language', () => {
    const seen = new Map<string, string>();
    for (const { address, html } of citedPages()) {
      const said = /<meta name="description" content="([^"]+)"/.exec(html)?.[1] ?? '';
      const { lang, links } = readHead(html);
      const thing = isForm(address) ? address : (links.find(({ rel }) => rel === 'cite-as')?.href ?? address);
      // The same content may be on pages of several kinds.
      if (!isWork(address) && !['/', ...editions.map(({ id }) => `/${id}/`)].includes(address)) {
        expect(seen.get(`${lang} ${said}`) ?? thing, `${address}: ${said}`).toBe(thing);
        seen.set(`${lang} ${said}`, thing);
      }
      expect(said.length, address).toBeGreaterThan(1);
    }
  });

  test('every passage, note, case and term shows its permalink, and how to cite it', () => {
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
      // References in a copy without a public address must not contain one, since it would not work elsewhere.
      if (site) expect(references, address).toContain(root + neutral);
      else expect(references.filter((href) => href.startsWith('/'))).toEqual([]);
    }
  });

  test('no page has a citation_book_title, and only lists of works have several records', () => {
    expect(pages().length).toBeGreaterThan(20);
    for (const { address, html } of pages()) {
      expect(html, address).not.toContain('citation_book_title');
      const records = html.match(/class="Z3988"/g)?.length ?? 0;
      if (!isForm(address) && !/^\/[^/]+\/works\/$/.test(address)) expect(records, address).toBeLessThan(2);
    }
  });

  test('alternate links are mutual, and include the page itself', () => {
    // Chapters of releases have them too.
    const heads = new Map(builtPages(folder()).map(({ address, html }) => [address, readHead(html)]));
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
    const chapter = heads.get('/v/2.0.0/de/1-tiefe/');
    if (site) expect(chapter?.links.filter(({ hreflang }) => hreflang).length).toBe(2);
  });

  test('links in page heads are not broken', () => {
    const links = pages().flatMap(({ html }) =>
      readHead(html).links.filter(({ rel }) => /^(?:item|describedby)$/.test(rel)),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ href }) => !existsSync(join(folder(), href.slice(base.length))))).toEqual([]);
  });

  test('data, Markdown and llms.txt contain the label', () => {
    const files = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.md$|^llms\.txt$|^p\/.*\.json$/.test(file) && !file.startsWith('pagefind'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect(readFileSync(join(folder(), file), 'utf8'), file).toMatch(/转述版|Paraphrase edition/);
  });

  test('a sitemap lists existing pages, and there is none without a public address', () => {
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
