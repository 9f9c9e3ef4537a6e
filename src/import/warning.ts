/** A place where the reading was not certain, and what was decided. */
export interface Doubt {
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  /** What is odd; what was done. */
  reason: string;
}
