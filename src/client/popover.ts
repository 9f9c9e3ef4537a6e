import sheet from '../styles/preview.css?url';
import { element } from './element.ts';
import { loadStyle } from './load-style.ts';

const preview = element('div', { id: 'preview', popover: 'auto', tabIndex: -1, role: 'dialog' });
document.body.append(preview);
const styled = loadStyle(sheet);

let asked: HTMLAnchorElement | undefined;
// Esc and a tap elsewhere close it; the reader is where they were.
preview.addEventListener('toggle', ({ newState }) => {
  const { activeElement } = document;
  const isIdle = activeElement instanceof HTMLElement && activeElement.tabIndex < 0;
  // Unless what was tapped took the focus.
  if (newState === 'closed' && (isIdle || preview.contains(activeElement)))
    asked?.focus({ preventScroll: true });
});

/** Shows the note or remarks, or the term or case, that a link leads to. Throws if it cannot be had. */
export async function showAt(link: HTMLAnchorElement, isMark: boolean): Promise<void> {
  const lang = link.closest<HTMLElement>('[lang]')?.lang ?? '';
  const found = isMark ? saidAt(link, lang) : await entryAt(link);
  await styled;
  asked = link;
  preview.lang = lang;
  preview.replaceChildren(closeButton(), ...found);
  preview.ariaLabel = link.ariaLabel ?? link.textContent;
  preview.showPopover({ source: link });
  preview.focus({ preventScroll: true });
}

/** The note or remarks in the language of their mark, and the way to their own pages. */
function saidAt(mark: HTMLAnchorElement, lang: string): Element[] {
  const item = document.getElementById(mark.hash.slice(1))?.closest('li');
  const parts = [...(item?.querySelectorAll('.note-text, .permalink, .check, .editor-note') ?? [])];
  const own = parts.filter((part) => part.closest<HTMLElement>('[lang]')?.lang === lang);
  if (own.length === 0) throw new Error(`Nothing at ${mark.hash}`);
  return own.map((part) => part.cloneNode(true) as Element);
}

/** What stands first on an entry's page, or in its place in an index, below its name, which leads there. */
async function entryAt(link: HTMLAnchorElement): Promise<Element[]> {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const place = link.hash ? page.getElementById(link.hash.slice(1)) : page.querySelector('.entry');
  const said = place?.querySelector(link.hash ? 'p' : '.definition, .summary');
  if (!response.ok || !said) throw new Error(`Nothing to show of ${link.href}`);
  const name = place?.querySelector('h1, b, a')?.textContent ?? link.textContent;
  return [element('h2', {}, element('a', { href: link.href }, name)), said];
}

function closeButton(): HTMLButtonElement {
  const { close = '' } = JSON.parse(
    document.querySelector<HTMLElement>('[data-keys]')?.dataset['keys'] ?? '{}',
  );
  const button = element('button', { ariaLabel: close }, '×');
  button.addEventListener('click', () => preview.hidePopover());
  return button;
}
