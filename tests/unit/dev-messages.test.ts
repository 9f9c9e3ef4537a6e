import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/check/check-dossier.ts';
import { createMessage, type Level, type Message } from '../../src/model/message.ts';
import { startOf } from '../../src/model/place.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { withLastReadable } from '../../src/read/last-readable.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { fingerprintsOf } from '../../src/review/confirmation.ts';
import { besidePassages } from '../../src/dev/beside-passages.ts';
import { pageWithMessages, readForPages, type DevState } from '../../src/dev/dev-messages.ts';
import { deskPage } from '../../src/dev/desk.ts';
import { searchFiles } from '../../src/dev/dev-search.ts';
import { messageBanner } from '../../src/dev/message-banner.ts';
import { concernsPage } from '../../src/dev/where-seen.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-dev-messages-'));
let before: Dossier;
beforeAll(async () => {
  cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
  before = (await readDossier(folder)).dossier!;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  // The desk keeps what it has read for the whole process, which other tests share.
  globalThis.dossierReadings = undefined;
});

const message = (file: string, line = 1, cause?: string, level?: Level): Message =>
  createMessage({
    place: { path: join(folder, file), line, column: 1 },
    rule: 'some-rule',
    reason: 'Unexpected <b>, expected text',
    ...(level === undefined ? {} : { level }),
    ...(cause === undefined ? {} : { cause: startOf(join(folder, cause)) }),
  });

describe('a message is about', () => {
  test.each([
    [
      'a chapter',
      message('chapters/de/1-tiefe.mdx'),
      ['/de/1-tiefe/', '/parallel/1-tiefe/', '/p/1.0.1/', '/hant/p/1.0.1/'],
    ],
    ['a segment', message('chapters/de/1-tiefe.mdx', 7), ['/de/1-tiefe/', '/parallel/1-tiefe/', '/p/1.1.1/']],
    [
      'a note',
      message('chapters/de/0-anfang.mdx', 5),
      ['/de/0-anfang/', '/parallel/0-anfang/', '/note/1/', '/hant/note/1/'],
    ],
    [
      'a case',
      message('cases/dry-summer/case.yaml'),
      ['/case/dry-summer/', '/hant/cases/', '/de/cases/dry-summer/'],
    ],
    ['a term', message('terms/well.yaml'), ['/term/well/', '/de/terms/', '/de/terms/well/']],
    [
      'an exhibit',
      message('exhibits/figure-1.yaml'),
      ['/de/exhibits/figure-1/', '/de/1-tiefe/', '/welsch/1-tiefe/'],
    ],
    ['works', message('works.json'), ['/work/amt-1950/', '/de/works/', '/de/works/amt-1950/']],
    ['amounts', message('quantities.yaml'), ['/de/data/', '/de/timeline/']],
    [
      'both places of a finding',
      message('cases/dry-summer/case.yaml', 1, 'chapters/de/1-tiefe.mdx'),
      [
        '/case/dry-summer/',
        '/hant/cases/',
        '/de/cases/dry-summer/',
        '/de/1-tiefe/',
        '/parallel/1-tiefe/',
        '/p/1.0.1/',
        '/hant/p/1.0.1/',
      ],
    ],
    ['the whole dossier', message('dossier.yaml'), []],
  ])('%s', (_, said, pages) => {
    const all = [
      '/de/1-tiefe/',
      '/welsch/1-tiefe/',
      '/parallel/1-tiefe/',
      '/de/0-anfang/',
      '/parallel/0-anfang/',
      '/p/1.0.1/',
      '/hant/p/1.0.1/',
      '/p/1.1.1/',
      '/note/1/',
      '/hant/note/1/',
      '/note/2/',
      '/case/dry-summer/',
      '/hant/cases/',
      '/de/cases/dry-summer/',
      '/de/cases/other/',
      '/term/well/',
      '/de/terms/',
      '/de/terms/well/',
      '/term/ocean/',
      '/de/exhibits/figure-1/',
      '/work/amt-1950/',
      '/de/works/',
      '/de/works/amt-1950/',
      '/de/data/',
      '/de/timeline/',
    ];
    expect(
      all
        .filter((address) => concernsPage(before, address, said))
        .filter((address) => !pages.includes(address)),
    ).toEqual([]);
    for (const address of [...pages, '/', '/de/'])
      expect(concernsPage(before, address, said), address).toBe(true);
  });
});

test('unreadable files keep their last readable content, and all others are current', async () => {
  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  edit('chapters/de/1-tiefe.mdx', (text) => text.replace('Messen', '{'));
  edit('chapters/welsch/1-tiefe.mdx', (text) => text.replace('Mesurer', 'Mesurons'));
  edit('works.json', () => '[');
  edit('terms/well.yaml', () => '\t');
  edit('cases/dry-summer/de.mdx', () => '{');
  rmSync(join(folder, 'chapters/hant/0-anfang.mdx'));
  const fresh = (await readDossier(folder)).dossier!;
  const shown = withLastReadable(fresh, before);
  expect(shown.chapters.map(({ edition, id }) => `${edition}/${id}`)).toEqual([
    'de/0-anfang',
    'de/1-tiefe',
    'welsch/0-anfang',
    'welsch/1-tiefe',
  ]);
  const headings = shown.chapters.flatMap(({ segments }) => segments.filter(({ id }) => id === '1.1'));
  expect(headings.map(({ text }) => text)).toEqual(['Messen', 'Mesurons']);
  expect(shown.sources.get(join(folder, 'chapters/de/1-tiefe.mdx'))).toContain('Messen');
  expect(shown.works.map(({ id }) => id)).toEqual(['amt-1950']);
  expect(shown.terms.map(({ id }) => id)).toEqual(['well']);
  expect(shown.cases.flatMap(({ prose }) => prose.map(({ edition }) => edition))).toEqual(['de', 'welsch']);
});

test('a banner shows its page’s messages as text, counts errors elsewhere, and links to the desk', () => {
  const banner = messageBanner(
    [message('works.json', 3)],
    [message('terms/well.yaml'), message('terms/sea.yaml')],
    '/base/',
  );
  expect(banner).toContain('works.json:3:1');
  expect(banner).toContain('Unexpected &#x3C;b>, expected text');
  expect(banner).toContain('2 errors on other pages');
  expect(banner).toContain('href="/base/desk/rules/some-rule/"');
  expect(messageBanner([], [message('works.json', 1, undefined, 'todo')], '/')).not.toContain('<li');
});

test('a message follows its passage, inside list items', () => {
  const { page, placed } = besidePassages(
    '<h2 id="p1">One</h2><p id="p1.0.1">Text <b>of it</b></p><ol><li id="note-1">A note<li id="note-2">Another</ol>',
    new Map([
      ['p1.0.1', '<i>!</i>'],
      ['note-1', '<i>?</i>'],
      ['p9', '<i>nowhere</i>'],
    ]),
  );
  expect(page).toBe(
    '<h2 id="p1">One</h2><p id="p1.0.1">Text <b>of it</b></p><i>!</i><ol><li id="note-1">A note<i>?</i><li id="note-2">Another</ol>',
  );
  expect([...placed]).toEqual(['p1.0.1', 'note-1']);
});

describe('a mistake can be fixed with the page’s message alone:', () => {
  let content: string;
  let whole: DevState;
  beforeAll(async () => {
    content = mkdtempSync(join(tmpdir(), 'dossier-mistakes-'));
    cpSync('tests/fixtures/dossiers/well', content, { recursive: true });
    whole = await readForPages(content, judge, undefined);
  });
  afterAll(() => rmSync(content, { recursive: true }));

  const page = `<p id="p0.0.1"></p><p id="p1.0.1"></p><p id="p1.1.1"></p><p id="p1.1.2"></p><ol><li id="note-2"></li></ol>`;
  const chapter = 'chapters/de/1-tiefe.mdx';
  // The page that the editor looks at, the mistake, and the page’s message: place, fault and remedy.
  test.each<[string, string, [file: string, from: string, to: string], string, ...string[]]>([
    [
      'a tab in YAML',
      '/de/terms/well/',
      ['terms/well.yaml', 'definedBy', '\tdefinedBy'],
      '3:1',
      'Unexpected tab at the start of a line, expected spaces',
    ],
    [
      'a colon in a value',
      '/de/terms/well/',
      ['terms/well.yaml', 'de: Brunnen', 'de: Brunnen: tief'],
      '1:20',
      'expected the value in quotes',
    ],
    [
      'a comma in a value in braces',
      '/de/terms/well/',
      ['terms/well.yaml', 'Ein Loch mit', 'Ein Loch, mit'],
      '2:29',
      'put a text with a comma in quotes',
    ],
    [
      'a date in words',
      '/case/dry-summer/',
      ['cases/dry-summer/case.yaml', '1950-06/1950-08', 'Sommer 1950'],
      '4:9',
      'expected YYYY, YYYY-MM, YYYY-MM-DD',
    ],
    [
      'a comma too few in JSON',
      '/de/works/',
      ['works.json', '"report",', '"report"'],
      '5:5',
      'expected comma',
    ],
    [
      'a misspelt key',
      '/de/',
      ['dossier.yaml', 'volume:', 'volumne:'],
      '11:3',
      'Unexpected key “volumne” of paper, expected volume',
    ],
    [
      'an id given twice',
      '/de/1-tiefe/',
      [chapter, '1.1.2', '1.1.1'],
      '16:1',
      'Unexpected second segment 1.1.1',
      'see <code>',
    ],
    [
      'a wrong id',
      '/de/1-tiefe/',
      [chapter, '1.1.2', '1.2.2'],
      '16:1',
      'Unexpected segment 1.2.2 where edition welsch has 1.1.2, expected the same id in every edition',
      'Write {/* 1.1.2 */} here',
    ],
    [
      'an id that is missing',
      '/de/1-tiefe/',
      [chapter, '{/* 1.1.2 */} ', ''],
      '16:1',
      'expected one such as {/* 1.1.2 */}',
    ],
    [
      'a stray brace',
      '/de/1-tiefe/',
      [chapter, 'sagt das', 'sagt { das'],
      '1:82',
      'Unexpected { without a closing brace, expected \\{',
    ],
    [
      'a brace too many',
      '/de/1-tiefe/',
      [chapter, '{/* 1.0.1 */}', '{/* 1.0.1 */}}'],
      '1:14',
      'Unexpected } without an opening brace, expected no brace, or \\} to print one',
    ],
    [
      'a brace too few',
      '/de/1-tiefe/',
      [chapter, '{/* 1.1.2 */}', '/* 1.1.2 */}'],
      '16:1',
      'Unexpected /* 1.1.2 */} without an opening brace, expected {/* 1.1.2 */}',
    ],
    [
      'a boundary in one edition only',
      '/de/0-anfang/',
      ['chapters/de/0-anfang.mdx', 'tief und', 'tief{/* | */} und'],
      '3:92',
      'In 0.0.1, only edition de has {/* | */}',
      'makes 2 units of 2 sentences; edition welsch has 2.',
    ],
    [
      'a note without its text',
      '/de/1-tiefe/',
      [chapter, '[^2]: Nur ein Kommentar.', ''],
      '1:90',
      'expected [^2]: … at the end of this chapter',
    ],
    [
      'a term that is not there',
      '/de/0-anfang/',
      ['chapters/de/0-anfang.mdx', '(term:well). Er', '(term:wel). Er'],
      '3:34',
      'unknown term “wel”',
      '(nearest: well)',
    ],
    [
      'a link that is not closed',
      '/de/1-tiefe/',
      [chapter, 'Sommer](case', 'Sommer(case'],
      '16:19',
      'expected a link: [trockene Sommer](case:dry-summer)',
    ],
    ['a less-than sign', '/de/1-tiefe/', [chapter, '1 \\< 2', '1 <2'], '1:138', 'expected \\&#x3C;'],
    [
      'a citation without brackets',
      '/de/0-anfang/',
      ['chapters/de/0-anfang.mdx', '[Siehe @amt-1950, p. 3]', 'Siehe @amt-1950, p. 3'],
      '5:13',
      'expected [@amt-1950, …] in a note',
    ],
  ])('%s', async (_, address, [file, from, to], place, ...remedy) => {
    const path = join(content, file);
    const before = readFileSync(path, 'utf8');
    expect(before.replace(from, to)).not.toBe(before);
    writeFileSync(path, before.replace(from, to));
    const state = await readForPages(content, judge, whole.dossier);
    writeFileSync(path, before);
    const said = pageWithMessages(state, '/', { address, page, status: 200 });
    for (const text of [`${file}:${place}`, ...remedy]) expect(said).toContain(text);
    const mended = await readForPages(content, judge, state.dossier);
    expect(pageWithMessages(mended, '/', { address, page, status: 200 })).not.toContain('class="error"');
  });

  test('messages without a page that can be shown replace it', async () => {
    const path = join(content, 'chapters/welsch/1-tiefe.mdx');
    const before = readFileSync(path);
    rmSync(path);
    const state = await readForPages(content, judge, whole.dossier);
    writeFileSync(path, before);
    const shown = { address: '/welsch/1-tiefe/', page: '<p>There is no such page.', status: 404 };
    const said = pageWithMessages(state, '/', shown);
    expect(said).toContain('expected chapters/welsch/1-tiefe.mdx');
    expect(said).not.toContain('There is no such page.');
    expect(pageWithMessages(whole, '/', { ...shown, address: '/nowhere/' })).toContain(
      'There is no such page.',
    );
  });
});

describe('the desk', () => {
  const manual = (rule: string) =>
    rule === 'no-code' ? '# no-code\n\nSee [another](notes-paired.md).' : undefined;
  const desk = (messages: Message[]) => ({ dossier: before, messages, base: '/base/', manual });

  test('lists all messages of check by file, with links to the pages, and the chapters', async () => {
    const page = await deskPage(
      desk([message('chapters/de/1-tiefe.mdx', 7), message('terms/well.yaml', 2)]),
      '',
    );
    expect(page).toContain('2 errors, 0 todo');
    for (const address of ['de/1-tiefe/', 'term/well/', 'desk/0-anfang/', 'desk/rules/some-rule/'])
      expect(page).toContain(`href="/base/${address}"`);
  });

  test('shows the segments of a chapter with the editions side by side', async () => {
    const page = await deskPage(desk([message('chapters/welsch/0-anfang.mdx', 3)]), '0-anfang/');
    const [, row = ''] = /<tr id="p0\.0\.1">(.*?)<\/tr>/.exec(page ?? '') ?? [];
    for (const text of ['Ein Dorf hat einen Brunnen', 'Un village', 'unconfirmed', 'Unexpected &#x3C;b>'])
      expect(row).toContain(text);
  });

  test('shows the other messages above, and replaces pages of a dossier that was never readable', async () => {
    const unreadable = [message('dossier.yaml', 3), message('chapters/de/1-tiefe.mdx', 7)];
    const page = await deskPage(desk(unreadable), '0-anfang/');
    expect(page).toMatch(/<ul><li class="error"><code>[^<]*dossier\.yaml:3:1<.*<table>/s);
    expect(page).not.toContain('1-tiefe.mdx');
    const instead = await deskPage({ ...desk(unreadable), dossier: undefined }, '0-anfang/');
    expect(instead).toContain('dossier.yaml:3:1');
  });

  test('shows the paper’s own text beside them, if it is available', async () => {
    const { editions, ...rest } = before.settings.value;
    const [de, ...others] = editions.map((one) =>
      one.id === 'de' ? { ...one, private: true as const } : one,
    );
    const settings = { ...before.settings, value: { ...rest, editions: [...others, de!] } };
    const page = await deskPage({ ...desk([]), dossier: { ...before, settings } }, '0-anfang/');
    expect(page).toContain('>Deutsch</a> (private)</th>');
    expect(page).toContain('Ein Dorf hat einen Brunnen');
  });

  test('marks a text that has changed since it was confirmed', async () => {
    const { hant, ...confirmed } = fingerprintsOf(before, '1.0.1');
    expect(hant).toBeUndefined();
    const settings = { ...before.settings, value: { ...before.settings.value } };
    settings.value.editions = settings.value.editions.filter(({ id }) => id !== 'hant');
    const dossier = {
      ...before,
      settings,
      confirmed: { ...before.confirmed, value: { '1.0.1': { ...confirmed, welsch: '0000' } } },
    };
    const page = await deskPage({ ...desk([]), dossier }, '1-tiefe/');
    const [, row = ''] = /<tr id="p1\.0\.1">(.*?)<\/tr>/.exec(page ?? '') ?? [];
    expect(row).toContain('<mark>La profondeur');
    expect(row).not.toContain('<mark>Die Tiefe');
  });

  test('shows the manual’s page of a rule, with working links to other rules', async () => {
    expect(await deskPage(desk([]), 'rules/no-code/')).toContain('href="/base/desk/rules/notes-paired/"');
    expect(await deskPage(desk([]), 'rules/nothing/')).toBeUndefined();
    expect(await deskPage(desk([]), 'nothing/')).toBeUndefined();
  });
});

test('the search of dev has every file that a browser requests', async () => {
  const files = await searchFiles(before);
  for (const name of ['contents.json', 'pagefind.js', 'de.facets.json'])
    expect(files.has(name), name).toBe(true);
  expect(files.has('nothing.json')).toBe(false);
});
