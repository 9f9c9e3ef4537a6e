import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip, zipMany } from '../../src/export/zip.ts';

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
