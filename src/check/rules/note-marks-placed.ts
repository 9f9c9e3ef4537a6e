import { primaryLanguage } from '../../model/language.ts';
import { noteMarks } from '../lints.ts';
import { lintTexts } from '../lint-texts.ts';
import type { Rule } from '../rule.ts';

export const noteMarksPlaced: Rule = {
  id: 'note-marks-placed',
  knows: (lang) => primaryLanguage(lang) in noteMarks,
  judge: (dossier) => lintTexts(dossier, noteMarks),
};
