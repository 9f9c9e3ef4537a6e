/** Marks the filter link that matches the address, or else the first, which shows everything. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.verdicts a')];

function mark(): void {
  const asked = links.find(({ hash }) => hash === location.hash);
  const current = asked ?? (location.hash === '' ? links[0] : undefined);
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
}

mark();
addEventListener('hashchange', mark);
