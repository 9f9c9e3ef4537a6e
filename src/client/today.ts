/** The reader’s date in the format of records: 2026-07-01. */
export const today = (): string => new Date().toLocaleDateString('sv');
