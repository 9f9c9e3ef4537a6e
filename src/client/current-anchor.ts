/** Says of links to places of this page which one the address leads to: the first where it leads to none of them. */
export function markCurrent(links: HTMLAnchorElement[]): void {
  const mark = (): void => {
    const current = links.find(({ hash }) => hash === location.hash) ?? links[0];
    for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  };
  mark();
  addEventListener('hashchange', mark);
}
