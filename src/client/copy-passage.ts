import { attributionOf } from './attribution.ts';
import { element } from './element.ts';

/** Whatever is copied of an edition's text carries whose wording it is; a selection can be copied with the whole label. */

document.addEventListener('copy', (event) => {
  const selection = getSelection();
  const attribution = attributionOf(selection);
  if (!attribution || !selection || !event.clipboardData) return;
  const copied = element('div', {}, selection.getRangeAt(0).cloneContents(), paragraph(attribution.short));
  // Between the sentences of one edition stand those of the others.
  const column = document.querySelector<HTMLElement>('[data-only]')?.dataset['only'];
  if (column !== undefined)
    for (const cell of copied.querySelectorAll(`[data-column]:not([data-column="${column}"])`)) cell.remove();
  event.clipboardData.setData('text/plain', withLines(selection.toString(), attribution.short));
  event.clipboardData.setData('text/html', copied.innerHTML);
  event.preventDefault();
});

const withLines = (text: string, lines: string[]): string => `${text.trim()}\n\n${lines.join('\n')}`;

const paragraph = (lines: string[]): HTMLElement =>
  element('p', {}, ...lines.flatMap((line, i) => (i > 0 ? [element('br'), line] : [line])));

const says = document.querySelector<HTMLElement>('main')?.dataset;
const button = element('button', { type: 'button', className: 'copy-passage', hidden: true });
// The selection must still be there when the button is pressed.
button.addEventListener('pointerdown', (event) => event.preventDefault());
button.addEventListener('click', () => {
  const selection = getSelection();
  const attribution = attributionOf(selection);
  if (!selection || !attribution) return;
  void navigator.clipboard.writeText(withLines(selection.toString(), attribution.full)).then(() => {
    button.textContent = says?.['copied'] ?? '';
  });
});

function offer(): void {
  const selection = getSelection();
  button.hidden = !attributionOf(selection);
  if (button.hidden || !selection) return;
  button.textContent = says?.['copyPassage'] ?? '';
  const { bottom, left } = selection.getRangeAt(0).getBoundingClientRect();
  button.style.setProperty('inset-block-start', `${bottom + scrollY + 8}px`);
  button.style.setProperty('inset-inline-start', `${Math.max(8, left + scrollX)}px`);
}

if ('clipboard' in navigator) {
  document.body.append(button);
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(offer, 200);
  });
  offer();
}
