import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCitationFile, toDataCite } from '../../src/site/deposit.ts';
import { describe as described } from '../../src/site/description.ts';
import { aboutEntry } from '../../src/site/metadata.ts';
import { recordJson } from '../../src/site/record-data.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { paperAt } from '../../src/client/paper-at.ts';

const { dossier: bell } = await fixtureDossier('since-1.0');
const { dossier: dyke, edition } = await fixtureDossier('dyke');
const lamp = await fixtureDossier('lamp');
const canal = await fixtureDossier('canal');

type Fixture = Awaited<ReturnType<typeof fixtureDossier>>;
const withDoi = ({ settings, ...rest }: Dossier): Dossier => ({
  ...rest,
  settings: {
    ...settings,
    value: { ...settings.value, paper: { ...settings.value.paper, DOI: '10.5555/paper' } },
  },
});

describe('metadata for repositories', () => {
  test('describe the dossier: its editors, titles in each language, and the paper that it derives from', () => {
    const said = JSON.parse(toDataCite(bell));
    expect(said).toMatchObject({
      creators: [{ name: '示例编者', nameType: 'Organizational' }],
      publicationYear: '1999',
      version: '1.1.0',
      url: 'https://example.org/ferry/',
      types: { resourceTypeGeneral: 'Text' },
      relatedIdentifiers: [
        { relatedIdentifier: '10.5555/ferry.1998', relationType: 'IsDerivedFrom' },
        { relatedIdentifier: '10.5555/ferry.1998', relationType: 'Describes' },
      ],
    });
    expect(said.titles.map(({ lang }: { lang: string }) => lang)).toEqual(['zh-Hans', 'en']);
  });

  test('describe a release: its date and address, whose wording it is, and what it is a version of', () => {
    const said = JSON.parse(toDataCite(bell, '1.0.0'));
    expect(said).toMatchObject({
      version: '1.0.0',
      dates: [{ date: '1999-01-02', dateType: 'Issued' }],
      url: 'https://example.org/ferry/v/1.0.0/',
    });
    expect(said.relatedIdentifiers).toContainEqual({
      relatedIdentifier: 'https://example.org/ferry/',
      relatedIdentifierType: 'URL',
      relationType: 'IsVersionOf',
    });
    expect(
      said.descriptions.map(({ descriptionType }: { descriptionType: string }) => descriptionType),
    ).toEqual(['Abstract', 'Other', 'Abstract', 'Other']);
  });

  test('only a translation is declared as a translation of the paper', () => {
    const relations = ({ dossier }: Fixture): string[] =>
      JSON.parse(toDataCite(withDoi(dossier))).relatedIdentifiers.map(
        (one: { relationType: string }) => one.relationType,
      );
    expect(relations(canal)).toContain('IsTranslationOf');
    expect(relations({ ...canal, dossier: dyke })).not.toContain('IsTranslationOf');
    // A release that calls its paraphrase a translation, without a translator or a source edition.
    expect(toDataCite(bell, '1.0.0')).not.toContain('IsTranslationOf');
  });

  test('do not exist without a public address', () => {
    expect(JSON.parse(toDataCite(dyke))).not.toHaveProperty('url');
  });

  test('include a CITATION.cff, with the paper as its reference', () => {
    expect(parse(toCitationFile(bell, '1.0.0'))).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      authors: [{ name: '示例编者' }],
      version: '1.0.0',
      'date-released': '1999-01-02',
      url: 'https://example.org/ferry/v/1.0.0/',
      references: [{ type: 'article', doi: '10.5555/ferry.1998' }],
    });
  });
});

describe('the citation data of a page', () => {
  const editionsOf = (json: string) => JSON.parse(json).editions;

  test('has a footnote in each style, the language’s default first, and the text’s location', () => {
    const { en, zh } = editionsOf(recordJson(bell, '/ferry/', { kind: 'segment', id: '1.0.1' }));
    expect(en.address).toBe('https://example.org/ferry/v/1.0.0/p/1.0.1/');
    expect(en.text).toMatch(/^https:\/\/example\.org\/ferry\/v\/1\.0\.0\/en\/1-bell\/#p1\.0\.1$/);
    expect(en.footnotes[0].style).toBe('chicago');
    expect(zh.footnotes[0].style).toBe('journal');
    for (const { style, note, entries = [note] } of [...en.footnotes, ...zh.footnotes])
      // An entry that names the dossier as a whole mentions no passage.
      expect(entries[0]).toMatch(
        ['gbt-author-date', 'chicago-author-date', 'apa', 'mla'].includes(style)
          ? /org\/ferry\/v\/1\.0\.0\/<.*/
          : /\/v\/1\.0\.0\/p\/1\.0\.1\//,
      );
  });

  test('cites the current text if it has changed since the release', () => {
    const { en } = editionsOf(recordJson(bell, '/ferry/', { kind: 'segment', id: '2.1.2' }));
    expect(en.text).toMatch(/^https:\/\/example\.org\/ferry\/en\/[^/]+\/#p2\.1\.2$/);
  });

  test('has the paper at each printed page of a longer passage, in the language that it is cited in', () => {
    const { en, zh } = editionsOf(recordJson(dyke, '/', { kind: 'segment', id: '2.4.2' }));
    expect(paperAt(en.atPages.chicago, '52-53', 'chicago')).toMatch(
      / \(1986\): <span class="marked">52–53<\/span>, /,
    );
    expect(paperAt(en.atPages.journal, '52', 'journal')).toMatch(
      /^<span lang="zh-Hans">例如、某甲：.*第52页/,
    );
    expect(paperAt(zh.atPages.journal, '52', 'journal')).toMatch(/^例如、某甲：/);
    const inText = en.footnotes.find(({ style }: { style: string }) => style === 'apa');
    expect(inText.note.replace('{paper}', paperAt(en.atPages.apa, '52', 'apa'))).toBe(
      '(Example’s editors, 1987, para. 2.4.2, paraphrasing Li &#x26; Mou, 1986, p. 52)',
    );
    expect(inText.entries).toHaveLength(1);
    expect(editionsOf(recordJson(dyke, '/', { kind: 'segment', id: '2.1.1' })).en).not.toHaveProperty(
      'atPages',
    );
  });

  test('cites the paper at its pages if the words are the authors’', () => {
    const original = lamp.dossier.settings.value.editions.find(({ role }) => role === 'original')!;
    const said = editionsOf(recordJson(lamp.dossier, '/', { kind: 'segment', id: '1.0.1' }))[original.id];
    expect(said.footnotes[0].note).toBe('{paper}');
    expect(said.footnotes[0].paper).toContain('Journal of Lamps');
    expect(said.record.type).toBe('article-journal');
  });
});

test('an entry is described by its kind, in the language of its page', () => {
  const about = aboutEntry(dyke, edition('en'), 'term', 'foreshore');
  const term = dyke.terms.find(({ id }) => id === 'foreshore')!.value;
  expect(described(dyke, edition('en'), about)).toBe(term.definition['en']);
  expect(described(dyke, edition('zh'), about)).toBe(term.definition['zh']);
});
