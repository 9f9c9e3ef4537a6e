import type { Words } from '../model/words.ts';
import { element } from './element.ts';
import { passageInView, placeIn } from './passage-in-view.ts';
import { remember, remembered } from './remember.ts';
import { openSettings } from './settings-dialog.ts';
import { words } from './words.ts';

type Texts = Words['appearance'];

/** What can be chosen, by the name of its attribute of the root; the first is what stands without a choice. */
const choices = {
  theme: ['auto', 'light', 'dark'],
  size: ['normal', 'large', 'larger'],
  signs: ['shown', 'hidden'],
} as const;

/** Offers colours, sizes of text and the signs in it, which hold at once and on every page (`public/appearance.js`). */
export async function chooseAppearance(close: string): Promise<void> {
  const { appearance } = await words();
  await openSettings(appearance.heading, () => [formOf(appearance, close)]);
}

function formOf(t: Texts, close: string): HTMLFormElement {
  const groups = (['theme', 'size', 'signs'] as const).map((name) => {
    const chosen = remembered(name) ?? choices[name][0];
    const options = choices[name].map((value) => {
      const box = element('input', { type: 'radio', name, value, checked: value === chosen });
      return element('label', {}, box, t[value]);
    });
    return element('fieldset', {}, element('legend', {}, t[name]), ...options);
  });
  const form = element('form', { method: 'dialog' }, ...groups, element('button', {}, close));
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    holdPlace(() => (document.documentElement.dataset[target.name] = target.value));
    remember(target.name, target.value);
  });
  return form;
}

/** What is read stays where it stands when lines above it come and go. */
function holdPlace(change: () => void): void {
  const passage = scrollY > 0 ? passageInView() : undefined;
  const read = passage && document.getElementById(placeIn(passage));
  const top = read?.getBoundingClientRect().top ?? 0;
  change();
  if (read) scrollBy({ top: read.getBoundingClientRect().top - top, behavior: 'instant' });
}
