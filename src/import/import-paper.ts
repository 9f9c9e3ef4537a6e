import { basename } from 'node:path';
import type { LibraryRecord } from '../cite/read-library.ts';
import { parseNotation, type ParseNotation } from '../markdown/parse.ts';
import { legibleCopy, restoreOriginal } from './citations/legible-copy.ts';
import type { Warning } from './warning.ts';
import { reportCoverage, type Ledger } from './write/ledger.ts';
import { proveChapter } from './write/prove.ts';
import { readCitations, type Citations, type NoteByNumber } from './citations/read-citations.ts';
import type { Paper, PaperNote } from './paper.ts';
import type { Dropped } from './text/decode.ts';
import type { Corrections, UnusableCorrection } from './corrections/corrections.ts';
import { readSource } from './read-source.ts';
import type { SourceDocument } from './source-document.ts';
import { planChapters, writeDossier, type Files, type PlannedChapter } from './write/write-dossier.ts';

/** The result of an import: the files to write, and the record of how they were made. */
export interface Imported {
  files: Files;
  ledger: Ledger;
  /** Bugs that stop the import: text that was changed on the way, unclassified characters. */
  faults: string[];
  /** Corrections that do not fit the source. */
  unusable: UnusableCorrection[];
  paper: Paper;
  /** The ids of paragraphs that the dossier around an edition does not have yet. */
  unwritten?: string[];
}

export interface PaperText {
  text: string;
  /** As shown in messages. */
  path: string;
  encoding: string;
  /** The document that a reader produced, if the file is not plain text; `text` is then the document’s. */
  document?: SourceDocument;
  /** Control characters that were removed while decoding. */
  dropped?: Dropped;
  /** The editor’s corrections. */
  corrections?: Corrections;
}

/**
 * Builds a dossier from the text of a paper. `issued` is the date as YYYY-MM-DD. Cited works that are in the library
 * are taken from there. Each chapter is parsed once, as proof. `named` are the ids of chapters by section, if an editor
 * has changed them.
 */
export function importPaper(
  source: PaperText,
  issued: string,
  firstPage?: number,
  library: readonly LibraryRecord[] = [],
  parse: ParseNotation = parseNotation,
  named: ReadonlyMap<number, string> = new Map(),
): Imported {
  const { paper, unusable } = readSource(source, firstPage);
  const citations = citationsOf(paper, library);
  const chapters = planChapters(paper, named);
  const files = writeDossier(paper, chapters, citations, issued);
  return { files, paper, unusable, ...reportImport(source, paper, citations, chapters, files, parse) };
}

/**
 * Reads the citations from copies of the notes in which damaged characters are repaired; the text itself does not
 * change.
 */
export function citationsOf(
  { lang, notes, references }: Paper,
  library: readonly LibraryRecord[] = [],
): Citations {
  const inNotes = notes.map(({ content }) => legibleCopy(content.text));
  const inReferences = references.map(({ content }) => legibleCopy(content.text));
  const citations = readCitations(
    inNotes.map(({ text }) => text),
    inReferences.map(({ text }) => text),
    noteByLabel(notes),
    library,
    references.map(({ record }) => record),
    lang,
  );
  return {
    ...citations,
    notes: citations.notes.map((pieces, i) => restoreOriginal(pieces, notes[i]!.content.text, inNotes[i]!)),
    warnings: citations.warnings.map((warning) => {
      const copy = 'note' in warning.in ? inNotes[warning.in.note] : inReferences[warning.in.reference];
      return { ...warning, offset: copy?.origins[warning.offset] ?? 0 };
    }),
  };
}

/**
 * A number in a note means a printed label on the same page or in the same list, or else the only note with that label.
 */
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

/** Returns the ledger, and everything in the paper that the files do not reproduce. */
export function reportImport(
  source: PaperText,
  paper: Paper,
  citations: Citations,
  chapters: PlannedChapter[],
  files: Files,
  parse: ParseNotation = parseNotation,
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
    return file
      ? proveChapter(file.text, file.path, chapter, parse)
      : [`Chapter ${chapter.id} was not written`];
  });
  const lost = ledger.spans
    .filter(([, , kind]) => kind === 'remainder')
    .map(
      ([start, end]) =>
        `${source.path}: “${source.text.slice(start, Math.min(end, start + 20))}” is in no part of the dossier`,
    );
  const empty = paper.sections.length === 0 ? [`${source.path} contains no text for a chapter`] : [];
  return { ledger, faults: [...empty, ...proofs, ...lost] };
}
