import type { Corrections, LineKind } from './corrections/corrections.ts';

/** An uncertain decision about a place in the source. The ledger lists these as doubts. */
export interface Warning {
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  /** What is odd, and what the import did. */
  reason: string;
  /** The most likely entry for `corrections.yaml` if the decision was wrong. */
  correction?: Correction;
}

/** A correction that a warning proposes: of the line at its offset, or of a property of the paper. */
export type Correction = { is: LineKind; level?: number } | Omit<Corrections, 'lines' | 'pages'>;

/** Records a warning. */
export type Warn = (offset: number, reason: string, correction?: Correction) => void;

/** Collects warnings. */
export function startWarnings(): { warnings: Warning[]; warn: Warn } {
  const warnings: Warning[] = [];
  const warn: Warn = (offset, reason, correction) =>
    warnings.push({ offset, reason, ...(correction ? { correction } : {}) });
  return { warnings, warn };
}
