import type { Element } from 'xast';
import { x } from 'xastscript';
import { paperAuthors } from '../../cite/own-items.ts';
import { referenceText } from '../../cite/pieces.ts';
import { readIn } from '../../cite/read-in.ts';
import { citationStyleOf } from '../../i18n/phrases.ts';
import { translationsFor } from '../../i18n/translations.ts';
import { localised } from '../../model/localised.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import type { ChapterHead, Edition } from '../../model/settings.ts';
import { absolute, doiAddress } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import type { Chapter, Dossier, Segment } from '../../read/dossier.ts';
import { labelOf, referenceToPaper } from '../../render/label.ts';
import { referencesIn } from '../../render/references-in.ts';
import { chapterIn } from '../../read/text-in.ts';
import { filesFor, type Form } from '../form.ts';
import { xmlDocument } from '../xml.ts';
import { alignmentsOf, rowsOf } from './rows.ts';
import { teiBlocks, teiNote, teiRemarks, workId, xmlId, type Place } from './tei-text.ts';

/** All editions in one TEI P5 document, in which corresponding elements refer to one another. */
export const tei: Form = {
  id: 'tei',
  name: 'the whole text in TEI P5, with aligned editions',
  mediaType: 'application/tei+xml',
  files: (dossier) => filesFor(dossier, 'tei.xml', [dossier.settings.value], writeTei),
};

function writeTei(dossier: Dossier): string {
  const { editions } = dossier.settings.value;
  const place = placeIn(dossier);
  const document = x(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': editions[0]?.lang },
    header(dossier),
    x('text', [
      x(
        'group',
        editions.map((edition) => text(dossier, edition, place)),
      ),
      works(dossier),
    ]),
  );
  return xmlDocument(document, [
    ...['TEI', 'teiHeader', 'fileDesc', 'titleStmt', 'publicationStmt', 'notesStmt', 'sourceDesc'],
    ...['profileDesc', 'langUsage', 'text', 'group', 'front', 'body', 'back', 'div', 'listBibl'],
    ...['figure', 'table', 'row', 'list', 'quote'],
  ]);
}

/** The ids of a place in an edition, and of the corresponding places in other editions. */
function placeIn(dossier: Dossier): Place {
  const counterparts = new Map<string, Set<string>>();
  const join = (ids: string[]): void => {
    for (const id of ids)
      counterparts.set(
        id,
        new Set([...(counterparts.get(id) ?? []), ...ids.filter((other) => other !== id)]),
      );
  };
  for (const alignment of alignmentsOf(dossier))
    for (const { id, segment, cells } of rowsOf(dossier, alignment)) {
      const has = cells.flatMap((cell) => (cell ? [cell.edition.id] : []));
      for (const one of new Set([id, segment])) join(has.map((edition) => xmlId(one, edition)));
    }
  return (id, edition) => {
    const own = xmlId(id, edition);
    const others = [...(counterparts.get(own) ?? [])];
    return {
      'xml:id': own,
      ...(others.length > 0 ? { corresp: others.map((other) => `#${other}`).join(' ') } : {}),
    };
  };
}

function header({ settings }: Dossier): Element {
  const { paper, dossier: metadata, editions } = settings.value;
  const inEach = (write: (edition: Edition) => Element[]): Element[] => {
    const written = editions.flatMap(write);
    return written.filter(
      (one, i) => written.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i,
    );
  };
  const inLanguage = (name: string, say: (edition: Edition) => string, more = {}): Element[] =>
    inEach((edition) => [x(name, { ...more, 'xml:lang': edition.lang }, say(edition))]);
  const keywords = inEach(({ id, lang }) => {
    const terms = (paper.keywords?.[id] ?? []).map((term) => x('term', term));
    return terms.length > 0 ? [x('keywords', { 'xml:lang': lang }, terms)] : [];
  });
  return x('teiHeader', [
    x('fileDesc', [
      x('titleStmt', [
        ...inLanguage('title', (edition) => localised(metadata.title, edition)),
        ...inEach((edition) =>
          wordingOf(edition).type === 'paraphrase'
            ? []
            : paperAuthors(settings.value, edition).map((name) =>
                x('author', { 'xml:lang': edition.lang }, name),
              ),
        ),
        ...inLanguage('editor', (edition) => localised(metadata.editors, edition)),
        ...inEach((edition) => {
          const wording = wordingOf(edition);
          return wording.type === 'translation'
            ? [x('editor', { role: 'translator', 'xml:lang': edition.lang }, wording.translator)]
            : [];
        }),
      ]),
      x('editionStmt', [x('edition', { n: metadata.version }, metadata.version)]),
      x('publicationStmt', [
        ...inLanguage('publisher', (edition) => localised(metadata.editors, edition)),
        x('date', { when: metadata.issued }, metadata.issued),
        metadata.site && x('idno', { type: 'URL' }, absolute(metadata.site, '/')),
        metadata.licence &&
          x('availability', [
            x('licence', { target: metadata.licence.url }, [
              x('p', metadata.licence.name),
              ...inLanguage('p', (edition) => localised(metadata.licence?.covers ?? {}, edition)),
            ]),
          ]),
      ]),
      x(
        'notesStmt',
        inLanguage('note', (edition) => labelOf(settings.value, edition), { type: 'label' }),
      ),
      x(
        'sourceDesc',
        inEach((edition) => [
          x(
            'bibl',
            { type: 'paper', 'xml:lang': edition.lang },
            referenceToPaper(settings.value, edition),
            paper.DOI && [' ', x('idno', { type: 'DOI' }, paper.DOI)],
          ),
        ]),
      ),
    ]),
    x('profileDesc', [
      x(
        'langUsage',
        inEach(({ lang }) => [x('language', { ident: lang }, lang)]),
      ),
      keywords.length > 0 ? x('textClass', keywords) : undefined,
    ]),
  ]);
}

function text(dossier: Dossier, edition: Edition, place: Place): Element {
  const written = dossier.settings.value.chapters.flatMap((head) => {
    const chapter = chapterIn(dossier, edition.id, head.id);
    return chapter ? [{ head, chapter }] : [];
  });
  const t = translationsFor(edition.lang);
  const isAbstract = ({ type }: Segment): boolean => type === 'abstract';
  const abstract = written.flatMap(({ chapter }) => chapter.segments.filter(isAbstract));
  const notes = written.flatMap(({ chapter }) =>
    chapter.notes.flatMap((note) => teiNote(dossier, edition, note)),
  );
  const remarks = written.flatMap(({ chapter }) =>
    chapter.segments.flatMap((segment) => teiRemarks(dossier, edition, segment)),
  );
  return x('text', { 'xml:lang': edition.lang, 'xml:id': `text.${edition.id}` }, [
    abstract.length > 0
      ? x('front', [
          x(
            'div',
            { type: 'abstract' },
            x('head', t.abstract),
            abstract.flatMap((segment) => teiBlocks(dossier, edition, segment, place)),
          ),
        ])
      : undefined,
    x(
      'body',
      written.length === 0
        ? [x('p')]
        : written.map(({ head, chapter }) => division(dossier, edition, head, chapter, place)),
    ),
    notes.length + remarks.length > 0
      ? x('back', [
          apparatus('notes', t.note.heading, notes),
          apparatus('remarks', t.checks.heading, remarks),
        ])
      : undefined,
  ]);
}

const apparatus = (type: string, heading: string, notes: Element[]): Element | undefined =>
  notes.length > 0 ? x('div', { type }, x('head', heading), notes) : undefined;

/** A chapter, divided by its headings. */
function division(
  dossier: Dossier,
  edition: Edition,
  { section, title }: ChapterHead,
  { id, segments }: Chapter,
  place: Place,
): Element {
  const text = segments.filter(({ type }) => type !== 'abstract');
  const opening = text[0]?.type === 'heading' && text[0].id === String(section) ? text[0] : undefined;
  const chapter = x(
    'div',
    { type: 'chapter', n: String(section), 'xml:id': `chapter-${id}.${edition.id}` },
    opening
      ? teiBlocks(dossier, edition, opening, place)
      : x('head', place(String(section), edition.id), localised(title, edition)),
  );
  let open = chapter;
  for (const segment of text) {
    if (segment === opening) continue;
    const parts = parseSegmentId(segment.id);
    if (parts?.type === 'heading') {
      open = x('div', { type: 'section', n: segment.id });
      chapter.children.push(open);
    }
    open.children.push(...teiBlocks(dossier, edition, segment, place));
  }
  // TEI requires more than a head in a division.
  for (const one of [chapter, ...chapter.children])
    if (one.type === 'element' && one.name === 'div' && one.children.length === 1) one.children.push(x('p'));
  return chapter;
}

function works(dossier: Dossier): Element | undefined {
  const [first] = dossier.settings.value.editions;
  if (!first || dossier.works.length === 0) return undefined;
  const style = citationStyleOf(translationsFor(first.lang));
  const listed = dossier.works.map(({ id, value }) =>
    x('bibl', { 'xml:id': workId(id), 'xml:lang': value.language }, [
      referenceText(referencesIn(dossier).entry(readIn(value, first, style), style)),
      value.DOI && x('ptr', { target: doiAddress(value.DOI) }),
    ]),
  );
  return x('back', [x('div', { type: 'works' }, [x('listBibl', listed)])]);
}
