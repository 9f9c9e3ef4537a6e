import { placeInEnglish, withPlace } from '../cite/behind-title.ts';
import { type CitationStyle, isChicago, isEnglish, isGbt } from '../model/citation-style.ts';
import { printedPaper } from '../cite/own-items.ts';
import { translationsFor } from '../i18n/translations.ts';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import { attributionOf } from '../model/wording.ts';
import type { Dossier, Note } from '../read/dossier.ts';
import { noteIn } from '../read/text-in.ts';
import { memoizeWith } from '../model/memoize.ts';
import { citationStylesOf } from '../i18n/phrases.ts';
import { referencesIn } from '../render/references-in.ts';
import { type OwnPage, partOf } from './own-record.ts';
import type { Pages } from './queries.ts';
import {
  type Chain,
  type Printed,
  type Through,
  chainOf,
  inChinese,
  joinerOf,
  linksOf,
  print,
  quotedBy,
} from './joined-references.ts';
import { ownIn } from './page-reference.ts';

/** What is cited: a page of the dossier, the paper (at printed pages, if known), or both. */
export interface Cited {
  own?: OwnPage | undefined;
  /**
   * `definedBy`: whose definition the page has from the paper. `basis`: the pages on which a reconstruction rests.
   * `subject`: those of which the page is the editors’ account.
   */
  paper?:
    | { pages: Pages; definedBy?: 'authors' | 'source'; basis?: Pages; subject?: [number, number][] }
    | undefined;
}

/** How something is cited in one style. */
export interface InStyle {
  style: CitationStyle;
  name: string;
  /** Undefined if the page’s words are the paper’s own. */
  own?: Printed;
  paper?: Printed;
  /** The page, and the paper of which it says something, in one reference. */
  chain?: Chain;
  /**
   * What follows the paper’s reference, for words of the paper that the page quotes. Those in an account of the paper
   * may be others’.
   */
  quotedIn?: Chain;
}

/** Cites something in every style, the usual one of the language first. */
export const citedIn = memoizeWith(cite);

function cite(dossier: Dossier, base: string, edition: Edition, { own, paper }: Cited): InStyle[] {
  const t = translationsFor(edition.lang);
  const isJoint =
    own &&
    paper &&
    (paper.definedBy !== undefined ||
      paper.subject !== undefined ||
      (partOf(own) === 'text' &&
        attributionOf(edition, partOf(own)) === 'paraphrase' &&
        // A note that is only a reference paraphrases nothing.
        !(own.kind === 'note' && isReference(noteIn(dossier, edition.id, Number(own.id))))));
  const through = throughOf(dossier, edition, { own, paper });
  const basis = paper?.subject ?? (paper?.basis && [paper.basis]);
  return citationStylesOf(t).map((style) => {
    const ours = own && ownIn(dossier, base, edition, own, style);
    const paperIn =
      paper &&
      (own?.kind === 'note'
        ? printedPaperAtNote(dossier, edition, own.id, style, paper.pages)
        : printedPaperAt(dossier, edition, style, paper.pages));
    return {
      style,
      name: t.cite.forms[style],
      ...(ours ? { own: ours } : {}),
      ...(paperIn ? { paper: paperIn } : {}),
      ...(isJoint && ours && paperIn ? joined(style, ours, paperIn) : {}),
    };
  });

  function joined(
    style: CitationStyle,
    ours: Printed,
    paperIn: Printed,
  ): Pick<InStyle, 'chain' | 'quotedIn'> {
    const joiner = joinerOf(edition, style, through);
    const quoting = joinerOf(edition, style, quotedBy(style, !isInPaperLanguage(dossier, edition)));
    const about = basis ? printedPaperAt(dossier, edition, style, basis) : paperIn;
    return {
      chain: chainOf(linksOf([ours, joiner], [about, joiner]), style),
      ...(through === 'accountOf'
        ? {}
        : { quotedIn: chainOf(linksOf([paperIn, quoting], [ours, quoting]), style).slice(1) }),
    };
  }
}

function throughOf(dossier: Dossier, edition: Edition, { own, paper }: Cited): Through {
  if (own?.isReconstructed) return 'reconstructedFrom';
  if (paper?.subject) return 'accountOf';
  if (paper?.definedBy === undefined) return 'through';
  if (paper.definedBy === 'source') return 'definedInSource';
  return isInPaperLanguage(dossier, edition) ? 'definedIn' : 'definedInTranslated';
}

/** Whether a note is no more than references. */
export const isReference = (note: Note | undefined): boolean =>
  note !== undefined && !/\p{L}/u.test(note.comment);

export const isInPaperLanguage = ({ settings }: Dossier, { lang }: Edition): boolean =>
  primaryLanguage(lang) === primaryLanguage(settings.value.paper.language);

/** The entries in a list of works: the source consulted, which is the page; in GB/T also the paper. */
export const listed = ({ style, own, paper, chain }: InStyle): Printed[] =>
  (chain && !isEnglish(style) ? [own, paper] : [own ?? paper]).filter((one) => one !== undefined);

/** Cites the paper at printed pages and a place on them, or as a whole if the pages are not known. */
export const printedPaperAt = memoizeWith(
  (
    dossier: Dossier,
    edition: Edition,
    style: CitationStyle,
    pages: Pages | [number, number][],
    place = '',
  ): Printed => {
    const all = (pages ?? []).map((one) => (typeof one === 'number' ? one : [...new Set(one)].join('-')));
    const comma =
      style === 'gbt'
        ? '，'
        : style === 'journal' && isChinese(dossier.settings.value.paper.language)
          ? '、'
          : ', ';
    const value = typeof pages?.[0] === 'number' ? [...new Set(all)].join('-') : all.join(comma);
    return inChinese(
      edition,
      style,
      print(referencesIn(dossier), printedPaper(dossier.settings.value, edition, style), style, {
        ...(value === '' ? {} : { locator: { label: 'page', value: value + place } }),
      }),
    );
  },
);

/** The paper, cited in one of its notes: 120n23 in Chicago and MLA, behind the page in the other styles. */
export function printedPaperAtNote(
  dossier: Dossier,
  edition: Edition,
  number: string,
  style: CitationStyle,
  pages: Pages,
): Printed {
  if (style === 'gbt-author-date') return printedPaperAt(dossier, edition, style, pages);
  if (pages && (isChicago(style) || style === 'mla'))
    return printedPaperAt(dossier, edition, style, pages, `n${number}`);
  if (pages && isGbt(style)) return printedPaperAt(dossier, edition, style, pages, `注${number}`);
  const printed = printedPaperAt(dossier, edition, style, pages);
  const isHan = isChinese(printed.lang);
  const place = isHan ? `注${number}` : placeInEnglish(style, 'note', number);
  return {
    ...printed,
    note: withPlace(printed.note, place, { style, comma: isHan ? '，' : ', ' }),
  };
}
