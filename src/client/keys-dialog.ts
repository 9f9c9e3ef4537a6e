import type { Translations } from '../i18n/translations.ts';
import { element } from './element.ts';
import { remember, remembered } from './remember.ts';
import { openSettings } from './settings-dialog.ts';

/** Lists the keys that a page listens to, with the box that turns them off. */
export const showKeys = (t: Translations['reading']['keys']): Promise<void> =>
  openSettings(t.heading, () => contentOf(t), { id: 'keys' });

function contentOf(t: Translations['reading']['keys']): Node[] {
  const rows: [string, string][] = [
    ['/', t.search],
    [']', t.next],
    ['[', t.previous],
    ['p', t.parallel],
    ['n', t.hits],
    ['c', t.cite],
    ['?', t.list],
  ];
  const list = rows.map(([key, does]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)),
  );
  const box = element('input', { type: 'checkbox', checked: remembered('keys') === 'off' });
  box.addEventListener('change', () => remember('keys', box.checked ? 'off' : 'on'));
  return [
    element('dl', {}, ...list),
    element('form', { method: 'dialog' }, element('label', {}, box, t.off), element('button', {}, t.close)),
  ];
}
