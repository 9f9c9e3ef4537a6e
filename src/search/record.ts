import type { NumberEnds } from './known-items.ts';
import type { Index } from './pagefind.ts';
import type { Term } from '../model/entries.ts';
import type { Outcome } from '../model/source-check.ts';
import { editorNoteHtmlId, hasOwnPage } from '../model/segment-id.ts';
import { collections, addressInLanguage, urls, type EntryKind } from '../model/urls.ts';

/** The kinds of places in the text of the paper. */
export const partsOfPaper = ['segment', 'heading', 'note', 'exhibit'] as const;

/** The kinds of citable places, in the order of otherwise equal matches. The paper is only found by its names. */
export const recordKinds = [
  ...partsOfPaper,
  'term',
  'case',
  'work',
  'actor',
  'remark',
  'check',
  'paper',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A place of the dossier in one edition, as indexed for the search. */
export interface SearchRecord {
  kind: RecordKind;
  /** As cited: 2.4.2, 41, the slug of an entry. */
  id: string;
  /** Its name, that of what a remark is on, the claim of a check, the reference to the paper, or the section’s name. */
  title: string;
  chapter?: string | undefined;
  /** The number of its section, if its chapter has such. */
  section?: string | undefined;
  /** The language of its title and text, if not the edition’s. */
  lang?: string | undefined;
  /** First and last printed page. */
  pages?: [number, number] | undefined;
  /** Its text, one paragraph per line. */
  text: string;
  /** Where in `text` its units begin, if they correspond to those of other editions. */
  units?: number[] | undefined;
  /** Ids of the kinds of the cases, and of the actors, that it mentions. */
  caseKinds?: string[] | undefined;
  actors?: string[] | undefined;
  /** What a remark is on. */
  on?: { kind: 'segment' | 'exhibit' | 'term'; id: string } | undefined;
  /** Of a source check, as readers see it. */
  verdict?: Outcome | undefined;
  /** The names of a term, case or actor, by edition, best first. */
  names?: Record<string, string[]> | undefined;
  /** In stored records, the number of places that contain each name. */
  places?: Record<string, number[]> | undefined;
  /** For the paper: the names of its authors and journal, its titles and its DOI. */
  keys?: string[] | undefined;
  /** For an actor: whether part of a name is enough to ask for it. */
  isPerson?: true | undefined;
  /** For a term: who defines it. */
  definedBy?: Term['definedBy'] | undefined;
}

/** A record without what other files have: the title of its section, and its facets. */
export type StoredRecord = Omit<SearchRecord, 'title'> & { title?: string | undefined };

/** Whether a record is part of a chapter and has the title of its section, or else of the chapter. */
export const isInChapter = ({ kind }: Pick<SearchRecord, 'kind'>): boolean =>
  ['segment', 'heading', 'note'].includes(kind);

/** The index of the unit at an offset of a record’s text; -1 if its units are not aligned. */
export const unitAt = ({ units }: SearchRecord, offset: number): number =>
  units?.findLastIndex((start) => start <= offset) ?? -1;

type Editions = readonly { id: string }[];

/** The address of a record, or of a unit of it, in one of the dossier’s editions, from the dossier’s root. */
export function addressOf(record: SearchRecord, edition: string, all: Editions, unit?: number): string {
  const { kind, id, chapter = '', on } = record;
  if (unit !== undefined) return urls.unitInChapter(edition, chapter, id, unit);
  if (on?.kind === 'segment') return `${urls.chapter(edition, chapter)}#${editorNoteHtmlId(id)}`;
  if (on?.kind === 'exhibit') return `${urls.exhibit(edition, on.id)}#${editorNoteHtmlId(id)}`;
  if (on) return urls.entryIn(edition, on.kind, on.id);
  if (kind === 'note') return urls.noteInChapter(edition, chapter, id);
  if (kind === 'check') return addressInLanguage(all, edition, urls.check(id));
  if (kind === 'exhibit') return urls.exhibit(edition, id);
  if (kind === 'paper') return urls.front(edition);
  if (isEntry(kind)) return urls.entryIn(edition, kind, id);
  // The heading of a chapter has the chapter’s address.
  return /^\d+$/.test(id) ? urls.chapter(edition, chapter) : urls.segmentInChapter(edition, chapter, id);
}

/** The address of a record’s own page, from the dossier’s root, if it has one. */
export function pageOf(record: SearchRecord, edition: string, all: Editions): string | undefined {
  const { kind, id, on } = record;
  if (on?.kind === 'exhibit') return addressOf(record, edition, all);
  if (on?.kind === 'term') return urls.entry(on.kind, on.id);
  if (on) return hasOwnPage(on.id) ? `${urls.segment(on.id)}#${editorNoteHtmlId(id)}` : undefined;
  if (kind === 'note') return urls.note(Number(id));
  if (kind === 'check') return urls.check(id);
  if (kind === 'exhibit') return urls.exhibit(edition, id);
  if (isEntry(kind)) return urls.entry(kind, id);
  return kind === 'segment' && hasOwnPage(id) ? urls.segment(id) : undefined;
}

const isEntry = (kind: RecordKind): kind is EntryKind => Object.hasOwn(collections, kind);

/** An edition’s part of the search, in which related records are next to each other. */
export interface EditionRecords {
  edition: string;
  lang: string;
  records: SearchRecord[];
  /** People who are named in references only, for queries that misspell them. */
  people?: string[];
  names: FacetNames;
}

/** Names of facet values by id. */
type FacetNames = Record<'chapter' | 'caseKind' | 'actor', Record<string, string>>;

/** The file `search/contents.json`: Pagefind’s program and the contents, compressed and in Base64 (one request). */
export type PackedContents = Record<'program' | 'contents', string>;

/** Describes the index and its editions. */
export interface Contents {
  index: Index;
  /** The beginnings of what pinyin may stand for. */
  pinyin: string[];
  /** The strings so frequent that each has a file of its own. */
  often: string[];
  /** Rather frequent words that the texts have only in one number. */
  alone: string[];
  editions: {
    id: string;
    lang: string;
    /** Maps each character of the edition to its forms in other scripts, if these occur there too. */
    scripts: Record<string, string>;
    /** The usual characters that may be typed for another one that occurs there. */
    ambiguous: string;
    ends: NumberEnds;
    /** The titles of chapters, by id, and of sections, by number. */
    titles: Record<string, string>;
    /**
     * A word for each lot (a page of the index), with a digit or letter for each record: the index of its kind. The
     * same lot of another edition has the corresponding records.
     */
    kinds: string;
    /** The number of units of each record’s text, as packed numbers. */
    units: string;
  }[];
}

/**
 * The file `search/variants.json`: for each edition, words separated by spaces, each a character of the edition,
 * followed by the characters of any script that may be typed for it.
 */
export type Variants = Record<string, string>;

/** The facets by which results can be filtered. */
export const facets = ['kind', 'verdict', 'chapter', 'caseKind', 'actor'] as const;
export type Facet = (typeof facets)[number];

/** The file `search/<edition>.facets.json`: the facet values of the records in each lot. */
export interface Facets {
  names: FacetNames;
  lots: { [F in Facet]?: string[] | undefined }[][];
}

/**
 * The files `search/words/<edition>-<part>.json`: by frequency, the words in Latin letters, strings of Han words, and
 * names whose first or last character belongs to that part. `+` follows the frequency of names and headings.
 */
export type Words = Record<string, string>;

/**
 * The file `search/<edition>.names.json`: for each term, case or actor, its index among the edition’s records, the
 * records that name it, as packed numbers, and its names.
 */
export type KnownNames = [item: number, places: string, ...names: string[]][];

/**
 * What letters stand for in the texts, by their beginning: the initial letters of a syllable (two, without the h of zh,
 * ch and sh, or a single vowel). Each has two lists of strings, likeliest first.
 */
export interface Pinyin {
  /**
   * The file `search/pinyin/<beginning>.json`: pairs of characters by the first and the second syllable, and single
   * characters by their syllable and the empty string; the second list has those whose last character is usually read
   * differently.
   */
  syllables: Record<string, Record<string, Lists>>;
  /**
   * The file `search/pinyin/<beginning>-words.json`: the names (lines of their own), words and adjacent words by their
   * letters; the second list has the other strings that sound the same.
   */
  words: Record<string, Lists>;
}
type Lists = [string, string];

/**
 * The files `search/often/<stem>.json`: by edition, how often a string occurs in each record, and how often only alike,
 * as packed numbers. Without them, looking up these strings would load much of the index.
 */
export type Often = Record<string, { counts: string; alike: string }>;
