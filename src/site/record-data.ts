import { toHtml } from 'hast-util-to-html';
import { exportedItem } from '../cite/csl-item.ts';
import { recordOfPaper } from '../cite/own-items.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import type { EditionRecord } from '../model/edition-record.ts';
import { permalink, urls } from '../model/urls.ts';

import type { Dossier } from '../read/dossier.ts';
import { copiedLabelOf, labelOf } from '../render/label.ts';
import { referenceHast } from '../render/render-context.ts';
import {
  citeOwn,
  citePaper,
  footnotesOf,
  localLinkOf,
  nameOfPage,
  ownRecord,
  paperFootnotes,
  partOf,
  throughOf,
  type Footnote,
  type OwnPage,
} from './citing.ts';
import { chapterIn, markOf, noteIn, noteNumbers, pagesOf, segmentIn, translationsOf } from './queries.ts';
import { lastingPlace } from './releases.ts';

/** A page that is cited, and has a file that says how. */
export type CitedPage = Pick<OwnPage, 'kind' | 'id'> & {
  kind: 'segment' | 'note' | 'case' | 'term' | 'check' | 'chapter';
};

/** Whether a page, in whatever language, has such a file: not where only what is private has its text. */
export function hasRecord(dossier: Dossier, { kind, id }: OwnPage): boolean {
  const editions = publicEditions(dossier.settings.value);
  switch (kind) {
    case 'segment':
      return editions.some((edition) => segmentIn(dossier, edition.id, id));
    case 'note':
      return editions.some((edition) => noteIn(dossier, edition.id, Number(id)));
    case 'case':
    case 'term':
    case 'check':
      return true;
    default:
      return false;
  }
}

/** The pages beside the segments that have such a file, and where they are. */
export function citedPages(dossier: Dossier): { page: CitedPage; address: string }[] {
  const editions = publicEditions(dossier.settings.value).map(({ id }) => id);
  const notes = noteNumbers(dossier).filter((number) =>
    editions.some((edition) => noteIn(dossier, edition, number)),
  );
  const chapters = dossier.chapters.filter(({ edition }) => editions.includes(edition));
  return [
    ...notes.map((number) => ({
      page: { kind: 'note' as const, id: String(number) },
      address: urls.note(number),
    })),
    ...(['case', 'term'] as const).flatMap((kind) =>
      dossier[`${kind}s`].map(({ id }) => ({ page: { kind, id }, address: urls.entry(kind, id) })),
    ),
    ...dossier.checks.value.map(({ id }) => ({
      page: { kind: 'check' as const, id },
      address: urls.check(id),
    })),
    ...chapters.map(({ edition, id }) => ({
      page: { kind: 'chapter' as const, id },
      address: urls.chapter(edition, id),
    })),
  ];
}

/** How a page is cited, in each public edition that has it. */
export function recordData(dossier: Dossier, base: string, page: CitedPage): Record<string, EditionRecord> {
  const settings = dossier.settings.value;
  return Object.fromEntries(
    publicEditions(settings).flatMap((edition) => {
      const own = ownPage(dossier, edition, page);
      if (!own) return [];
      const record = ownRecord(dossier, base, edition, own.page);
      const t = translationsOf(edition);
      const segment = page.kind === 'segment' ? segmentIn(dossier, edition.id, page.id) : undefined;
      const said: EditionRecord = {
        address: record?.URL ?? permalink(settings.dossier.site, base, own.page.address),
        ...(segment
          ? { text: permalink(settings.dossier.site, base, lastingPlace(dossier, edition, segment)) }
          : {}),
        credit: copiedLabelOf(settings, edition, partOf(page)),
        footnotes: footnotesOf(dossier, base, edition, own).map(({ paper, ...note }) => ({
          style: note.style,
          name: note.name,
          html: htmlIn(edition, note),
          ...(paper ? { paper: htmlIn(edition, paper) } : {}),
          ...(paper ? { through: throughOf(edition, note.style) } : {}),
          ...(note.inText ? { inText: htmlIn(edition, { ...note, pieces: note.inText }) } : {}),
          ...(paper?.inText ? { paperInText: htmlIn(edition, { ...paper, pieces: paper.inText }) } : {}),
        })),
        ...(settings.dossier.site === undefined ? { local: localLinkOf(settings, edition) } : {}),
        ...(own.pages && own.pages[0] < own.pages[1] && partOf(page) === 'text'
          ? { atPages: atPages(dossier, edition, own.pages) }
          : {}),
        ...(page.kind === 'chapter'
          ? {
              files: {
                paper: citePaper(dossier, edition, own.pages).records,
                own: citeOwn(dossier, base, edition, own.page)?.records ?? [],
              },
            }
          : {}),
        quotes: t.typography.quotes.split(' '),
        record: exportedItem(record ?? recordOfPaper(settings, edition)),
      };
      return [[edition.id, said]];
    }),
  );
}

/** The paper at each of its printed pages and at each two that follow one another, as words on them are cited. */
function atPages(
  dossier: Dossier,
  edition: Edition,
  [first, last]: [number, number],
): Record<string, Record<string, string>> {
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const parts = all.flatMap((page): [number, number][] => [
    [page, page],
    ...(page < last ? [[page, page + 1] satisfies [number, number]] : []),
  ]);
  return Object.fromEntries(
    parts.map((pages) => [
      [...new Set(pages)].join('-'),
      Object.fromEntries(
        paperFootnotes(dossier, edition, pages).map((note) => [
          note.style,
          htmlIn(edition, { ...note, pieces: note.inText ?? note.pieces }),
        ]),
      ),
    ]),
  );
}

/** A reference as HTML, which says its language where that is not the edition's. */
function htmlIn({ lang }: Edition, note: Pick<Footnote, 'lang' | 'pieces'>): string {
  const html = toHtml(referenceHast(note.pieces, undefined));
  return note.lang === lang ? html : `<span lang="${note.lang}">${html}</span>`;
}

/** The same as a file, with whose wording it is. */
export const recordJson = (dossier: Dossier, base: string, page: CitedPage): string =>
  `${JSON.stringify(
    {
      id: page.id,
      version: dossier.settings.value.dossier.version,
      editions: Object.fromEntries(
        Object.entries(recordData(dossier, base, page)).map(([id, said]) => {
          const edition = dossier.settings.value.editions.find((one) => one.id === id)!;
          return [
            id,
            {
              language: edition.lang,
              label: labelOf(dossier.settings.value, edition, partOf(page)),
              ...said,
            },
          ];
        }),
      ),
    },
    undefined,
    2,
  )}\n`;

/** The page as an edition names it, and the printed pages that it is about. */
function ownPage(
  dossier: Dossier,
  edition: Edition,
  { kind, id }: CitedPage,
): { page: OwnPage; pages?: [number, number] | undefined } | undefined {
  const name = nameOfPage(dossier, edition, { kind, id }) ?? id;
  switch (kind) {
    case 'segment': {
      const segment = segmentIn(dossier, edition.id, id);
      return segment && { page: { kind, id, name, address: urls.segment(id) }, pages: segment.pages };
    }
    case 'note': {
      const number = Number(id);
      const page = markOf(dossier, edition.id, number)?.page;
      return (
        noteIn(dossier, edition.id, number) && {
          page: { kind, id, name, address: urls.note(number) },
          pages: page === undefined ? undefined : [page, page],
        }
      );
    }
    case 'case':
    case 'term':
      return { page: { kind, id, name, address: urls.entry(kind, id) } };
    case 'check':
      return { page: { kind, id, name, address: urls.check(id) } };
    case 'chapter': {
      const chapter = chapterIn(dossier, edition.id, id);
      return (
        chapter && {
          page: { kind, id, name, address: urls.chapter(edition.id, id) },
          pages: pagesOf(chapter),
        }
      );
    }
  }
}
