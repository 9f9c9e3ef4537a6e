import { passageInView, passages } from './passage-in-view.ts';
import { remembered } from './remember.ts';
import { isTyping } from './is-typing.ts';

/** `[` and `]` go from passage to passage, `p` to the editions side by side and back, `?` lists the keys. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
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
  const at = all.findIndex((one) => one === passageInView());
  const to = all[Math.max(at + by, 0)];
  // The place is kept in the address without filling the way back with passages.
  if (to) location.replace(`#${to.id}`);
}

/** The way to both editions, or from them to the one that was read last. */
function parallel(): HTMLElement | null | undefined {
  const both = document.querySelector<HTMLElement>('[data-parallel]');
  if (both?.ariaCurrent !== 'true') return both;
  const editions = [...document.querySelectorAll<HTMLElement>('nav [data-edition]')];
  return editions.find((one) => one.dataset['edition'] === remembered('edition')) ?? editions[0];
}
