import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dateOf } from '../../src/import/citations/reading.ts';
import { checkDossier } from '../../src/check/check-dossier.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-impossible-'));
  cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const inSettings = (before: string, after: string): void => {
  const text = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
  expect(text).toContain(before);
  write('dossier.yaml', text.replace(before, after));
};
/** What is said of values and files, by place. */
const said = async (): Promise<string[]> =>
  (await checkDossier(folder)).messages
    .filter(({ rule }) => rule === 'schema-holds' || rule === 'file-readable')
    .map(
      ({ place, reason }) => `${place.path.slice(folder.length + 1)}:${place.line}:${place.column} ${reason}`,
    );

describe('what cannot be is said at its place', () => {
  test.each([
    [
      'issued: "2001-02-03"',
      'issued: "2001-99-99"',
      '20:3 Unexpected date 2001-99-99, expected one that the calendar has (at dossier.issued)',
    ],
    [
      'issued: "2001-02-03"',
      'issued: "2001-02-29"',
      '20:3 Unexpected date 2001-02-29, expected one that the calendar has (at dossier.issued)',
    ],
    ['year: 1999', 'year: 19990', '10:3 Unexpected year, expected one from 1 to 9999 (at paper.year)'],
    [
      'pages: [7, 9]',
      'pages: [1, 9999999999]',
      '12:14 Unexpected page, expected one from 1 to 99999 (at paper.pages.1)',
    ],
    [
      'pages: [7, 9]',
      'pages: [0, 9]',
      '12:11 Unexpected page, expected one from 1 to 99999 (at paper.pages.0)',
    ],
    [
      'https://example.org/brunnen/',
      'https://user:word@example.org/',
      '22:3 Unexpected address, expected a full public address such as https://example.org/dossier/, without a user, a query or a fragment (at dossier.site)',
    ],
    [
      'https://example.org/brunnen/',
      'https://example.org/?a#b',
      '22:3 Unexpected address, expected a full public address such as https://example.org/dossier/, without a user, a query or a fragment (at dossier.site)',
    ],
  ])('in dossier.yaml, %s become %s', async (before, after, message) => {
    inSettings(before, after);
    expect(await said()).toEqual([`dossier.yaml:${message}`]);
  });

  test('in dates and spans of cases and quantities', async () => {
    write(
      'cases/dry-summer/case.yaml',
      `title: { de: Sommer }
summary: { de: Trocken. }
kind: weather
dates: ["1950-13", "1949-02-31", "2019/2018", "2019-05/2019", "19XX/1850", "2000-02-29", "2019-05/2019-04-30", "0000"]
passages: [1.1.2]
`,
    );
    write(
      'quantities.yaml',
      `- { type: date, date: 2001-04-31, what: { de: a }, passage: 1.1.1-1 }
- { type: amount, value: 1/0, measure: { de: a }, what: { de: a }, passage: 1.1.1-1 }
`,
    );
    expect(await said()).toEqual([
      'cases/dry-summer/case.yaml:4:9 Unexpected date 1950-13, expected one that the calendar has (at dates.0)',
      'cases/dry-summer/case.yaml:4:20 Unexpected date 1949-02-31, expected one that the calendar has (at dates.1)',
      'cases/dry-summer/case.yaml:4:34 Unexpected end 2018 of what begins in 2019, expected the earlier date first (at dates.2)',
      'cases/dry-summer/case.yaml:4:63 Unexpected end 1850 of what begins in 19XX, expected the earlier date first (at dates.4)',
      'cases/dry-summer/case.yaml:4:90 Unexpected end 2019-04-30 of what begins in 2019-05, expected the earlier date first (at dates.6)',
      'cases/dry-summer/case.yaml:4:112 Unexpected date 0000, expected one that the calendar has (at dates.7)',
      'quantities.yaml:1:17 Unexpected date 2001-04-31, expected one that the calendar has (at 0.date)',
      'quantities.yaml:2:19 Unexpected value, expected a number or a fraction (at 1.value)',
    ]);
  });

  test('in dates of works', async () => {
    const works = [
      [[1950, 44, 99]],
      [[2001, 2, 29]],
      [[2001, 0]],
      [[99999]],
      [[2019, 5], [2018]],
      [[2019], [2019, 3]],
    ];
    write(
      'works.json',
      `[\n${works.map((parts, i) => `{ "id": "amt-195${i}", "type": "book", "language": "de", "title": "a", "issued": { "date-parts": ${JSON.stringify(parts)} } }`).join(',\n')}\n]`,
    );
    expect(await said()).toEqual([
      'works.json:2:96 Unexpected date 1950-44-99, expected one that the calendar has (at 0.issued.date-parts.0)',
      'works.json:3:96 Unexpected date 2001-2-29, expected one that the calendar has (at 1.issued.date-parts.0)',
      'works.json:4:96 Unexpected date 2001-0, expected one that the calendar has (at 2.issued.date-parts.0)',
      'works.json:5:96 Unexpected date 99999, expected one that the calendar has (at 3.issued.date-parts.0)',
      'works.json:6:81 Unexpected end 2018 of what begins in 2019-5, expected the earlier date first (at 4.issued.date-parts)',
    ]);
  });
});

test.each([
  [
    ['2019', 2, 30],
    [2019, 2],
  ],
  [
    ['2020', '2', '29'],
    [2020, 2, 29],
  ],
  [['2019', 13, 1], [2019]],
  [['2019', undefined, 3], [2019]],
])('an import takes of the printed date %j as much as there can be', ([year, month, day], parts) => {
  expect(dateOf(String(year), month, day)).toEqual({ 'date-parts': [parts] });
});
