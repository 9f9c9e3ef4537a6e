/** Marks which of the ways through a list its address asks for; without one, the first, which shows all. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.verdicts a')];

function mark(): void {
  const asked = links.find(({ hash }) => hash === location.hash);
  const current = asked ?? (location.hash === '' ? links[0] : undefined);
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
}

mark();
addEventListener('hashchange', mark);
