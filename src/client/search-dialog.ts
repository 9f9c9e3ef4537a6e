import { element } from './element.ts';
import type { DossierSearch } from './search-box.ts';

/** Where a reader typed before there was a box, and where the focus was before that. */
export interface Early {
  input: HTMLInputElement;
  before: Element | null;
}

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the search over the page: the very box of the search page, which is fetched for it, with what was `said` in it.
 * The history has an entry for the open dialog, so that Back closes it, and Back from a result opens it again.
 */
export async function openSearch(
  page: string,
  { close, name }: { close: string; name: string },
  said?: string,
  early?: Early,
): Promise<void> {
  if (dialog?.open) return early?.input.remove();
  dialog ??= await makeDialog(page, close, name);
  const typed = early && (await typedInto(early));
  const box = dialog.querySelector<DossierSearch>('dossier-search');
  const input = dialog.querySelector('input');
  if (said === undefined) history.pushState({ ...history.state, search: box?.said ?? '' }, '');
  dialog.showModal();
  if (said !== undefined) box?.restore(said);
  else if (input && typed !== undefined && input.value !== typed) {
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  input?.focus();
  if (typed === undefined) input?.select();
}

/** What was typed there, once no input method is at work on it; undefined for nothing. */
async function typedInto({ input, before }: Early): Promise<string | undefined> {
  if (input.hasAttribute('data-composing'))
    await new Promise((done) => input.addEventListener('compositionend', done, { once: true }));
  // Where the reader was before is where the dialog returns to.
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  input.remove();
  return input.value === '' ? undefined : input.value;
}

async function makeDialog(page: string, close: string, name: string): Promise<HTMLDialogElement> {
  const [response] = await Promise.all([fetch(page), import('./search-box.ts')]);
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  const box = parsed.querySelector('dossier-search');
  if (!box) throw new Error(`${page} has no search`);
  const known = new Set([...document.styleSheets].map(({ href }) => href));
  // What stands in noscript is parsed here, where no script runs, and is not meant for this page.
  for (const sheet of parsed.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]:not(noscript *)'))
    if (!known.has(sheet.href)) document.head.append(document.importNode(sheet));
  const button = element('button', { type: 'button', className: 'close' }, close);
  const made = element(
    'dialog',
    { className: 'search', ariaLabel: name },
    button,
    document.importNode(box, true),
  );
  button.addEventListener('click', () => made.close());
  // Whoever closes it leaves its entry of the history too.
  made.addEventListener('close', () => {
    if (isOpenIn(history.state)) history.back();
  });
  addEventListener('popstate', ({ state }) => {
    if (!isOpenIn(state)) made.close();
  });
  // A result on this very page is looked at without the dialog.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  // In a search box the browser would only empty it.
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
