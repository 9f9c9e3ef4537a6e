import { element } from './element.ts';
import { remember, remembered } from './remember.ts';
import { today } from './today.ts';

/**
 * Shows the references of a panel in one style only, which the reader chooses and every page remembers. Access dates
 * are set to today, since the page that is cited is open.
 */
export function chooseStyle(panel: HTMLElement): void {
  for (const day of panel.querySelectorAll<HTMLElement>('.opened')) {
    day.textContent = `[${today()}]`;
    day.hidden = false;
  }
  if ('clipboard' in navigator)
    for (const said of panel.querySelectorAll<HTMLElement>('.by-selecting')) said.hidden = false;
  const parts = [...panel.querySelectorAll<HTMLElement>('[data-style]')];
  const names = new Map(parts.map(({ dataset: { style = '', name = '' } }) => [style, name]));
  if (names.size < 2) return;
  const choice = element(
    'select',
    {},
    ...[...names].map(([value, name]) => element('option', { value }, name)),
  );
  const show = (): void => {
    for (const part of parts) part.hidden = part.dataset['style'] !== choice.value;
  };
  const take = (style: string | undefined): void => {
    if (style !== undefined && names.has(style)) choice.value = style;
    show();
  };
  choice.addEventListener('change', () => {
    remember('style', choice.value);
    dispatchEvent(new CustomEvent('citation-style', { detail: choice.value }));
  });
  // Every panel of the page, and the toolbar for selected words, have the same style.
  addEventListener('citation-style', (event) => take((event as CustomEvent<string>).detail));
  take(remembered('style'));
  const line = element('label', { className: 'styles' }, `${panel.dataset['styleName'] ?? ''} `, choice);
  panel.classList.add('in-one-style');
  const summary = panel.querySelector(':scope > summary');
  if (summary) summary.after(line);
  else panel.prepend(line);
}
