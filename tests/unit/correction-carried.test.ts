import { expect, test } from 'vitest';
import { copiedDossier } from '../support/copied-dossier.ts';
import { laySamples } from '../support/samples.ts';

const copy = copiedDossier('bridge');

const caseWith = async (prose: string): Promise<string[]> => {
  laySamples(copy.folder, [
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
  return (await copy.check())
    .filter(({ ruleId }) => ruleId === 'correction-carried')
    .map(({ reason }) => reason);
};

test('a figure in the prose of a case repeats the claim', async () => {
  expect(await caseWith('In all there were 41.')).toEqual([
    expect.stringContaining('Unexpected 41 in the case “spans”'),
  ]);
});

test('the number of a note that it links to does not', async () => {
  expect(await caseWith('Spans vary ([note 41](note:1)).')).toEqual([]);
});
