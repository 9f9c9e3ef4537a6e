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

/** Whether the page is read from the reader’s own machine, where nobody else can open what stands at its address. */
const isOwnMachine = (): boolean =>
  /^(?:|(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(location.hostname);

/** An address as it can be handed on: the path alone, where it names no more than the reader’s own machine. */
export function handedOn(address: string): string {
  const { href, origin, pathname, hash } = new URL(address, location.href);
  return isOwnMachine() && origin === location.origin ? pathname + hash : href;
}

/** What is copied has no links that lead to the reader’s own machine. */
export const withoutOwnLinks = (html: string): string =>
  isOwnMachine() ? html.replace(/<a\b[^>]*href="\/(?!\/)[^>]*>(.*?)<\/a>/gs, '$1') : html;
