import type { LineKind } from './corrections.ts';

/** A place where the reading was not certain, with what was decided. The ledger lists these as its doubts. */
export interface Warning {
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  /** What is odd; what was done. */
  reason: string;
  /** What an editor would most likely write into `corrections.yaml` where it was decided wrongly. */
  correction?: Correction;
}

/** A correction that a warning proposes: of the line at its offset, or of something that the paper has once. */
export type Correction = { is: LineKind } | { title: string } | { lang: string } | { 'first-page': number };

/** Takes a warning down. */
export type Warn = (offset: number, reason: string, correction?: Correction) => void;
