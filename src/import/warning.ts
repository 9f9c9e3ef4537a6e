/** A place where the reading was not certain, with what was decided. The ledger lists these as its doubts. */
export interface Warning {
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  /** What is odd; what was done. */
  reason: string;
}

/** Takes a warning down. */
export type Warn = (offset: number, reason: string) => void;
