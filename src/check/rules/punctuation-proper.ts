import { primaryLanguage } from '../../model/language.ts';
import { pairs, punctuation, unpaired } from '../lints.ts';
import { lintTexts } from '../lint-texts.ts';
import type { Rule } from '../rule.ts';

export const punctuationProper: Rule = {
  id: 'punctuation-proper',
  knows: (lang) => primaryLanguage(lang) in punctuation,
  judge: (dossier) =>
    lintTexts(dossier, punctuation, ({ text }, language) => unpaired(text, pairs[language] ?? [])),
};
