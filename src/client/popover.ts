import citing from '../styles/cite.css?url';
import sheet from '../styles/preview.css?url';
import { isWrittenInHan } from '../model/language.ts';
import { recordFile, segmentPage, withBase } from '../model/urls.ts';
import { askFile } from './ask-file.ts';
import { element } from './element.ts';
import './copy-text.ts';
import { fetchPage } from './fetch-page.ts';
import { opensElsewhere } from './held-keys.ts';
import { loadStyle } from './load-style.ts';
import { mainData } from './main-data.ts';
import { linkToPart, passageInView } from './passage-in-view.ts';
import type { Known } from './quotation.ts';
import { asideOf } from './selected.ts';
import { askWords } from './words.ts';

const preview = element('div', { id: 'preview', popover: 'auto', tabIndex: -1, role: 'dialog' });
document.body.append(preview);
const styled = loadStyle(sheet);

let asked: HTMLAnchorElement | undefined;
let tookFocus = false;
let leaving = 0;
const LEAVE_MS = 300;
const LINE_GAP_PX = 8;

// A preview for a mouse closes when the mouse has left it and its link.
document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (tookFocus || pointerType !== 'mouse' || !(target instanceof Node)) return;
  clearTimeout(leaving);
  if (!preview.contains(target) && !asked?.contains(target))
    leaving = window.setTimeout(() => preview.hidePopover(), LEAVE_MS);
});

// Esc and a tap elsewhere close it; the focus returns to the link.
preview.addEventListener('toggle', ({ newState }) => {
  const { activeElement } = document;
  const isIdle = activeElement instanceof HTMLElement && activeElement.tabIndex < 0;
  // Unless the tapped element took the focus.
  if (newState === 'closed' && tookFocus && (isIdle || preview.contains(activeElement)))
    asked?.focus({ preventScroll: true });
});

/**
 * Shows the note or remarks, term or case, or paragraph that a link points to, or the actions for a passage, and moves
 * the focus there if `takesFocus`. Throws if the content is not available.
 */
export async function showAt(
  link: HTMLAnchorElement,
  kind: 'mark' | 'number' | 'entry' | 'segment',
  takesFocus: boolean,
): Promise<void> {
  const lang = link.closest<HTMLElement>('[lang]')?.lang ?? '';
  const found =
    kind === 'mark'
      ? saidAt(link, lang)
      : kind === 'number'
        ? await waysFrom(link)
        : kind === 'entry'
          ? await entryAt(link)
          : await segmentAt(link, lang);
  await styled;
  // Meanwhile the pointer may have moved on, or something else may have opened.
  if (!takesFocus && (!link.matches(':hover, :focus') || (tookFocus && preview.matches(':popover-open'))))
    return;
  clearTimeout(leaving);
  asked = link;
  tookFocus = takesFocus;
  preview.lang = lang;
  preview.replaceChildren(closeButton(), ...found);
  preview.ariaLabel = link.ariaLabel ?? (link.title || link.textContent);
  preview.showPopover({ source: link });
  keepInSight(link);
  if (takesFocus) preview.focus({ preventScroll: true });
}

/** Scrolls the text up if the preview covers the line of its link. */
function keepInSight(link: HTMLAnchorElement): void {
  const [own, line] = [preview.getBoundingClientRect(), link.getBoundingClientRect()];
  if (own.top < line.bottom && line.top < own.bottom)
    scrollBy({ top: line.bottom + LINE_GAP_PX - own.top, behavior: 'instant' });
}

/** The note or remarks in the language of their mark, with the links to their pages. */
function saidAt(mark: HTMLAnchorElement, lang: string): Element[] {
  const item = document.getElementById(mark.hash.slice(1))?.closest('li');
  const parts = [...(item?.querySelectorAll('.note-text, .permalink, .check, .editor-note') ?? [])];
  const own = parts.filter((part) => part.closest<HTMLElement>('[lang]')?.lang === lang);
  if (own.length === 0) throw new Error(`Nothing at ${mark.hash}`);
  return [...own, ...checksOfNote(mark, lang)].map((part) =>
    withSource(part.cloneNode(true) as HTMLElement, wordingOf(part), { aside: asideOf(part) }),
  );
}

/** The checks of a note on this page, which are named after its number. */
function checksOfNote({ hash }: HTMLAnchorElement, lang: string): Element[] {
  const [, number] = /^#note-(\d+)$/.exec(hash) ?? [];
  if (number === undefined) return [];
  return [...document.querySelectorAll<HTMLElement>(`#remarks [id^='check-${number}']`)]
    .filter(({ id }) => /^check-\d+[a-z]$/.test(id) && id.slice(0, -1) === `check-${number}`)
    .flatMap((one) => (one.matches('.check') ? [one] : [...one.querySelectorAll('.check')]))
    .filter((check) => check.closest<HTMLElement>('[lang]')?.lang === lang);
}

/** Stores with a preview whose wording it is and what it belongs to, so that selections in it can be cited. */
function withSource(
  shown: HTMLElement,
  wording: string | undefined,
  source: { aside?: string | undefined; record?: string | undefined; shownSegment?: string },
): HTMLElement {
  for (const [name, value] of Object.entries({ wording, ...source }))
    if (value !== undefined) shown.dataset[name] = value;
  return shown;
}

const wordingOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[data-wording]')?.dataset['wording'];

/**
 * The actions for a passage whose number was pressed: copy its link, open its page, or see here how to cite it and how
 * to report something.
 */
async function waysFrom(number: HTMLAnchorElement): Promise<Element[]> {
  const { speaks = '', site = '/' } = mainData();
  const { passage: said, select } = await askWords();
  const id = number.textContent.trim();
  const [, segment = ''] = /p\/([^/]+)\/$/.exec(number.pathname) ?? [];
  const { href } = new URL(withBase(site, segmentPage(segment)), location.href);
  const beside = document.querySelector<HTMLAnchorElement>('a[data-parallel]:not([aria-current])');
  const copying = document.createElement('copy-text');
  Object.assign(copying.dataset, { copy: said.copyLink, copied: said.copied });
  if (select.copiedHere !== undefined) copying.dataset['copiedHere'] = select.copiedHere;
  copying.append(element('a', { className: 'url', href }, href));
  const ways: (readonly [name: string, href: string, shows?: typeof reportOn])[] = [
    [said.everything, number.href],
    ...(beside
      ? [[beside.textContent, `${beside.href}#${/^\d/.test(segment) ? 'p' : ''}${segment}`] as const]
      : []),
    [said.cite, `${number.href}#cite-${speaks}`, citationOf],
    [said.report, `${number.href}#report-${speaks}`, reportOn],
  ];
  const items = ways.map(([name, href, shows]) => {
    const way = element('a', { href }, name);
    if (shows)
      way.addEventListener('click', (event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        shows(number)
          .then((shown) => {
            preview.replaceChildren(closeButton(), ...shown);
            keepInSight(number);
            preview.focus({ preventScroll: true });
          })
          .catch(() => location.assign(href));
      });
    return element('li', {}, way);
  });
  return [
    element('h2', {}, id),
    copying,
    element('ul', {}, ...items),
    ...(number.closest('.position') ? partsOfPage() : []),
  ];
}

/** The headings of the page, for readers in the middle of it. */
function partsOfPage(): Element[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#contents-sheet ol ol a')].filter(
    ({ pathname }) => pathname === location.pathname,
  );
  const passage = passageInView();
  const here = passage && linkToPart(links, passage);
  const parts = links.map((link) => {
    const part = link.cloneNode(true) as HTMLAnchorElement;
    part.ariaCurrent = link === here ? 'location' : null;
    part.addEventListener('click', () => preview.hidePopover());
    return element('li', {}, part);
  });
  const heading = document.getElementById('contents-sheet')?.ariaLabel ?? '';
  return parts.length === 0 ? [] : [element('h2', {}, heading), element('ol', {}, ...parts)];
}

/** How to cite a passage, as its own page says it. */
async function citationOf(number: HTMLAnchorElement): Promise<Element[]> {
  const [own, { chooseStyle }] = await Promise.all([
    partOfOwnPage(number, 'cite'),
    import('./choose-style.ts'),
    loadStyle(citing),
  ]);
  const said = own.closest<HTMLElement>('.cite');
  if (!said) throw new Error(`No citations at ${number.href}`);
  const name = said.querySelector('summary')?.textContent.trim() ?? said.ariaLabel ?? '';
  const panel = element('section', { className: 'cite', lang: said.lang });
  Object.assign(panel.dataset, said.dataset);
  own.removeAttribute('id');
  panel.append(...said.querySelectorAll(':scope > section'));
  chooseStyle(panel);
  return [element('h2', {}, `${name} ${number.textContent.trim()}`), panel];
}

/** The prepared report on a passage. */
async function reportOn(number: HTMLAnchorElement): Promise<Element[]> {
  const report = await partOfOwnPage(number, 'report');
  report.removeAttribute('id');
  const { tellAddress } = await import('./local-address.ts');
  tellAddress(report);
  return [element('h2', {}, report.ariaLabel ?? ''), report];
}

/** A part of a passage’s own page, in the language of this page. */
async function partOfOwnPage({ href }: HTMLAnchorElement, part: 'cite' | 'report'): Promise<HTMLElement> {
  const { speaks = '' } = mainData();
  const found = (await fetchPage(href)).getElementById(`${part}-${speaks}`);
  if (!found) throw new Error(`No ${part} at ${href}`);
  return found;
}

/** The first text on the page of an entry or note, or of an entry’s item in an index, below its linked name. */
async function entryAt(link: HTMLAnchorElement): Promise<Element[]> {
  const page = await fetchPage(link.href);
  const place = link.hash ? page.getElementById(link.hash.slice(1)) : page.querySelector('.entry');
  const said = place?.querySelector<HTMLElement>(link.hash ? 'p' : '.definition, .summary, .note-text');
  if (!said) throw new Error(`Nothing to show of ${link.href}`);
  const name = place?.querySelector('h1, b, a')?.textContent ?? link.textContent;
  const { record } = page.querySelector<HTMLElement>('main')?.dataset ?? {};
  return [
    element('h2', {}, element('a', { href: link.href }, name)),
    ...beyondText(page),
    withSource(said, wordingOf(said), { record: said.dataset['record'] ?? record }),
  ];
}

/** What the page of a case has and the text does not: claims that differ from their sources, later developments. */
function beyondText(page: Document): Element[] {
  const checks = page.querySelector('.entry .departures > p');
  const since = page.querySelector('.entry .since :is(h2, h3)')?.textContent;
  const dates = [...page.querySelectorAll('.entry .since li > b')].map((date) => date.textContent);
  return [
    ...(checks
      ? [element('p', { className: 'verdict' }, checks.textContent.trim().replace(/[:：]$/u, ''))]
      : []),
    ...(since ? [element('p', {}, element('small', {}, `${since}: ${dates.join(' · ')}`))] : []),
  ];
}

/** A paragraph of this page, or of another page from its JSON data, below its linked number. */
async function segmentAt(link: HTMLAnchorElement, lang: string): Promise<Element[]> {
  // A link to a sentence, #p2.1.3-4, shows its whole paragraph.
  const [, id = ''] = /^#p([^-]+)/.exec(link.hash) ?? [];
  const here = document.getElementById(`p${id}`);
  const heading = element('h2', {}, element('a', { href: link.href }, id));
  if (here && link.pathname === location.pathname) {
    const copy = here.cloneNode(true) as Element;
    for (const part of copy.querySelectorAll('.permalink, sup, .check-mark')) part.remove();
    return [heading, withSource(element('p', {}, copy.textContent), wordingOf(here), { shownSegment: id })];
  }
  const { editions } = (await askFile(recordFile(segmentPage(id)).slice(1))) as Known;
  const [edition, text] = Object.entries(editions).find(([, { language }]) => language === lang) ?? [];
  if (!text?.units) throw new Error(`Nothing to show of ${link.href}`);
  const words = text.units.map((unit) => unit.text).join(isWrittenInHan(lang) ? '' : ' ');
  return [heading, withSource(element('p', {}, words), edition, { shownSegment: id })];
}

function closeButton(): HTMLButtonElement {
  const { close = '' } = document.querySelector<HTMLElement>('[data-search]')?.dataset ?? {};
  const button = element('button', { ariaLabel: close }, '×');
  button.addEventListener('click', () => preview.hidePopover());
  return button;
}
