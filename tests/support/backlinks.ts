import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { dossierIn } from './dossier-in.ts';
import { builtPages } from './built-pages.ts';
import { attribute, treeOf } from './page-tree.ts';

const kinds = ['cases', 'terms', 'actors'];

/**
 * Tests that every link from a segment to an entry in a built dossier has a backlink, and that there are at least
 * `least` of them.
 */
export function testBacklinks(folder: string, content: string, least: number): void {
  test('a segment lists an entry if and only if the entry lists the segment', async () => {
    const dossier = await dossierIn(content);
    const pages = new Map(builtPages(folder).map(({ address, html }) => [address, html]));
    const trees = new Map<string, Root>();
    const linksIn = (address: string, selector: string): string[] => {
      const [main = ''] = /<main[^]*<\/main>/.exec(pages.get(address) ?? '') ?? [];
      const tree = trees.get(address) ?? treeOf(main);
      trees.set(address, tree);
      return selectAll(selector, tree).map((link) => attribute(link, 'href') ?? '');
    };
    let compared = 0;
    for (const { id: edition, lang } of dossier.settings.value.editions) {
      const fromSegments = new Set<string>();
      const fromEntries = new Set<string>();
      for (const address of [...pages.keys()].filter((one) => /^\/p\//.test(one))) {
        for (const href of linksIn(address, `.text[lang="${lang}"] .apparatus a`)) {
          const [, kind, slug] = /\/(cases|terms|actors)\/(?:#)?([a-z0-9-]+)\/?$/.exec(href) ?? [];
          if (kind) fromSegments.add(`${kind}/${slug} ${address.slice(3, -1)}`);
        }
      }
      for (const kind of kinds) {
        const entries = [...pages.keys()].filter((one) =>
          new RegExp(`^/${edition}/${kind}/[^/]+/$`).test(one),
        );
        for (const address of entries) {
          for (const href of linksIn(address, '.uses a.place'))
            fromEntries.add(`${kind}/${address.split('/')[3]} ${segmentOf(href)}`);
        }
      }
      // The index of cases lists their passages too.
      const index = pages.get(`/${edition}/cases/`) ?? '';
      for (const [, slug = '', item = ''] of index.matchAll(/<li id="([^"]+)"[^>]*>([\s\S]*?)<\/li>/g)) {
        for (const [, segment] of item.matchAll(/class="place" href="[^"#]*#p?([^"]+)"/g))
          fromEntries.add(`cases/${slug} ${segment}`);
      }
      const paged = [...fromEntries].filter((one) => !/ (?:\d+(?:\.\d+)?|figure-\d|table-\d)$/.test(one));
      expect([...fromSegments].sort()).toEqual(paged.sort());
      compared += paged.length;
    }
    expect(compared).toBeGreaterThanOrEqual(least);
  });
}

/** The segment to which an address leads, or to one of whose sentences. */
const segmentOf = (href: string): string =>
  (/#p?(.+)$/.exec(href)?.[1] ?? '').replace(/^(\d[\d.]*[a-z]?|abstract)-\d+$/, '$1');
