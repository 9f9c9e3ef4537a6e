import { familyOf } from '../cite/csl-item.ts';
import { type CitationStyle, isEnglish, isGbt, isInText } from '../model/citation-style.ts';
import { PLACE, withPlace } from '../cite/behind-title.ts';
import { capitalised } from '../cite/headline-case.ts';
import { readIn } from '../cite/read-in.ts';
import { type ReferencePiece, referenceText, withoutEnd } from '../cite/pieces.ts';
import { referencesTo } from '../cite/reference.ts';
import { defined } from '../model/defined.ts';
import { placeIn } from '../model/entry-in.ts';
import { HAN, isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { type Edition, publicEditions } from '../model/settings.ts';
import { isFamilyFirst, type Speaker } from '../model/speaker.ts';
import { letterAt, withLetter } from '../model/year-letter.ts';
import type { Dossier } from '../read/dossier.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { OwnPage } from './own-record.ts';
import type { Pages } from './queries.ts';
import type { QuotedSource } from './quoted-source.ts';
import { type InStyle, citedIn } from './citing.ts';
import {
  STOP,
  type Chain,
  type Printed,
  besideOwn,
  chainOf,
  inChinese,
  inSentence,
  joinerOf,
  linksOf,
  quotedBy,
  parenthesisOf,
  print,
} from './joined-references.ts';
import { speaksIn } from './speaks-in.ts';

/** What a page quotes, and in what: its source (if known), then the paper (if it has the words). */
export interface QuotedFrom {
  source?: QuotedSource | undefined;
  /** Whose words they are, if no source is known that quotes them. */
  speaker?: Speaker | undefined;
  paper?: { pages: Pages } | undefined;
  /** Whether the paper has translated the source. */
  isTranslatedInPaper?: boolean;
  /** Whether the editors have translated the words, from the paper or from the source. */
  isTranslatedByEditors?: boolean;
}

/** A citation of words that a page quotes, in one style. */
export interface QuotedInStyle extends Pick<InStyle, 'style' | 'name' | 'own'> {
  /** From the words’ origin to what was read. */
  chain: Chain;
  /** The source, and the report through which the editors know it: as the list has them, if the style has one. */
  reported: ReferencePiece[];
  /** What is quoted, and what quotes it: the source, the report of it that was read, the paper. */
  from: { source?: Printed; report?: Printed; paper?: Printed };
}

/**
 * Cites words in every style by where they are from, as quoted in what the reader has read. That is the page; the paper
 * or a report between the source and the page is named between them, and before all whoever is quoted in the source.
 */
export function quotedIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: OwnPage,
  {
    source,
    paper,
    speaker = source?.speaker,
    isTranslatedInPaper = false,
    isTranslatedByEditors = false,
  }: QuotedFrom,
): QuotedInStyle[] {
  const { pages } = paper ?? {};
  return citedIn(dossier, base, edition, { own, paper: paper && { pages } }).map((one) => {
    const { style, name, own: ours, paper: paperIn } = one;
    const speaks = speaksIn(dossier, edition, own, style);
    // What the paper quotes is from the source itself, however the editors read that.
    const [sourceAt, report] = toldApart(
      style,
      [source, paper ? undefined : source?.report].map(
        (of) => of && sourceIn(dossier, edition, speaks, of, style),
      ),
      ours ? [ours] : [],
    );
    const joiner = joinerOf(edition, style, quotedBy(style));
    const inPaper = joinerOf(edition, style, quotedBy(style, isTranslatedInPaper));
    const inOurs = joinerOf(edition, style, quotedBy(style, isTranslatedByEditors));
    const links = linksOf([sourceAt, joiner], [report, joiner], [paperIn, inPaper], [ours, inOurs]);
    const [first, ...others] = links;
    const spoken = (printed?: Printed): Printed | undefined =>
      spokenIn(edition, speaks, style, speaker, printed, {
        isTranslated: isTranslatedInPaper && !source,
        reporter: source?.reporter,
      });
    return {
      style,
      name,
      ...(ours ? { own: ours } : {}),
      chain: chainOf(
        !first || (isEnglish(style) && isInText(style))
          ? [...linksOf([spoken(), joiner]), ...links]
          : [{ ...first, printed: spoken(first.printed) ?? first.printed }, ...others],
        style,
      ),
      reported: isInText(style)
        ? inList([sourceAt, report], joiner.text)
        : chainOf(linksOf([sourceAt, joiner], [report, joiner]), style).flatMap(({ pieces }) => pieces),
      from: defined({ source: sourceAt, report, paper: paperIn }),
    };
  });
}

/** References as the list has them, with words between them in place of a full stop. */
const inList = (cited: (Printed | undefined)[], joiner: string): ReferencePiece[] =>
  cited
    .flatMap((one) => (one?.entry ? [one.entry] : []))
    .flatMap((entry, i, all) => [
      ...(i < all.length - 1 ? withoutEnd(entry, STOP) : entry),
      ...(i < all.length - 1 ? [{ text: joiner, italic: false }] : []),
    ]);

/** In a list of all that a citation names, works with the same author and year have letters after it. */
function toldApart(
  style: CitationStyle,
  cited: (Printed | undefined)[],
  others: Printed[],
): (Printed | undefined)[] {
  if (style !== 'gbt-author-date') return cited;
  const headOf = ({ entry = [] }: Printed): string =>
    /^.*?\d{4}(?=\. )/.exec(referenceText(entry))?.[0] ?? '';
  const heads = [...others, ...cited].map((one) => (one ? headOf(one) : ''));
  return cited.map((one, i) => {
    const head = one ? headOf(one) : '';
    const year = Number(head.slice(-4));
    const alike = heads.flatMap((other, at) => (head !== '' && other === head ? [at] : []));
    if (!one?.entry || alike.length < 2) return one;
    const letter = letterAt(alike.indexOf(others.length + i));
    return { ...one, note: lettered(one.note, year, letter), entry: lettered(one.entry, year, letter) };
  });
}

function lettered(pieces: ReferencePiece[], year: number, letter: string): ReferencePiece[] {
  const at = pieces.findIndex(({ text }) => withLetter(text, year, letter) !== text);
  const { text = '', ...piece } = pieces[at] ?? { italic: false };
  return at < 0 ? pieces : pieces.with(at, { ...piece, text: withLetter(text, year, letter) });
}

/**
 * The source of quoted words, at a place; alone, since what is copied does not contain the dossier’s list of works. The
 * place is in the language of the reference, if an edition has it.
 */
export function sourceIn(
  dossier: Dossier,
  edition: Edition,
  speaks: Edition,
  { item, locator, place, copyAt, copy }: QuotedSource,
  style: CitationStyle,
): Printed {
  const read = readIn(item, speaks, style);
  const inPages = { locator: { label: 'page' as const, value: PLACE } };
  const printed = print(
    unlisted,
    read,
    style,
    place === undefined
      ? // The dash of a range is that of the style, not of the note’s language.
        { ...(locator ? { locator: { ...locator, value: locator.value.replace(/[–—]/g, '-') } } : {}) }
      : isGbt(style) && !isInText(style)
        ? inPages
        : {},
  );
  const inItsLanguage = publicEditions(dossier.settings.value).find(
    ({ lang }) => primaryLanguage(lang) === primaryLanguage(printed.lang),
  );
  const copied = copyAt === undefined ? [] : sayCopy(speaks, style, copyAt, copy);
  const isBehind = isGbt(style) || isInText(style) || copy !== undefined;
  const at = place?.(inItsLanguage ?? speaks) ?? '';
  const comma = isChinese(printed.lang) ? '，' : ', ';
  const said = [at, isBehind ? '' : referenceText(copied)].filter(Boolean).join(comma);
  const note = withPlace(printed.note, placeIn(style, said), { style, comma });
  const isRemarked = isBehind && copied.length > 0;
  return inChinese(edition, style, {
    ...printed,
    isDescription: item.isDescribed === true && item.author === undefined,
    note: isRemarked && !isInText(style) ? withRemark(note, copied, isGbt(style) ? '' : comma) : note,
    ...(isRemarked && isInText(style) && printed.entry ? { entry: withRemark(printed.entry, copied) } : {}),
  });
}

/**
 * Adds a remark behind a reference: a sentence of its own, unless a comma is given. In APA, which ends with no stop, it
 * is in parentheses.
 */
function withRemark(reference: ReferencePiece[], remark: ReferencePiece[], comma = ''): ReferencePiece[] {
  const [stop] = STOP.exec(reference.at(-1)?.text ?? '') ?? [];
  const said = remark.map((one, i) =>
    i > 0 || comma !== '' ? one : { ...one, text: capitalised(one.text) },
  );
  const plain = (text: string): ReferencePiece => ({ text, italic: false });
  if (stop === undefined) return [...reference, plain(' ('), ...said, plain(')')];
  return comma === ''
    ? [...reference, plain(' '), ...said, plain(stop)]
    : [...withoutEnd(reference, STOP), plain(comma), ...said, plain(stop)];
}

/** Whoever spoke or wrote words, alone or in what only quotes them; undefined if nobody is known. */
function spokenIn(
  edition: Edition,
  speaks: Edition,
  style: CitationStyle,
  speaker: Speaker | undefined,
  printed: Printed | undefined,
  { isTranslated, reporter }: { isTranslated: boolean; reporter: Speaker | undefined },
): Printed | undefined {
  const name = speaker?.[speaks.id];
  if (!name) return undefined;
  const { text, lang } = joinerOf(edition, style, isTranslated ? 'translatedSaidIn' : 'saidIn');
  const isApart = isGbt(style) && !isInText(style) && printed !== undefined;
  // GB/T does not shorten a name in Chinese characters.
  const isShort = isInText(style) && 'family' in name && !HAN.test(name.family);
  const said = isShort ? familyOf(name) : speakerIn(speaker, speaks);
  const opening = isInText(style) ? parenthesisOf(edition, style) : '';
  const { cite } = translationsFor(isWrittenInHan(lang) ? lang : 'en');
  const wordsOf = isTranslated ? cite.translatedWordsOf : cite.wordsOf;
  const words = isApart ? wordsOf({ name: said }) : opening + cite.saidBy({ name: said });
  const reported = reporter && speakerIn(reporter, speaks);
  const { text: inReport } = joinerOf(edition, style, quotedBy(style));
  if (!printed)
    return { lang, note: [{ text: reported ? words + inReport + reported : words, italic: false }] };
  const before = isApart ? words : words + text;
  return {
    ...printed,
    note: [
      { text: reported ? before + reported + inReport : before, italic: false, lang },
      ...inSentence(besideOwn(style, printed.note), printed.isDescription),
    ],
  };
}

/** The whole name of a speaker in an edition; one in Chinese characters with a family name is not a transcription. */
export function speakerIn(speaker: Speaker, { id, lang }: Edition): string {
  const name = speaker[id];
  if (!name || 'literal' in name) return name?.literal ?? '';
  const parts = [name.given, familyOf(name)].filter(Boolean);
  return (isFamilyFirst(speaker) ? parts.reverse() : parts).join(isWrittenInHan(lang) ? '' : ' ');
}

/** Whose copy was read: for readers of the reference, not of the source. In GB/T it has the day, as addresses do. */
function sayCopy(
  speaks: Edition,
  style: CitationStyle,
  copyAt: string,
  copy: QuotedSource['copy'],
): ReferencePiece[] {
  const { cite } = isEnglish(style) ? translationsFor('en') : translationsFor(speaks.lang);
  const isHan = !isEnglish(style) && isWrittenInHan(speaks.lang);
  const name = isHan ? copyAt.replace(/^the /, '') : copyAt;
  if (!copy) return [{ text: cite.copyAt({ name }), italic: false }];
  const between = isGbt(style) ? `[${copy.day}]. ` : isHan ? '，' : ', ';
  return [
    { text: cite.copyRead({ name }) + between, italic: false },
    { text: copy.URL, italic: false, variable: 'URL' },
  ];
}

const unlisted = referencesTo([]);
