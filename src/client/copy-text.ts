/** A stretch with a button that copies it. Without script there is no button, and the text can be selected. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset['copy'] ?? '';
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = this.dataset['copied'] ?? '';
      });
    });
    this.append(button);
  }
}

if ('clipboard' in navigator) customElements.define('copy-text', CopyText);
