import type { Name, Work } from '../../model/work.ts';
import { extentOf, locatorOf, makeWork } from './make-work.ts';
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
  const value = (type: Field['type']): string | undefined =>
    fields.find((field) => field.type === type)?.value;
  const dated = fields.find(({ type, date }) => type === 'date' && date !== undefined);
  const bare = value('barePages');
  const pages = value('pages') ?? bare;
  const people = new Map<'editor' | 'translator', Name[]>();
  const add = (role: 'editor' | 'translator', written: string): void => {
    people.set(role, [...(people.get(role) ?? []), ...readLatinNames(written).names]);
  };

  // Who edited and translated, and the book or journal that holds the work.
  const texts: string[] = [];
  let withinBook: string | undefined;
  let mode: 'editor' | 'translator' | 'within' | undefined;
  let waiting: string[] = [];
  for (const { type, value: written } of fields) {
    if (type === 'within') mode = 'within';
    else if (type === 'editedBy') mode = 'editor';
    else if (type === 'translatedBy') mode = 'translator';
    else if (type === 'editors' || type === 'translators') {
      if (waiting.length > 0) add(type === 'editors' ? 'editor' : 'translator', waiting.join(', '));
      waiting = [];
      if (mode === 'editor') mode = undefined;
    } else if (type === 'text') {
      if (mode === 'within' && withinBook === undefined) {
        // In A. Brown, ed., Book: names come first where a word for what they did follows.
        const follows = fields.slice(fields.findIndex((one) => one.value === written) + 1);
        const ahead = follows.findIndex((one) => one.type !== 'text');
        if (follows[ahead]?.type === 'editors' && looksLikeName(written)) waiting.push(written);
        else withinBook = written;
      } else if (
        (mode === 'editor' || mode === 'translator') &&
        looksLikeName(written) &&
        !PUBLISHER.test(written) &&
        !isPlace(written)
      )
        add(mode, written);
      else {
        mode = undefined;
        texts.push(written);
      }
    } else if (type !== 'imprint') mode = mode === 'within' ? mode : undefined;
  }

  const imprint = fields.filter(({ type }) => type === 'imprint').map((field) => field.value);
  const isJournal =
    (value('volume') !== undefined || value('issue') !== undefined) &&
    (head.isQuoted || !texts.some((one) => isPlace(one)));
  const told = imprint.length > 0 ? imprint : texts;
  // A colon in a journal's name parts no place from a publisher.
  const { place, publisher, rest } =
    isJournal && withinBook === undefined && imprint.length === 0
      ? { place: undefined, publisher: undefined, rest: told }
      : imprintOf(told, imprint.length > 0);
  const free = imprint.length > 0 ? texts : rest;
  const genre = value('genre');
  const event = value('event');
  let [container, body] = [undefined as string | undefined, publisher];
  let volume = value('volume');
  const journal = value('container');
  if (withinBook !== undefined) {
    container = withinBook;
    body ??= free.length > 0 ? free.join(', ') : undefined;
  } else if (journal !== undefined) container = journal;
  else if (genre !== undefined) body ??= free.find((one) => SCHOOL.test(one));
  else if (event !== undefined) container = free.join(', ');
  else if (head.isQuoted || isJournal) {
    // A body that publishes the journal stands behind its name.
    const last = free.at(-1) ?? '';
    if (isJournal && free.length > 1 && INSTITUTION.test(last) && !/^(?:and|of) /.test(last))
      body ??= free.pop();
    container = free.length > 0 ? free.join(', ') : undefined;
    if (container === undefined && body !== undefined && place === undefined)
      [container, body] = [body, undefined];
    // Journal 37, no. 2; Journal 37 (2018).
    const numbered = /^(?<name>.*\p{L}\.?) (?<volume>\d{1,4})$/u.exec(container ?? '')?.groups;
    if (numbered && volume === undefined && (isJournal || pages !== undefined)) {
      container = numbered['name'];
      volume = numbered['volume'];
    }
  } else if (free.length > 0) body ??= free.join(', ');

  const url = value('url');
  const hasDay = (dated?.date?.['date-parts'][0]?.length ?? 0) > 2;
  // Working Paper No. 5 is no journal.
  const isSeries = isJournal && volume === undefined && container !== undefined && REPORT.test(container);
  const type = typeOf({
    head,
    container,
    body,
    place,
    genre,
    event,
    volume,
    issue: value('issue'),
    pages,
    url,
    hasDay,
    hasYear: dated !== undefined,
    withinBook,
  });
  if (type === 'report' && body === undefined) [body, container] = [container, undefined];
  const title = titleOf(head.title);
  const author = head.role === 'author' ? head.names.names : [];
  const editor = [...(head.role === 'editor' ? head.names.names : []), ...(people.get('editor') ?? [])];
  const translator = people.get('translator');
  const work = makeWork(type, title, head.names.abridged, {
    author,
    editor,
    translator,
    'container-title': container === undefined || isSeries ? undefined : journalOf(container),
    publisher: body === undefined ? undefined : tidied(body).replace(/[,，]$/u, ''),
    'publisher-place': place,
    genre: genre ?? (isSeries ? container : undefined),
    number: isSeries ? value('issue') : undefined,
    edition: value('edition'),
    volume,
    issue: isSeries ? undefined : value('issue'),
    page:
      value('firstPage') ??
      (type === 'article-newspaper' && pages !== undefined ? pageRange(pages) : extentOf(type, pages)),
    issued: dated?.date,
    accessed: fields.find(({ type: one }) => one === 'accessed')?.date,
    URL: url,
    DOI: value('doi'),
  });
  return {
    start: head.start,
    end: fields.at(-1)?.end ?? titleEnd,
    work,
    ...locatorOf(pages, value('chapter')),
    isShort: container === undefined && body === undefined && dated === undefined && url === undefined,
    warnings: [],
  };
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

interface Told {
  head: Head;
  container: string | undefined;
  body: string | undefined;
  place: string | undefined;
  genre: string | undefined;
  event: string | undefined;
  volume: string | undefined;
  issue: string | undefined;
  pages: string | undefined;
  url: string | undefined;
  hasDay: boolean;
  hasYear: boolean;
  withinBook: string | undefined;
}

function typeOf(told: Told): Work['type'] {
  const { head, container = '', body, url } = told;
  if (told.genre !== undefined) return 'thesis';
  if (told.event !== undefined) return /speech|remarks/i.test(told.event) ? 'speech' : 'paper-conference';
  if (told.withinBook !== undefined) return PROCEEDINGS.test(container) ? 'paper-conference' : 'chapter';
  if (!head.isQuoted) {
    if (told.volume !== undefined && container !== '') return 'article-journal';
    if (head.names.names.some((name) => 'literal' in name) && isReport(head, '', undefined)) return 'report';
    if (body !== undefined || told.place !== undefined)
      return isReport(head, '', url) && told.place === undefined ? 'report' : 'book';
    if (url !== undefined) return isReport(head, '', url) || told.pages !== undefined ? 'report' : 'webpage';
    // What has a day and no publisher was never published.
    return told.hasYear && !told.hasDay ? 'book' : 'document';
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
    return told.hasYear && (body !== undefined || head.names.names.some((name) => 'literal' in name))
      ? 'report'
      : 'document';
  if (told.hasDay) return 'article-newspaper';
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
