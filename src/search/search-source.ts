import type { Span } from './match.ts';
import type { Query, Interpretation } from './parse-query.ts';
import type { Variants, SearchRecord, Shard } from './record.ts';

/** Where an edition's records are looked for: in one file, or in an index of many. */
export interface SearchSource {
  edition: string;
  lang: string;
  /** Whether its records are fetched as they are needed. */
  isRemote?: boolean;
  scripts: Record<string, string>;
  names: Shard['names'];
  entries: Shard['entries'];
  /** The records that have what a query asks for in its first interpretation that finds any, best first. */
  find: (query: Query) => Promise<SearchResult>;
  /** Those that have most of what it says, where none has all. */
  near: (query: string, most: number) => Promise<Match[]>;
  /** The paragraphs on that printed page. */
  onPage: (page: number) => Promise<Match[]>;
  /** Strings of the edition that are read as these letters, most frequent first. */
  readAs: (letters: string) => Promise<string[]>;
  variants: () => Promise<Variants>;
  record: (kind: SearchRecord['kind'], id: string) => Promise<SearchRecord | undefined>;
}

export interface SearchResult {
  interpretation: Interpretation | undefined;
  matches: Match[];
}

/** What was found: a record or, in an index, a few of them that lie together. */
export interface Match {
  /** Whether its text has to be fetched. */
  isRemote?: boolean;
  /** Whether it was asked for by its name or number, and so leads. */
  isKnown?: boolean;
  /** How often, and how often of that literally; where the text has to be fetched, nearly. */
  count: number;
  literal: number;
  /** What it is sorted by, where that is known before its text is. */
  record?: Pick<SearchRecord, 'kind' | 'id' | 'chapter' | 'caseKinds' | 'actors' | 'verdict'>;
  /** The records with the places of their texts that match, best first. */
  read: () => Promise<Hit[]>;
}

export interface Hit {
  record: SearchRecord;
  spans: Span[];
  /** Of a record that is only near: what it has of the query. */
  runs?: string[];
}
