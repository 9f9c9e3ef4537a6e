import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsSchema } from '../../src/model/settings.ts';
import { wordingOf } from '../../src/model/wording.ts';
import { bylineOf, copiedLabelOf, labelOf, linkPaper, shortLabelOf } from '../../src/render/label.ts';

const settings = settingsSchema.parse(
  parse(`
    paper:
      title: { de: Über Brunnen, en: On Wells, old: On Wells, zh: 论井, short: 论井 }
      authors: [{ de: { family: Muster, given: Erika } }]
      journal: { de: Brunnenkunde }
      year: 1999
      pages: [7, 9]
      language: de
    dossier:
      title: { en: Dossier }
      editors: { en: The editors }
      description: { en: A dossier. }
      version: 1.0.0
      issued: "2001-02-03"
    editions:
      - { id: de, lang: de, role: original, name: Deutsch }
      - { id: en, lang: en, role: translation, of: de, translator: { en: N. N., zh: 某君 }, name: English }
      - { id: zh, lang: zh-Hans, role: translation, of: de, translator: { en: N. N., zh: 某君 }, name: 中文 }
      - { id: short, lang: zh, role: paraphrase, name: 转述 }
      - { id: old, lang: en, role: translation, name: A translation as dossiers of 1.0.0 have it }
    chapters: [{ id: 1-depth, section: 1, title: { en: Depth } }]
  `),
);
const edition = (id: string) => settings.editions.find((one) => one.id === id)!;
const ENGLISH = 'Erika Muster, “On Wells,” Brunnenkunde, 1999, 7–9';
const CHINESE = 'Erika Muster：《论井》，《Brunnenkunde》1999年，第7—9页';

describe('the label', () => {
  test('of an original says that it is the authors’ own text', () => {
    expect(labelOf(settings, edition('de'))).toBe(
      'The author’s own text: Erika Muster, „Über Brunnen“, Brunnenkunde, 1999, 7–9.',
    );
  });

  test('has the whole reference of a journal that counts volumes and issues', () => {
    const whole = {
      ...settings,
      paper: {
        ...settings.paper,
        volume: '3',
        issue: '2',
        pages: [112, 133] as [number, number],
        DOI: '10.5555/w',
      },
    };
    expect(labelOf(whole, edition('en'))).toContain(
      'Erika Muster, “On Wells,” Brunnenkunde 3, no. 2 (1999): 112–33, https://doi.org/10.5555/w.',
    );
    expect(labelOf(whole, edition('zh'))).toContain(
      'Erika Muster：《论井》，《Brunnenkunde》1999年第3卷第2期，第112—133页，https://doi.org/10.5555/w。',
    );
  });

  test('of a translation names its translator, and the language of the paper', () => {
    expect(labelOf(settings, edition('en'))).toBe(
      `Translation by N. N. of the author’s text; not the author’s own words. The paper is in German: ${ENGLISH}.`,
    );
    expect(labelOf(settings, edition('zh'))).toBe(
      `译文：某君据原文翻译，非作者原文。论文原文为德文：${CHINESE}。`,
    );
    expect(copiedLabelOf(settings, edition('en'))).toBe(
      `Translation by N. N. of the author’s text, not the author’s own words: ${ENGLISH}.`,
    );
  });

  test('of a paraphrase says that it is one, and in what language the paper is', () => {
    expect(labelOf(settings, edition('short'))).toBe(
      `转述版：本卷宗编者据论文逐段改写，非作者原文，未经作者或期刊审定；请勿作为原文引用。论文原文为德文：${CHINESE}。`,
    );
  });

  test('of a translation without a source edition is that of a paraphrase', () => {
    expect(wordingOf(edition('old'))).toEqual({ type: 'paraphrase' });
    expect(labelOf(settings, edition('old'))).toBe(
      `Paraphrase edition: rewritten paragraph by paragraph by this dossier’s editors. Not the author’s words; not reviewed by the author or the journal. Do not quote it as the paper. The paper is in German: ${ENGLISH}.`,
    );
    expect(shortLabelOf(edition('old'), 'text')).toBe('paraphrase');
  });

  test('of the editors’ account beside the authors’ text, or a translation of it, says that it is theirs', () => {
    expect(shortLabelOf(edition('de'), 'account')).toBe('by the editors');
    expect(labelOf(settings, edition('en'), 'account')).toBe(
      `Written by this dossier’s editors about the paper. Not the author’s words; not reviewed by the author or the journal. The paper is in German: ${ENGLISH}.`,
    );
    expect(shortLabelOf(edition('short'), 'account')).toBe('转述');
  });

  test('has the DOI of the paper as a link, if there is one', () => {
    const paper = { ...settings.paper, DOI: '10.5555/w' };
    const label = labelOf({ ...settings, paper }, edition('short'));
    expect(linkPaper({ ...settings, paper }, label, edition('short'))).toMatch(
      /，<a href="https:\/\/doi.org\/10.5555\/w" class="url">https:\/\/doi.org\/10.5555\/w<\/a>。$/,
    );
    const printed = linkPaper(settings, 'See Brunnenkunde, pp. 7–9.', edition('en'));
    expect(printed).toBe('See <i>Brunnenkunde</i>, <span class="marked">pp. 7–9</span>.');
    expect(linkPaper(settings, 'Wells & <pumps>', edition('short'))).toBe('Wells &#x26; &#x3C;pumps>');
  });
});

describe('the line under a title', () => {
  const line = (id: string, part: 'text' | 'account' = 'text', pages?: [number, number]) =>
    bylineOf(settings, edition(id), part, pages && [pages]);

  test('says whose words these are, and where they are in the paper', () => {
    expect(line('de')).toBe('The author’s own text: Erika Muster, Brunnenkunde, 1999, pp. 7–9');
    expect(line('en')).toBe('Translated by N. N. from Erika Muster, Brunnenkunde, 1999, pp. 7–9');
    expect(line('zh')).toBe('某君译自Erika Muster，《Brunnenkunde》1999年，第7—9页');
    expect(line('old', 'text', [8, 8])).toBe(
      'Paraphrased by the editors from Erika Muster, Brunnenkunde, 1999, p. 8',
    );
  });

  test('distinguishes the editors’ account of the paper from their paraphrase', () => {
    expect(line('old', 'account')).toBe(
      'Written by the editors about the paper: Erika Muster, Brunnenkunde, 1999, pp. 7–9',
    );
    expect(line('short', 'account')).toBe(
      'the editors撰写，所据论文：Erika Muster，《Brunnenkunde》1999年，第7—9页',
    );
  });

  test('names all authors, volume and issue, and leaves out what is not known', () => {
    const { journal, year, pages, ...bare } = settings.paper;
    const authors = [...bare.authors, { de: { family: 'Beispiel', given: 'Hans' } }];
    const whole = { ...bare, journal, year, pages, authors, volume: '3', issue: '2' };
    expect(bylineOf({ ...settings, paper: whole }, edition('en'), 'text')).toBe(
      'Translated by N. N. from Erika Muster and Hans Beispiel, Brunnenkunde, 1999, vol. 3, no. 2, pp. 7–9',
    );
    expect(bylineOf({ ...settings, paper: whole }, edition('zh'), 'text')).toBe(
      '某君译自Erika Muster、Hans Beispiel，《Brunnenkunde》1999年第3卷第2期，第7—9页',
    );
    expect(bylineOf({ ...settings, paper: { ...bare, authors: [] } }, edition('en'), 'text')).toBe(
      'Translated by N. N. from “On Wells”',
    );
  });

  test('names the paper where that is not above it', () => {
    const named = (id: string): string => bylineOf(settings, edition(id), 'text', [[8, 8]], false);
    expect(named('en')).toBe('Translated by N. N. from Erika Muster, “On Wells”, Brunnenkunde, 1999, p. 8');
    expect(named('zh')).toMatch(/^某君译自Erika Muster《.+》，《Brunnenkunde》1999年，第8页$/);
  });

  test('never has a title that was only translated in the marks of a printed one', () => {
    const paper = { ...settings.paper, titleTranslator: { en: 'the editors' } };
    const named = (more: Partial<typeof paper> = {}): string =>
      bylineOf({ ...settings, paper: { ...paper, ...more } }, edition('en'), 'text', [[8, 8]], false);
    expect(named()).toBe(
      'Translated by N. N. from Erika Muster, On Wells (in German), Brunnenkunde, 1999, p. 8',
    );
    const romanised = { title: 'Lun jing', translation: { en: 'On wells' } };
    expect(named({ romanised })).toContain('Erika Muster, On wells (in German), Brunnenkunde');
  });
});
