/**
 * Marks the filter link that matches the address, or else the first in the row, which shows everything. The heading
 * above the departures counts those that are shown, and names the filter.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.verdicts a')];
const departures = document.getElementById('departures');
const totals = new Map(
  Array.from(departures?.querySelectorAll(':is(h2, h3) small') ?? [], (total) => [total, total.textContent]),
);

function mark(): void {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  // The checks of one chapter are among those by chapter.
  const within = target?.matches('#chapters > section') ? '#chapters' : location.hash;
  const asked = links.find(({ hash }) => hash === within);
  const current = asked ?? (location.hash === '' ? links.find(({ hash }) => hash === '#all') : undefined);
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  for (const [total, all] of totals) {
    const section = total.closest('section');
    if (target?.matches('.narrowing')) {
      const count = section?.querySelectorAll(`.check[data-verdict='${target.id}']`).length ?? 0;
      total.textContent = section === departures ? `${asked?.textContent ?? ''} ${count}` : String(count);
    } else if (section === departures && target?.matches('#departures > section'))
      total.textContent = String(target.querySelectorAll('.check').length);
    else total.textContent = all;
  }
}

mark();
addEventListener('hashchange', mark);
