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
  const read = pages.map((page) => ({ page, attributes: attributesIn(page.html) }));
  const ids = new Map(read.map(({ page, attributes }) => [page.file, idsAmong(attributes)]));
  return read
    .flatMap(({ page, attributes }) =>
      attributes.flatMap(({ name, value: link, offset }): Message[] => {
        const target = name === 'id' ? undefined : targetOf(link, page.file, base);
        if (target === undefined) return [];
        const { file, fragment } = target;
        const fault = !files.has(file)
          ? 'to a missing file'
          : fragment && !ids.get(file)?.has(fragment)
            ? 'to a missing place on its page'
            : undefined;
        if (fault === undefined) return [];
        const reason = `Unexpected link “${link}” ${fault}, expected every link to work`;
        const place = placesIn(page.path, page.html)(offset);
        return [createMessage({ place, rule: 'links-lead', reason })];
      }),
    )
    .sort(compareMessages);
}

/** The HTML ids of a page. */
export const idsIn = (html: string): Set<string> => idsAmong(attributesIn(html));

const idsAmong = (attributes: Attribute[]): Set<string> =>
  new Set(attributes.flatMap(({ name, value }) => (name === 'id' ? [value] : [])));

/** An id or an address in a tag. */
interface Attribute {
  name: string;
  value: string;
  /** Where it begins in the page, in UTF-16 code units. */
  offset: number;
}

/** The ids and addresses within tags. A text may quote tags, whose quotation marks are not escaped in it. */
function attributesIn(html: string): Attribute[] {
  const tags = [...html.matchAll(/<[a-z](?:[^">]|"[^"]*")*>/gi)];
  return tags.flatMap(({ 0: tag, index: start }) =>
    [...tag.matchAll(/\s(id|href|src|action)="([^"]*)"/g)].map(({ 1: name = '', 2: value = '', index }) => ({
      name,
      value: decoded(value),
      offset: start + index + 1,
    })),
  );
}

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
