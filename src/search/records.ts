import type { ElementContent } from 'hast';
import type { Citation } from '../markdown/nodes.ts';
import { printedText } from '../markdown/quoted-stop.ts';
import { blockText } from '../markdown/text.ts';
import { inEdition, type Localised } from '../model/localised.ts';
import type { Exhibit } from '../model/entries.ts';
import { hasOwnPage } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import { spokenIn, urls } from '../model/urls.ts';
import type { Chapter, Dossier, Note, Segment } from '../read/dossier.ts';
import { idsOf, mentionsIn } from '../read/mentions.ts';
import type { EditionRecords, SearchRecord } from './record.ts';

/** What the dossier's files alone do not say of a page's words. */
export interface SearchRenderer {
  /** The references that a citation is printed as. */
  citation: (node: Citation, edition: string, note: string) => ElementContent[];
  /** The reference to a work, as its page in that edition prints it. */
  reference: (work: string, edition: Edition) => string;
  /** What an exhibit's page says of its source. */
  exhibitSource: (source: string, edition: Edition) => string;
}

/** Everything of an edition that can be found. */
export function recordsOf(dossier: Dossier, edition: Edition, renderer: SearchRenderer): EditionRecords {
  const { chapters, caseKinds } = dossier.settings.value;
  const named = (entries: { id: string; name: Localised }[]): Record<string, string> =>
    Object.fromEntries(entries.map(({ id, name }) => [id, inEdition(name, edition.id)]));
  return {
    edition: edition.id,
    lang: edition.lang,
    records: inNeighbourhoods(dossier, edition, listRecords(dossier, edition, renderer)),
    names: {
      chapter: named(chapters.map(({ id, title }) => ({ id, name: title }))),
      caseKind: named(caseKinds),
      actor: named(dossier.actors.map(({ id, value }) => ({ id, name: value.name }))),
    },
  };
}

function listRecords(dossier: Dossier, edition: Edition, renderer: SearchRenderer): SearchRecord[] {
  const localised = (text: Localised): string => inEdition(text, edition.id);
  const titles = new Map(dossier.settings.value.chapters.map(({ id, title }) => [id, localised(title)]));
  const chapters = dossier.chapters.filter((chapter) => chapter.edition === edition.id);
  const titleOf = ({ id }: Chapter): string => titles.get(id) ?? id;
  return [
    ...chapters.flatMap((chapter): SearchRecord[] => [
      {
        kind: 'heading',
        id: String(chapter.section),
        url: urls.chapter(edition.id, chapter.id),
        cite: urls.chapter(edition.id, chapter.id),
        title: titleOf(chapter),
        chapter: chapter.id,
        text: titleOf(chapter),
      },
      ...chapter.segments
        .filter(({ type }) => type !== 'exhibit')
        .map((segment) => segmentRecord(dossier, segment, titleOf(chapter), edition)),
    ]),
    ...chapters.flatMap((chapter) =>
      chapter.notes.map((note) => noteRecord(note, chapter, titleOf(chapter), renderer)),
    ),
    ...dossier.exhibits.map(({ id, value }): SearchRecord => {
      const chapter = chapters.find(({ segments }) => segments.some((segment) => segment.id === id));
      const pages = chapter?.segments.find((segment) => segment.id === id)?.pages;
      const url = urls.exhibit(edition.id, id);
      return {
        kind: 'exhibit',
        id,
        url,
        cite: url,
        title: localised(value.title),
        ...(chapter ? { chapter: chapter.id } : {}),
        ...(pages ? { pages } : {}),
        text: exhibitLines(value, edition, renderer).join('\n'),
      };
    }),
    ...dossier.terms.map(({ id, value }): SearchRecord => ({
      kind: 'term',
      id,
      url: urls.entryIn(edition.id, 'term', id),
      cite: urls.entry('term', id),
      title: localised(value.name),
      text: lines(
        localised(value.name),
        localised(value.definition),
        value.addition && localised(value.addition),
        ...(value.aliases[edition.id] ?? []),
      ),
      names: namesIn(dossier, value.name, value.aliases),
    })),
    ...dossier.cases.map(({ id, value, prose }): SearchRecord => ({
      kind: 'case',
      id,
      url: urls.entryIn(edition.id, 'case', id),
      cite: urls.entry('case', id),
      title: localised(value.title),
      caseKinds: [value.kind],
      actors: value.actors,
      text: lines(
        localised(value.title),
        localised(value.summary),
        ...prose.filter((one) => one.edition === edition.id).map(({ tree }) => blockText(tree.children)),
        ...value.developments.map(({ text }) => localised(text)),
      ),
      names: namesIn(dossier, value.title, value.aliases),
    })),
    ...dossier.works.map(({ id, value }): SearchRecord => ({
      kind: 'work',
      id,
      url: urls.entryIn(edition.id, 'work', id),
      cite: urls.entry('work', id),
      title: value.title,
      ...(value.language === edition.lang ? {} : { lang: value.language }),
      text: renderer.reference(id, edition),
    })),
    ...dossier.actors.map(({ id, value }): SearchRecord => ({
      kind: 'actor',
      id,
      url: urls.entryIn(edition.id, 'actor', id),
      cite: urls.entry('actor', id),
      title: localised(value.name),
      text: localised(value.name),
      names: namesIn(dossier, value.name, value.aliases, value.forms),
    })),
    ...dossier.checks.value.map(({ id, claim, finding, words, verdict, passage }): SearchRecord => {
      const chapter = chapters.find(({ segments }) =>
        segments.some((segment) => segment.id === passage.segment),
      );
      return {
        kind: 'check',
        id,
        url: spokenIn(dossier.settings.value.editions, edition.id, urls.check(id)),
        cite: urls.check(id),
        title: localised(claim),
        ...(chapter ? { chapter: chapter.id } : {}),
        verdict,
        text: lines(localised(claim), localised(finding), words?.text),
      };
    }),
  ];
}

/** All that an entry goes by, by edition. */
function namesIn(
  { settings }: Dossier,
  ...lists: Record<string, string | string[]>[]
): Record<string, string[]> {
  const names = settings.value.editions.map(({ id }): [string, string[]] => [
    id,
    [...new Set(lists.flatMap((list) => list[id] ?? []))],
  ]);
  return Object.fromEntries(names.filter(([, list]) => list.length > 0));
}

/**
 * The records with what belongs to a passage behind it: its source checks, and what is mentioned most there. Notes and
 * works follow in the same order, since they are mostly found with one another.
 */
function inNeighbourhoods(dossier: Dossier, edition: Edition, records: SearchRecord[]): SearchRecord[] {
  const ties = new Map<string, Map<string, number>>();
  const tie = (kind: string, id: string, segment: string): void => {
    const times = ties.get(`${kind} ${id}`) ?? new Map<string, number>();
    ties.set(`${kind} ${id}`, times.set(segment, (times.get(segment) ?? 0) + 1));
  };
  for (const { passage, id } of dossier.checks.value) tie('check', id, passage.segment);
  for (const chapter of dossier.chapters.filter((one) => one.edition === edition.id)) {
    const notes = new Map(chapter.notes.map((note) => [note.number, note]));
    for (const segment of chapter.segments) {
      tie('exhibit', segment.id, segment.id);
      for (const { kind, id } of mentionsIn(dossier).get(segment) ?? []) tie(kind, id, segment.id);
      for (const note of segment.notes.flatMap((number) => notes.get(number) ?? [])) {
        tie('note', note.label, segment.id);
        for (const { key } of note.citations) tie('work', key, segment.id);
      }
    }
  }
  const isHost = ({ kind, url }: SearchRecord): boolean =>
    kind === 'segment' || (kind === 'heading' && url.includes('#'));
  const hosts = new Set(records.filter(isHost).map(({ id }) => id));
  const guests = Map.groupBy(records, (record) => {
    const times = isHost(record) ? undefined : ties.get(`${record.kind} ${record.id}`);
    const [[home] = ['']] = [...(times ?? [])].sort(([, a], [, b]) => b - a);
    return hosts.has(home) ? home : '';
  });
  const ordered = (guests.get('') ?? []).flatMap((record) =>
    isHost(record) ? [record, ...(guests.get(record.id) ?? [])] : [record],
  );
  const isApparatus = ({ kind }: SearchRecord): boolean => kind === 'note' || kind === 'work';
  return [...ordered.filter((record) => !isApparatus(record)), ...ordered.filter(isApparatus)];
}

function segmentRecord(dossier: Dossier, segment: Segment, title: string, edition: Edition): SearchRecord {
  const { id, chapter, text, pages, type } = segment;
  const url = urls.segmentInChapter(edition.id, chapter, id);
  const mentions = mentionsIn(dossier).get(segment) ?? [];
  const cases = idsOf(mentions, 'case');
  return {
    kind: type === 'heading' ? 'heading' : 'segment',
    id,
    url,
    cite: hasOwnPage(id) ? urls.segment(id) : url,
    title,
    chapter,
    ...(pages ? { pages } : {}),
    text,
    // An original has sentences of its own, and is set beside others segment by segment.
    ...(edition.role === 'original' ? {} : { units: unitStarts(segment) }),
    caseKinds: [
      ...new Set(dossier.cases.filter((one) => cases.includes(one.id)).map(({ value }) => value.kind)),
    ],
    actors: idsOf(mentions, 'actor'),
  };
}

/** Where the units begin in the segment's text, in which only white space may stand between them. */
function unitStarts({ text, units }: Segment): number[] {
  let at = 0;
  return units.map((unit) => {
    const start = text.indexOf(unit.text, at);
    if (start >= 0) at = start + unit.text.length;
    return start >= 0 ? start : at;
  });
}

function noteRecord(note: Note, chapter: Chapter, title: string, renderer: SearchRenderer): SearchRecord {
  const mark = chapter.marks.find(({ number }) => number === note.number);
  const url = urls.noteInChapter(chapter.edition, chapter.id, note.label);
  const print = (node: Citation): ElementContent[] => renderer.citation(node, chapter.edition, note.label);
  return {
    kind: 'note',
    id: note.label,
    url,
    cite: note.number === undefined ? url : urls.note(note.number),
    title,
    chapter: chapter.id,
    ...(mark?.page === undefined ? {} : { pages: [mark.page, mark.page] }),
    text: printedText(note.blocks, print),
  };
}

function exhibitLines(exhibit: Exhibit, edition: Edition, renderer: SearchRenderer): string[] {
  const localised = (text: Localised): string => inEdition(text, edition.id);
  const around = [
    localised(exhibit.title),
    ...(exhibit.source ? [renderer.exhibitSource(localised(exhibit.source), edition)] : []),
    ...(exhibit.remark ? [localised(exhibit.remark)] : []),
  ];
  switch (exhibit.type) {
    case 'diagram':
      return [
        ...around,
        ...exhibit.nodes.flatMap(({ label, detail }) => [
          localised(label),
          ...(detail ? [localised(detail)] : []),
        ]),
      ];
    case 'table':
      return [
        ...around,
        ...exhibit.columns.map(({ label }) => localised(label)),
        ...exhibit.rows.flatMap(({ cells }) => Object.values(cells).map(localised)),
      ];
    case 'picture':
      return [...around, localised(exhibit.alt)];
    case 'lines':
      return [...around, ...exhibit.lines];
  }
}

const lines = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n');
