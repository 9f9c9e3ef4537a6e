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
 * Adds a place to the footnote of a source, before the address or at the end; in GB/T after a colon and before the date
 * of access, like its pages.
 */
export function withPlaceInSource(
  note: ReferencePiece[],
  place: string,
  { style, comma, isPaged = true }: { style: CitationStyle; comma: string; isPaged?: boolean },
): ReferencePiece[] {
  const at = note.findIndex(({ variable }) => variable === 'URL');
  if (at >= 0 && !isGbt(style)) return note.toSpliced(at, 0, { text: place + comma, italic: false });
  const last = at < 0 ? note.length - 1 : at - 1;
  return note.map((piece, i) => {
    if (i !== last) return piece;
    const [end] = /(?:\[\d{4}[\d-]*\])?[.。]?\s*$/.exec(piece.text) ?? [''];
    const before = piece.text.slice(0, piece.text.length - end.length);
    // After the pages of an article, there is a colon already.
    // Without a date, nothing is between the type mark and the place.
    const sign = /\[[A-Z/]+\]\. ?$/.test(before)
      ? ''
      : isGbt(style) && /\[[A-Z/]+\]$/.test(before)
        ? '. '
        : isPaged && (/[:：] ?[\d-]+$/.test(before) || (at < 0 && /\d$/.test(before)))
          ? comma.replace('：', '，').replace(':', ',')
          : comma;
    return { ...piece, text: before + sign + place + end };
  });
}

/**
 * Adds a place to a footnote of the dossier, before the address or at the end; in GB/T like the pages of a source,
 * after the date.
 */
export function withPlace(
  note: ReferencePiece[],
  place: string,
  { style, comma }: { style: CitationStyle; comma: string },
): ReferencePiece[] {
  if (isGbt(style))
    return withPlaceInSource(note, place, { style, comma: style === 'gbt' ? '：' : ': ', isPaged: false });
  const at = note.findIndex(({ variable }) => variable === 'URL');
  if (at >= 0) return note.toSpliced(at, 0, { text: place + comma, italic: false });
  const [, stop = ''] = /([.。]?)$/.exec(note.at(-1)?.text ?? '') ?? [];
  return note.map((piece, i) =>
    i < note.length - 1
      ? piece
      : { ...piece, text: piece.text.slice(0, piece.text.length - stop.length) + comma + place + stop },
  );
}

/** The names of places in the dossier’s own works in English references; `{}` is replaced by the number. */
const inGeneral = {
  paragraph: 'para. {}',
  paragraphs: 'paras. {}',
  note: 'note {}',
  abstract: 'abstract',
  remark: 'editors’ note to {}',
};
const words: Partial<Record<CitationStyle, Partial<Record<PlaceKind, string>>>> = {
  apa: { abstract: 'Abstract' },
  mla: { paragraph: 'par. {}', paragraphs: 'pars. {}' },
};
type PlaceKind = keyof typeof inGeneral;

/** The name of a place in an English reference. */
export const placeInEnglish = (style: CitationStyle, kind: PlaceKind, number = ''): string =>
  (words[style]?.[kind] ?? inGeneral[kind]).replace('{}', () => number);
