import { placeOf } from './reading-place.ts';

/** Leads back to the paragraph where somebody stopped reading. */
for (const way of document.querySelectorAll<HTMLAnchorElement>('[data-resume]')) {
  const { href, name } = placeOf(way.dataset['resume'] ?? '');
  if (!href || !name) continue;
  way.textContent = way.textContent.replace('{}', name);
  way.href = href;
}
