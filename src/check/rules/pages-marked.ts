import { isTextWhole, segmentsIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const pagesMarked: Rule = {
  id: 'pages-marked',
  *judge(dossier) {
    const { settings } = dossier;
    const { pages } = settings.value.paper;
    const segments = segmentsIn(dossier);
    if (!pages || segments.length === 0 || !isTextWhole(dossier)) return;
    if (segments.some((segment) => segment.pages !== undefined)) return;
    yield {
      level: 'todo',
      place: settings.at('paper', 'pages'),
      reason: `Missing printed pages, expected {/* p. ${pages[0] + 1} */} where page ${pages[0] + 1} begins, and so on to ${pages[1]}`,
      note: 'Until then, no passage is shown or cited with a printed page.',
    };
  },
};
