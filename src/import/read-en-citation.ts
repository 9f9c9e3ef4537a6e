import {
  enInstitution,
  enLeadIn,
  enMagazines,
  enNewspapers,
  enProceedings,
  enPublisher,
  enReportWord,
  enThesisSchool,
  enWeblog,
} from '../language/en-citations.ts';
import type { Name, Work } from '../model/work.ts';
import { cutFields, isStop, type Field } from './read-en-fields.ts';
import { isInstitution, looksLikeName, readLatinNames, type Names } from './read-names.ts';
import type { NoteText } from './note-text.ts';
import { isRange, pageLocator, pageRange, titleOf, withFields, type Draft, type Reading } from './reading.ts';
import { languageOf } from './work-language.ts';

const HAN = /\p{Script=Han}/u;
const LONGEST_AUTHORS = 600;

/** Reads “Title,” and what stands before and behind it. */
export function readEnQuoted(
  note: NoteText,
  titleStart: number,
  low: number,
  high: number,
  familyFirst = false,
): Reading | undefined {
  const { text } = note;
  const close = note.closing.get(titleStart);
  if (close === undefined || close >= high || close - titleStart < 3) return undefined;
  const inside = text.slice(titleStart + 1, close);
  if (!/^[\s\u2018']*[\p{L}\p{N}¿¡]/u.test(inside) || (HAN.test(inside) && !/[,，]$/u.test(inside))) return undefined;
  if (HAN.test(text.charAt(close + 1)) || HAN.test(inside.charAt(0))) return undefined;
  const start = authorsStart(note, titleStart, low);
  const before = text.slice(start, titleStart);
  // A stop before the title is the style of lists: Smith, John. “Title.”
  const { names, end: namesEnd } = namesIn(before, familyFirst || /\p{Ll}{2}\.\s*$/u.test(before.replace(/al\.\s*$/, '')));
  const fields = trimFields(cutFields(note, close + 1, high, true), true);
  const strong = fields.some(({ type }) => type !== 'text' && type !== 'imprint' && type !== 'within');
  const named = names.names.length > 0;
  const endsItself = /[,.?!，]$/u.test(inside.trim()) || /^\s?[,.，]/u.test(text.slice(close + 1));
  if (!endsItself && !strong) return undefined;
  if (fields.length > 0 && /^\s*\p{Ll}/u.test(text.slice(close + 1)) && fields[0]?.type === 'text') return undefined;
  if (!named && !strong) return undefined;
  if (!named && !isFree(text, low, start) && !fields.some(({ type }) => /url|volume|issue|doi/.test(type))) return undefined;
  return assemble({ start, namesEnd, names, role: roleBefore(before), title: inside, isQuoted: true }, fields, close + 1);
}

/** Whether nothing, or what ends a sentence or announces, stands before a citation. */
const isFree = (text: string, low: number, start: number): boolean =>
  /(?:^|[：:；;。.，,]|\b(?:see|also|cf\.|and|in|e\.g\.))\s*$/iu.test(text.slice(Math.max(low, start - 12), start));

/** Back from a title to where its authors begin: behind Chinese, a lead-in, or the sentence before. */
function authorsStart(note: NoteText, titleStart: number, low: number): number {
  const { text } = note;
  const bound = Math.max(low, titleStart - LONGEST_AUTHORS);
  let start = titleStart;
  while (start > bound && !HAN.test(text.charAt(start - 1)) && !/[。；：》！？\n“”]/u.test(text.charAt(start - 1))) {
    if (text.charAt(start - 1) === '.' && isStop(text, start - 1) && !/^\.\s*[“"‘]/u.test(text.slice(start - 1, titleStart + 1))) break;
    start--;
  }
  const stretch = text.slice(start, titleStart);
  let head = 0;
  for (const match of `${stretch}X`.matchAll(enLeadIn)) head = match.index + match[0].length;
  start += Math.min(head, stretch.length);
  const rest = text.slice(start, titleStart);
  start += /^(?:[\s,，、;:.)）]|(?:and|also|see|&)\s)*/iu.exec(rest)?.[0].length ?? 0;
  // Prose before the names: they begin behind the last comma that leaves only names.
  const parts = [...text.slice(start, titleStart).matchAll(/[^,，]+/gu)];
  let first = parts.length;
  while (first > 0 && (isBlank(parts[first - 1]?.[0]) || isRole(parts[first - 1]?.[0]) || looksLikeName(parts[first - 1]?.[0] ?? ''))) first--;
  const offset = parts[first]?.index;
  if (first === 0) return start;
  const from = offset === undefined ? titleStart : start + offset;
  return from + (/^\s*/u.exec(text.slice(from, titleStart))?.[0].length ?? 0);
}

const isBlank = (part = ''): boolean => part.trim() === '';
const isRole = (part = ''): boolean => /^\s*\(?(?:eds?\.|trans\.|editors?)\)?\s*$/i.test(part);
const roleBefore = (written: string): 'author' | 'editor' => (/\beds?\.\)?[\s,]*$/i.test(written) ? 'editor' : 'author');

function namesIn(written: string, familyFirst: boolean): { names: Names; end: number } {
  const list = written.replace(/[\s,，]*\(?\b(?:eds?\.|editors?)\)?[\s,，]*$/iu, '').replace(/[\s,，:：]+$/u, '');
  if (list.trim() === '') return { names: { names: [], abridged: false }, end: 0 };
  return { names: readLatinNames(list.replace(/(?<=\p{L}{2})\.$/u, (stop) => (/al\.$/.test(list) ? stop : '')), familyFirst), end: list.length };
}

/** Reads a citation whose title stands without marks: John Smith, Title of a Book, London: Press, 2010, p. 3. */
export function readEnPlain(note: NoteText, start: number, high: number, familyFirst = false): Reading | undefined {
  const { text } = note;
  if (!/[\p{Lu}\p{Ll}]/u.test(text.charAt(start)) || HAN.test(text.charAt(start))) return undefined;
  const fields = trimFields(cutFields(note, start, high), false);
  const firstKnown = fields.findIndex(({ type }) => !['text', 'editors', 'translators'].includes(type));
  if (firstKnown < 1) return undefined;
  const dated = fields.some(({ type, date }) => type === 'date' && date !== undefined);
  const head = fields.slice(0, firstKnown);
  const texts = head.filter(({ type }) => type === 'text');
  if (texts.length === 0 || texts.some(({ value }) => HAN.test(value))) return undefined;
  const isArticle = fields.some(({ type }) => type === 'volume' || type === 'issue');
  const imprinted = fields.some(({ type, value }) => type === 'imprint' || (type === 'text' && (isPlace(value) || enPublisher.test(value))));
  if (!dated && !isArticle && !fields.some(({ type }) => type === 'pages')) return undefined;
  if (!isArticle && !imprinted && texts.length < 2) return undefined;

  // The last of these can be no author: it is the title, or what stands between it and the year.
  let most = texts.length - 1;
  const ending = texts[most]?.value ?? '';
  const behindParenthesis = fields[firstKnown]?.type === 'imprint' || text.charAt(fields[firstKnown]?.start ?? 0) === '(';
  const hasImprint = !behindParenthesis && texts.length > 1 && (isPlace(ending) || (texts.length > 2 && enPublisher.test(ending)));
  if (hasImprint) most--;
  if (isArticle && texts.length > 2) most--;
  const roleAt = head.findIndex(({ type }) => type === 'editors' || type === 'translators');
  let authors = 0;
  if (roleAt > 0) authors = head.slice(0, roleAt).filter(({ type }) => type === 'text').length;
  else
    while (authors < most && looksLikeName(texts[authors]?.value ?? '')) {
      const written = texts[authors]?.value ?? '';
      authors++;
      if (/\bet al\.?$/i.test(written) || /^and /.test(written) || / and \p{Lu}/u.test(written)) break;
      if (isInstitution(written)) break;
      if (texts[authors]?.isAfterStop) break;
    }
  if (familyFirst && authors === 0 && looksLikeName(texts[0]?.value ?? '') && texts.length > 1) authors = 1;
  if (authors === 0 || authors > most) return undefined;
  const first = texts[0];
  const last = texts[authors - 1];
  if (!first || !last || !texts.slice(0, authors).every(({ value }) => looksLikeName(value))) return undefined;
  const names = readLatinNames(text.slice(first.start, last.end), familyFirst);
  const titleParts = texts.slice(authors, most + 1);
  const [titleFirst, titleLast] = [titleParts[0], titleParts.at(-1)];
  if (!titleFirst || !titleLast) return undefined;
  const title = text.slice(titleFirst.start, titleLast.end);
  if (title.length > 250 || !/^[\p{Lu}\p{N}¿'‘“]/u.test(title)) return undefined;
  const rest = fields.filter(({ start: at }) => at >= titleLast.end);
  const role = roleAt > 0 && head[roleAt]?.type === 'editors' ? 'editor' : 'author';
  return assemble({ start, namesEnd: last.end - start, names, role, title, isQuoted: false }, rest, titleLast.end);
}

const isPlace = (value: string): boolean => /^\p{Lu}[\p{L}.,'’ &/-]{1,50}:\s?\p{Lu}/u.test(value) && value.split(':').length === 2;

const STRONG = new Set<Field['type']>(['volume', 'issue', 'pages', 'barePages', 'chapter', 'date', 'accessed', 'url', 'doi', 'genre', 'edition']);

/** Free text behind a citation's last certain field is no part of it. */
function trimFields(fields: Field[], isTitled: boolean): Field[] {
  let [last, ended] = [-1, false];
  let closed = false;
  for (const [i, { type, isAfterStop, value }] of fields.entries()) {
    if (ended) break;
    if (STRONG.has(type)) last = i;
    else if (type === 'text' && closed && (isAfterStop || /\b(?:is|are|was|were|has|have|that|which|who)\b/.test(value))) ended = true;
    if (type === 'url' || type === 'pages' || type === 'barePages') {
      const next = fields[i + 1];
      if (next && !STRONG.has(next.type) && next.type !== 'nothing') ended = true;
    }
    closed ||= type === 'date' || type === 'pages' || type === 'url';
  }
  if (last === -1 && isTitled && fields.length > 0 && fields.length < 4 && fields.every(({ type, value }) => type === 'within' || (type === 'text' && /^\p{Lu}/u.test(value) && looksLikeName(value)))) return fields;
  return fields.slice(0, last + 1);
}

interface Head {
  start: number;
  namesEnd: number;
  names: Names;
  role: 'author' | 'editor';
  title: string;
  isQuoted: boolean;
}

function assemble(head: Head, fields: Field[], titleEnd: number): Reading {
  const value = (type: Field['type']): string | undefined => fields.find((field) => field.type === type)?.value;
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
      } else if ((mode === 'editor' || mode === 'translator') && looksLikeName(written) && !enPublisher.test(written) && !isPlace(written)) add(mode, written);
      else {
        mode = undefined;
        texts.push(written);
      }
    } else if (type !== 'imprint') mode = mode === 'within' ? mode : undefined;
  }

  const imprint = fields.filter(({ type }) => type === 'imprint').map((field) => field.value);
    const isJournal = value('volume') !== undefined || value('issue') !== undefined;
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
  if (withinBook !== undefined) container = withinBook;
  else if (genre !== undefined) body ??= free.find((one) => enThesisSchool.test(one));
  else if (event !== undefined) container = free.join(', ');
  else if (head.isQuoted || isJournal) {
    // A body that publishes the journal stands behind its name.
    const last = free.at(-1) ?? '';
    if (isJournal && free.length > 1 && enInstitution.test(last) && !/^(?:and|of) /.test(last)) body ??= free.pop();
    container = free.length > 0 ? free.join(', ') : undefined;
    if (container === undefined && body !== undefined && place === undefined) [container, body] = [body, undefined];
    // Journal 37, no. 2; Journal 37 (2018).
    const numbered = /^(.*\p{L}\.?) (\d{1,4})$/u.exec(container ?? '');
    if (numbered && volume === undefined && (isJournal || pages !== undefined)) {
      container = numbered[1];
      volume = numbered[2];
    }
  } else if (free.length > 0) body ??= free.join(', ');

  const url = value('url');
  const hasDay = (dated?.date?.['date-parts'][0]?.length ?? 0) > 2;
  // Working Paper No. 5 is no journal.
  const isSeries = isJournal && volume === undefined && container !== undefined && enReportWord.test(container);
  const type = typeOf({ head, container, body, place, genre, event, volume, issue: value('issue'), pages, url, hasDay, hasYear: dated !== undefined, withinBook });
  if (type === 'report' && body === undefined) [body, container] = [container, undefined];
  const isPart = type === 'article-journal' || type === 'chapter' || type === 'article-magazine' || type === 'paper-conference';
  const title = titleOf(head.title);
  const author = head.role === 'author' ? head.names.names : [];
  const editor = [...(head.role === 'editor' ? head.names.names : []), ...(people.get('editor') ?? [])];
  const translator = people.get('translator');
  const draft: Draft = withFields({ type, language: languageOf(title), title }, {
    author: author.length > 0 ? author : undefined,
    editor: editor.length > 0 ? editor : undefined,
    translator,
    'container-title': container === undefined || isSeries ? undefined : titleOf(container),
    publisher: body === undefined ? undefined : titleOf(body),
    'publisher-place': place,
    genre: genre ?? (isSeries ? container : undefined),
    number: isSeries ? value('issue') : undefined,
    edition: value('edition'),
    volume: volume?.replace(/[–—]/g, '-'),
    issue: isSeries ? undefined : value('issue')?.replace(/[–—]/g, '-'),
    page: isPart && pages !== undefined && isRange(pages) ? pageRange(pages) : undefined,
    issued: dated?.date,
    accessed: fields.find(({ type: one }) => one === 'accessed')?.date,
    URL: url,
    DOI: value('doi'),
    custom: head.names.abridged ? { authorsAbridged: true } : undefined,
  });
  const chapter = value('chapter');
  const locator = pages !== undefined ? pageLocator(pages) : chapter === undefined ? undefined : ({ label: 'chapter', value: chapter } as const);
  return {
    start: head.start,
    end: fields.at(-1)?.end ?? titleEnd,
    work: draft,
    ...(locator ? { locator } : {}),
    isShort: container === undefined && body === undefined && dated === undefined && url === undefined,
    doubts: [],
  };
}

/** Place: Publisher, or a publisher that its name tells. */
function imprintOf(fields: string[], isParenthesis: boolean): { place?: string; publisher?: string; rest: string[] } {
  const at = fields.findIndex(isPlace);
  if (at !== -1) {
    const [place = '', ...publisher] = (fields[at] ?? '').split(':');
    return { place: place.trim(), publisher: publisher.join(':').trim(), rest: fields.toSpliced(at, 1) };
  }
  if (isParenthesis && fields.length > 0) return { publisher: fields.join(', '), rest: [] };
  const known = fields.findLastIndex((one) => /\b(?:press|publish(?:ers|ing)|books|verlag|routledge|springer|palgrave|macmillan|penguin|wiley|brill|elgar)\b/i.test(one));
  return known === -1 ? { rest: [...fields] } : { publisher: fields[known] ?? '', rest: fields.toSpliced(known, 1) };
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
  if (told.withinBook !== undefined) return enProceedings.test(container) ? 'paper-conference' : 'chapter';
  if (!head.isQuoted) {
    if (told.volume !== undefined && container !== '') return 'article-journal';
    if (head.names.names.some((name) => 'literal' in name) && isReport(head, '', undefined)) return 'report';
    if (body !== undefined || told.place !== undefined) return isReport(head, '', url) && told.place === undefined ? 'report' : 'book';
    if (url !== undefined) return isReport(head, '', url) || told.pages !== undefined ? 'report' : 'webpage';
    return told.hasYear ? 'book' : 'document';
  }
  if (told.place !== undefined) return 'chapter';
  if (enNewspapers.test(container)) return 'article-newspaper';
  if (enMagazines.test(container)) return 'article-magazine';
  if (container !== '' && (told.volume !== undefined || told.issue !== undefined)) {
    return enReportWord.test(container) && told.volume === undefined ? 'report' : 'article-journal';
  }
  if (enWeblog.test(container) || (url !== undefined && /\/\/blogs?\.|\/blogs?\//i.test(url))) return 'post-weblog';
  if (isReport(head, container, url)) return 'report';
  // Who cites a page of what stands on the web cites a paged document.
  if (url !== undefined) return told.pages !== undefined ? (container === '' ? 'report' : 'article-journal') : 'webpage';
  if (container === '') return told.hasYear && (body !== undefined || head.names.names.some((name) => 'literal' in name)) ? 'report' : 'document';
  if (told.hasDay) return 'article-newspaper';
  if (enInstitution.test(container)) return 'report';
  return told.pages !== undefined ? 'article-journal' : 'document';
}

const isReport = (head: Head, container: string, url: string | undefined): boolean =>
  (url !== undefined && (/\.pdf$/i.test(url) || /\/reports?\/|[/-]reports[/-]/i.test(new URL(url).pathname))) ||
  /\b(?:policy|working|discussion|research|occasional|white|issue) (?:papers?|briefs?)\b|\breports?\b/i.test(container) ||
  (/\b(?:report|outlook|white paper|working paper)\b/i.test(head.title) && url === undefined);

