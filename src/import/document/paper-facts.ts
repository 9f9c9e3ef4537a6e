import { readAuthor, splitNames } from '../words/bylines.ts';
import type { Matter } from './front-matter.ts';
import type { Paper } from '../paper.ts';
import { splitKeywords } from './split-keywords.ts';

/** Marks at the end of a title, or before its subtitle. */
const NOTE_MARKS = /[\s*\u2217＊※†‡①-⑳]+$|\s*[*\u2217＊※†‡]+(?=\s?[—–―─])/g;
const DOI = /\b10\.\d{4,9}\/[^\s。，;]*[^\s。，;.)]/;

/**
 * The details of the paper in its front matter; `title` is the printed title, `source` the text of the document, and
 * `heads` what its journal prints outside the text.
 */
export const readFront = (
  { front }: Matter,
  title: string,
  source: string,
  heads: string[],
): Pick<Paper, 'title' | 'authors' | 'keywords' | 'DOI'> => ({
  title: title.replace(NOTE_MARKS, ''),
  authors: front.authors.flatMap(({ raw }) => splitNames(raw)).map(readAuthor),
  keywords: front.keywords ? splitKeywords(front.keywords, source) : [],
  DOI: DOI.exec(
    [...front.editorial.map(({ content }) => content.text), ...heads]
      .join('\n')
      .replace(/[０-９Ａ-Ｚａ-ｚ．／－＿]/gu, (sign) => sign.normalize('NFKC')),
  )?.[0],
});

/** The title and the authors’ names, which running heads and journals repeat. */
export const ownNames = ({ title, authors }: Pick<Paper, 'title' | 'authors'>): string[] => [
  title,
  ...authors.flatMap(({ family, given }) => [family + given, given + family]),
];
