import { familyOf, titleIn, type Citable } from '../cite/csl-item.ts';
import { isChicago, isEnglish, isGbt, isInText, type CitationStyle } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { placeInEnglish, withKind, withPlace, withPlaceInText } from '../cite/behind-title.ts';
import { capitalised, headlineCase, loweredCase, sentenceCase } from '../cite/headline-case.ts';
import { readIn } from '../cite/read-in.ts';
import { editorsOf, printedPaper } from '../cite/own-items.ts';
import { upright, type ReferencePiece } from '../cite/pieces.ts';
import { referencesTo, type References } from '../cite/reference.ts';
import { permalink, urls } from '../model/urls.ts';
import { entryIn, placeIn } from '../model/entry-in.ts';
import { dayOfCopying, firstPassage, lastPassage } from '../model/edition-record.ts';
import { HAN, isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import type { Speaker } from '../model/speaker.ts';
import { outcomeOf } from '../model/source-check.ts';
import { attributionOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoizeWith } from '../model/memoize.ts';
import { citationStylesOf, exhibitName, midSentence } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { referencesIn } from '../render/references-in.ts';
import { checkOf } from './checks.ts';
import { kindOf, lowered, nameOfPage, partOf, type OwnPage } from './own-record.ts';
import { localised, translationsOf, type Pages } from './queries.ts';
import type { QuotedSource } from './quoted-source.ts';
import { printedRecord } from './record-files.ts';

/** What is cited: a page of the dossier, the paper (at printed pages, if known), or both. */
export interface Cited {
  own?: OwnPage | undefined;
  /** `defines`: the page has a definition from the paper. `basis`: the pages on which a reconstruction rests. */
  paper?: { pages: Pages; defines?: true; basis?: Pages } | undefined;
}

/** How something is cited in one style. */
export interface InStyle {
  style: CitationStyle;
  name: string;
  /** Undefined if the page’s words are the paper’s own. */
  own?: Printed;
  paper?: Printed;
  joint?: Joint;
}

/** A citation of the paper through a page. */
export interface Joint {
  /** For the page’s own words: the part before the paper’s reference, and that reference. */
  before: ReferencePiece[];
  joiner: Joiner;
  paper: ReferencePiece[];
  /** For words of the paper that the page quotes: the part after the paper’s reference. */
  quoting: { opening: string; joiner: Joiner; own: ReferencePiece[] };
}
type Joiner = Record<'text' | 'lang', string>;

/** A reference in the language of the cited item. */
export interface Printed {
  lang: string;
  /** A footnote, or the citation in the text in a style that cites there. */
  note: ReferencePiece[];
  /** The entry in a list of works, in a style that has one. */
  entry?: ReferencePiece[];
}

/** Cites something in every style, the usual one of the language first. */
export const citedIn = memoizeWith(cite);

function cite(dossier: Dossier, base: string, edition: Edition, { own, paper }: Cited): InStyle[] {
  const t = translationsOf(edition);
  const isJoint =
    own &&
    paper &&
    (paper.defines ?? (partOf(own) === 'text' && attributionOf(edition, partOf(own)) === 'paraphrase'));
  const joiner = own?.isReconstructed
    ? 'reconstructedFrom'
    : !paper?.defines
      ? 'through'
      : isOwnLanguage(dossier, edition)
        ? 'definedIn'
        : 'definedInTranslated';
  const basisIn = (style: CitationStyle): ReferencePiece[] | undefined =>
    paper?.basis && printedPaperAt(dossier, edition, style, paper.basis).note;
  return citationStylesOf(t).map((style) => {
    const ours = own && ownIn(dossier, base, edition, own, style);
    const paperIn = paper && printedPaperAt(dossier, edition, style, paper.pages);
    return {
      style,
      name: t.cite.forms[style],
      ...(ours ? { own: ours } : {}),
      ...(paperIn ? { paper: paperIn } : {}),
      ...(isJoint && ours && paperIn
        ? { joint: jointOf(dossier, edition, style, ours.note, basisIn(style) ?? paperIn.note, joiner) }
        : {}),
    };
  });
}

/** Whether an edition is in the paper’s language. */
export const isOwnLanguage = ({ settings }: Dossier, { lang }: Edition): boolean =>
  primaryLanguage(lang) === primaryLanguage(settings.value.paper.language);

/** The comma between the parts of a reference in an edition’s text. */
const commaIn = ({ lang }: Edition, style: CitationStyle): string =>
  isEnglish(style) || !isWrittenInHan(lang) ? ', ' : '，';

/**
 * Cites a page in one style; undefined if its words are the paper’s own. Passages and notes are places in the dossier,
 * or in the translation of the paper; so is every page in a style with years in the text, since one author’s works of
 * one year would need letters, which depend on everything else that a reader cites.
 */
export function ownIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  style: CitationStyle,
): Printed | undefined {
  const item = printedRecord(dossier, base, edition, page);
  if (!item) return undefined;
  const isPlace = isInWhole(page, style);
  const place = isPlace || style === 'mla' ? placeOf(dossier, edition, page, style) : '';
  const printedAs = (cited: OwnPage, of: Citable, kind: OwnPage): Printed =>
    inChinese(
      edition,
      style,
      printPage(dossier, printedOwn(dossier, edition, cited, of, style, kind), style),
    );
  const comma = commaIn(edition, style);
  if (!isPlace) {
    const own = printedAs(page, item, page);
    if (isInText(style)) return { ...own, note: withPlaceInText(own.note, place) };
    const entry = page.entry?.[speaksIn(dossier, edition, page, style).id];
    return entry === undefined
      ? own
      : { ...own, note: withPlace(own.note, entryIn(style, entry), { style, comma }) };
  }
  const whole = item.translator
    ? inTranslation(dossier, base, edition, page, item)
    : wholeOf(dossier, base, edition, item);
  const own = printedAs(whole.page, whole.item, whole.page);
  if (isInText(style)) {
    const ofText = partOf(page) === 'text' ? page : ({ kind: 'segment' } as const);
    const kind = capitalised(
      kindOf(dossier.settings.value, edition, ofText, speaksIn(dossier, edition, page, style)),
    );
    return {
      ...own,
      note: withPlaceInText(own.note, place),
      // MLA’s optional last element.
      ...(own.entry && style === 'mla' && !item.translator && kind !== ''
        ? { entry: [...own.entry, { text: ` ${kind}.`, italic: false }] }
        : {}),
    };
  }
  const { URL: _, ...alone } = whole.item;
  const there = { ...alone, ...(item.URL === undefined ? {} : { URL: item.URL }) };
  return { ...own, note: withPlace(printedAs(whole.page, there, page).note, place, { style, comma }) };
}

/** Whether a page is cited as a place in the whole dossier, not under its title. */
const isInWhole = ({ kind, isPlace }: OwnPage, style: CitationStyle): boolean =>
  isPlace === true ||
  ['segment', 'passages', 'note'].includes(kind) ||
  (isInText(style) && (style === 'mla' ? kind === 'exhibit' : kind !== 'dossier'));

/** The whole dossier, in the release in which one of its pages is cited, or else as it stands. */
function wholeOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { version, issued, URL }: Citable,
): { page: OwnPage; item: Citable } {
  const name = inEdition(dossier.settings.value.dossier.title, edition.id);
  const page: OwnPage = { kind: 'dossier', id: version ?? '', name, address: '/' };
  const { version: _, issued: _issued, URL: _URL, ...item } = printedRecord(dossier, base, edition, page)!;
  const release = version === undefined ? '/' : urls.release(version);
  const isIn = URL?.includes(release);
  const front = permalink(dossier.settings.value.dossier.site, base, isIn ? release : '/');
  return {
    page: { ...page, isRead: true },
    item: {
      ...item,
      ...(version === undefined ? {} : { version }),
      ...(issued ? { issued } : {}),
      ...(URL === undefined ? {} : { URL: front }),
    },
  };
}

/** The paper as translated in an edition, as a part of the dossier. */
function inTranslation(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  item: Citable,
): { page: OwnPage; item: Citable } {
  const name = inEdition(dossier.settings.value.paper.title, edition.id);
  const { URL } = wholeOf(dossier, base, edition, item).item;
  return { page: { ...page, name }, item: { ...item, title: name, ...(URL === undefined ? {} : { URL }) } };
}

/** The place of a page in the dossier, as a style gives it. MLA distinguishes works of one author by title. */
function placeOf(dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): string {
  const { kind, id, part } = page;
  const speaks = speaksIn(dossier, edition, page, style);
  const t = translationsOf(speaks);
  const name = nameOfPage(dossier, speaks, page) ?? page.name;
  const isTitled = !['segment', 'passages', 'note', 'exhibit', 'check', 'dossier'].includes(kind);
  const entry = page.entry?.[speaks.id] && entryIn(style, page.entry[speaks.id]!);
  if (kind === 'dossier') return '';
  if (page.isPlace) return placeIn(style, lowered(t.checks.name({ id })));
  if (isTitled && style === 'mla') {
    const short = inMarks(shortTitle(dossier, speaks, page, headlineCase(name, 'mla')));
    return entry === undefined ? short : `${short.replace(/”$/, ',”')} ${entry}`;
  }
  const [main = name] = name.split(/[:：]/);
  if (isTitled) {
    // The entries of the argument are its sections.
    if (style === 'apa' && entry !== undefined && id === urls.argument(edition.id))
      return `${inMarks(capitalised(main)).replace(/”$/, ',”')} ${entry}`;
    const under =
      style === 'apa'
        ? `${inMarks(capitalised(main))} section`
        : t.cite.under({ name: nestedMarks(isEnglish(style) ? headlineCase(main) : main), kind });
    if (entry === undefined) return under;
    // In English, a comma goes inside the quotation marks of a title.
    return isEnglish(style) && under.endsWith('”')
      ? `${under.slice(0, -1)},” ${entry}`
      : under + commaIn(edition, style) + entry;
  }
  if (kind === 'check') {
    // Its entry has the number behind the title.
    if (style === 'mla') return inMarks(shortTitle(dossier, speaks, page, titleOfCheck(dossier, speaks, id)));
    return placeIn(style, lowered(t.checks.name({ id })));
  }
  if (!isEnglish(style) && primaryLanguage(edition.lang) !== 'en')
    return kind !== 'exhibit'
      ? name
      : part === 'account'
        ? t.segment.editorNoteOn({ name: exhibitName(t, id) })
        : exhibitName(t, id);
  const place =
    kind === 'exhibit'
      ? placeIn(style, lowered(exhibitName(t, id)))
      : kind === 'note'
        ? placeInEnglish(style, 'note', id)
        : kind === 'passages'
          ? placeInEnglish(style, 'paragraphs', `${firstPassage}–${lastPassage}`)
          : id === 'abstract'
            ? placeInEnglish(style, 'abstract')
            : placeInEnglish(style, 'paragraph', id);
  return part === 'account' ? placeInEnglish(style, 'remark', place) : place;
}

/** The claim of a check as MLA prints it as a title. */
function titleOfCheck(dossier: Dossier, speaks: Edition, id: string): string {
  const claim = checkOf(dossier, id)?.claim;
  return headlineCase(claim ? capitalised(localised(claim, speaks)) : '', 'mla');
}

/**
 * A title as MLA gives it in the text: without its subtitle and the article at its beginning and, if it is long, only
 * up to the first preposition or conjunction, unless other pages of the dossier begin in the same way.
 */
function shortTitle(dossier: Dossier, edition: Edition, { kind }: OwnPage, title: string): string {
  const named = withoutArticle(title);
  const [main = named] = named.split(/[:：]/);
  if (kind !== 'case' && kind !== 'term' && kind !== 'actor' && kind !== 'check')
    return shortened(main) ?? main;
  const all = titlesOf(dossier, edition, kind);
  const isUnique = (short: string): boolean => all.filter((other) => other.startsWith(short)).length < 2;
  return [shortened(main), main, shortened(named)].find((one) => one !== undefined && isUnique(one)) ?? named;
}

const titlesOf = memoizeWith(
  (dossier: Dossier, edition: Edition, kind: 'case' | 'term' | 'actor' | 'check') =>
    (kind === 'check'
      ? dossier.checks.value.map(({ id }) => titleOfCheck(dossier, edition, id))
      : dossier[`${kind}s`].map(({ id }) =>
          headlineCase(nameOfPage(dossier, edition, { kind, id }) ?? '', 'mla'),
        )
    ).map(withoutArticle),
);

const withoutArticle = (title: string): string =>
  title.replace(/^(?:The|An?) (.)/u, (_, letter: string) => letter.toUpperCase());

/** A long title up to the first preposition or conjunction. */
const shortened = (title: string): string | undefined =>
  title.split(' ').length < 5
    ? undefined
    : /^.{6,}?(?= (?:and|or|of|in|on|at|by|for|from|to|with|between|under|against|about|as|into|over|after|before|is|are|was|were|has|have) )/u.exec(
        title,
      )?.[0];

const inMarks = (title: string): string => `“${nestedMarks(title)}”`;
const nestedMarks = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

/** In a Chinese text, a citation of GB/T has the text’s parentheses and commas. */
function inChinese(edition: Edition, style: CitationStyle, printed: Printed): Printed {
  if (style !== 'gbt-author-date' || !isWrittenInHan(edition.lang)) return printed;
  const note = printed.note.map((piece) => ({
    ...piece,
    text: piece.text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(', ', '，'),
  }));
  return { ...printed, note };
}

/** How a page gives what the paper has. */
type Through = 'through' | 'reconstructedFrom' | 'definedIn' | 'definedInTranslated';

/** Joins references to the paper and to a page, for the page’s own words and for words that it quotes. */
function jointOf(
  dossier: Dossier,
  edition: Edition,
  style: CitationStyle,
  own: ReferencePiece[],
  paper: ReferencePiece[],
  through: Through,
): Joint {
  const bare = withoutEnd(own, isInText(style) ? /[)）]$/ : /[.。]$/);
  // A comma goes inside the quotation marks of a title.
  const isQuoted = isEnglish(style) && bare.at(-1)?.text.endsWith('”');
  const before = isQuoted ? [...withoutEnd(bare, /”$/), { text: ',”', italic: false }] : bare;
  const joiner = joinerOf(edition, style, through);
  return {
    before,
    joiner: isQuoted ? { ...joiner, text: joiner.text.replace(/^,/, '') } : joiner,
    paper: besideOwn(style, paper),
    quoting: {
      opening: isInText(style) ? parenthesisOf(edition, style) : '',
      joiner: translatedBefore(
        dossier,
        edition,
        style,
        joinerOf(edition, style, style === 'apa' ? 'asCitedIn' : style === 'mla' ? 'qtdIn' : 'quotedIn'),
      ),
      own: inSentence(besideOwn(style, own)),
    },
  };
}

/** Before a joiner, that the editors have translated words of the paper, in the styles that name translators. */
const translatedBefore = (
  dossier: Dossier,
  edition: Edition,
  style: CitationStyle,
  joiner: Joiner,
): Joiner =>
  (isChicago(style) || style === 'mla') && !isOwnLanguage(dossier, edition)
    ? { ...joiner, text: translationsFor('en').cite.translatedByEditors + joiner.text }
    : joiner;

/** What a page quotes, and in what: its source (if known), then the paper (if it has the words). */
export interface QuotedFrom {
  source?: QuotedSource | undefined;
  /** Whose words they are, if no source is known that quotes them. */
  speaker?: Speaker | undefined;
  paper?: { pages: Pages } | undefined;
}

/** A citation of words that a page quotes, in one style. */
export interface QuotedInStyle extends Pick<InStyle, 'style' | 'name' | 'own'> {
  /** From the words’ origin to what was read. */
  chain: Chain;
  /** The same up to the report through which the editors know the source. */
  reported: Chain;
  /** What is quoted: the source, the paper, or both. */
  from: { source?: Printed; paper?: Printed };
}
type Chain = { lang: string; pieces: ReferencePiece[] }[];

/**
 * Cites words in every style by where they are from, as quoted in what the reader has read. That is the page; the paper
 * or a report between the source and the page is named below the citation, since no style cites more than the first and
 * the last of such a row. If the first is only the speaker, a style that cites in the text gives nothing else.
 */
export function quotedIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: OwnPage,
  { source, paper, speaker = source?.speaker }: QuotedFrom,
): QuotedInStyle[] {
  const { pages } = paper ?? {};
  return citedIn(dossier, base, edition, { own, paper: paper && { pages } }).map((one) => {
    const { style, name, own: ours, paper: paperIn } = one;
    const speaks = speaksIn(dossier, edition, own, style);
    const said = (of: QuotedSource): Printed => sourceIn(dossier, edition, speaks, of, style);
    const sourceAt = source && said(source);
    const read = ours ?? paperIn;
    const quoted = sourceAt ?? (ours && paperIn);
    const [origin] = [
      read && isEnglish(style) && isInText(style) && spokenIn(edition, speaks, style, speaker),
      quoted && spokenIn(edition, speaks, style, speaker, quoted),
      quoted,
      spokenIn(edition, speaks, style, speaker),
    ].filter((printed) => printed !== undefined && printed !== false);
    const joiner = joinerOf(
      edition,
      style,
      style === 'apa' ? 'asCitedIn' : style === 'mla' ? 'qtdIn' : 'quotedIn',
    );
    const inTurn = (printed: (Printed | undefined)[]): Chain =>
      chainOf(
        printed.filter((part) => part !== undefined),
        style,
        source ? joiner : translatedBefore(dossier, edition, style, joiner),
      );
    return {
      style,
      name,
      ...(ours ? { own: ours } : {}),
      chain: inTurn([origin, read]),
      reported: inTurn([sourceAt, source?.report && said(source.report)]),
      from: { ...(sourceAt ? { source: sourceAt } : {}), ...(paperIn ? { paper: paperIn } : {}) },
    };
  });
}

/** Joins references, each quoted in the next. */
function chainOf(all: Printed[], style: CitationStyle, joiner: Joiner): Chain {
  return all.flatMap(({ lang, note }, i) => {
    const beside = i === 0 ? note : besideOwn(style, note);
    if (i === all.length - 1) return [{ lang, pieces: i === 0 ? beside : inSentence(beside) }];
    const pieces = withoutEnd(beside, isInText(style) ? PARENTHESIS : STOP);
    // In English, a comma goes inside the quotation marks of a title.
    const isQuoted = isEnglish(style) && pieces.at(-1)?.text.endsWith('”');
    return [
      { lang, pieces: isQuoted ? [...withoutEnd(pieces, /”$/), { text: ',”', italic: false }] : pieces },
      {
        lang: joiner.lang,
        pieces: [{ text: isQuoted ? joiner.text.replace(/^,/, '') : joiner.text, italic: false }],
      },
    ];
  });
}

/** The stop of an abbreviation stays. */
const STOP = /(?<!n\.d)[.。]$/;
/** In GB/T, superscript pages may follow. */
const PARENTHESIS = /[)）](?=[⁰¹²³⁴-⁹⁻]*$)/u;

/**
 * The source of quoted words, at a place; alone, since what is copied does not contain the dossier’s list of works. The
 * place is in the language of the reference, if an edition has it.
 */
function sourceIn(
  dossier: Dossier,
  edition: Edition,
  speaks: Edition,
  { item, locator, place, copyAt }: QuotedSource,
  style: CitationStyle,
): Printed {
  const read = readIn(item, speaks, style);
  const printed = print(unlisted, read, style, place === undefined && locator ? { locator } : {});
  const inItsLanguage = publicEditions(dossier.settings.value).find(
    ({ lang }) => primaryLanguage(lang) === primaryLanguage(printed.lang),
  );
  const copied = copyAt === undefined || isInText(style) ? '' : sayCopy(speaks, style, copyAt);
  const isGbtNote = isGbt(style) && copied !== '';
  const at = place?.(inItsLanguage ?? speaks) ?? '';
  const said = [at, isGbtNote ? '' : copied].filter(Boolean).join(isChinese(printed.lang) ? '，' : ', ');
  const where = placeIn(style, said);
  const note = isInText(style)
    ? withPlaceInText(printed.note, where)
    : withPlace(printed.note, where, { style, comma: isChinese(printed.lang) ? '，' : ', ' });
  // In GB/T, a copy is a remark behind the reference.
  const remark = isGbtNote ? [{ text: ` ${capitalised(copied)}.`, italic: false }] : [];
  return inChinese(edition, style, { ...printed, note: [...note, ...remark] });
}

/**
 * Whoever spoke or wrote words, alone or in what only quotes them; undefined if nobody is known, and in GB/T, which has
 * no form for that.
 */
function spokenIn(
  edition: Edition,
  speaks: Edition,
  style: CitationStyle,
  speaker: Speaker | undefined,
  printed?: Printed,
): Printed | undefined {
  const name = speaker?.[speaks.id];
  if (!name || isGbt(style)) return undefined;
  const { text, lang } = joinerOf(edition, style, 'saidIn');
  const said = isInText(style) && 'family' in name ? familyOf(name) : speakerIn(speaker, speaks);
  const opening = isInText(style) ? parenthesisOf(edition, style) : '';
  const words = opening + (isWrittenInHan(lang) ? translationsFor(lang).cite.saidBy({ name: said }) : said);
  if (!printed) return { lang, note: [{ text: words, italic: false }] };
  return {
    ...printed,
    note: [{ text: words + text, italic: false, lang }, ...inSentence(besideOwn(style, printed.note))],
  };
}

/** The whole name of a speaker in an edition; one in Chinese characters with a family name is not a transcription. */
export function speakerIn(speaker: Speaker, { id, lang }: Edition): string {
  const name = speaker[id];
  if (!name || 'literal' in name) return name?.literal ?? '';
  const isFamilyFirst = Object.values(speaker).some((one) => 'family' in one && HAN.test(one.family));
  const parts = [name.given, familyOf(name)].filter(Boolean);
  return (isFamilyFirst ? parts.reverse() : parts).join(isWrittenInHan(lang) ? '' : ' ');
}

/** Whose copy the address leads to: for readers of the reference, not of the source. */
function sayCopy(speaks: Edition, style: CitationStyle, copyAt: string): string {
  const { cite } = isEnglish(style) ? translationsFor('en') : translationsOf(speaks);
  const isHan = !isEnglish(style) && isWrittenInHan(speaks.lang);
  return cite.copyAt({ name: isHan ? copyAt.replace(/^the /, '') : copyAt });
}

const unlisted = referencesTo([]);

/** The entries in a list of works: the source consulted, which is the page; in GB/T also the paper. */
export const listed = ({ style, own, paper, joint }: InStyle): Printed[] =>
  (joint && !isEnglish(style) ? [own, paper] : [own ?? paper]).filter((one) => one !== undefined);

/** Cites the paper at printed pages, or as a whole if they are not known. */
export const printedPaperAt = (
  dossier: Dossier,
  edition: Edition,
  style: CitationStyle,
  pages: Pages,
): Printed =>
  inChinese(
    edition,
    style,
    print(referencesIn(dossier), printedPaper(dossier.settings.value, edition, style), style, {
      ...(pages ? { locator: { label: 'page', value: [...new Set(pages)].join('-') } } : {}),
    }),
  );

/** A reference that follows one to the page; in the text, both share parentheses. */
export const besideOwn = (style: CitationStyle, note: ReferencePiece[]): ReferencePiece[] =>
  isInText(style) ? note.map((piece, i) => (i > 0 ? piece : cut(piece, /^[(（]/))) : note;

/** The opening parenthesis of a citation in the text. */
export const parenthesisOf = ({ lang }: Edition, style: CitationStyle): string =>
  style === 'gbt-author-date' && isWrittenInHan(lang) ? '（' : '(';

/** An author’s name within a sentence begins with a small article. */
const inSentence = (pieces: ReferencePiece[]): ReferencePiece[] =>
  pieces.map((piece, i) => (i > 0 ? piece : { ...piece, text: midSentence(piece.text) }));

/** The words that join two references: in English for an English style, otherwise in the language of the page. */
function joinerOf(
  edition: Edition,
  style: CitationStyle,
  by: Through | 'quotedIn' | 'saidIn' | 'asCitedIn' | 'qtdIn',
): Joiner {
  const { cite, lang } = translationsFor(
    isEnglish(style) || !isWrittenInHan(edition.lang) ? 'en' : 'zh-Hans',
  );
  const [, comma = '', words = ''] = /^([,，] ?)(.*)$/s.exec(cite[by]) ?? [];
  if (isGbt(style) && !isInText(style)) return { text: `. ${capitalised(words)}`, lang };
  const isHalfWidth = comma !== '，' || (isInText(style) && parenthesisOf(edition, style) === '(');
  return { text: (isHalfWidth ? ', ' : '，') + words, lang };
}

const withoutEnd = (pieces: ReferencePiece[], end: RegExp): ReferencePiece[] =>
  pieces
    .map((piece, i) => (i < pieces.length - 1 ? piece : cut(piece, end)))
    .filter(({ text }) => text !== '');

const cut = (piece: ReferencePiece, part: RegExp): ReferencePiece => ({
  ...piece,
  text: piece.text.replace(part, ''),
});

function print(
  references: References,
  item: Citable,
  style: CitationStyle,
  place: Parameters<References['note']>[2] = {},
): Printed {
  const note = references.note(item, style, place);
  return {
    lang: item.language,
    note: isInText(style) ? note : ended(note, style, item.language),
    ...(isInText(style) || style === 'chicago' ? { entry: references.entry(item, style) } : {}),
  };
}

/** One of our pages as a style prints it, with the page’s own name. */
interface PrintedPage {
  item: Citable;
  name: string;
  /** The kind of page, printed after the title. */
  kind?: string;
  /** The page’s title in its own language, if the reference has another. */
  original?: { title: string; lang: string } | undefined;
  /** A description that APA prints in brackets after the edition. */
  description?: string;
  /** The title of the dossier, if the style prints it after the type mark. */
  whole?: string;
  /** The title of the dossier, if the style prints it in italics without doing so itself. */
  dossier?: string;
}

/** Placeholders for a page’s name and address. */
const [NAME, ADDRESS] = ['\uE009', '\uE00A'];
/** A name in which no style changes punctuation and which does not affect the text after it. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,:，：()（）-]*[\p{L}\p{N})）])?$/u;

/**
 * Citations of pages differ only in names and addresses. citeproc takes milliseconds, so it prints each form only once.
 */
function printPage(dossier: Dossier, page: PrintedPage, style: CitationStyle): Printed {
  const { item, name } = page;
  // citeproc sets no placeholder in italics.
  const at =
    PLAIN.test(name) && item.type !== 'book' && name !== page.dossier ? item.title.lastIndexOf(name) : -1;
  const title = at < 0 ? item.title : item.title.slice(0, at) + NAME + item.title.slice(at + name.length);
  const { id: _, ...form } = { ...item, title, ...(item.URL ? { URL: ADDRESS } : {}) };
  const printed = withParts(
    print(referencesIn(dossier), { ...form, id: JSON.stringify(form) }, style),
    page,
    style,
  );
  const shown = titleIn({ ...item, title: name }, style);
  const fill = (pieces: ReferencePiece[]): ReferencePiece[] =>
    pieces.map((piece) => ({
      ...piece,
      text: piece.text.replace(NAME, () => shown).replace(ADDRESS, () => item.URL ?? ''),
    }));
  return {
    ...printed,
    note: fill(printed.note),
    ...(printed.entry ? { entry: fill(printed.entry) } : {}),
  };
}

/** Adds the kind after the title, the whole after the type mark of a part, and a description after the version. */
function withParts({ note, entry, ...printed }: Printed, page: PrintedPage, style: CitationStyle): Printed {
  const { item, kind = '', original, whole, dossier, description } = page;
  const shown = (pieces: ReferencePiece[]): ReferencePiece[] =>
    dossier === undefined ? pieces : inItalics(pieces, dossier);
  const parted = (pieces: ReferencePiece[], isEntry: boolean): ReferencePiece[] =>
    withKind(shown(pieces), { kind, original }, { isEntry }).map((piece, i, all) => ({
      ...piece,
      text: (all[i - 1]?.text.endsWith('ed.') ? afterAbbreviation(piece.text, style, item) : piece.text)
        .replace(/\[[A-Z/]+\](?=\.)/, (mark) => (whole === undefined ? mark : `${mark}//${whole}`))
        .replace(` (${item.edition})`, (said) =>
          description === undefined ? said : `${said} [${description}]`,
        ),
    }));
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

/**
 * After an abbreviation, a full stop is not doubled. MLA separates the kind of edition from the release by a comma, or
 * from the day if there is no release.
 */
function afterAbbreviation(text: string, style: CitationStyle, { issued }: Citable): string {
  if (style !== 'mla') return text.replace(/^\./, '');
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const date = [day, month === undefined ? undefined : MONTHS_OF_MLA[month - 1], year].filter(Boolean);
  return text
    .replace(/^\. (\p{L})/u, (_, letter: string) => `, ${letter.toLowerCase()}`)
    .replace(/^\. \d{4}/, `, ${date.join(' ')}`);
}
const MONTHS_OF_MLA = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** An independent reference ends with a full stop. */
function ended(pieces: ReferencePiece[], form: CitationStyle, language: string): ReferencePiece[] {
  const stop = !isGbt(form) && isChinese(language) ? '。' : '.';
  return /[.。]$/.test(pieces.at(-1)?.text ?? '') ? pieces : [...pieces, { text: stop, italic: false }];
}

/**
 * One of our records, adapted to a style. In GB/T a page is an electronic resource:
 * online with the access date, filled in on copying, or on disk if the copy has no public address. It has neither
 * edition nor year of publication, so the version is a remark on the title, and a page is a part (析出文献) of the dossier.
 * In journal footnotes it is a page of a website. A style for English texts uses the title in an English edition,
 * whatever the language of the page.
 */
function printedOwn(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  item: Citable,
  style: CitationStyle,
  of: OwnPage = page,
): PrintedPage {
  const settings = dossier.settings.value;
  const own = settings.dossier;
  const isWhole = page.kind === 'dossier';
  const speaks = speaksIn(dossier, edition, page, style);
  const t = isEnglish(style) ? translationsFor('en') : translationsOf(speaks);
  const isDated = item.version === undefined;
  const release = isDated ? '' : t.cite.release({ version: item.version ?? '' });
  const version = isDated ? undefined : capitalised(release.replace(/^, |^（|）$/g, ''));
  const title = inEdition(own.title, speaks.id);
  const { 'container-title': _, version: _version, note: _note, genre: _genre, ...alone } = item;
  const named = {
    ...alone,
    ...(speaks === edition ? {} : namedIn(dossier, page, item, speaks)),
    id: `${item.id}-${edition.id}-${style}`,
    isOwn: true,
    language: isEnglish(style) && isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  const check = page.kind === 'check' ? checkOf(dossier, page.id) : undefined;
  if (check) named.title = capitalised(localised(check.claim, speaks));
  const isMarkedByEdition = of.kind === 'dossier' && of.isRead && style !== 'apa' && style !== 'mla';
  const ofEdition = kindOf(settings, edition, style === 'mla' ? { ...of, isRead: undefined } : of, speaks);
  const kindOfPage =
    isMarkedByEdition && ofEdition !== ''
      ? kindOf(settings, edition, { kind: 'segment' }, speaks)
      : ofEdition;
  const kind = check
    ? [t.checks.kind({ id: check.id, verdict: t.checks.verdict[outcomeOf(check)] }), kindOfPage]
        .filter(Boolean)
        .join(commaIn(edition, style))
    : kindOfPage;
  const { name: nameOfCheck } = translationsOf(edition).checks;
  const inOwn = page.kind === 'check' ? nameOfCheck({ id: page.id }) : item.title;
  const original = speaks === edition || isWhole ? undefined : { title: inOwn, lang: edition.lang };
  const name = named.title;
  if (isGbt(style)) {
    const [mark, open, close] = style === 'gbt' ? ['：', '（', '）'] : [': ', ' (', ')'];
    const comma = isChinese(edition.lang) ? '，' : ', ';
    const shown = isWhole ? title : name;
    // There are brackets around it already.
    const inside = kind.replace(/ \((.*)\)$/, `${comma}$1`);
    const remark = [inside, isDated ? '' : lowered(version ?? '')].filter(Boolean).join(comma);
    const inBrackets = isChinese(edition.lang)
      ? t.typography.inBrackets({ name: shown, text: remark })
      : shown + open + remark + close;
    return {
      name,
      ...(isWhole ? {} : { whole: style === 'gbt' ? title.replaceAll(': ', mark) : title }),
      item: {
        ...named,
        type: 'webpage',
        title: remark ? inBrackets : shown,
        ...(item.URL === undefined ? { medium: 'DK' } : { accessed: cslDate(dayOfCopying) }),
      },
    };
  }
  // A translation needs its translator, whom footnotes of websites do not print.
  const isPlain = isWhole ? style === 'apa' && isDated : isDated;
  const type = (isEnglish(style) && !isPlain) || item.translator ? item.type : 'webpage';
  const isLatinInChinese = style === 'journal' && primaryLanguage(edition.lang) === 'en';
  const cased = (text: string): string => (isLatinInChinese ? headlineCase(text) : text);
  const titleMarked =
    style === 'journal' && isChinese(edition.lang)
      ? `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
      : cased(title);
  const isApa = style === 'apa';
  if (isWhole) {
    const custom = {
      ...named.custom,
      sentenceTitle: sentenceTitleOf(title, own.name && inEdition(own.name, speaks.id)),
    };
    return {
      name: cased(title),
      ...(isLatinInChinese ? { dossier: cased(title) } : {}),
      ...(kind === ''
        ? {}
        : isApa
          ? { description: capitalised(kind) }
          : { kind: isEnglish(style) ? abbreviated(kind) : kind }),
      item: {
        ...named,
        type,
        title:
          cased(title) + (version === undefined && isApa && kind ? upright(` [${capitalised(kind)}]`) : ''),
        custom,
        ...(version === undefined ? {} : { edition: isApa ? version : release.replace(/^, /, '') }),
      },
    };
  }
  return {
    name: cased(name),
    ...(isLatinInChinese && !item.translator
      ? { dossier: cased(title) }
      : isChicago(style) && isPlain
        ? { dossier: headlineCase(title) }
        : {}),
    original,
    ...(isApa ? {} : { kind }),
    item: {
      ...named,
      type,
      title: cased(name) + (isApa && kind ? upright(` [${capitalised(kind)}]`) : ''),
      'container-title': titleMarked + upright(isApa ? ` (${version})` : release),
      isInSentenceStyle: item.translator
        ? headlineCase(name) !== name
        : !isInTitleCase(page, nameOfPage(dossier, speaks, page) ?? page.name),
    },
  };
}

/** Chicago and MLA abbreviate “edition”. */
const abbreviated = (kind: string): string => kind.replace(/\bedition\b/, 'ed.');

/** The dossier’s title in sentence style; the dossier’s name at its beginning keeps its capitals. */
function sentenceTitleOf(title: string, name = ''): string {
  const rest = title.startsWith(name) ? title.slice(name.length) : title;
  return sentenceCase(title.slice(0, title.length - rest.length) + loweredCase(rest));
}

/**
 * Names of cases, terms, actors and checks are in sentence case; headings and exhibits of a paper may be in title case.
 */
const isInTitleCase = ({ kind }: OwnPage, name: string): boolean =>
  (kind === 'chapter' || kind === 'exhibit') && headlineCase(name) === name;

/** The edition in whose language a style cites a page. */
const speaksIn = (dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): Edition =>
  isEnglish(style) ? (englishOf(dossier, edition, page) ?? edition) : edition;

/** The English edition that has a name for a page of an edition in Chinese characters. */
function englishOf(dossier: Dossier, edition: Edition, page: OwnPage): Edition | undefined {
  if (!isWrittenInHan(edition.lang)) return undefined;
  return publicEditions(dossier.settings.value).find(
    (one) => primaryLanguage(one.lang) === 'en' && nameOfPage(dossier, one, page) !== undefined,
  );
}

/** The names of a page and its editors in another edition. */
function namedIn(
  dossier: Dossier,
  page: OwnPage,
  { title, author, translator }: Citable,
  english: Edition,
): Pick<Citable, 'title' | 'author'> {
  const { paper } = dossier.settings.value;
  const isPaper = translator && Object.values(paper.title).includes(title);
  return {
    author: translator ? author : editorsOf(dossier.settings.value, english),
    title: isPaper
      ? inEdition(paper.title, english.id)
      : capitalised(nameOfPage(dossier, english, page) ?? title),
  };
}
