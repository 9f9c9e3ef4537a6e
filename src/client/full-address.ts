/**
 * A text with another address in place of the one that it has, where that stands for itself: not in the middle of a word
 * (`M/OL`), a date or another address, and the root alone (`/`) not between words either.
 */
export function putAddress(text: string, address: string, instead: string): string {
  const end = address === '/' ? String.raw`[.。,，;；"}<]|\s*$` : String.raw`[.。,，;；:"}<)）\s]|$`;
  const escaped = address.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const alone = new RegExp(String.raw`(?<![\w/:.\]])${escaped}(?=${end})`, 'gm');
  return text.replace(alone, () => instead);
}
