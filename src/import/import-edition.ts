import { originalIn } from './words/paper-words.ts';
import type { Locator } from '../model/locator.ts';
import type { ChapterHead } from '../model/settings.ts';
import { startWarnings } from './warning.ts';
import { citationsOf, reportImport, type Imported, type PaperText } from './import-paper.ts';
import { readSource } from './read-source.ts';
import type { Citations, NotePiece } from './citations/read-citations.ts';
import {
  notesIn,
  toYaml,
  writeChapters,
  writtenNotes,
  type Files,
  type PlannedChapter,
} from './write/write-dossier.ts';

interface KnownCitation {
  key: string;
  locator?: Locator;
}

/** The parts of a dossier that an additional edition needs. */
export interface TargetDossier {
  chapters: ChapterHead[];
  /** The number of the paper’s first printed page, if known. */
  firstPage: number | undefined;
  /** The works that each of the dossier’s notes cites, in order. */
  citations: ReadonlyMap<number, KnownCitation[]>;
  /** The ids of the dossier’s paragraphs. */
  paragraphs: string[];
}

/**
 * The verbatim text of a paper as an additional, private edition of its dossier. Its notes are as printed; they
 * cite the same works as the dossier’s notes of the same number.
 */
export function importEdition(source: PaperText, edition: string, target: TargetDossier): Imported {
  const { paper, unusable } = readSource(source, target.firstPage);
  const { warnings, warn } = startWarnings();
  const read = citationsOf(paper);
  const citations: Citations = {
    ...read,
    warnings: [],
    notes: read.notes.map((pieces, i) => {
      const { number, content } = paper.notes[i]!;
      const attached = attach(pieces, target.citations.get(number) ?? []);
      for (const { key } of attached.rest)
        warn(
          content.offsets[0] ?? 0,
          `note ${number} cites ${key} in the dossier, but the citation was not found in its text`,
        );
      return attached.pieces;
    }),
  };
  const chapters: PlannedChapter[] = target.chapters.flatMap(({ id, section: number }) => {
    const section = paper.sections.find((one) => one.number === number);
    return section ? [{ id, section, notes: notesIn(section, paper) }] : [];
  });
  const files: Files = new Map([
    [
      `chapters/${edition}/edition.yaml`,
      toYaml({ lang: paper.lang, role: 'original', name: originalIn(paper.lang) }),
    ],
    ...writeChapters(chapters, edition, writtenNotes(citations, paper), []),
  ]);
  const { faults, unwritten } = mismatches(paper.sections, chapters, target);
  const report = reportImport(
    source,
    { ...paper, warnings: [...paper.warnings, ...warnings] },
    citations,
    chapters,
    files,
  );
  return {
    files,
    paper,
    unusable,
    unwritten,
    ...report,
    faults: [...report.faults, ...faults],
  };
}

/** Assigns the dossier’s works to the citing parts in order; works left over are `rest`. */
function attach(pieces: NotePiece[], works: KnownCitation[]): { pieces: NotePiece[]; rest: KnownCitation[] } {
  const rest = [...works];
  // If the counts differ, only parts with the same key, apart from the letter after the year, are sure to match.
  const areAll = pieces.filter(({ work }) => work !== undefined).length === works.length;
  const stem = (key: string): string => key.replace(/(?<=\d)[a-z]$/, '');
  const attached = pieces.map(({ text, work }): NotePiece => {
    if (work === undefined) return { text };
    const at = areAll ? 0 : rest.findIndex(({ key }) => stem(key) === stem(work));
    const [known] = at < 0 ? [] : rest.splice(at, 1);
    return known ? { text, work: known.key, locator: known.locator } : { text };
  });
  return { pieces: attached, rest };
}

/** How the paragraphs of the text and those of the dossier differ. */
interface Mismatches {
  /** Sentences on differences that would give other paragraphs wrong ids. */
  faults: string[];
  /** The ids of paragraphs that the dossier’s editors have not written yet. */
  unwritten: string[];
}

function mismatches(
  sections: { number: number; blocks: { type: string; id: string }[] }[],
  chapters: PlannedChapter[],
  target: TargetDossier,
): Mismatches {
  const found = sections.flatMap(({ blocks }) => [
    ...new Set(
      blocks.filter(({ type, id }) => type === 'paragraph' && id !== 'abstract').map(({ id }) => id),
    ),
  ]);
  const known = new Set(target.paragraphs);
  const missing = target.paragraphs.filter((id) => !found.includes(id));
  // Editors write a section from its beginning: what comes after their last paragraph is not written yet.
  const bySubsection = Map.groupBy(target.paragraphs, headOf);
  const extra = found.filter((id) => !known.has(id));
  const between = extra.filter((id) =>
    bySubsection.get(headOf(id))?.some((other) => numberOf(other) > numberOf(id)),
  );
  const unplaced = sections.filter(
    ({ number }) => !chapters.some(({ section }) => section.number === number),
  );
  const faults = [
    ...(missing.length > 0
      ? [`The dossier has paragraphs that the text does not have: ${missing.join(', ')}`]
      : []),
    ...(between.length > 0
      ? [`The text has paragraphs between those of the dossier: ${between.join(', ')}`]
      : []),
    ...unplaced.map(
      ({ number }) =>
        `The text has a section ${number} for which the dossier has no chapter: add one to chapters in dossier.yaml`,
    ),
  ];
  return {
    faults:
      missing.length + between.length === 0
        ? faults
        : [
            ...faults,
            'Divide the dossier’s editions into the paper’s paragraphs, each with its id, then import again.',
          ],
    unwritten: extra,
  };
}

/** The subsection that contains a paragraph: 1.2 for 1.2.3. */
const headOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const numberOf = (id: string): number => parseInt(id.slice(id.lastIndexOf('.') + 1), 10);
