import { compareMessages, createMessage, type Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';

/** A page of a finished build. */
export interface BuiltPage {
  /** From the site’s root: zh/index.html. */
  file: string;
  /** As shown in messages. */
  path: string;
  html: string;
}

/** `label-present`: every page says in its body whose wording it shows. */
export function checkLabels(pages: Omit<BuiltPage, 'file'>[]): Message[] {
  return pages
    .filter(({ html }) => !/<body[\s\S]*<p class="label"[^>]*>\s*[^<\s]/.test(html))
    .map(({ path }) =>
      createMessage({
        place: startOf(path),
        rule: 'label-present',
        reason: 'Missing label of the edition, expected it in the body of every page',
        note: 'The label is in layouts/Page.astro; a page that does not use that layout must print it itself.',
      }),
    )
    .sort(compareMessages);
}

/** `pages-whole`: all pages that were rendered exist, and each is complete. */
export function checkWhole(pages: BuiltPage[], made: number, out: string): Message[] {
  const broken = pages
    .filter(({ html }) => !html.trimEnd().endsWith('</html>'))
    .map(({ path }) => notWhole(path, 'Missing end of the page, expected a complete page'));
  if (pages.length === made) return broken;
  return [
    ...broken,
    notWhole(out, `Unexpected count of ${pages.length} pages, expected the ${made} that were rendered`),
  ];
}

const notWhole = (path: string, reason: string): Message =>
  createMessage({ place: startOf(path), rule: 'pages-whole', reason });
