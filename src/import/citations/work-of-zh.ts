import type { Name, Work } from '../../model/work.ts';
import { extentOf, locatorOf, makeWork, schemeless, valuesOf } from './make-work.ts';
import { hasField, type Field } from './fields.ts';
import { tidied, type ParsedCitation } from './parsed-citation.ts';
import { readCredits, type Credits } from './read-zh-names.ts';

/** The work that a title, those named before it and the fields behind it make. */
export function workOfZh(
  title: string,
  who: Credits | undefined,
  fields: Field[],
  start: number,
  end: number,
): ParsedCitation {
  const told = tell(fields);
  const type = typeOf(title, who, told);
  const free = [...told.free];
  const { container, page, pages, chapter, archive } = told;
  const imprint =
    told.publisher === undefined ? free.findIndex((text) => /^[^：:]{2,12}[：:]\s*\S/u.test(text)) : -1;
  const [place, publisher = told.publisher] =
    imprint === -1 ? [] : (free.splice(imprint, 1)[0] ?? '').split(/[：:]\s*/u);
  const isWhole = wholes.has(type);
  const isUnnamed = isWhole ? publisher === undefined && archive === undefined : container === undefined;
  const first = isUnnamed && free.length > 0 ? tidied(free.shift() ?? '') : undefined;
  const credits = fields.filter((field) => field.type === 'credits').map(({ value }) => readCredits(value));
  const named = (role: 'author' | 'editor' | 'translator'): Name[] => [
    ...(who?.[role] ?? []),
    ...credits.flatMap((one) => one[role]),
  ];
  const { containerCredits } = told;
  const isAbridged = (who?.abridged ?? false) || credits.some(({ abridged }) => abridged);
  return {
    start,
    end,
    work: makeWork(type, title, isAbridged, {
      author: named('author'),
      editor: [...named('editor'), ...(containerCredits?.editor ?? []), ...(containerCredits?.author ?? [])],
      translator: [...named('translator'), ...(containerCredits?.translator ?? [])],
      'container-title': container ?? (isWhole ? undefined : first),
      publisher: publisher ?? archive ?? (isWhole ? first : undefined),
      'publisher-place': told.place ?? place,
      genre: told.genre,
      edition: told.edition,
      volume: told.volume,
      issue: told.issue,
      number: told.number,
      page: page ?? extentOf(type, pages),
      issued: told.issued,
      accessed: told.accessed,
      URL: told.url,
      DOI: told.doi,
      note: free.join('，'),
    }),
    ...locatorOf(pages, chapter),
    isShort: !hasField(
      fields,
      'container',
      'publisher',
      'archive',
      'date',
      'url',
      'genre',
      'edition',
      'article',
    ),
    warnings: schemeless(fields),
  };
}

/** Works that no container holds. */
const wholes = new Set<Work['type']>(['thesis', 'report', 'book', 'document']);

type Told = ReturnType<typeof tell>;

/** The values of the fields, each from the last field of its type that has one. */
function tell(fields: Field[]) {
  const { tidy: value, date, all } = valuesOf(fields);
  const container = value('container');
  const containerCredits = fields.findLast(
    ({ type }) => type === 'containerCredits' || type === 'containerEditors',
  );
  const issued = date('date');
  return {
    free: all('text'),
    container: container === undefined ? undefined : container + all('series').map(tidied).join(''),
    containerCredits:
      containerCredits &&
      readCredits(containerCredits.value, containerCredits.type === 'containerEditors' ? 'editor' : 'author'),
    publisher: value('publisher'),
    place: value('place'),
    archive: value('archive'),
    number: value('number'),
    genre: value('genre'),
    edition: value('edition'),
    volume: value('volume'),
    issue: value('issue'),
    page: value('page'),
    pages: hasField(fields, 'pages') ? all('pages').join(', ') : undefined,
    chapter: value('chapter'),
    article: value('article'),
    url: value('url'),
    doi: value('doi'),
    issued,
    hasDay: issued?.['date-parts'][0]?.length === 3,
    accessed: date('accessed'),
  };
}

function typeOf(title: string, who: Credits | undefined, told: Told): Work['type'] {
  const { container, publisher, free, url, issue } = told;
  if (told.genre !== undefined) return 'thesis';
  if (container !== undefined) {
    if (PROCEEDINGS.test(container)) return 'paper-conference';
    if (publisher !== undefined || (told.containerCredits !== undefined && issue === undefined))
      return 'chapter';
    if (told.page !== undefined || (NEWSPAPER.test(container) && issue === undefined))
      return 'article-newspaper';
    if (MAGAZINE.test(container)) return 'article-magazine';
    return issue === undefined && told.volume === undefined && told.hasDay
      ? 'article-magazine'
      : 'article-journal';
  }
  if (publisher !== undefined) return 'book';
  if (told.archive !== undefined) return 'document';
  if (told.edition !== undefined) return 'book';
  const isReport = REPORT.test(title) || free.some((text) => REPORT.test(text));
  if (LAW.test(title) && (who === undefined || told.article !== undefined) && free.length === 0)
    return 'legislation';
  if (url !== undefined) return isReport || /\.pdf$/i.test(url) ? 'report' : 'webpage';
  if (free.some((text) => WEBSITE.test(text))) return 'webpage';
  if (isReport) return 'report';
  if (free.some((text) => /[：:]/u.test(text))) return 'book';
  if (free.length > 0 && told.issued !== undefined) return told.hasDay ? 'webpage' : 'book';
  return 'document';
}

const WEBSITE = /(?:网|网站|客户端|公众号|博客)$/u;

const NEWSPAPER = /(?:(?<![学情画快简通])报|日报|时报|晚报|周报|早报)(?:[(（][^()（）]*[)）])?$/u;

const MAGAZINE = /周刊|画报/u;

const PROCEEDINGS = /会议?(?:论文|文)集|会论文集|会议录/u;

const REPORT = /报告|白皮书|蓝皮书|绿皮书|黄皮书|年鉴/u;

const LAW = /(?:法|法典|条例|宪法|公约|条约|协定|议定书|规定|办法|决定|宪章|细则|司法解释)$/u;
