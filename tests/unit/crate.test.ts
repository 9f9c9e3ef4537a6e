import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filesOf, forms } from '../../src/export/forms.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const crate = forms.find(({ id }) => id === 'crate')!;
const makeCrate = async (dossier: Dossier): Promise<Uint8Array> => await filesOf(dossier, crate)[0]!.make();
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

interface Entity {
  '@id': string;
  '@type': string;
  [property: string]: unknown;
}

const { dossier: frost } = await fixtureDossier('since-1.2');
const bytes = await makeCrate(frost);
const files = unzipSync(bytes);
const graph = (JSON.parse(strFromU8(files['ro-crate-metadata.json']!)) as { '@graph': Entity[] })['@graph'];
const entity = (id: string): Entity => graph.find((one) => one['@id'] === id)!;

describe('a release as a deposit', () => {
  test('contains every other form', () => {
    const others = forms.filter((form) => form !== crate).flatMap((form) => filesOf(frost, form));
    expect(others.length).toBeGreaterThan(10);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(others.map(({ name }) => name)));
  });

  test('contains the released text, and how to cite it', () => {
    const { value } = frost.releases.files.find(({ edition }) => edition === 'zh')!;
    expect(JSON.parse(strFromU8(files['text/zh.json']!))).toEqual(value);
    expect(strFromU8(files['CITATION.cff']!)).toContain('version: 1.0.0');
    expect(strFromU8(files['LICENSE.txt']!)).toContain('CC0');
    expect(strFromU8(files['README.md']!)).toMatch(/转述版[^]*Paraphrase edition/);
  });

  test('describes each of its files correctly, and every entity that it refers to', () => {
    const { hasPart } = entity('./') as unknown as { hasPart: { '@id': string }[] };
    const parts = hasPart.map((part) => part['@id']);
    expect([...parts, 'ro-crate-metadata.json', 'manifest-sha256.txt'].sort()).toEqual(
      Object.keys(files).sort(),
    );
    for (const path of parts)
      expect(entity(path), path).toMatchObject({
        '@type': 'File',
        contentSize: String(files[path]!.length),
        sha256: sha256(files[path]!),
      });
    const referred = JSON.stringify(graph).matchAll(/"@id":"([^"]+)"/g);
    const ids = graph.map((one) => one['@id']);
    expect(ids).toEqual([...new Set(ids)]);
    const missing = [...referred].flatMap(([, id = '']) => (ids.includes(id) ? [] : [id]));
    expect([...new Set(missing)]).toEqual(['https://w3id.org/ro/crate/1.2']);
  });

  test('is a dataset that meets the profile, based on the paper', () => {
    expect(entity('ro-crate-metadata.json')).toMatchObject({
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    });
    const root = entity('./');
    for (const property of ['name', 'description', 'datePublished', 'license'])
      expect(root).toHaveProperty(property);
    const { isBasedOn } = root as unknown as { isBasedOn: { '@id': string } };
    expect(entity(isBasedOn['@id'])).toMatchObject({ '@type': 'ScholarlyArticle' });
  });

  test('has correct checksums', () => {
    const lines = strFromU8(files['manifest-sha256.txt']!).trim().split('\n');
    expect(lines.length).toBe(Object.keys(files).length - 1);
    for (const line of lines) {
      const [sum, path = ''] = line.split('  ');
      expect(sha256(files[path]!), path).toBe(sum);
    }
  });

  test('is byte-identical whenever and wherever it is made', async () => {
    const { TZ } = process.env;
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const again = await makeCrate({ ...(await fixtureDossier('since-1.2')).dossier });
      expect(Buffer.from(again).equals(bytes)).toBe(true);
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  });
});

test('contains nothing of a private edition, in any file of any form', async () => {
  const { dossier } = await fixtureDossier('since-1.2');
  const { settings } = dossier;
  const own = dossier.chapters
    .filter(({ edition }) => edition === 'en')
    .flatMap(({ segments }) => segments.flatMap(({ units }) => units.map(({ text }) => text)));
  expect(own.length).toBeGreaterThan(2);
  const held: Dossier = {
    ...dossier,
    settings: {
      ...settings,
      value: {
        ...settings.value,
        editions: settings.value.editions.map((one) =>
          one.id === 'en' ? { ...one, private: true as const } : one,
        ),
      },
    },
  };
  const shown = await wordsOf(dossier);
  const hidden = await wordsOf(held);
  expect(own.filter((text) => !shown.includes(text))).toEqual([]);
  expect(own.filter((text) => hidden.includes(text))).toEqual([]);
  expect(hidden).not.toMatch(/-en\.(?:epub|json|t\w+|xlf)/);
});

/** The text of the files of all forms, including the files within archives. */
async function wordsOf(dossier: Dossier): Promise<string> {
  const made = await Promise.all(
    forms.flatMap((form) =>
      filesOf(dossier, form).map(async ({ name, make }) => ({ name, content: await make() })),
    ),
  );
  const within = ({ name, content }: { name: string; content: Uint8Array }): string[] =>
    /\.(?:zip|epub)$/.test(name)
      ? Object.entries(unzipSync(content)).flatMap(([path, file]) => within({ name: path, content: file }))
      : [`${name}\n${/\.(?:png|pdf)$/.test(name) ? '' : strFromU8(content)}`];
  return made.flatMap(within).join('\n');
}
