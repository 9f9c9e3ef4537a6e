import { expect, test } from 'vitest';
import { executiveOrder } from '../../src/cite/executive-order.ts';
import { referenceText } from '../../src/cite/pieces.ts';
import type { Citable } from '../../src/cite/csl-item.ts';

const order: Citable = {
  id: 'a',
  type: 'legislation',
  language: 'en',
  title: 'Keeping Locks Open',
  number: 'Executive Order 99, 9 Fed. Reg. 1234',
  issued: { 'date-parts': [[1944, 2, 3]] },
  URL: 'https://example.org/locks',
};
const print = (...[item, style, how]: Parameters<typeof executiveOrder>) =>
  referenceText(executiveOrder(item, style, how) ?? []);

test('an executive order is cited by its number and the Federal Register, or else the date', () => {
  expect(print(order, 'chicago', { isEntry: false })).toBe(
    'Exec. Order No. 99, 9 Fed. Reg. 1234 (February 3, 1944), https://example.org/locks',
  );
  expect(print({ ...order, number: 'Executive Order 99' }, 'chicago', { isEntry: true })).toBe(
    'Exec. Order No. 99 (February 3, 1944). https://example.org/locks.',
  );
  expect(print(order, 'apa', { isEntry: true })).toBe(
    'Exec. Order No. 99, 9 Fed. Reg. 1234 (1944). https://example.org/locks',
  );
  expect(print(order, 'apa', { isEntry: false })).toBe('(Exec. Order No. 99, 1944)');
  expect(print(order, 'chicago', { isEntry: false, isAgain: true })).toBe('Exec. Order No. 99');
});

test('other styles and other documents have their own form', () => {
  expect(executiveOrder(order, 'mla', { isEntry: true })).toBeUndefined();
  expect(executiveOrder({ ...order, number: 'COM(1944) 9' }, 'apa', { isEntry: true })).toBeUndefined();
});
