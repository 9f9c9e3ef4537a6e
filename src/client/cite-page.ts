import './copy-text.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { chooseStyle } from './choose-style.ts';
import { handedOn, putAddress } from './full-address.ts';
import { askRecord, footnoteToday, through, throughInText } from './quotation.ts';
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
  const here = handedOn(address);
  const panel = element('section', { className: 'cite', ariaLabel: link.textContent.trim(), tabIndex: -1 });
  panel.dataset['styleName'] = said.form;
  const copyable = (html: string): HTMLElement => {
    const reference = element('span');
    reference.innerHTML = footnoteToday(html, address, here);
    const copying = document.createElement('copy-text');
    Object.assign(copying.dataset, { copy: said.copy, copied: said.copied });
    copying.append(reference);
    return copying;
  };
  /** What is copied of a style, with the name of each form. */
  type Forms = [name: string, html: string][];
  type Footnote = (typeof footnotes)[number];
  const formsOf = {
    both: ({ name, html, paper, inText, paperInText = '', through: template }: Footnote): Forms => {
      if (paper === undefined) return [];
      return inText === undefined
        ? [[name, through(template, { paper, own: html })]]
        : [
            [fill(said.inText, name), throughInText(template, { paper: paperInText, own: inText })],
            [fill(said.inList, name), html],
            [fill(said.inList, name), paper],
          ];
    },
    paper: ({ name, paper, paperInText }: Footnote): Forms =>
      paper === undefined ? [] : formsAlone(name, paper, paperInText),
    own: ({ name, html, inText }: Footnote): Forms => formsAlone(name, html, inText),
  };
  const formsAlone = (name: string, html: string, inText: string | undefined): Forms =>
    inText === undefined
      ? [[name, html]]
      : [
          [fill(said.inText, name), inText],
          [fill(said.inList, name), html],
        ];
  for (const [name, says, forms, own = []] of [
    [said.inOne, said.inOneSays, formsOf.both],
    [said.paper, said.paperSays, formsOf.paper, files?.paper],
    [said.own, said.ownSays, formsOf.own, files?.own],
  ] as const) {
    const list = element('dl');
    for (const footnote of footnotes) {
      const part = element('div');
      Object.assign(part.dataset, { style: footnote.style, name: footnote.name });
      for (const [form, html] of forms(footnote))
        part.append(element('dt', {}, form), element('dd', {}, copyable(html)));
      if (part.children.length > 0) list.append(part);
    }
    const records = element('dl');
    for (const { name, file, text } of own) {
      const copying = document.createElement('copy-text');
      Object.assign(copying.dataset, { copy: said.copy, copied: said.copied, download: said.download, file });
      const shown = element('pre', { tabIndex: 0 }, putAddress(text.trimEnd(), address, here));
      copying.append(element('details', {}, element('summary', {}, name), shown));
      records.append(element('dd', {}, copying));
    }
    if (list.children.length === 0) continue;
    const section = element('section', {}, element('p', {}, element('b', {}, name), ` ${says}`), list);
    if (own.length > 0)
      section.append(
        element('details', { className: 'files' }, element('summary', {}, said.downloads), records),
      );
    panel.append(section);
  }
  chooseStyle(panel);
  byline?.after(panel);
  panel.focus({ preventScroll: true });
}
