import type { Words } from '../i18n/words.ts';
import sheet from '../styles/keys.css?url';
import { element } from './element.ts';
import { loadStyle } from './load-style.ts';
import { remember, remembered } from './remember.ts';

let dialog: HTMLDialogElement | undefined;

/** Lists the keys that a page listens to, with the box that turns them off. */
export async function showKeys(words: Words['reading']['keys']): Promise<void> {
  if (dialog?.open) return;
  if (!dialog) {
    dialog = makeDialog(words);
    await loadStyle(sheet);
  }
  dialog.showModal();
}

function makeDialog(words: Words['reading']['keys']): HTMLDialogElement {
  const rows: [string, string][] = [
    ['/', words.search],
    [']', words.next],
    ['[', words.previous],
    ['p', words.parallel],
    ['n', words.hits],
    ['?', words.list],
  ];
  const list = rows.map(([key, does]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)),
  );
  const box = element('input', { type: 'checkbox', checked: remembered('keys') === 'off' });
  box.addEventListener('change', () => remember('keys', box.checked ? 'off' : 'on'));
  const made = element(
    'dialog',
    { id: 'keys', ariaLabel: words.heading },
    element('h2', {}, words.heading),
    element('dl', {}, ...list),
    element(
      'form',
      { method: 'dialog' },
      element('label', {}, box, words.off),
      element('button', {}, words.close),
    ),
  );
  document.body.append(made);
  return made;
}
