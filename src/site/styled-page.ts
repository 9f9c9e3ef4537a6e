import { type Citable, titleIn } from '../cite/csl-item.ts';
import type { References } from '../cite/reference.ts';
import type { CitationStyle } from '../model/citation-style.ts';
import { withKind } from '../cite/behind-title.ts';
import { type ReferencePiece, withOriginal } from '../cite/pieces.ts';
import { memoizeWith } from '../model/memoize.ts';
import type { Dossier } from '../read/dossier.ts';
import { referencesIn } from '../render/references-in.ts';
import { type Printed, print } from './joined-references.ts';
import { nestedMarks } from './page-place.ts';

/** One of our pages as a style prints it, with the page’s own name. */
export interface StyledPage {
  item: Citable;
  name: string;
  /** The kind of page, printed after the title. */
  kind?: string;
  /** The page’s title in the language of the reference, if it has another, which is `lang`. */
  translation?: string;
  lang?: string;
  /** If its title is romanised: the title in characters, empty if the style does not print it. */
  characters?: string;
  /** A description that APA prints in brackets after the edition. */
  description?: string;
  /** The date that APA’s list has in place of the year. */
  day?: string;
  /** The title of the dossier, if the style prints it after the type mark. */
  whole?: string;
  /** The title of the dossier, if the style prints it in italics without doing so itself. */
  dossier?: string;
}

/** Placeholders for a page’s name, the claim that is quoted in it, and the page’s address. */
const [NAME, CLAIM, ADDRESS] = ['\uE009', '\uE008', '\uE00A'];

/** Words in which no style changes punctuation and which do not affect the text after them. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,:，：()（）-]*[\p{L}\p{N})）])?$/u;

/** Divides the title of a check into its name and the claim that it quotes; other titles are one part. */
const partsOf = (title: string): string[] => /^(.+?)(?:: |：)[“‘](.+)[”’]$/.exec(title)?.slice(1) ?? [title];

/** Cites a page in one style. */
export function stylePage(dossier: Dossier, page: StyledPage, style: CitationStyle): Printed {
  const { item, name } = page;
  const parts = partsOf(name);
  // citeproc sets no placeholder in italics.
  const isPlain = parts.every((part) => PLAIN.test(part)) && item.type !== 'book' && name !== page.dossier;
  const at = isPlain ? item.title.lastIndexOf(name) : -1;
  const [own = '', claim = ''] = parts;
  const held = name.replace(own, NAME).replace(claim, claim && CLAIM);
  const title = at < 0 ? item.title : item.title.slice(0, at) + held + item.title.slice(at + name.length);
  const { id: _, ...form } = { ...item, title, ...(item.URL ? { URL: ADDRESS } : {}) };
  const printed = printForm(referencesIn(dossier), { ...page, name: NAME, item: form }, style);
  const shown = at < 0 ? [] : partsOf(titleIn({ ...item, title: name }, style));
  const fill = (pieces: ReferencePiece[]): ReferencePiece[] =>
    pieces.map((piece) => ({
      ...piece,
      text: piece.text
        .replace(NAME, () => shown[0] ?? '')
        .replace(CLAIM, () => shown[1] ?? '')
        .replace(ADDRESS, () => item.URL ?? ''),
    }));
  return {
    ...printed,
    note: fill(printed.note),
    ...(printed.entry ? { entry: fill(printed.entry) } : {}),
  };
}

/**
 * Citations of pages differ only in names and addresses. citeproc takes milliseconds, so it prints each form only once.
 */
const printForm = memoizeWith(
  (
    references: References,
    page: Omit<StyledPage, 'item'> & { item: Omit<Citable, 'id'> },
    style: CitationStyle,
  ): Printed => {
    const item = { ...page.item, id: JSON.stringify(page.item) };
    return withParts(print(references, item, style), { ...page, item }, style);
  },
);

/** Adds the kind after the title, the whole after the type mark of a part, and a description after the version. */
function withParts({ note, entry, ...printed }: Printed, page: StyledPage, style: CitationStyle): Printed {
  const {
    item,
    kind = '',
    translation,
    lang = item.language,
    characters,
    whole,
    dossier,
    description,
    day,
  } = page;
  const shown = (pieces: ReferencePiece[]): ReferencePiece[] =>
    dossier === undefined ? pieces : inItalics(pieces, dossier);
  const parted = (pieces: ReferencePiece[], isEntry: boolean): ReferencePiece[] =>
    withTitle(withKind(shown(pieces), kind, { isEntry })).map((piece, i, all) => ({
      ...piece,
      text: (all[i - 1]?.text.endsWith('ed.') ? afterAbbreviation(piece.text, style) : piece.text)
        .replace(/\[[A-Z/]+\](?=\.)/, (mark) => (whole === undefined ? mark : `${mark}//${whole}`))
        // In place of the year, as an element of its own.
        .replace(/(?<=^\. )\p{Ll}/u, (letter) =>
          isEntry && item.issued?.['date-parts'].length === 0 ? letter.toUpperCase() : letter,
        )
        .replace(` (${item.edition})`, (said) =>
          description === undefined ? said : `${said} [${description}]`,
        )
        .replace(/(?<=\()\d{4}(?=\)\. )/, (year) => (isEntry && day?.startsWith(year) ? day : year)),
    }));
  // Chinese characters are not set in italics, but their translation may be.
  const withTitle = (pieces: ReferencePiece[]): ReferencePiece[] =>
    translation === undefined
      ? pieces
      : withOriginal(pieces, {
          title: characters ?? '',
          language: characters === undefined ? item.language : lang,
          translation,
          isStyled: style === 'mla',
        }).map((piece) =>
          piece.variable === 'title' && characters === undefined ? { ...piece, italic: false, lang } : piece,
        );
  return { ...printed, note: parted(note, false), ...(entry ? { entry: parted(entry, true) } : {}) };
}

/** The title of the dossier in italics and without quotation marks, also where it is the title of the reference. */
function inItalics(pieces: ReferencePiece[], dossier: string): ReferencePiece[] {
  const nested = nestedMarks(dossier);
  const at = pieces.findIndex(({ text }) => [dossier, nested].some((title) => text.includes(title)));
  const piece = pieces[at];
  if (!piece) return pieces;
  const shown = piece.text.includes(dossier) ? dossier : nested;
  const from = piece.text.indexOf(shown);
  const bare = (text: string, mark: RegExp): string =>
    piece.variable === 'title' ? text.replace(mark, '') : text;
  const behind = pieces.slice(at + 1);
  return [
    ...pieces.slice(0, at).map((one, i) => (i < at - 1 ? one : { ...one, text: bare(one.text, /“$/) })),
    { ...piece, text: piece.text.slice(0, from), variable: undefined },
    { ...piece, text: dossier, italic: true },
    { ...piece, text: piece.text.slice(from + shown.length), variable: undefined },
    ...behind.map((one, i) => (i > 0 ? one : { ...one, text: bare(one.text, /(?<=^,?)”/) })),
  ]
    .map(({ variable, ...one }) => (variable === undefined ? one : { ...one, variable }))
    .filter(({ text }) => text !== '');
}

/** After an abbreviation, a full stop is not doubled. MLA separates the kind of edition from the release by a comma. */
const afterAbbreviation = (text: string, style: CitationStyle): string =>
  style === 'mla'
    ? text.replace(/^\. (\p{L})/u, (_, letter: string) => `, ${letter.toLowerCase()}`)
    : text.replace(/^\./, '');
