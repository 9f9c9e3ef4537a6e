/** The interaction of a text beyond HTML. */

import './break-addresses.ts';
import './scroll-spy.ts';
import './style-remarks.ts';
import './column-selection.ts';
import { opensElsewhere } from './held-keys.ts';
import './preview.ts';

/** The report at the foot of a chapter gets its style and its button when it is opened. */
const report = document.querySelector<HTMLDetailsElement>('.chapter > .report');
const dress = (): void => {
  if (report?.open) void import('./report-of-chapter.ts');
};
report?.addEventListener('toggle', dress, { once: true });
dress();

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-cite]'))
  link.addEventListener('click', (event) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    import('./cite-page.ts')
      .then(({ citePage }) => citePage(link))
      .catch((error: unknown) => {
        console.info('Cited on the front page:', error);
        location.assign(link.href);
      });
  });
