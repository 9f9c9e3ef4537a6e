import { noteMarks } from '../lints.ts';
import { lintRuns } from '../lint-runs.ts';
import type { Rule } from '../rule.ts';

/** A note mark stands where the language puts it: before a Chinese comma, after an English one, with no space before it. */
export const noteMarksPlaced: Rule = {
  id: 'note-marks-placed',
  judge: (dossier) => lintRuns(dossier, noteMarks),
};
