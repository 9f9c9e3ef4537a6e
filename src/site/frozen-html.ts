import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import katex from 'katex';
import type { ElementContent } from 'hast';
import type {} from 'mdast-util-to-hast';
import type { FrozenBlock, FrozenEdition, FrozenMark, FrozenText } from '../model/release.ts';
import { permalinkKinds } from '../model/registry.ts';
import { hasOwnPage, htmlId, unitHtmlId } from '../model/segment-id.ts';
import { urls } from '../model/urls.ts';
import { link } from './dossier.ts';
import { lastingAddress } from './lasting.ts';
import { segmentIn } from './releases.ts';

/** Where frozen blocks are shown: on the page of their chapter, which has the places of units and notes, or elsewhere. */
export interface FrozenPage {
  edition: FrozenEdition;
  page: 'chapter' | 'segment';
  /** The segment that the blocks are of; none for a note. */
  segment?: string;
}

/** HTML of a release's blocks. The form may change from one build to the next; the words do not. */
export function frozenHtml(blocks: FrozenBlock[], page: FrozenPage): string {
  let units = 0;
  const block = (one: FrozenBlock): ElementContent => {
    switch (one.type) {
      case 'paragraph':
        return h(
          'p',
          one.units.map((unit) => {
            units++;
            const isPlace = page.page === 'chapter' && page.segment !== undefined;
            return h(
              'span',
              isPlace ? { id: unitHtmlId(page.segment ?? '', units) } : {},
              inline(unit, page),
            );
          }),
        );
      case 'heading':
        return h('h2', inline(one.content, page));
      case 'list': {
        const items = one.items.map((item) => h('li', item.map(block)));
        return one.from === undefined ? h('ul', items) : h('ol', { start: one.from }, items);
      }
      case 'quotation':
        return h('blockquote', one.blocks.map(block));
      case 'table': {
        const [head = [], ...rows] = one.rows;
        return table(
          head.map((cell) => inline(cell, page)),
          rows.map((row) => row.map((cell) => inline(cell, page))),
        );
      }
      case 'formula':
        return h('p', [formula(one.tex, true)]);
      case 'exhibit': {
        const [head = [], ...rows] = one.rows;
        const words = (cell: string): ElementContent[] => [{ type: 'text', value: cell }];
        return h('figure', [
          h('figcaption', [
            h('b', one.title),
            ...[one.source, one.remark].flatMap((more) => more ?? []).map((more) => h('p', more)),
          ]),
          table(
            head.map(words),
            rows.map((row) => row.map(words)),
          ),
        ]);
      }
    }
  };
  return toHtml({ type: 'root', children: blocks.map(block) }, { allowDangerousHtml: true });
}

const table = (head: ElementContent[][], rows: ElementContent[][][]): ElementContent =>
  h('div', { className: ['scroll'], tabIndex: 0 }, [
    h('table', [
      h('thead', [
        h(
          'tr',
          head.map((cell) => h('th', { scope: 'col' }, cell)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  ]);

/** Puts the marks of a text round what they mark. A mark without extent at another's end stands behind it. */
function inline({ text, marks = [] }: FrozenText, page: FrozenPage): ElementContent[] {
  let next = 0;
  const between = (start: number, end: number): ElementContent[] => {
    const pieces: ElementContent[] = [];
    let at = start;
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      next++;
      pieces.push(...plain(text.slice(at, mark.start)));
      const inside = mark.end > mark.start ? between(mark.start, mark.end) : [];
      pieces.push(...marked(mark, text.slice(mark.start, mark.end), inside, page));
      at = mark.end;
    }
    return [...pieces, ...plain(text.slice(at, end))];
  };
  return between(0, Infinity);
}

const plain = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((line, i): ElementContent[] => [...(i > 0 ? [h('br')] : []), { type: 'text', value: line }])
    .filter((piece) => piece.type !== 'text' || piece.value !== '');

function marked(
  mark: FrozenMark,
  text: string,
  inside: ElementContent[],
  page: FrozenPage,
): ElementContent[] {
  switch (mark.type) {
    case 'emphasis':
      return [h('em', inside)];
    case 'strong':
      return [h('strong', inside)];
    case 'deleted':
      return [h('del', inside)];
    case 'code':
      return [h('code', inside)];
    case 'superscript':
      return [h('sup', inside)];
    case 'subscript':
      return [h('sub', inside)];
    case 'formula':
      return [formula(text, false)];
    case 'link': {
      const href = addressOf(mark.to, page);
      return href === undefined ? inside : [h('a', { href }, inside)];
    }
    case 'citation':
      return inside;
    case 'reference':
      return [h('cite', { lang: mark.lang }, inside)];
    case 'note': {
      const { number } = mark;
      const id = page.page === 'chapter' ? { id: `note-${number}-mark` } : {};
      return [
        h('sup', [h('a', { href: `#${noteId(number, page)}`, role: 'doc-noteref', ...id }, String(number))]),
      ];
    }
    case 'page':
      return [h('span', { className: ['page'], dataPage: String(mark.page) })];
  }
}

/** On a page with several editions each has its own. */
export const noteId = (number: number, { page, edition }: FrozenPage): string =>
  page === 'chapter' ? `note-${number}` : `note-${number}-${edition.edition.id}`;

/** Passages and notes are read in the same release; what the text speaks of, where the dossier has it. */
function addressOf(to: string, { edition }: FrozenPage): string | undefined {
  const [, scheme = '', id = ''] = /^([a-z]+):(.*)$/.exec(to) ?? [];
  if (/^(?:https?|mailto)$/.test(scheme)) return to;
  const {
    version,
    edition: { id: editionId },
  } = edition;
  const inChapter = (chapter: string | undefined, fragment: string): string | undefined =>
    chapter === undefined
      ? undefined
      : link(`${urls.chapterInRelease(version, editionId, chapter)}#${fragment}`);
  if (scheme === 'seg' || scheme === 'exhibit') {
    const chapter = segmentIn(edition, id)?.chapter.id;
    return chapter === undefined && scheme === 'seg' && hasOwnPage(id)
      ? link(urls.segmentInRelease(version, id))
      : inChapter(chapter, htmlId(id));
  }
  if (scheme === 'note')
    return inChapter(
      edition.chapters.find(({ notes }) => notes.some(({ number }) => String(number) === id))?.id,
      `note-${id}`,
    );
  const kind = permalinkKinds.find((one) => one === scheme);
  const address =
    kind === undefined ? (to.startsWith('/') ? to : undefined) : lastingAddress(kind, id, editionId);
  return address === undefined ? undefined : link(address);
}

/** A formula as MathML; one that cannot be set any more, as the TeX that it is. */
function formula(tex: string, displayMode: boolean): ElementContent {
  try {
    return { type: 'raw', value: katex.renderToString(tex, { output: 'mathml', displayMode }) };
  } catch (error) {
    console.error(
      `A formula of a release is shown as TeX: ${error instanceof Error ? error.message : String(error)}`,
    );
    return h('code', tex);
  }
}
