/** Shows the address at which the page is being read, if it has no public one. Without a script, it is only a path. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.own-address a[href^="/"]'))
  link.textContent = link.href;
for (const report of document.querySelectorAll('.report')) tellAddress(report);

/** The same in a report, which says where the error was seen, and in the link that starts it. */
export function tellAddress(report: Element): void {
  const text = report.querySelector('pre');
  const [path] = /^\/\S*\/$/m.exec(text?.textContent ?? '') ?? [];
  if (!text || path === undefined) return;
  const { href } = new URL(path, location.href);
  text.textContent = text.textContent.replace(path, () => href);
  for (const send of report.querySelectorAll('a'))
    send.href = send.href.replace(
      `%0A${encodeURIComponent(path)}%0A`,
      () => `%0A${encodeURIComponent(href)}%0A`,
    );
}
