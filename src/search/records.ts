import type { ElementContent } from 'hast';
import { pinyin } from 'pinyin-pro';
import type { Citation } from '../markdown/nodes.ts';
import { printedText } from '../markdown/quoted-stop.ts';
import { blockText } from '../markdown/text.ts';
import type { Exhibit } from '../model/entries.ts';
import { entityKey } from '../model/entity-key.ts';
import { localised, type Localised } from '../model/localised.ts';
import { HAN } from '../model/language.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { outcomeOf } from '../model/source-check.ts';
import type { Chapter, Dossier, Segment } from '../read/dossier.ts';
import { idsOf, mentionsIn } from '../read/mentions.ts';
import { numberedNotes } from '../read/remarks.ts';
import { chaptersIn, segmentIn } from '../read/text-in.ts';
import type { EditionRecords, RecordKind, SearchRecord } from './record.ts';

/** Renders the parts of the pages’ text that are not in the dossier’s files. */
export interface SearchRenderer {
  /** The references printed for a citation. */
  citation: (node: Citation, edition: string, note: string) => ElementContent[];
  /** The reference to a work, as printed on its page in that edition. */
  reference: (work: string, edition: Edition) => string;
  /** The reference to the paper, as printed in that edition. */
  paper: (edition: Edition) => string;
  /** The source line on the page of an exhibit. */
  exhibitSource: (source: string, edition: Edition) => string;
  /** The name of a segment or exhibit. */
  place: (id: string, edition: Edition) => string;
  /** Says what the paper prints where the editors note a fault. */
  printed: (text: string, edition: Edition) => string;
}

/** All records of an edition. */
export function recordsOf(dossier: Dossier, edition: Edition, renderer: SearchRenderer): EditionRecords {
  const { chapters: settings, caseKinds } = dossier.settings.value;
  const named = (entries: { id: string; name: Localised }[]): Record<string, string> =>
    Object.fromEntries(entries.map(({ id, name }) => [id, localised(name, edition)]));
  const names = {
    chapter: named(settings.map(({ id, title }) => ({ id, name: title }))),
    caseKind: named(caseKinds),
    actor: named(dossier.actors.map(({ id, value }) => ({ id, name: value.name }))),
  };
  const chapters = chaptersIn(dossier, edition.id);
  const records = [
    ...chapters.flatMap((chapter) => chapterRecords(dossier, chapter, edition, names.chapter, renderer)),
    ...entryRecords(dossier, edition, renderer),
    {
      kind: 'paper' as const,
      id: 'paper',
      title: renderer.paper(edition),
      text: '',
      keys: paperKeys(dossier.settings.value.paper),
    },
  ];
  return {
    edition: edition.id,
    lang: edition.lang,
    records: inNeighbourhoods(dossier, chapters, records),
    people: dossier.works.flatMap(({ value }) => peopleIn(value)),
    names,
  };
}

/** What readers may ask for the paper by, also in pinyin and without spaces. */
function paperKeys({ title, romanised, authors, journal, DOI }: Settings['paper']): string[] {
  const people = authors
    .flatMap((names) => Object.values(names))
    .flatMap(({ family, given }) =>
      HAN.test(family) ? [family + given] : [`${family} ${given}`, `${given} ${family}`],
    );
  const names = [title, journal, { title: romanised?.title, journal: romanised?.journal, DOI }];
  const keys = [...people, ...names.flatMap((one) => Object.values(one ?? {}))].flatMap((name = '') => {
    const letters = HAN.test(name) ? pinyin(name, { toneType: 'none', v: true }) : name;
    return [name, letters, letters.replaceAll(' ', '')];
  });
  return [...new Set(keys)];
}

/** The authors of a work and others named with it, in Han characters: words in letters are known anyway. */
const peopleIn = (work: object): string[] =>
  Object.values(work)
    .flat()
    .flatMap((one: { family?: string; given?: string } | null) =>
      HAN.test(one?.family ?? '') ? [`${one?.family ?? ''}${one?.given ?? ''}`] : [],
    );

/** A chapter's heading, segments and notes. */
function chapterRecords(
  dossier: Dossier,
  { id: chapter, section, segments, notes, marks }: Chapter,
  edition: Edition,
  titles: Record<string, string>,
  renderer: SearchRenderer,
): SearchRecord[] {
  const title = titles[chapter] ?? chapter;
  const kindOf = new Map(dossier.cases.map(({ id, value }) => [id, value.kind]));
  const sectionAt = (at: number): Pick<SearchRecord, 'section' | 'title'> => {
    const heading = segments.slice(0, at + 1).findLast(({ type }) => type === 'heading');
    return { section: heading?.id, title: heading?.text ?? title };
  };
  return [
    { kind: 'heading', id: String(section), title, chapter, text: title },
    ...segments
      .filter(({ type }) => type !== 'exhibit')
      .map((segment): SearchRecord => {
        const { id, text, pages, type } = segment;
        const mentions = mentionsIn(dossier).get(segment) ?? [];
        return {
          kind: type === 'heading' ? 'heading' : 'segment',
          id,
          ...sectionAt(segments.indexOf(segment)),
          chapter,
          pages,
          text,
          // An original is aligned with other editions only by segment.
          units: edition.role === 'original' ? undefined : unitStarts(segment),
          caseKinds: [...new Set(idsOf(mentions, 'case').flatMap((one) => kindOf.get(one) ?? []))],
          actors: idsOf(mentions, 'actor'),
        };
      }),
    ...notes.map(({ label, number, blocks }): SearchRecord => {
      const page = marks.find((mark) => mark.number === number)?.page;
      return {
        kind: 'note',
        id: label,
        ...sectionAt(segments.findIndex((one) => number !== undefined && one.notes.includes(number))),
        chapter,
        pages: page === undefined ? undefined : [page, page],
        text: printedText(blocks, (node) => renderer.citation(node, edition.id, label)),
      };
    }),
  ];
}

/** The offsets of the units in the segment’s text, which has only white space between them. */
function unitStarts({ text, units }: Segment): number[] {
  let at = 0;
  return units.map((unit) => {
    const start = Math.max(at, text.indexOf(unit.text, at));
    at = start + (text.startsWith(unit.text, start) ? unit.text.length : 0);
    return start;
  });
}

/** The records of entries, exhibits and checks, which have pages outside the chapters. */
function entryRecords(dossier: Dossier, edition: Edition, renderer: SearchRenderer): SearchRecord[] {
  const { editions } = dossier.settings.value;
  const placeOf = (id: string): Pick<SearchRecord, 'chapter' | 'pages'> => {
    const segment = segmentIn(dossier, edition.id, id);
    return { chapter: segment?.chapter, pages: segment?.pages };
  };
  /** All names of an entry, by edition. */
  const namesIn = (...lists: Record<string, string | string[]>[]): Record<string, string[]> =>
    Object.fromEntries(
      editions
        .map(({ id }): [string, string[]] => [id, [...new Set(lists.flatMap((list) => list[id] ?? []))]])
        .filter(([, list]) => list.length > 0),
    );
  return [
    ...dossier.exhibits.map(({ id, value }): SearchRecord => ({
      kind: 'exhibit',
      id,
      title: localised(value.title, edition),
      ...placeOf(id),
      text: lines(...exhibitLines(value, edition, renderer)),
    })),
    ...dossier.terms.map(({ id, value: { name, definition, definedBy, aliases } }): SearchRecord => ({
      kind: 'term',
      id,
      title: localised(name, edition),
      text: lines(localised(name, edition), localised(definition, edition), ...(aliases[edition.id] ?? [])),
      names: namesIn(name, aliases),
      definedBy,
    })),
    ...remarkRecords(dossier, edition, placeOf, renderer),
    ...dossier.cases.map(({ id, value, prose }): SearchRecord => ({
      kind: 'case',
      id,
      title: localised(value.title, edition),
      caseKinds: [value.kind],
      actors: value.actors,
      text: lines(
        localised(value.title, edition),
        localised(value.summary, edition),
        ...prose.filter((one) => one.edition === edition.id).map(({ tree }) => blockText(tree.children)),
        ...value.developments.map(({ text }) => localised(text, edition)),
      ),
      names: namesIn(value.title, value.aliases),
    })),
    ...dossier.works.map(({ id, value: { title, language } }): SearchRecord => ({
      kind: 'work',
      id,
      title,
      lang: language === edition.lang ? undefined : language,
      text: renderer.reference(id, edition),
    })),
    ...dossier.actors.map(({ id, value: { name, aliases, forms, kind } }): SearchRecord => ({
      kind: 'actor',
      id,
      title: localised(name, edition),
      text: localised(name, edition),
      names: namesIn(name, aliases, forms),
      isPerson: kind === 'person' || undefined,
    })),
    ...dossier.checks.value.map((check): SearchRecord => ({
      kind: 'check',
      id: check.id,
      title: localised(check.claim, edition),
      chapter: placeOf(check.passage.segment).chapter,
      verdict: outcomeOf(check),
      text: lines(localised(check.claim, edition), localised(check.finding, edition), check.words?.text),
    })),
  ];
}

/** The editors’ notes on passages and exhibits, and their additions to terms. */
function remarkRecords(
  { editorNotes, exhibits, terms }: Dossier,
  edition: Edition,
  placeOf: (segment: string) => Pick<SearchRecord, 'chapter'>,
  { place, printed }: SearchRenderer,
): SearchRecord[] {
  const remark = (
    id: string,
    on: NonNullable<SearchRecord['on']>,
    title: string,
    text: string,
  ): SearchRecord => ({ kind: 'remark', id, on, title, text });
  return [
    ...numberedNotes(editorNotes.value).flatMap(({ id, segment, ...note }) => {
      const { chapter } = placeOf(segment);
      const text = `${printed(note.printed, edition)} ${localised(note.text, edition)}`;
      const on = { kind: 'segment' as const, id: segment };
      return chapter === undefined ? [] : [{ ...remark(id, on, place(segment, edition), text), chapter }];
    }),
    ...exhibits.flatMap(({ id, value }) =>
      value.remark
        ? [remark(id, { kind: 'exhibit', id }, place(id, edition), localised(value.remark, edition))]
        : [],
    ),
    ...terms.flatMap(({ id, value: { name, addition } }) =>
      addition
        ? [remark(`term-${id}`, { kind: 'term', id }, localised(name, edition), localised(addition, edition))]
        : [],
    ),
  ];
}

function exhibitLines(exhibit: Exhibit, edition: Edition, renderer: SearchRenderer): (string | undefined)[] {
  const localise = (text: Localised | undefined): string | undefined => text && localised(text, edition);
  const source = localise(exhibit.source);
  const around = [localise(exhibit.title), source && renderer.exhibitSource(source, edition)];
  if (exhibit.type === 'lines') return [...around, ...exhibit.lines];
  const inside =
    exhibit.type === 'picture'
      ? [exhibit.alt]
      : exhibit.type === 'diagram'
        ? exhibit.nodes.flatMap(({ label, detail }) => [label, detail])
        : [
            ...exhibit.columns.map(({ label }) => label),
            ...exhibit.rows.flatMap(({ cells }) => Object.values(cells)),
          ];
  return [...around, ...inside.map(localise)];
}

const lines = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n');

/** Sorts records by group, within it by the passage that mentions them most, so that related ones lie together. */
function inNeighbourhoods(dossier: Dossier, chapters: Chapter[], records: SearchRecord[]): SearchRecord[] {
  const order = new Map(chapters.flatMap(({ segments }) => segments).map(({ id }, i) => [id, i]));
  const ties = [
    ...dossier.checks.value.map(({ passage, id }) => ({ kind: 'check', id, segment: passage.segment })),
    ...chapters.flatMap(({ section, notes, segments }) => [
      { kind: 'heading', id: String(section), segment: segments[0]?.id },
      ...segments.flatMap((segment) =>
        [
          ...['segment', 'heading', 'exhibit'].map((kind) => ({ kind, id: segment.id })),
          ...(mentionsIn(dossier).get(segment) ?? []),
          ...notes
            .filter(({ number }) => number !== undefined && segment.notes.includes(number))
            .flatMap(({ label, citations }) => [
              { kind: 'note', id: label },
              ...citations.map(({ key }) => ({ kind: 'work', id: key })),
            ]),
        ].map(({ kind, id }) => ({ kind, id, segment: segment.id })),
      ),
    ]),
  ];
  const tied = Map.groupBy(ties, entityKey);
  const groups: RecordKind[][] = [
    ['note', 'work'],
    ['term', 'case', 'actor', 'remark', 'check'],
    ['segment', 'heading', 'exhibit', 'paper'],
  ];
  const placed = records.map((record) => {
    const among = Map.groupBy(tied.get(entityKey(record.on ?? record)) ?? [], ({ segment }) => segment);
    const [[home] = ['']] = [...among].sort(([, a], [, b]) => b.length - a.length);
    // A remark on an exhibit is beside it; one on a passage would make the lots of the paper’s text larger.
    const kind = record.on?.kind === 'exhibit' ? 'exhibit' : record.kind;
    const group = groups.findIndex((kinds) => kinds.includes(kind));
    return { record, group, home: order.get(home ?? '') ?? order.size };
  });
  return placed.sort((a, b) => b.group - a.group || a.home - b.home).map(({ record }) => record);
}
