import { stringify } from 'yaml';
import { editorsIn, exhibitIn, sourceLabel } from '../words/paper-words.ts';
import { defined } from '../../model/defined.ts';
import { primaryLanguage } from '../../model/language.ts';
import type { Exhibit } from '../../model/entries.ts';
import type { Edition, Settings } from '../../model/settings.ts';
import type { Citations } from '../citations/read-citations.ts';
import type { Paper, PaperExhibit, PaperNote, PaperSection } from '../paper.ts';
import { writeChapter, type WrittenNote } from './write-chapter.ts';

/** Files by their paths relative to the dossier’s folder. */
export type Files = Map<string, string>;

/** A chapter to be written: its id, its section of the paper, and the notes that are marked in it. */
export interface PlannedChapter {
  id: string;
  section: PaperSection;
  notes: PaperNote[];
}

/**
 * The chapters of a paper, with the ids that an editor has given them since an earlier import, by section. Other ids
 * contain only numbers, since titles never become addresses.
 */
export const planChapters = (paper: Paper, named: ReadonlyMap<number, string>): PlannedChapter[] =>
  paper.sections.map((section) => ({
    id: named.get(section.number) ?? (section.number === 0 ? '0-introduction' : `${section.number}-section`),
    section,
    notes: notesIn(section, paper),
  }));

export function notesIn(section: PaperSection, { notes }: Paper): PaperNote[] {
  const marked = new Set(
    section.blocks.flatMap((block) =>
      'inlines' in block
        ? block.inlines.flatMap((inline) => (inline.type === 'mark' ? [inline.note] : []))
        : [],
    ),
  );
  return notes.filter(({ number }) => marked.has(number));
}

/** A complete dossier with one edition, the paper itself. `issued` is the date as YYYY-MM-DD. */
export function writeDossier(
  paper: Paper,
  chapters: PlannedChapter[],
  citations: Citations,
  issued: string,
): Files {
  const edition = editionOf(paper);
  const files: Files = new Map();
  files.set('dossier.yaml', toYaml(settingsOf(paper, chapters, edition, issued)));
  for (const [path, text] of writeChapters(
    chapters,
    edition.id,
    writtenNotes(citations, paper),
    // A citation in the text links to one work; other works in the same entry are only in the list.
    citations.references.map(([first = '']) => first),
  ))
    files.set(path, text);
  files.set('works.json', `${JSON.stringify(worksOf(paper, citations), null, 2)}\n`);
  for (const exhibit of paper.exhibits)
    files.set(`exhibits/${exhibit.id}.yaml`, toYaml(exhibitOf(exhibit, edition)));
  files.set('permalinks.json', '[]\n');
  return files;
}

export const writeChapters = (
  chapters: PlannedChapter[],
  edition: string,
  notes: ReadonlyMap<number, WrittenNote['pieces']>,
  references: string[],
): [string, string][] =>
  chapters.map(({ id, section, notes: own }) => [
    `chapters/${edition}/${id}.mdx`,
    writeChapter(
      section,
      own.map(({ number, content, spans }) => ({
        number,
        pieces: notes.get(number) ?? [{ text: content.text }],
        ...(spans ? { spans } : {}),
      })),
      references,
    ),
  ]);

/** The text of each note, with the works that its parts cite. */
export const writtenNotes = (citations: Citations, paper: Paper): Map<number, WrittenNote['pieces']> =>
  new Map(paper.notes.map(({ number }, i) => [number, citations.notes[i] ?? []]));

/** The works, each with its printed entry in the paper’s reference list. */
function worksOf({ references }: Paper, { works, references: ids }: Citations): Citations['works'] {
  const printed = new Map(
    ids.flatMap((some, i) => some.map((id) => [id, references[i]?.content.text] as const)),
  );
  return works.map((work) => {
    const entry = printed.get(work.id);
    return entry === undefined ? work : { ...work, custom: { ...work.custom, printed: entry } };
  });
}

function editionOf({ lang }: Paper): Edition {
  const id = primaryLanguage(lang);
  return { id, lang, role: 'original', name: new Intl.DisplayNames(lang, { type: 'language' }).of(id) ?? id };
}

function settingsOf(paper: Paper, chapters: PlannedChapter[], edition: Edition, issued: string): Settings {
  const here = (text: string): Record<string, string> => ({ [edition.id]: text });
  const { authors, journal, year, volume, issue, DOI, keywords } = paper;
  const title = paper.title === '' ? edition.name : paper.title;
  return {
    paper: defined({
      title: here(title),
      authors: authors.map((name) => ({ [edition.id]: name })),
      journal: journal === undefined ? undefined : here(journal),
      year,
      volume,
      issue,
      pages: paper.pages,
      DOI,
      language: paper.lang,
      keywords: keywords.length === 0 ? undefined : { [edition.id]: keywords },
    }),
    dossier: {
      title: here(title),
      editors: here(editorsIn(paper.lang, title)),
      description: here(title),
      version: '0.1.0',
      issued,
    },
    editions: [edition],
    chapters: chapters.map(({ id, section }) => ({
      id,
      section: section.number,
      title: here(section.title),
    })),
    caseKinds: [],
  };
}

/**
 * An exhibit. If all lines split into the same number of cells, it is a table; otherwise only its lines are written.
 */
function exhibitOf(
  { title, kind, id, rows, cells: given, source }: PaperExhibit,
  { id: edition, lang }: Edition,
): Exhibit {
  const here = (text: string): Record<string, string> => ({ [edition]: text });
  const caption = {
    title: here(title === '' ? exhibitIn(lang, kind, id.replace(/^\D+/, '')) : title),
    ...(source === '' ? {} : { source: here(source.replace(sourceLabel, '')) }),
  };
  const cells = given ?? rows.map((row) => row.split(/\t+|\u3000{2,}| {3,}/).filter(Boolean));
  const [head] = cells;
  if (head && head.length > 1 && rows.length > 1 && cells.every(({ length }) => length === head.length)) {
    const ids = head.map((_, i) => `c${i + 1}`);
    return {
      type: 'table',
      ...caption,
      columns: ids.map((column, i) => ({ id: column, label: here(head[i] || String(i + 1)) })),
      rows: cells.slice(1).map((row) => ({
        // Empty cells are omitted.
        cells: Object.fromEntries(ids.flatMap((column, i) => (row[i] ? [[column, here(row[i])]] : []))),
      })),
    };
  }
  return { type: 'lines', ...caption, lines: rows };
}

/** YAML without folded lines, so that a text remains on the line that messages refer to. */
export const toYaml = (value: unknown): string => stringify(value, { lineWidth: 0 });
