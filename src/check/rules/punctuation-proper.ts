import { pairs, punctuation, unpaired } from '../lints.ts';
import { lintRuns } from '../lint-runs.ts';
import type { Rule } from '../rule.ts';

/** Punctuation is the language's own: full width, paired and unspaced in Chinese, curly quotes and true dashes in English. */
export const punctuationProper: Rule = {
  id: 'punctuation-proper',
  judge: (dossier) =>
    lintRuns(dossier, punctuation, ({ text }, language) => unpaired(text, pairs[language] ?? [])),
};
