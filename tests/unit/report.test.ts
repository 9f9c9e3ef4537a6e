import { describe, expect, test } from 'vitest';
import { reports } from '../../src/check/report.ts';
import { createMessage } from '../../src/model/message.ts';
import { runCommand } from '../support/run-command.ts';

const here = createMessage({
  place: { path: 'terms/a,b.yaml', line: 2, column: 3, end: { line: 2, column: 7 } },
  rule: 'schema-holds',
  reason: 'Unexpected “50 %”, expected: text',
  actual: '50 %',
  expected: ['half'],
  note: 'Put it in quotes',
});
const long = createMessage({
  place: { path: 'chapters/en/1.mdx', line: 4, column: 1, end: { line: 6, column: 2 } },
  level: 'todo',
  rule: 'segments-aligned',
  reason: 'Missing segment 1.1.1',
});

test('output for people has place, level, rule and reason, and the number of messages', () => {
  expect(reports.text([here])).toBe(
    [
      'terms/a,b.yaml:2:3 error schema-holds Unexpected “50 %”, expected: text',
      '  Put it in quotes',
      'schema-holds: see docs/rules/schema-holds.md',
      '1 error, 0 todo',
    ].join('\n'),
  );
});

test('output for people links each rule’s page once, and none without messages', () => {
  expect(reports.text([long, here, long]).match(/^.*: see .*$/gm)).toEqual([
    'segments-aligned: see docs/rules/segments-aligned.md',
    'schema-holds: see docs/rules/schema-holds.md',
  ]);
  expect(reports.text([])).toBe('0 errors, 0 todo');
});

test('output for programs is a list', () => {
  expect(JSON.parse(reports.json([here, long]))).toEqual([
    {
      path: 'terms/a,b.yaml',
      start: { line: 2, column: 3 },
      end: { line: 2, column: 7 },
      level: 'error',
      rule: 'schema-holds',
      reason: 'Unexpected “50 %”, expected: text',
      actual: '50 %',
      expected: ['half'],
      remedy: 'Put it in quotes',
      url: 'docs/rules/schema-holds.md',
    },
    expect.objectContaining({ path: 'chapters/en/1.mdx', end: { line: 6, column: 2 }, level: 'todo' }),
  ]);
  expect(JSON.parse(reports.json([]))).toEqual([]);
});

test('output for GitHub has one command per message, with delimiters escaped', () => {
  const [first, second] = reports.github([here, long]).split('\n');
  expect(first).toBe(
    '::error file=terms/a%2Cb.yaml,line=2,endLine=2,col=3,endColumn=7,title=schema-holds::' +
      'Unexpected “50 %25”, expected: text%0APut it in quotes',
  );
  expect(second).toBe(
    '::warning file=chapters/en/1.mdx,line=4,endLine=6,title=segments-aligned::Missing segment 1.1.1',
  );
});

describe('npm run check', () => {
  const well = 'tests/fixtures/dossiers/well';
  const check = (...args: string[]) => runCommand('check', args);

  test('prints the requested format, and names the dossier on another stream', async () => {
    const { code, stdout } = await check('--format', 'json', '--strict', well);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ path: `${well}/dossier.yaml`, rule: 'editions-named' }),
    );
  });

  test('rejects other formats', async () => {
    const { code, stdout, output } = await check('--format', 'xml', well);
    expect([code, stdout]).toEqual([2, '']);
    expect(output).toContain('Unknown format xml, expected one of text, json, github.');
  });
});
