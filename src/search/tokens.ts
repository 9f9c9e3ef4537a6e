/**
 * What an index counts as one word: a Han character, a run of letters, a run of digits, or a sign. Texts and queries
 * are cut in the same way, so that a phrase of these is found wherever the string stands.
 */
export const tokensOf = (folded: string): string[] => folded.match(token) ?? [];

const token = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|(?!")[\p{P}\p{S}]/gu;

export const isWord = (text: string): boolean => /^(?!\p{Script=Han})[\p{L}\p{M}]/u.test(text);
export const isSign = (text: string): boolean => /^[\p{P}\p{S}]$/u.test(text);
