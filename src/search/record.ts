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
  chapter?: string;
  /** The heading beneath which a segment stands, where its chapter has several. */
  heading?: string;
  /** The language of its name and words, where it is not the edition's. */
  lang?: string;
  /** First and last printed page. */
  pages?: [number, number];
  /** Its words, a paragraph a line. */
  text: string;
  /** Where in `text` its units begin, if they correspond to those of other editions. */
  units?: number[];
  /** Ids of the kinds of the cases that it tells of, and of the actors that it names. */
  caseKinds?: string[];
  actors?: string[];
  /** Of a source check. */
  verdict?: Verdict;
}

/** The file `search/<edition>.json`: everything that is searched, and the names of what it is sorted by. */
export interface Shard {
  edition: string;
  lang: string;
  /** By a character that stands in the edition: those of it that are the same one in another script. */
  scripts?: Record<string, string>;
  /** Empty where they are too many to be loaded at once: then they lie in an index, `search/<edition>/`. */
  records: SearchRecord[];
  /** How many there are in the index. */
  indexed?: number;
  /** Names by id. */
  names: { chapter: Record<string, string>; caseKind: Record<string, string>; actor: Record<string, string> };
  /** The names that terms, cases and actors go by, by edition. */
  entries: { kind: RecordKind; id: string; names: Record<string, string[]> }[];
}

/** The file `search/<edition>.forms.json`: other ways of writing what stands in the edition. */
export interface Variants {
  /** By a character that does not stand in the edition: those that do and are variants of the same. */
  foreign: Record<string, string>;
  /** By a character that stands in the edition: other such variants of it. */
  own: Record<string, string>;
  /** By a syllable of pinyin: the characters that are read so. */
  syllables: Record<string, string>;
  /** Those of them that are mostly read otherwise. */
  rare: Record<string, string>;
}

/** The file `search/<edition>.words.json`, beside an index: what stands in it, as far as an index does not tell. */
export interface Vocabulary {
  /** Every word that is written in letters, in order: a query may end in the middle of one. */
  letters: string[];
  /** Those that have an apostrophe, without it, in order. */
  contracted: string[];
  /** Words in Han characters, most frequent first, for pinyin. */
  words: string[];
}
