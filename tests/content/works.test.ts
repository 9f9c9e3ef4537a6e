import { readFileSync } from 'node:fs';
import { decodeHTML } from 'entities';
import { expect, test } from 'vitest';
import { isoDate } from '../../src/cite/dates.ts';
import { translationsFor } from '../../src/i18n/translations.ts';
import { sayPrinted } from '../../src/site/work-as-printed.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { readWorks } from '../support/read-back.ts';

const works = readWorks('content/works.json');
const dossier = await dossierIn('content');

/** An address without parts that make no difference to servers. */
const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

test('an online work has an access date only if a source check opened its exact address', () => {
  const opened = new Map(
    dossier.checks.value.flatMap((check) =>
      check.work !== undefined && check.opened !== undefined
        ? [[`${check.work} ${bare(check.opened)}`, check.date] as const]
        : [],
    ),
  );
  const wanted = works.flatMap(({ id, URL }) => {
    const date = URL === undefined ? undefined : opened.get(`${id} ${bare(URL)}`);
    return date === undefined ? [] : [[id, date]];
  });
  expect(wanted.length).toBeGreaterThan(0);
  expect(works.flatMap(({ id, accessed }) => (accessed ? [[id, isoDate(accessed)]] : []))).toEqual(wanted);
});

test('no key has changed since the first release', () => {
  const kept = JSON.parse(readFileSync('content/permalinks.json', 'utf8')) as { kind: string; id: string }[];
  const keys = new Set(kept.filter(({ kind }) => kind === 'work').map(({ id }) => id));
  expect(new Set(works.map(({ id }) => id))).toEqual(keys);
});

test('every DOI is valid', () => {
  const all = works.flatMap(({ DOI }) => DOI ?? []);
  expect(all).not.toEqual([]);
  expect(all.filter((doi) => !/^10\.\d{4,}\/\S+$/.test(doi))).toEqual([]);
});

test('the pages of notes and checks say what the paper prints where a reference is corrected', () => {
  // What a page says is found without parsing hundreds of them.
  const shown = (page: string): string =>
    decodeHTML(readFileSync(`dist/${page}/index.html`, 'utf8').replace(/<[^>]*>/g, ''));
  let count = 0;
  for (const edition of dossier.settings.value.editions)
    for (const { value } of dossier.works) {
      const says = sayPrinted(value, edition.id, translationsFor(edition.lang));
      if (says.length === 0) continue;
      const citing = dossier.chapters
        .filter((chapter) => chapter.edition === edition.id)
        .flatMap(({ notes }) => notes)
        .filter(({ citations }) => citations.some(({ key }) => key === value.id));
      const pages = [
        ...citing.map(({ number }) => `${edition.id}/note/${number}`),
        ...dossier.checks.value
          .filter(({ work }) => work === value.id)
          .map(({ id }) => `${edition.id}/check/${id}`),
      ];
      for (const page of pages) {
        const text = shown(page);
        for (const one of says) expect(text, page).toContain(one);
      }
      count += says.length * pages.length;
    }
  expect(count).toBeGreaterThan(0);
});
