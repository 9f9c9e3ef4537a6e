import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/check/check-dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { bothOf, testMentions } from '../support/mentions-of.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-mentions-'));
  cpSync('tests/fixtures/dossiers/bridge', folder, { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write(
    'chapters/zh/1-spans.mdx',
    [
      '{/* 1.0.1 */} 印度尼西亚修建了[吊桥](term:suspension-bridge)。[^1]',
      '## {/* 1.1 */} 法国的桥',
      '{/* 1.1.1 */} 桥很长。跨度是[梁桥](term:beam-bridge)的10倍。',
      '[^1]: 英国没有修建；见[议会](actor:parliament)。',
    ].join('\n\n'),
  );
  write(
    'chapters/en/1-spans.mdx',
    [
      '{/* 1.0.1 */} Indonesia built [suspension bridges](term:suspension-bridge).[^1]',
      '## {/* 1.1 */} The bridges of France',
      '{/* 1.1.1 */} It is long. It spans ten times as much as a [beam bridge](term:beam-bridge).',
      '[^1]: Britain built none; see [parliament](actor:parliament).',
    ].join('\n\n'),
  );
  write(
    'actors.yaml',
    [
      'india: { name: { zh: 印度, en: India }, kind: state }',
      'britain: { name: { zh: 英国, en: United Kingdom }, kind: state }',
      'france: { name: { zh: 法国, en: France }, kind: state }',
      'parliament: { name: { zh: 议会, en: Parliament }, kind: organisation }',
      'builder: { name: { zh: 建桥人, en: the builder }, kind: person }',
    ].join('\n'),
  );
  const settings = readFileSync('tests/fixtures/dossiers/bridge/dossier.yaml', 'utf8');
  write('dossier.yaml', `${settings}\ncaseKinds:\n  - { id: span, name: { zh: 跨度, en: Span } }\n`);
  mkdirSync(join(folder, 'cases', 'long-bridge'), { recursive: true });
  write(
    'cases/long-bridge/case.yaml',
    [
      'title: { zh: 长桥, en: A long bridge }',
      'summary: { zh: 桥很长。, en: It is long. }',
      'kind: span',
      'actors: [builder]',
      'passages: [1.1.1-1]',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('in a dossier of every kind of entry', () => testMentions(() => 'tests/fixtures/dossiers/dyke'));
describe('in a small dossier', () => testMentions(() => folder));

describe('a segment', () => {
  test('does not mention a name that only begins a longer one, and mentions what its note mentions', async () => {
    const all = new Map((await bothOf(folder)).map(({ name, page }) => [name, page]));
    expect(all.get('zh 1.0.1')?.actors).toEqual(['britain', 'parliament']);
    expect(all.get('en 1.0.1')?.actors).toEqual(['britain', 'parliament']);
  });

  test('that is a heading mentions the names in it', async () => {
    const all = new Map((await bothOf(folder)).map(({ name, page }) => [name, page]));
    expect(all.get('zh 1.1')?.actors).toEqual(['france']);
  });

  test('that is a case’s passage relates to the case, without mentioning its actors', async () => {
    const all = new Map((await bothOf(folder)).map(({ name, page }) => [name, page]));
    expect(all.get('zh 1.1.1')).toEqual({ actors: [], caseKinds: ['span'] });
  });
});

test('an actor that occurs only within a longer name is reported as unused', async () => {
  const { dossier } = await readDossier(folder);
  const reached = judge(dossier!)
    .filter(({ ruleId }) => ruleId === 'entries-reached')
    .map(({ reason }) => /“([^”]+)”/.exec(reason)?.[1]);
  expect(reached).toEqual(['india', 'builder']);
});
