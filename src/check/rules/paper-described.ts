import type { Rule } from '../rule.ts';

export const paperDescribed: Rule = {
  id: 'paper-described',
  *judge({ settings }) {
    const { authors, journal, year, pages, DOI } = settings.value.paper;
    const missing = [
      ...(authors.length === 0 ? ['authors'] : []),
      ...(journal === undefined ? ['journal'] : []),
      ...(year === undefined ? ['year'] : []),
      ...(pages === undefined ? ['pages'] : []),
    ];
    if (missing.length === 0) return;
    yield {
      level: 'todo',
      place: settings.at('paper'),
      reason: `Missing ${missing.join(', ')} of the paper, expected in dossier.yaml: every reference needs them`,
      ...(DOI === undefined ? { note: 'Add its DOI too, if it has one.' } : {}),
    };
  },
};
