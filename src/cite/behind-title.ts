import { placeIn } from '../model/entry-in.ts';
import { isGbt, type CitationStyle } from './citation-style.ts';
import { capitalised } from './headline-case.ts';
import type { ReferencePiece } from './pieces.ts';

/**
 * Adds the kind of a page to a reference, after the title and outside its quotation marks, since it is not part of it;
 * and the title in the language of the page, if the reference has another.
 */
export function withKind(
  pieces: ReferencePiece[],
  { kind, original }: { kind: string; original?: { title: string; lang: string } | undefined },
  { isEntry }: { isEntry: boolean },
): ReferencePiece[] {
  const at = pieces.findLastIndex(({ variable }) => variable === 'title');
  if (at < 0 || kind === '') return pieces;
  const [, marks = '', rest = ''] = /^([.,]?[”“»›》]?)(.*)$/su.exec(pieces[at + 1]?.text ?? '') ?? [];
  // If the stop is outside the marks, it stays there and the kind follows it.
  const [stop] = /^[,.]/.exec(rest || (pieces[at + 2]?.text ?? '')) ?? [];
  const isChinese = marks.endsWith('》');
  // Two additions in brackets share them.
  const behind = pieces.slice(at + 2);
  const isShared = isChinese && (rest || (behind[0]?.text ?? '')).startsWith('（');
  const [before, after] = isChinese
    ? ['（', isShared ? '，' : '）']
    : stop !== undefined
      ? [`${stop} `, '']
      : marks === ''
        ? [', ', '']
        : isEntry
          ? [' ', '.']
          : [' ', ','];
  const isFirst = stop === '.' || (stop === undefined && marks !== '' && isEntry);
  return [
    ...pieces.slice(0, at + 1),
    { text: marks + before + (isFirst ? capitalised(kind) : kind), italic: false },
    ...(original
      ? [
          { text: ' (', italic: false },
          { text: original.title, italic: false, lang: original.lang },
          { text: ')', italic: false },
        ]
      : []),
    { text: after + rest.slice(isShared ? 1 : 0), italic: false },
    ...behind.map((piece, i) =>
      isShared && rest === '' && i === 0 ? { ...piece, text: piece.text.slice(1) } : piece,
    ),
  ].filter(({ text }) => text !== '');
}

/**
 * Adds a place to a citation in the text, before the closing parenthesis. A comma goes inside the quotation marks of a
 * title.
 */
export function withPlaceInText(note: ReferencePiece[], place: string): ReferencePiece[] {
  const [, end = ''] = /([)）])$/.exec(note.at(-1)?.text ?? '') ?? [];
  if (place === '' || end === '') return note;
  const bare = withoutEnd(note, end);
  const isQuoted = end === ')' && bare.at(-1)?.text.endsWith('”');
  const joint = isQuoted ? ',” ' : end === ')' ? ', ' : '，';
  return [...(isQuoted ? withoutEnd(bare, '”') : bare), { text: joint + place + end, italic: false }];
}

const withoutEnd = (pieces: ReferencePiece[], end: string): ReferencePiece[] =>
  pieces
    .map((piece, i) =>
      i < pieces.length - 1 ? piece : { ...piece, text: piece.text.slice(0, piece.text.length - end.length) },
    )
    .filter(({ text }) => text !== '');

/**
 * Adds a place to a footnote, before the address or at the end. In GB/T, where only pages stand behind the year, it is
 * the name of a part and follows the title.
 */
export function withPlace(
  note: ReferencePiece[],
  place: string,
  { style, comma }: { style: CitationStyle; comma: string },
): ReferencePiece[] {
  if (place === '') return note;
  if (isGbt(style)) {
    const at = note.findIndex(({ text }) => TYPE_MARK.test(text));
    return note.map((piece, i) =>
      i === at
        ? {
            ...piece,
            text: piece.text.replace(TYPE_MARK, (mark) => (style === 'gbt' ? '：' : ': ') + place + mark),
          }
        : piece,
    );
  }
  const at = note.findIndex(({ variable }) => variable === 'URL');
  if (at >= 0) return note.toSpliced(at, 0, { text: place + comma, italic: false });
  const [, stop = ''] = /([.。]?)$/.exec(note.at(-1)?.text ?? '') ?? [];
  return note.map((piece, i) =>
    i < note.length - 1
      ? piece
      : { ...piece, text: piece.text.slice(0, piece.text.length - stop.length) + comma + place + stop },
  );
}
const TYPE_MARK = /\[[A-Z]+(?:\/[A-Z]+)?\]/;

/** The names of places in the dossier’s own works in English references; `{}` is replaced by the number. */
const places = {
  paragraph: 'para. {}',
  paragraphs: 'paras. {}',
  note: 'note {}',
  abstract: 'abstract',
  remark: 'editors’ note to {}',
};

/** The name of a place in an English reference. */
export const placeInEnglish = (style: CitationStyle, kind: keyof typeof places, number = ''): string =>
  placeIn(
    style,
    places[kind].replace('{}', () => number),
  );
