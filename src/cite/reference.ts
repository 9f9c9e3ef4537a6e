import type { Locator, LocatorLabel } from '../model/locator.ts';
import type { CslDate, Name, Work } from '../model/work.ts';

/**
 * How one language writes references. A form is a list of parts; a part is printed when every variable in it is known.
 * A list in place of a part is a choice: the first of them that can be printed. `*…*` is set in italics.
 */
export interface ReferenceForms {
  forms: Record<'article' | 'book' | 'chapter' | 'thesis' | 'news' | 'report' | 'web', Part[]>;
  /** `{}` is the number. */
  locators: Record<LocatorLabel, string>;
  date: (year: number, month?: number, day?: number) => string;
  names: {
    familyFirst: boolean;
    separator: string;
    /** Before the last of two, and of more. */
    lastOfTwo: string;
    lastOfMany: string;
    /** How many are printed when there are more than `most`, or when the record is abridged. */
    most: number;
    kept: number;
    andOthers: string;
  };
  noDate: string;
}

type Part = string | string[];
/** A stretch of a reference, with what it shows. */
export interface ReferencePiece {
  text: string;
  italic: boolean;
  variable?: 'title' | 'URL';
}

/** The form that each CSL type takes. */
const formOf = {
  'article-journal': 'article',
  'article-magazine': 'news',
  'article-newspaper': 'news',
  book: 'book',
  chapter: 'chapter',
  document: 'report',
  legislation: 'report',
  'paper-conference': 'chapter',
  'post-weblog': 'news',
  report: 'report',
  speech: 'report',
  thesis: 'thesis',
  webpage: 'web',
} as const satisfies Record<Work['type'], keyof ReferenceForms['forms']>;

/** The reference to a work, without a full stop at its end. With no locator an article shows the pages it fills. */
export function formatReference(work: Work, words: ReferenceForms, locator?: Locator): ReferencePiece[] {
  const values = valuesOf(work, words, locator);
  const pieces = words.forms[formOf[work.type]].flatMap((part) => {
    const chosen = [part].flat().find((candidate) => variablesIn(candidate).every((name) => values[name]));
    return chosen === undefined ? [] : fill(chosen, values);
  });
  return trimEnd(pieces);
}

export const referenceText = (pieces: ReferencePiece[]): string => pieces.map(({ text }) => text).join('');

type Values = Partial<Record<string, string>>;

function valuesOf(work: Work, words: ReferenceForms, locator: Locator | undefined): Values {
  const pages =
    locator ??
    (work.type === 'article-journal' && work.page ? { label: 'page' as const, value: work.page } : undefined);
  const year = work.issued?.['date-parts'][0]?.[0];
  return {
    author: formatNames(work.author, words, work.custom?.authorsAbridged),
    editor: formatNames(work.editor, words),
    translator: formatNames(work.translator, words),
    title: work.title,
    container: work['container-title'],
    publisher: work.publisher,
    place: work['publisher-place'],
    genre: work.genre,
    volume: work.volume,
    issue: work.issue,
    year: year === undefined ? words.noDate : String(year),
    date: formatDate(work.issued, words),
    locator: pages && words.locators[pages.label].replace('{}', dashed(pages.value)),
    URL: work.URL,
  };
}

function formatDate(date: CslDate | undefined, words: ReferenceForms): string | undefined {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  return year === undefined ? undefined : words.date(year, month, day);
}

function formatNames(
  names: Name[] | undefined,
  { names: words }: ReferenceForms,
  abridged = false,
): string | undefined {
  if (!names || names.length === 0) return undefined;
  const written = names.map((name) => formatName(name, words.familyFirst));
  if (abridged || written.length > words.most)
    return written.slice(0, words.kept).join(words.separator) + words.andOthers;
  const last = written.pop() ?? '';
  if (written.length === 0) return last;
  return written.join(words.separator) + (written.length === 1 ? words.lastOfTwo : words.lastOfMany) + last;
}

function formatName(name: Name, familyFirst: boolean): string {
  if ('literal' in name) return name.literal;
  const particle = name['non-dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  if (familyFirst) return family + (name.given ?? '');
  return name.given === undefined ? family : `${name.given} ${family}`;
}

const dashed = (pages: string): string => pages.replace(/\s*[-–—]+\s*/g, '–');

const variablesIn = (part: string): string[] =>
  [...part.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

function fill(part: string, values: Values): ReferencePiece[] {
  return part.split('*').flatMap((stretch, i) =>
    stretch.split(/(\{\w+\})/).flatMap((token): ReferencePiece[] => {
      if (token === '') return [];
      const name = /^\{(\w+)\}$/.exec(token)?.[1];
      const text = name === undefined ? token : (values[name] ?? '');
      const variable = name === 'title' || name === 'URL' ? { variable: name } : {};
      return [{ text, italic: i % 2 === 1, ...variable } as ReferencePiece];
    }),
  );
}

/** A title that ends in its own mark takes no comma: “A Safer World?” */
function trimEnd(pieces: ReferencePiece[]): ReferencePiece[] {
  return pieces
    .map((piece, i) => {
      const endsItself = /[?!]$/.test(pieces[i - 1]?.text ?? '') && pieces[i - 1]?.variable === 'title';
      return endsItself ? { ...piece, text: piece.text.replace(/^,/, '') } : piece;
    })
    .map((piece, i) =>
      i === pieces.length - 1 ? { ...piece, text: piece.text.replace(/,(”?)\s*$/, '$1').trimEnd() } : piece,
    );
}
