import type { CitationStyle } from '../model/citation-style.ts';

/** A stretch of a reference, with its style and the variable that it shows. */
export interface ReferencePiece {
  text: string;
  italic: boolean;
  variable?: 'title' | 'URL';
  /** If the stretch is in a language other than the reference. */
  lang?: string;
}

/** A stretch without a part of its text. */
export const cut = (piece: ReferencePiece, part: RegExp): ReferencePiece => ({
  ...piece,
  text: piece.text.replace(part, ''),
});

/** A reference without its end. */
export const withoutEnd = (pieces: ReferencePiece[], end: RegExp): ReferencePiece[] =>
  pieces
    .map((piece, i) => (i < pieces.length - 1 ? piece : cut(piece, end)))
    .filter(({ text }) => text !== '');

export const referenceText = (pieces: ReferencePiece[]): string => pieces.map(({ text }) => text).join('');

/** Private-use characters that mark in citeproc’s output where italics, titles and upright text begin and end. */
export const marks = {
  italic: ['\uE001', '\uE002'],
  title: ['\uE003', '\uE004'],
  upright: ['\uE006', '\uE007'],
} as const;
/** Text after a title that is not part of it: never in italics, and with its capitals unchanged. */
export const upright = (text: string): string =>
  `<span class="nocase">${marks.upright[0]}${text}${marks.upright[1]}</span>`;
/** The translation of a container’s title, in brackets behind it. MLA sets it like the title, in italics. */
export const translationBehind = (translation: string, style: CitationStyle): string =>
  style === 'mla'
    ? `${upright(' [')}<span class="nocase">${translation}</span>${upright(']')}`
    : upright(` [${translation}]`);
/** Separates a title from the upright text after it. */
export const apartFromUpright = (title: string): [title: string, behind: string] => {
  const at = title.indexOf('<span class="nocase">' + marks.upright[0]);
  return at < 0 ? [title, ''] : [title.slice(0, at), title.slice(at)];
};
/** An apostrophe in a title that keeps its capitals, in which citeproc would take it for a closing quotation mark. */
export const APOSTROPHE = '\uE00B';
/** Stands for unnamed further authors; replaced by et al. */
export const UNKNOWN_AUTHOR = '\uE005';

/** Parses citeproc’s output. `addresses` are links and DOIs that may occur in it. */
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

/** Separates a title from its quotation marks, and from a comma or full stop inside them. */
function bareTitle(text: string): Omit<ReferencePiece, 'italic'>[] {
  const [, before = '', title = '', after = ''] = /^([“„«‹《]?)(.*?)([.,]?[”“»›》]?)$/s.exec(text) ?? [];
  // A title in italics that begins with a quotation is not itself in quotation marks.
  const isQuoted = before !== '' && after.length === (/^[.,]/.test(after) ? 2 : 1);
  return isQuoted
    ? [{ text: before }, { text: title, variable: 'title' }, { text: after }]
    : [{ text, variable: 'title' }];
}

/** A description of something untitled: upright and without the marks of a title. */
export const asDescription = (pieces: ReferencePiece[]): ReferencePiece[] =>
  pieces
    .map((piece, i) => {
      if (piece.variable === 'title') return { ...piece, italic: false };
      let { text } = piece;
      if (pieces[i + 1]?.variable === 'title') text = text.replace(/[“《]$/, '');
      if (pieces[i - 1]?.variable === 'title') text = text.replace(/^([.,]?)[”》]/, '$1');
      return { ...piece, text };
    })
    .filter(({ text }) => text !== '');

/** Marks the title if citeproc has not, as when it takes the place of an author. */
export function markedTitle(pieces: ReferencePiece[], title: string): ReferencePiece[] {
  if (pieces.some(({ variable }) => variable === 'title')) return pieces;
  // citeproc may have changed quotation marks, and capitalised subtitles.
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

/** Puts the original title and its translation after the romanised title, outside its quotation marks. */
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
    /** True if the translation is in italics if the title is. */
    isStyled?: boolean;
  },
): ReferencePiece[] {
  const last = pieces.findLastIndex(({ variable }) => variable === 'title');
  const own = pieces[last];
  if (!own) return pieces;
  const next = pieces[last + 1]?.text ?? '';
  const [, outer = '', mark = ''] = /^([.,]?)([”“»›]?)/.exec(next) ?? [];
  // If the title ends with quotation marks, the stop is inside them.
  const [, bare = '', inner = '', end = ''] = /^(.*?)([.,]?)([’”]*)$/su.exec(own.text) ?? [];
  const behind: ReferencePiece[] = [
    { text: mark + (title && ' '), italic: false },
    { text: title, italic: false, lang: language },
    ...(translation === undefined
      ? []
      : isStyled && mark === ''
        ? [
            { text: ' [', italic: false },
            { text: translation, italic: own.italic },
            { text: ']', italic: false },
          ]
        : [{ text: ` [${translation}]`, italic: false }]),
  ];
  const rest =
    mark === ''
      ? [{ text: inner, italic: false }, ...pieces.slice(last + 1)]
      : [
          { text: (outer || inner) + next.slice(outer.length + mark.length), italic: false },
          ...pieces.slice(last + 2),
        ];
  return [...pieces.slice(0, last), { ...own, text: bare + end }, ...behind, ...rest].filter(
    ({ text }) => text !== '',
  );
}

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
