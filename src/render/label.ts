import { toHtml } from 'hast-util-to-html';
import { paperAuthors, printedPaper } from '../cite/own-items.ts';
import { readPieces, referenceText } from '../cite/pieces.ts';
import { referencesTo } from '../cite/reference.ts';
import { HAN, isWrittenInHan } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { doiAddress } from '../model/urls.ts';
import { attributionOf, wordingOf, type Part } from '../model/wording.ts';
import { memoize, memoizeWith } from '../model/memoize.ts';
import { citationStyleOf, languageIn, midSentence, sayNames, sayPageRanges } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { unbrokenNumbers } from './line-breaks.ts';
import { referenceHast } from './render-context.ts';

/** The full label: whose words they are, with the reference to the paper. It is on every page and in every release. */
export const labelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  translationsFor(edition.lang).label.full[attributionOf(edition, part)](partsOf(settings)(edition));

/** The same for a text by the editors, in any edition. */
export const accountLabelOf = (settings: Settings, edition: Edition): string =>
  translationsFor(edition.lang).label.full.account(partsOf(settings)(edition));

/** The same in one line, for copied or printed text. */
export const copiedLabelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  translationsFor(edition.lang).label.copied[attributionOf(edition, part)](partsOf(settings)(edition));

export const copiedAccountLabelOf = (settings: Settings, edition: Edition): string =>
  translationsFor(edition.lang).label.copied.account(partsOf(settings)(edition));

/** The same in a word, for an excerpt or a row of data. */
export const shortLabelOf = (edition: Edition, part: Part): string =>
  translationsFor(edition.lang).label.short[attributionOf(edition, part)];

/**
 * The same below a title, with the printed pages of its text; the editors’ own account is always marked as such.
 * `isUnderTitle`: the paper’s title is above it, and not repeated.
 */
export function bylineOf(
  settings: Settings,
  edition: Edition,
  part: Part,
  ranges: [number, number][] = settings.paper.pages ? [settings.paper.pages] : [],
  isUnderTitle = true,
): string {
  const t = translationsFor(edition.lang);
  const {
    journal,
    year = 'none',
    volume = 'none',
    issue = 'none',
    titleTranslator,
    romanised,
  } = settings.paper;
  const title = localised(settings.paper.title, edition);
  // As references print it.
  const translated = titleTranslator?.[edition.id] && (romanised?.translation?.[edition.id] ?? title);
  const authors = sayNames(t, paperAuthors(settings, edition));
  const source = [
    isUnderTitle && authors !== ''
      ? authors
      : t.byline.paper({
          authors: authors || 'none',
          title,
          translated: translated ?? 'none',
          language: languageIn(edition.lang, settings.paper.language),
        }),
    journal && t.byline.issue({ journal: localised(journal, edition), year, volume, issue }),
    ranges.length > 0 && sayPageRanges(t, ranges),
  ];
  return t.byline[part === 'account' ? part : wordingOf(edition).type]({
    source: source.filter(Boolean).join(t.typography.partSeparator),
    editors: midSentence(localised(settings.dossier.editors, edition)),
    translator: partsOf(settings)(edition).translator,
    authors: settings.paper.authors.length,
  });
}

const partsOf = memoize((settings: Settings) =>
  memoize((edition: Edition) => {
    const wording = wordingOf(edition);
    return {
      reference: referenceToPaper(settings, edition),
      language: languageIn(edition.lang, settings.paper.language),
      translator: wording.type === 'translation' ? wording.translator : '',
      authors: settings.paper.authors.length,
    };
  }),
);

/**
 * Renders a text of an edition as HTML and marks up the paper in it: its DOI as a link if written as an address; in
 * Latin script also its title in another script with its language, and its journal in italics.
 */
export const linkPaper = memoizeWith(
  ({ paper }: Settings, text: string, { lang }: Pick<Edition, 'lang'>): string => {
    const isHan = isWrittenInHan(lang);
    const title = isHan ? undefined : Object.values(paper.title).find((one) => HAN.test(one));
    const journals = [...Object.values(paper.journal ?? {}), paper.romanised?.journal ?? ''];
    const names = isHan ? [] : journals.filter((one) => one !== '' && !HAN.test(one));
    // A translated name is in brackets after the journal’s original name.
    const translated = names.map((name) => `[${name}]`);
    const addresses = paper.DOI === undefined ? [] : [doiAddress(paper.DOI)];
    const pieces = readPieces(text, addresses).flatMap((piece) =>
      piece.variable !== undefined
        ? [piece]
        : apart(piece.text, [title ?? '', ...translated, ...names]).map((part) => ({
            ...piece,
            text: part,
            italic: names.includes(part),
            ...(part === title ? { lang: paper.language } : {}),
          })),
    );
    return toHtml(referenceHast(pieces, undefined, unbrokenNumbers));
  },
);

/** Splits a text so that each occurrence of a name is a part of its own. */
function apart(text: string, names: string[]): string[] {
  const [name, ...others] = names;
  if (name === undefined) return text === '' ? [] : [text];
  if (name === '') return apart(text, others);
  return text.split(name).flatMap((part, i) => [...(i > 0 ? [name] : []), ...apart(part, others)]);
}

/** The reference to the paper in an edition’s language and default style. */
export const referenceToPaper = (settings: Settings, edition: Edition): string =>
  referencesToPaper(settings).get(edition.id) ?? '';

const referencesToPaper = memoize(
  (settings: Settings) =>
    new Map(
      settings.editions.map((edition) => {
        const style = citationStyleOf(translationsFor(edition.lang));
        const item = printedPaper(settings, edition, style);
        // citeproc remembers items by id, and another dossier may have another paper with this one.
        return [edition.id, referenceText(references.note({ ...item, id: JSON.stringify(item) }, style))];
      }),
    ),
);

const references = referencesTo([]);
