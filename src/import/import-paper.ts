import { basename } from 'node:path';
import type { LibraryRecord } from '../cite/read-library.ts';
import { legibleCopy, restoreStretches } from './legible-copy.ts';
import type { Warning } from './warning.ts';
import { reportCoverage, type Ledger } from './ledger.ts';
import { proveChapter } from './prove.ts';
import { readCitations, type Citations, type NoteByNumber } from './citations/read-citations.ts';
import type { Paper, PaperNote } from './paper.ts';
import type { Dropped } from './decode.ts';
import type { Corrections, Misfit } from './corrections.ts';
import { readSource } from './read-source.ts';
import type { SourceDocument } from './source-document.ts';
import { planChapters, writeDossier, type Files, type PlannedChapter } from './write-dossier.ts';

/** The result of an import: files to write, and the record of how they came about. */
export interface Imported {
  files: Files;
  ledger: Ledger;
  /** Faults of ours that stop the import: text that did not come out as itself, characters of no kind. */
  faults: string[];
  /** Corrections that fit nothing in the source. */
  misfits: Misfit[];
  paper: Paper;
}

export interface PaperText {
  text: string;
  /** As messages show it. */
  path: string;
  encoding: string;
  /** What a reader made of the file, where it is no plain text; `text` is the document’s. */
  document?: SourceDocument;
  /** Characters that were dropped when it was decoded. */
  dropped?: Dropped;
  /** What an editor says of it. */
  corrections?: Corrections;
}

/**
 * A dossier from the text of a paper. `issued` is the day, as YYYY-MM-DD; what the paper cites and the library has is
 * taken from there.
 */
export function importPaper(
  source: PaperText,
  issued: string,
  firstPage?: number,
  library: readonly LibraryRecord[] = [],
): Imported {
  const { paper, misfits } = readSource(source, firstPage);
  const citations = citationsOf(paper, library);
  const chapters = planChapters(paper);
  const files = writeDossier(paper, chapters, citations, issued);
  return { files, paper, misfits, ...reportImport(source, paper, citations, chapters, files) };
}

/** Reads the citations from copies in which the signs of a damaged text layer are put right; the text stays as it is. */
export function citationsOf({ notes, references }: Paper, library: readonly LibraryRecord[] = []): Citations {
  const inNotes = notes.map(({ content }) => legibleCopy(content.text));
  const inReferences = references.map(({ content }) => legibleCopy(content.text));
  const citations = readCitations(
    inNotes.map(({ text }) => text),
    inReferences.map(({ text }) => text),
    noteByLabel(notes),
    library,
    references.map(({ record }) => record),
  );
  return {
    ...citations,
    notes: citations.notes.map((pieces, i) => restoreStretches(pieces, notes[i]!.content.text, inNotes[i]!)),
    warnings: citations.warnings.map((warning) => {
      const copy = 'note' in warning.in ? inNotes[warning.in.note] : inReferences[warning.in.reference];
      return { ...warning, offset: copy?.origins[warning.offset] ?? 0 };
    }),
  };
}

/** A number in a note means what is printed: on the same page or in the same list, else where only one note has it. */
function noteByLabel(notes: PaperNote[]): NoteByNumber {
  const byLabel = Map.groupBy(
    notes.map(({ label, scope }, index) => ({ label, scope, index })),
    ({ label }) => label,
  );
  return (note, number) => {
    const before = (byLabel.get(number) ?? []).filter(({ index }) => index < note);
    const near = before.findLast(({ scope }) => scope === notes[note]?.scope);
    return (near ?? (before.length === 1 ? before[0] : undefined))?.index;
  };
}

/** The ledger, and whatever of the files does not give the paper back. */
export function reportImport(
  source: PaperText,
  paper: Paper,
  citations: Citations,
  chapters: PlannedChapter[],
  files: Files,
): { ledger: Ledger; faults: string[] } {
  const warnings: Warning[] = [
    ...paper.warnings,
    ...citations.warnings.map(({ in: where, offset, reason }) => {
      const { content } = 'note' in where ? paper.notes[where.note]! : paper.references[where.reference]!;
      return { offset: content.offsets[offset] ?? content.offsets[0] ?? 0, reason };
    }),
  ];
  const ledger = reportCoverage(source.text, source.path, source.encoding, paper, warnings);
  const byName = new Map([...files].map(([path, text]) => [basename(path, '.mdx'), { path, text }]));
  const proofs = chapters.flatMap((chapter) => {
    const file = byName.get(chapter.id);
    return file ? proveChapter(file.text, file.path, chapter) : [`Chapter ${chapter.id} was not written`];
  });
  const lost = ledger.spans
    .filter(([, , kind]) => kind === 'remainder')
    .map(
      ([start, end]) =>
        `${source.path}: “${source.text.slice(start, Math.min(end, start + 20))}” is in no part of the dossier`,
    );
  const empty = paper.sections.length === 0 ? [`${source.path} holds no text that could be a chapter`] : [];
  return { ledger, faults: [...empty, ...proofs, ...lost] };
}
