import './copy-text.ts';
import { element } from './element.ts';
import { putAddress } from './full-address.ts';
import { askRecord, footnoteToday, through } from './quotation.ts';

/** What the link of a byline says of itself: the file that says how its page is cited, and the words that stand round that. */
interface Said {
  record: string;
  edition: string;
  copy: string;
  copied: string;
  downloads: string;
  download: string;
  /** Over the references to the paper, over those to the page, and over one to both. */
  paper: string;
  own: string;
  inOne: string;
  /** After the name of a style: what stands in the text. */
  inText: string;
}

/** Shows below a byline how its page is cited, and hides it again. Throws where that cannot be had. */
export async function citePage(link: HTMLAnchorElement): Promise<void> {
  const byline = link.closest('.byline');
  const open = byline?.nextElementSibling;
  link.ariaExpanded = String(!open?.matches('.cite'));
  if (open?.matches('.cite')) return open.remove();
  const said = JSON.parse(link.dataset['cite'] ?? '{}') as Said;
  const record = (await askRecord(said.record)).editions[said.edition];
  if (!record) throw new Error(`${said.record} does not say how ${said.edition} is cited`);
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
  const [{ paper, html } = { paper: undefined, html: '' }] = footnotes;
  if (paper !== undefined)
    panel.append(
      element('p', {}, element('b', {}, said.inOne)),
      copyable(through(record, { paper, own: html })),
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
        list.append(
          element(
            'dt',
            {},
            said.inText.replace('{style}', () => footnote.name),
          ),
          element('dd', {}, copyable(inText)),
        );
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
