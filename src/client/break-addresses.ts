/** Lets lines break within addresses in folded notes. (On other pages, which are smaller, the HTML does.) */

import { addressParts } from '../model/address-parts.ts';

for (const url of document.querySelectorAll('details.notes .url')) {
  const parts = addressParts(url.textContent);
  // If part of it is marked as a hit, it stays as it is.
  if (url.childElementCount === 0)
    url.replaceChildren(
      ...parts.flatMap((part, i) => (i > 0 ? [document.createElement('wbr'), part] : [part])),
    );
}
