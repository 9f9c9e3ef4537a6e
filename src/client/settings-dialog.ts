import sheet from '../styles/keys.css?url';
import { element } from './element.ts';
import { loadStyle } from './load-style.ts';

const made = new Map<string, HTMLDialogElement>();

/**
 * Opens a dialog with a heading, a cross named `close`, and the common style sheet; the content is created at the first
 * time.
 */
export async function openSettings(
  heading: string,
  close: string,
  content: () => Node[],
  more: Partial<HTMLDialogElement> = {},
): Promise<void> {
  let dialog = made.get(heading);
  if (dialog?.open) return;
  if (!dialog) {
    const properties = { ...more, className: 'settings', ariaLabel: heading };
    const cross = element('button', { type: 'button', className: 'close', ariaLabel: close }, '×');
    const head = element('header', {}, element('h2', {}, heading), cross);
    const own = element('dialog', properties, head, ...content());
    cross.addEventListener('click', () => own.close());
    dialog = own;
    made.set(heading, dialog);
    document.body.append(dialog);
    await loadStyle(sheet);
  }
  dialog.showModal();
}
