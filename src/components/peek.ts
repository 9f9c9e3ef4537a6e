import { light, noteBeside } from './side-notes.ts';

/**
 * Shows a note, a term or a case where it is asked for: a note beside its line, else in a popover at the link, closed by Esc
 * or a tap elsewhere. Where a link is opened in any other way, or without this script, it leads to its page.
 */
const MARK = 'a[role=doc-noteref]';
const ENTRY = 'a[href*="/terms/"], a[href*="/cases/"]';
const text = document.querySelector<HTMLElement>('[data-segments]');
const peek = document.createElement('div');
let asked: HTMLAnchorElement | undefined;

if (text && 'popover' in peek) {
  peek.id = 'peek';
  peek.popover = 'auto';
  peek.tabIndex = -1;
  peek.role = 'dialog';
  document.body.append(peek);
  for (const link of text.querySelectorAll(ENTRY)) link.ariaHasPopup = 'dialog';
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.matches('.notes .back')) event.preventDefault();
    else if (!text.contains(link) || !link.matches(`${MARK}, ${ENTRY}`)) return;
    event.preventDefault();
    void answer(link);
  });
  peek.addEventListener('toggle', ({ newState }) => {
    const { activeElement } = document;
    if (newState === 'closed' && (activeElement === document.body || peek.contains(activeElement)))
      asked?.focus({ preventScroll: true });
  });
}

async function answer(link: HTMLAnchorElement): Promise<void> {
  if (link.matches('.back')) return goBack(link);
  const beside = link.matches(MARK) ? noteBeside(link) : null;
  if (beside) return light(beside);
  asked = link;
  const found = link.matches(MARK) ? noteOf(link) : await entryAt(link).catch(() => undefined);
  if (!found) return location.assign(link.href);
  peek.lang = link.closest<HTMLElement>('[lang]')?.lang ?? '';
  peek.replaceChildren(closeButton(), ...found);
  peek.ariaLabel = link.ariaLabel ?? link.textContent;
  peek.showPopover({ source: link });
  peek.focus();
}

/** From a note to its mark: the text is moved only if the mark is out of sight. */
function goBack(link: HTMLAnchorElement): void {
  const mark = document.getElementById(link.hash.slice(1));
  mark?.scrollIntoView({ block: 'nearest' });
  mark?.focus({ preventScroll: true });
}

/** The note in the language of its mark, and the way to its own page. */
function noteOf(mark: HTMLAnchorElement): Element[] | undefined {
  const note = document.getElementById(mark.hash.slice(1));
  const lang = mark.closest<HTMLElement>('[lang]')?.lang;
  const own = note?.querySelector(`:scope > [lang="${lang}"]`) ?? note;
  const parts = own?.querySelectorAll('.note-text, .handle');
  return parts && [...parts].map((part) => part.cloneNode(true) as Element);
}

/** What stands first on an entry's page, or in its place in an index; its name leads there. */
async function entryAt(link: HTMLAnchorElement): Promise<Element[] | undefined> {
  const response = await fetch(link.href);
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const place = link.hash ? page.getElementById(link.hash.slice(1)) : page.querySelector('.entry');
  const said = place?.querySelector(link.hash ? 'p' : '.definition, .summary');
  if (!said) return undefined;
  const name = document.createElement('h2');
  const way = document.createElement('a');
  way.href = link.href;
  way.textContent = place?.querySelector('h1, b')?.textContent ?? link.textContent;
  name.append(way);
  return [name, said];
}

function closeButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = '×';
  button.ariaLabel = document.querySelector('#keys form button')?.textContent ?? '';
  button.addEventListener('click', () => peek.hidePopover());
  return button;
}
