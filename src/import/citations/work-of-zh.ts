import type { Work } from '../../model/work.ts';
import { extentOf, locatorOf, makeWork, schemeless, valuesOf } from './make-work.ts';
import { hasField, type Field, type FieldType } from './fields.ts';
import { tidied, type ParsedCitation } from './parsed-citation.ts';
import { readCredits, type Credits } from './read-zh-names.ts';

/** Builds the work from a title, the names before it and the fields after it. */
export function workOfZh(
  title: string,
  who: Credits | undefined,
  fields: Field[],
  start: number,
  end: number,
): ParsedCitation {
  const { tidy: value, date, values } = valuesOf(fields);
  const type = zhTypeOf(title, who, fields);
  const journal = value('container');
  const container = journal === undefined ? undefined : journal + values('series').map(tidied).join('');
  const free = values('text');
  const imprint = hasField(fields, 'publisher')
    ? -1
    : free.findIndex((text) => /^[^：:]{2,12}[：:]\s*\S/u.test(text));
  const [place, publisher = value('publisher')] =
    imprint === -1 ? [] : (free.splice(imprint, 1)[0] ?? '').split(/[：:]\s*/u);
  const isWhole = standaloneTypes.has(type);
  const body = publisher ?? value('archive');
  const isUnnamed = (isWhole ? body : container) === undefined;
  const first = isUnnamed ? tidied(free.shift() ?? '') : undefined;
  const credits = [...(who ? [who] : []), ...values('credits').map((written) => readCredits(written))];
  const held = creditsOfContainer(fields);
  const pages = hasField(fields, 'pages') ? values('pages').join(', ') : undefined;
  return {
    start,
    end,
    work: makeWork(
      type,
      title,
      credits.some(({ abridged }) => abridged),
      {
        author: credits.flatMap(({ author }) => author),
        editor: [
          ...credits.flatMap(({ editor }) => editor),
          ...(held?.editor ?? []),
          ...(held?.author ?? []),
        ],
        translator: [...credits.flatMap(({ translator }) => translator), ...(held?.translator ?? [])],
        'container-title': container ?? (isWhole ? undefined : first),
        publisher: body ?? (isWhole ? first : undefined),
        'publisher-place': value('place') ?? place,
        genre: value('genre'),
        edition: value('edition'),
        volume: value('volume'),
        issue: value('issue'),
        number: value('number'),
        page: value('page') ?? extentOf(type, pages),
        issued: date('date'),
        accessed: date('accessed'),
        URL: value('url'),
        DOI: value('doi'),
        note: free.join('，'),
      },
    ),
    locator: locatorOf(pages, value('chapter')),
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

/** Types of works that are not part of a container. */
const standaloneTypes = new Set<Work['type']>(['thesis', 'report', 'book', 'document']);

/**
 * The people who made the containing book or journal; without words for roles they are its editors, if the context says
 * so.
 */
function creditsOfContainer(fields: Field[]): Credits | undefined {
  const field = fields.findLast(({ type }) => type === 'containerCredits' || type === 'containerEditors');
  return field && readCredits(field.value, field.type === 'containerEditors' ? 'editor' : 'author');
}

function zhTypeOf(title: string, who: Credits | undefined, fields: Field[]): Work['type'] {
  const { tidy: value, date, values } = valuesOf(fields);
  const [container, url, free] = [value('container'), value('url'), values('text')];
  const has = (...types: FieldType[]): boolean => hasField(fields, ...types);
  const hasDay = date('date')?.['date-parts'][0]?.length === 3;
  if (has('genre')) return 'thesis';
  if (container !== undefined) {
    if (PROCEEDINGS.test(container)) return 'paper-conference';
    if (has('publisher') || (has('containerCredits', 'containerEditors') && !has('issue'))) return 'chapter';
    if (has('page') || (NEWSPAPER.test(container) && !has('issue'))) return 'article-newspaper';
    if (MAGAZINE.test(container)) return 'article-magazine';
    return !has('issue', 'volume') && hasDay ? 'article-magazine' : 'article-journal';
  }
  if (has('publisher')) return 'book';
  if (has('archive')) return 'document';
  if (has('edition')) return 'book';
  const isReport = REPORT.test(title) || free.some((text) => REPORT.test(text));
  if (LAW.test(title) && (who === undefined || has('article')) && free.length === 0) return 'legislation';
  if (url !== undefined) return isReport || /\.pdf$/i.test(url) ? 'report' : 'webpage';
  if (free.some((text) => WEBSITE.test(text))) return 'webpage';
  if (isReport) return 'report';
  if (free.some((text) => /[：:]/u.test(text))) return 'book';
  if (free.length > 0 && date('date') !== undefined) return hasDay ? 'webpage' : 'book';
  return 'document';
}

const WEBSITE = /(?:网|网站|客户端|公众号|博客)$/u;

const NEWSPAPER = /(?:(?<![学情画快简通])报|日报|时报|晚报|周报|早报)(?:[(（][^()（）]*[)）])?$/u;

const MAGAZINE = /周刊|画报/u;

const PROCEEDINGS = /会议?(?:论文|文)集|会论文集|会议录/u;

const REPORT = /报告|白皮书|蓝皮书|绿皮书|黄皮书|年鉴/u;

const LAW = /(?:法|法典|条例|宪法|公约|条约|协定|议定书|规定|办法|决定|宪章|细则|司法解释)$/u;
