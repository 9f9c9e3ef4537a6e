import { opensElsewhere } from './held-keys.ts';

/** A link below a title brings how to cite the page to itself; once closed, the panel returns to its place. */
export function citeInPlace(link: HTMLAnchorElement): void {
  const panel = document.getElementById(link.hash.slice(1))?.closest('details');
  const byline = link.closest('.byline');
  // Rows of editions side by side stay level.
  if (!panel || !byline || byline.closest('.aligned')) return;
  const place = document.createComment('');
  link.ariaExpanded = 'false';
  link.addEventListener('click', (event) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    if (place.isConnected) {
      panel.open = false;
      return;
    }
    panel.replaceWith(place);
    byline.after(panel);
    panel.open = true;
    link.ariaExpanded = 'true';
    panel.querySelector('summary')?.focus({ preventScroll: true });
  });
  panel.addEventListener('toggle', () => {
    if (panel.open || !place.isConnected) return;
    const hasFocus = panel.contains(document.activeElement);
    place.replaceWith(panel);
    link.ariaExpanded = 'false';
    if (hasFocus) link.focus({ preventScroll: true });
  });
}
