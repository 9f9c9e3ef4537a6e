/** An error whose message is for the caller of a command: the request was impossible and nothing was done. */
export class UsageError extends Error {}
