/** What a text does for whoever reads it, beyond HTML. */

import './scroll-spy.ts';
import './column-selection.ts';
import './preview.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-cite]'))
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import('./cite-page.ts')
      .then(({ citePage }) => citePage(link))
      .catch((error: unknown) => {
        console.info('Cited on the front page:', error);
        location.assign(link.href);
      });
  });
