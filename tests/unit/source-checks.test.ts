import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage } from '../../src/model/message.ts';
import { frozenEditionSchema } from '../../src/model/release.ts';
import { textDigest } from '../../src/read/read-releases.ts';
import { frozenEntities } from '../../src/release/entities.ts';
import { freezeEdition } from '../../src/render/freeze.ts';
import { chapterMarkdown } from '../../src/render/chapter-markdown.ts';
import { searchRenderer } from '../../src/render/renderers.ts';
import { findNear } from '../../src/search/near.ts';
import { recordsOf } from '../../src/search/records.ts';
import { search } from '../../src/search/search.ts';
import { chapterIn } from '../../src/read/text-in.ts';
import { segmentJson } from '../../src/site/segment-data.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { samplesOf } from '../support/samples.ts';
import { sourceOf } from '../support/source-of.ts';
import { runCommand } from '../support/run-command.ts';

// Output other than pages that contains source checks, for one dossier with checks and one without.
const canal = await fixtureDossier('canal');
const well = await fixtureDossier('well');
type Fixture = typeof canal;

const recordsIn = ({ dossier, edition }: Fixture, id: string) =>
  recordsOf(dossier, edition(id), searchRenderer(dossier));
const markdownOf = ({ dossier, edition }: Fixture, id: string, chapter: string): string =>
  chapterMarkdown(dossier, edition(id), chapterIn(dossier, id, chapter)!);
const frozen = ({ dossier, edition }: Fixture, id: string) => freezeEdition(dossier, edition(id));

describe('a search', () => {
  let source: Awaited<ReturnType<typeof sourceOf>>;
  beforeAll(async () => {
    source = await sourceOf(recordsIn(canal, 'en'));
  });
  const found = async (query: string): Promise<string[]> => {
    const { exact } = await search(source, query);
    const matches = exact.length > 0 ? exact : await findNear(source, query);
    const hits = await Promise.all(matches.map((match) => match.read()));
    return hits.map(({ record: { kind, id, verdict } }) => `${kind} ${id} ${verdict ?? ''}`);
  };

  test.each([
    ['its claim', 'gate of the summit lock', ['segment 1.0.1 ', 'check 3a agrees']],
    ['its finding', 'regulations order', ['check 3a agrees']],
    ['the words of the source', 'evenings dry', ['check 4a differs']],
  ])('finds a check by %s, with its verdict', async (_, query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  test('finds a check in the other language by the words of its source', () => {
    const { records } = recordsIn(canal, 'fr');
    expect(
      records.filter(({ text }) => text.includes('evenings dry')).map(({ kind, id }) => `${kind} ${id}`),
    ).toEqual(['check 4a']);
  });

  test('ranks the text before checks in the answer to a question', async () => {
    const answers = await found('which abstract names the night and the keeper?');
    expect(answers.at(0)).toMatch(/^segment/);
    expect(answers.at(-1)).toBe('check 10a not-to-be-had');
  });
});

test('the Markdown of a chapter has its checks after the notes, labelled as the editors’', () => {
  const [, checks = ''] = markdownOf(canal, 'en', '2-tolls').split('\n## Source checks\n');
  expect(checks.replace(/^> .*\n/gm, '').trim()).toBe(
    [
      '`10a, 2.2.1-2` The keeper wrote nothing after ten o’clock **undecided: only an abstract could be read**',
      '',
      '- The abstract names the night and no keeper.',
      '- How the check was made: The volume is lent out.',
      '- <https://example.org/canal/check/10a/>',
    ].join('\n'),
  );
  expect(checks).toMatch(/^\n> Written by this dossier’s editors/);
  expect(markdownOf(canal, 'fr', '1-water')).toContain(
    '`4a, 1.1.2-1` Il ne plut pas durant 71 jours **disagrees**\n\n- L’éclusier compta 61 jours sans pluie.\n- The source: “sixty-one evenings dry”\n',
  );
  expect(markdownOf(canal, 'en', '3-silt')).not.toContain('Source checks');
});

test('a segment as data has its checks, with their editors', () => {
  const { checks } = JSON.parse(segmentJson(canal.dossier, '/', '1.0.1')) as { checks: unknown };
  expect(checks).toEqual([
    {
      id: '3a',
      address: 'https://example.org/canal/check/3a/',
      by: { en: 'The example’s editors', fr: 'Les éditeurs de l’exemple' },
      unit: '1.0.1-2',
      note: 3,
      claim: {
        en: 'The loss of a day stood on the gate of the summit lock',
        fr: 'La perte d’une journée figurait sur la porte de l’écluse de faîte',
      },
      work: 'canal-company-1847',
      locator: 'p. 30',
      read: 'passage',
      verdict: 'agrees',
      finding: { en: 'The regulations order it so.', fr: 'Le règlement l’ordonne ainsi.' },
      words: {
        lang: 'en',
        text: 'shall be painted upon the upper gate',
        at: { en: 'article 12', fr: 'article 12' },
      },
      opened: 'https://example.org/regulations',
      date: '1932-02-01',
      concerns: [],
    },
  ]);
  expect(JSON.parse(segmentJson(canal.dossier, '/', '1.1.1'))).not.toHaveProperty('checks');
});

describe('a release', () => {
  const { chapters, ...rest } = frozen(canal, 'en');
  const segments = chapters.flatMap((chapter) => chapter.segments);

  test('keeps the checks of each segment as the edition shows them', () => {
    expect(
      segments.flatMap(({ id, checks = [] }) => checks.map((check) => ({ segment: id, ...check }))),
    ).toEqual([
      {
        segment: '1.0.1',
        id: '3a',
        unit: 2,
        claim: 'The loss of a day stood on the gate of the summit lock',
        source: 'Canal Company. Regulations for the Keepers of Locks. Lower Port: Canal Company, 1847.',
        locator: 'p. 30',
        verdict: 'agrees',
        finding: 'The regulations order it so.',
        words: { lang: 'en', text: 'shall be painted upon the upper gate', at: 'article 12' },
        opened: 'https://example.org/regulations',
        date: '1932-02-01',
      },
      expect.objectContaining({
        segment: '1.1.2',
        id: '4a',
        archive: 'https://archive.example/summit-lock/12',
      }),
      expect.objectContaining({
        segment: '2.2.1',
        id: '10a',
        verdict: 'undecided: only an abstract could be read',
        sought: 'The volume is lent out.',
      }),
    ]);
  });

  test('can be read again, and knows what a check’s address belongs to', () => {
    const again = frozenEditionSchema.parse(JSON.parse(JSON.stringify({ chapters, ...rest })));
    expect(again).toEqual({ chapters, ...rest });
    expect(
      frozenEntities(again)
        .filter(({ kind }) => kind === 'check')
        .at(1),
    ).toEqual({ kind: 'check', id: '4a', text: 'No rain fell for 71 days' });
  });

  test('is different if a finding is different', () => {
    const changed = structuredClone({ chapters, ...rest });
    changed.chapters[1]!.segments.flatMap(({ checks = [] }) => checks)[0]!.finding = 'They do not.';
    expect(textDigest(changed)).not.toBe(textDigest({ chapters, ...rest }));
  });
});

test('npm run stats counts checks by verdict and by what was read', async () => {
  const stats = async (dossier: string): Promise<string> =>
    (await runCommand('stats', [], { env: { DOSSIER: `tests/fixtures/dossiers/${dossier}` } })).stdout;
  const rows = (await stats('canal')).split('\n').map((line) => line.trim().split(/ {2,}/).join(' | '));
  expect(rows).toContain('all | passage | abstract | summary | report | nothing');
  expect(rows).toContain('all | 3 | 2 | 1 | 0 | 0 | 0');
  expect(rows).toContain('differs | 1 | 1 | 0 | 0 | 0 | 0');
  expect(rows).toContain('not-to-be-had | 1 | 0 | 1 | 0 | 0 | 0');
  expect(await stats('well')).not.toContain('Source checks');
});

test('the manual’s samples are valid', async () => {
  const samples = samplesOf(readFileSync('docs/how-to/check-sources.md', 'utf8'));
  expect(samples.map(([path]) => path)).toEqual(['checks.yaml', 'cases/dry-summer/case.yaml']);
  const [checks = '', developments = ''] = samples.map(([, content]) => content);
  const folder = mkdtempSync(join(tmpdir(), 'manual-checks-'));
  cpSync('tests/fixtures/dossiers/canal', folder, { recursive: true });
  writeFileSync(join(folder, 'checks.yaml'), checks);
  const file = join(folder, 'cases/dry-summer/case.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^developments:.*/ms, developments));
  const { messages } = await checkDossier(folder);
  rmSync(folder, { recursive: true });
  expect(messages.filter(({ level }) => level === 'error').map(formatMessage)).toEqual([]);
});

test('a dossier without checks does not mention them', () => {
  expect(recordsIn(well, 'de').records.filter(({ kind, verdict }) => kind === 'check' || verdict)).toEqual(
    [],
  );
  expect(markdownOf(well, 'de', '1-tiefe')).not.toContain('Source checks');
  expect(JSON.parse(segmentJson(well.dossier, '/', '1.0.1'))).not.toHaveProperty('checks');
  const segments = frozen(well, 'de').chapters.flatMap((chapter) => chapter.segments);
  expect(segments.filter((segment) => 'checks' in segment)).toEqual([]);
});
