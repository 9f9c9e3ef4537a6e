import { compareMessages, type Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';

/** A page of a finished build: its path as messages show it, and its HTML. */
export interface BuiltPage {
  path: string;
  html: string;
}

/** `label-present`: every page says in its body whose wording it shows. */
export function checkLabels(pages: BuiltPage[]): Message[] {
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
