import sheet from '../styles/keys.css?url';
import { element } from './element.ts';
import { loadStyle } from './load-style.ts';

const made = new Map<string, HTMLDialogElement>();

/** Opens a dialog with a heading and the common style sheet; the content is created at the first time. */
export async function openSettings(
  heading: string,
  content: () => Node[],
  more: Partial<HTMLDialogElement> = {},
): Promise<void> {
  let dialog = made.get(heading);
  if (dialog?.open) return;
  if (!dialog) {
    const properties = { ...more, className: 'settings', ariaLabel: heading };
    dialog = element('dialog', properties, element('h2', {}, heading), ...content());
    made.set(heading, dialog);
    document.body.append(dialog);
    await loadStyle(sheet);
  }
  dialog.showModal();
}
