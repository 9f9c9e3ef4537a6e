import { zhLaw, zhMagazine, zhNewspaper, zhProceedings, zhReport, zhWebsite } from './zh-citations.ts';
import type { Work } from '../../model/work.ts';
import type { Found } from './read-zh-fields.ts';
import type { Credits } from './read-zh-names.ts';
import {
  isRange,
  pageLocator,
  pageRange,
  tidied,
  withFields,
  type Draft,
  type ParsedCitation,
} from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

/** The work that a title, those named before it and the fields behind it make. */
export function workOfZh(
  title: string,
  who: Credits | undefined,
  found: Found,
  start: number,
): ParsedCitation {
  const free = [...found.free];
  const type = typeOf(title, who, found);
  const imprint =
    found.publisher === undefined ? free.findIndex((one) => /^[^：:]{2,12}[：:]\s*\S/u.test(one)) : -1;
  const [place, publisher] = imprint === -1 ? [] : (free.splice(imprint, 1)[0] ?? '').split(/[：:]\s*/u);
  const body = type === 'thesis' || type === 'report' || type === 'book' || type === 'document';
  const first =
    free.length > 0 &&
    (body
      ? found.publisher === undefined && publisher === undefined && found.archive === undefined
      : found.container === undefined)
      ? tidied(free.shift() ?? '')
      : undefined;
  const author = [...(who?.author ?? []), ...found.credits.author];
  const editor = [
    ...(who?.editor ?? []),
    ...found.credits.editor,
    ...(found.containerCredits?.editor ?? []),
    ...(found.containerCredits?.author ?? []),
  ];
  const translator = [
    ...(who?.translator ?? []),
    ...found.credits.translator,
    ...(found.containerCredits?.translator ?? []),
  ];
  const hasExtent =
    (type === 'article-journal' ||
      type === 'chapter' ||
      type === 'article-magazine' ||
      type === 'paper-conference') &&
    found.pages !== undefined &&
    isRange(found.pages);
  const draft: Draft = withFields(
    { type, language: languageOf(title), title },
    {
      author: author.length > 0 ? author : undefined,
      editor: editor.length > 0 ? editor : undefined,
      translator: translator.length > 0 ? translator : undefined,
      'container-title': found.container ?? (body ? undefined : first),
      publisher: found.publisher ?? publisher ?? found.archive ?? (body ? first : undefined),
      'publisher-place': found.place ?? place,
      genre: found.genre,
      edition: found.edition,
      volume: found.volume,
      issue: found.issue,
      number: found.number,
      page: found.page ?? (hasExtent && found.pages !== undefined ? pageRange(found.pages) : undefined),
      issued: found.issued,
      accessed: found.accessed,
      URL: found.url,
      DOI: found.doi,
      note: free.length > 0 ? free.join('，') : undefined,
      custom: who?.abridged || found.credits.abridged ? { authorsAbridged: true } : undefined,
    },
  );
  const locator =
    found.pages !== undefined
      ? pageLocator(found.pages)
      : found.chapter !== undefined
        ? ({ label: 'chapter', value: found.chapter } as const)
        : undefined;
  return {
    start,
    end: found.end,
    work: draft,
    ...(locator ? { locator } : {}),
    isShort: isShort(found),
    warnings:
      found.urlAt !== undefined && !found.hasScheme
        ? [
            {
              offset: found.urlAt,
              reason: 'The address is printed without its scheme; http:// was put before it.',
            },
          ]
        : [],
  };
}

const isShort = (found: Found): boolean =>
  (found.container ??
    found.publisher ??
    found.archive ??
    found.issued ??
    found.url ??
    found.genre ??
    found.edition ??
    found.article) === undefined;

function typeOf(title: string, who: Credits | undefined, found: Found): Work['type'] {
  const { container, publisher, genre, url } = found;
  if (genre !== undefined) return 'thesis';
  if (container !== undefined) {
    if (zhProceedings.test(container)) return 'paper-conference';
    if (publisher !== undefined || (found.containerCredits !== undefined && found.issue === undefined))
      return 'chapter';
    if (found.page !== undefined || (zhNewspaper.test(container) && found.issue === undefined))
      return 'article-newspaper';
    if (zhMagazine.test(container)) return 'article-magazine';
    return found.issue === undefined && found.volume === undefined && found.hasDay
      ? 'article-magazine'
      : 'article-journal';
  }
  if (publisher !== undefined) return 'book';
  if (found.archive !== undefined) return 'document';
  if (found.edition !== undefined && found.edition !== '') return 'book';
  const isReport = zhReport.test(title) || found.free.some((one) => zhReport.test(one));
  if (zhLaw.test(title) && (who === undefined || found.article !== undefined) && found.free.length === 0)
    return 'legislation';
  if (url !== undefined) return isReport || /\.pdf$/i.test(url) ? 'report' : 'webpage';
  if (found.free.some((one) => zhWebsite.test(one))) return 'webpage';
  if (isReport) return 'report';
  if (found.free.some((one) => /[：:]/u.test(one))) return 'book';
  if (found.free.length > 0 && found.issued !== undefined) return found.hasDay ? 'webpage' : 'book';
  return 'document';
}
