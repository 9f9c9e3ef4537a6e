import { element } from './search-list.ts';
import './search-box.ts';

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the search over the page: the very box of the search page, which is fetched for it. The history has an entry
 * for the open dialog, so that Back closes it, and Back from a result opens it again.
 */
export async function openSearch(
  page: string,
  { close, name }: { close: string; name: string },
  query?: string,
): Promise<void> {
  if (dialog?.open) return;
  dialog ??= await makeDialog(page, close, name);
  const input = dialog.querySelector('input');
  if (query === undefined) history.pushState({ ...history.state, search: input?.value ?? '' }, '');
  dialog.showModal();
  if (input && query !== undefined && input.value !== query) {
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  input?.focus();
  input?.select();
}

async function makeDialog(page: string, close: string, name: string): Promise<HTMLDialogElement> {
  const response = await fetch(page);
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  const box = parsed.querySelector('dossier-search');
  if (!box) throw new Error(`${page} has no search`);
  const known = new Set([...document.styleSheets].map(({ href }) => href));
  // What stands in noscript is parsed here, where no script runs, and is not meant for this page.
  for (const sheet of parsed.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]:not(noscript *)'))
    if (!known.has(sheet.href)) document.head.append(document.importNode(sheet));
  const made = element('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', name);
  const button = element('button');
  button.type = 'button';
  button.className = 'close';
  button.textContent = close;
  button.addEventListener('click', () => made.close());
  made.append(button, document.importNode(box, true));
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
  document.body.append(made);
  return made;
}

const isOpenIn = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'search' in state;
