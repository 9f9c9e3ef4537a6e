import type { SourceMetadata } from '../../source-document.ts';
import type { DividedRows } from '../lines/divide-rows.ts';
import type { Reading } from '../reading.ts';
import { authorsIn, keywordsIn } from '../lines/side-box.ts';

/**
 * Leaves out what is printed beside the text: its translation, and the box beside the abstract. Returns what the box
 * says of the paper.
 */
export function takeAsides(
  { besides, boxed }: DividedRows,
  { at, omit, warn }: Reading,
): Pick<SourceMetadata, 'authors' | 'keywords'> {
  const translation = at(besides.flat());
  omit('other language', translation);
  if (translation[0])
    warn(
      translation[0].start,
      'there are two languages side by side; the right-hand column is in no chapter',
    );

  const authors = authorsIn(boxed);
  const keywords = keywordsIn(boxed);
  omit('authors', at(authors.lines));
  omit('keywords', at(keywords.lines));
  omit('editorial', at(boxed.filter((line) => ![...authors.lines, ...keywords.lines].includes(line))));
  return {
    ...(authors.lines.length > 0 ? { authors: authors.authors } : {}),
    ...(keywords.lines.length > 0 ? { keywords: keywords.keywords } : {}),
  };
}
