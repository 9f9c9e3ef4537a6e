import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { remarksOn } from '../../src/read/remarks.ts';
import type { Quantity } from '../../src/model/entries.ts';
import { withUnitMarks } from '../../src/markdown/remark-html.ts';
import { unitMarks } from '../../src/render/unit-marks.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import type { SourceCheck } from '../../src/model/source-check.ts';
import {
  checkNames,
  checksBySource,
  checksByClaim,
  checksByOutcome,
  checksIn,
  checksOf,
  checksOfNote,
  countChecks,
  checksOfFigure,
  languageOfQuoted,
  placeWithin,
} from '../../src/site/checks.ts';
import { departsFromSource } from '../../src/model/source-check.ts';
import { htmlRenderer } from '../../src/site/html.ts';
import { metadataOf } from '../../src/site/metadata.ts';
import { parallelSegments } from '../../src/site/parallel.ts';
import { overviews, pagesByName } from '../../src/site/navigation.ts';
import { segmentIn } from '../../src/read/text-in.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier: canal, edition } = await fixtureDossier('canal');
const { dossier: well, edition: wellEdition } = await fixtureDossier('well');
const { dossier: dyke } = await fixtureDossier('dyke');
const html = htmlRenderer(canal, '/');
const idsOf = (checks: SourceCheck[]): string[] => checks.map(({ id }) => id);

/** The same dossier with one check changed. */
const having = (id: string, change: Partial<SourceCheck>): Dossier => ({
  ...canal,
  checks: {
    ...canal.checks,
    value: canal.checks.value.map((check) => (check.id === id ? { ...check, ...change } : check)),
  },
});

describe('the checks of an entry', () => {
  test('are those that rest on it, for a work', () => {
    expect(idsOf(checksOf(canal, 'work', 'summit-lock-1858'))).toEqual(['4a']);
  });

  test('are those in its passages or that concern it, for a case', () => {
    expect(idsOf(checksOf(canal, 'case', 'dry-summer'))).toEqual(['4a']);
    expect(idsOf(checksOf(canal, 'case', 'tow-path'))).toEqual([]);
    const concerned = having('3a', { concerns: ['case:tow-path'] });
    expect(idsOf(checksOf(concerned, 'case', 'tow-path'))).toEqual(['3a']);
  });

  test('are not those in its passages that concern only another case', () => {
    const other = having('4a', { concerns: ['case:tow-path'] });
    expect(idsOf(checksOf(other, 'case', 'dry-summer'))).toEqual([]);
    expect(idsOf(checksOf(other, 'case', 'tow-path'))).toEqual(['4a']);
    const both = having('4a', { concerns: ['case:tow-path', 'case:dry-summer'] });
    expect(idsOf(checksOf(both, 'case', 'dry-summer'))).toEqual(['4a']);
    const term = having('4a', { concerns: ['term:water-toll'] });
    expect(idsOf(checksOf(term, 'case', 'dry-summer'))).toEqual(['4a']);
  });

  test('are not those of another sentence of a passage', () => {
    expect(idsOf(checksOf(canal, 'case', 'burst-bank'))).toEqual(['10a']);
    const elsewhere = having('10a', { passage: { segment: '2.2.1', units: [3, 3] } });
    expect(idsOf(checksOf(elsewhere, 'case', 'burst-bank'))).toEqual([]);
  });

  test('are those at its definition, for a term', () => {
    expect(idsOf(checksOf(canal, 'term', 'water-toll'))).toEqual([]);
    const defined = having('10a', { passage: { segment: '2.0.1', units: [1, 1] } });
    expect(idsOf(checksOf(defined, 'term', 'water-toll'))).toEqual(['10a']);
  });

  test('are those whose sentences name it or that concern it, for an actor', () => {
    expect(idsOf(checksOf(canal, 'actor', 'canal-company'))).toContain('10a');
    expect(idsOf(checksOf(having('10a', { concerns: [] }), 'actor', 'canal-company'))).not.toContain('10a');
  });
});

test('the place in a source is not repeated if it is all pages of the work', () => {
  const [, check] = canal.checks.value;
  const work = canal.works.find(({ id }) => id === check!.work)!;
  const paged = {
    ...canal,
    works: [{ ...work, value: { ...work.value, page: '442-444' } }],
  };
  const places = ['pp. 442-444', '第442—444页', 'p. 443', 'fol. 12', undefined];
  expect(places.map((locator) => placeWithin(paged, { ...check!, locator }))).toEqual([
    undefined,
    undefined,
    'p. 443',
    'fol. 12',
    undefined,
  ]);
});

test('a note has the checks that rest on it', () => {
  expect(idsOf(checksOfNote(canal, 4))).toEqual(['4a']);
  expect(checksOfNote(canal, 5)).toEqual([]);
});

test('checks are counted by outcome', () => {
  const counted = { count: 3, off: 1, substance: 1, detail: 0, agrees: 1, undecided: 1 };
  expect(countChecks(canal.checks.value)).toEqual(counted);
  const small = having('4a', { detail: true }).checks.value;
  expect(countChecks(small)).toEqual({ ...counted, substance: 0, detail: 1 });
  expect(idsOf(checksIn('detail', small))).toEqual(['4a']);
  expect(idsOf(canal.checks.value.filter(departsFromSource))).toEqual(['4a']);
});

test('checks of the same claim in the same sentence are grouped, and those in another sentence are separate', () => {
  const [one, , other] = canal.checks.value;
  const second = { ...one!, id: '98a' };
  const elsewhere = { ...one!, id: '99a', passage: { ...one!.passage, units: [7, 7] as [number, number] } };
  expect(checksByClaim([one!, other!, second, elsewhere], edition('en')).map(idsOf)).toEqual([
    [one!.id, '98a'],
    [other!.id],
    ['99a'],
  ]);
});

test('all checks are listed with the gravest outcome first, and by source', () => {
  expect(checksByOutcome(canal.checks.value).map(({ outcome, checks }) => [outcome, idsOf(checks)])).toEqual([
    ['differs', ['4a']],
    ['agrees', ['3a']],
    ['not-to-be-had', ['10a']],
  ]);
  const named = having('3a', { work: undefined, source: { en: 'A gate', fr: 'Une porte' } });
  expect(
    checksBySource(named, edition('fr')).map(({ work, name, checks }) => [work ?? name, idsOf(checks)]),
  ).toEqual([
    ['bonnet-1886', ['10a']],
    ['summit-lock-1858', ['4a']],
    ['Une porte', ['3a']],
  ]);
});

describe('the remarks on a segment', () => {
  test('are grouped by unit, those on the whole segment last', () => {
    const whole = { segment: '1.1.2', printed: 'x', text: { en: 'All of it.' } };
    const both: Dossier = {
      ...canal,
      editorNotes: { ...canal.editorNotes, value: [whole, ...canal.editorNotes.value] },
    };
    expect(
      remarksOn(both, '1.1.2').map(({ unit, checks, notes }) => [
        unit,
        idsOf(checks),
        notes.map(({ id }) => id),
      ]),
    ).toEqual([
      [1, ['4a'], ['1.1.2-2']],
      [undefined, [], ['1.1.2-1']],
    ]);
  });

  test('are empty if there are no checks or notes', () => {
    expect(remarksOn(canal, '0.0.1')).toEqual([]);
  });
});

describe('the mark of a sentence', () => {
  const marksIn = (id: string, segment: string): [number, string][] => {
    const marks = unitMarks(canal);
    return segmentIn(canal, id, segment)!.units.flatMap(({ index }) =>
      marks(segment, index, id).map(({ sign }): [number, string] => [index, sign]),
    );
  };

  test('is one for its checks and one for the editors’ notes', () => {
    expect(marksIn('en', '1.1.2')).toEqual([
      [1, '≠'],
      [1, '✎'],
    ]);
  });

  test('is at the end of the paragraph, and about all of it, in an edition with different sentences', () => {
    const units = segmentIn(canal, 'fr', '1.0.1')!.units;
    expect(units.length).toBeGreaterThan(2);
    expect(marksIn('fr', '1.0.1')).toEqual([[units.at(-1)!.index, '¶✓']]);
    const [mark] = unitMarks(canal)('1.0.1', units.at(-1)!.index, 'fr');
    expect(mark?.label).toMatch(/^Paragraph 1\.0\.1: Source check/);
  });

  test('has a sign for each outcome, the most serious first and harmless ones separate, and links to the first check', () => {
    const [agrees] = canal.checks.value;
    const graver: SourceCheck = { ...agrees!, id: '3b', verdict: 'weaker', claim: { en: 'Two days' } };
    const open: SourceCheck = {
      ...agrees!,
      id: '3c',
      verdict: 'not-to-be-had',
      read: 'nothing',
      claim: { en: 'A week' },
    };
    const marksOf = (...value: SourceCheck[]) =>
      unitMarks({ ...canal, checks: { ...canal.checks, value } })('1.0.1', 2, 'en');
    expect(marksOf(agrees!, graver, open)).toEqual([
      {
        id: 'check-3b',
        sign: '↓',
        quiet: '✓',
        label: 'Source check: understates, agrees, undecided',
      },
    ]);
    expect(marksOf(open).map(({ sign }) => sign)).toEqual(['◇']);
    const small: SourceCheck = { ...agrees!, verdict: 'differs', detail: true };
    expect(marksOf(small)).toMatchObject([{ sign: '≈', label: 'Source check: differs in a detail' }]);
  });

  test('follows the mark of its note if the unit goes on with another sentence', () => {
    const [agrees] = canal.checks.value;
    const other: SourceCheck = { ...agrees!, id: '1.0.1a', verdict: 'differs' };
    delete other.note;
    const chapters = structuredClone(canal.chapters);
    let checked = { ...canal, chapters, checks: { ...canal.checks, value: [agrees!, other] } };
    const marks = () =>
      unitMarks(checked)('1.0.1', 2, 'en').map(({ sign, quiet, after }) => [sign, quiet, after]);
    expect(marks()).toEqual([['≠', '✓', undefined]]);
    const segment = segmentIn(checked, 'en', '1.0.1')!;
    visit({ type: 'root', children: segment.blocks }, 'unit', (unit) => {
      if (unit.index === 2) unit.children.push({ type: 'text', value: ' A second sentence.' });
    });
    checked = { ...checked };
    expect(marks()).toEqual([
      ['≠', undefined, undefined],
      ['✓', undefined, agrees!.note],
    ]);
    expect(htmlRenderer(checked, '/').inChapter(segment)).toMatch(
      /<\/sup>(?:<\/span>)?<a class="check-mark"[^>]*data-sign="✓"[^>]*><\/a> A second sentence\.<a class="check-mark"[^>]*data-sign="≠"/,
    );
  });

  test('is told apart if a comma follows, which stays on its line', () => {
    const mark = { id: 'check-1', sign: '◇', label: '', after: 1 };
    const classesBefore = (value: string) =>
      withUnitMarks(
        [
          { type: 'noteMark', number: 1 },
          { type: 'text', value },
        ],
        [mark],
      ).flatMap(({ data }) => data?.hProperties?.['className'] ?? []);
    expect(classesBefore('，后文。')).toEqual(['check-mark', 'closed']);
    expect(classesBefore('后文，')).toEqual(['check-mark']);
  });

  test('has a name and no text, so that the sentence keeps its own', () => {
    const segment = segmentIn(canal, 'en', '1.1.2')!;
    const plain = htmlRenderer({ ...canal, checks: { ...canal.checks, value: [] } }, '/');
    const mark = '<a class="check-mark" href="#check-4a" data-sign="≠" title="Source check: disagrees"></a>';
    expect(html.inChapter(segment)).toContain(mark);
    expect(html.inChapter(segment).replace(mark, '')).toBe(plain.inChapter(segment));
  });

  test('is on pages that contain its target, and on no others', () => {
    const segment = segmentIn(canal, 'en', '1.1.2')!;
    expect(html.segment(segment)).toContain('href="#check-4a"');
    expect(html.segment(segment, 'in chapter')).not.toContain('check-mark');
    const beside = parallelSegments(dyke, htmlRenderer(dyke, '/'), '2-actions');
    const marked = beside
      .flatMap(({ id, rows }) =>
        rows.flatMap(({ unit, cells }) =>
          cells.map((cell) => [`${id}-${unit}`, cell.html?.includes('data-sign="✎"')]),
        ),
      )
      .filter(([, has]) => has);
    expect(marked).toEqual([
      ['2.1.2-2', true],
      ['2.1.2-2', true],
    ]);
  });
});

describe('the page of a check, for machines', () => {
  const recordOf = (id: string) => {
    const own = { kind: 'check', id, name: `Source check ${id}`, address: `/check/${id}/` } as const;
    return JSON.parse(metadataOf(canal, '/', { type: 'own', ...own }, edition('en')).jsonLd);
  };

  test('is a review of a claim by the editors, with a verdict in words', () => {
    expect(recordOf('4a')).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'No rain fell for 71 days',
      author: [{ '@type': 'Organization', name: 'Example’s editors' }],
      itemReviewed: {
        '@type': 'Claim',
        author: [{ '@type': 'Person', familyName: 'Sample', givenName: 'Ida' }],
        appearance: { '@type': 'ScholarlyArticle', '@id': 'https://doi.org/10.5555/canal.1931' },
      },
      reviewRating: { '@type': 'Rating', alternateName: 'disagrees' },
    });
  });

  test('is not a review if the source was not available', () => {
    expect(recordOf('10a')).toMatchObject({ '@type': 'CreativeWork', name: expect.stringContaining('10a') });
    expect(recordOf('10a')).not.toHaveProperty('reviewRating');
  });
});

test('a dossier without checks has no page about them and no marks', () => {
  expect(overviews(canal, edition('en')).map(({ address }) => address)).toContain('/en/checks/');
  expect(overviews(well, wellEdition('de')).map(({ address }) => address)).not.toContain('/de/checks/');
  const all = well.chapters.flatMap(({ segments }) => segments.map(htmlRenderer(well, '/').inChapter));
  expect(all.join('')).not.toContain('check-mark');
});

describe('a checked value', () => {
  const amount: Quantity = {
    type: 'amount',
    value: 71,
    measure: { en: 'days', fr: 'jours' },
    what: { en: 'Days without rain', fr: 'Jours sans pluie' },
    passage: { segment: '1.1.2', units: [1, 1] },
  };

  test('is an amount in the claim of a check on its own sentence, and no other', () => {
    expect(idsOf(checksOfFigure(canal, amount))).toEqual(['4a']);
    expect(checksOfFigure(canal, { ...amount, value: 61 })).toEqual([]);
    expect(checksOfFigure(canal, { ...amount, value: 7 })).toEqual([]);
    expect(checksOfFigure(canal, { ...amount, passage: { segment: '1.1.2', units: [2, 2] } })).toEqual([]);
    expect(idsOf(checksOfFigure(having('4a', { verdict: 'agrees' }), amount))).toEqual(['4a']);
    expect(idsOf(checksOfFigure(having('4a', { verdict: 'not-to-be-had' }), amount))).toEqual(['4a']);
  });

  test('that the sentence has itself is not that of its note', () => {
    const inNote = { ...amount, note: 4 };
    expect(checksOfFigure(canal, inNote)).toEqual([]);
    const without = { ...canal, quantities: { ...canal.quantities, value: [inNote] } };
    expect(idsOf(checksOfFigure(without, inNote))).toEqual(['4a']);
  });

  test('is not ten if a claim says ten thousand, and is matched by month for a date', () => {
    const claimed = having('4a', {
      claim: { en: '10 million in June 1857', fr: '10 millions en juin 1857' },
    });
    expect(checksOfFigure(claimed, { ...amount, value: 10 })).toEqual([]);
    const { what, passage } = amount;
    expect(idsOf(checksOfFigure(claimed, { type: 'date', date: '1857-06', what, passage }))).toEqual(['4a']);
    expect(checksOfFigure(claimed, { type: 'date', date: '1857-07', what, passage })).toEqual([]);
  });

  test('may be in other words: a small number, half, a part of a century', () => {
    const { what, passage } = amount;
    const says = (claim: string, record: Quantity): string[] =>
      idsOf(checksOfFigure(having('4a', { claim: { en: claim, fr: '' } }), record));
    const countries: Quantity = { ...amount, value: 3, measure: { en: 'kinds of boat', fr: 'sortes' } };
    expect(says('Three kinds of boat lay there', countries)).toEqual(['4a']);
    expect(says('Thirty kinds of boat lay there', countries)).toEqual([]);
    const half: Quantity = { ...amount, value: '1/2', measure: { en: 'of the water', fr: 'de l’eau' } };
    expect(says('Half of the water was lost', half)).toEqual(['4a']);
    const middle: Quantity = { type: 'date', date: '18XX', part: 'middle', what, passage };
    expect(says('No rain in the mid-nineteenth century', middle)).toEqual(['4a']);
    expect(says('No rain in the late nineteenth century', middle)).toEqual([]);
    expect(says('No rain in the mid-twentieth century', middle)).toEqual([]);
  });

  test('may write a period with a dash, or have a source of that very day', () => {
    const { what, passage } = amount;
    const on = (date: string): Quantity => ({ type: 'date', date, what, passage });
    const claimed = having('4a', {
      claim: { en: 'In 1857–1858 no rain fell', fr: 'En 1857-1858 il ne plut pas' },
      source: { en: 'The lock-keeper’s log, 3 June 1858', fr: 'Le journal de l’éclusier, 3 juin 1858' },
    });
    expect(idsOf(checksOfFigure(claimed, on('1857/1858')))).toEqual(['4a']);
    expect(checksOfFigure(claimed, on('1857/1859'))).toEqual([]);
    expect(idsOf(checksOfFigure(claimed, on('1858-06-03')))).toEqual(['4a']);
    expect(checksOfFigure(claimed, on('1858-06'))).toEqual([]);
  });
});

test('a quotation that an edition renders without marks is said to be in the paper’s language', () => {
  const [own, other] = canal.settings.value.editions;
  const claim = (own: string, other: string) => ({
    ...canal.checks.value[0]!,
    claim: { en: own, fr: other },
  });
  const quoted = claim('The keeper: “no rain fell”', 'L’éclusier dit qu’il ne plut pas');
  expect(languageOfQuoted(canal, quoted, other!)).toBe('English');
  expect(languageOfQuoted(canal, quoted, own!)).toBeUndefined();
  expect(
    languageOfQuoted(
      canal,
      claim('The keeper: “no rain”', 'L’éclusier dit « pas de pluie » en juin'),
      other!,
    ),
  ).toBeUndefined();
  expect(languageOfQuoted(canal, claim('The “keeper” said so', 'L’éclusier le dit'), other!)).toBeUndefined();
});

test('a mention of another check is distinguished from text that looks similar', () => {
  expect(checkNames(canal, 'As 4a says, and 4b, p. 14a, 3a.')).toEqual([
    'As ',
    { id: '4a' },
    ' says, and ',
    '4b',
    ', p. ',
    '14a',
    ', ',
    { id: '3a' },
    '.',
  ]);
});

test('a verdict leads to the checks with it, if there are any', () => {
  const addressFor = (key: string) =>
    pagesByName(canal, edition('en')).find(([, ...names]) =>
      names.some((name) => name.toLowerCase() === key),
    )?.[0];
  expect(addressFor('disagrees')).toBe('/en/checks/?verdict=differs');
  expect(addressFor('undecided')).toBe('/en/checks/?verdict=not-to-be-had');
  expect(addressFor('disagree')).toBe('/en/checks/?verdict=differs');
  expect(addressFor('overstates')).toBeUndefined();
  // Not only those that differ in a detail.
  expect(addressFor('differs')).toBe('/en/checks/#departures');
  expect(addressFor('source checks')).toBe('/en/checks/');
});
