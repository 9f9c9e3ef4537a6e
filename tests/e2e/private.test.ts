import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { filesIn } from '../../src/build/files-in.ts';
import { SECRET } from './setup.ts';

test('a build without --private contains nothing of a private edition', () => {
  const texts = filesIn(inject('otherOut')).map((file) => {
    const bytes = readFileSync(`${inject('otherOut')}/${file}`);
    return [file, (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')] as const;
  });
  expect(texts.length).toBeGreaterThan(150);
  // Even the name of the private edition would reveal it.
  const naming = texts.filter(([, text]) =>
    [SECRET, '/original/'].some((said) => text.replaceAll('\u200B', '').includes(said)),
  );
  expect(naming.map(([file]) => file)).toEqual([]);
});
