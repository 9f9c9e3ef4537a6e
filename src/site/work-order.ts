import { pinyin } from 'pinyin-pro';
import type { Citable } from '../cite/csl-item.ts';
import { referenceText, type ReferencePiece } from '../cite/pieces.ts';
import { readIn } from '../cite/read-in.ts';
import { citationStyleOf } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { isChinese } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Work } from '../model/work.ts';
import type { Dossier } from '../read/dossier.ts';
import { referencesIn } from '../render/references-in.ts';
import { asOpened } from './opened-work.ts';

/**
 * Sorts works as readers of a language look for them: first those in its script; in each script by names, or else by
 * the first words of the entry, then by title and year; Chinese by pinyin, other languages alphabetically.
 * `filedAs` is the name or words under which each is found.
 */
export function orderWorks<T extends { item: Citable }>(
  works: T[],
  language: string,
  entryOf: (item: Citable) => ReferencePiece[],
): (T & { filedAs: string })[] {
  const own = isChinese(language);
  return works
    .map((work) => ({
      work,
      far: Number(isChinese(work.item.language) !== own),
      names: sortNames(work.item, entryOf(work.item)),
    }))
    .sort(
      (a, b) =>
        a.far - b.far ||
        a.names.head.localeCompare(b.names.head, 'en') ||
        a.names.title.localeCompare(b.names.title, 'en') ||
        yearOf(a.work.item) - yearOf(b.work.item) ||
        (a.work.item.id < b.work.item.id ? -1 : 1),
    )
    .map(({ work, names }) => ({ ...work, filedAs: names.head }));
}

/** All works in their order in an edition, each with its citation data in the language that the style uses. */
export const worksInOrder = (
  dossier: Dossier,
  edition: Edition,
  style = citationStyleOf(translationsFor(edition.lang)),
): { work: Work; item: ReturnType<typeof readIn>; filedAs: string }[] =>
  orderWorks(
    dossier.works.map(({ value }) => ({
      work: value,
      item: readIn(asOpened(dossier, value), edition, style),
    })),
    edition.lang,
    (item) => referencesIn(dossier).entry(item, style),
  );

const yearOf = ({ issued }: Citable): number => issued?.['date-parts'][0]?.[0] ?? 0;

/**
 * The sort keys of an entry: all names with the family names first, or else the text before the title, or the title
 * itself; and the title.
 */
function sortNames(
  { author, editor, title, language }: Citable,
  entry: ReferencePiece[],
): { head: string; title: string } {
  const at = entry.findIndex(({ variable }) => variable === 'title');
  const before = referenceText(entry.slice(0, Math.max(at, 0)));
  const names = (author ?? editor ?? []).map((name) => ('literal' in name ? { family: name.literal } : name));
  // A particle counts if the entry begins with it.
  const isWhole = before.toLowerCase().startsWith(names[0]?.family.toLowerCase() ?? '');
  const inOrder = names.map(({ family, given = '' }) =>
    [isWhole ? family : family.replace(/^(?:\p{Ll}+ )+/u, ''), given].join(' '),
  );
  const own = sortable(title, language);
  return { head: sortable(inOrder.join(' ') || before, language) || own, title: own };
}

/** Ignores punctuation at either end and an initial article. */
function sortable(text: string, language: string): string {
  const bare = text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  return isChinese(language)
    ? pinyin(bare, { toneType: 'none', surname: 'head' })
    : bare.replace(/^(?:the|a|an)\s+(?=.)/i, '');
}
