import type { RootContent } from 'mdast';
import { nodesOf } from '../markdown/nodes-of.ts';
import { blockText } from '../markdown/text.ts';
import { fileAt } from '../model/file-at.ts';
import { createMessage, type Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { hasOwnPage, htmlId } from '../model/segment-id.ts';
import { urls } from '../model/urls.ts';
import type { Chapter, Dossier, Segment } from '../read/dossier.ts';
import type { BuiltPage } from './check-built.ts';
import {
  attribute,
  elementsIn,
  firstWithClass,
  fromHere,
  oneSpaced,
  parsePage,
  shownText,
  type Element,
} from './shown-text.ts';

/**
 * `texts-shown`: every segment and note appears word for word on its chapter’s page, on its own page and, if there
 * are several editions, on the parallel page. `dossier` contains the editions that the site shows.
 */
export function checkTexts(pages: BuiltPage[], dossier: Dossier): Message[] {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  return [...Map.groupBy(textsOf(dossier), ({ file }) => file)].flatMap(([file, texts]) => {
    const page = byFile.get(file);
    // Other rules report missing pages.
    if (!page) return [];
    const elements = elementsIn(parsePage(page.html));
    const byId = new Map(elements.map((element) => [attribute(element, 'id') ?? '', element]));
    return texts.flatMap((text) => faultsOf(text, page, elements, byId));
  });
}

/** A text of the dossier, and a page of the built site that shows it. */
interface Text {
  /** Segment 1.2.3 or note 4, with its edition. */
  name: string;
  place: Place;
  blocks: RootContent[];
  file: string;
  /** Whether its sentences are in separate cells there, so that the spaces between them are lost. */
  divided?: true;
  /** Finds the elements of the page that show it. */
  find: (elements: Element[], byId: Map<string, Element>) => Element[];
}

function textsOf({ chapters }: Dossier): Text[] {
  return chapters.flatMap((chapter): Text[] => [
    ...chapter.segments
      .filter(({ type }) => type !== 'exhibit')
      .flatMap((segment) => placesOf(segment, chapter)),
    ...chapter.notes.flatMap(({ label, number, blocks, place, edition }) => {
      const text = { name: `note ${label} of edition ${edition}`, place, blocks };
      return [
        {
          ...text,
          file: fileAt(urls.chapter(edition, chapter.id).slice(1)),
          find: (_: Element[], byId: Map<string, Element>) => within(byId.get(`note-${label}`), 'note-text'),
        },
        ...(number === undefined
          ? []
          : [
              {
                ...text,
                file: fileAt(urls.note(number).slice(1)),
                find: (elements: Element[]) =>
                  wordedIn(edition, elements).flatMap((element) => within(element, 'note-text')),
              },
            ]),
      ];
    }),
  ]);
}

function placesOf({ id, edition, place, blocks }: Segment, chapter: Chapter): Text[] {
  const text = { name: `segment ${id} of edition ${edition}`, place, blocks };
  const others = new Set(chapter.segments.map((one) => htmlId(one.id)));
  return [
    {
      ...text,
      file: fileAt(urls.chapter(edition, chapter.id).slice(1)),
      find: (_, byId) => blocksFrom(byId.get(htmlId(id)), others),
    },
    {
      ...text,
      file: fileAt(urls.parallel(chapter.id).slice(1)),
      divided: true,
      find: (_, byId) => {
        const section = byId.get(htmlId(id));
        return section ? wordedIn(edition, elementsIn(section)) : [];
      },
    },
    ...(hasOwnPage(id)
      ? [
          {
            ...text,
            file: fileAt(urls.segment(id).slice(1)),
            find: (elements: Element[]) =>
              wordedIn(edition, elements).flatMap((element) => within(element, 'prose')),
          },
        ]
      : []),
  ];
}

const wordedIn = (edition: string, elements: Element[]): Element[] =>
  elements.filter((element) => attribute(element, 'data-wording') === edition);

function within(element: Element | undefined, className: string): Element[] {
  const found = element && firstWithClass(element, className);
  return found ? [found] : [];
}

/**
 * The blocks of a segment in its chapter: from the first, which has its id, to the next segment, without the exhibits
 * among them.
 */
function blocksFrom(first: Element | undefined, segments: ReadonlySet<string>): Element[] {
  if (!first) return [];
  const following = fromHere(first);
  const end = following.findIndex(
    (block, i) => i > 0 && block.tagName !== 'figure' && segments.has(attribute(block, 'id') ?? ''),
  );
  return following.slice(0, end < 0 ? undefined : end).filter(({ tagName }) => tagName !== 'figure');
}

function faultsOf(
  { name, place, blocks, divided, find }: Text,
  page: BuiltPage,
  elements: Element[],
  byId: Map<string, Element>,
): Message[] {
  const shown = find(elements, byId);
  const spaced = (text: string): string => (divided ? text.replaceAll(' ', '') : text);
  const lost = lostFrom(spaced(shownText(shown)), wordsOf(blocks).map(spaced));
  const cited = nodesOf(blocks, 'citation').reduce((sum, { items }) => sum + items.length, 0);
  const printed = shown.flatMap((element) => elementsIn(element).filter(isReference)).length;
  const reason =
    lost !== undefined
      ? `${lost.shown === '' ? 'Missing words' : `Unexpected words “${lost.shown}”`} of ${name}, expected “${lost.read}” as it was read`
      : printed < cited
        ? `Unexpected count of ${printed} references in ${name}, expected ${cited}`
        : undefined;
  if (reason === undefined) return [];
  const at = shown[0]?.sourceCodeLocation;
  return [
    createMessage({
      place: at ? { path: page.path, line: at.startLine, column: at.startCol } : startOf(page.path),
      cause: place,
      rule: 'texts-shown',
      reason,
    }),
  ];
}

const isReference = ({ tagName }: Element): boolean => tagName === 'cite';

/** The source text between citations, which pages print in another form. */
function wordsOf(blocks: RootContent[]): string[] {
  const words: string[] = [];
  let rest = blockText(blocks);
  for (const { value, items } of nodesOf(blocks, 'citation')) {
    const at = rest.indexOf(value);
    words.push(rest.slice(0, at), ...items.flatMap(({ prefix, suffix }) => [prefix, suffix]));
    rest = rest.slice(at + value.length);
  }
  return [...words, rest].map(oneSpaced);
}

/** The number of characters quoted from a text, half of them before the difference. */
const REACH = 24;

/** Where the page’s text differs from the source text, if it does. */
function lostFrom(shown: string, words: string[]): { shown: string; read: string } | undefined {
  const excerpt = (text: string, from: number): string => text.slice(from, from + REACH).trim();
  const [whole = ''] = words;
  let at = 0;
  if (words.length === 1) {
    if (shown === whole) return undefined;
    while (shown[at] === whole[at]) at++;
    const from = Math.max(0, at - REACH / 2);
    return { shown: excerpt(shown, from), read: excerpt(whole, from) };
  }
  for (const read of words) {
    const found = shown.indexOf(read, at);
    if (found < 0) return { shown: excerpt(shown, at), read: excerpt(read, 0) };
    at = found + read.length;
  }
  return undefined;
}
