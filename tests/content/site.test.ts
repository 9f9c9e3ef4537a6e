import { select, selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';
import { isWithin } from '../../src/model/passage.ts';
import type { SourceCheck } from '../../src/model/source-check.ts';
import { testBacklinks } from '../support/backlinks.ts';
import { builtPages } from '../support/built-pages.ts';
import { testBuiltSite } from '../support/built-site.ts';
import { testOwnAddresses } from '../support/own-addresses.ts';
import { builtTree, textIn } from '../support/page-tree.ts';
import { dossierIn } from '../support/dossier-in.ts';

testBuiltSite('dist');
testOwnAddresses('dist', 'content');
testBacklinks('dist', 'content', 500);

test('no source check is listed twice at one amount or date', () => {
  const pages = builtPages('dist').filter(({ address }) => /^\/\w+\/(?:data|timeline)\/$/.test(address));
  const lists = pages.flatMap(({ html }) => html.match(/<ul class="check-links">.*?<\/ul>/gs) ?? []);
  expect(lists.length).toBeGreaterThan(0);
  for (const list of lists) {
    const checks = [...list.matchAll(/ href="([^"]+)"/g)].map(([, address]) => address);
    expect(checks.length).toBeGreaterThan(0);
    expect([...new Set(checks)], list).toEqual(checks);
  }
});

test('there is a page for everything', () => {
  expect(builtPages('dist').length).toBeGreaterThan(900);
});

test('where an entry is mentioned, headings have their names', () => {
  const places = ['zh', 'en'].map((edition) =>
    selectAll(
      '.uses [data-shown-segment="2.1"] > .place',
      builtTree('dist', `/${edition}/terms/carbon-interference/`),
    ).map((place) => textIn(place)),
  );
  expect(places).toEqual([['2.1 “碳干涉”'], ['2.1 “Carbon interference”']]);
});

test('a case shows the source checks of its passages that name no other case, and no others', async () => {
  const { cases, checks, settings } = await dossierIn('content');
  for (const { id, value } of cases) {
    const isNamed = ({ concerns }: SourceCheck): boolean => concerns.includes(`case:${id}`);
    const isThere = ({ passage }: SourceCheck): boolean =>
      value.passages.some(
        (one) => one.segment === passage.segment && isWithin(one, passage.units?.[0] ?? Infinity),
      );
    const elsewhere = checks.value.filter((check) => isNamed(check) && !isThere(check));
    expect(elsewhere, `named by a check of a sentence that ${id} does not list`).toEqual([]);
    const expected = checks.value
      .filter((check) => isThere(check) && (isNamed(check) || !/case:/.test(check.concerns.join())))
      .map((check) => `check-${check.id}`);
    for (const edition of settings.value.editions) {
      const shown = selectAll('li.check[data-aside]', builtTree('dist', `/${edition.id}/cases/${id}/`));
      expect(shown.map(({ properties }) => properties['dataAside']), `${edition.id} ${id}`).toEqual(expected);
    }
  }
});

test('on the page of a note, each source check is cited as itself', async () => {
  const { checks, settings } = await dossierIn('content');
  const ofNotes = checks.value.filter(({ note }) => note !== undefined);
  expect(ofNotes.length).toBeGreaterThan(10);
  for (const [note, checksOfNote] of Map.groupBy(ofNotes, ({ note }) => note))
    for (const edition of settings.value.editions) {
      const page = builtTree('dist', `/${edition.id}/note/${note}/`);
      for (const { id } of checksOfNote)
        expect(select(`[data-aside="check-${id}"] .verdict + p`, page), `${edition.id} ${id}`).toBeTruthy();
    }
});
