import { handedOn, putAddress } from './full-address.ts';

/**
 * Without a public address, a page is cited at the address under which it is read. Where there is no script, and where
 * nobody else could open it, that is the path alone; where it stands for itself, it is what the reader sees.
 */
for (const part of document.querySelectorAll('.own-address, .cite section')) {
  const link = part.querySelector<HTMLAnchorElement>('a.url[href^="/"]');
  const path = link?.getAttribute('href');
  if (!link || !path) continue;
  for (const shown of part.querySelectorAll('a.url, pre'))
    shown.textContent = putAddress(
      shown.textContent,
      path,
      part.matches('.own-address') ? link.href : handedOn(link.href),
    );
}
for (const report of document.querySelectorAll('.report pre'))
  report.textContent = report.textContent.replace(
    /(^|\s)(\/\S*\/)$/m,
    (_, before: string, path: string) => before + handedOn(path),
  );
