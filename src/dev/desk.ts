import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { countMessages, placeOfMessage, type Message } from '../model/message.ts';
import { hasOwnPage, htmlId } from '../model/segment-id.ts';
import { urls, withBase } from '../model/urls.ts';
import { changesSinceConfirmed } from '../review/confirmed-text.ts';
import { alignedSegments, confirmationOf, type Confirmation } from '../review/confirmation.ts';
import type { Stretch } from '../review/word-changes.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { textAt } from '../read/text-at.ts';
import { messageList } from './message-banner.ts';
import { chapterIn, segmentIn } from '../read/text-in.ts';
import { pagesOf } from './where-seen.ts';

/** The data of the desk: the dossier, as far as it could be read, and the messages of check. */
interface Desk {
  dossier: Dossier | undefined;
  messages: Message[];
  /** The base path of the site. */
  base: string;
  /** The text of a rule’s page in the manual. */
  manual: (rule: string) => string | undefined;
}

/**
 * The page of the desk at an address below `/desk/`, where editors see in `dev` what is left to do; undefined if there
 * is no such page. `''` lists all messages by file, `<chapter>/` shows its segments with the editions side by side,
 * `rules/<id>/` the manual’s page of a rule.
 */
export async function deskPage(desk: Desk, address: string): Promise<string | undefined> {
  const [first = '', second = ''] = address.split('/');
  if (first === 'rules') return rulePage(desk, second);
  const { dossier, messages, base } = desk;
  if (first === '') return htmlPage(desk, 'The desk', [...chapterList(desk), ...filesWithMessages(desk)]);
  if (!dossier) return pageOfMessages(NOTHING, messages, base);
  const head = dossier.settings.value.chapters.find(({ id }) => id === first);
  if (!head) return undefined;
  const rows = alignedSegments(dossier).filter(({ chapter }) => chapter === head.id);
  const { editions } = dossier.settings.value;
  const unplaced = messages.filter(
    ({ file, level, line }) =>
      level === 'error' &&
      !dossier.chapters.some((one) => one.path === file && (one.id !== head.id || textAt(one, line))),
  );
  return htmlPage(desk, head.id, [
    unplaced.length > 0 ? messageList(unplaced, base) : undefined,
    h('table', [
      h('thead', [
        h('tr', [
          h('th', 'Segment'),
          ...editions.map(({ id, name, private: isPrivate }) =>
            h('th', [
              h('a', { href: withBase(base, urls.chapter(id, head.id)) }, name),
              isPrivate ? ' (private)' : '',
            ]),
          ),
        ]),
      ]),
      h('tbody', await Promise.all(rows.map(({ id }) => segmentRow(dossier, id, messages, base)))),
    ]),
  ]);
}

/** The title of the page shown instead of a dossier that cannot be read. */
export const NOTHING = 'The dossier cannot be read';

/** A page of messages in place of a dossier or a page that cannot be shown. */
export const pageOfMessages = (title: string, messages: Message[], base: string): string =>
  htmlPage({ base }, title, [messageList(messages, base)]);

function chapterList({ dossier, base }: Desk): ElementContent[] {
  if (!dossier) return [];
  const segments = alignedSegments(dossier);
  return [
    h('h2', 'Chapters'),
    h(
      'ul',
      dossier.settings.value.chapters.map(({ id }) => {
        const own = segments.filter(({ chapter }) => chapter === id);
        const counts = [...Map.groupBy(own, (segment) => confirmationOf(dossier, segment.id).state)]
          .map(([state, { length }]) => `${length} ${state}`)
          .join(', ');
        return h('li', [h('a', { href: withBase(base, `/desk/${id}/`) }, id), counts && `: ${counts}`]);
      }),
    ),
  ];
}

function filesWithMessages({ dossier, messages, base }: Desk): ElementContent[] {
  return [
    h('h2', 'What check says'),
    h('p', countMessages(messages)),
    // Files with errors come first.
    ...[...Map.groupBy(messages, ({ file }) => file)]
      .sort(([, a], [, b]) => Number(hasError(b)) - Number(hasError(a)))
      .flatMap(([file, own]) => {
        const [first] = own;
        const [page] = dossier && first ? pagesOf(dossier, placeOfMessage(first)) : [];
        return [
          h('h3', file, page && [' (', h('a', { href: withBase(base, page) }, 'its page'), ')']),
          messageList(own, base),
        ];
      }),
  ];
}

const hasError = (messages: Message[]): boolean => messages.some(({ level }) => level === 'error');

async function segmentRow(dossier: Dossier, id: string, messages: Message[], base: string): Promise<Element> {
  const confirmation = confirmationOf(dossier, id);
  const cells = dossier.settings.value.editions.map(async ({ id: edition, lang }) => {
    const segment = segmentIn(dossier, edition, id);
    const chapter = segment && chapterIn(dossier, edition, segment.chapter);
    if (!chapter) return h('td', { className: ['todo'], lang: 'en' }, '—');
    const said = messages.filter(({ file, line }) => file === chapter.path && textAt(chapter, line) === id);
    return h('td', { lang }, [
      h('p', await textWithChanges(dossier, segment, confirmation)),
      said.length > 0 ? h('div', { lang: 'en' }, [messageList(said, base)]) : undefined,
    ]);
  });
  return h('tr', { id: htmlId(id) }, [
    h('th', [
      hasOwnPage(id) ? h('a', { href: withBase(base, urls.segment(id)) }, id) : id,
      h('br'),
      h('small', { className: [confirmation.state] }, confirmation.state),
    ]),
    ...(await Promise.all(cells)),
  ]);
}

/**
 * A segment’s text. If it has changed since it was confirmed, shows the words that were removed and added, if git still
 * knows them.
 */
async function textWithChanges(
  dossier: Dossier,
  segment: Segment,
  confirmation: Confirmation,
): Promise<(Element | string)[]> {
  if (confirmation.state !== 'stale' || !confirmation.changed.includes(segment.edition))
    return [segment.text];
  // A folder outside git has no text to compare with.
  const changes = await changesSinceConfirmed(dossier, segment).catch(() => undefined);
  return changes?.map(markedStretch) ?? [h('mark', segment.text)];
}

const markedStretch = ({ in: side, text }: Stretch): Element | string =>
  side === 'both' ? text : h(side === 'after' ? 'ins' : 'del', text);

async function rulePage(desk: Desk, rule: string): Promise<string | undefined> {
  const text = desk.manual(rule === '' ? 'README' : rule);
  if (text === undefined) return undefined;
  const linked = text.replace(/\]\(([a-z-]+)\.md\)/g, `](${withBase(desk.base, '/desk/rules/$1/')})`);
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const tree = await processor.run(processor.parse(linked));
  return htmlPage(desk, rule, tree.children as ElementContent[], false);
}

/** Vite’s own module, which reloads pages when the server says so. It is outside the base path. */
const RELOAD = '/@vite/client';

function htmlPage(
  { base }: Pick<Desk, 'base'>,
  title: string,
  content: (ElementContent | undefined)[],
  hasHeading = true,
): string {
  const way = h('p', [
    h('a', { href: withBase(base, '/') }, 'The site'),
    ' · ',
    h('a', { href: withBase(base, '/desk/') }, 'The desk'),
    ' · ',
    h('a', { href: withBase(base, '/desk/rules/') }, 'Rules'),
  ]);
  return `<!doctype html>${toHtml(
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charset: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width' }),
        h('title', title),
        h('script', { type: 'module', src: RELOAD }),
        h('style', style),
      ]),
      h('body', [h('nav', [way]), h('main', hasHeading ? h('h1', title) : undefined, content)]),
    ]),
  )}`;
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1rem 1.5rem; max-inline-size: 80rem; font: 1rem/1.6 system-ui, sans-serif; }
h3 { margin-block: 1.5rem 0.5rem; font-size: 1rem; }
code, pre { font-size: 0.9em; overflow-wrap: anywhere; white-space: pre-wrap; }
main > ul:has(strong), td ul { padding: 0; list-style: none; }
li:has(strong) { margin-block: 0.5rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid #999; }
li.error { border-color: #c33; }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 0.5rem; border-block-start: 1px solid #999; text-align: start; vertical-align: top; }
th:first-child { inline-size: 7rem; }
td p { margin: 0; white-space: pre-line; }
td ul { margin-block: 0.5rem 0; font-size: 0.875rem; }
.stale, .untranslated { color: #c33; }
ins { background: #cfc; color: #000; } del { background: #fcc; color: #000; } mark { background: #ffc; color: #000; }
`;
