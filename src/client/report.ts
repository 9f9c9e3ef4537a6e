import sheet from '../styles/cite.css?url';
import './copy-text.ts';
import { loadStyle } from './load-style.ts';
import './local-address.ts';

void loadStyle(sheet);

/** Puts into the reports of a chapter the place in it that its address asks for. */
export function placeReports(): void {
  const { pathname, hash } = location;
  const isHere = document.getElementById(hash.slice(1))?.closest('article') != null;
  for (const report of document.querySelectorAll('.report')) {
    const text = report.querySelector('pre');
    const letter = report.querySelector('a');
    const [address, page = ''] =
      /^((?:https?:\/\/\S+?)?\/(?:\S*\/)?)(?:#\S*)?$/m.exec(text?.textContent ?? '') ?? [];
    if (!text || address === undefined || !page.endsWith(pathname)) continue;
    const placed = isHere ? page + hash : page;
    text.textContent = text.textContent.replace(address, () => placed);
    if (letter) letter.href = letter.href.replace(encodeURIComponent(address), encodeURIComponent(placed));
  }
}
