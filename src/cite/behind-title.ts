import type { CitationStyle } from './citation-style.ts';
import type { ReferencePiece } from './pieces.ts';

/**
 * Adds the kind of a page to a reference, after the title and outside its quotation marks, since it is not part of it.
 */
export function withKind(
  pieces: ReferencePiece[],
  kind: string,
  { isEntry }: { isEntry: boolean },
): ReferencePiece[] {
  const at = pieces.findLastIndex(({ variable }) => variable === 'title');
  if (at < 0 || kind === '') return pieces;
  const [, marks = '', rest = ''] = /^([.,]?[”“»›》]?)(.*)$/su.exec(pieces[at + 1]?.text ?? '') ?? [];
  // If the stop is outside the marks, it stays there and the kind follows it.
  const [stop] = /^[,.]/.exec(rest || (pieces[at + 2]?.text ?? '')) ?? [];
  const said = marks.endsWith('》')
    ? `（${kind}）`
    : stop !== undefined
      ? `${stop} ${stop === '.' ? inCapital(kind) : kind}`
      : isEntry
        ? ` ${inCapital(kind)}.`
        : ` ${kind},`;
  return [
    ...pieces.slice(0, at + 1),
    { text: marks + said, italic: false },
    { text: rest, italic: false },
    ...pieces.slice(at + 2),
  ].filter(({ text }) => text !== '');
}

const inCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds a place to a citation in the text, after the author and before the closing parenthesis. */
export const withPlace = (note: ReferencePiece[], place: string): ReferencePiece[] =>
  place === ''
    ? note
    : note.map((piece, i) =>
        i < note.length - 1 ? piece : { ...piece, text: piece.text.replace(/\)$/, `, ${place})`) },
      );

/** The names of places in the dossier’s own works in the styles for English texts; `{}` is replaced by the number. */
const inFull = { note: 'note {}', exhibit: '{}', abstract: 'abstract', remark: 'editors’ note to {}' };
const words: Partial<Record<CitationStyle, Record<PlaceKind, string>>> = {
  apa: { ...inFull, abstract: 'Abstract', paragraph: 'para. {}', paragraphs: 'paras. {}' },
  mla: { ...inFull, paragraph: 'par. {}', paragraphs: 'pars. {}' },
  'chicago-author-date': { ...inFull, paragraph: 'para. {}', paragraphs: 'paras. {}' },
};
type PlaceKind = 'paragraph' | 'paragraphs' | 'note' | 'exhibit' | 'abstract' | 'remark';

/** The name of a place in such a style; undefined if the style does not cite places in the text. */
export const placeInText = (style: CitationStyle, kind: PlaceKind, number = ''): string | undefined =>
  words[style]?.[kind].replace('{}', () => number);
