import { familyOf, type Citable } from '../cite/csl-item.ts';
import { isoDate } from '../cite/dates.ts';
import type { Name } from '../model/work.ts';

/**
 * The OpenURL format of a type; for types without their own format, Dublin Core with Zotero’s type name (`rft.type`).
 */
type Form = { format: 'journal' | 'book'; genre: string } | { format: 'dc'; type?: string };

const forms: Record<Citable['type'], Form> = {
  'article-journal': { format: 'journal', genre: 'article' },
  'article-magazine': { format: 'dc', type: 'magazineArticle' },
  'article-newspaper': { format: 'dc', type: 'newspaperArticle' },
  book: { format: 'book', genre: 'book' },
  broadcast: { format: 'dc', type: 'tvBroadcast' },
  chapter: { format: 'book', genre: 'bookitem' },
  document: { format: 'book', genre: 'document' },
  'entry-dictionary': { format: 'dc', type: 'dictionaryEntry' },
  'entry-encyclopedia': { format: 'dc', type: 'encyclopediaArticle' },
  interview: { format: 'dc', type: 'interview' },
  legal_case: { format: 'dc', type: 'case' },
  legislation: { format: 'dc', type: 'statute' },
  manuscript: { format: 'dc', type: 'manuscript' },
  map: { format: 'dc', type: 'map' },
  pamphlet: { format: 'book', genre: 'book' },
  'paper-conference': { format: 'book', genre: 'proceeding' },
  personal_communication: { format: 'dc', type: 'letter' },
  'post-weblog': { format: 'dc', type: 'blogPost' },
  report: { format: 'book', genre: 'report' },
  speech: { format: 'dc', type: 'presentation' },
  thesis: { format: 'dc', type: 'thesis' },
  treaty: { format: 'dc', type: 'statute' },
  webpage: { format: 'dc' },
};

/**
 * A record as a ContextObject (OpenURL, Z39.88), for the title of a span of class Z3988, by which reference managers
 * detect the subject of a page or the works that it lists. Zotero prefers it to the meta tags, and does not use the
 * page’s description as an abstract.
 */
export function coins(item: Citable): string {
  const form = forms[item.type];
  const isPart = form.format !== 'dc' && /^(?:article|bookitem|proceeding)$/.test(form.genre);
  const [first, last] = item.page?.split(/[-–—]/) ?? [];
  const fields: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${form.format}`],
    ...(form.format === 'dc'
      ? ([['rft.type', form.type]] as [string, string | undefined][])
      : ([['rft.genre', form.genre]] as [string, string][])),
    [isPart ? 'rft.atitle' : item.type === 'book' ? 'rft.btitle' : 'rft.title', item.title],
    [
      form.format === 'journal' ? 'rft.jtitle' : isPart ? 'rft.btitle' : 'rft.source',
      item['container-title'],
    ],
    // As a person, an institution would be split into first and last name.
    ...(item.author ?? []).map((name): [string, string] =>
      'literal' in name
        ? ['rft.aucorp', name.literal]
        : [form.format === 'dc' ? 'rft.creator' : 'rft.au', personOf(name)],
    ),
    ['rft.date', isoDate(item.issued)],
    ['rft.edition', item.edition ?? item.version],
    ['rft.volume', item.volume],
    ['rft.issue', item.issue],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.pub', item.publisher],
    ['rft.place', item['publisher-place']],
    ['rft.language', item.language],
    ['rft_id', item.DOI && `info:doi/${item.DOI}`],
    ['rft_id', item.URL],
  ];
  return new URLSearchParams(
    fields.filter((field): field is [string, string] => field[1] !== undefined),
  ).toString();
}

const personOf = (name: Exclude<Name, { literal: string }>): string =>
  [familyOf(name), name.given].filter(Boolean).join(', ');
