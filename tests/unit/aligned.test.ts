import { parse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ownTranslations } from '../../src/i18n/translations.ts';
import { filesOf, forms } from '../../src/export/forms.ts';
import { formGroup } from '../../src/export/form-names.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { labelOf, shortLabelOf } from '../../src/render/label.ts';
import { fingerprintsOf } from '../../src/review/confirmation.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { textsOf, wordsIn, xmlElements } from '../support/read-forms.ts';

const { dossier: dyke } = await fixtureDossier('dyke');
const { dossier: well } = await fixtureDossier('well');
const { dossier: canal } = await fixtureDossier('canal');
const { dossier: moon } = await fixtureDossier('moon-table');

interface ReadRow {
  id: string;
  texts: (string | undefined)[];
  notes: string;
  state: string;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The rows of a TSV table, parsed. */
const tableRows = (tsv: string): ReadRow[] => {
  const { data, meta } = parse<Record<string, string>>(tsv.trim(), { delimiter: '\t', header: true });
  const [, , , first = '', second = ''] = meta.fields ?? [];
  return data.map((row) => ({
    id: row['id'] ?? '',
    texts: [row[first], row[second]].map((text = '') => (text === '' ? undefined : inOneLine(text))),
    notes: row['notes'] ?? '',
    state: row['state'] ?? '',
  }));
};

describe.each([
  ['sentence by sentence', 'dyke', dyke],
  ['three editions, one of them with less', 'well', well],
  ['an original beside its translation', 'canal', canal],
])('%s (%s)', async (_, __, dossier) => {
  const tables = await textsOf(dossier, 'tsv');
  const memories = await textsOf(dossier, 'tmx');
  const pairs = [...memories.keys()].map((name) => name.replace(/\.tmx$/, ''));

  test('every form has as many units, with the same words', async () => {
    const translations = await textsOf(dossier, 'xliff');
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) {
      const rows = tableRows(tables.get(`${pair}.tsv`) ?? '');
      expect(rows.length).toBeGreaterThan(8);
      const units = xmlElements(memories.get(`${pair}.tmx`) ?? '').filter(({ name }) => name === 'tu');
      expect(units.map(({ attributes }) => attributes['tuid'])).toEqual(rows.map(({ id }) => id));
      expect(
        units.map((unit) =>
          unit.children.flatMap((child) =>
            child.type === 'element' && child.name === 'tuv'
              ? child.children.flatMap((one) =>
                  one.type === 'element' && one.name === 'seg' ? [inOneLine(wordsIn(one))] : [],
                )
              : [],
          ),
        ),
      ).toEqual(rows.map(({ texts }) => texts.filter((text) => text !== undefined)));
      const elements = xmlElements(translations.get(`${pair}.xlf`) ?? '');
      const named = (name: string) => elements.filter((one) => one.name === name);
      const segments = named('segment');
      expect(named('unit').map(({ attributes }) => attributes['id'])).toEqual(rows.map(({ id }) => id));
      expect(
        segments.map(({ children }) =>
          children.flatMap((child) => (child.type === 'element' ? [inOneLine(wordsIn(child))] : [])),
        ),
      ).toEqual(rows.map(({ texts: [source = '', target] }) => (target ? [source, target] : [source])));
    }
  });

  test('the text of each edition has the same ids in JSON and in TEI', async () => {
    const [document = ''] = (await textsOf(dossier, 'tei')).values();
    const byId = new Map(
      xmlElements(document).flatMap((element) => {
        const id = element.attributes['xml:id'];
        return id ? [[id, element] as const] : [];
      }),
    );
    for (const { id: edition } of dossier.settings.value.editions) {
      const [json = ''] = [...(await textsOf(dossier, 'texts'))].flatMap(([name, text]) =>
        name.endsWith(`-${edition}.json`) ? [text] : [],
      );
      const { _label: label, ...texts } = JSON.parse(json) as Record<string, string>;
      expect(label?.length).toBeGreaterThan(20);
      expect(Object.keys(texts).length).toBeGreaterThan(3);
      for (const [id, text] of Object.entries(texts)) {
        const element = byId.get(`${/^\d/.test(id) ? 'p' : ''}${id}.${edition}`);
        expect(element, `${id} in ${edition}`).toBeDefined();
        // In TEI, cells and further blocks are separate elements.
        const [line = ''] = text.split(/[\t\n]/);
        expect(inOneLine(wordsIn(element!)), `${id} in ${edition}`).toContain(inOneLine(line));
      }
    }
  });

  test('every TEI reference has a target, and correspondences are mutual', async () => {
    const [document = ''] = (await textsOf(dossier, 'tei')).values();
    const elements = xmlElements(document);
    const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const known = new Set(ids);
    const ways = elements.flatMap(({ attributes }) =>
      ['corresp', 'target', 'prev'].flatMap((name) => attributes[name]?.split(' ') ?? []),
    );
    expect(ways.length).toBeGreaterThan(20);
    expect(ways.filter((way) => way.startsWith('#') && !known.has(way.slice(1)))).toEqual([]);
    const fellows = elements.flatMap(({ name, attributes }) =>
      name === 'bibl'
        ? []
        : (attributes['corresp']?.split(' ') ?? []).map(
            (other) => `${attributes['xml:id']} ${other.slice(1)}`,
          ),
    );
    expect(fellows.length).toBeGreaterThan(10);
    const back = new Set(fellows.map((pair) => pair.split(' ').reverse().join(' ')));
    expect(fellows.filter((pair) => !back.has(pair))).toEqual([]);
  });
});

test('sentences correspond one to one if the editions divide segments alike; otherwise whole segments correspond', async () => {
  const idsIn = async (dossier: Dossier): Promise<string[]> => {
    const [table = ''] = (await textsOf(dossier, 'tsv')).values();
    return tableRows(table).map(({ id }) => id);
  };
  expect(await idsIn(dyke)).toContain('1.1.1-2');
  const whole = await idsIn(canal);
  expect(whole).toContain('1.1.1');
  expect(whole).not.toContain('1.1.1-1');
});

test('a single edition is not a translation', async () => {
  const sizes = await Promise.all(
    ['tmx', 'xliff', 'tsv', 'tei', 'texts'].map(async (id) => (await textsOf(moon, id)).size),
  );
  expect(sizes).toEqual([0, 0, 1, 1, 1]);
});

test('translation programs get language tags with regions', async () => {
  const [memory = ''] = (await textsOf(dyke, 'tmx')).values();
  const languages = xmlElements(memory).flatMap(({ name, attributes }) =>
    name === 'tuv' ? [attributes['xml:lang']] : [],
  );
  expect([...new Set(languages)]).toEqual(['zh-CN', 'en-US']);
});

test('notes are with their sentences, as printed', async () => {
  const [memory = ''] = (await textsOf(dyke, 'tmx')).values();
  const notes = xmlElements(memory).filter(({ name }) => name === 'tuv');
  const printed = notes.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === 'element' && child.name === 'note' ? [wordsIn(child)] : [])),
  );
  const numbers = dyke.chapters.flatMap((chapter) => chapter.notes.map(({ number }) => number));
  expect(printed.map((note) => Number(note.split(' ')[0])).sort()).toEqual(numbers.sort());
  expect(printed.filter((note) => note.includes('@'))).toEqual([]);
});

test('source checks are at their sentences, with their verdicts', async () => {
  const [document = ''] = (await textsOf(canal, 'tei')).values();
  const checks = xmlElements(document).filter(({ attributes }) => attributes['type'] === 'check');
  expect(checks).toHaveLength(canal.checks.value.length * 2);
  const [agreeing, differing] = checks.map(({ attributes }) => attributes);
  expect(agreeing).toMatchObject({ n: '3a', subtype: 'agrees', target: '#p1.0.1-2.en' });
  expect(differing).toMatchObject({ n: '4a', subtype: 'differs', target: '#p1.1.2-1.en' });
  const [table = ''] = (await textsOf(canal, 'tsv')).values();
  expect(table).toContain('\t4a differs');
});

test('XLIFF gives the state of each text’s confirmation by an editor', async () => {
  const [first, second] = dyke.chapters[0]!.segments.filter(({ type }) => type === 'paragraph').map(
    ({ id }) => id,
  ) as [string, string];
  const confirmed = {
    [first]: fingerprintsOf(dyke, first),
    [second]: { ...fingerprintsOf(dyke, second), en: 'another' },
  };
  const held: Dossier = { ...dyke, confirmed: { ...dyke.confirmed, value: confirmed } };
  const [document = ''] = (await textsOf(held, 'xliff')).values();
  const stateOf = (id: string) => {
    const elements = xmlElements(document);
    const at = elements.findIndex(({ attributes }) => attributes['id'] === `${id}-1`);
    return elements.slice(at).find(({ name }) => name === 'segment')?.attributes;
  };
  expect(stateOf(first)).toMatchObject({ state: 'reviewed' });
  expect(stateOf(second)).toMatchObject({ state: 'translated', subState: 'dossier:stale' });
  expect(stateOf('abstract')).toMatchObject({ state: 'translated' });
  const [, short = ''] = [...(await textsOf(well, 'xliff')).values()];
  expect(short).toContain('state="initial"');
});

test('TBX has every term and actor, with names in each language and the author of the definition', async () => {
  const [document = ''] = (await textsOf(dyke, 'tbx')).values();
  const elements = xmlElements(document);
  const ids = elements.flatMap(({ name, attributes }) => (name === 'conceptEntry' ? [attributes['id']] : []));
  expect(ids).toEqual([
    ...dyke.terms.map(({ id }) => `term-${id}`),
    ...dyke.actors.map(({ id }) => `actor-${id}`),
  ]);
  const referred = elements.flatMap(({ name, attributes }) => (name === 'ref' ? [attributes['target']] : []));
  expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  const names = elements.flatMap((element) => (element.name === 'term' ? [wordsIn(element)] : []));
  for (const { value } of [...dyke.terms, ...dyke.actors])
    expect(names).toEqual(expect.arrayContaining(Object.values(value.name)));
});

describe('every form', () => {
  test('says whose words it contains', async () => {
    const ids = ['tmx', 'xliff', 'tsv', 'tei', 'tbx', 'texts'];
    const chosen = forms.filter(({ id }) => ids.includes(id));
    expect(chosen.map((form) => filesOf(dyke, form).length)).not.toContain(0);
    expect(new Set(chosen.map(({ id }) => id))).toEqual(new Set(ids));
    for (const form of chosen)
      for (const file of filesOf(dyke, form)) {
        const text = new TextDecoder().decode(await file.make());
        for (const edition of file.editions) {
          const [label, part] =
            form.id === 'tsv'
              ? [shortLabelOf(edition, 'text'), '\t']
              : [labelOf(dyke.settings.value, edition).split(/[；;.]/)[0] ?? '', ''];
          expect(label.length).toBeGreaterThan(1);
          expect(text, file.name).toContain(part + label);
        }
      }
  });

  test.each(['en', 'zh-Hans'])('has a name in %s', (tag) => {
    const own = ownTranslations.languages.find((language) => language.tag === tag);
    const nameless = forms
      .map(({ id }) => `takeAway.forms.${formGroup(id)}`)
      .filter((key) => !own?.texts.has(key));
    expect(nameless).toEqual([]);
  });
});
