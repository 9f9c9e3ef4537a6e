import type { Words } from '../exchange/words.ts';
import { element } from './element.ts';
import { numberSentences } from './number-sentences.ts';
import { passageReached, placeIn } from './passage-in-view.ts';
import { remember, remembered } from './remember.ts';
import { openSettings } from './settings-dialog.ts';
import { askWords } from './words.ts';

type Texts = Words['appearance'];

/** The choices, by name of the root’s data attribute; the first value is the default. */
const choices = {
  theme: ['auto', 'light', 'dark'],
  size: ['normal', 'large', 'larger'],
  lines: ['whole', 'apart'],
  signs: ['shown', 'all', 'numbered', 'hidden'],
} as const;

/**
 * Offers colours, text sizes, a line for each sentence and the visibility of signs in the text, which apply at once and
 * on every page (`public/appearance.js`).
 */
export async function chooseAppearance(close: string): Promise<void> {
  const { appearance } = await askWords();
  await openSettings(appearance.heading, close, () => [formOf(appearance)]);
}

function formOf(t: Texts): HTMLFormElement {
  const groups = (['theme', 'size', 'lines', 'signs'] as const).map((name) => {
    const chosen = remembered(name) ?? choices[name][0];
    const options = choices[name].map((value) => {
      const box = element('input', { type: 'radio', name, value, checked: value === chosen });
      return element('label', {}, box, t[value]);
    });
    return element('fieldset', {}, element('legend', {}, t[name]), ...options);
  });
  const form = element('form', { method: 'dialog' }, ...groups);
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.value === 'numbered') numberSentences();
    holdPlace(() => (document.documentElement.dataset[target.name] = target.value));
    remember(target.name, target.value);
  });
  return form;
}

/** Keeps the text being read in place when lines above it appear or disappear. */
function holdPlace(change: () => void): void {
  const passage = passageReached();
  const read = passage && document.getElementById(placeIn(passage));
  const top = read?.getBoundingClientRect().top ?? 0;
  change();
  if (read) scrollBy({ top: read.getBoundingClientRect().top - top, behavior: 'instant' });
}
