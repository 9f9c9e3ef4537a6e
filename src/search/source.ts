import type { Span } from './match.ts';
import type { Query, Reading } from './parse-query.ts';
import type { Forms, SearchRecord, Shard } from './record.ts';

/** Where an edition's records are looked for: in one file, or in an index of many. */
export interface Source {
  edition: string;
  lang: string;
  /** Whether its records are fetched as they are needed. */
  isRemote?: boolean;
  names: Shard['names'];
  terms: Shard['terms'];
  /** The records that have what a query asks for in its first reading that finds any, best first. */
  find: (query: Query) => Promise<Found>;
  /** Those that have most of what it says, where none has all. */
  near: (query: string, most: number) => Promise<Match[]>;
  /** Strings of the edition that are read as these letters, most frequent first. */
  readAs: (letters: string) => Promise<string[]>;
  forms: () => Promise<Forms>;
  record: (kind: SearchRecord['kind'], id: string) => Promise<SearchRecord | undefined>;
}

export interface Found {
  reading: Reading | undefined;
  matches: Match[];
}

/** A record that was found. */
export interface Match {
  /** Whether its text has to be fetched. */
  isRemote?: boolean;
  /** How often; of a record whose text has to be fetched, nearly. */
  count: number;
  /** What it is sorted by, known before its text is. */
  record: Pick<SearchRecord, 'kind' | 'id' | 'chapter' | 'caseKinds' | 'actors'>;
  /** The record with the places of its text that match. */
  read: () => Promise<{ record: SearchRecord; spans: Span[]; runs?: string[] }>;
}
