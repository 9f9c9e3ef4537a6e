import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { exhibitName, sayOrigin, sayPages, sayVerdict, segmentName } from '../../i18n/phrases.ts';
import { translationsFor } from '../../i18n/translations.ts';
import type { Exhibit } from '../../model/entries.ts';
import { localised } from '../../model/localised.ts';
import { editorNoteHtmlId, hasOwnPage, htmlId, unitHtmlId } from '../../model/segment-id.ts';
import type { ChapterHead, Edition } from '../../model/settings.ts';
import type { SourceCheck } from '../../model/source-check.ts';
import { addressInLanguage, urls } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import type { Dossier, Segment } from '../../read/dossier.ts';
import { tableHast } from '../../read/exhibit-hast.ts';
import { remarksOn } from '../../read/remarks.ts';
import { exhibitWords } from '../../release/entities.ts';
import { diagramHast } from '../../render/diagram.ts';
import { bylineOf } from '../../render/label.ts';
import { pictureHast } from '../../render/picture.ts';
import { checkHtmlId, signOf } from '../../render/unit-marks.ts';
import { sourceOf } from '../../site/checks.ts';
import { htmlRenderer } from '../../site/html.ts';
import { parallelSegments } from '../../site/parallel.ts';
import { chapterIn, exhibitOf, noteIn, segmentIn } from '../../read/text-in.ts';
import { pagesOf } from '../../site/queries.ts';
import { columns, inLine, labels, parsed, type Content } from './columns.ts';
import type { BookPart } from './parts.ts';
import { pictureFile } from './pictures.ts';

/**
 * The chapters that the editions have, in the order of the paper: each preceded by its abstract and followed by its
 * notes and checks.
 */
export function chapterParts(dossier: Dossier, editions: Edition[]): BookPart[] {
  return dossier.settings.value.chapters.flatMap((head) => {
    const written = editions.filter(({ id }) => chapterIn(dossier, id, head.id));
    return written.length === 0 ? [] : chapter(dossier, written, head);
  });
}

/** The file that contains a chapter. */
export const chapterFile = (id: string): string => `chapter-${id}.xhtml`;
export const ABSTRACT_FILE = 'abstract.xhtml';

function chapter(dossier: Dossier, editions: Edition[], head: ChapterHead): BookPart[] {
  const settings = dossier.settings.value;
  const number = head.section > 0 ? `${head.section} ` : '';
  const chapterSegments = segments(dossier, editions, head.id);
  const abstract = chapterSegments.filter(({ id }) => id === 'abstract');
  const text = chapterSegments.filter((one) => !abstract.includes(one));
  return [
    ...(abstract.length === 0
      ? []
      : [
          {
            file: ABSTRACT_FILE,
            type: 'abstract' as const,
            title: inLine(editions, (_, t) => t.abstract),
            body: [...abstract.flatMap(({ content }) => content), ...labels(dossier, editions, 'text')],
          },
        ]),
    {
      file: chapterFile(head.id),
      type: 'chapter',
      title: [
        ...(number === '' ? [] : [{ type: 'text' as const, value: number }]),
        ...inLine(editions, (edition) => localised(head.title, edition)),
      ],
      headings: text.flatMap(({ id, type }) =>
        type === 'heading'
          ? [
              {
                id: htmlId(id),
                title: inLine(editions, ({ id: own }) => segmentIn(dossier, own, id)?.text ?? ''),
              },
            ]
          : [],
      ),
      body: [
        ...columns(editions, (edition) => {
          const own = chapterIn(dossier, edition.id, head.id);
          const pages = own && pagesOf(own);
          return [h('p', { className: ['byline'] }, bylineOf(settings, edition, 'text', pages && [pages]))];
        }),
        ...text.flatMap(({ content }) => content),
        ...notes(dossier, editions, head.id),
        ...remarks(
          dossier,
          editions,
          chapterSegments.map(({ id }) => id),
        ),
        ...labels(dossier, editions, 'text'),
      ],
    },
  ];
}

interface SegmentContent {
  id: string;
  type: Segment['type'];
  content: ElementContent[];
}

/**
 * For one edition, the segments as in its chapter; for several, aligned unit by unit, each pair in a block of its
 * own.
 */
function segments(dossier: Dossier, editions: Edition[], chapter: string): SegmentContent[] {
  const html = htmlRenderer(dossier, '');
  const [only] = editions;
  if (editions.length === 1 && only)
    return (chapterIn(dossier, only.id, chapter)?.segments ?? []).map((segment) => ({
      id: segment.id,
      type: segment.type,
      content:
        segment.type === 'exhibit'
          ? exhibits(dossier, editions, segment.id)
          : parsed(html.inChapter(segment)),
    }));
  return parallelSegments(dossier, html, chapter, editions).map(({ id, type, rows, whole }) => ({
    id,
    type,
    content: [
      h(
        'section',
        { id: htmlId(id), className: [type] },
        hasOwnPage(id)
          ? h(
              'a',
              {
                className: ['permalink'],
                href: addressInLanguage(dossier.settings.value.editions, editions[0]!.id, urls.segment(id)),
              },
              segmentName(translationsFor(editions[0]!.lang), id),
            )
          : undefined,
        type === 'exhibit'
          ? exhibits(dossier, editions, id)
          : [
              ...whole.map(({ edition, html: text }) =>
                h('div', { className: ['whole'], lang: edition.lang }, parsed(text ?? '')),
              ),
              ...rows.flatMap(({ unit, cells }) =>
                columns(
                  cells.map(({ edition }) => edition),
                  (edition, t) => {
                    const text = cells.find((cell) => cell.edition === edition)?.html;
                    return text === undefined
                      ? [h('p', { className: ['remark'] }, t.untranslated)]
                      : parsed(text);
                  },
                  unit === undefined ? undefined : unitHtmlId(id, unit),
                ),
              ),
            ],
      ),
    ],
  }));
}

const exhibits = (dossier: Dossier, editions: Edition[], id: string): ElementContent[] => {
  const exhibit = exhibitOf(dossier, id);
  return exhibit
    ? columns(editions, (edition) => [exhibitFigure(dossier, edition, id, exhibit, editions)])
    : [];
};

function exhibitFigure(
  dossier: Dossier,
  edition: Edition,
  id: string,
  exhibit: Exhibit,
  editions: Edition[],
): Element {
  const t = translationsFor(edition.lang);
  const whose = wordingOf(edition).type;
  const figureId = editions.length > 1 ? `${id}-${edition.id}` : id;
  const pages = segmentIn(dossier, edition.id, id)?.pages;
  const { title, rows, source, remark } = exhibitWords(exhibit, edition.id);
  const origin = sayOrigin(t, exhibit);
  return h('figure', { id: figureId, className: ['exhibit'] }, [
    exhibit.type === 'diagram'
      ? diagramHast(exhibit, edition.id, figureId)
      : exhibit.type === 'lines'
        ? h('pre', exhibit.lines.join('\n'))
        : (pictureHast(dossier, id, edition.id, pictureFile) ??
          tableHast(rows.map((row) => row.map((value) => [{ type: 'text', value }])))),
    h('figcaption', [
      h('p', h('b', exhibitName(t, id)), ` ${title}`, pages && [' ', h('small', sayPages(t, pages))]),
      whose === 'paraphrase' && origin !== undefined ? h('p', origin) : undefined,
      source && h('p', t.exhibitSource({ source, whose })),
      remark && h('p', [h('b', t.segment.editorNote), ` ${remark}`]),
    ]),
  ]);
}

/** The notes of a chapter, which readers may open over the text. */
function notes(dossier: Dossier, editions: Edition[], chapter: string): ElementContent[] {
  const html = htmlRenderer(dossier, '');
  const numbers = new Set(
    editions.flatMap(({ id }) =>
      (chapterIn(dossier, id, chapter)?.notes ?? []).flatMap(({ number }) => number ?? []),
    ),
  );
  if (numbers.size === 0) return [];
  return [
    h('section', { className: ['notes'], 'epub:type': 'footnotes' }, [
      h(
        'h2',
        { id: 'notes' },
        inLine(editions, (_, t) => t.note.heading),
      ),
      ...[...numbers]
        .sort((a, b) => a - b)
        .map((number) =>
          footnote(
            `note-${number}`,
            editions,
            String(number),
            columns(editions, (edition) => {
              const note = noteIn(dossier, edition.id, number);
              return note ? parsed(html.note(note)) : [];
            }),
          ),
        ),
    ]),
  ];
}

/** The editors’ remarks on the sentences of a chapter: source checks and notes. */
function remarks(dossier: Dossier, editions: Edition[], ids: string[]): ElementContent[] {
  const unitRemarks = ids.flatMap((id) => remarksOn(dossier, id));
  if (unitRemarks.length === 0) return [];
  const hasChecks = unitRemarks.some(({ checks }) => checks.length > 0);
  return [
    h('section', { className: ['remarks'], 'epub:type': 'footnotes' }, [
      h(
        'h2',
        { id: 'remarks' },
        inLine(editions, (_, t) => (hasChecks ? t.checks.heading : t.segment.editorNote)),
      ),
      ...unitRemarks.flatMap(({ checks, notes: editorNotes }) => [
        ...together(
          checks.map((check) => ({
            id: checkHtmlId(check),
            content: columns(editions, (edition) => checkContent(dossier, check, edition)),
          })),
          editions,
        ),
        ...together(
          editorNotes.map((note) => ({
            id: editorNoteHtmlId(note.id),
            content: columns(editions, (edition, { segment }) => [
              h('p', [
                h('b', segment.editorNote),
                ` ${segment.printed({ text: note.printed })} ${localised(note.text, edition)}`,
              ]),
            ]),
          })),
          editions,
        ),
      ]),
      ...labels(dossier, editions, 'account'),
    ]),
  ];
}

function checkContent(dossier: Dossier, check: SourceCheck, edition: Edition): Content[] {
  const t = translationsFor(edition.lang);
  const { id, claim, finding, words, sought, locator, read, opened, archive, date } = check;
  const { name, lang, work } = sourceOf(dossier, check, edition);
  const address = (name: string, url: string | undefined) =>
    url && [h('br'), `${name} `, h('a', { href: url }, url)];
  return [
    h('p', [h('b', `${signOf(check)} ${sayVerdict(t, check)}`), ` ${localised(claim, edition)}`]),
    h('p', localised(finding, edition)),
    words &&
      h(
        'p',
        h('q', { lang: words.lang }, words.text),
        words.at && [' ', h('small', localised(words.at, edition))],
      ),
    h(
      'p',
      { className: ['source'] },
      h('b', t.checks.name({ id })),
      ' ',
      work === undefined ? name : h('a', { href: urls.entryIn(edition.id, 'work', work), lang }, name),
      locator && ` ${locator}`,
      h('br'),
      `${t.checks.whatWasRead} ${t.checks.read[read]}`,
      address(t.checks.opened, opened),
      address(t.checks.archive, archive),
      h('br'),
      `${t.checks.date} ${date}`,
      sought && [h('br'), t.checks.sought({ where: localised(sought, edition) })],
    ),
  ];
}

/** The target of one mark: its first remark and any others. */
function together(
  [first, ...others]: { id: string; content: ElementContent[] }[],
  editions: Edition[],
): Element[] {
  if (!first) return [];
  const more = others.map(({ id, content }) => h('div', { id }, content));
  return [footnote(first.id, editions, '↩', [...first.content, ...more])];
}

/** A note or remark with a backlink to its mark. */
const footnote = (id: string, editions: Edition[], sign: string, content: ElementContent[]): Element =>
  h('aside', { id, 'epub:type': 'footnote', role: 'doc-footnote' }, [
    h('p', { className: ['back'] }, [
      h(
        'a',
        {
          href: `#${id}-mark`,
          role: 'doc-backlink',
          ariaLabel: `${sign} ${translationsFor(editions[0]!.lang).note.back}`,
        },
        sign,
      ),
    ]),
    ...content,
  ]);
