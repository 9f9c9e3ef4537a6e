import type { EditionRecord } from '../model/edition-record.ts';
import './copy-text.ts';
import { element } from './element.ts';
import { askRecord } from './quotation.ts';

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
  if (open?.matches('.cite')) {
    open.remove();
    link.ariaExpanded = 'false';
    return;
  }
  const said = JSON.parse(link.dataset['cite'] ?? '{}') as Said;
  const record = (await askRecord(said.record)).editions[said.edition];
  if (!record) throw new Error(`${said.record} does not say how ${said.edition} is cited`);
  const panel = element(
    'section',
    { className: 'cite', ariaLabel: link.textContent, tabIndex: -1 },
    ...(record.paper ? listOf(said.paper, record.paper, record, said) : []),
    ...(said.own === '' ? [] : listOf(said.own, record.footnotes, record, said)),
  );
  byline?.after(panel);
  link.ariaExpanded = 'true';
  panel.focus();
}

function listOf(
  name: string,
  footnotes: EditionRecord['footnotes'],
  { address }: EditionRecord,
  { copy, copied }: Said,
): HTMLElement[] {
  // In a copy without a public address, the page is cited at the one under which it is read.
  const full = new URL(address, location.href).href;
  const list = element('dl');
  for (const { name, html } of footnotes) {
    const reference = element('span');
    reference.innerHTML = html.replaceAll(address, () => full);
    const copying = element('copy-text', {}, reference);
    Object.assign(copying.dataset, { copy, copied });
    list.append(element('dt', {}, name), element('dd', {}, copying));
  }
  return [element('p', {}, element('b', {}, name)), list];
}
