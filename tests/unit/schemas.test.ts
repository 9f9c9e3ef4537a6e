import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { nameSchemas } from '../../src/cli/name-schemas.ts';
import { fileSchemas, jsonSchemaOf, schemaOfFile, type SchemaName } from '../../src/model/file-schemas.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

const names = Object.keys(fileSchemas) as SchemaName[];
// Patterns check addresses.
const ajv = new Ajv({ formats: { uri: true } });
const accepts = Object.fromEntries(names.map((name) => [name, ajv.compile(jsonSchemaOf(name))]));
const judge = (path: string, value: unknown) => {
  const { [schemaOfFile(path)!]: validate } = accepts;
  validate!(value);
  return validate!.errors ?? [];
};

test('every key has a description', () => {
  const keysWithout = (schema: unknown, at: string): string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const { properties = {} } = schema as { properties?: Record<string, { description?: string }> };
    return [
      ...Object.entries(properties).flatMap(([key, { description = '' }]) =>
        description === '' ? [`${at}.${key}`] : [],
      ),
      ...Object.entries(schema).flatMap(([key, part]) => keysWithout(part, `${at}.${key}`)),
    ];
  };
  expect(names.flatMap((name) => keysWithout(jsonSchemaOf(name), name))).toEqual([]);
});

test('YAML files in the project of an engine name its schemas', () => {
  const files = new Map([
    ['cases/x/case.yaml', 'title: X\n'],
    ['works.json', '[]\n'],
  ]);
  const named = nameSchemas(files, '/project/content', '/project/node_modules/dossier/schemas');
  expect(named.get('cases/x/case.yaml')).toBe(
    '# yaml-language-server: $schema=../../../node_modules/dossier/schemas/case.json\ntitle: X\n',
  );
  expect(named.get('works.json')).toBe('[]\n');
  expect(nameSchemas(files, '/elsewhere', '/project/node_modules/dossier/schemas')).toEqual(files);
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => schemaOfFile(file));

test.each(readdirSync('tests/fixtures/dossiers'))('the schemas accept what check accepts: %s', (name) => {
  const folder = join('tests/fixtures/dossiers', name);
  expect(filesOf(folder)).not.toEqual([]);
  for (const file of filesOf(folder))
    expect(judge(file, parse(readFileSync(join(folder, file), 'utf8'))), file).toEqual([]);
});

describe('check rejects what the schemas reject:', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'schemas-'));
    // Chapters, which have no schema, take longest to read.
    cpSync('tests/fixtures/dossiers/canal', folder, {
      recursive: true,
      filter: (path) => basename(path) !== 'chapters',
    });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const burst = 'cases/burst-bank/case.yaml';
  const toll = 'terms/water-toll.yaml';
  // A file, the path of keys to a value, and its new value; undefined deletes it.
  test.each<[string, (string | number)[], unknown]>([
    ['dossier.yaml', ['paper', 'title'], undefined],
    ['dossier.yaml', ['paper', 'title'], 'On Canals'],
    ['dossier.yaml', ['paper', 'title'], {}],
    ['dossier.yaml', ['paper', 'year'], '1932'],
    ['dossier.yaml', ['paper', 'year'], 0],
    ['dossier.yaml', ['paper', 'volume'], 12],
    ['dossier.yaml', ['paper', 'pages'], [1]],
    ['dossier.yaml', ['paper', 'pages'], [0, 9]],
    ['dossier.yaml', ['paper', 'language'], 'English language'],
    ['dossier.yaml', ['paper', 'authors', 0, 'en'], { family: 'Mill' }],
    ['dossier.yaml', ['paper', 'autors'], []],
    ['dossier.yaml', ['dossier', 'version'], '1.0'],
    ['dossier.yaml', ['dossier', 'issued'], '1.2.1932'],
    ['dossier.yaml', ['dossier', 'site'], 'example.org'],
    ['dossier.yaml', ['dossier', 'corrections'], 'ftp://example.org/'],
    ['dossier.yaml', ['dossier', 'description', 'en'], ''],
    ['dossier.yaml', ['dossier', 'licence'], 'CC BY 4.0'],
    ['dossier.yaml', ['editions'], []],
    ['dossier.yaml', ['editions', 0, 'role'], 'draft'],
    ['dossier.yaml', ['editions', 0, 'id'], 'parallel'],
    ['dossier.yaml', ['editions', 0, 'id'], 'EN'],
    ['dossier.yaml', ['chapters', 0, 'section'], -1],
    ['dossier.yaml', ['chapters', 0, 'id'], 'works'],
    ['dossier.yaml', ['caseKinds'], { breach: 'Breach' }],
    [burst, ['summary'], undefined],
    [burst, ['passages'], []],
    [burst, ['passages'], ['2.2.1 to 2.2.3']],
    [burst, ['dates'], ['November 1884']],
    [burst, ['notes'], [0]],
    [burst, ['actors'], 'canal-company'],
    [burst, ['when'], '1884'],
    [burst, ['developments'], [{ date: '1932', text: { en: 'Filled in.' } }]],
    [toll, ['definition'], undefined],
    [toll, ['definedBy'], 'nobody'],
    [toll, ['definedIn'], '1.2.3.4'],
    [toll, ['aliases'], { en: 'toll' }],
    [toll, ['forms', 'en'], 'tolls'],
    ['exhibits/table-1.yaml', ['type'], 'image'],
    ['exhibits/table-1.yaml', ['columns'], []],
    ['exhibits/figure-1.yaml', ['nodes', 0, 'row'], 0],
    ['actors.yaml', ['upper-port', 'kind'], 'town'],
    ['actors.yaml', ['Upper Port'], { name: { en: 'Upper Port' }, kind: 'group' }],
    ['quantities.yaml', [0, 'type'], 'number'],
    ['quantities.yaml', [1, 'value'], 'many'],
    ['quantities.yaml', [1, 'bound'], 'circa'],
    ['argument.yaml', ['first'], { en: 'A canal.' }],
    ['editor-notes.yaml', [0, 'printed'], undefined],
    ['checks.yaml', [0, 'verdict'], 'right'],
    ['checks.yaml', [0, 'opened'], 'example.org'],
    ['checks.yaml', [0, 'concerns'], ['company']],
    ['works.json', [0, 'id'], 'Parliament 1840'],
    ['works.json', [0, 'type'], 'law'],
    ['works.json', [0, 'title'], ''],
    ['works.json', [0, 'issued'], '1840'],
    ['works.json', [0, 'author'], [{ name: 'Parliament' }]],
    ['works.json', [0, 'shelf'], 'A 3'],
  ])('%s %j %j', async (file, keys, value) => {
    const path = join(folder, file);
    const document = parseDocument(readFileSync(path, 'utf8'));
    if (value === undefined) document.deleteIn(keys);
    else document.setIn(keys, value);
    const changed: unknown = document.toJS();
    writeFileSync(path, file.endsWith('.json') ? JSON.stringify(changed) : document.toString());
    expect(judge(file, changed)).not.toEqual([]);
    const { messages } = await readDossier(folder);
    expect(
      messages.filter((one) => one.ruleId === 'schema-holds').map((one) => one.file.endsWith(file)),
    ).toContain(true);
  });
});
