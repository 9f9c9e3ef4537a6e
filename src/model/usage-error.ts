/** A sentence for whoever called a command: it was asked for what cannot be, and has done nothing. */
export class UsageError extends Error {}
