/** A stretch of a reference, with what it shows. */
export interface ReferencePiece {
  text: string;
  italic: boolean;
  variable?: 'title' | 'URL';
  /** Of a stretch in another language than the reference. */
  lang?: string;
}

export const referenceText = (pieces: ReferencePiece[]): string => pieces.map(({ text }) => text).join('');

/** What stands in citeproc's output for where italics and a title begin and end: characters for private use. */
export const marks = {
  italic: ['\uE001', '\uE002'],
  title: ['\uE003', '\uE004'],
  upright: ['\uE006', '\uE007'],
} as const;
/** What stands behind a title and is no part of it: never in italics, and with its capitals as they are. */
export const upright = (text: string): string =>
  `<span class="nocase">${marks.upright[0]}${text}${marks.upright[1]}</span>`;
/** A title, and what stands behind it. */
export const apartFromUpright = (title: string): [title: string, behind: string] => {
  const at = title.indexOf('<span class="nocase">' + marks.upright[0]);
  return at < 0 ? [title, ''] : [title.slice(0, at), title.slice(at)];
};
/** An apostrophe, which within a title that keeps its capitals citeproc would take for the end of a quotation. */
export const APOSTROPHE = '\uE00B';
/** A last author for whom there is no name: et al. stands in the place of it. */
export const UNKNOWN_AUTHOR = '\uE005';

/** Reads citeproc's output. `addresses` are links and DOIs that may stand in it. */
export function readPieces(output: string, addresses: string[]): ReferencePiece[] {
  const pieces: ReferencePiece[] = [];
  let isItalic = false;
  let isUpright = false;
  let title = false;
  for (const stretch of output.replaceAll(APOSTROPHE, '’').split(/([\uE001-\uE004\uE006\uE007])/)) {
    const italic = isItalic && !isUpright;
    if (stretch === marks.italic[0]) isItalic = true;
    else if (stretch === marks.italic[1]) isItalic = false;
    else if (stretch === marks.upright[0]) isUpright = true;
    else if (stretch === marks.upright[1]) isUpright = false;
    else if (stretch === marks.title[0]) title = true;
    else if (stretch === marks.title[1]) title = false;
    else if (title) pieces.push(...bareTitle(stretch).map((piece) => ({ ...piece, italic })));
    else pieces.push(...splitAddresses(stretch, addresses).map((piece) => ({ ...piece, italic })));
  }
  return pieces.filter(({ text }) => text !== '');
}

/** A title apart from the quotation marks that it stands in, and from the comma or point within them. */
function bareTitle(text: string): Omit<ReferencePiece, 'italic'>[] {
  const [, before = '', title = '', after = ''] = /^([“„«‹《]?)(.*?)([.,]?[”“»›》]?)$/s.exec(text) ?? [];
  // A title that begins with a quotation, in italics, is not quoted itself.
  const isQuoted = before !== '' && after.length === (/^[.,]/.test(after) ? 2 : 1);
  return isQuoted
    ? [{ text: before }, { text: title, variable: 'title' }, { text: after }]
    : [{ text, variable: 'title' }];
}

/** The pieces with their title marked, which it is not where it stands in the place of an author. */
export function markedTitle(pieces: ReferencePiece[], title: string): ReferencePiece[] {
  if (pieces.some(({ variable }) => variable === 'title')) return pieces;
  // Quotation marks may have been exchanged, and subtitles begin with a capital.
  const bare = (text: string): string => text.replace(/[“”‘’]/g, '"').toLowerCase();
  const at = pieces.findIndex(({ text }) => bare(text).includes(bare(title)));
  const piece = pieces[at];
  if (!piece) return pieces;
  const from = bare(piece.text).indexOf(bare(title));
  const parts = [
    { ...piece, text: piece.text.slice(0, from) },
    { ...piece, text: piece.text.slice(from, from + title.length), variable: 'title' as const },
    { ...piece, text: piece.text.slice(from + title.length) },
  ];
  return pieces.toSpliced(at, 1, ...parts.filter(({ text }) => text !== ''));
}

/** Puts the original title and its translation behind the romanised one, outside its quotation marks. */
export function withOriginal(
  pieces: ReferencePiece[],
  {
    title = '',
    language,
    translation,
    isStyled = false,
  }: {
    title?: string;
    language: string;
    translation?: string;
    /** In italics where the title is. */ isStyled?: boolean;
  },
): ReferencePiece[] {
  const last = pieces.findLastIndex(({ variable }) => variable === 'title');
  if (last < 0) return pieces;
  const next = pieces[last + 1]?.text ?? '';
  const [, outer = '', mark = ''] = /^([.,]?)([”“»›]?)/.exec(next) ?? [];
  // A title that ends in quotation marks has taken the stop within them.
  const [, bare = '', inner = '', end = ''] = /^(.*?)([.,]?)([’”]?)$/su.exec(pieces[last]?.text ?? '') ?? [];
  const stop = outer || inner;
  const behind: ReferencePiece[] = [
    { text: mark + (title && ' '), italic: false },
    { text: title, italic: false, lang: language },
    ...(translation === undefined
      ? []
      : isStyled
        ? styled(translation, mark !== '', pieces[last]?.italic ?? false)
        : [{ text: ` [${translation}]`, italic: false }]),
  ];
  if (mark === '')
    return pieces
      .toSpliced(last, 1, { ...pieces[last]!, text: inner ? bare + end : pieces[last]!.text }, ...behind, {
        text: inner,
        italic: false,
      })
      .filter(({ text }) => text !== '');
  return [
    ...pieces.slice(0, last),
    { ...pieces[last]!, text: bare + end },
    ...behind,
    { text: stop + next.slice(outer.length + mark.length), italic: false },
    ...pieces.slice(last + 2),
  ].filter(({ text }) => text !== '');
}

/** In brackets, in italics where the title is, and never in quotation marks. */
const styled = (translation: string, isQuoted: boolean, italic: boolean): ReferencePiece[] =>
  isQuoted
    ? [{ text: ` [${translation}]`, italic: false }]
    : [
        { text: ' [', italic: false },
        { text: translation, italic },
        { text: ']', italic: false },
      ];

function splitAddresses(text: string, addresses: string[]): Omit<ReferencePiece, 'italic'>[] {
  for (const address of addresses) {
    const at = text.indexOf(address);
    if (at < 0) continue;
    return [
      { text: text.slice(0, at) },
      { text: address, variable: 'URL' },
      ...splitAddresses(text.slice(at + address.length), addresses),
    ];
  }
  return [{ text }];
}
