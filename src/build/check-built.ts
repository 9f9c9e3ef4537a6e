import { compareMessages, type Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';

/** A page of a finished build. */
export interface BuiltPage {
  /** From the site’s root: zh/index.html. */
  file: string;
  /** As messages show it. */
  path: string;
  html: string;
}

/** `label-present`: every page says in its body whose wording it shows. */
export function checkLabels(pages: Omit<BuiltPage, 'file'>[]): Message[] {
  return pages
    .filter(({ html }) => !/<body[\s\S]*<p class="label"[^>]*>\s*[^<\s]/.test(html))
    .map(({ path }): Message => ({
      place: startOf(path),
      level: 'error',
      rule: 'label-present',
      reason: 'Unexpected page without the label of its edition, expected it in the body of every page',
      note: 'The label stands in layouts/Page.astro; a page that does not use that layout must print it itself.',
    }))
    .sort(compareMessages);
}

/** `pages-whole`: as many pages as were made are there, and each is whole. */
export function checkWhole(pages: BuiltPage[], made: number, out: string): Message[] {
  const broken = pages
    .filter(({ html }) => !html.trimEnd().endsWith('</html>'))
    .map(({ path }): Message => ({
      place: startOf(path),
      level: 'error',
      rule: 'pages-whole',
      reason: 'Unexpected end of the page, expected it to be written to its end',
    }));
  if (pages.length === made) return broken;
  return [
    ...broken,
    {
      place: startOf(out),
      level: 'error',
      rule: 'pages-whole',
      reason: `Unexpected count of ${pages.length} pages, expected the ${made} that were made`,
    },
  ];
}
