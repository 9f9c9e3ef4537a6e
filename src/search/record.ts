import type { Verdict } from '../model/source-check.ts';

/** What can be found: each is a place that one can cite. */
export const recordKinds = [
  'segment',
  'heading',
  'exhibit',
  'term',
  'case',
  'note',
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
  /** Where it stands in its edition, from the dossier's root. */
  url: string;
  /** Its own page, in all editions, from the dossier's root. */
  cite: string;
  /** Name of an entry or exhibit; a segment has that of its chapter, a source check its claim. */
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
  /** The names that a term, case or actor goes by, by edition, best first. */
  names?: Record<string, string[]> | undefined;
}

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

/** The file `search/contents.json`: what the index is about. */
export interface Contents {
  /** What Pagefind notes of its index, as it packs it, in Base64: a file less to fetch. */
  meta: string;
  editions: {
    id: string;
    lang: string;
    /** By a character that stands in the edition: those of it that are the same one in another script. */
    scripts: Record<string, string>;
    lots: Lot[];
  }[];
}

/** Records that lie together, a page of the index. The same lot of another edition has what corresponds to them. */
export interface Lot {
  /** A digit for each record: its place among `recordKinds`; `h` for the heading of a chapter. */
  kinds: string;
  /** How many units of text each has. */
  units: number[];
}

/** By what records can be narrowed. */
export const facets = ['kind', 'verdict', 'chapter', 'caseKind', 'actor'] as const;
export type Facet = (typeof facets)[number];

/** The file `search/<edition>.facets.json`: by what the records of each lot can be narrowed. */
export interface Facets {
  names: FacetNames;
  lots: { [F in Facet]?: string[] | undefined }[][];
}

/** The file `search/<edition>.forms.json`: other ways of writing the characters of the edition. */
export interface Variants {
  /** By a character that does not stand in the edition: those that do and are variants of the same. */
  foreign: Record<string, string>;
  /** By a character that stands in the edition: other such variants of it. */
  own: Record<string, string>;
}

/** The file `search/readings.json`: how the characters of the dossier are read. */
export interface Readings {
  /** By a syllable of pinyin: the characters that are read so, the most frequent first. */
  syllables: Record<string, string>;
  /** Those of them that are mostly read otherwise. */
  rare: Record<string, string>;
}

/**
 * The files `search/pairs/<letter>.json`, for pinyin: by a character one of whose readings begins with that letter, those
 * that stand behind it somewhere, the most frequent first.
 */
export type Pairs = Record<string, string>;
