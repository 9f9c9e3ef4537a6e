import { passageReached, passages } from './passage-in-view.ts';
import { remembered } from './remember.ts';
import { isModified } from './held-keys.ts';
import { isTyping } from './is-typing.ts';

/** `[` and `]` go to the previous and next passage, `p` to the parallel page and back, `?` lists the keys. */
document.addEventListener('keydown', (event) => {
  if (isModified(event) || isTyping(event.target)) return;
  if (act(event.key)) event.preventDefault();
});

document.querySelector('[data-keys]')?.addEventListener('click', listKeys);

function listKeys(): void {
  void import('./keys-dialog.ts').then(({ showKeys }) => showKeys());
}

function act(key: string): boolean {
  if (key === '?') listKeys();
  else if (document.querySelector('dialog[open]')) return false;
  else if (key === ']') go(1);
  else if (key === '[') go(-1);
  else if (key === 'p') parallel()?.click();
  else return false;
  return true;
}

function go(by: number): void {
  const all = passages();
  const here = passageReached();
  const to = all[Math.max((here ? all.indexOf(here) : -1) + by, 0)];
  // Keeps the place in the address without adding every passage to the history.
  if (to) location.replace(`#${to.id}`);
}

/** The link to the parallel page or, on that page, to the edition that was last read. */
function parallel(): HTMLElement | null | undefined {
  const both = document.querySelector<HTMLElement>('[data-parallel]');
  if (both?.ariaCurrent !== 'true') return both;
  const editions = [...document.querySelectorAll<HTMLElement>('nav [data-edition]')];
  return editions.find((one) => one.dataset['edition'] === remembered('edition')) ?? editions[0];
}
