import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhHans } from './zh-Hans.ts';

const known: Words[] = [en, zhHans];

/** The words for a BCP 47 language tag: its own, those of a relative (zh for zh-Hant), or English. */
export function wordsFor(lang: string): Words {
  const tag = lang.toLowerCase();
  const primary = tag.split('-')[0];
  return (
    known.find((words) => words.lang.toLowerCase() === tag) ??
    known.find((words) => words.lang.toLowerCase().split('-')[0] === primary) ??
    en
  );
}
