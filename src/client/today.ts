/** The reader's day, as references have it: 2026-07-01. */
export const today = (): string => new Date().toLocaleDateString('sv');
