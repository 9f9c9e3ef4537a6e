import type { Name } from '../../model/work.ts';
import { YEAR } from './dates.ts';
import type { Field } from './fields.ts';
import { PUBLISHER } from './latin-fields.ts';
import type { Head } from './latin-head.ts';
import type { Title } from './latin-title.ts';
import { NEWSPAPER, SERIES, latinTypeOf } from './latin-type.ts';
import { extentOf, locatorOf, makeWork, schemeless, valuesOf } from './make-work.ts';
import { pageRange, tidied, titleOf, type ParsedCitation } from './parsed-citation.ts';
import { INSTITUTION, readLatinNames } from '../words/read-latin-names.ts';

/** The interpretation of a citation’s fields, with the amount of free text that remains unexplained. */
export type CitationDetails = ReturnType<typeof detailsOf>;

/** Identifies the book, journal or institution that published the work, which only the order of the fields shows. */
export function detailsOf(fields: readonly Field[], text: string, isQuoted: boolean) {
  const { value, date, values } = valuesOf(fields.toReversed());
  const isNumbered = value('volume') !== undefined || value('issue') !== undefined;
  const isJournal =
    (isNumbered ||
      (!isQuoted && value('barePages') !== undefined && fields.some(({ type }) => type === 'text'))) &&
    value('publisher') === undefined;
  const isWithin = fields.some(({ type }) => type === 'within');
  let [container, place, publisher] = [value('container'), value('place'), value('publisher')];
  let unexplained = 0;

  // Free text is the container first.
  const rest = fields.filter(({ type }) => type === 'text');
  const take = (run: readonly Field[]): string | undefined => {
    rest.splice(0, rest.length, ...rest.filter((field) => !run.includes(field)));
    return run.length === 0 ? undefined : text.slice(run[0]!.start, run.at(-1)!.end);
  };
  const announced = fields.findIndex(({ type }) => type === 'within' || type === 'event');
  const numbers = fields.findIndex(({ type }) => /^(?:volume|issue|pages|barePages|date)$/.test(type));
  const isBeforeNumbers = (field: Field): boolean => numbers === -1 || fields.indexOf(field) < numbers;
  if (announced !== -1) {
    const run = runAfter(fields, announced);
    // The publisher of a book follows its title: In Mind in Action, Beacon Press, 1988.
    while (isWithin && run.length > 1 && publisher === undefined && imprintOf(run.slice(-2).map(valueOf)))
      if (PUBLISHER.test(run.pop()!.value)) break;
    container ??= take(run);
  } else if (container === undefined && (isQuoted || isJournal) && value('genre') === undefined && rest[0]) {
    // An institution that publishes the journal follows its name.
    const last = rest.at(-1)!.value;
    if (isQuoted && isNumbered && rest.length > 1 && INSTITUTION.test(last) && !/^(?:and|of) /.test(last))
      publisher ??= rest.pop()!.value;
    const run = rest.filter(
      (field, i) => i === 0 || (isNumbered ? isBeforeNumbers(field) : !PUBLISHER.test(field.value)),
    );
    if (isQuoted || isBeforeNumbers(run[0]!)) {
      const isStopped = run.slice(1).some(({ isAfterStop }) => isAfterStop);
      if (!isQuoted) unexplained += (run.length - 1) * (isStopped ? 2 : 0.7);
      container = take(run);
    }
  }
  const isDated = (date('date')?.['date-parts'][0]?.length ?? 0) > 2;
  const isPage = isDated && value('url') !== undefined && !PUBLISHER.test(rest[0]?.value ?? '');
  if (!isQuoted && container === undefined && rest.length === 1 && (isPage || NEWSPAPER.test(rest[0]!.value)))
    container = take([...rest]);

  // In Essays on Mud 12, 15: the page on which the chapter begins follows the book’s title.
  const behind = isWithin && value('barePages') !== undefined ? FIRST_PAGE.exec(container ?? '') : null;
  container = container?.slice(0, behind?.index);

  // Then the imprint.
  const imprinted = values('imprint').toReversed();
  if (imprinted.length > 0 && publisher === undefined)
    [place, publisher] = imprintOf(imprinted) ?? [place, imprinted.join(', ')];
  if (publisher === undefined && (!isJournal || isWithin) && rest.length > 0) {
    const known = imprintOf(rest.slice(-2).map(valueOf));
    [place, publisher] = known ?? [place, rest.at(-1)!.value];
    unexplained += (rest.length - (known ? known.filter(Boolean).length : 0.5)) * 2;
  } else unexplained += rest.length * 2;
  return {
    ...{ container, place, publisher, isJournal, isWithin, unexplained },
    // Of several years, the first is the year of the work.
    issued: date('date'),
    pages: value('pages') ?? value('barePages'),
    firstPage: value('firstPage') ?? behind?.[1],
    url: value('url'),
    volume: value('volume'),
    editor: namesIn(values('editors')),
  };
}

const FIRST_PAGE = new RegExp(` (?!${YEAR}$)(\\d{1,4})$`);

const valueOf = ({ value }: Field): string => value;
const namesIn = (lists: string[]): Name[] =>
  lists.toReversed().flatMap((names) => readLatinNames(names, true).names);

/** The free text after a field, or after the editors that follow the field. */
function runAfter(fields: readonly Field[], at: number): Field[] {
  const from = fields[at + 1]?.type === 'editors' ? at + 2 : at + 1;
  const end = fields.findIndex(({ type }, i) => i >= from && type !== 'text');
  return fields.slice(from, end === -1 ? fields.length : end);
}

/** Place and publisher in either order, or a publisher alone; undefined if neither is recognised. */
function imprintOf(texts: readonly string[]): [place: string | undefined, publisher: string] | undefined {
  const [first = '', second] = texts;
  if (second === undefined) return PUBLISHER.test(first) ? [undefined, first] : undefined;
  if (PUBLISHER.test(first) && isTown(second)) return [second, first];
  if (PUBLISHER.test(second)) return [isTown(first) ? first : undefined, second];
  return isTown(second) && /^\S+(?: \S+)?$/u.test(first) ? [second, first] : undefined;
}

const isTown = (written: string): boolean =>
  /^\p{Lu}[\p{L}.’'-]+(?: (?:and |& )?\p{Lu}[\p{L}.’'-]+){0,4}$/u.test(written);

/** Builds the work from a title, the names before it and the fields after it. */
export function workOfLatin(
  head: Head,
  { title, isQuoted, end }: Title,
  fields: readonly Field[],
  details: CitationDetails,
): ParsedCitation {
  const { value, date, values } = valuesOf(fields.toReversed());
  const type = latinTypeOf(head, title, isQuoted, details, fields);
  let { container, publisher } = details;
  if (type === 'report' && publisher === undefined) [publisher, container] = [container, undefined];
  const { pages, volume, url } = details;
  const issue = value('issue');
  // Working Paper No. 5 is not a journal.
  const isSeries = issue !== undefined && volume === undefined && SERIES.test(details.container ?? '');
  const isAuthor = head.role === 'author';
  return {
    start: head.start,
    end: fields.at(-1)?.end ?? end,
    work: makeWork(type, titleOf(isQuoted ? title : title.replace(KIND, '')), head.names.abridged, {
      author: isAuthor ? head.names.names : [],
      editor: [...(isAuthor ? [] : head.names.names), ...details.editor],
      translator: namesIn(values('translators')),
      'container-title': container === undefined || isSeries ? undefined : journalOf(container),
      publisher: publisher && tidied(publisher).replace(/(?<!\b(?:Inc|Ltd|Co))[,，.]$/u, ''),
      'publisher-place': details.place,
      genre: value('genre') ?? (isSeries ? details.container : undefined),
      number: isSeries ? issue : undefined,
      edition: value('edition'),
      volume,
      issue: isSeries ? undefined : issue,
      page:
        details.firstPage ??
        (type === 'article-newspaper' && pages !== undefined ? pageRange(pages) : extentOf(type, pages)),
      issued: head.issued ?? details.issued,
      accessed: date('accessed'),
      URL: url,
      DOI: value('doi'),
    }),
    // The pages of the whole work may precede the cited page: 3–53 (p. 7).
    locator: locatorOf(values('pages')[0] ?? value('barePages'), value('chapter')),
    isShort: [container, publisher, details.issued, url].every((one) => one === undefined),
    warnings: schemeless(fields),
  };
}

/** What a law review names a piece by a student, before its title: Ada Reed, Note, The Ferry Toll. */
const KIND =
  /^(?:(?:Student |Case )?Note|Comment|Commentary|Essay|Book Review|Recent (?:Case|Development)|Foreword), (?=\p{Lu})/u;

/** The full stop of an abbreviation is part of the name: Harv. L. Rev. */
const journalOf = (printed: string): string =>
  /\.\s.*\.$/u.test(printed.trim()) ? tidied(printed) : titleOf(printed);
