import type { NumberEnds } from './known-items.ts';
import type { Index } from './pagefind.ts';
import type { Term } from '../model/entries.ts';
import type { Verdict } from '../model/source-check.ts';
import { editorNoteHtmlId, hasOwnPage } from '../model/segment-id.ts';
import { collections, addressInLanguage, urls, type EntryKind } from '../model/urls.ts';

/**
 * The kinds of records, each a citable place, in the order of otherwise equal matches. Checks come after what they
 * repeat. The paper has no text here and is only found by its names. A remark is a note of the editors on a passage,
 * exhibit or term.
 */
export const recordKinds = [
  'segment',
  'heading',
  'note',
  'exhibit',
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
  /**
   * The name of an entry or exhibit, that of what a remark is on, the claim of a source check, the reference to the
   * paper, or else the title of the chapter.
   */
  title: string;
  chapter?: string | undefined;
  /** The language of its title and text, if not the edition’s. */
  lang?: string | undefined;
  /** First and last printed page. */
  pages?: [number, number] | undefined;
  /** Its text, one paragraph per line. */
  text: string;
  /** Where in `text` its units begin, if they correspond to those of other editions. */
  units?: number[] | undefined;
  /** Ids of the kinds of the cases that it mentions, and of the actors that it mentions. */
  caseKinds?: string[] | undefined;
  actors?: string[] | undefined;
  /** What a remark is on. */
  on?: { kind: 'segment' | 'exhibit' | 'term'; id: string } | undefined;
  /** Of a source check. */
  verdict?: Verdict | undefined;
  /**
   * The names of a term, case or actor, by edition, best first. In stored records, `places` has the number of places
   * that contain each.
   */
  names?: Record<string, string[]> | undefined;
  places?: Record<string, number[]> | undefined;
  /** For the paper: the names of its authors and journal, its titles and its DOI. */
  keys?: string[] | undefined;
  /** For an actor: whether part of a name is enough to ask for it. */
  isPerson?: true | undefined;
  /** For a term: who defines it. */
  definedBy?: Term['definedBy'] | undefined;
}

/** A record as stored in a lot. Chapter titles are stored only once, in the contents. */
export type StoredRecord = Omit<SearchRecord, 'title'> & { title?: string | undefined };

/** Identifies a record in its edition. */
export const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** Whether a record is part of a chapter and has the chapter’s title. */
export const isInChapter = ({ kind }: Pick<SearchRecord, 'kind'>): boolean =>
  ['segment', 'heading', 'note'].includes(kind);

type Editions = readonly { id: string }[];

/** The address of a record in one of the dossier’s editions, from the dossier’s root. */
export function addressOf(record: SearchRecord, edition: string, all: Editions): string {
  const { kind, id, chapter = '', on } = record;
  if (on)
    return on.kind === 'segment'
      ? `${urls.chapter(edition, chapter)}#${editorNoteHtmlId(id)}`
      : addressOf({ ...record, ...on, on: undefined }, edition, all) +
          (on.kind === 'exhibit' ? `#${editorNoteHtmlId(id)}` : '');
  if (kind === 'note') return urls.noteInChapter(edition, chapter, id);
  if (kind === 'check') return addressInLanguage(all, edition, urls.check(id));
  if (kind === 'exhibit') return urls.exhibit(edition, id);
  if (kind === 'paper') return urls.front(edition);
  if (isEntry(kind)) return urls.entryIn(edition, kind, id);
  // The heading of a chapter has the chapter’s address.
  return /^\d+$/.test(id) ? urls.chapter(edition, chapter) : urls.segmentInChapter(edition, chapter, id);
}

/**
 * The address of a record’s own page, from the dossier’s root: for all editions, except that of a remark on an exhibit;
 * undefined if it has none.
 */
export function pageOf(record: SearchRecord, edition: string, all: Editions): string | undefined {
  const { kind, id, on } = record;
  if (on?.kind === 'exhibit') return addressOf(record, edition, all);
  if (on) {
    const page = pageOf({ ...record, ...on, on: undefined }, edition, all);
    return page === undefined || on.kind === 'term' ? page : `${page}#${editorNoteHtmlId(id)}`;
  }
  if (kind === 'note') return urls.note(Number(id));
  if (kind === 'check') return urls.check(id);
  if (isEntry(kind)) return urls.entry(kind, id);
  return kind === 'segment' && hasOwnPage(id) ? urls.segment(id) : undefined;
}

const isEntry = (kind: RecordKind): kind is EntryKind => Object.hasOwn(collections, kind);

/** An edition’s part of the search: its records, and the names of the facet values. */
export interface EditionRecords {
  edition: string;
  lang: string;
  /** Related records are next to each other. */
  records: SearchRecord[];
  names: FacetNames;
}

/** Names by id. */
type FacetNames = Record<'chapter' | 'caseKind' | 'actor', Record<string, string>>;

/**
 * The file `search/contents.json`: Pagefind’s program and the contents, each compressed and in Base64, which saves a
 * request.
 */
export type PackedContents = Record<'program' | 'contents', string>;

/** Describes the index and its editions. */
export interface Contents {
  index: Index;
  /** The initial letters of the pinyin syllables in the texts, which are the names of the pinyin files. */
  pinyin: string[];
  /** The strings so frequent that each has its own file. */
  often: string[];
  editions: {
    id: string;
    lang: string;
    /** Maps each character of the edition to its forms in other scripts, if these occur there too. */
    scripts: Record<string, string>;
    /** The usual characters that may be typed for another one that occurs there. */
    ambiguous: string;
    ends: NumberEnds;
    /** The titles of its chapters. */
    chapters: Record<string, string>;
    /**
     * The kinds of the records in each lot (a page of the index): one word per lot, with a digit or letter per
     * record, its index in `recordKinds`. The same lot of another edition contains the corresponding records.
     */
    kinds: string;
    /** The number of text units of each record, lot by lot, each number encoded as a character. */
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
 * The files `search/words/<edition>-<part>.json`: by frequency in the edition, the words in Latin letters, strings of
 * Han words, and names whose first or last character belongs to that part. Names and headings are apart from other
 * words of the same frequency, which is followed by `+`.
 */
export type Words = Record<string, string>;

/**
 * The files `search/pinyin/<letters>.json`, named by the initial letters of syllables (two, without the h of zh, ch and
 * sh, or a single vowel). A syllable and the next one map to the pairs of characters in the texts with that reading; a
 * syllable and the empty string map to single characters; the second list has those whose last character is usually
 * read differently. The empty string and a run of letters map to the names (lines of their own) and words with that
 * reading; the second list has the other strings that sound the same. The most frequent come first.
 */
export type Pinyin = Record<string, Record<string, [usual: string, rare: string]>>;

/**
 * The files `search/often/<stem>.json`: by edition, how often a string occurs in each record, and how many of these
 * occurrences are only alike, each number encoded as a character. Without them, looking up the most frequent strings
 * would load much of the index.
 */
export type Often = Record<string, { counts: string; alike: string }>;
