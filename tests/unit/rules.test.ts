import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLabels } from '../../src/build/check-built.ts';
import { checkDossier, rules } from '../../src/check/check-dossier.ts';
import { formatMessage } from '../../src/model/message.ts';

// Each folder is named after a rule; a rule with several fixtures has a suffix after a full stop. It contains the files
// that break the rule when laid over a sound dossier, and the expected messages.
const fixtures = 'tests/fixtures/rules';

describe('rules', () => {
  test.each(readdirSync(fixtures))('%s reports the place of a violation', async (name) => {
    const [rule = ''] = name.split('.');
    const folder = mkdtempSync(join(tmpdir(), 'dossier-rule-'));
    try {
      const base = join(fixtures, name, 'base');
      cpSync(
        join('tests/fixtures/dossiers', existsSync(base) ? readFileSync(base, 'utf8').trim() : 'well'),
        folder,
        { recursive: true },
      );
      cpSync(join(fixtures, name, 'content'), folder, { recursive: true });
      const messages = (await checkDossier(folder)).messages.filter(
        (message) => message.level === 'error' || message.ruleId === rule,
      );
      expect(messages.map(({ ruleId }) => ruleId)).toContain(rule);
      const said = messages.map(formatMessage).join('\n').replaceAll(`${folder}/`, '') + '\n';
      await expect(said).toMatchFileSnapshot(`../../${fixtures}/${name}/expected.txt`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('label-present names a page that does not say whose wording it shows', () => {
    const label =
      '<p class="label" lang="en">Paraphrase edition: rewritten paragraph by paragraph by the editors.</p>';
    const pages = [
      { path: 'good.html', html: `<html><body><main>text</main>${label}</body></html>` },
      { path: 'in-head.html', html: `<html><head>${label}</head><body>text</body></html>` },
      { path: 'empty.html', html: '<html><body>text<p class="label"></p></body></html>' },
    ];
    expect(checkLabels(pages).map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual([
      'empty.html label-present',
      'in-head.html label-present',
    ]);
  });

  test('every rule has its fixture, unless its page in the manual shows all that it says', () => {
    const ids = [
      ...rules.map(({ id }) => id),
      'no-code',
      'schema-holds',
      'file-readable',
      'exceptions-needed',
    ];
    const isShown = (id: string): boolean =>
      existsSync(join(fixtures, id, 'expected.txt')) ||
      readFileSync(`docs/rules/${id}.md`, 'utf8').includes('\n```text\n');
    expect(ids.filter((id) => !isShown(id))).toEqual([]);
  });

  test('the sound dossier has no errors, and its untranslated parts are todos', async () => {
    const { messages } = await checkDossier('tests/fixtures/dossiers/well');
    expect([...new Set(messages.map(({ level, ruleId }) => `${level} ${ruleId}`))]).toEqual([
      'todo editions-named',
      'todo chapters-written',
      'todo interface-translated',
    ]);
    for (const whole of ['bridge', 'moon-table'])
      expect((await checkDossier(`tests/fixtures/dossiers/${whole}`)).messages).toEqual([]);
  });
});
