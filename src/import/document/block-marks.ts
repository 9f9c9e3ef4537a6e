import { bindNotes, placeMarks, type BoundMark, type MarkFound, type ScopedNote } from './bind-notes.ts';
import { countingMarks } from './glued-marks.ts';
import type { MappedText } from '../mapped-text.ts';
import type { Binding } from './mark-texts.ts';
import type { MarkAt } from '../words/note-families.ts';
import type { TextBlock } from './outline.ts';
import type { SourceMark } from '../source-document.ts';
import type { Warn } from '../warning.ts';

/** Binds the marks that readers found: first those that name their note, then those with its number. */
export function bindMarks(
  texts: TextBlock[],
  notes: ScopedNote[],
  marksOf: ReadonlyMap<MappedText, SourceMark[]>,
  sheetAt: (offset: number) => number,
  warn: Warn,
): Binding[] {
  const contents = texts.map(({ content }) => content);
  const seen = new Set<number>();
  const named = contents.map((content) =>
    marksOfText(content, marksOf).flatMap(({ start, end, note }): BoundMark[] => {
      if (!('index' in note)) return [];
      seen.add(note.index);
      return [{ start, end, note: note.index + 1 }];
    }),
  );
  const labelled = contents.map((content) =>
    marksOfText(content, marksOf).flatMap(({ start, end, note }) =>
      'label' in note ? [{ start, end, number: note.label, isListed: note.isListed }] : [],
    ),
  );
  const marks = seen.size > 0 ? labelled : withGlued(labelled, contents, notes);
  const numbered: MarkFound[] = contents.flatMap((content, i) =>
    placeMarks(marks[i]!, content, i).map((mark) =>
      /\d/.test(content.text.charAt(mark.start)) ? { ...mark, enumerates: false } : mark,
    ),
  );
  const open = notes.filter((_, i) => !seen.has(i));
  const isByPage = (scope: string): boolean => scope.startsWith('page');
  const atFeet = open.filter(({ scope }) => isByPage(scope));
  const areThrough = atFeet.every(({ label }, i) => i === 0 || label > atFeet[i - 1]!.label);
  // A list of notes follows the marks that refer to it.
  const lists = [
    ...Map.groupBy(
      open.filter(({ scope }) => !isByPage(scope)),
      ({ scope }) => scope,
    ),
  ];
  const listAt = (offset: number): string =>
    (lists.find(([, [first]]) => first !== undefined && first.offset > offset) ?? lists.at(-1))?.[0] ??
    'paper';
  const scopeOf = ({ offset, isListed = atFeet.length === 0 }: MarkFound): string => {
    if (isListed) return listAt(offset);
    return areThrough ? 'paper' : `page ${sheetAt(offset)}`;
  };
  const toBind = open.map((note) =>
    areThrough && isByPage(note.scope) ? { ...note, scope: 'paper' } : note,
  );
  // The additional numbers at the beginnings of notes, by page and number.
  const further = new Map<string, number>(
    notes.flatMap(({ scope, label, also = [] }) =>
      also.map((number) => [`${scope} ${number}`, label] as const),
    ),
  );
  const found = numbered.map((mark) => {
    const number =
      further.get(`page ${sheetAt(mark.offset)} ${mark.number}`) ??
      further.get(`${scopeOf(mark)} ${mark.number}`);
    return number === undefined ? mark : { ...mark, number, isFurther: true };
  });
  const footOf = new Map(areThrough ? atFeet.map(({ label, scope }) => [label, Number(scope.slice(5))]) : []);
  const isFar = ({ number, offset }: MarkFound): boolean =>
    Math.abs(sheetAt(offset) - (footOf.get(number) ?? sheetAt(offset))) > 1;
  const marked = new Set(found.filter((mark) => !isFar(mark)).map(({ number }) => number));
  // An exponent is raised too.
  const far = new Set(found.filter((mark) => isFar(mark) && marked.has(mark.number)));
  for (const { number, offset } of far)
    warn(
      offset,
      `the raised number ${number} is far from note ${number} and its mark; it remains in the text`,
    );
  const near = found.filter((mark) => !far.has(mark));
  return [{ marks: named, unmarked: [] }, bindNotes(near, contents, toBind, scopeOf, warn)];
}

type LabelledMark = MarkAt & Pick<MarkFound, 'isListed'>;

/** If hardly any mark is raised, numbers attached to words are marks, provided that most notes have one. */
function withGlued(marks: LabelledMark[][], contents: MappedText[], notes: ScopedNote[]): LabelledMark[][] {
  const labels = new Set(notes.map(({ label }) => label));
  if (marks.flat().length > notes.length * FEW_MARKS) return marks;
  const glued = countingMarks(contents.map(({ text }) => text)).filter(({ number }) => labels.has(number));
  if (glued.length < notes.length * MIN_MARKED) return marks;
  return contents.map((_, i) => glued.filter(({ at }) => at === i));
}

const FEW_MARKS = 0.2;
const MIN_MARKED = 0.7;

/** The marks in a text. The text may be the end of a block that the reader returned, after its opening word. */
export function marksOfText(
  content: MappedText,
  marksOf: ReadonlyMap<MappedText, SourceMark[]>,
): SourceMark[] {
  const own = marksOf.get(content);
  if (own) return own;
  const first = content.offsets[0];
  for (const [whole, marks] of marksOf) {
    const at = first === undefined ? -1 : whole.offsets.indexOf(first);
    if (at < 0) continue;
    return marks.flatMap((mark) =>
      mark.start >= at && mark.end <= at + content.text.length
        ? [{ ...mark, start: mark.start - at, end: mark.end - at }]
        : [],
    );
  }
  return [];
}
