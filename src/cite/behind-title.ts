import { placeIn } from '../model/entry-in.ts';
import { isGbt, isInText, type CitationStyle } from '../model/citation-style.ts';
import { capitalised } from './headline-case.ts';
import { withoutEnd, type ReferencePiece } from './pieces.ts';

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
function withPlaceInText(note: ReferencePiece[], place: string): ReferencePiece[] {
  const [, end = ''] = /([)）])$/.exec(note.at(-1)?.text ?? '') ?? [];
  if (end === '') return note;
  const bare = withoutEnd(note, /.$/);
  const isQuoted = end === ')' && bare.at(-1)?.text.endsWith('”');
  const joint = isQuoted ? ',” ' : end === ')' ? ', ' : '，';
  return [...(isQuoted ? withoutEnd(bare, /”$/) : bare), { text: joint + place + end, italic: false }];
}

/**
 * Stands for a place that is no page where citeproc prints a page, since it would change the numbers and signs in it.
 */
export const PLACE = '\uE010';

/**
 * Adds a place to a citation in the text, or to a footnote, there before the address or at the end, in GB/T where pages
 * stand.
 */
export function withPlace(
  note: ReferencePiece[],
  place: string,
  { style, comma }: { style: CitationStyle; comma: string },
): ReferencePiece[] {
  if (place === '') return note;
  if (isInText(style)) return withPlaceInText(note, place);
  if (isGbt(style)) return withPlaceOfGbt(note, place, style === 'gbt' ? '：' : ': ');
  const at = note.findIndex(({ variable }) => variable === 'URL');
  if (at >= 0) return note.toSpliced(at, 0, { text: place + comma, italic: false });
  const [, stop = ''] = /([.。]?)$/.exec(note.at(-1)?.text ?? '') ?? [];
  return note.map((piece, i) =>
    i < note.length - 1
      ? piece
      : { ...piece, text: piece.text.slice(0, piece.text.length - stop.length) + comma + place + stop },
  );
}

/**
 * GB/T 7714—2025 prints a place that is no page, such as a preface, as it does pages: behind the year (8.2:
 * 2001：序2-3). A web page has a year for it, before the day of publication (7714—2015, 4.6.2: 出版年: 引文页码(更新或修改日期)
 * [引用日期]); without a day, the place is before the day of access.
 */
function withPlaceOfGbt(note: ReferencePiece[], place: string, colon: string): ReferencePiece[] {
  if (note.some(({ text }) => text.includes(PLACE)))
    return note.map((piece) => ({ ...piece, text: piece.text.replace(PLACE, () => place) }));
  const at = note.findIndex(({ text }) => TYPE_MARK.test(text));
  const { text = '' } = note[at] ?? {};
  const found = DATE_OF_GBT.exec(text) ?? TYPE_MARK.exec(text);
  if (!found) return note;
  const [dated] = found;
  const end = found.index + dated.length;
  const behind = text.slice(end);
  const day = /^[（(](\d{4})/.exec(dated);
  if (day)
    return note.with(at, {
      text: text.slice(0, found.index) + day[1] + colon + place + text.slice(found.index),
      italic: false,
    });
  const isDated = !dated.endsWith(']');
  const said = isDated
    ? colon + place + behind
    : behind.replace(
        /^(.*?)(?:\. )?(\[\d[\d-]+\])?(\.? ?)$/s,
        (_, whole: string, opened = '', stop: string) => [whole, '. ', place, opened, stop].join(''),
      );
  return note.with(at, { text: text.slice(0, end) + said, italic: false });
}

/** The mark of a type, such as [EB/OL], with which a title ends, and the date behind it or the whole of a part. */
const TYPE_MARK = /\[[A-Z]+(?:\/[A-Z]+)?\]/;
const DATE_OF_GBT =
  /(?<=\[[A-Z]+(?:\/[A-Z]+)?\](?:\/\/.*)?\. )(?:[（(]\d{4}(?:-\d\d){0,2}[）)]|\d{4}(?:-\d\d){0,2}(?!\d))/s;

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
