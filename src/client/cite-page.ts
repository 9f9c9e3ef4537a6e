import sheet from '../styles/cite.css?url';
import './copy-text.ts';
import { chooseStyle } from './choose-style.ts';
import { loadStyle } from './load-style.ts';
import { askRecord } from './quotation.ts';

const styled = loadStyle(sheet);

/** Shows or hides how to cite a page, below its byline. Throws if the data cannot be fetched. */
export async function citePage(link: HTMLAnchorElement): Promise<void> {
  const byline = link.closest('.byline');
  const open = byline?.nextElementSibling;
  link.ariaExpanded = String(!open?.matches('.cite'));
  if (open?.matches('.cite')) return open.remove();
  const { cite: file = '', of: edition = '' } = link.dataset;
  const [{ editions }] = await Promise.all([askRecord(file), styled]);
  const { panel } = editions[edition] ?? {};
  if (panel === undefined) throw new Error(`${file} does not say how ${edition} is cited`);
  byline?.insertAdjacentHTML('afterend', panel);
  const shown = byline?.nextElementSibling as HTMLElement;
  chooseStyle(shown);
  shown.focus({ preventScroll: true });
}
