import type { Rule } from '../rule.ts';

/** Where a paper has several printed pages, its text says where each begins. */
export const pagesMarked: Rule = {
  id: 'pages-marked',
  *judge({ settings, chapters, unread }) {
    const { pages } = settings.value.paper;
    const segments = chapters.flatMap((chapter) => chapter.segments);
    if (!pages || segments.length === 0 || [...unread].some((file) => file.startsWith('chapters/'))) return;
    if (segments.some((segment) => segment.pages !== undefined)) return;
    yield {
      level: 'todo',
      place: settings.at('paper', 'pages'),
      reason: `Missing printed pages, expected {/* p. ${pages[0] + 1} */} where page ${pages[0] + 1} begins, and so on to ${pages[1]}`,
      note: 'Until then no passage is shown or cited at a printed page.',
    };
  },
};
