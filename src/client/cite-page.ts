import './copy-text.ts';
import { element } from './element.ts';
import { askRecord, footnoteToday } from './quotation.ts';

/** What the link of a byline says of itself: the file that says how its page is cited, and the words that stand round that. */
interface Said {
  record: string;
  edition: string;
  copy: string;
  copied: string;
  /** Over the references to the paper, and over those to the page. */
  paper: string;
  own: string;
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
  const { address, footnotes } = record;
  const panel = element('section', { className: 'cite', ariaLabel: link.textContent.trim(), tabIndex: -1 });
  for (const [name, htmlOf] of [
    [said.paper, ({ paper }) => paper],
    [said.own, ({ html }) => html],
  ] satisfies [string, (footnote: (typeof footnotes)[number]) => string | undefined][]) {
    const list = element('dl');
    for (const footnote of footnotes) {
      const html = htmlOf(footnote);
      if (html === undefined) continue;
      const reference = element('span');
      reference.innerHTML = footnoteToday(html, address, new URL(address, location.href).href);
      const copying = document.createElement('copy-text');
      Object.assign(copying.dataset, { copy: said.copy, copied: said.copied });
      copying.append(reference);
      list.append(element('dt', {}, footnote.name), element('dd', {}, copying));
    }
    if (list.children.length > 0) panel.append(element('p', {}, element('b', {}, name)), list);
  }
  byline?.after(panel);
  panel.focus({ preventScroll: true });
}
