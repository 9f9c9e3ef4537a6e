import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dossierIn } from './dossier-in.ts';
import { addressesOf } from '../../src/permalinks/current-addresses.ts';
import { memoize } from '../../src/model/memoize.ts';
import { builtPages, idsOf } from './built-pages.ts';

/** Whether a file, or an id on a page, exists in a built site. */
export function answersIn(folder: string): (path: string) => boolean {
  const pages = new Map(builtPages(folder).map((page) => [page.address, page]));
  const idsAt = memoize(({ html }: { html: string }) => new Set(idsOf(html)));
  return (path) => {
    const [page = '', fragment] = path.split('#');
    if (!page.endsWith('/')) return existsSync(join(folder, page));
    const found = pages.get(page);
    return found !== undefined && (fragment === undefined || idsAt(found).has(fragment));
  };
}

/** Tests that a built dossier has exactly the addresses that it would register. */
export function testOwnAddresses(folder: string, content: string): void {
  test('gives every address that it would register, and its pages have no other', async () => {
    const dossier = await dossierIn(content);
    const paths = new Set(addressesOf(dossier).map(({ path }) => path));
    const answers = answersIn(folder);
    expect([...paths].filter((path) => !answers(path))).toEqual([]);
    const former = new Set((dossier.permalinks.value ?? []).map(({ path }) => path));
    expect(
      builtPages(folder)
        .map(({ address }) => address)
        .filter((address) => !address.startsWith('/v/') && address !== '/404.html')
        // The list of works in another style can be found from the default list.
        .filter(
          (address) =>
            !/^\/[^/]+\/works\/(?:apa|mla|journal|(?:gbt|chicago)(?:-2015|-author-date)?)\/$/.test(address),
        )
        // Pages at /p/, /en/note/ … only link to promised pages.
        .filter(
          (address) => !/^(?:\/[^/]+)?\/(?:p|note|check|parallel|case|term|actor|work)\/$/.test(address),
        )
        .filter((address) => !paths.has(address) && !former.has(address)),
    ).toEqual([]);
  });
}
