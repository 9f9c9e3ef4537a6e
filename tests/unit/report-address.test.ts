import { expect, test } from 'vitest';
import { reportAddress } from '../../src/site/report.ts';

test.each([
  ['mailto:a@example.org', 'mailto:a@example.org?subject=p%20%26%20q&body=one%0Atwo%2B'],
  [
    'https://github.com/o/r/issues/new?labels=text',
    'https://github.com/o/r/issues/new?labels=text&title=p%20%26%20q&body=one%0Atwo%2B',
  ],
  [
    'https://gitlab.com/o/r/-/issues/new',
    'https://gitlab.com/o/r/-/issues/new?issue%5Btitle%5D=p%20%26%20q&issue%5Bdescription%5D=one%0Atwo%2B',
  ],
])('a report to %s is prefilled with its subject and text', (corrections, address) => {
  expect(reportAddress(corrections, 'p & q', 'one\ntwo+')).toBe(address);
});
