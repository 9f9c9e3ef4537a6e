import { describe, expect, test } from 'vitest';
import { placesIn } from '../../src/model/place.ts';
import { excessOf } from '../../src/read/limits.ts';
import { copiedDossier } from '../support/copied-dossier.ts';

const many = (text: string, times: number): string => text.repeat(times);

describe('input that would stall a parser is refused at its place before it is parsed', () => {
  test.each([
    ['quotations', 'a.mdx', `x\n\n${many('> ', 101)}a`, '3:1 101 blocks'],
    ['quotations without spaces', 'a.mdx', many('>', 2000), '1:1 2000 blocks'],
    ['lists', 'a.mdx', `${many('- ', 150)}a`, '1:1 150 blocks'],
    ['emphasis', 'a.mdx', many('*a _b ', 5000), '1:301 101 emphasis'],
    ['links that are not closed', 'a.mdx', many('[a](', 40_000), '1:401 101 brackets'],
    ['links in addresses', 'a.mdx', many('[a](b', 30_000), '1:501 101 brackets'],
    ['braces', 'a.mdx', many('{', 180_000), '1:101 101 brackets'],
    ['underlined headings', 'a.mdx', many('a\n=\n', 50_000), '202:1 underlined heading'],
    ['lists in JSON', 'a.json', many('[', 1000), '1:101 101 brackets'],
    ['maps in YAML', 'a.yaml', many('{a: ', 1000), '1:401 101 brackets'],
    ['lists in YAML', 'a.yaml', many('- ', 1000), '1:1 1000 blocks'],
    ['a line', 'a.mdx', `\n${many('x', 200_001)}`, '2:1 line of 200001 bytes'],
    ['a line of Chinese', 'a.mdx', many('\u4E95', 66_667), '1:1 line of 200001 bytes'],
  ])('%s', (_, path, text, said) => {
    const { offset, reason } = excessOf(text, path)!;
    const { line, column } = placesIn(path, text)(offset);
    expect(`${line}:${column}`).toBe(said.split(' ')[0]);
    expect(reason).toContain(said.slice(said.indexOf(' ') + 1));
  });

  test.each([
    ['a.mdx', many('*a* _b_ **c** [d](e) \\{ [f] ', 2000)],
    ['a.mdx', many('\u4E95', 66_000)],
    ['a.mdx', `${many('> ', 99)}a`],
    ['a.json', JSON.stringify([many('[', 1000)])],
    ['a.yaml', `a: "${many('{', 1000)}"`],
  ])('ordinary input is not: %s %#', (path, text) => {
    expect(excessOf(text, path)).toBeUndefined();
  });
});

describe('a whole dossier', () => {
  const copy = copiedDossier('well');
  const check = async (files: Record<string, string>): Promise<string[]> => {
    for (const [path, text] of Object.entries(files)) copy.write(path, text);
    return (await copy.check())
      .filter(({ ruleId }) => ruleId === 'file-readable' || ruleId === 'schema-holds')
      .map(
        ({ file, line, column, reason }) =>
          `${file.slice(copy.folder.length + 1)}:${line}:${column} ${reason}`,
      );
  };

  test('refuses a file of more than two megabytes without reading it', async () => {
    expect(await check({ 'terms/well.yaml': many('# x\n', 600_000) })).toEqual([
      'terms/well.yaml:1:1 Unexpected file of 2400000 bytes, expected at most 2000000',
    ]);
  });

  test('refuses control and direction-override characters, literal or escaped', async () => {
    const name = (text: string): string =>
      `name: { de: ${text} }\ndefinition: { de: x }\ndefinedBy: editors\n`;
    expect(
      await check({
        'terms/a.yaml': name('a\u0007b'),
        'terms/b.yaml': name('a\u202Eb'),
        'terms/c.yaml': name('"a\\u2066b"'),
        'terms/d.yaml': name('"a\\0b"'),
        'works.json': '[{ "id": "a-1950", "type": "book", "language": "de", "title": "a\\u001bb" }]',
        'chapters/de/0-anfang.mdx': '{/* abstract */} a\n\n{/* 0.0.1 */} b\u202Dc\n',
      }),
    ).toEqual([
      'chapters/de/0-anfang.mdx:3:16 Unexpected invisible character U+202D, expected text without controls',
      'terms/a.yaml:1:14 Unexpected invisible character U+0007, expected text without controls',
      'terms/b.yaml:1:14 Unexpected invisible character U+202E, expected text without controls',
      'terms/c.yaml:1:9 Unexpected invisible character U+2066, expected text without controls',
      'terms/d.yaml:1:9 Unexpected invisible character U+0000, expected text without controls',
      'works.json:1:54 Unexpected invisible character U+001B, expected text without controls',
    ]);
  });
});
