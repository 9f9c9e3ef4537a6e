import { passageInView, passages } from './in-view.ts';
import { remembered, remember } from './remember.ts';

/**
 * `[` and `]` go from passage to passage, `p` to the editions side by side and back, `?` lists the keys. Whoever speaks to
 * the machine turns single keys off there, and those of other scripts with them: this one hears them first.
 */
const dialog = document.querySelector<HTMLDialogElement>('#keys');
const off = dialog?.querySelector('input');

addEventListener(
  'keydown',
  (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || key.length !== 1 || isTyping(target)) return;
    if (off?.checked) {
      if ('/[]pnN?'.includes(key)) event.stopImmediatePropagation();
    } else if (act(key)) event.preventDefault();
  },
  true,
);

document.querySelector('[data-keys]')?.addEventListener('click', () => dialog?.showModal());

function act(key: string): boolean {
  if (key === '?') dialog?.showModal();
  else if (dialog?.open) return false;
  else if (key === ']') go(1);
  else if (key === '[') go(-1);
  // While hits of a search are gone through, p is the way back to the one before.
  else if (key === 'p' && !document.querySelector('.hit-steps')) parallel()?.click();
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

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

if (off) {
  off.checked = remembered('keys') === 'off';
  off.addEventListener('change', () => remember('keys', off.checked ? 'off' : 'on'));
}
