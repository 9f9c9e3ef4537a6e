import { quotesIn } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { QuotationRecord } from '../exchange/edition-record.ts';
import { memoize } from '../model/memoize.ts';
import { bare, quotationsWithin } from '../model/quoted-words.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { wordingOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { chapterIn, segmentIn } from '../read/text-in.ts';
import { isInPaperLanguage } from './citing.ts';
import { anyEntry } from './entry-names.ts';
import { partOf, type OwnPage } from './own-record.ts';
import { pagesOfWords, type Pages } from './queries.ts';
import { onPages, quotedFootnotes } from './quotation-records.ts';

/**
 * The names that the paper itself gives in other languages than its own, as far as a page’s text or one of a chapter’s
 * headings has them: nobody has translated or restated these words.
 */
export function namesInPaper(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
): QuotationRecord[] {
  if (wordingOf(edition).type === 'original' || partOf(page) !== 'text') return [];
  const found = page.kind === 'segment' ? inSegment : page.kind === 'chapter' ? inHeadings : () => [];
  const own = page.kind === 'chapter' ? { ...page, entry: anyEntry(dossier, edition) } : page;
  return found(dossier, edition, page.id).map(({ words, pages }) => ({
    words,
    isName: true,
    credit: translationsFor(edition.lang).label.term,
    ...onPages(edition, pages),
    footnotes: quotedFootnotes(dossier, base, edition, own, { paper: { pages } }),
  }));
}

interface Found {
  words: string;
  pages: Pages;
}

/** In a passage: what the paper has in brackets there, and what the passage has in quotation marks. */
function inSegment(dossier: Dossier, edition: Edition, id: string): Found[] {
  const segment = segmentIn(dossier, edition.id, id);
  if (!segment) return [];
  const quotes = quotesIn(translationsFor(edition.lang));
  const quoted = quotationsWithin(segment.text, quotes).map(bare);
  const given = givenNames(dossier)(edition).map(bare);
  const all = new Map<string, Found>();
  for (const { edition: language, name } of foreignNames(dossier)) {
    const isQuoted = language === edition.id && quoted.includes(bare(name)) && given.includes(bare(name));
    const [words] = segment.text.match(new RegExp(RegExp.escape(name), 'i')) ?? [];
    if (words === undefined || all.has(bare(name)) || !(isQuoted || isGloss(dossier, id, name))) continue;
    const unit = segment.units.find(({ text }) => text.includes(words));
    all.set(bare(name), { words, pages: (unit && pagesOfWords(unit, words)) ?? segment.pages });
  }
  return [...all.values()];
}

/** Headings that are such a name: within quotation marks, unless all headings are the paper’s. */
function inHeadings(dossier: Dossier, edition: Edition, id: string): Found[] {
  const given = givenNames(dossier)(edition).map(bare);
  const [open = '“'] = quotesIn(translationsFor(edition.lang));
  return (chapterIn(dossier, edition.id, id)?.segments ?? []).flatMap(({ type, text, pages }) =>
    type === 'heading' &&
    (edition.headings === 'paper' || text.startsWith(open)) &&
    given.includes(bare(text))
      ? [{ words: text, pages }]
      : [],
  );
}

/** The names of terms that the paper gives in the language of an edition, which is not its own. */
const givenNames = memoize((dossier: Dossier) =>
  memoize((edition: Edition): string[] =>
    isInPaperLanguage(dossier, edition)
      ? []
      : dossier.terms.flatMap(({ value: { name, nameInPaper } }) =>
          nameInPaper.includes(edition.id) ? (name[edition.id] ?? []) : [],
        ),
  ),
);

/** The same with their other names, which only the text may show to be the paper’s. */
const foreignNames = memoize((dossier: Dossier): { edition: string; name: string }[] =>
  publicEditions(dossier.settings.value).flatMap((edition) =>
    isInPaperLanguage(dossier, edition)
      ? []
      : [
          ...givenNames(dossier)(edition),
          ...dossier.terms.flatMap(({ value }) => value.aliases[edition.id] ?? []),
        ].map((name) => ({ edition: edition.id, name })),
  ),
);

/** Whether a passage has a name in brackets in the language of the paper: the editors add none there. */
const isGloss = (dossier: Dossier, id: string, name: string): boolean =>
  publicEditions(dossier.settings.value).some(
    (edition) =>
      isInPaperLanguage(dossier, edition) &&
      new RegExp(`[（(]${RegExp.escape(name)}[）),，]`, 'i').test(
        segmentIn(dossier, edition.id, id)?.text ?? '',
      ),
  );
