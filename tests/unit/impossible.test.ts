import { describe, expect, test } from 'vitest';
import { dateOf } from '../../src/import/citations/parsed-citation.ts';
import { copiedDossier } from '../support/copied-dossier.ts';

const copy = copiedDossier('well');
const { edit, write } = copy;
/** The messages about values and files, by place. */
const said = async (): Promise<string[]> =>
  (await copy.check())
    .filter(({ ruleId }) => ruleId === 'schema-holds' || ruleId === 'file-readable')
    .map(
      ({ file, line, column, reason }) => `${file.slice(copy.folder.length + 1)}:${line}:${column} ${reason}`,
    );

describe('impossible values are reported at their place', () => {
  test.each([
    [
      'issued: "2001-02-03"',
      'issued: "2001-99-99"',
      '20:3 Unexpected date 2001-99-99, expected a date that exists (at dossier.issued)',
    ],
    [
      'issued: "2001-02-03"',
      'issued: "2001-02-29"',
      '20:3 Unexpected date 2001-02-29, expected a date that exists (at dossier.issued)',
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
  ])('in dossier.yaml, %s changed to %s', async (before, after, message) => {
    edit('dossier.yaml', before, after);
    expect(await said()).toEqual([`dossier.yaml:${message}`]);
  });

  test('in dates and periods of cases and quantities', async () => {
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
      'cases/dry-summer/case.yaml:4:9 Unexpected date 1950-13, expected a date that exists (at dates.0)',
      'cases/dry-summer/case.yaml:4:20 Unexpected date 1949-02-31, expected a date that exists (at dates.1)',
      'cases/dry-summer/case.yaml:4:34 Unexpected end 2018 of a period that begins in 2019, expected the earlier date first (at dates.2)',
      'cases/dry-summer/case.yaml:4:63 Unexpected end 1850 of a period that begins in 19XX, expected the earlier date first (at dates.4)',
      'cases/dry-summer/case.yaml:4:90 Unexpected end 2019-04-30 of a period that begins in 2019-05, expected the earlier date first (at dates.6)',
      'cases/dry-summer/case.yaml:4:112 Unexpected date 0000, expected a date that exists (at dates.7)',
      'quantities.yaml:1:17 Unexpected date 2001-04-31, expected a date that exists (at 0.date)',
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
      'works.json:2:96 Unexpected date 1950-44-99, expected a date that exists (at issued.date-parts.0 of “amt-1950”)',
      'works.json:3:96 Unexpected date 2001-2-29, expected a date that exists (at issued.date-parts.0 of “amt-1951”)',
      'works.json:4:96 Unexpected date 2001-0, expected a date that exists (at issued.date-parts.0 of “amt-1952”)',
      'works.json:5:96 Unexpected date 99999, expected a date that exists (at issued.date-parts.0 of “amt-1953”)',
      'works.json:6:81 Unexpected end 2018 of a period that begins in 2019-5, expected the earlier date first (at issued.date-parts of “amt-1954”)',
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
])('an import takes the possible parts of the printed date %j', ([year, month, day], parts) => {
  expect(dateOf(String(year), month, day)).toEqual({ 'date-parts': [parts] });
});

describe('content that would be lost silently is reported at its place', () => {
  test('lone surrogates, in any value', async () => {
    write(
      'works.json',
      '[{ "id": "a-1950", "type": "book", "language": "de", "title": "a\\ud800b\\ud83d\\ude00" }]',
    );
    write('terms/half.yaml', 'name: { de: "a\\uDC00" }\ndefinition: { de: "\\uD83D" }\ndefinedBy: editors\n');
    expect(await said()).toEqual([
      'terms/half.yaml:1:9 Unexpected half of a character U+DC00, expected a whole one',
      'terms/half.yaml:2:15 Unexpected half of a character U+D83D, expected a whole one',
      'works.json:1:54 Unexpected half of a character U+D800, expected a whole one',
    ]);
  });

  test('reserved names, in YAML and JSON, at any depth', async () => {
    write(
      'actors.yaml',
      '__proto__: { name: { de: a }, kind: state }\nvillage: { name: { de: a, "__proto__": b }, kind: state }\n',
    );
    write('confirmed.json', '{ "1.0.1": { "\\u005f_proto__": "a" } }');
    expect(await said()).toEqual([
      'actors.yaml:1:1 Unexpected key “__proto__”, expected a name that is not reserved',
      'actors.yaml:2:27 Unexpected key “__proto__”, expected a name that is not reserved',
      'confirmed.json:1:14 Unexpected key “__proto__”, expected a name that is not reserved',
    ]);
  });
});

test('aliases in YAML are reported in plain words, each at its place, and never expanded too far', async () => {
  write('terms/alias.yaml', 'name: *nothing\ndefinition: { de: *nowhere }\n');
  write('terms/self.yaml', 'name: { de: a }\nseeAlso: &all [b, *all]\n');
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, before] of [...'bcdefghi'].map((letter, i) => [letter, 'abcdefgh'[i]]))
    bomb.push(`${name}: &${name} [${`*${before}, `.repeat(8)}*${before}]`);
  write('terms/bomb.yaml', bomb.join('\n'));
  expect(await said()).toEqual([
    'terms/alias.yaml:1:7 Unexpected * at the start of a value, expected the value in quotes',
    'terms/alias.yaml:2:19 Unexpected * at the start of a value, expected the value in quotes',
    'terms/bomb.yaml:4:8 Unexpected alias *c, expected the text itself, since the alias would repeat too much',
    'terms/self.yaml:2:19 Unexpected alias *all, expected it outside the value that it repeats',
  ]);
});
