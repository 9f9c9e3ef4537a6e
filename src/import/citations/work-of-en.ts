import type { Name, Work } from '../../model/work.ts';
import { extentOf, locatorOf, makeWork, valuesOf } from './make-work.ts';
import type { Field } from './fields.ts';
import { looksLikeName, readLatinNames, type Names } from './read-latin-names.ts';
import { pageRange, tidied, titleOf, type ParsedCitation } from './parsed-citation.ts';
import { INSTITUTION } from './read-latin-names.ts';

/** The part of a citation before its fields. */
export interface Head {
  start: number;
  names: Names;
  role: 'author' | 'editor';
  title: string;
  isQuoted: boolean;
}

/** The work that a title, those named before it and the fields behind it make. */
export function workOfEn(head: Head, fields: Field[], titleEnd: number): ParsedCitation {
  const told = tell(head, fields);
  const { pages, issue, volume, genre } = told;
  const type = typeOf(head, told);
  let { container, body } = told;
  if (type === 'report' && body === undefined) [body, container] = [container, undefined];
  // Working Paper No. 5 is no journal.
  const series = told.isSeries ? told.container : undefined;
  const isAuthor = head.role === 'author';
  return {
    start: head.start,
    end: fields.at(-1)?.end ?? titleEnd,
    work: makeWork(type, titleOf(head.title), head.names.abridged, {
      author: isAuthor ? head.names.names : [],
      editor: [...(isAuthor ? [] : head.names.names), ...told.editor],
      translator: told.translator,
      'container-title': container === undefined || series !== undefined ? undefined : journalOf(container),
      publisher: body === undefined ? undefined : tidied(body).replace(/[,，]$/u, ''),
      'publisher-place': told.place,
      genre: genre ?? series,
      number: series === undefined ? undefined : issue,
      edition: told.edition,
      volume,
      issue: series === undefined ? issue : undefined,
      page:
        told.firstPage ??
        (type === 'article-newspaper' && pages !== undefined ? pageRange(pages) : extentOf(type, pages)),
      issued: told.issued,
      accessed: told.accessed,
      URL: told.url,
      DOI: told.doi,
    }),
    locator: locatorOf(pages, told.chapter),
    isShort:
      container === undefined && body === undefined && told.issued === undefined && told.url === undefined,
    warnings: [],
  };
}

type Told = ReturnType<typeof tell>;

/** What the fields say of the work, and of the book, journal or body that published it. */
function tell(head: Head, fields: Field[]) {
  // Of several years the first is the work’s.
  const { value, date } = valuesOf(fields.toReversed());
  const { texts, book, editor, translator } = creditsIn(fields);
  const pages = value('pages') ?? value('barePages');
  const [issue, genre, event, journal] = [value('issue'), value('genre'), value('event'), value('container')];
  const imprint = valuesOf(fields).all('imprint');
  const isJournal =
    (value('volume') !== undefined || issue !== undefined) && (head.isQuoted || !texts.some(isPlace));
  // A colon in a journal's name parts no place from a publisher.
  const isNamed = isJournal && book === undefined && imprint.length === 0;
  const { place, publisher, rest } = isNamed
    ? { rest: texts }
    : imprintOf(imprint.length > 0 ? imprint : texts, imprint.length > 0);
  const free = imprint.length > 0 ? texts : rest;
  let [container, body, volume] = [book ?? journal, publisher, value('volume')];
  if (book !== undefined) body ??= joined(free);
  else if (genre !== undefined && journal === undefined) body ??= free.find((one) => SCHOOL.test(one));
  else if (event !== undefined) container ??= joined(free);
  else if (journal === undefined && (head.isQuoted || isJournal)) {
    // A body that publishes the journal stands behind its name.
    const last = free.at(-1) ?? '';
    if (isJournal && free.length > 1 && INSTITUTION.test(last) && !/^(?:and|of) /.test(last))
      body ??= free.pop();
    container = joined(free);
    if (container === undefined && place === undefined) [container, body] = [body, undefined];
    // Journal 37, no. 2; Journal 37 (2018).
    const numbered = /^(?<name>.*\p{L}\.?) (?<volume>\d{1,4})$/u.exec(container ?? '')?.groups;
    if (numbered && volume === undefined && (isJournal || pages !== undefined))
      ({ name: container, volume } = numbered);
  } else if (journal === undefined) body ??= joined(free);
  return {
    ...{ editor, translator, container, body, place, volume, issue, pages, genre, event },
    isWithin: book !== undefined,
    isSeries: isJournal && volume === undefined && container !== undefined && REPORT.test(container),
    chapter: value('chapter'),
    firstPage: value('firstPage'),
    edition: value('edition'),
    issued: date('date'),
    accessed: date('accessed'),
    url: value('url'),
    doi: value('doi'),
  };
}

const joined = (texts: string[]): string | undefined => (texts.length > 0 ? texts.join(', ') : undefined);

/** Who edited and translated, the book that holds the work, and what is left of the free text. */
function creditsIn(fields: Field[]) {
  const people: { editor: Name[]; translator: Name[] } = { editor: [], translator: [] };
  const texts: string[] = [];
  let book: string | undefined;
  let mode: 'editor' | 'translator' | 'within' | undefined;
  let waiting: string[] = [];
  for (const [i, { type, value: written }] of fields.entries()) {
    if (type === 'within') mode = 'within';
    else if (type === 'editedBy') mode = 'editor';
    else if (type === 'translatedBy') mode = 'translator';
    else if (type === 'editors' || type === 'translators') {
      people[type === 'editors' ? 'editor' : 'translator'].push(...readLatinNames(waiting.join(', ')).names);
      waiting = [];
      if (mode === 'editor') mode = undefined;
    } else if (type === 'text') {
      if (mode === 'within' && book === undefined) {
        // In A. Brown, ed., Book: names come first where a word for what they did follows.
        const next = fields.slice(i + 1).find((one) => one.type !== 'text');
        if (next?.type === 'editors' && looksLikeName(written)) waiting.push(written);
        else book = written;
      } else if (
        (mode === 'editor' || mode === 'translator') &&
        looksLikeName(written) &&
        !PUBLISHER.test(written) &&
        !isPlace(written)
      )
        people[mode].push(...readLatinNames(written).names);
      else {
        mode = undefined;
        texts.push(written);
      }
    } else if (type !== 'imprint' && mode !== 'within') mode = undefined;
  }
  return { ...people, texts, book };
}

/** The stop of an abbreviated name is part of it: Harv. L. Rev. */
const journalOf = (printed: string): string =>
  /\.\s.*\.$/u.test(printed.trim()) ? tidied(printed) : titleOf(printed);

/** Place: Publisher, or a publisher that its name tells. */
function imprintOf(
  fields: string[],
  isParenthesis: boolean,
): { place?: string; publisher?: string; rest: string[] } {
  const at = fields.findIndex(isPlace);
  if (at !== -1) {
    const [place = '', ...publisher] = (fields[at] ?? '').split(':');
    const town = at > 0 && STATE.test(fields[at] ?? '') ? `${fields[at - 1] ?? ''}, ` : '';
    return {
      place: town + place.trim(),
      publisher: publisher.join(':').trim(),
      rest: town === '' ? fields.toSpliced(at, 1) : fields.toSpliced(at - 1, 2),
    };
  }
  if (isParenthesis && fields.length > 0) return { publisher: fields.join(', '), rest: [] };
  const known = fields.findLastIndex((one) =>
    /\b(?:press|publish(?:ers|ing)|books|verlag|routledge|springer|palgrave|macmillan|penguin|wiley|brill|elgar)\b/i.test(
      one,
    ),
  );
  return known === -1
    ? { rest: [...fields] }
    : { publisher: fields[known] ?? '', rest: fields.toSpliced(known, 1) };
}

function typeOf(head: Head, told: Told): Work['type'] {
  const { container = '', body, url } = told;
  const hasDay = (told.issued?.['date-parts'][0]?.length ?? 0) > 2;
  const isBody = head.names.names.some((name) => 'literal' in name);
  if (told.genre !== undefined) return 'thesis';
  if (told.event !== undefined) return /speech|remarks/i.test(told.event) ? 'speech' : 'paper-conference';
  if (told.isWithin) return PROCEEDINGS.test(container) ? 'paper-conference' : 'chapter';
  if (!head.isQuoted) {
    if (told.volume !== undefined && container !== '') return 'article-journal';
    if (isBody && isReport(head, '', undefined)) return 'report';
    if (body !== undefined || told.place !== undefined)
      return isReport(head, '', url) && told.place === undefined ? 'report' : 'book';
    if (url !== undefined) return isReport(head, '', url) || told.pages !== undefined ? 'report' : 'webpage';
    // What has a day and no publisher was never published.
    return told.issued !== undefined && !hasDay ? 'book' : 'document';
  }
  if (told.place !== undefined) return 'chapter';
  if (NEWSPAPER.test(container)) return 'article-newspaper';
  if (MAGAZINE.test(container)) return 'article-magazine';
  if (container !== '' && (told.volume !== undefined || told.issue !== undefined)) {
    return REPORT.test(container) && told.volume === undefined ? 'report' : 'article-journal';
  }
  if (WEBLOG.test(container) || (url !== undefined && /\/\/blogs?\.|\/blogs?\//i.test(url)))
    return 'post-weblog';
  if (isReport(head, container, url)) return 'report';
  // Who cites a page of what stands on the web cites a paged document.
  if (url !== undefined)
    return told.pages !== undefined ? (container === '' ? 'report' : 'article-journal') : 'webpage';
  if (container === '')
    return told.issued !== undefined && (body !== undefined || isBody) ? 'report' : 'document';
  if (hasDay) return 'article-newspaper';
  if (INSTITUTION.test(container)) return 'report';
  return told.pages !== undefined || head.names.names.length > 0 ? 'article-journal' : 'document';
}

const isReport = (head: Head, container: string, url: string | undefined): boolean =>
  (url !== undefined &&
    (/\.pdf$/i.test(url) || /\/reports?\/|[/-]reports[/-]/i.test(new URL(url).pathname))) ||
  /\b(?:policy|working|discussion|research|occasional|white|issue) (?:papers?|briefs?)\b|\breports?\b/i.test(
    container,
  ) ||
  (/\b(?:report|outlook|white paper|working paper)\b/i.test(head.title) && url === undefined);

/** Behind a town, before the colon: Mass., D.C., NJ. */
export const STATE =
  /^(?:\p{Lu}\p{Ll}{1,4}\.|(?:\p{Lu}\.?){2}|Massachusetts|California|Connecticut|New Jersey):/u;

/** Place: Publisher. */
export const isPlace = (value: string): boolean =>
  /^\p{Lu}[\p{L}.,'’ &/-]{1,50}:\s?\p{Lu}/u.test(value) && value.split(':').length === 2;

/** Names of kinds of series: Working Paper No. 5. */
const REPORT =
  /\b(?:reports?|papers?|brief(?:ing)?s?|outlook|white paper|assessment|factsheet|memorandum|survey)\b/i;

export const PUBLISHER =
  /\b(?:press|publish(?:ers?|ing)|books|verlag|routledge|springer|elsevier|wiley|palgrave|macmillan|penguin|norton|sage|brill|elgar|house|sons|& co|and co|inc|ltd|llc|editions?|university|institut(?:e|ion)|cent(?:er|re)|council|programme|program)\b/i;

const SCHOOL = /\b(?:university|college|school|institute)\b/i;

/** Papers, agencies and magazines that are known by their names alone. */
const NEWSPAPER =
  /^(?:the )?(?:(?:[\p{L}.’'-]+ ){0,4}(?:times|post|daily|herald|tribune|gazette|telegraph|chronicle|courier|globe|guardian|independent|mirror|inquirer|examiner|sun-times)|reuters|associated press|ap|afp|agence france-presse|xinhua|bloomberg|le monde|die zeit|el país|wall street journal|asahi shimbun|kyodo news|tass)(?: \(.{1,30}\)|\.com)?$/iu;

const MAGAZINE =
  /^(?:the )?(?:economist|time|newsweek|foreign policy|new yorker|atlantic|spiegel|der spiegel|new republic|nation|diplomat|national interest|forbes|fortune|spectator|new statesman|wired|(?:[\p{L}’'-]+ ){1,3}magazine)$/iu;

const WEBLOG = /\bblog\b/i;

const PROCEEDINGS = /\bproceedings\b|\bconference\b|\bsymposium\b/i;
