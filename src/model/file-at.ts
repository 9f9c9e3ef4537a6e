/** The file of a built site that a path from its root leads to; neither begins with a slash. */
export const fileAt = (path: string): string => path.replace(/(?<=^|\/)$/, 'index.html');
