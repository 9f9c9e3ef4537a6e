import { putAddress } from './full-address.ts';

/**
 * Without a public address, a page is cited at the address under which it is read. Where there is no script, that is the
 * path alone.
 */
for (const part of document.querySelectorAll('.own-address, .in-one, .cite section')) {
  const link = part.querySelector<HTMLAnchorElement>('a.url[href^="/"]');
  const path = link?.getAttribute('href');
  if (!link || !path) continue;
  for (const shown of part.querySelectorAll('a.url, pre'))
    shown.textContent = putAddress(shown.textContent, path, link.href);
}
for (const report of document.querySelectorAll('.report pre'))
  report.textContent = report.textContent.replace(
    /(^|\s)(\/\S*\/)$/m,
    (_, before: string, path: string) => before + new URL(path, location.href).href,
  );
