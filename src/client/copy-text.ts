/** An element with a button that copies what it shows. Without script there is no button, and the text can be selected. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset['copy'] ?? '';
    const shown = this.firstElementChild;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(shown?.textContent.trim() ?? '').then(() => {
        button.textContent = this.dataset['copied'] ?? '';
      });
    });
    this.append(button);
  }
}

if ('clipboard' in navigator) customElements.define('copy-text', CopyText);
