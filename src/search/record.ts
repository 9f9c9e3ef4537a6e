import type { NumberEnds } from './known-items.ts';
import type { Term } from '../model/entries.ts';
import type { Verdict } from '../model/source-check.ts';
import { hasOwnPage } from '../model/segment-id.ts';
import { collections, addressInLanguage, urls, type EntryKind } from '../model/urls.ts';

/** What can be found: each is a place that one can cite. Of equals, checks, which repeat what they check, come last. */
export const recordKinds = [
  'segment',
  'heading',
  'note',
  'exhibit',
  'term',
  'case',
  'work',
  'actor',
  'check',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A place of the dossier in one edition, as the search knows it. */
export interface SearchRecord {
  kind: RecordKind;
  /** As it is cited: 2.4.2, 41, the slug of an entry. */
  id: string;
  /** Name of an entry or exhibit; what stands in a chapter has that of the chapter, a source check its claim. */
  title: string;
  chapter?: string | undefined;
  /** The language of its name and words, where it is not the edition's. */
  lang?: string | undefined;
  /** First and last printed page. */
  pages?: [number, number] | undefined;
  /** Its words, a paragraph a line. */
  text: string;
  /** Where in `text` its units begin, if they correspond to those of other editions. */
  units?: number[] | undefined;
  /** Ids of the kinds of the cases that it tells of, and of the actors that it names. */
  caseKinds?: string[] | undefined;
  actors?: string[] | undefined;
  /** Of a source check. */
  verdict?: Verdict | undefined;
  /** The names that a term, case or actor goes by, by edition, best first; when it is laid down, with how many places have each. */
  names?: Record<string, string[]> | undefined;
  places?: Record<string, number[]> | undefined;
  /** Of a term: whose its definition is. */
  definedBy?: Term['definedBy'] | undefined;
}

/** A record as a lot has it: the title of a chapter is told once for all. */
export type StoredRecord = Omit<SearchRecord, 'title'> & { title?: string | undefined };

/** Whether it stands in a chapter, whose title is its own. */
export const isInChapter = ({ kind }: Pick<SearchRecord, 'kind'>): boolean =>
  ['segment', 'heading', 'note'].includes(kind);

type Editions = readonly { id: string }[];

/** Where it stands in an edition of the dossier's, from the dossier's root. */
export function addressOf({ kind, id, chapter = '' }: SearchRecord, edition: string, all: Editions): string {
  if (kind === 'note') return urls.noteInChapter(edition, chapter, id);
  if (kind === 'check') return addressInLanguage(all, edition, urls.check(id));
  if (kind === 'exhibit') return urls.exhibit(edition, id);
  if (isEntry(kind)) return urls.entryIn(edition, kind, id);
  // The heading of a chapter is its own.
  return /^\d+$/.test(id) ? urls.chapter(edition, chapter) : urls.segmentInChapter(edition, chapter, id);
}

/** Its own page, in all editions, from the dossier's root; undefined where it has none. */
export function pageOf({ kind, id }: SearchRecord): string | undefined {
  if (kind === 'note') return urls.note(Number(id));
  if (kind === 'check') return urls.check(id);
  if (isEntry(kind)) return urls.entry(kind, id);
  return kind === 'segment' && hasOwnPage(id) ? urls.segment(id) : undefined;
}

const isEntry = (kind: RecordKind): kind is EntryKind => Object.hasOwn(collections, kind);

/** An edition's part of the search: its records, and the names of what they are sorted by. */
export interface EditionRecords {
  edition: string;
  lang: string;
  /** Those that tell of the same lie together. */
  records: SearchRecord[];
  names: FacetNames;
}

/** Names by id. */
type FacetNames = Record<'chapter' | 'caseKind' | 'actor', Record<string, string>>;

/**
 * The file `search/contents.json`: Pagefind’s program, what it notes of its index, and the contents, each as it packs
 * its files, in Base64: two files less to fetch.
 */
export type Packed = Record<'program' | 'meta' | 'told', string>;

/** What the index is about. */
export interface Contents {
  /** With what letters syllables of pinyin begin that the texts have, the names of their files. */
  pinyin: string[];
  /** What stands so often that it has a file of its own. */
  often: string[];
  editions: {
    id: string;
    lang: string;
    /** By a character that stands in the edition: those of it that are the same one in another script. */
    scripts: Record<string, string>;
    /** As words: a character that stands in the edition, and those of any script that may be typed for it. */
    variants: string;
    ends: NumberEnds;
    /** The titles of its chapters. */
    chapters: Record<string, string>;
    /**
     * What lies in each lot, a page of the index, as words; the same lot of another edition has what corresponds to it.
     * A digit for each record: its place among `recordKinds`.
     */
    kinds: string;
    /** How many units of text each record has, lot by lot, each number a character. */
    units: string;
  }[];
}

/** By what records can be narrowed. */
export const facets = ['kind', 'verdict', 'chapter', 'caseKind', 'actor'] as const;
export type Facet = (typeof facets)[number];

/** The file `search/<edition>.facets.json`: by what the records of each lot can be narrowed. */
export interface Facets {
  names: FacetNames;
  lots: { [F in Facet]?: string[] | undefined }[][];
}

/**
 * The files `search/words/<edition>-<part>.json`: by how often they stand in the edition, words in letters, strings of Han
 * words and names that begin or end with a character of that part.
 */
export type Words = Record<string, string>;

/**
 * The files `search/pinyin/<letters>.json`: by a syllable that begins with these (two, or a vowel that is one by itself), and by one that follows it, the
 * pairs of characters in the texts that are read so; by none, the characters. By no syllable, what
 * stands as a name in a line of its own, by its letters, and the words that are read like something else, apart from what
 * else is. The most frequent come first, apart from those whose last character is mostly read otherwise.
 */
export type Pinyin = Record<string, Record<string, [usual: string, rare: string]>>;

/**
 * The files `search/often/<stem>.json`: how often a string stands in each record of each edition, each number a character,
 * and how often of that only alike. Of the most frequent an index would be loaded to a great part.
 */
export type Often = Record<string, { counts: string; alike: string }>;
