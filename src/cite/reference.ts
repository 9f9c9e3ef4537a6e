import CSL, { type Engine } from 'citeproc';
import { isChicago, isEnglish, isGbt, isInText, type CitationStyle } from '../model/citation-style.ts';
import { placeIn } from '../model/entry-in.ts';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Locator } from '../model/locator.ts';
import { memoizeData } from '../model/memoize.ts';
import { superscript } from '../model/page-range.ts';
import { doiAddress } from '../model/urls.ts';
import { letterAt, withLetter } from '../model/year-letter.ts';
import { printedItem, type Citable } from './csl-item.ts';
import { isoDate } from './dates.ts';
import { executiveOrder } from './executive-order.ts';
import { headlineCase, sentenceCase } from './headline-case.ts';
import { PLACE, withPlace } from './behind-title.ts';
import { cslStyle, localeOf } from './csl-style.ts';
import {
  asDescription,
  markedTitle,
  marks,
  readPieces,
  UNKNOWN_AUTHOR,
  withOriginal,
  type ReferencePiece,
} from './pieces.ts';
import type { Position } from './positions.ts';

/** Prints references. */
export interface References {
  /** As an entry in a list of works. */
  entry: (item: Citable, style: CitationStyle) => ReferencePiece[];
  /** As part of a note, without a final full stop. */
  note: (
    item: Citable,
    style: CitationStyle,
    place?: { locator?: Locator; position?: Position },
  ) => ReferencePiece[];
}

CSL.Output.Formats['pieces'] = {
  ...CSL.Output.Formats['text'],
  '@font-style/italic': `${marks.italic[0]}%%STRING%%${marks.italic[1]}`,
  // Called on the text of a variable, whose name is in `params`, if the system has a `variableWrapper`.
  '@showid/true'(
    this: { params?: { variableNames?: string[] } },
    { tmp }: RunningEngine,
    text: string,
  ): string {
    const [variable = ''] = this.params?.variableNames ?? [];
    return tmp.just_looking || tmp.suppress_decorations || !/^title(?:-short)?$/.test(variable)
      ? text
      : marks.title[0] + text + marks.title[1];
  },
};

interface RunningEngine {
  tmp: { just_looking: boolean; suppress_decorations: boolean };
}

const first: Position = { type: 'first' };
const positions = {
  first: CSL.POSITION_FIRST,
  subsequent: CSL.POSITION_SUBSEQUENT,
  ibid: CSL.POSITION_IBID,
  'ibid-with-locator': CSL.POSITION_IBID_WITH_LOCATOR,
};

/**
 * Prints references with citeproc. In notes, works on the list are disambiguated; other items are printed
 * independently.
 */
export function referencesTo(works: Citable[]): References {
  const known = new Map(works.map((work) => [work.id, work]));
  const listed = new Set(known.keys());
  const engineFor = enginesFor(works, known);
  const letterOf = lettersOf(works);
  const references: References = remembered({
    entry: (item, style) => {
      const order = executiveOrder(item, style, { isEntry: true });
      if (order) return order;
      known.set(item.id, item);
      const engine = engineFor('entry', style, item.language);
      // One at a time, so that a dash never replaces the author of the previous entry.
      engine.updateItems([item.id]);
      const [entry = ''] = engine.makeBibliography()[1];
      const whole = withoutComma(entry.trim().replace(/^\[1\]\s*/, ''), item, engine);
      const numbered = bareNumber(whole, item, style);
      const letter = letterOf(style).get(workOf(item));
      const text =
        letter === undefined ? numbered : withLetter(numbered, item.issued?.['date-parts'][0]?.[0], letter);
      // Chicago, APA and MLA invert the first name in an entry, so a comma follows it.
      const joint = isEnglish(style) ? ', ' : ' ';
      return read(withOthers(text, engine, joint), item, style);
    },
    note: (item, style, { locator, position = first } = {}) => {
      const order = executiveOrder(item, style, {
        isEntry: false,
        isAgain: position.type !== 'first',
        locator,
      });
      if (order) return order;
      known.set(item.id, item);
      const part = locator && partIn(style, locator, item.language);
      if (part !== undefined) {
        const at = isInText(style) ? {} : { locator: { label: 'page' as const, value: PLACE } };
        const whole = references.note(item, style, { position, ...at });
        return withPlace(whole, part, { style, comma: ', ' });
      }
      const isListed = listed.has(item.id);
      // The words of a citation in the text are English in an English style, also for a title that is not romanised.
      const isForeign = isInText(style) && isEnglish(style) && !isListed;
      const language = isForeign && isChinese(item.language) ? 'en' : item.language;
      const engine = engineFor(isListed ? 'note' : 'entry', style, language);
      if (!isListed) engine.updateItems([item.id]);
      const cluster = engine.makeCitationCluster([
        {
          id: item.id,
          position: positions[position.type],
          ...(locator
            ? {
                // A romanised item has the ranges of its new script.
                locator: item.original ? locator.value.replace(/[—–]/g, '-') : locator.value,
                label: locator.label,
              }
            : {}),
          ...(position.type === 'first' ? {} : { 'first-reference-note-number': String(position.firstNote) }),
        },
      ]);
      const text = style === 'gbt-author-date' ? inTextOfGbt(cluster, locator) : cluster;
      // A repeated citation has only the romanised title.
      const { original: _, ...again } = item;
      const pieces = read(
        withOthers(text, engine, ' '),
        position.type === 'first' && !isInText(style) ? item : again,
        style,
      );
      // APA has titles in title case in the text, and only there.
      return style === 'apa' &&
        !item.isDescribed &&
        item.original === undefined &&
        primaryLanguage(item.language) === 'en'
        ? pieces.map((piece) =>
            piece.variable === 'title' ? { ...piece, text: headlineCase(piece.text) } : piece,
          )
        : pieces;
    },
  });
  return references;
}

/**
 * The letters after the years of works with the same authors and year, for styles that cite both in the text: ordered
 * by title, but in APA first by date.
 */
function lettersOf(works: Citable[]): (style: CitationStyle) => Map<string, string> {
  return memoizeData((style) => {
    if (!isInText(style) || style === 'mla') return new Map();
    // Unsigned works are listed under their titles in APA, and without any author in GB/T.
    const named = works.filter(({ author, issued }) => issued && (author || isChicago(style)));
    const alike = Map.groupBy(named, ({ author, 'container-title': container, title, issued }) =>
      JSON.stringify([author ?? container ?? title, issued?.['date-parts'][0]?.[0]]),
    );
    return new Map(
      [...alike.values()]
        .filter((group) => group.length > 1)
        .flatMap((group) => group.toSorted(orderIn(style)).map(({ id }, i) => [id, letterAt(i)] as const)),
    );
  });
}

const orderIn =
  (style: CitationStyle) =>
  (one: Citable, other: Citable): number =>
    (style === 'apa' ? (isoDate(one.issued) ?? '').localeCompare(isoDate(other.issued) ?? '') : 0) ||
    one.title.localeCompare(other.title, one.language);

/** The id of a romanised item has an edition’s id appended. */
const workOf = ({ id }: Citable): string => id.replace(/ .*$/, '');

/** Engines by use, style and language, created on demand. */
function enginesFor(
  works: Citable[],
  known: Map<string, Citable>,
): (use: 'note' | 'entry', style: CitationStyle, language: string) => Engine {
  return memoizeData((use, style, language) => {
    const { tag, words } = localeOf(language);
    const engine = new CSL.Engine(
      {
        retrieveLocale: () => words,
        retrieveItem: (id) => {
          const work = known.get(id);
          if (!work) throw new Error(`No work “${id}”`);
          return printedItem(work, works, style);
        },
        variableWrapper: (_, before, text, after) => before + text + after,
      },
      cslStyle(style, language),
      tag,
      true,
    );
    engine.setOutputFormat('pieces');
    // Citations in notes may have to be distinguished from other works; an entry is complete.
    if (use === 'note') {
      const told = works.filter((work) => work.language === language);
      engine.updateItems((style === 'apa' ? told.toSorted(orderIn(style)) : told).map(({ id }) => id));
    }
    return engine;
  });
}

/** Parses what citeproc printed for an item, and adds what a style prints beside a romanised title. */
function read(
  output: string,
  { URL, DOI, accessed, original, language, title, isDescribed = false }: Citable,
  style: CitationStyle,
): ReferencePiece[] {
  const printed = readPieces(output, [
    ...(URL === undefined ? [] : [URL]),
    // Do not look for a bare value that is not a DOI.
    ...(DOI === undefined ? [] : [doiAddress(DOI), ...(DOI.startsWith('10.') ? [DOI] : [])]),
  ]);
  const pieces = isDescribed ? asDescription(markedTitle(printed, title)) : printed;
  // GB/T has the day on which an online resource was read (8.8). What has a DOI only is cited as printed.
  if (isGbt(style) && URL === undefined && accessed === undefined)
    for (const piece of pieces) piece.text = piece.text.replace(/\[([A-Z])\/OL\]/, '[$1]');
  // APA does not italicise issue numbers.
  if (style === 'apa') for (const piece of pieces) if (/^\([^)]+\)$/.test(piece.text)) piece.italic = false;
  if (original === undefined) return pieces;
  const { translation } = original;
  const inEnglish = (text: string): string =>
    primaryLanguage(language) !== 'en'
      ? text
      : style === 'mla'
        ? headlineCase(text, 'mla')
        : sentenceCase(text);
  return withOriginal(markedTitle(pieces, title), {
    ...original,
    ...(translation === undefined ? {} : { translation: inEnglish(translation) }),
    // APA and MLA print a title in one script only.
    ...(style === 'apa' || style === 'mla' ? { title: '' } : {}),
    isStyled: style === 'mla',
  });
}

/** Caches references: each is the same wherever it is printed, and citeproc takes milliseconds to make one. */
const remembered = ({ entry, note }: References): References => ({
  entry: memoizeData(entry),
  note: memoizeData(note),
});

/** If the first name is not inverted, no comma precedes the names after it. */
function withoutComma(entry: string, { author = [] }: Citable, engine: Engine): string {
  const and = engine.getTerm('and');
  const others = engine.getTerm('et-al');
  if (!author[0]?.['static-ordering']) return entry;
  return author.length === 2
    ? entry.replace(`, ${and} `, ` ${and} `)
    : entry.replace(new RegExp(`^([^,]*), (?=${RegExp.escape(others)})`), '$1 ');
}

/** A place that is no page, in the styles whose packages do not print it as they should: GB/T, as a part, and MLA. */
function partIn(style: CitationStyle, { label, value }: Locator, language: string): string | undefined {
  if (label === 'page' || !(isGbt(style) || style === 'mla')) return undefined;
  const [english, chinese] = parts[label];
  return isChinese(language) && isGbt(style) ? `第${value}${chinese}` : placeIn(style, `${english} ${value}`);
}
const parts = {
  chapter: ['chap.', '章'],
  section: ['sec.', '节'],
  volume: ['vol.', '卷'],
  paragraph: ['para.', '段'],
} as const;

/** A report number with letters explains itself, but APA’s packaged style puts No. before it. */
const bareNumber = (entry: string, { number }: Citable, style: CitationStyle): string =>
  style === 'apa' && number !== undefined && /\p{L}/u.test(number)
    ? entry.replace(`(No. ${number})`, `(${number})`)
    : entry;

/**
 * GB/T has superscript pages after the brackets with author and year, and a space before 等 (10.2.1); its packaged style
 * has neither.
 */
const inTextOfGbt = (cluster: string, locator: Locator | undefined): string =>
  cluster.replace(/(?<=\p{Script=Han})等(?=,)/u, ' 等') + superscript(locator?.value ?? '');

/** Replaces the unknown author by et al., without doubling its full stop. */
const withOthers = (output: string, engine: Engine, joint: string): string =>
  output.replace(
    new RegExp(`([,，、]?)\\s*(?:\\p{L}+|&)?\\s*${UNKNOWN_AUTHOR}(\\.?)`, 'u'),
    (_, comma: string, stop: string) => {
      const others = engine.getTerm('et-al');
      const isHan = /^\p{Script=Han}/u.test(others);
      const before = { ',': ', ', '，': '，' }[comma] ?? (comma === '、' || isHan ? '' : joint);
      return before + others + (others.endsWith('.') ? '' : stop);
    },
  );
