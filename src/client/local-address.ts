import { handedOn } from './full-address.ts';

/**
 * Without a public address, a page shows the one under which it is read. Where there is no script, and in a report that
 * nobody else could open it from, that is the path alone.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.own-address a[href^="/"]'))
  link.textContent = link.href;
for (const report of document.querySelectorAll('.report pre'))
  report.textContent = report.textContent.replace(
    /(^|\s)(\/\S*\/)$/m,
    (_, before: string, path: string) => before + handedOn(path),
  );
