import { pinyin } from 'pinyin-pro';
import type { Citable } from '../cite/csl-item.ts';
import { referenceText, type ReferencePiece } from '../cite/pieces.ts';
import { isChinese } from '../model/language.ts';

/**
 * Works as readers of a language look for them: those that are printed in its script first, each script by the names,
 * or else by what is printed first in the work's entry, then by title and year; Chinese by pinyin, the rest by the alphabet.
 */
export function orderWorks<T extends { item: Citable }>(
  works: T[],
  language: string,
  entryOf: (item: Citable) => ReferencePiece[],
): T[] {
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
    .map(({ work }) => work);
}

const yearOf = ({ issued }: Citable): number => issued?.['date-parts'][0]?.[0] ?? 0;

/**
 * The names of an entry, family names first, of those that follow the first too; else what stands before its title, or the
 * title; and the title.
 */
function sortNames(
  { author, editor, title, language }: Citable,
  entry: ReferencePiece[],
): { head: string; title: string } {
  const at = entry.findIndex(({ variable }) => variable === 'title');
  const before = referenceText(entry.slice(0, Math.max(at, 0)));
  const names = (author ?? editor ?? []).map((name) => ('literal' in name ? { family: name.literal } : name));
  // A particle counts where the entry begins with it.
  const isWhole = before.toLowerCase().startsWith(names[0]?.family.toLowerCase() ?? '');
  const inOrder = names.map(({ family, given = '' }) =>
    [isWhole ? family : family.replace(/^(?:\p{Ll}+ )+/u, ''), given].join(' '),
  );
  const own = sortable(title, language);
  return { head: sortable(inOrder.join(' ') || before, language) || own, title: own };
}

/** Marks at either end and an article at the head are passed over. */
function sortable(text: string, language: string): string {
  const bare = text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  return isChinese(language)
    ? pinyin(bare, { toneType: 'none', surname: 'head' })
    : bare.replace(/^(?:the|a|an)\s+(?=.)/i, '');
}
