import { element } from './element.ts';
import { isOwnMachine } from './full-address.ts';

/**
 * `<copy-text>`: adds a button that copies the content (a reference with its italics) and, if `data-file` is given, a
 * link that saves it as a file. If nobody else can open the address, the button confirms with `data-copied-here`.
 * Without a script there is neither, but the text can be selected.
 */
class CopyText extends HTMLElement {
  #hasButtons = false;

  connectedCallback(): void {
    // It may be moved with the panel around it.
    if (this.#hasButtons) return;
    this.#hasButtons = true;
    const { copy = '', copied = '', copiedHere = copied, download = '', file } = this.dataset;
    const record = this.querySelector('pre');
    const shown = record ?? this.firstElementChild;
    const text = (): string => shown?.textContent.trim() ?? '';
    if ('clipboard' in navigator) {
      const button = element('button', { type: 'button' });
      const of = nameOf(this);
      const say = (said: string): void => {
        button.textContent = said;
        if (of !== '') button.ariaLabel = `${said} – ${of}`;
      };
      say(copy);
      button.addEventListener('click', () => {
        const blob = (said: string, type: string): Blob => new Blob([said], { type });
        const rich = shown?.matches('a') ? shown.outerHTML : withoutOwnLinks(shown?.innerHTML ?? '');
        const written = record
          ? navigator.clipboard.writeText(text())
          : navigator.clipboard.write([
              new ClipboardItem({
                'text/plain': blob(text(), 'text/plain'),
                'text/html': blob(rich, 'text/html'),
              }),
            ]);
        void written.then(() => {
          say(isOwnMachine() ? copiedHere : copied);
        });
      });
      this.append(button);
    }
    if (file !== undefined) {
      const link = element('a', { download: file, href: '#' }, download);
      link.addEventListener('click', () => {
        link.href = URL.createObjectURL(new Blob([`${shown?.textContent ?? ''}\n`], { type: 'text/plain' }));
      });
      this.append(link);
    }
  }
}

/** The name of a copied reference or record in a panel: the headings above and beside it. */
function nameOf(copied: HTMLElement): string {
  const section = copied.closest('.cite section');
  const group = section?.querySelector(':scope > p > b')?.textContent;
  const form =
    copied.closest('dd')?.previousElementSibling?.textContent ?? copied.querySelector('summary')?.textContent;
  return section ? [group, form].filter(Boolean).join(' – ') : '';
}

/** Removes links to pages of the site from a copied reference. */
const withoutOwnLinks = (html: string): string =>
  html.replace(/<a\b[^>]*href="\/(?!\/)[^>]*>(.*?)<\/a>/gs, '$1');

customElements.define('copy-text', CopyText);
