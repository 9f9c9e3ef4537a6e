import type { Translations } from '../i18n/translations.ts';
import sheet from '../styles/keys.css?url';
import { loadStyle } from './load-style.ts';
import { remember, remembered } from './remember.ts';

let dialog: HTMLDialogElement | undefined;

/** Lists the keys that a page listens to, with the box that turns them off. */
export async function showKeys(t: Translations['reading']['keys']): Promise<void> {
  if (dialog?.open) return;
  if (!dialog) {
    dialog = makeDialog(t);
    await loadStyle(sheet);
  }
  dialog.showModal();
}

function makeDialog(t: Translations['reading']['keys']): HTMLDialogElement {
  const made = make('dialog');
  made.id = 'keys';
  made.setAttribute('aria-label', t.heading);
  const list = make('dl');
  const rows: [string, string][] = [
    ['/', t.search],
    [']', t.next],
    ['[', t.previous],
    ['p', t.parallel],
    ['n', t.hits],
    ['?', t.list],
  ];
  for (const [key, does] of rows) {
    const row = make('div');
    const name = make('dt');
    name.append(make('kbd', key));
    row.append(name, make('dd', does));
    list.append(row);
  }
  const box = make('input');
  box.type = 'checkbox';
  box.checked = remembered('keys') === 'off';
  box.addEventListener('change', () => remember('keys', box.checked ? 'off' : 'on'));
  const label = make('label');
  label.append(box, t.off);
  const form = make('form');
  form.method = 'dialog';
  form.append(label, make('button', t.close));
  made.append(make('h2', t.heading), list, form);
  document.body.append(made);
  return made;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
