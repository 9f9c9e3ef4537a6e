import type { Form } from '../cite/form.ts';
import type { LocatorLabel } from '../model/locator.ts';
import type { Confirmation } from '../review/confirmation.ts';
import type { Permalink } from '../model/permalink.ts';
import type { Amount, DateRecord, Quantity } from '../model/entries.ts';
import type { EntryKind } from '../model/urls.ts';
import type { BoxWords, MarkedWords } from '../search/words.ts';
import type { Work } from '../model/work.ts';
import type { Whose } from '../model/wording.ts';

/** What a label names. */
export interface LabelParts {
  reference: string;
  /** The language that the paper is in, by its name. */
  language: string;
  /** Empty where nobody translated. */
  translator: string;
}

/** Every word that a page says in its own voice. One file per language gives them. */
export interface Words {
  /** BCP 47 tag of these words. */
  lang: string;
  nav: {
    front: string;
    chapters: string;
    search: string;
    skip: string;
    main: string;
    languages: string;
    previous: string;
    next: string;
    contents: string;
    lastChosen: string;
    /** Of the page with all editions, beside their names. */
    parallel: string;
    trail: string;
  };
  /** Said round a text while it is read. */
  reading: {
    /** Before what the passage in view has to do with. */
    passage: string;
    everything: string;
    keys: {
      close: string;
      heading: string;
      search: string;
      next: string;
      previous: string;
      parallel: string;
      hits: string;
      list: string;
      /** Of the box that turns them off. */
      off: string;
    };
  };
  /** Names of the collections, and of one thing in each. */
  collections: Record<EntryKind, string>;
  kinds: Record<EntryKind, string>;
  /** Said of a collection that has nothing in it. */
  none: string;
  abstract: string;
  keywords: string;
  untranslated: string;
  chapterAbsent: string;
  paper: {
    heading: string;
    titleTranslatedBy: (who: string) => string;
  };
  dossier: {
    /** Who made it, in a line. */
    by: (editors: string) => string;
    heading: string;
    editors: string;
    version: string;
    issued: string;
    licence: string;
    noSite: string;
  };
  /** Whose words a text is, for each of the kinds that there are. */
  label: {
    full: Record<Whose, (paper: LabelParts) => string>;
    /** The line that is added to what is copied or printed. */
    copied: Record<Whose, (paper: LabelParts) => string>;
    short: Record<Whose, string>;
  };
  note: { heading: string; name: (number: number) => string; back: string; markedIn: string; absent: string };
  page: { name: (number: number | string) => string; range: (first: number, last: number) => string };
  segment: {
    name: (id: string) => string;
    inChapter: string;
    seeAlso: string;
    editorNote: string;
    /** Before what the editors say of it. */
    printed: (text: string) => string;
  };
  terms: {
    definedBy: Record<'authors' | 'source' | 'editors', string>;
    definedIn: string;
    aliases: string;
    seeAlso: string;
    namedInPaper: string;
    /** Before what the paper does not say. */
    addition: string;
  };
  cases: {
    kind: string;
    dates: string;
    places: string;
    actors: string;
    related: string;
    passages: string;
    account: string;
    notes: string;
    asOf: (year: number | undefined) => string;
    /** Between the ends of a period. */
    period: (from: string, to: string) => string;
    /** In the filters: no restriction. */
    all: string;
    shown: (count: number) => string;
  };
  actors: {
    kind: Record<'state' | 'organisation' | 'person' | 'company' | 'group', string>;
    cases: string;
    /** Of the table of actors by kind of case. */
    matrix: {
      heading: string;
      explanation: string;
      others: string;
      total: string;
    };
  };
  quantities: {
    /** Of the page of all amounts and dates. */
    heading: string;
    explanation: string;
    types: Record<Quantity['type'], string>;
    columns: { value: string; what: string; when: string; place: string; case: string };
    /** The number from which the language says it in thousands or the like: 5 billion. */
    compactFrom: number;
    /** An amount as the language says it; the number is already in its digits. */
    amount: (number: string, measure: string, bound: Amount['bound']) => string;
    /** A date such as 2020-09-22, 2020-09, 2020, 19XX, or an interval of two; of a century, perhaps which part. */
    date: (date: string, part?: DateRecord['part']) => string;
    filter: string;
    all: string;
    sortBy: (column: string) => string;
    shown: (count: number) => string;
    downloads: string;
  };
  timeline: {
    heading: string;
    explanation: string;
    /** Where years without a date are left out of the drawing. */
    shortened: string;
    list: string;
    scale: (from: number, to: number) => string;
  };
  argument: { heading: string; explanation: string; noThesis: string };
  works: {
    citedIn: string;
    printedAs: (field: string, printed: string) => string;
    /** What the editors say of how a field is printed. */
    remarkOn: (field: string, remark: string) => string;
    fields: Record<string, string>;
  };
  usedIn: string;
  exhibitSource: (source: string) => string;
  /** Above what a drawing says, written out. */
  inDrawing: string;
  search: {
    heading: string;
    placeholder: string;
    submit: string;
    close: string;
    needsScript: string;
    /** Name of the search for a browser that keeps it. */
    description: (dossier: string) => string;
    box: BoxWords;
    /** On a page that has what was searched for. */
    marked: MarkedWords;
  };
  status: {
    heading: string;
    explanation: string;
    states: Record<Confirmation['state'], string>;
    /** Said to readers of a translation whose partner has changed since the two were compared. */
    stale: string;
  };
  /** Said of addresses that were published and are no longer where they were. */
  lasting: {
    name: (kind: Permalink['kind'], id: string) => string;
    movedHeading: string;
    /** Before the address. */
    movedTo: string;
    goneHeading: string;
    /** Before the reason. */
    gone: string;
    places: string;
  };
  releases: {
    heading: string;
    explanation: string;
    name: (version: string) => string;
    /** On a page of a release: what it is. */
    frozen: (version: string, issued: string) => string;
    latest: string;
    contents: string;
    first: string;
    same: string;
    changedIn: (editions: string[]) => string;
    /** Of a text that is not as the latest release has it. */
    since: string;
  };
  /** How pages, works and the paper are cited. */
  cite: {
    heading: string;
    /** Over references to the paper, and to what stands on the page. */
    paper: string;
    own: Record<Exclude<Whose, 'original'>, string>;
    /** What each of the two is for. */
    paperExplanation: string;
    paperUnpaged: string;
    ownExplanation: Record<Exclude<Whose, 'original'>, string>;
    forms: Record<Form, string>;
    /** A form as an entry in a list of works. */
    entry: (form: string) => string;
    /** A page of the dossier as a title, which says whose words it is; the translator where nothing else can. */
    title: (name: string, whose: Whose, translator?: string) => string;
    /** The dossier's title with the release that is cited. */
    inRelease: (title: string, release: string) => string;
    copy: string;
    copied: string;
    copyPassage: string;
    downloads: string;
    /** A choice of forms, and of works. */
    form: string;
    /** Types of work. */
    types: Record<Work['type'], string>;
    allTypes: string;
    allLanguages: string;
    type: string;
    language: string;
    shown: (count: number) => string;
  };
  notFound: { heading: string; text: string };
  /** A number with what it counts: no line divides them. */
  measure: RegExp;
  /** Between parts of a line. */
  comma: string;
  /** Where paragraphs are found, by their number. */
  paragraphAt: (number: string, address: string) => string;
  /** Between the works of one citation. */
  citationSeparator: string;
  /** The form in which an edition in this language prints references. */
  form: Form;
  /** What part of a work is named; `{}` is its number. */
  locators: Record<LocatorLabel, string>;
}
