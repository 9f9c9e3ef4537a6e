import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip, zipMany } from '../../src/export/zip.ts';
import { memoizeWith } from '../../src/model/memoize.ts';

const files = { 'site/目录.html': '字'.repeat(500), 'site/empty.txt': '', 'site/a.css': 'a{}' };

test.each([
  ['few', zip],
  ['many', zipMany],
])('%s files are read back from their archive, which is the same every time', (_, write) => {
  const entries = Object.entries(files).map(([path, text]) => ({ path, content: strToU8(text) }));
  const archive = write(entries, '2021-04-30');
  const read = Object.entries(unzipSync(archive)).map(([path, content]) => [path, strFromU8(content)]);
  expect(Object.fromEntries(read)).toEqual(files);
  expect(archive.length).toBeLessThan(600);
  expect(write(entries, '2021-04-30')).toEqual(archive);
});

test('a result is computed once for each argument and each data', () => {
  const calls: string[] = [];
  const join = memoizeWith((from: { name: string }, data: { id: number }) => {
    calls.push(from.name);
    return `${from.name} ${data.id}`;
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  expect([join(one, { id: 1 }), join(one, { id: 1 }), join(one, { id: 2 }), join(other, { id: 1 })]).toEqual([
    'one 1',
    'one 1',
    'one 2',
    'other 1',
  ]);
  expect(calls).toEqual(['one', 'one', 'other']);
});
