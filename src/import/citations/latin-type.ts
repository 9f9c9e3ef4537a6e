import type { Work } from '../../model/work.ts';
import type { Field } from './fields.ts';
import type { Head } from './latin-head.ts';
import type { CitationDetails } from './latin-work.ts';
import { valuesOf } from './make-work.ts';
import { INSTITUTION } from '../words/read-latin-names.ts';

type TypeRule = { type: Work['type']; is: (facts: Facts) => boolean };

/** The rules for all works, in the order in which they are tried. */
const anyWork: TypeRule[] = [
  { type: 'thesis', is: ({ isThesis }) => isThesis },
  { type: 'speech', is: ({ event }) => /speech|remarks/i.test(event) },
  { type: 'paper-conference', is: ({ event }) => event !== '' },
  { type: 'paper-conference', is: (facts) => isInBook(facts) && PROCEEDINGS.test(facts.container) },
  { type: 'chapter', is: (facts) => isInBook(facts) },
];

/** The rules for works whose titles are in quotation marks. */
const quotedWork: TypeRule[] = [
  {
    type: 'chapter',
    is: ({ container, hasEditor, isJournal }) => container !== '' && hasEditor && !isJournal,
  },
  {
    type: 'report',
    is: (facts) => isInPeriodical(facts) && SERIES.test(facts.container) && !facts.hasVolume,
  },
  { type: 'article-magazine', is: (facts) => isInPeriodical(facts) && MAGAZINE.test(facts.container) },
  { type: 'article-journal', is: (facts) => isInPeriodical(facts) },
  { type: 'article-newspaper', is: ({ container }) => NEWSPAPER.test(container) },
  { type: 'article-magazine', is: ({ container }) => MAGAZINE.test(container) },
  { type: 'chapter', is: ({ container, hasPlace }) => container !== '' && hasPlace },
  {
    type: 'post-weblog',
    is: ({ container, url = '' }) => WEBLOG.test(container) || /\/\/blogs?\.|\/blogs?\//i.test(url),
  },
  { type: 'report', is: ({ title, container, url }) => isReport(title, container, url) },
  // If a page of an online work is cited, it is a paged document.
  { type: 'webpage', is: ({ url, hasPages }) => url !== undefined && !hasPages },
  { type: 'report', is: ({ url, container }) => url !== undefined && container === '' },
  { type: 'article-journal', is: ({ url }) => url !== undefined },
  {
    type: 'report',
    is: ({ container, isDated, publisher, isByBody }) =>
      container === '' && isDated && (publisher !== '' || isByBody),
  },
  { type: 'document', is: ({ container }) => container === '' },
  { type: 'article-newspaper', is: ({ hasDay }) => hasDay },
  { type: 'report', is: ({ container }) => INSTITUTION.test(container) },
  { type: 'article-journal', is: ({ hasPages, hasNames }) => hasPages || hasNames },
];

/** The rules for works whose titles stand alone. */
const plainWork: TypeRule[] = [
  { type: 'article-magazine', is: (facts) => isInPeriodical(facts) && MAGAZINE.test(facts.container) },
  { type: 'article-journal', is: (facts) => isInPeriodical(facts) },
  { type: 'article-newspaper', is: ({ container }) => NEWSPAPER.test(container) },
  { type: 'report', is: ({ isByBody, title }) => isByBody && isReport(title, '', undefined) },
  {
    type: 'report',
    is: ({ title, publisher, url, hasPlace }) =>
      publisher !== '' && !hasPlace && isReport(title, publisher, url),
  },
  { type: 'book', is: ({ publisher, hasPlace }) => publisher !== '' || hasPlace },
  {
    type: 'report',
    is: ({ title, url, hasPages }) => url !== undefined && (hasPages || isReport(title, '', url)),
  },
  { type: 'webpage', is: ({ url }) => url !== undefined },
  // Without a publisher, an exact date suggests an unpublished document.
  { type: 'book', is: ({ isDated, hasDay }) => isDated && !hasDay },
];

/** The type of a work: that of the first rule that applies. */
export function latinTypeOf(
  head: Head,
  title: string,
  isQuoted: boolean,
  details: CitationDetails,
  fields: readonly Field[],
): Work['type'] {
  const facts = factsOf(head, title, details, fields);
  const rules = [...anyWork, ...(isQuoted ? quotedWork : plainWork)];
  return rules.find(({ is }) => is(facts))?.type ?? 'document';
}

type Facts = ReturnType<typeof factsOf>;

/** What tells the type of a cited work. Texts that are not printed are empty. */
function factsOf({ names, issued }: Head, title: string, details: CitationDetails, fields: readonly Field[]) {
  const { value } = valuesOf(fields);
  const { container = '', publisher = '', place, url, pages, volume, editor, isJournal, isWithin } = details;
  const date = details.issued ?? issued;
  return {
    ...{ title, container, publisher, url, isJournal, isWithin },
    event: value('event') ?? '',
    isThesis: value('genre') !== undefined,
    hasPlace: place !== undefined,
    hasPages: pages !== undefined,
    hasFirstPage: value('firstPage') !== undefined,
    hasVolume: volume !== undefined,
    hasEditor: editor.length > 0,
    hasNames: names.names.length > 0,
    // An institution is the author.
    isByBody: names.names.some((name) => 'literal' in name),
    isDated: date !== undefined,
    hasDay: (date?.['date-parts'][0]?.length ?? 0) > 2,
  };
}

/** True if a work is announced as part of another that is no volume of a journal. */
const isInBook = ({ isWithin, isJournal, hasVolume, hasEditor }: Facts): boolean =>
  isWithin && !(isJournal && hasVolume && !hasEditor);

const isInPeriodical = ({ container, isJournal, hasFirstPage }: Facts): boolean =>
  container !== '' && (isJournal || hasFirstPage);

const isReport = (title: string, container: string, url: string | undefined): boolean =>
  (url !== undefined &&
    (/\.pdf$/i.test(url) || /\/reports?\/|[/-]reports[/-]/i.test(new URL(url).pathname))) ||
  /\b(?:policy|working|discussion|research|occasional|white|issue) (?:papers?|briefs?)\b|\breports?\b/i.test(
    container,
  ) ||
  (/\b(?:report|outlook|white paper|working paper)\b/i.test(title) && url === undefined);

/** Kinds of series: Working Paper No. 5. */
export const SERIES =
  /\b(?:reports?|papers?|brief(?:ing)?s?|outlook|white paper|assessment|factsheet|memorandum|survey)\b/i;

/** Newspapers, agencies and magazines that are recognised by name. */
export const NEWSPAPER =
  /^(?:the )?(?:(?:[\p{L}.’'-]+ ){0,4}(?:times|post|daily|herald|tribune|gazette|telegraph|chronicle|courier|globe|guardian|independent|mirror|inquirer|examiner|sun|sun-times)|reuters|associated press|ap|afp|agence france-presse|xinhua|bloomberg|le monde|die zeit|el país|wall street journal|asahi shimbun|kyodo news|tass)(?: \(.{1,30}\)|\.com)?$/iu;

const MAGAZINE =
  /^(?:the )?(?:economist|time|newsweek|foreign policy|new yorker|atlantic|spiegel|der spiegel|new republic|nation|diplomat|national interest|forbes|fortune|spectator|new statesman|wired|(?:[\p{L}’'-]+ ){1,3}magazine)$/iu;

const WEBLOG = /\bblog\b/i;

const PROCEEDINGS = /\bproceedings\b|\bconference\b|\bsymposium\b/i;
