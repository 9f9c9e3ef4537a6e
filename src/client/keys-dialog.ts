import type { Words } from '../exchange/words.ts';
import { element } from './element.ts';
import { remember, remembered } from './remember.ts';
import { openSettings } from './settings-dialog.ts';
import { askWords } from './words.ts';

/** Lists the keyboard shortcuts of a page, with a checkbox that turns them off. */
export async function showKeys(): Promise<void> {
  const { keys } = await askWords();
  await openSettings(keys.heading, keys.close, () => contentOf(keys), { id: 'keys' });
}

function contentOf(t: Words['keys']): Node[] {
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
  return [element('dl', {}, ...list), element('label', {}, box, t.off)];
}
