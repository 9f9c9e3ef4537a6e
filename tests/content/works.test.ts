import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isoDate } from '../../src/cite/dates.ts';
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
  for (const { DOI } of works) if (DOI !== undefined) expect(DOI).toMatch(/^10\.\d{4,}\/\S+$/);
});
