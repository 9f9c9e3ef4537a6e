import { decodeHTMLAttribute } from 'entities';
import { fileAt } from '../model/file-at.ts';
import { compareMessages, createMessage, type Message } from '../model/message.ts';
import { percentDecoded } from '../model/percent.ts';
import { placesIn } from '../model/place.ts';
import type { BuiltPage } from './check-built.ts';

/**
 * `links-lead`: every internal link of a built site points to an existing file and, if it has a fragment, to an id on
 * that page. `files` are the paths of all files from the site’s root; `base` is the prefix of its links.
 */
export function checkLinks(pages: BuiltPage[], files: ReadonlySet<string>, base: string): Message[] {
  const ids = new Map(pages.map(({ file, html }) => [file, idsIn(html)]));
  return pages
    .flatMap((page) => {
      const placeAt = placesIn(page.path, page.html);
      return [...linksIn(page.html)].map((link) => ({ page, placeAt, ...link }));
    })
    .flatMap(({ page, placeAt, link, offset }): Message[] => {
      const target = targetOf(link, page.file, base);
      if (target === undefined) return [];
      const { file, fragment } = target;
      const fault = !files.has(file)
        ? 'to a missing file'
        : fragment && !ids.get(file)?.has(fragment)
          ? 'to a missing place on its page'
          : undefined;
      if (fault === undefined) return [];
      const reason = `Unexpected link “${link}” ${fault}, expected every link to work`;
      return [createMessage({ place: placeAt(offset), rule: 'links-lead', reason })];
    })
    .sort(compareMessages);
}

/** The HTML ids of a page. */
export const idsIn = (html: string): Set<string> =>
  new Set(attributesIn(html, /\sid="([^"]+)"/g).map(valueOf));

const linksIn = (html: string): { link: string; offset: number }[] =>
  attributesIn(html, /\s(?:href|src|action)="([^"]*)"/g).map((match) => ({
    link: valueOf(match),
    offset: match.index + 1,
  }));

/** The matches of an attribute within tags. A text may quote tags, whose quotation marks are not escaped in it. */
function attributesIn(html: string, attribute: RegExp): RegExpExecArray[] {
  const tags = [...html.matchAll(/<[a-z](?:[^">]|"[^"]*")*>/gi)];
  return tags.flatMap(({ 0: tag, index }) =>
    [...tag.matchAll(attribute)].map((match) => Object.assign(match, { index: index + match.index })),
  );
}

const valueOf = ([, value = '']: RegExpExecArray): string => decoded(value);

/** The file that a link on a page points to; undefined for external links. */
function targetOf(
  link: string,
  from: string,
  base: string,
): { file: string; fragment: string | undefined } | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return undefined;
  const [address = '', fragment] = link.split('#');
  const known = fragment === undefined ? undefined : percentDecoded(fragment);
  if (address.replace(/\?.*$/s, '') === '') return { file: from, fragment: known };
  const { pathname: path } = new URL(address, `http://localhost${base}${from}`);
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  return { file: percentDecoded(fileAt(below)), fragment: known };
}

// Most addresses and ids have no character reference, and decoding is slower than looking for one.
const decoded = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text);
