import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { laySamples } from '../support/samples.ts';

let dossier = '';
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'dossier-correction-'));
  cpSync('tests/fixtures/dossiers/bridge', dossier, { recursive: true });
});
afterEach(() => rmSync(dossier, { recursive: true }));

const caseWith = async (prose: string): Promise<string[]> => {
  laySamples(dossier, [
    ['dossier.yaml', 'caseKinds:\n  - { id: building, name: { zh: 建桥, en: Building } }\n'],
    [
      'cases/spans/case.yaml',
      'title: { zh: 跨度, en: The spans }\nsummary: { zh: 跨度不一。, en: Spans vary. }\nkind: building\npassages: [1.0.1-2]\n',
    ],
    ['cases/spans/en.mdx', `${prose}\n`],
    [
      'checks.yaml',
      '- id: 1.0.1a\n  passage: 1.0.1-1\n  claim: { zh: 共建41座, en: They built 41 in all }\n  source: { zh: 年鉴, en: The yearbook }\n  read: passage\n  verdict: differs\n  finding: { zh: 年鉴所列为40座。, en: The yearbook has 40. }\n  date: "1988-01-01"\n',
    ],
  ]);
  const { messages } = await checkDossier(dossier);
  return messages.filter(({ ruleId }) => ruleId === 'correction-carried').map(({ reason }) => reason);
};

test('a figure in the prose of a case repeats the claim', async () => {
  expect(await caseWith('In all there were 41.')).toEqual([
    expect.stringContaining('Unexpected 41 in the case “spans”'),
  ]);
});

test('the number of a note that it links to does not', async () => {
  expect(await caseWith('Spans vary ([note 41](note:1)).')).toEqual([]);
});
