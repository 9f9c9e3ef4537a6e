import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CitationStyle } from '../../src/model/citation-style.ts';
import { referenceText } from '../../src/cite/pieces.ts';
import { readIn } from '../../src/cite/read-in.ts';
import { referencesTo } from '../../src/cite/reference.ts';
import type { Locator } from '../../src/model/locator.ts';
import { workSchema, type Name, type Work } from '../../src/model/work.ts';

const workLine = z.looseObject({
  author: z.array(z.string()).optional(),
  editor: z.array(z.string()).optional(),
  translator: z.array(z.string()).optional(),
  abridged: z.boolean().optional(),
  year: z.int().optional(),
  month: z.int().optional(),
  day: z.int().optional(),
});
const expectedLine = z.strictObject({
  journal: z.string(),
  gbt: z.string(),
  'gbt-2015': z.string(),
  chicago: z.string().optional(),
  'gbt-author-date': z.string(),
  'chicago-author-date': z.string().optional(),
  /** As a note in Chicago. */
  note: z.string().optional(),
  /** As entries of a list. */
  apa: z.string().optional(),
  mla: z.string().optional(),
  limited: z.string().optional(),
});

const lines: unknown[] = parse(readFileSync('tests/fixtures/references/golden.yaml', 'utf8'));
const golden = Array.from({ length: lines.length / 2 }, (_, i) => ({
  work: workOf(workLine.parse(lines[2 * i]), i),
  expected: expectedLine.parse(lines[2 * i + 1]),
}));
const references = referencesTo(golden.map(({ work }) => work));

function workOf(line: z.output<typeof workLine>, i: number): Work {
  const { author, editor, translator, abridged, year, month, day, ...rest } = line;
  const date = [year, month, day].filter((part) => part !== undefined);
  return workSchema.parse({
    id: `golden-nd${String.fromCharCode(97 + (i % 26))}`.replace('golden', `golden${i}`),
    ...rest,
    ...(author ? { author: author.map(nameOf) } : {}),
    ...(editor ? { editor: editor.map(nameOf) } : {}),
    ...(translator ? { translator: translator.map(nameOf) } : {}),
    ...(date.length > 0 ? { issued: { 'date-parts': [date] } } : {}),
    ...(abridged ? { custom: { authorsAbridged: true } } : {}),
  });
}

function nameOf(text: string): Name {
  const [family = '', given] = text.split(',');
  return given === undefined ? { literal: text } : { family, given };
}

const noted = ['journal', 'gbt', 'gbt-2015', 'chicago'] as const satisfies CitationStyle[];

describe.each(noted)('%s', (form) => {
  test.each(golden.map(({ work, expected }) => ({ name: expected.journal, work, expected })))(
    '$name',
    ({ work, expected }) => {
      const wanted = form === 'chicago' ? (expected.chicago ?? expected.journal) : expected[form];
      expect(referenceText(references.entry(work, form))).toBe(wanted);
    },
  );
});

describe('chicago, note', () => {
  test.each(golden.flatMap(({ work, expected: { note } }) => (note === undefined ? [] : [{ note, work }])))(
    '$note',
    ({ note, work }) => {
      expect(referenceText(references.note(work, 'chicago'))).toBe(note);
    },
  );
});

describe.each(['gbt-author-date', 'chicago-author-date', 'apa', 'mla'] as const)('%s', (style) => {
  const keyed = golden.flatMap(({ work, expected: { [style]: entry } }) =>
    entry === undefined ? [] : [{ entry, work }],
  );

  test.each(keyed)('$entry', ({ entry, work }) => {
    expect(referenceText(references.entry(work, style))).toBe(entry);
  });

  test('is in the golden set for every work not in Chinese', () => {
    const others = golden.filter(({ work }) => work.language !== 'zh-Hans' && work.language !== 'zh-Hant');
    expect(keyed).toEqual(
      expect.arrayContaining(others.map(({ work }) => expect.objectContaining({ work }))),
    );
  });
});

test('the golden set has a hundred works', () => {
  expect(golden.length).toBeGreaterThanOrEqual(100);
});

const work = (record: Record<string, unknown>): Work =>
  workSchema.parse({ id: 'muster-2018', language: 'en', type: 'book', ...record });
const page = (value: string): Locator => ({ label: 'page', value });
const well = work({
  type: 'article-journal',
  title: 'Water: Its Sources and Uses',
  author: [{ family: 'Brook', given: 'Peter' }],
  'container-title': 'Journal of Wells',
  volume: '24',
  page: '51-68',
  issued: { 'date-parts': [[2018]] },
});
const jing = work({
  id: 'jing-2020',
  language: 'zh-Hans',
  type: 'article-journal',
  title: '井水：源与流',
  author: [{ family: '李', given: '泉' }],
  'container-title': '水利学刊',
  issue: '4',
  page: '20-38',
  issued: { 'date-parts': [[2020]] },
});

describe('notes', () => {
  const inNotes = referencesTo([well, jing]);
  const note = (...args: Parameters<typeof inNotes.note>): string => referenceText(inNotes.note(...args));

  test('give the cited page or, without one, the page range of an article', () => {
    expect(note(jing, 'journal', { locator: page('21') })).toBe(
      '李泉：《井水：源与流》，《水利学刊》2020年第4期，第21页',
    );
    expect(note(jing, 'journal')).toBe('李泉：《井水：源与流》，《水利学刊》2020年第4期，第20—38页');
    expect(note(well, 'chicago', { locator: page('52') })).toBe(
      'Peter Brook, “Water: Its Sources and Uses,” Journal of Wells 24 (2018): 52',
    );
  });

  test('give a place that is no page where pages stand in GB/T, and abbreviated in MLA', () => {
    const at = (label: Locator['label']) => ({ locator: { label, value: '3' } });
    expect(note(jing, 'gbt', at('chapter'))).toBe('李泉. 井水：源与流[J]. 水利学刊，2020（4）：第3章');
    expect(note(jing, 'gbt-2015', at('section'))).toBe('李泉. 井水：源与流[J]. 水利学刊, 2020(4): 第3节');
    expect(note(well, 'gbt', at('paragraph'))).toMatch(/Uses\[J\]\. .*24：para\. 3$/);
    const web = work({
      id: 'plan-2020',
      type: 'webpage',
      title: 'The Plan',
      URL: 'https://example.org/',
      issued: { 'date-parts': [[2020, 5]] },
      accessed: { 'date-parts': [[2021, 1, 5]] },
    });
    expect(note(web, 'gbt', at('paragraph'))).toBe(
      'The Plan[EB/OL]. 2020：para. 3（2020-05）[2021-01-05]. https://example.org/',
    );
    const { issued: _, ...undated } = { ...web, id: 'plan-nd' };
    expect(note(undated, 'gbt-2015', at('paragraph'))).toBe(
      'The Plan[EB/OL]. para. 3[2021-01-05]. https://example.org/',
    );
    expect(note(well, 'gbt-author-date', at('chapter'))).toBe('(Brook, 2018, chap. 3)');
    const again = { ...at('chapter'), position: { type: 'subsequent', firstNote: 3 } } as const;
    expect(note(jing, 'gbt', again)).toBe('同3：第3章');
    expect(note(well, 'mla', at('chapter'))).toBe('(Brook, ch. 3)');
    expect(note(well, 'mla', at('section'))).toBe('(Brook, sec. 3)');
    expect(note(well, 'mla', at('paragraph'))).toBe('(Brook, par. 3)');
    expect(note(well, 'apa', at('section'))).toBe('(Brook, 2018, Section 3)');
  });

  test('have the title of a programme in italics, without a part in those of the whole', () => {
    const alone = referencesTo([]);
    const programme = work({
      id: 'evening-1986',
      type: 'broadcast',
      title: 'Evening on the Dyke',
      publisher: 'Foreshore Television',
      issued: { 'date-parts': [[1986, 4, 16]] },
    });
    const part = {
      ...programme,
      id: 'weir-1986',
      title: 'A Well Is Dug',
      'container-title': programme.title,
    };
    const italicIn = (one: Work, style: CitationStyle): string[] =>
      [...alone.note(one, style), ...alone.entry(one, style)].flatMap(({ text, italic }) =>
        italic ? [text.replace('dyke', 'Dyke')] : [],
      );
    for (const style of ['journal', 'chicago', 'apa', 'mla'] as const) {
      expect(new Set(italicIn(programme, style))).toEqual(new Set(['Evening on the Dyke']));
      expect(new Set(italicIn(part, style))).toEqual(new Set(['Evening on the Dyke']));
    }
  });

  test('shorten a long title in the text in MLA, unless another work begins like it', () => {
    const plan = work({ id: 'plan-2021', type: 'webpage', title: 'The Plan for the Dyke and the Foreshore' });
    const other = work({ id: 'plan-2022', type: 'webpage', title: 'The Plan for the Dyke in the North' });
    const noteIn = (works: Work[]): string => referenceText(referencesTo(works).note(plan, 'mla'));
    expect(noteIn([])).toBe('(Plan for the Dyke)');
    expect(noteIn([plan, other])).toBe('(Plan for the Dyke and the Foreshore)');
  });

  test('shorten a repeated citation as the style requires', () => {
    const again = { locator: page('60'), position: { type: 'subsequent', firstNote: 3 } } as const;
    expect(note(well, 'chicago', again)).toBe('Brook, “Water,” 60');
    expect(note(well, 'chicago', { ...again, position: { type: 'ibid-with-locator', firstNote: 3 } })).toBe(
      'Brook, “Water,” 60',
    );
    expect(note(well, 'journal', again)).toBe('Peter Brook, “Water: Its Sources and Uses,” p. 60');
    expect(note(jing, 'journal', again)).toBe('李泉：《井水：源与流》，第60页');
    expect(note(jing, 'gbt', again)).toBe('同3：60');
    expect(note(jing, 'gbt-2015', again)).toBe('同3: 60');
  });

  test('give a long title in pinyin by its first words in the text, unless another work begins with them', () => {
    const titled = (id: string, title: string): Work =>
      work({ id, language: 'zh-Hans', type: 'webpage', title: `题${id}`, custom: { romanised: { title } } });
    const visit = titled('visit-2020', 'Guowu weiyuan jian buzhang huida jizhe tiwen');
    const shortIn = (one: Work, style: CitationStyle, others: Work[] = []): string =>
      referenceText(referencesTo([one, ...others]).note(readIn(one, { id: 'en', lang: 'en' }, style), style));
    expect(shortIn(visit, 'apa')).toBe('(Guowu weiyuan, n.d.)');
    expect(shortIn(visit, 'mla')).toBe('(Guowu weiyuan)');
    // Other styles do not shorten it, nor is a short title long.
    expect(shortIn(visit, 'chicago')).toContain('Guowu weiyuan jian buzhang huida jizhe tiwen');
    expect(shortIn(titled('rain-2020', 'Yu he feng de hua'), 'mla')).toBe('(Yu he feng)');
    expect(shortIn(titled('rain-2020', 'Yu he feng hua'), 'mla')).toBe('(Yu he feng hua)');
    const other = titled('other-2020', 'Guowu weiyuan fayan');
    expect(shortIn(visit, 'mla', [other])).toBe('(Guowu weiyuan jian buzhang huida jizhe tiwen)');
  });

  test('cite a Chinese work in English in pinyin, with characters and a translation', () => {
    const romanised = work({
      ...jing,
      custom: {
        romanised: {
          author: [{ family: 'Li', given: 'Quan' }],
          title: 'Jingshui: yuan yu “liu”',
          'container-title': 'Shuili xuekan',
        },
        translatedTitle: { en: 'Well water: sources and uses' },
      },
    });
    const english = readIn(romanised, { id: 'en', lang: 'en' }, 'chicago');
    expect(note(english, 'chicago', { locator: page('21') })).toBe(
      'Li Quan, “Jingshui: Yuan yu ‘liu’” 井水：源与流 [Well water: Sources and uses], Shuili xuekan, no. 4 (2020): 21',
    );
    expect(referenceText(inNotes.entry(english, 'chicago'))).toBe(
      'Li Quan. “Jingshui: Yuan yu ‘liu’” 井水：源与流 [Well water: Sources and uses]. Shuili xuekan, no. 4 (2020): 20–38.',
    );
    // The dash of a Chinese note is a range in English, too.
    const named = work({
      ...romanised,
      custom: { ...romanised.custom, translatedContainer: { en: 'Journal of Waters' } },
    });
    expect(
      note(readIn(named, { id: 'en', lang: 'en' }, 'chicago'), 'chicago', { locator: page('120—129') }),
    ).toMatch(
      / \[Well water: Sources and uses\], Shuili xuekan \[Journal of Waters\], no\. 4 \(2020\): 120–29$/,
    );
    expect(readIn(romanised, { id: 'zh', lang: 'zh-Hans' }, 'chicago')).toBe(romanised);
    expect(readIn(romanised, { id: 'en', lang: 'en' }, 'journal')).toBe(romanised);
    const book = readIn({ ...romanised, type: 'book' }, { id: 'fr', lang: 'fr' }, 'chicago');
    expect(note(book, 'chicago')).toMatch(/^Li Quan, Jingshui: yuan yu .liu. 井水：源与流 \(/);
  });

  test('have no final full stop, inside quotation marks or after them', () => {
    const plan = work({ id: 'plan-2020', type: 'webpage', title: 'The Plan', URL: 'https://example.org/' });
    const again = { position: { type: 'subsequent', firstNote: 3 } } as const;
    expect(note(plan, 'chicago', again)).toBe('“The Plan”');
    expect(note(plan, 'gbt')).toBe('The Plan[EB/OL]. https://example.org/');
  });

  test('name chapters, sections and paragraphs in the language of the work', () => {
    expect(note(jing, 'journal', { locator: { label: 'chapter', value: '3' } })).toMatch(/，第3章$/);
    expect(note(well, 'journal', { locator: { label: 'chapter', value: '3' } })).toMatch(/, chap\. 3$/);
  });

  test('divide a reference into title, address and italics', () => {
    const pieces = inNotes.note(
      work({
        id: 'ford-2021',
        type: 'webpage',
        title: 'Mending',
        'container-title': 'Net',
        URL: 'https://example.org/?a=1&b=<2>',
      }),
      'chicago',
    );
    expect(pieces.find(({ variable }) => variable === 'title')?.text).toContain('Mending');
    expect(pieces.find(({ variable }) => variable === 'URL')?.text).toBe('https://example.org/?a=1&b=<2>');
    const { id, ...rest } = well;
    const pump = { ...rest, id: `${id}-b`, DOI: '10.5555/pump' };
    const addressIn = (style: 'gbt' | 'chicago') =>
      inNotes.note(pump, style).find(({ variable }) => variable === 'URL')?.text;
    expect(addressIn('chicago')).toBe('https://doi.org/10.5555/pump');
    expect(addressIn('gbt')).toBe('10.5555/pump');
    expect(inNotes.note(well, 'chicago').find(({ italic }) => italic)?.text).toBe('Journal of Wells');
  });
});
