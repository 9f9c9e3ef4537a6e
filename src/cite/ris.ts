import type { Name } from '../model/work.ts';
import { familyOf, type Citable } from './csl-item.ts';

const types: Record<Citable['type'], string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  document: 'GEN',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  speech: 'SLIDE',
  thesis: 'THES',
  treaty: 'LEGAL',
  webpage: 'ELEC',
};

/** One RIS record as reference managers expect it: one tag per line, UTF-8, no wrapped lines. */
function toRis(item: Citable): string {
  const [first, last] = item.page?.split(/\s*[-–—]+\s*/) ?? [];
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  const fields: [tag: string, value: string | number | undefined][] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ...tagged('AU', item.author),
    // In parts of a work, A2 is the container’s editor; in other types it is the editor of a series.
    ...tagged(/^(?:chapter|paper-conference)$/.test(item.type) ? 'A2' : 'ED', item.editor),
    ...tagged('A4', item.translator),
    ['TI', item.title],
    ['ST', item['title-short']],
    ['T2', item['container-title']],
    ['T3', item['collection-title']],
    ['M3', item.genre],
    ['ET', item.edition ?? item.version],
    ['VL', item.volume],
    ['IS', item.issue ?? item.number],
    ['SP', first],
    ['EP', last],
    ['PY', year],
    ['DA', year === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISBN ?? item.ISSN],
    ['LA', item.language],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['DB', item.archive],
    ['AV', item.archive_location],
    ['N1', item.note],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) =>
      value === undefined ? [] : [`${tag}  - ${String(value).replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`],
    )
    .join('');
}

const tagged = (tag: string, names: Name[] = []): [string, string][] =>
  names.map((one) => [tag, invertedName(one)]);

/** Family name first. A final comma says that a name must not be divided; a comma within it would divide it. */
export function invertedName(one: Name): string {
  if ('literal' in one) return `${one.literal.replaceAll(',', '，')},`;
  const family = familyOf(one);
  return one.given === undefined
    ? `${family},`
    : [family, one.given, one.suffix].filter((part) => part !== undefined).join(', ');
}

export const toRisFile = (items: Citable[]): string => items.map(toRis).join('\r\n');
