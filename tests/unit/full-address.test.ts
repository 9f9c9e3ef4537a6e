import { expect, test } from 'vitest';
import { putAddress } from '../../src/client/full-address.ts';

const here = 'http://localhost:8080';

test.each([
  [
    '/',
    'Editors. Title[M/OL]. 2026/11/26. https://doi.org/10.1/2, /.',
    'Editors. Title[M/OL]. 2026/11/26. https://doi.org/10.1/2, http://localhost:8080/.',
  ],
  [
    '/',
    'UR  - /\r\nDA  - 2026/11/26\r\nER  - ',
    'UR  - http://localhost:8080/\r\nDA  - 2026/11/26\r\nER  - ',
  ],
  [
    '/',
    '  url = {/},\n  title = {{This / that}},',
    '  url = {http://localhost:8080/},\n  title = {{This / that}},',
  ],
  ['/', '"URL": "/"', '"URL": "http://localhost:8080/"'],
  ['/', '载《甲/乙》，/。', '载《甲/乙》，http://localhost:8080/。'],
  [
    '/en/1-depth/',
    '<a href="/en/1-depth/">/en/1-depth/</a>.',
    '<a href="http://localhost:8080/en/1-depth/">http://localhost:8080/en/1-depth/</a>.',
  ],
  [
    '/p/1.0.1/',
    'https://example.org/p/1.0.1/, /p/1.0.1/ (opened)',
    'https://example.org/p/1.0.1/, http://localhost:8080/p/1.0.1/ (opened)',
  ],
])('the address %s is put in full where it stands for itself', (address, text, full) => {
  expect(putAddress(text, address, here + address)).toBe(full);
});
