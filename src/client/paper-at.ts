import { firstPage, lastPage } from '../exchange/edition-record.ts';
import type { CitationStyle } from '../model/citation-style.ts';
import { lastOfRange, superscript } from '../model/page-range.ts';

/**
 * A reference to the paper at printed pages, as 118, 125-126 or 118,125-126, from the two that a record has for each
 * style.
 */
export function paperAt([one, several]: [string, string], pages: string, style: CitationStyle): string {
  const print = style === 'gbt-author-date' ? superscript : String;
  const ranges = pages.split(',').map((range) => range.split('-') as [string, string?]);
  if (ranges.length === 1 && ranges[0]?.[1] === undefined) return one.replace(firstPage, print(pages));
  const comma = several.includes(`${lastPage}页`) ? '、' : style === 'gbt' ? '，' : ', ';
  return several.replace(new RegExp(`${firstPage}(.*)${lastPage}`), (_, dash: string) =>
    ranges
      .map(([first, last]) =>
        last === undefined ? print(first) : print(first) + dash + print(lastOfRange(first, last, style)),
      )
      .join(comma),
  );
}
