import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { rules } from '../../src/check/check-dossier.ts';
import { unknownLanguages } from '../../src/check/unknown-languages.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { copiedDossier } from '../support/copied-dossier.ts';

const languageRules = rules.filter(({ knows }) => knows);

test('the manual names the rules that depend on language, and their languages', () => {
  const [, section = ''] = readFileSync('docs/rules/README.md', 'utf8').split('\n## Languages\n');
  const rows = [...section.split('\n## ')[0]!.matchAll(/^\| `([a-z-]+)` *\| (.*?) *\|$/gm)];
  expect(rows.map(([, rule]) => rule)).toEqual(languageRules.map(({ id }) => id));
  for (const [i, [, rule, languages = '']] of rows.entries()) {
    const known = ['zh', 'en', 'fr', 'ja'].filter((lang) => languageRules[i]!.knows!(lang));
    expect(known, rule).toEqual(languages.includes('Latin, Cyrillic') ? ['zh', 'en', 'fr'] : ['zh', 'en']);
  }
});

describe('a language without rules of its own', () => {
  const copy = copiedDossier('bridge');
  beforeEach(() => {
    // The edition’s id remains en, whatever its language.
    copy.edit('dossier.yaml', '{ id: en, lang: en,', '{ id: en, lang: LANG,');
    copy.write('chapters/zh/1-spans.mdx', '{/* 1.0.1 */} 法国人花了三亿美元修建NATO桥，然后德国人来了。\n');
  });

  const judgedAs = async (lang: string, text: string): Promise<string[]> => {
    copy.edit('dossier.yaml', 'LANG', lang);
    copy.write('chapters/en/1-spans.mdx', `{/* 1.0.1 */} ${text}\n`);
    const found = new Set((await copy.check()).map(({ ruleId }) => ruleId));
    return languageRules.map(({ id }) => id).filter((id) => found.has(id));
  };
  const french = 'Les Allemands vinrent ensuite ; les Français avaient dépensé une fortune pour "l’OTAN".';

  test('is not checked by another language’s rules', async () => {
    expect(await judgedAs('fr', french)).toEqual([]);
    const { dossier } = await readDossier(copy.folder);
    expect(unknownLanguages(dossier!)).toEqual([
      'Edition en (fr) is not checked by numbers-agree, names-agree, order-agrees, latin-names-agree, note-marks-placed, punctuation-proper.',
    ]);
  });

  test('but English is checked by its own', async () => {
    expect(await judgedAs('en', french)).toEqual([
      'numbers-agree',
      'names-agree',
      'latin-names-agree',
      'punctuation-proper',
    ]);
  });

  test('nor is the length of text in another script', async () => {
    const japanese =
      'フランスじんがはしをかけた、それからドイツじんがやってきたのだった、とてもながいはなしであるのだったとさ';
    expect(await judgedAs('ja', japanese.slice(0, 20))).toEqual([]);
  });
});
