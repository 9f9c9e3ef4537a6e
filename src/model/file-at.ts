/** The file in a built site that a path points to; both are relative to the root, without a leading slash. */
export const fileAt = (path: string): string => path.replace(/(?<=^|\/)$/, 'index.html');
