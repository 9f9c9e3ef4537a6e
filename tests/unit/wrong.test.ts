import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage, type Message } from '../../src/model/message.ts';

/** What is wrong, whatever it is wrong with. */
const kindOf = ({ rule, reason }: Pick<Message, 'rule' | 'reason'>): string =>
  `${rule}: ${reason.replace(/“[^”]*”/g, '“”').replace(/\d+(?:[.-]\w+)*/g, 'N')}`;

test('one run over a dossier that is wrong all over tells more than fifty kinds of fault, each with place and remedy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-wrong-'));
  try {
    for (const from of ['tests/fixtures/dossiers/well', 'tests/fixtures/wrong/content'])
      cpSync(from, folder, { recursive: true });
    const errors = (await checkDossier(folder)).messages.filter(({ level }) => level === 'error');
    const said = errors.map(formatMessage).join('\n').replaceAll(`${folder}/`, '') + '\n';
    await expect(said).toMatchFileSnapshot('../fixtures/wrong/expected.txt');
    expect(new Set(errors.map(kindOf)).size).toBeGreaterThanOrEqual(50);
    expect(errors.filter(({ reason, note }) => !/expected/.test(reason) && note === undefined)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the fixtures of the rules show at least a hundred kinds of fault', () => {
  const kinds = readdirSync('tests/fixtures/rules').flatMap((rule) =>
    [
      ...readFileSync(`tests/fixtures/rules/${rule}/expected.txt`, 'utf8').matchAll(
        /^\S+:\d+:\d+ \w+ (\S+) (.*)$/gm,
      ),
    ].map(([, id = '', reason = '']) => kindOf({ rule: id, reason })),
  );
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(100);
});
