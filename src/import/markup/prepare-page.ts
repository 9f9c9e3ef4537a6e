import type { Element, Root } from 'hast';
import type { Warn } from '../warning.ts';
import { cutAt } from '../words/letters.ts';
import { takeLineNotes } from './line-notes.ts';
import { hiddenIn, mainOf } from './main-part.ts';
import { markFormulas } from './page-formulas.ts';
import { bindLinks } from './same-page.ts';

/** The paper in a web page, its links, formulas and notes between lines ready to be read. Warns of what is not read. */
export function preparePage(tree: Root, title: string | undefined, warn: Warn): Element | Root {
  bindLinks(tree);
  const unread = markFormulas(tree);
  if (unread > 0) warn(0, `${unread} formulas could not be read`);
  const { root, around, paragraphs } = mainOf(tree, title);
  if (around > 0)
    warn(
      0,
      `${around} characters of the page are outside the paper, in menus and the like; they are not read`,
    );
  const [longest] = paragraphs.toSorted((a, b) => b.length - a.length);
  if (longest !== undefined)
    warn(0, `the longest paragraph outside the paper begins “${cutAt(longest, 60)}”`);
  for (const { isRead, text } of hiddenIn(root)) {
    const begin = cutAt(text, 60);
    warn(
      0,
      isRead
        ? `${text.length} characters are hidden on the page and are read; they begin “${begin}”`
        : `${text.length} characters are hidden on the page and not read; they begin “${begin}”`,
    );
  }
  root.children.push(...takeLineNotes(root));
  return root;
}
