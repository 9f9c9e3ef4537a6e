import type { Locator } from '../../model/locator.ts';
import type { Name, Work } from '../../model/work.ts';
import { isRange, pageLocator, pageRange } from './parsed-citation.ts';

// What follows in every language from the fields that were read.

/** A list of names, or nothing where there are none. */
export const someNames = (...names: Name[]): Name[] | undefined => (names.length > 0 ? names : undefined);

/** The pages of a work that is part of another; pages that a book is cited at are not its own. */
export const extentOf = (type: Work['type'], pages: string | undefined): string | undefined =>
  parts.has(type) && pages !== undefined && isRange(pages) ? pageRange(pages) : undefined;

const parts = new Set<Work['type']>(['article-journal', 'chapter', 'article-magazine', 'paper-conference']);

/** Where in the work a citation points. */
export function locatorOf(pages: string | undefined, chapter: string | undefined): { locator?: Locator } {
  if (pages !== undefined) return { locator: pageLocator(pages) };
  return chapter === undefined ? {} : { locator: { label: 'chapter', value: chapter } };
}

export const schemeless = (offset: number): { offset: number; reason: string } => ({
  offset,
  reason: 'The address is printed without its scheme; http:// was put before it.',
});
