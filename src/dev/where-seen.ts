import { basename, relative } from 'node:path';
import { citationStyles } from '../model/citation-style.ts';
import { placeOfMessage, type Message } from '../model/message.ts';
import type { Place } from '../model/place.ts';
import { htmlId } from '../model/segment-id.ts';
import { urls, type EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { textAt } from '../read/text-at.ts';

/**
 * Whether a page shows anything that a message is about. `address` is from the root of the dossier; all messages
 * concern the front pages.
 */
export const concernsPage = (dossier: Dossier, address: string, message: Message): boolean =>
  ['/', ...dossier.settings.value.editions.map(({ id }) => urls.front(id))].includes(address) ||
  [message, message.cause].some((one) => one && pagesOf(dossier, placeOfMessage(one)).includes(address));

/** The addresses of the pages that show what a place in the content is about, its own page first. */
export function pagesOf(dossier: Dossier, { path, line }: Place): string[] {
  const inEach = (address: (edition: string) => string): string[] =>
    dossier.settings.value.editions.map(({ id }) => address(id));
  const neutral = (address: string): string[] => [address, ...inEach((edition) => `/${edition}${address}`)];
  const entry = (kind: EntryKind, id: string): string[] => [
    ...neutral(urls.entry(kind, id)),
    ...inEach((edition) => urls.entryIn(edition, kind, id)),
    ...inEach((edition) => urls.index(edition, kind)),
  ];
  const all = (kind: 'actor' | 'work'): string[] => [
    ...inEach((edition) => urls.index(edition, kind)),
    ...dossier[`${kind}s`].flatMap(({ id }) => entry(kind, id)),
  ];
  const [folder = '', name = '', file = ''] = relative(dossier.folder, path).split('/');
  const id = basename(name, '.yaml');
  switch (folder) {
    case 'chapters': {
      const chapter = basename(file, '.mdx');
      const text = textIn(dossier, { path, line });
      const note = /^note (.*)$/.exec(text)?.[1];
      return [
        urls.chapter(name, chapter),
        ...neutral(urls.parallel(chapter)),
        ...(text === '' ? [] : neutral(note === undefined ? urls.segment(text) : urls.note(Number(note)))),
      ];
    }
    case 'cases':
      return entry('case', id);
    case 'terms':
      return entry('term', id);
    case 'exhibits': {
      const chapters = dossier.chapters.filter(({ segments }) => segments.some((one) => one.id === id));
      return [
        ...inEach((edition) => urls.exhibit(edition, id)),
        ...chapters.map((one) => urls.chapter(one.edition, one.id)),
      ];
    }
    case 'actors.yaml':
      return all('actor');
    case 'works.json':
      return [
        ...all('work'),
        ...citationStyles.flatMap((form) => inEach((edition) => urls.worksIn(edition, form))),
      ];
    case 'quantities.yaml':
      return [...inEach(urls.data), ...inEach(urls.timeline)];
    case 'checks.yaml':
      return [...inEach(urls.checks), ...dossier.checks.value.flatMap((one) => neutral(urls.check(one.id)))];
    case 'argument.yaml':
      return inEach(urls.argument);
    default:
      return [];
  }
}

/** The HTML id of the segment or note that a place is in, on the page of its chapter; empty for any other place. */
export function idOf(dossier: Dossier, place: Pick<Place, 'path' | 'line'>): string {
  const text = textIn(dossier, place);
  return text === '' ? '' : text.startsWith('note ') ? text.replace(' ', '-') : htmlId(text);
}

/** The segment (`1.2.3`) or note (`note 4`) of a place in a chapter; empty if there is none. */
function textIn({ chapters }: Dossier, { path, line }: Pick<Place, 'path' | 'line'>): string {
  const chapter = chapters.find((one) => one.path === path);
  return (chapter && textAt(chapter, line)) ?? '';
}
