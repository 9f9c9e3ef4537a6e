import { readAuthor, splitKeywords, splitNames, type Matter } from './front-matter.ts';
import type { Paper } from './paper.ts';
import { readMasthead } from './paper-words.ts';

/** At the end of a title, or before its subtitle. */
const NOTE_MARKS = /[\s*\u2217＊※†‡①-⑳]+$|\s*[*\u2217＊※†‡]+(?=\s?[—–―─])/g;
const DOI = /\b10\.\d{4,9}\/[^\s。，;]+/;

/** What the front matter says of the paper; `title` is its title as it is printed. */
export const readFront = (
  { front }: Matter,
  title: string,
): Pick<Paper, 'title' | 'authors' | 'keywords' | 'DOI'> => ({
  title: title.replace(NOTE_MARKS, ''),
  authors: front.authors.flatMap(({ raw }) => splitNames(raw)).map(readAuthor),
  keywords: front.keywords ? splitKeywords(front.keywords) : [],
  DOI: DOI.exec(front.editorial.map((group) => group.content.text).join('\n'))?.[0],
});

/** The journal and the issue that running heads name. */
export function printedIn(runningHeads: string[]): Pick<Paper, 'journal' | 'year' | 'volume' | 'issue'> {
  const masthead = runningHeads.map(readMasthead).find((head) => head !== undefined);
  return {
    journal: masthead?.journal,
    year: masthead?.year,
    volume: masthead?.volume,
    issue: masthead?.issue,
  };
}
