import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readLibrary } from '../../src/cite/read-library.ts';
import { doiIn, resolveDoi } from '../../src/cite/resolve-doi.ts';
import { addWorks } from '../../src/import/write/add-works.ts';
import type { Work } from '../../src/model/work.ts';

const reed: Work = {
  id: 'reed-2018',
  type: 'article-journal',
  language: 'en',
  title: 'Salt Roads: A History',
  author: [{ family: 'Reed', given: 'Anna' }],
  issued: { 'date-parts': [[2018]] },
};
const before = `[\n  ${JSON.stringify(reed)}\n]\n`;

const library = `@article{a, author={Reed, Anna}, title={{Salt Roads: A History}}, journal={Trade}, year={2018}}
@book{b, author={Reed, Anna}, title={{Wells}}, publisher={Shore}, year={2018}}
@book{c, author={Reed, Anna}, title={{Dunes}}, publisher={Shore}, year={2018}}`;

test('new works are added with unique ids, and existing works are not changed', async () => {
  const { text, added, known } = addWorks(before, [reed], await readLibrary(library, 'bib'));
  expect(known).toEqual([{ title: 'Salt Roads: A History', id: 'reed-2018' }]);
  expect(added.map(({ id, title, language }) => [id, title, language])).toEqual([
    ['reed-2018b', 'Wells', 'en'],
    ['reed-2018c', 'Dunes', 'en'],
  ]);
  expect(text.startsWith(before.trimEnd().slice(0, -2))).toBe(true);
  expect(JSON.parse(text)).toEqual([reed, ...added]);
  expect(text.endsWith('\n')).toBe(true);
});

test('adding the same library again changes nothing', async () => {
  const records = await readLibrary(library, 'bib');
  const once = addWorks('[]\n', [], records);
  expect(once.added.map(({ id }) => id)).toEqual(['reed-2018', 'reed-2018b', 'reed-2018c']);
  const again = addWorks(once.text, once.added, records);
  expect(again).toMatchObject({ text: once.text, added: [] });
});

test.each(['10.1234/jt.37', 'https://doi.org/10.1234/jt.37', 'doi:10.1234/jt.37'])(
  '%s is a DOI',
  (written) => {
    expect(doiIn(written)).toBe('10.1234/jt.37');
  },
);

test('library.bib is not a DOI', () => expect(doiIn('library.bib')).toBeUndefined());

test('a record is requested from the registry, which may not have it', async () => {
  const server = createServer((request, response) => {
    if (request.url !== '/10.1234/jt.37') return response.writeHead(404).end();
    expect(request.headers.accept).toBe('application/vnd.citationstyles.csl+json');
    response.setHeader('content-type', 'application/vnd.citationstyles.csl+json');
    return response.end(
      JSON.stringify({ ...reed, id: undefined, publisher: 'Shore', 'is-referenced-by-count': 3 }),
    );
  }).listen(0);
  await once(server, 'listening');
  const resolver = `http://localhost:${(server.address() as AddressInfo).port}/`;
  expect(await resolveDoi('10.1234/jt.37', resolver)).toMatchObject({
    title: 'Salt Roads: A History',
    publisher: 'Shore',
    DOI: '10.1234/jt.37',
  });
  expect(await resolveDoi('10.1234/none', resolver)).toBeUndefined();
  server.close();
});
