import sheet from '../styles/cite.css?url';
import './copy-text.ts';
import { chooseStyle } from './choose-style.ts';
import { loadStyle } from './load-style.ts';
import { askRecord } from './quotation.ts';

const styled = loadStyle(sheet);

/**
 * Shows or hides how to cite a page, below its byline and what is said of its headings; the address says which. Throws
 * if the data cannot be fetched.
 */
export async function citePage(link: HTMLAnchorElement): Promise<void> {
  const byline = link.closest('.byline');
  const next = byline?.nextElementSibling;
  const head = next?.matches('.about-headings') ? next : byline;
  const open = head?.nextElementSibling;
  const isOpen = open?.matches('.cite');
  link.ariaExpanded = String(!isOpen);
  history.replaceState(history.state, '', isOpen ? location.pathname + location.search : link.hash);
  if (isOpen) return open?.remove();
  const { cite: file = '', of: edition = '' } = link.dataset;
  const [{ editions }] = await Promise.all([askRecord(file), styled]);
  const { panel } = editions[edition] ?? {};
  if (panel === undefined) throw new Error(`${file} does not say how ${edition} is cited`);
  head?.insertAdjacentHTML('afterend', panel);
  const shown = head?.nextElementSibling as HTMLElement;
  chooseStyle(shown);
  shown.focus({ preventScroll: true });
}
