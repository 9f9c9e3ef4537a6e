import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/check/check-dossier.ts';
import { sourceRules } from '../../src/check/source.ts';
import { formatMessage, type Message } from '../../src/model/message.ts';
import { copiedDossier } from '../support/copied-dossier.ts';
import { laySamples, samplesOf, type Sample } from '../support/samples.ts';

const folder = 'docs/rules';
const pages = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .map((name) => readPage(basename(name, '.md')));

/** What `check` says about the wrong example, behind its files. */
const MESSAGES = /(?<=```\n)(?:\n```text\n.*?```\n)?(?=\n## Right\n)/s;

/** A page of the manual: its text, and the files of its examples. */
function readPage(id: string) {
  const text = readFileSync(join(folder, `${id}.md`), 'utf8');
  const filesUnder = (heading: string): Sample[] | undefined => {
    const [, section] = text.split(`\n## ${heading}\n`);
    return section === undefined ? undefined : samplesOf(section.split('\n## ')[0] ?? '');
  };
  return {
    id,
    text,
    sentence: text.split('\n\n')[1] ?? '',
    level: /(?:A|Any other) finding is an? `(\w+)`/.exec(text)?.[1],
    wrong: filesUnder('Wrong'),
    right: filesUnder('Right'),
    exception: /\{\/\* except [^*]*\*\/\}/.exec(text.split('\n## Exception\n')[1] ?? '')?.[0],
  };
}

describe('the manual of rules', () => {
  test('has a page for every rule, and no other', () => {
    const ids = [
      ...rules.map(({ id }) => id),
      ...sourceRules,
      ...['no-code', 'schema-holds', 'file-readable', 'exceptions-needed', 'source-complete'],
      ...['pages-whole', 'addresses-answer', 'links-lead', 'texts-shown', 'label-present'],
    ];
    expect(pages.map(({ id }) => id)).toEqual(ids.sort());
  });

  test('begins with a list of rules, each with the first sentence of its page', () => {
    const list = readFileSync(join(folder, 'README.md'), 'utf8').match(/^- .*$/gm) ?? [];
    expect(list.toSorted()).toEqual(
      pages.map(({ id, sentence }) => `- [${id}](${id}.md): ${sentence}`).sort(),
    );
  });
});

describe('the examples of rules', () => {
  const copy = copiedDossier('bridge');
  const check = async (files: Sample[]): Promise<Message[]> => {
    laySamples(copy.folder, files);
    return copy.check();
  };
  const examples = pages.flatMap(({ wrong, right, ...page }) =>
    wrong && right ? [{ ...page, wrong, right }] : [],
  );

  test('exist for everything that a small dossier can show', () => {
    const without = pages.filter(({ wrong }) => !wrong).map(({ id }) => id);
    expect(without.filter((id) => !id.startsWith('source-'))).toEqual([
      'addresses-answer',
      'label-present',
      'links-lead',
      'pages-whole',
      'permalink-means-the-same',
      'texts-shown',
    ]);
  });

  test.each(examples)(
    '$id reports the wrong example, as its page says',
    async ({ id, text, level, wrong }) => {
      const found = (await check(wrong)).filter(({ ruleId }) => ruleId === id);
      expect(found.map((message) => message.level)).toContain(level);
      const messages = found.map((message) =>
        copy.shown(message).replace(/npm run (\w+)(?: --)?/g, 'npx dossier $1'),
      );
      const block = `\n\`\`\`text\n${messages.join('\n')}\n\`\`\`\n`;
      // `vitest -u` writes the messages into the page.
      await expect(text.replace(MESSAGES, () => block)).toMatchFileSnapshot(
        join('..', '..', folder, `${id}.md`),
      );
    },
  );

  test.each(examples)('$id accepts the right example', async ({ id, right }) => {
    const found = await check(right);
    expect(
      found.filter(({ level, ruleId }) => level === 'error' || ruleId === id).map(formatMessage),
    ).toEqual([]);
  });

  test.each(examples.filter(({ exception }) => exception))(
    '$id is suppressed by an exception',
    async (page) => {
      const [first] = (await check(page.wrong)).filter(({ ruleId }) => ruleId === page.id);
      const excepted = page.wrong.map(([path, content]): Sample => [
        path,
        first?.file.endsWith(path) ? content.replace('\n', `${page.exception}\n`) : content,
      ]);
      expect((await check(excepted)).map(({ ruleId }) => ruleId)).not.toContain(page.id);
    },
  );
});
