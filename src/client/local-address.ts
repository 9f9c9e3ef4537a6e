import { handedOn } from './full-address.ts';

/**
 * Shows the address at which the page is being read, if it has no public one. Without a script, and in a report if
 * nobody else could open the address, there is only the path.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.own-address a[href^="/"]'))
  link.textContent = link.href;
for (const report of document.querySelectorAll('.report pre'))
  report.textContent = report.textContent.replace(
    /(^|\s)(\/\S*\/)$/m,
    (_, before: string, path: string) => before + handedOn(path),
  );
