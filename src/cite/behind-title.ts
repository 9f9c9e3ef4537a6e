import type { CitationStyle } from './citation-style.ts';
import type { ReferencePiece } from './pieces.ts';

/** A reference with what a page is behind its title, which is no part of that, and so stands outside its marks. */
export function withKind(
  pieces: ReferencePiece[],
  kind: string,
  { isEntry }: { isEntry: boolean },
): ReferencePiece[] {
  const at = pieces.findLastIndex(({ variable }) => variable === 'title');
  if (at < 0 || kind === '') return pieces;
  const [, marks = '', rest = ''] = /^([.,]?[”“»›》]?)(.*)$/su.exec(pieces[at + 1]?.text ?? '') ?? [];
  // What has its stop outside the marks keeps it there, behind what is put between.
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

/** In the text, where a style names the author there: with the place behind the author, before the parenthesis closes. */
export const withPlace = (note: ReferencePiece[], place: string): ReferencePiece[] =>
  place === ''
    ? note
    : note.map((piece, i) =>
        i < note.length - 1 ? piece : { ...piece, text: piece.text.replace(/\)$/, `, ${place})`) },
      );

/** What the styles for texts in English call a place in a work of ours, `{}` being its number. */
const inFull = { note: 'note {}', exhibit: '{}', abstract: 'abstract', remark: 'editors’ note to {}' };
const words: Partial<Record<CitationStyle, Record<PlaceKind, string>>> = {
  apa: { ...inFull, abstract: 'Abstract', paragraph: 'para. {}', paragraphs: 'paras. {}' },
  mla: { ...inFull, paragraph: 'par. {}', paragraphs: 'pars. {}' },
  'chicago-author-date': { ...inFull, paragraph: 'para. {}', paragraphs: 'paras. {}' },
};
type PlaceKind = 'paragraph' | 'paragraphs' | 'note' | 'exhibit' | 'abstract' | 'remark';

/** A place as such a style names it; undefined where a style has none in the text. */
export const placeInText = (style: CitationStyle, kind: PlaceKind, number = ''): string | undefined =>
  words[style]?.[kind].replace('{}', () => number);
