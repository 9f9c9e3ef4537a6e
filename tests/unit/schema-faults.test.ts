import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actorSchema, exhibitSchema, quantitySchema, termSchema } from '../../src/model/entries.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { slugSchema } from '../../src/model/slug.ts';
import { workSchema } from '../../src/model/work.ts';
import { openFolder } from '../../src/read/read-text.ts';
import { readYaml } from '../../src/read/read-yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The messages about a file: line and column, reason, and the remedy after a dash. */
async function said(name: string, text: string, schema: z.ZodType): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const opened = await openFolder(folder);
  await readYaml(path, schema, opened);
  return opened.messages.map(
    ({ line, column, reason, note }) =>
      `${line}:${column} ${reason}${note === undefined ? '' : ` – ${note}`}`,
  );
}

const term = (text: string): Promise<string[]> => said('term.yaml', text, termSchema);
const works = (value: unknown): Promise<string[]> =>
  said('works.json', JSON.stringify(value), z.array(workSchema));
const work = { id: 'saint-1868', type: 'book', language: 'fr', title: 'Lampes' };

describe('a value that is not text', () => {
  const rest = 'definition: { en: x }\ndefinedBy: editors\n';

  test('should be put in quotes unchanged', async () => {
    expect(await term(`name: { en: 1871 }\n${rest}`)).toEqual([
      '1:9 Unexpected number 1871 (at name.en), expected text – Put it in quotes: "1871"',
    ]);
    expect(await term(`name: { en: true }\n${rest}`)).toEqual([
      '1:9 Unexpected true (at name.en), expected text – Put it in quotes: "true"',
    ]);
    expect(await works([{ ...work, volume: 3 }])).toEqual([
      '1:68 Unexpected number 3 (at volume of “saint-1868”), expected text – Put it in quotes: "3"',
    ]);
  });

  test('may have been cut off by a comma', async () => {
    expect(await term(`name: { en: Light, in English }\n${rest}`)).toEqual([
      '1:20 Missing value of “in English” (at name.in English), expected text – In { }, a comma ends a value: put a text with a comma in quotes, "…, …"',
    ]);
  });

  test('is reported if it is missing', async () => {
    expect(await term(`name:\n${rest}`)).toEqual([
      '1:1 Missing value of “name”, expected keys with values: { en: … }',
    ]);
    expect(await term('name: { en: x }\n')).toEqual([
      '1:1 Missing “definition”, expected keys with values: { en: … }',
      '1:1 Missing “definedBy”, expected one of authors, source, editors',
    ]);
  });

  test('or if it is empty', async () => {
    expect(await term(`name: { en: "" }\n${rest}`)).toEqual([
      '1:9 Unexpected empty text (at name.en), expected some',
    ]);
  });
});

describe('an unknown key', () => {
  test('gets the closest key as a suggestion', async () => {
    expect(await works([work, { ...work, id: 'saint-1869', titel: 'x' }])).toEqual([
      '1:135 Unexpected key “titel” of “saint-1869”, expected title',
    ]);
    expect(await said('dossier.yaml', 'chapter: 1\n', settingsSchema)).toContain(
      '1:1 Unexpected key “chapter”, expected chapters',
    );
  });

  test('is a known one without a space after its colon', async () => {
    expect(await term('name:{ zh: 井 }\ndefinition: { en: x }\ndefinedBy: editors\n')).toContain(
      '1:1 Missing space after “name:”, expected a colon and a space',
    );
  });

  test('or all known keys', async () => {
    expect(await term('name: { en: x }\ndefinition: { en: x }\ndefinedBy: editors\ncolour: red\n')).toEqual([
      '4:1 Unexpected key “colour”, expected one of name, nameInPaper, definition, formula, addition, definedBy, definedIn, quoted, forms, aliases, seeAlso',
    ]);
  });

  test('gets the rule for names, if it is a name', async () => {
    expect(
      await said(
        'actors.yaml',
        'Big Name: { name: { en: x }, kind: state }\n',
        z.record(slugSchema, actorSchema),
      ),
    ).toEqual(['1:1 Unexpected key “Big Name”, expected lower-case letters, digits and single hyphens']);
  });
});

describe('a value of the wrong kind', () => {
  test('gets all allowed values, with the nearest', async () => {
    expect(await term('name: { en: x }\ndefinition: { en: x }\ndefinedBy: author\n')).toEqual([
      '3:1 Unexpected “author” (at definedBy), expected one of authors, source, editors (nearest: authors)',
    ]);
  });

  test('gets the right type in the message', async () => {
    expect(await works([{ ...work, type: 'boook' }])).toEqual([
      '1:21 Unexpected “boook” (at type of “saint-1868”), expected book',
    ]);
    expect(await said('exhibit.yaml', 'type: drawing\n', exhibitSchema)).toEqual([
      '1:1 Unexpected “drawing” (at type), expected one of diagram, table, picture, lines',
    ]);
    expect(await said('exhibit.yaml', 'title: { en: x }\n', exhibitSchema)).toEqual([
      '1:1 Missing “type”, expected one of diagram, table, picture, lines',
    ]);
    expect(await said('argument.yaml', 'year: "1999"\n', z.object({ year: z.int() }))).toEqual([
      '1:1 Unexpected “1999” (at year), expected a number – Write it without quotes: 1999',
    ]);
    expect(await said('argument.yaml', 'year: １９９９\n', z.object({ year: z.int() }))).toEqual([
      '1:1 Unexpected “１９９９” (at year), expected a number – Write it with half-width digits: 1999',
    ]);
    expect(await works([{ ...work, URL: 'saint' }])).toEqual([
      '1:68 Unexpected “saint” (at URL of “saint-1868”), expected an address such as https://example.org/',
    ]);
    expect(await works([{ ...work, author: 'Saint' }])).toEqual([
      '1:68 Unexpected “Saint” (at author of “saint-1868”), expected a list',
    ]);
    expect(await works([{ ...work, author: ['Saint'] }])).toEqual([
      '1:78 Unexpected “Saint” (at author.0 of “saint-1868”), expected keys with values',
    ]);
    expect(await works([{ ...work, author: [{ family: 'Saint', name: 'Jean' }] }])).toEqual([
      expect.stringContaining(
        '1:96 Unexpected key “name” of author.0 of “saint-1868”, expected one of family, given,',
      ),
    ]);
    expect(
      await said(
        'quantities.yaml',
        '- type: amount\n  value: true\n  measure: { en: x }\n  what: { en: x }\n  passage: 1.0.1-1\n',
        z.array(quantitySchema),
      ),
    ).toEqual(['2:3 Unexpected true (at 0.value), expected a number or text']);
  });
});

describe('the message about invalid YAML says what to write', () => {
  const quotes = 'A colon followed by a space begins a value: title: "The moon: a table"';
  test.each([
    [
      'a colon in braces',
      'name: { en: The moon: a table }',
      `1:21 Unexpected second colon in a value, expected the value in quotes – ${quotes}`,
    ],
    [
      'a colon in a line',
      'formula: The moon: a table',
      `1:18 Unexpected second colon in a value, expected the value in quotes – ${quotes}`,
    ],
    [
      'a full-width comma in braces',
      'name: { zh: 井， en: well }',
      '1:14 Unexpected full-width ， before a key, expected a comma and a space',
    ],
    [
      'a full-width colon in a line',
      'name: 井\nformula： x',
      '2:8 Unexpected full-width ：, expected a colon and a space',
    ],
    [
      'a full-width colon before braces',
      'formula: x\nname：{ zh: 井, en: well }',
      '2:5 Unexpected full-width ：, expected a colon and a space',
    ],
    [
      'a full-width colon before quotation marks',
      'formula： "x"\nname: { en: well }',
      '1:8 Unexpected full-width ：, expected a colon and a space',
    ],
    [
      'no space before braces',
      'name:{ zh: 井, en: well }',
      '1:5 Missing space after “name:”, expected a colon and a space',
    ],
    [
      'no space in a line among others',
      'formula:x\nname: { en: well }',
      '1:8 Missing space after “formula:”, expected a colon and a space',
    ],
    ['a tab', 'name:\n\ten: x', '2:1 Unexpected tab at the start of a line, expected spaces'],
    [
      'a line that goes in',
      'formula: x\n  en: y',
      '2:3 Unexpected indentation, expected the line to be aligned with those that it belongs to',
    ],
    ['a second document', 'a: 1\n---\nb: 2', '2:1 Unexpected line ---, expected one document'],
    ['a second key', 'a: 1\na: 2', '2:1 Unexpected second key “a”, expected it once'],
    ['an @', 'a: @x', '1:4 Unexpected @ at the start of a value, expected the value in quotes'],
    ['a quotation mark', 'a: "x\nb: 1', '2:5 Missing closing ", expected it at the end of the value'],
    ['a brace', 'a: { b: 1\nc: 2', '2:1 Missing }, expected it at the end of the value'],
    ['a bracket', 'a: [1, 2', '1:9 Missing ], expected it at the end of the value'],
    [
      'text behind quotes',
      'a: "x" y',
      '1:8 Unexpected text after the closing quotation mark, expected the whole value in quotes',
    ],
    ['no colon', 'a b\nc: d', '1:1 Missing colon followed by a space, expected key: value'],
    [
      'a merge conflict',
      '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x',
      '1:1 Unexpected mark of a merge conflict, expected one of its two texts',
    ],
    ['emphasis', 'a: 1\nb: *x*', '2:4 Unexpected * at the start of a value, expected the value in quotes'],
    [
      'a backslash',
      'a: "\\ö"',
      '1:5 Unexpected backslash in double quotes, expected two, or single quotes around the value',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await term(text)).toEqual([expected]);
  });
});

test.each([
  ['term.yaml', 'name: { en: lamp }\ntags: [one, two]\n'],
  ['term.json', '{ "name": { "en": "lamp" },\n"tags": ["one", "two"] }'],
])('the place of a part of %s is its key or the list item', async (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const schema = z.object({ name: z.record(z.string(), z.string()), tags: z.array(z.string()) });
  const { at } = (await readYaml(path, schema, await openFolder(folder)))!;
  const written = (...keys: PropertyKey[]): string | undefined => {
    const { line, column, end } = at(...keys);
    return (
      end &&
      text
        .split('\n')
        [line - 1]?.slice(column - 1, end.column - 1)
        .replaceAll('"', '')
    );
  };
  expect([written('name', 'en'), written('tags'), written('tags', 1)]).toEqual(['en', 'tags', 'two']);
  expect(at()).toEqual({ path: at().path, line: 1, column: 1 });
});
