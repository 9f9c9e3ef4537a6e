import { pinyin } from 'pinyin-pro';
import type { Work } from '../model/work.ts';

/**
 * Works as readers of a language look for them: those in its script first, each script by what is printed first, author or
 * title; Chinese by pinyin, the rest by the alphabet.
 */
export function orderWorks(works: Work[], language: string): Work[] {
  const own = isChinese(language);
  return works
    .map((work) => ({ work, far: Number(isChinese(work.language) !== own), name: sortName(work) }))
    .sort(
      (a, b) =>
        a.far - b.far ||
        a.name.localeCompare(b.name, 'en') ||
        yearOf(a.work) - yearOf(b.work) ||
        (a.work.id < b.work.id ? -1 : 1),
    )
    .map(({ work }) => work);
}

const isChinese = (language: string): boolean => /^zh\b/i.test(language);
const yearOf = ({ issued }: Work): number => issued?.['date-parts'][0]?.[0] ?? 0;

function sortName({ author, editor, title, language }: Work): string {
  const names = (author ?? editor ?? []).map((name) =>
    'literal' in name ? name.literal : `${name.family} ${name.given ?? ''}`,
  );
  // Marks and the article before a title are passed over.
  const first = [...names, title].join(' ').replace(/^[\p{P}\s]+/u, '');
  if (!isChinese(language)) return first.replace(/^(?:the|a|an)\s+(?=.)/i, '');
  return pinyin(first, { toneType: 'none', surname: 'head' });
}
