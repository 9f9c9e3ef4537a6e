import type { Words } from './words.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const en: Words = {
  lang: 'en',
  nav: {
    front: 'Front page',
    chapters: 'Chapters',
    search: 'Search',
    skip: 'Skip to the text',
    main: 'Dossier',
    languages: 'Language',
    previous: 'Previous',
    next: 'Next',
    contents: 'Contents',
    lastChosen: 'You read this edition last.',
    parallel: 'Both',
    trail: 'Where you are',
  },
  reading: {
    passage: 'In this passage',
    everything: 'Everything about it',
    keys: {
      close: 'Close',
      heading: 'Keys',
      search: 'search',
      next: 'next passage',
      previous: 'previous passage',
      parallel: 'editions side by side, and back',
      hits: 'next place that was searched for, with Shift the one before',
      list: 'this list',
      off: 'Turn single keys off',
    },
  },
  collections: { case: 'Cases', term: 'Terms', actor: 'Actors', work: 'Works' },
  kinds: { case: 'Case', term: 'Term', actor: 'Actor', work: 'Work' },
  none: 'Nothing here yet.',
  abstract: 'Abstract',
  keywords: 'Keywords',
  untranslated: 'Not yet in this edition.',
  chapterAbsent: 'This chapter is not yet written in this edition.',
  paper: {
    heading: 'The paper',
    titleTranslatedBy: (who) => `Title translated by ${who}.`,
  },
  dossier: {
    by: (editors) => `Edited by ${editors.replace(/^The /, 'the ')}`,
    heading: 'This dossier',
    editors: 'Editors',
    version: 'Version',
    issued: 'Issued',
    licence: 'Licence',
    noSite: 'This copy has no public address set, so it prints no reference to itself.',
  },
  label: {
    full: {
      original: ({ reference }) => `The authors’ own text: ${reference}.`,
      paraphrase: ({ reference, language }) =>
        `Paraphrase edition: rewritten paragraph by paragraph by this dossier’s editors. Not the authors’ words; not reviewed by the authors or the journal. Do not quote it as the paper. The paper is in ${language}: ${reference}.`,
      translation: ({ reference, language, translator }) =>
        `Translation by ${translator} of the authors’ text; not the authors’ own words. The paper is in ${language}: ${reference}.`,
      account: ({ reference, language }) =>
        `Written by this dossier’s editors about the paper. Not the authors’ words; not reviewed by the authors or the journal. The paper is in ${language}: ${reference}.`,
    },
    copied: {
      original: ({ reference }) => `The authors’ own text: ${reference}.`,
      paraphrase: () => 'Paraphrase by the dossier’s editors, not the authors’ words.',
      translation: ({ reference, translator }) =>
        `Translation by ${translator} of the authors’ text, not the authors’ own words: ${reference}.`,
      account: () => 'By the dossier’s editors, not the authors’ words.',
    },
    short: {
      original: 'the authors’ own text',
      paraphrase: 'paraphrase',
      translation: 'translation',
      account: 'by the editors',
    },
  },
  note: {
    heading: 'Notes',
    name: (number) => `Note ${number}`,
    back: 'Back to the text',
    markedIn: 'Marked in',
    absent: 'This edition does not have the note yet.',
  },
  page: {
    name: (number) => (/\D/.test(String(number)) ? `pp. ${number}` : `p. ${number}`),
    range: (first, last) => (first === last ? `p. ${first}` : `pp. ${first}–${last}`),
  },
  segment: {
    name: (id) => `Paragraph ${id}`,
    inChapter: 'Read it in its chapter',
    seeAlso: 'See also',
    editorNote: 'Editors’ note',
    printed: (text) => `The paper prints “${nested(text)}”.`,
  },
  terms: {
    definedBy: {
      authors: 'the authors’ definition',
      source: 'after a source the paper cites',
      editors: 'editors’ addition',
    },
    definedIn: 'Defined in',
    aliases: 'Related wording',
    seeAlso: 'See also',
    namedInPaper: 'the paper’s own wording',
    addition: 'Editors’ addition',
  },
  cases: {
    kind: 'Kind',
    dates: 'When',
    places: 'Where',
    actors: 'Who',
    related: 'Related cases',
    passages: 'The passages',
    account: 'The editors’ account',
    notes: 'Notes',
    period: (from, to) => `${from} to ${to}`,
    all: 'All',
    shown: (count) => (count === 1 ? '1 case' : `${count} cases`),
    asOf: (year) => `Only what the paper says, as it stood ${year ? `in ${year}` : 'when it appeared'}.`,
  },
  actors: {
    kind: {
      state: 'state',
      organisation: 'organisation',
      person: 'person',
      company: 'company',
      group: 'group',
    },
    cases: 'Cases',
    matrix: {
      heading: 'Who acts how',
      explanation:
        'How many cases of each kind name the actor. Each number leads to them; the counting is the editors’.',
      others: 'Actors of a single case',
      total: 'All',
    },
  },
  quantities: {
    heading: 'Amounts and dates',
    explanation:
      'Every amount, share and date that the paper names in its text and notes, each with its place.',
    compactFrom: 1e6,
    types: { amount: 'Amounts', date: 'Dates' },
    columns: { value: 'Value', what: 'What', when: 'When', place: 'Place', case: 'Case' },
    amount: (number, measure, bound) => {
      const before = {
        about: 'about',
        over: 'more than',
        under: 'less than',
        'at least': 'at least',
        'at most': 'at most',
        nearly: 'nearly',
      };
      const counted = /^[€$£¥]/.test(measure)
        ? `${measure.slice(0, 1)}${number}${measure.slice(1)}`
        : `${number}${/^[%°]/.test(measure) ? '' : ' '}${measure}`;
      return bound === undefined ? counted : `${before[bound]} ${counted}`;
    },
    date: (date, part) =>
      (part === undefined ? '' : `${{ early: 'beginning', middle: 'middle', late: 'end' }[part]} of the `) +
      date
        .split('/')
        .map((one) => {
          const [year = '', month, day] = one.split('-');
          const name = year.endsWith('XX')
            ? `${ordinal(Number(year.slice(0, 2)) + 1)} century`
            : String(Number(year));
          return [day ? Number(day) : '', month ? months[Number(month) - 1] : '', name]
            .filter(Boolean)
            .join(' ');
        })
        .join(' to '),
    filter: 'Filter',
    all: 'All',
    sortBy: (column) => `Sort by ${column.toLowerCase()}`,
    shown: (count) => (count === 1 ? '1 record' : `${count} records`),
    downloads: 'Downloads',
  },
  timeline: {
    heading: 'Timeline',
    explanation:
      'The dates that the paper names. Every point and bar leads to its record; all of them are listed beneath.',
    shortened: 'Where the axis is dashed, years without a date are left out.',
    list: 'All dates',
    scale: (from, to) => `${from} to ${to}`,
  },
  argument: {
    heading: 'The argument',
    explanation:
      'What each section argues, in a sentence of the editors’, with the cases that the authors give under it.',
    noThesis: 'The sentence for this section is not written yet.',
  },
  works: {
    citedIn: 'Cited in',
    remarkOn: (field, remark) => `Editors’ note on the ${field}: ${remark}`,
    printedAs: (field, printed) => `The paper prints, for the ${field}: ${printed}`,
    fields: {
      author: 'author',
      title: 'title',
      issued: 'date',
      'container-title': 'journal',
      volume: 'volume',
      issue: 'issue',
      page: 'pages',
      publisher: 'publisher',
      URL: 'address',
    },
  },
  usedIn: 'In the text',
  exhibitSource: (source) => `Source: ${source}`,
  inDrawing: 'Words in the figure',
  search: {
    heading: 'Search',
    placeholder: 'Words in the text',
    submit: 'Search',
    close: 'Close',
    needsScript: 'Searching needs JavaScript. Without it, these lists lead to every passage:',
    description: (dossier) => `Searches ${dossier}`,
    box: {
      waiting: 'Searching …',
      notIndexed: 'The search index is made by a build; there is none here yet.',
      none: 'This site searches a paraphrase, in which “{}” does not occur; the paper itself may have it',
      noneOriginal: '“{}” does not occur in this text.',
      noneTranslation:
        'This site searches a translation, in which “{}” does not occur; the paper itself may have it',
      seePaper: 'see',
      inOriginal: 'Search the authors’ own text',
      one: '1 place',
      many: '{} places',
      atLeast: 'at least {} places',
      occurrences: '{} occurrences',
      filtered: 'shown: {}',
      kinds: {
        segment: 'paragraphs',
        heading: 'headings',
        exhibit: 'exhibits',
        term: 'terms',
        case: 'cases',
        note: 'notes',
        work: 'works',
        actor: 'actors',
      },
      filters: { kind: 'Kind', chapter: 'Chapter', caseKind: 'Kind of case', actor: 'Actor', all: 'all' },
      lines: 'Hits beneath one another',
      across: 'Other languages too',
      acrossHeading: 'In the other language: {}',
      near: 'Not the whole string, but most of its words',
      also: 'also:',
      readAs: 'read as',
      orAs: 'or as',
      more: 'More',
      cite: 'lasting address',
      abstract: 'Abstract',
      note: 'Note {}',
      page: 'p. {}',
      pages: 'pp. {}',
    },
    marked: {
      region: 'What was searched for',
      of: '{} of {}',
      previous: 'Previous',
      next: 'Next',
      clear: 'Clear',
    },
  },
  status: {
    heading: 'State of the text',
    explanation: 'How far the editors have compared the editions with one another, passage by passage.',
    states: {
      confirmed: 'compared',
      stale: 'changed since',
      unconfirmed: 'not yet compared',
      untranslated: 'not yet in every edition',
    },
    stale: 'The editions have changed since they were last compared here.',
  },
  lasting: {
    name: (kind, id) => {
      const names = {
        segment: 'Paragraph',
        note: 'Note',
        work: 'Work',
        case: 'Case',
        term: 'Term',
        actor: 'Actor',
        exhibit: 'Exhibit',
        chapter: 'Chapter',
        page: 'Page',
      };
      return `${names[kind]} ${id}`;
    },
    movedHeading: 'This page has moved',
    movedTo: 'It is now at',
    goneHeading: 'What was here has been withdrawn',
    gone: 'has been withdrawn:',
    places: 'No longer on this page',
  },
  releases: {
    heading: 'Releases',
    explanation: 'The text as it was issued. It does not change; cite the release that you read.',
    name: (version) => `Release ${version}`,
    frozen: (version, issued) =>
      `This is release ${version} of ${issued}. Its text stays as it is; the dossier may have gone on since.`,
    latest: 'The latest text',
    contents: 'Contents',
    first: 'first release of this text',
    same: 'unchanged',
    changedIn: (editions) => `changed (${editions.join(', ')})`,
    since: 'The text above has changed since the latest release.',
  },
  cite: {
    heading: 'Cite',
    paper: 'The paper',
    own: {
      paraphrase: 'This dossier’s paraphrase',
      translation: 'The translation',
      account: 'This dossier’s account',
    },
    paperExplanation: 'For whoever has the paper in hand, at its printed pages.',
    paperUnpaged: 'For whoever has the paper in hand.',
    ownExplanation: {
      paraphrase: 'For the wording on this page, which is the editors’ and not the authors’.',
      translation: 'For the wording on this page, which is the translator’s.',
      account: 'For the wording on this page, which is the editors’ and not the authors’.',
    },
    forms: { journal: 'Chinese journals’ footnotes', gbt: 'GB/T 7714—2015', chicago: 'Chicago, note' },
    entry: () => 'Chicago, bibliography',
    title: (name, whose, translator) =>
      ({
        original: name,
        paraphrase: `${name} (paraphrase)`,
        translation: `${name} (translation${translator === undefined ? '' : ` by ${translator}`})`,
        account: `${name} (editors’ account)`,
      })[whose],
    inRelease: (title, release) => `${title} (${release.toLowerCase()})`,
    copy: 'Copy',
    copied: 'Copied',
    copyPassage: 'Copy passage',
    downloads: 'Downloads',
    form: 'Style',
    types: {
      'article-journal': 'journal article',
      'article-magazine': 'magazine article',
      'article-newspaper': 'newspaper article',
      book: 'book',
      chapter: 'chapter',
      document: 'document',
      'entry-dictionary': 'dictionary entry',
      'entry-encyclopedia': 'encyclopedia entry',
      interview: 'interview',
      legal_case: 'court case',
      legislation: 'legislation',
      manuscript: 'manuscript',
      map: 'map',
      pamphlet: 'pamphlet',
      'paper-conference': 'conference paper',
      personal_communication: 'letter',
      'post-weblog': 'blog post',
      report: 'report',
      speech: 'speech',
      thesis: 'thesis',
      treaty: 'treaty',
      webpage: 'web page',
    },
    allTypes: 'All types',
    allLanguages: 'All languages',
    type: 'Type',
    language: 'Language',
    shown: (count) => (count === 1 ? '1 work' : `${count} works`),
  },
  notFound: { heading: 'There is no such page', text: 'The address may be mistyped. These pages lead on:' },
  measure: /\d[\d.,]* (?:per cent|(?:m|b|tr)illion|tonnes|km|[GM]W)\b/gu,
  comma: ', ',
  paragraphAt: (number, address) => `Paragraph ${number} is at ${address}`,
  citationSeparator: '; ',
  form: 'chicago',
  locators: {
    page: '{}',
    chapter: 'chap. {}',
    section: 'sec. {}',
    volume: 'vol. {}',
    paragraph: 'para. {}',
  },
};

/** Quotation marks within quotation marks are single. */
const nested = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

const ordinal = (number: number): string => {
  const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`;
};
