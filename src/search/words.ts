import type { RecordKind } from './record.ts';

/** What the search says in its own voice; `{}` is what it says it of. It travels to the browser as it is. */
export interface BoxWords {
  waiting: string;
  notIndexed: string;
  /** Of a string that an edition in other words than the paper's does not have; the paper's address follows. */
  none: string;
  noneOriginal: string;
  noneTranslation: string;
  seePaper: string;
  inOriginal: string;
  one: string;
  many: string;
  /** Where they have not all been counted. */
  atLeast: string;
  occurrences: string;
  /** How many of the places the filters leave. */
  filtered: string;
  kinds: Record<RecordKind, string>;
  filters: Record<'kind' | 'chapter' | 'caseKind' | 'actor' | 'all', string>;
  /** Name of the view in which hits stand in a column. */
  lines: string;
  across: string;
  acrossHeading: string;
  near: string;
  /** Before other names of the same term. */
  also: string;
  /** Before what pinyin was taken for, and what else it may be. */
  readAs: string;
  orAs: string;
  more: string;
  cite: string;
  abstract: string;
  note: string;
  page: string;
  pages: string;
}

/** What a page says on which that is marked which was searched for. */
export interface MarkedWords {
  region: string;
  of: string;
  previous: string;
  next: string;
  clear: string;
}

/** Puts values in the places of a template's `{}`. */
export const fill = (template: string, ...values: (string | number)[]): string =>
  values.reduce<string>((text, value) => text.replace('{}', () => String(value)), template);
