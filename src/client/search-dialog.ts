import type { EarlyInput } from './before-search.ts';
import { element } from './element.ts';
import { fetchPage } from './fetch-page.ts';
import { loadStyle } from './load-style.ts';
import type { DossierSearch } from './search-box.ts';
import { withoutSearchKeys } from './search-key.ts';

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the search that a link leads to as a dialog: fetches the box of its page, and restores `state`. The open dialog
 * has a history entry, so that Back closes it, and Back from a result reopens it.
 */
export async function openSearch(link: HTMLAnchorElement, state?: string, early?: EarlyInput): Promise<void> {
  if (dialog?.open) return early?.input.remove();
  dialog ??= await makeDialog(link);
  const typed = early && (await readTyped(early));
  const box = dialog.querySelector<DossierSearch>('dossier-search');
  const input = dialog.querySelector('input');
  if (state === undefined) history.pushState({ ...history.state, search: box?.state ?? '' }, '');
  dialog.showModal();
  if (state !== undefined) box?.restore(state);
  else if (input && typed !== undefined && input.value !== typed) {
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  input?.focus();
  if (typed === undefined) input?.select();
}

/** What was typed there, after any input method has finished; undefined for nothing. */
async function readTyped({ input, before }: EarlyInput): Promise<string | undefined> {
  if (input.hasAttribute('data-composing'))
    await new Promise((done) => input.addEventListener('compositionend', done, { once: true }));
  // The dialog returns the focus to where it was before.
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  input.remove();
  const typed = withoutSearchKeys(input.value);
  return typed === '' ? undefined : typed;
}

async function makeDialog({ href: page, dataset }: HTMLAnchorElement): Promise<HTMLDialogElement> {
  const { close = '', name = '' } = dataset;
  const parsed = await fetchPage(page);
  const box = parsed.querySelector('dossier-search');
  if (!box) throw new Error(`${page} has no search`);
  const loaded = new Set([...document.styleSheets].map(({ href }) => href));
  // The parser treats noscript content as elements, since scripts are off here, but it is not meant for this page.
  const sheets = [...parsed.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]:not(noscript *)')];
  await Promise.all(sheets.flatMap(({ href }) => (loaded.has(href) ? [] : loadStyle(href))));
  const button = element('button', { type: 'button', className: 'close' }, close);
  const made = element(
    'dialog',
    { className: 'search', ariaLabel: name },
    button,
    document.importNode(box, true),
  );
  button.addEventListener('click', () => made.close());
  // Closing the dialog also leaves its history entry.
  made.addEventListener('close', () => {
    if (isOpenIn(history.state)) history.back();
  });
  addEventListener('popstate', ({ state }) => {
    if (!isOpenIn(state)) made.close();
  });
  // A click on the backdrop closes it.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  // In a search box, Escape would only clear it.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  document.body.append(made);
  return made;
}

const isOpenIn = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'search' in state;
