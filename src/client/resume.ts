import { fill } from './fill.ts';
import { placeOf } from './reading-place.ts';

/** Links back to the paragraph where the reader stopped. */
for (const way of document.querySelectorAll<HTMLAnchorElement>('[data-resume]')) {
  const { href, name, part } = placeOf(way.dataset['resume'] ?? '');
  if (!href || !name) continue;
  way.textContent = fill(way.textContent, [name, part].filter(Boolean).join(' · '));
  way.href = href;
}
