import { familyOf } from '../cite/csl-item.ts';
import { isoDate } from '../cite/dates.ts';
import type { Name, Work } from '../model/work.ts';

/**
 * A work as a ContextObject in a span (OpenURL, Z39.88), by which reference managers find the works of a list. Such
 * spans stand on lists of works only: anywhere else, the page would be taken for what it cites.
 */
export function coins(work: Work): string {
  const isPart = /^(?:chapter|entry-.*|paper-conference)$/.test(work.type);
  const isArticle = work.type.startsWith('article-');
  const isBook = isPart || ['book', 'pamphlet', 'report', 'thesis'].includes(work.type);
  const [genre, format] = isArticle
    ? ['article', 'journal']
    : isBook
      ? [isPart ? 'bookitem' : work.type === 'report' ? 'report' : 'book', 'book']
      : [undefined, 'dc'];
  const [first, last] = work.page?.split(/[-–—]/) ?? [];
  const fields: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ['rft.genre', genre],
    [
      isArticle || isPart
        ? 'rft.atitle'
        : isBook
          ? work.type === 'book'
            ? 'rft.btitle'
            : 'rft.title'
          : 'rft.title',
      work.title,
    ],
    [isArticle ? 'rft.jtitle' : isPart ? 'rft.btitle' : 'rft.source', work['container-title']],
    // An institution that stood among people would be divided into names.
    ...(work.author ?? []).map((name): [string, string] =>
      'literal' in name
        ? ['rft.aucorp', name.literal]
        : [format === 'dc' ? 'rft.creator' : 'rft.au', personOf(name)],
    ),
    ['rft.date', isoDate(work.issued)],
    ['rft.volume', work.volume],
    ['rft.issue', work.issue],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.pub', work.publisher],
    ['rft.place', work['publisher-place']],
    ['rft.language', work.language],
    ['rft_id', work.DOI ? `info:doi/${work.DOI}` : work.URL],
  ];
  return new URLSearchParams(
    fields.filter((field): field is [string, string] => field[1] !== undefined),
  ).toString();
}

const personOf = (name: Exclude<Name, { literal: string }>): string =>
  [familyOf(name), name.given].filter(Boolean).join(', ');
