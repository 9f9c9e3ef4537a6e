import { pinyin } from 'pinyin-pro';
import type { Citable } from '../cite/csl-item.ts';
import { isChinese } from '../model/language.ts';

/**
 * Works as readers of a language look for them: those that are printed in its script first, each script by what is printed
 * first, author or title; Chinese by pinyin, the rest by the alphabet.
 */
export function orderWorks<T extends { item: Citable }>(works: T[], language: string): T[] {
  const own = isChinese(language);
  return works
    .map((work) => ({
      work,
      far: Number(isChinese(work.item.language) !== own),
      name: sortName(work.item),
    }))
    .sort(
      (a, b) =>
        a.far - b.far ||
        a.name.localeCompare(b.name, 'en') ||
        yearOf(a.work.item) - yearOf(b.work.item) ||
        (a.work.item.id < b.work.item.id ? -1 : 1),
    )
    .map(({ work }) => work);
}

const yearOf = ({ issued }: Citable): number => issued?.['date-parts'][0]?.[0] ?? 0;

function sortName({ author, editor, title, language }: Citable): string {
  const names = (author ?? editor ?? []).map((name) =>
    'literal' in name ? name.literal : `${name.family} ${name.given ?? ''}`,
  );
  // Marks and the article before a title are passed over.
  const first = [...names, title].join(' ').replace(/^[\p{P}\s]+/u, '');
  if (!isChinese(language)) return first.replace(/^(?:the|a|an)\s+(?=.)/i, '');
  return pinyin(first, { toneType: 'none', surname: 'head' });
}
