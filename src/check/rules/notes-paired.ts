import type { Place } from '../../model/place.ts';
import type { Chapter, Note } from '../../read/dossier.ts';
import { notesIn } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';
import { nodesIn } from '../trees.ts';

export const notesPaired: Rule = {
  id: 'notes-paired',
  *judge(dossier) {
    for (const { node, place } of nodesIn(
      dossier.cases.flatMap(({ prose }) => prose),
      'noteMark',
    ))
      yield {
        place,
        reason: `Unexpected note in the account of a case, expected a link to it: [${node.number}](note:${node.number})`,
      };
    for (const { id: edition } of dossier.settings.value.editions)
      yield* definedTwice(notesIn(dossier, edition));
    for (const chapter of dossier.chapters) {
      yield* unpaired(chapter);
      yield* undefinedMarks(chapter);
    }
    // Without a definition, Markdown does not read a mark as a note but leaves it as text.
    for (const stray of strayNotationOf(dossier, 'mark')) {
      const meant = stray.written.normalize('NFKC');
      yield {
        ...atStray(stray),
        note: `Until then, ${stray.within === undefined ? 'this text' : stray.within} is not compared with other editions: more messages may follow.`,
        reason:
          meant !== stray.written
            ? `Unexpected full-width ${stray.written}, expected ${meant}`
            : `Missing definition of note ${stray.label}, expected [^${stray.label}]: … at the end of this chapter`,
      };
    }
  },
};

/** Marks whose definition is not at the end of the chapter. */
function* undefinedMarks({ notes, marks }: Chapter): Generator<Finding> {
  for (const { number, place } of marks) {
    if (notes.some((note) => note.number === number)) continue;
    yield {
      place,
      reason: `Missing definition of note ${number}, expected [^${number}]: … at the end of this chapter`,
    };
  }
}

function* definedTwice(notes: Note[]): Generator<Finding> {
  const first = new Map<number, Place>();
  for (const { number, place } of notes) {
    if (number === undefined) continue;
    const earlier = first.get(number);
    if (earlier)
      yield {
        place,
        cause: earlier,
        invalidates: [`note ${number}`],
        reason: `Unexpected second definition of note ${number}, expected exactly one`,
      };
    else first.set(number, place);
  }
}

function* unpaired(chapter: Chapter): Generator<Finding> {
  // Including marks outside any segment.
  const marked = new Set(nodesIn([chapter], 'noteMark').map(({ node }) => node.number));
  for (const { number, label, place } of chapter.notes) {
    if (number === undefined)
      yield { place, reason: `Unexpected note label “${label}”, expected the note’s number` };
    else if (!marked.has(number)) {
      yield {
        place,
        reason: `Missing mark of note ${number}, expected [^${number}] in this chapter`,
      };
    }
  }
}
