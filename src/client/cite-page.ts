import './copy-text.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { putAddress } from './full-address.ts';
import { askRecord, footnoteToday, through } from './quotation.ts';
import { words } from './words.ts';

/** Shows below a byline how its page is cited, and hides it again. Throws where that cannot be had. */
export async function citePage(link: HTMLAnchorElement): Promise<void> {
  const byline = link.closest('.byline');
  const open = byline?.nextElementSibling;
  link.ariaExpanded = String(!open?.matches('.cite'));
  if (open?.matches('.cite')) return open.remove();
  const { cite: file = '', of: edition = '' } = link.dataset;
  const [known, { cite: said }] = await Promise.all([askRecord(file), words(edition)]);
  const record = known.editions[edition];
  if (!record) throw new Error(`${file} does not say how ${edition} is cited`);
  const { address, footnotes, files } = record;
  const here = new URL(address, location.href).href;
  const panel = element('section', { className: 'cite', ariaLabel: link.textContent.trim(), tabIndex: -1 });
  const copyable = (html: string): HTMLElement => {
    const reference = element('span');
    reference.innerHTML = footnoteToday(html, address, here);
    const copying = document.createElement('copy-text');
    Object.assign(copying.dataset, { copy: said.copy, copied: said.copied });
    copying.append(reference);
    return copying;
  };
  const [{ paper, html, through: joint } = { paper: undefined, html: '', through: undefined }] = footnotes;
  if (paper !== undefined)
    panel.append(
      element('p', {}, element('b', {}, said.inOne)),
      copyable(through(joint ?? record.through, { paper, own: html })),
    );
  for (const [name, isPaper, own] of [
    [said.paper, true, files?.paper],
    [said.own, false, files?.own],
  ] as const) {
    const list = element('dl');
    for (const footnote of footnotes) {
      const html = isPaper ? footnote.paper : footnote.html;
      if (html === undefined) continue;
      list.append(element('dt', {}, footnote.name), element('dd', {}, copyable(html)));
      const inText = isPaper ? footnote.paperInText : footnote.inText;
      if (inText !== undefined)
        list.append(element('dt', {}, fill(said.inText, footnote.name)), element('dd', {}, copyable(inText)));
    }
    if (own && own.length > 0) list.append(element('dt', {}, said.downloads));
    for (const { name, file, text } of own ?? []) {
      const copying = document.createElement('copy-text');
      Object.assign(copying.dataset, { copy: said.copy, copied: said.copied, download: said.download, file });
      const shown = element('pre', { tabIndex: 0 }, putAddress(text.trimEnd(), address, here));
      copying.append(element('details', {}, element('summary', {}, name), shown));
      list.append(element('dd', {}, copying));
    }
    if (list.children.length > 0) panel.append(element('p', {}, element('b', {}, name)), list);
  }
  byline?.after(panel);
  panel.focus({ preventScroll: true });
}
