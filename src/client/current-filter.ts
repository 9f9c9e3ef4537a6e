/**
 * Marks the filter link that matches the address, or else the first in the row, which shows everything. If only some of
 * the checks below a heading are shown, the heading says which, and how many of all.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.verdicts a')];
const totals = new Map(
  Array.from(document.querySelectorAll('#departures h3 small'), (total) => [total, total.textContent]),
);

function mark(): void {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  // The checks of one chapter are among those by chapter.
  const within = target?.matches('#chapters > section') ? '#chapters' : location.hash;
  const asked = links.find(({ hash }) => hash === within);
  const current = asked ?? (location.hash === '' ? links.find(({ hash }) => hash === '#all') : undefined);
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  for (const [total, all] of totals) {
    const shown = target?.matches('.narrowing')
      ? (total.closest('section')?.querySelectorAll(`.check[data-verdict='${target.id}']`).length ?? 0)
      : 0;
    total.textContent = shown > 0 ? `${asked?.textContent ?? ''} ${shown} / ${all}` : all;
  }
}

mark();
addEventListener('hashchange', mark);
